"""Pairs, reports and a tiny corpus to measure by hand."""

from pathlib import Path

from rtlint.evaluation.catalogue import REQUIREMENTS, default_status
from rtlint.evaluation.corpus import Split
from rtlint.evaluation.pairs import DraftingPair, Pair
from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, Status
from rtlint.model.document import Place
from rtlint.model.report import DocumentReport, Finding, Severity

LETTERS = {
    "m": Status.MET,
    "p": Status.PARTIAL,
    "0": Status.MISSING,
    "c": Status.CONTRADICTED,
    "u": Status.UNDETERMINED,
    "-": None,
}


def pair(letters: str, **more: object) -> Pair:
    """A pair from two letters, label first: ``"cm"`` is contradicted, taken for met."""
    gold = LETTERS[letters[0]]
    assert gold is not None
    values: dict[str, object] = {
        "case": "o1-a",
        "cluster": more.get("case", "o1-a"),
        "batch": "o1",
        "split": Split.DEVELOP,
        "requirement": "RT101",
        "gold": gold,
        "found": LETTERS[letters[1]],
        **more,
    }
    return Pair(**values)  # type: ignore[arg-type]


def check(gold: bool, found: bool, case: str = "o1-a") -> DraftingPair:
    return DraftingPair(case, "o1", Split.DEVELOP, "RT904", gold, found)


def evidence(quote: str) -> Evidence:
    return Evidence(EvidenceRole.SUPPORTS, quote, 0, len(quote), Place(1, 1))


def report(
    name: str,
    statuses: dict[str, Status] | None = None,
    *,
    raised: tuple[str, ...] = (),
    applicable: bool = True,
    quote: str = "",
    error: str | None = None,
) -> DocumentReport:
    """A report in which every requirement is at its default, but for those given."""
    changed = statuses or {}
    return DocumentReport(
        name=name,
        media_type="text/plain",
        sha256="",
        pages=None,
        applicable=applicable,
        assessments=tuple(
            Assessment(
                rule,
                changed.get(rule, default_status(rule)),
                (evidence(quote),) if quote else (),
            )
            for rule in REQUIREMENTS
        ),
        findings=tuple(
            Finding(rule, Severity.WARNING, None, "", (), "", f"{rule}-1") for rule in raised
        ),
        notices=(),
        error=error,
    )


ORDER = "The parents shall attend.\nThe child\n  shall attend.\n"


def order_toml(batch: str = "o1", *, rt101: str | None = None, end: str = "") -> str:
    """An ``expected.toml`` for ``ORDER``: RT101 and RT102 met, all else at its default."""
    labels = {rule: f'status = "{default_status(rule)}"' for rule in REQUIREMENTS}
    labels["RT101"] = rt101 or 'status = "met"\nevidence = ["The parents shall attend."]'
    labels["RT102"] = 'status = "met"\nevidence = ["The child shall attend."]'
    tables = "\n".join(f"[{rule}]\n{label}" for rule, label in labels.items())
    return f'batch = "{batch}"\napplicable = true\n{tables}\n{end}'


CLAUSES = """\
batch = "c1"
[[case]]
id = "c1-001"
set = "s1"
about = "RT101"
text = "The parents shall attend reunification therapy."
labels = { RT101 = "met" }
[[case]]
id = "c1-002"
set = "s1"
about = "RT101"
text = "Mother shall attend reunification therapy."
labels = { RT101 = "partial", RT102 = "missing" }
note = "one parent"
"""


def write_corpus(
    folder: Path,
    orders: dict[str, str],
    *,
    clauses: str | None = None,
    splits: str | None = None,
) -> Path:
    """A corpus of orders that all read ``ORDER``; the values are their ``expected.toml``."""
    for name, expected in orders.items():
        place = folder / "orders" / name
        place.mkdir(parents=True)
        (place / "order.txt").write_text(ORDER, encoding="utf-8")
        if expected:
            (place / "expected.toml").write_text(expected, encoding="utf-8")
    if clauses is not None:
        (folder / "clauses").mkdir(parents=True)
        (folder / "clauses" / "c1.toml").write_text(clauses, encoding="utf-8")
    if splits is not None:
        (folder / "splits.toml").write_text(splits, encoding="utf-8")
    return folder
