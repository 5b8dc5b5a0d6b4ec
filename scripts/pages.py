"""Remakes what the documentation takes from the program: figures, an example, the list of rules.

    python -m scripts.pages             figures, rules, and how varied the corpus is
    python -m scripts.pages mutations   docs/mutations.md: flips and rewrites, kind by kind
    python -m scripts.pages layers      docs/layers.md: what each layer is worth

Only what stands between ``<!-- begin NAME -->`` and ``<!-- end NAME -->`` is replaced in README.md;
docs/rules.md is written anew. Run it (``make docs``) before a release and look at the difference.
"""

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from rtlint.api import audit, audit_text, load_rules, render
from rtlint.evaluation import Evaluation, evaluate, load_corpus, mutations
from rtlint.evaluation.evaluate import Section
from rtlint.evaluation.figures import Breakdown
from rtlint.evaluation.resample import Figure
from rtlint.model.assessment import Status
from rtlint.model.report import DocumentReport
from rtlint.model.rule import Rule, Rulebook

CHECKOUT = Path(__file__).resolve().parents[1]
README = CHECKOUT / "README.md"
ACCURACY_PAGE = CHECKOUT / "docs" / "accuracy.md"
RULES_PAGE = CHECKOUT / "docs" / "rules.md"
MUTATIONS_PAGE = CHECKOUT / "docs" / "mutations.md"
LAYERS_PAGE = CHECKOUT / "docs" / "layers.md"
PER_KIND = 40  # mutants of each kind and split on the page; the command measures any number
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


MUTATIONS_HEAD = """# Mutations: does the judgement follow the meaning or the wording?

This page is made by `make mutations`. Texts of the corpus are changed so that the right answer is
known beforehand: a *flip* must give the status that the guide says, a *rewrite* must leave every
status alone. What each kind does stands in [corpus.md](corpus.md). In brackets stand the 95 %
interval, by resampling cases, and n; a sample of each kind is taken by lot. *stirred* counts
rewritten texts in which a status moved that the case leaves at its default. develop is what
rules and model learned from.
"""
LAYERS_HEAD = """# What each layer is worth

This page is made by `make layers` (`benchmarks/ablation.py`): one layer is taken out at a time, and
the tune split is judged again. A layer whose loss costs nothing there does not earn its place, or
tune holds too little of what it is for.

"""


def main() -> None:
    """Write the pages that are named; without a name, all that `make docs` makes."""
    known: dict[str, Callable[[], None]] = {
        "docs": figures_pages,
        "mutations": mutations_page,
        "layers": layers_page,
    }
    named = sys.argv[1:] or ["docs"]
    if wrong := [name for name in named if name not in known]:
        raise SystemExit(f"no such page: {', '.join(wrong)}; there are {', '.join(known)}.")
    for name in named:
        known[name]()


def figures_pages() -> None:
    """The figures, the rules, and how varied the corpus is."""
    rulebook = load_rules()
    by_split = {split: measured(rulebook, split) for split in ("locked", "tune", "develop")}
    readme = README.read_text(encoding="utf-8")
    readme = between(readme, "example", example(readme, rulebook))
    readme = between(readme, "figures", figures(by_split))
    README.write_text(readme, encoding="utf-8")
    ACCURACY_PAGE.write_text(accuracy_page(rulebook, by_split), encoding="utf-8")
    RULES_PAGE.write_text(rules_page(rulebook), encoding="utf-8")
    from scripts import diversity

    diversity.write()


def mutations_page() -> None:
    """docs/mutations.md: every kind on both splits."""
    rulebook = load_rules()

    def judge(text: str, name: str) -> DocumentReport:
        return audit_text(text, name=name, rules=rulebook)

    trials: dict[str, dict[str, mutations.Trial]] = {}
    for split in ("tune", "develop"):
        sample = mutations.sample(load_corpus(CHECKOUT / "corpus", split=split), PER_KIND)
        found = mutations.measure(list(mutations.outcomes(sample, judge)))
        trials[split] = {trial.name: trial for trial in found}
    parts = [MUTATIONS_HEAD]
    for family in mutations.Family:
        rows = [
            [name, *(trial_cell(by_name.get(name)) for by_name in trials.values())]
            for name, trial in trials["develop"].items()
            if trial.family is family
        ]
        parts += [f"## {family.value.title()}s\n", table(["", *trials], rows), ""]
    MUTATIONS_PAGE.write_text("\n".join(parts), encoding="utf-8")


def trial_cell(trial: mutations.Trial | None) -> str:
    """A share with its interval, and how many texts were stirred besides."""
    if trial is None:
        return "–"
    return cell_of(trial.passed) + (f", stirred {trial.stirred}" if trial.stirred else "")


def layers_page() -> None:
    """docs/layers.md: with both readers, and of the frame reader alone."""
    from benchmarks import ablation

    parts = [
        LAYERS_HEAD,
        "## Both readers\n\n",
        ablation.measured("tune", ablation.LAYERS),
        "\n\n## The rules' patterns alone (`--no-model`)\n\n",
        ablation.measured("tune", ablation.alone(ablation.LAYERS), model=False),
        "\n",
    ]
    LAYERS_PAGE.write_text("".join(parts), encoding="utf-8")


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
        "\n## Drafting checks, whole orders\n",
        by_check(by_split),
        "\n## By trap, single clauses, what each is about\n",
        by_key(seen, "clauses", lambda found: found.by_trap),
        "\n## By state, whole orders\n",
        by_key(seen, "orders", lambda found: found.by_state),
        "\n## Labelled twice\n",
        agreements(by_split),
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


def by_check(by_split: dict[str, Evaluation]) -> str:
    """Precision and recall of each drafting check; n counts the orders that raise it, or should."""
    found = {
        split: {row.key: row for row in section(evaluation, "orders").by_check}
        for split, evaluation in by_split.items()
    }
    keys = sorted({key for rows in found.values() for key in rows})
    head = ["check", *(f"{split}, {part}" for split in found for part in ("precision", "recall"))]
    rows = [
        [
            key,
            *(
                cell_of(getattr(rows[key], part)) if key in rows else "–"
                for rows in found.values()
                for part in ("precision", "recall")
            ),
        ]
        for key in keys
    ]
    return table(head, rows)


def by_key(
    by_split: dict[str, Evaluation], kind: str, rows_of: Callable[[Section], Iterable[Breakdown]]
) -> str:
    """How often each split is right, trap by trap or state by state."""
    found = {
        split: {row.key: row for row in rows_of(section(evaluation, kind))}
        for split, evaluation in by_split.items()
    }
    keys = sorted({key for rows in found.values() for key in rows})
    cells = [
        [key, *(cell_of(rows[key].accuracy) if key in rows else "–" for rows in found.values())]
        for key in keys
    ]
    return table(["", *found], cells)


def agreements(by_split: dict[str, Evaluation]) -> str:
    """How far a second, blind labelling agrees with the first."""
    rows = [
        [split, each.name, cell_of(each.raw), cell_of(each.kappa)]
        for split, evaluation in by_split.items()
        for each in evaluation.agreements
    ]
    if not rows:
        return "No part of this corpus has been labelled twice yet."
    return table(["split", "pairs", "raw agreement", "Cohen's kappa"], rows)


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
