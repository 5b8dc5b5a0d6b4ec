"""Remakes what the documentation takes from the program: figures, an example, the list of rules.

Only what stands between ``<!-- begin NAME -->`` and ``<!-- end NAME -->`` is replaced in README.md;
docs/rules.md is written anew. Run it (``make docs``) before a release and look at the difference.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from rtlint.api import audit, audit_text, load_rules, render
from rtlint.evaluation import Evaluation, evaluate
from rtlint.evaluation.evaluate import Section
from rtlint.evaluation.resample import Figure
from rtlint.model.assessment import Status
from rtlint.model.report import DocumentReport
from rtlint.model.rule import Rule, Rulebook

CHECKOUT = Path(__file__).resolve().parents[1]
README = CHECKOUT / "README.md"
ACCURACY_PAGE = CHECKOUT / "docs" / "accuracy.md"
RULES_PAGE = CHECKOUT / "docs" / "rules.md"
EXAMPLE_LINES = 26
SHOWN = (
    "accuracy", "defect_precision", "defect_recall", "wrong_met", "contradicted_f1",
    "evidence_overlap", "review_rate", "accuracy_of_the_rest",
)  # fmt: skip


ACCURACY_HEAD = """# How well rtlint judges

This page is made by `make docs`. What each figure means stands in [corpus.md](corpus.md). In
brackets stand the 95 % interval, by resampling orders or cases, and n. *locked* was written and
labelled by hands whose text nobody who works on the judgement has read; *tune* chose thresholds;
*develop* is what rules and model learned from, so its figures say how well they fit it and no
more. The clause cases are deliberately strange in wording and come in sets that differ by a few
words; the whole orders are closer to what a lawyer files.
"""


def main() -> None:
    """Write all pages."""
    rulebook = load_rules()
    by_split = {split: measured(rulebook, split) for split in ("locked", "tune", "develop")}
    readme = README.read_text(encoding="utf-8")
    readme = between(readme, "example", example(readme, rulebook))
    readme = between(readme, "figures", figures(by_split))
    README.write_text(readme, encoding="utf-8")
    ACCURACY_PAGE.write_text(accuracy_page(rulebook, by_split), encoding="utf-8")
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


def measured(rulebook: Rulebook, split: str, *, model: bool = True) -> Evaluation:
    """rtlint on the orders and clauses of one split."""

    def judge(source: str | Path, name: str) -> DocumentReport:
        if isinstance(source, Path):
            return audit([source], rules=rulebook, model=model).documents[0]
        return audit_text(source, name=name, rules=rulebook, model=model)

    return evaluate(CHECKOUT / "corpus", judge, split=split)


def figures(by_split: dict[str, Evaluation]) -> str:
    """The main figures over whole orders of each split, side by side, with n and interval."""
    sections = {split: section(found, "orders") for split, found in by_split.items()}
    head = ["orders of `corpus/`", *(f"{name} ({s.cases})" for name, s in sections.items())]
    rows = []
    for key in SHOWN:
        cells = [next((f for f in s.figures if f.key == key), None) for s in sections.values()]
        title = next((cell.title for cell in cells if cell), "")
        if title:
            rows.append([title, *(cell_of(cell) for cell in cells)])
    return table(head, rows)


def section(evaluation: Evaluation, name: str) -> Section:
    """The figures on orders or on clauses."""
    return next(found for found in evaluation.sections if found.name == name)


def cell_of(figure: Figure | None) -> str:
    """A value with its interval and n."""
    if figure is None or figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.3f} (n {figure.n})"
    return f"{figure.value:.3f} ({figure.low:.2f}–{figure.high:.2f}, n {figure.n})"


def accuracy_page(rulebook: Rulebook, by_split: dict[str, Evaluation]) -> str:
    """docs/accuracy.md: orders and clauses, each reader alone, every requirement."""
    frames = {
        split: measured(rulebook, split, model=False) for split in by_split if split != "develop"
    }
    seen = {split: found for split, found in by_split.items() if split != "develop"}
    parts = [
        ACCURACY_HEAD,
        "## Whole orders\n",
        figures(by_split),
        "\n## Whole orders, rules' patterns alone (`--no-model`)\n",
        figures(frames),
        "\n## Single clauses in contrast sets\n",
        clause_table(by_split),
        "\n## Single clauses, rules' patterns alone (`--no-model`)\n",
        clause_table(frames),
        "\n## By requirement, whole orders\n",
        by_requirement(seen),
    ]
    return "\n".join(parts) + "\n"


def clause_table(by_split: dict[str, Evaluation]) -> str:
    """The figures on clause cases of each split."""
    sections = {split: section(found, "clauses") for split, found in by_split.items()}
    head = ["clauses of `corpus/`", *(f"{name} ({s.cases})" for name, s in sections.items())]
    first = next(iter(sections.values()))
    rows = [
        [figure.title]
        + [cell_of(next(f for f in s.figures if f.key == figure.key)) for s in sections.values()]
        for figure in first.figures
    ]
    return table(head, rows)


def by_requirement(by_split: dict[str, Evaluation]) -> str:
    """How many orders of each split are judged right, requirement by requirement."""
    sections = [section(found, "orders").by_requirement for found in by_split.values()]
    rows = [
        [lines[0].key, *(cell_of(line.accuracy) for line in lines)]
        for lines in zip(*sections, strict=True)
    ]
    return table(["requirement", *by_split], rows)


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
    """The severities of a rule by status, in the guide's order, or by case."""
    known = [f"{status}: {rule.severity[status]}" for status in Status if status in rule.severity]
    known += [f"{name}: {case.severity}" for name, case in rule.cases.items()]
    return ", ".join(known) or "by default"


def table(head: Iterable[object], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table."""
    lines = [list(head), *(list(row) for row in rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    main()
