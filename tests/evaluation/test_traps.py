"""Traps read off contrast sets, and figures by trap and state."""

from pathlib import Path

import pytest

from rtlint.errors import RuleError
from rtlint.evaluation import as_json, as_lines, evaluate, load_corpus
from rtlint.evaluation.corpus import one_state
from rtlint.evaluation.traps import LEFT_OUT, WORDING, traps_of
from rtlint.model.assessment import Status
from rtlint.model.report import DocumentReport
from tests.evaluation.samples import order_toml, report, write_corpus

PLAIN = "The child shall attend therapy."


@pytest.mark.parametrize(
    ("text", "sibling", "traps"),
    [
        ("The child shall attend therapy unless ill.", PLAIN, ("exception",)),
        ("The child shall not attend therapy.", PLAIN, ("negation",)),
        ("The child may attend therapy.", PLAIN, ("weak word",)),
        ("Her guardian ad litem shall attend therapy.", PLAIN, ("who", "other professional")),
        ("[ ] The child shall attend therapy.", PLAIN, ("boxes", LEFT_OUT)),
        ("The child shall attend therapy 12 times.", PLAIN, ("number or date",)),
        (PLAIN, "The child shall attend therapy unless ill.", (LEFT_OUT,)),
        ("The child shall go to therapy.", PLAIN, (WORDING,)),
    ],
)
def test_a_trap_is_what_the_nearest_sibling_lacks(
    text: str, sibling: str, traps: tuple[str, ...]
) -> None:
    assert traps_of(text, ["Nothing like it at all.", sibling]) == traps


def test_a_case_without_siblings_is_a_matter_of_wording() -> None:
    assert traps_of(PLAIN, []) == (WORDING,)


CLAUSES = """\
batch = "c1"
state = "Texas"
[[case]]
id = "c1-001"
set = "s1"
about = "RT102"
text = "The child shall attend therapy."
labels = { RT102 = "met" }
[[case]]
id = "c1-002"
set = "s1"
about = "RT102"
text = "The child shall attend therapy, unless she objects."
labels = { RT102 = "contradicted" }
[[case]]
id = "c1-003"
set = "s1"
about = "RT102"
text = "The child shall attend therapy. Therapy is good."
labels = { RT102 = "met" }
trap = ["wording", "no order"]
"""


def test_traps_come_from_the_set_unless_they_are_written(tmp_path: Path) -> None:
    first, second, third = load_corpus(write_corpus(tmp_path, {}, clauses=CLAUSES)).clauses
    assert first.traps == (LEFT_OUT,)
    assert second.traps == ("exception", "who")
    assert third.traps == ("wording", "no order")


def test_a_trap_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    wrong = CLAUSES.replace('"no order"', '"sneaky"')
    with pytest.raises(RuleError, match="'sneaky' is no trap"):
        load_corpus(write_corpus(tmp_path, {}, clauses=wrong))


@pytest.mark.parametrize(
    ("written", "read"),
    [("Texas", "Texas"), ("Texas, Ohio", ""), ("many states", ""), ("various (US)", "")],
)
def test_a_paper_of_several_states_is_of_none(written: str, read: str) -> None:
    assert one_state({"state": written}) == read


def test_figures_by_trap_and_state(tmp_path: Path) -> None:
    expected = 'state = "Utah"\n' + order_toml(
        rt101='status = "met"\nevidence = ["The parents shall attend."]\ntrap = "list"'
    )
    folder = write_corpus(tmp_path, {"a": expected}, clauses=CLAUSES)

    def judge(source: str | Path, name: str) -> DocumentReport:
        return report(name, {"RT102": Status.MET})

    found = evaluate(folder, judge)
    data = as_json(found)["sections"]
    assert isinstance(data, dict)
    orders, clauses = data["orders"], data["clauses"]
    assert isinstance(orders, dict)
    assert isinstance(clauses, dict)
    rows = {row.key: row for section in found.sections for row in section.by_trap}
    assert rows["exception"].accuracy.value == 0.0
    assert rows["exception"].wrong_met == 1
    assert rows["wording"].accuracy.value == 1.0
    assert rows["list"].accuracy.n == 1
    states = {row.key: row.accuracy.n for section in found.sections for row in section.by_state}
    assert states == {"Utah": 31, "Texas": 3}
    assert any(line.strip().startswith("exception") for line in as_lines(found))
