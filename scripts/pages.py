"""Remakes what the documentation takes from the program: figures, an example, the list of rules.

Only what stands between ``<!-- begin NAME -->`` and ``<!-- end NAME -->`` is replaced in README.md;
docs/rules.md is written anew. Run it (``make docs``) before a release and look at the difference.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from rtlint.api import audit, audit_text, load_rules, render
from rtlint.evaluation import Evaluation, evaluate
from rtlint.model.assessment import Status
from rtlint.model.report import DocumentReport
from rtlint.model.rule import Rule, Rulebook

CHECKOUT = Path(__file__).resolve().parents[1]
README = CHECKOUT / "README.md"
RULES_PAGE = CHECKOUT / "docs" / "rules.md"
EXAMPLE_LINES = 26
SHOWN = (
    "accuracy", "defect_precision", "defect_recall", "wrong_met", "contradicted_f1",
    "evidence_overlap", "drafting_precision", "drafting_recall",
)  # fmt: skip


def main() -> None:
    """Write both pages."""
    rulebook = load_rules()
    readme = README.read_text(encoding="utf-8")
    readme = between(readme, "example", example(readme, rulebook))
    readme = between(readme, "figures", figures(measured(rulebook)))
    README.write_text(readme, encoding="utf-8")
    RULES_PAGE.write_text(rules_page(rulebook), encoding="utf-8")


def between(text: str, name: str, new: str) -> str:
    """``text`` with what stands between the marks of ``name`` replaced."""
    pattern = rf"(<!-- begin {name} -->\n).*(<!-- end {name} -->)"
    changed, count = re.subn(pattern, lambda m: f"{m[1]}{new}\n{m[2]}", text, flags=re.DOTALL)
    if count != 1:
        raise SystemExit(f"README.md needs the marks of '{name}' exactly once.")
    return changed


def example(readme: str, rulebook: Rulebook) -> str:
    """The beginning of the report on the very file that the README's command names."""
    named = re.search(r"rtlint (corpus/\S+\.pdf)", readme)
    if named is None:
        raise SystemExit("README.md names no PDF of corpus/ to show.")
    report = render(audit([CHECKOUT / named[1]], rules=rulebook), "text")
    lines = report.splitlines()[:EXAMPLE_LINES]
    return "\n".join(["```text", *lines, "…", "```"])


def measured(rulebook: Rulebook) -> Evaluation:
    """rtlint on every order and clause of the corpus that is not locked."""

    def judge(source: str | Path, name: str) -> DocumentReport:
        if isinstance(source, Path):
            return audit([source], rules=rulebook).documents[0]
        return audit_text(source, name=name, rules=rulebook)

    return evaluate(CHECKOUT / "corpus", judge)


def figures(evaluation: Evaluation) -> str:
    """The main figures over whole orders, as a table."""
    orders = next(section for section in evaluation.sections if section.name == "orders")
    rows = [
        [figure.title, f"{figure.value:.3f}", f"{figure.low:.3f}–{figure.high:.3f}", figure.n]
        for key in SHOWN
        for figure in orders.figures
        if figure.key == key
    ]
    head = f"{orders.cases} orders of `corpus/`"
    return table([head, "value", "95 % interval", "n"], rows)


def rules_page(rulebook: Rulebook) -> str:
    """Every rule with its severities, for people who look before they install."""
    rows = [[rule.id, f"`{rule.name}`", rule.title, grades(rule)] for rule in rulebook.rules]
    return (
        "# Rules\n\n"
        f"Rules {rulebook.version}; this page is made by `make docs`. `rtlint explain ID` says\n"
        "why a rule matters, gives examples, and words to use instead. What each status means\n"
        "stands in [requirements.md](requirements.md).\n\n"
        + table(["id", "name", "what is asked for", "graded as"], rows)
        + "\n"
    )


def grades(rule: Rule) -> str:
    """The severities of a rule by status, in the guide's order."""
    known = [(status, rule.severity[status]) for status in Status if status in rule.severity]
    return ", ".join(f"{status}: {severity}" for status, severity in known) or "by default"


def table(head: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    lines = [list(head), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    main()
