"""Each figure against a count made by hand."""

from dataclasses import replace

import pytest

from rtlint.evaluation import figures
from rtlint.evaluation.resample import Draws, Figure
from rtlint.model.assessment import GivenRole
from tests.evaluation.samples import check, pair

# label and finding:    right: mm cc 00 pp      wrong: cm 0m mp c0 u0 and one not judged
PAIRS = [pair(letters) for letters in ("mm", "cc", "00", "pp", "cm", "0m", "mp", "c0", "u0", "m-")]


def value(key: str, found: tuple[Figure, ...]) -> tuple[float | None, int]:
    figure = next(figure for figure in found if figure.key == key)
    return figure.value, figure.n


@pytest.mark.parametrize(
    ("key", "expected", "n"),
    [
        ("accuracy", 4 / 10, 10),
        ("defect_precision", 4 / 6, 6),  # said: cc 00 pp mp c0 u0; not so: mp u0
        ("defect_recall", 4 / 6, 6),  # are: cc 00 pp cm 0m c0; not seen: cm 0m
        ("wrong_met", 2 / 10, 10),  # cm 0m
        ("contradicted_precision", 1 / 1, 1),
        ("contradicted_recall", 1 / 3, 3),
        ("contradicted_f1", 2 / 4, 3),  # 2 × 1 right / (1 said + 3 are)
        ("review_rate", 0.0, 10),
        ("accuracy_of_the_rest", 4 / 10, 10),
    ],
)
def test_figure_over_orders(key: str, expected: float, n: int) -> None:
    assert value(key, figures.order_figures(PAIRS, [])) == (pytest.approx(expected), n)


def test_a_figure_without_pairs_is_left_out() -> None:
    keys = {figure.key for figure in figures.order_figures([pair("mm")], [])}
    assert keys.isdisjoint({"defect_recall", "contradicted_f1", "role_right", "drafting_recall"})


def test_macro_accuracy_weighs_every_requirement_alike() -> None:
    often = [pair("mm") for _ in range(9)]
    once = [pair("m0", requirement="RT102")]
    found = figures.order_figures(often + once, [])
    assert value("accuracy", found)[0] == pytest.approx(0.9)
    assert value("macro_accuracy", found)[0] == pytest.approx(0.5)


def test_drafting_checks() -> None:
    raised = [check(True, True), check(True, False), check(False, True), check(True, True)]
    found = figures.order_figures([pair("mm")], raised)
    assert value("drafting_precision", found) == (pytest.approx(2 / 3), 3)
    assert value("drafting_recall", found) == (pytest.approx(2 / 3), 3)


def test_each_drafting_check_has_figures_of_its_own() -> None:
    raised = [check(True, True), check(True, False), check(False, True), check(True, True)]
    raised += [replace(pair, check="RT905") for pair in (check(False, True), check(True, True))]
    rows = {row.key: row for row in figures.by_check(raised)}
    assert sorted(rows) == sorted({raised[0].check, "RT905", "all"})
    assert (rows["RT905"].precision.value, rows["RT905"].precision.n) == (1 / 2, 2)
    assert (rows["RT905"].recall.value, rows["RT905"].recall.n) == (1.0, 1)
    assert (rows["all"].precision.n, rows["all"].recall.n) == (5, 4)


def test_review_is_set_apart_from_the_rest() -> None:
    pairs = [pair("mm"), pair("m0", review=True), pair("mp"), pair("cc", review=True)]
    found = figures.order_figures(pairs, [])
    assert value("review_rate", found) == (0.5, 4)
    assert value("accuracy_of_the_rest", found) == (0.5, 2)


def test_a_role_counts_only_where_the_status_is_right() -> None:
    advisory, decision = GivenRole.ADVISORY, GivenRole.DECISION
    pairs = [
        pair("cc", gold_role=advisory, found_role=advisory),
        pair("cc", gold_role=advisory, found_role=decision),
        pair("cm", gold_role=decision),
        pair("mm"),
    ]
    assert value("role_right", figures.order_figures(pairs, [])) == (0.5, 2)


def test_evidence_counts_only_where_the_status_is_right_and_the_label_quotes() -> None:
    words = ("Both parents shall attend.",)
    pairs = [
        pair("mm", gold_evidence=words, found_evidence=words),
        pair("mm", gold_evidence=words, found_evidence=("Costs are shared.",)),
        pair("mm", gold_evidence=words),
        pair("m0", gold_evidence=words),
        pair("mm", found_evidence=words),
    ]
    assert value("evidence_overlap", figures.order_figures(pairs, [])) == (
        pytest.approx(1 / 3),
        3,
    )


@pytest.mark.parametrize(
    ("gold", "found", "meet"),
    [
        ("Both parents shall attend.", "both parents\n shall  attend", True),
        ("Both parents shall attend every session.", "shall attend every session", True),
        ("Both parents shall attend every session.", "parents shall attend nothing new", True),
        ("Both parents shall attend.", "The child shall pay both.", False),  # scattered words
        ("Both parents shall attend.", "", False),
    ],
)
def test_quotes_meet(gold: str, found: str, meet: bool) -> None:
    assert figures.quotes_meet([gold], [found]) is meet


def test_one_quote_of_several_is_enough() -> None:
    assert figures.quotes_meet(["Nobody pays.", "Each pays half."], ["Other.", "Each pays half."])


def test_clause_figures_keep_defaults_apart() -> None:
    pairs = [
        pair("mm", about=True),
        pair("pm", about=True),
        pair("p0"),
        *[pair("00", listed=False)] * 7,
        pair("0m", listed=False),
        pair("0c", listed=False),
        pair("mp", listed=False),
    ]
    found = figures.clause_figures(pairs)
    assert value("about_accuracy", found) == (0.5, 2)
    assert value("listed_accuracy", found) == (pytest.approx(1 / 3), 3)
    assert value("wrong_met", found) == (pytest.approx(1 / 3), 3)
    assert value("false_alarms", found) == (pytest.approx(0.3), 10)
    assert value("false_met", found) == (pytest.approx(0.1), 10)
    assert value("false_contradicted", found) == (pytest.approx(0.1), 10)


def test_confusion_holds_only_what_occurs() -> None:
    assert figures.confusion(PAIRS) == {
        "met": {"met": 1, "partial": 1, "not judged": 1},
        "partial": {"partial": 1},
        "missing": {"met": 1, "missing": 1},
        "contradicted": {"met": 1, "missing": 1, "contradicted": 1},
        "undetermined": {"missing": 1},
    }


def test_rows_by_requirement_and_batch() -> None:
    pairs = [
        pair("mm", requirement="RT102"),
        pair("0m"),
        pair("00", batch="c1", listed=False),
        pair("0p", batch="c1", listed=False),
    ]
    rows = figures.by_requirement(pairs)
    assert [row.key for row in rows] == ["RT101", "RT102"]
    first = rows[0]
    assert (first.accuracy.value, first.accuracy.n) == (0.0, 1)
    assert (first.wrong_met, first.false_alarms) == (1, 1)
    assert [row.key for row in figures.by_batch(pairs)] == ["c1", "o1"]


def test_macro_accuracy_of_nothing() -> None:
    assert figures.macro_accuracy([], Draws([])).value is None
