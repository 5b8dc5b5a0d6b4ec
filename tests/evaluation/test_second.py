"""A second labelling: how it is read, what is refused, and agreement against hand-made sums."""

from pathlib import Path

import pytest

from rtlint.errors import RuleError
from rtlint.evaluation import as_json, as_lines, evaluate, load_corpus
from rtlint.evaluation.second import Twice, agreement, cohens_kappa
from rtlint.model.assessment import Status
from tests.evaluation.samples import CLAUSES, order_toml, report, write_corpus

SECOND = """\
batch = "c1"
[cases]
c1-001 = { RT101 = "met" }
c1-002 = { RT101 = "contradicted" }
[orders.a]
RT101 = "met"
"""


def corpus(tmp_path: Path, second: str = SECOND) -> Path:
    folder = write_corpus(tmp_path, {"a": order_toml(), "b": order_toml()}, clauses=CLAUSES)
    (folder / "second").mkdir()
    (folder / "second" / "c1.toml").write_text(second, encoding="utf-8")
    return folder


def test_agreement_is_over_what_was_labelled_twice(tmp_path: Path) -> None:
    folder = corpus(tmp_path)
    found = {each.name: each for each in agreement(folder, load_corpus(folder))}
    orders = found["orders, every requirement"]
    # Order b was not labelled twice; of a, RT102 was left at its default by the second.
    assert (orders.raw.value, orders.raw.n) == (30 / 31, 31)
    about = found["clauses, what they are about"]
    assert (about.raw.value, about.raw.n) == (0.5, 2)
    listed = found["clauses, all that either listed"]
    assert listed.raw.n == 2, "RT102 of c1-002 is missing to both"


def test_kappa_takes_chance_out() -> None:
    met, missing = Status.MET, Status.MISSING
    pairs = [
        Twice("s", "RT101", first, second, about=True, listed=True)
        for first, second, times in (
            (met, met, 20), (met, missing, 5), (missing, met, 10), (missing, missing, 15),
        )
        for _ in range(times)
    ]  # fmt: skip
    assert cohens_kappa(pairs) == pytest.approx(0.4)  # (0.7 - 0.5) / (1 - 0.5)
    assert cohens_kappa(pairs[:20]) is None


def test_it_is_printed_and_is_data(tmp_path: Path) -> None:
    found = evaluate(corpus(tmp_path), lambda _, name: report(name))
    assert any("clauses, what they are about" in line for line in as_lines(found))
    data = as_json(found)["labelled_twice"]
    assert isinstance(data, dict)
    assert set(data) == {each.name for each in found.agreements}


def test_a_corpus_that_was_labelled_once_says_nothing(tmp_path: Path) -> None:
    found = evaluate(write_corpus(tmp_path, {"a": order_toml()}), lambda _, name: report(name))
    assert found.agreements == ()
    assert not any("blind" in line for line in as_lines(found))


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ('[cases]\nc1-001 = { RT999 = "met" }', "'RT999' is no core requirement"),
        ('[cases]\nc1-001 = { RT101 = "fine" }', "'fine' is no status"),
        ('[orders.a]\nRT601 = "missing"', "a prohibition is never missing"),
        ("[cases]\nc1-001 = 3", "give its labels as in"),
        ("cases = 3", "write .cases. and under it"),
        ("labels = 3", "'labels' is no key"),
        ("[cases", "is not valid TOML"),
    ],
)
def test_what_is_wrong_in_second_labels_is_refused(tmp_path: Path, second: str, said: str) -> None:
    folder = corpus(tmp_path, second)
    with pytest.raises(RuleError, match=said):
        agreement(folder, load_corpus(folder))
