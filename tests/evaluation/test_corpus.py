"""Loading a corpus: what is taken, what is left out, and what is refused with a remedy."""

from pathlib import Path

import pytest

from rtlint.errors import RuleError, UsageError
from rtlint.evaluation.catalogue import REQUIREMENTS
from rtlint.evaluation.corpus import Split, load_corpus
from rtlint.model.assessment import GivenRole, Status
from tests.evaluation.samples import CLAUSES, ORDER, order_toml, write_corpus

CHECKOUT = Path(__file__).parents[2]
SPLITS = 'o2 = "tune"\no3 = "locked"\n'


def test_the_guide_has_31_requirements() -> None:
    assert len(REQUIREMENTS) == 31


def test_an_order_and_its_labels(tmp_path: Path) -> None:
    label = (
        'status = "partial"\nevidence = ["The parents shall attend."]\nnote = "close"\n'
        'role = "advisory"'
    )
    end = '[[drafting]]\nid = "RT904"\nevidence = ["The child shall attend."]\n'
    folder = write_corpus(tmp_path, {"a": order_toml(rt101=label, end=end)})
    (folder / "orders/a/order.pdf").write_bytes(b"%PDF")
    order = load_corpus(folder).orders[0]
    assert (order.id, order.batch, order.split) == ("a", "o1", Split.DEVELOP)
    assert order.text == ORDER
    gold = order.labels["RT101"]
    assert (gold.status, gold.role, gold.note) == (Status.PARTIAL, GivenRole.ADVISORY, "close")
    assert order.labels["RT601"].status is Status.MET
    assert [raised.check for raised in order.drafting] == ["RT904"]
    assert [form.name for form in order.forms] == ["order.pdf"]


def test_clause_cases(tmp_path: Path) -> None:
    first, second = load_corpus(write_corpus(tmp_path, {}, clauses=CLAUSES)).clauses
    assert (first.id, first.group, first.about) == ("c1-001", "s1", "RT101")
    assert second.labels == {"RT101": Status.PARTIAL, "RT102": Status.MISSING}
    assert second.note == "one parent"


def test_an_order_without_labels_is_skipped_and_named(tmp_path: Path) -> None:
    corpus = load_corpus(write_corpus(tmp_path, {"a": order_toml(), "b": ""}))
    assert [order.id for order in corpus.orders] == ["a"]
    assert corpus.unlabelled == ("b",)


@pytest.mark.parametrize(
    ("selection", "taken"),
    [
        ({}, ["1", "2"]),  # a locked batch must be asked for
        ({"split": "tune"}, ["2"]),
        ({"split": "locked"}, ["3"]),
        ({"batches": ["o1", "o3"]}, ["1", "3"]),
        ({"split": "develop", "batches": ["o1"]}, ["1"]),
    ],
)
def test_selection(tmp_path: Path, selection: dict, taken: list[str]) -> None:
    orders = {number: order_toml(f"o{number}") for number in "123"}
    corpus = load_corpus(write_corpus(tmp_path, orders, splits=SPLITS), **selection)
    assert [order.id for order in corpus.orders] == taken


@pytest.mark.parametrize(
    ("selection", "says"),
    [
        ({"split": "test"}, "'test' is no split; use one of develop, tune, join, locked"),
        ({"batches": ["o9"]}, "no case of batch 'o9'"),
    ],
)
def test_a_selection_that_names_nothing(tmp_path: Path, selection: dict, says: str) -> None:
    folder = write_corpus(tmp_path, {"a": order_toml()})
    with pytest.raises(UsageError, match=says):
        load_corpus(folder, **selection)


def test_paths_that_are_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no folder"):
        load_corpus(tmp_path / "nothing")
    with pytest.raises(UsageError, match="it is not a corpus"):
        load_corpus(tmp_path)


@pytest.mark.parametrize(
    ("expected", "says"),
    [
        ("batch = ", "is not valid TOML"),
        ('batch = "o1"', "applicable is not given"),
        (order_toml().replace('batch = "o1"', ""), "batch is not given"),
        (order_toml(end="[RT999]\n"), "'RT999' is no key of this file"),
        (order_toml().replace("[RT704]", "[RT703x]"), "RT704: no label"),
        (order_toml(rt101='status = "good"'), "RT101: 'good' is no status"),
        (order_toml(rt101='status = "met"'), "RT101: no evidence"),
        (order_toml(rt101='status = "missing"\nproof = 1'), "RT101: 'proof' is no key"),
        (
            order_toml(rt101='status = "met"\nevidence = ["The parents may attend."]'),
            "not in the order: 'The parents may attend.'",
        ),
        (order_toml(rt101='status = "missing"\nrole = "judge"'), "'judge' is no role"),
        (
            order_toml().replace('[RT601]\nstatus = "met"', '[RT601]\nstatus = "missing"'),
            "RT601: a prohibition is never missing",
        ),
        (
            order_toml().replace('[RT602]\nstatus = "met"', '[RT602]\nstatus = "partial"'),
            "RT602: say which role is given",
        ),
        (order_toml(end='[[drafting]]\nid = "RT101"\n'), "no id of a drafting check"),
        (order_toml().replace("applicable = true", "applicable = false"), "not applicable; take"),
    ],
)
def test_wrong_labels_of_an_order(tmp_path: Path, expected: str, says: str) -> None:
    folder = write_corpus(tmp_path, {"a": expected})
    with pytest.raises(RuleError, match=says) as caught:
        load_corpus(folder)
    assert "expected.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('id = "c1-002"', 'id = "c1-001"', "c1-001: the id is used twice"),
        ('id = "c1-002"', "", "case 2 has no id"),
        ('about = "RT101"', 'about = "RT999"', "'RT999' is no core requirement"),
        ('{ RT101 = "met" }', '{ RT102 = "met" }', "labels lacks RT101"),
        ('{ RT101 = "met" }', '{ RT101 = "met", RT999 = "met" }', "'RT999' is no core"),
        ('{ RT101 = "met" }', '{ RT101 = "met", RT601 = "missing" }', "never missing"),
        ('note = "one parent"', 'hint = "one parent"', "c1-002: 'hint' is no key"),
        ('text = "Mother shall attend reunification therapy."', 'text = ""', "text is not given"),
    ],
)
def test_wrong_clause_cases(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in CLAUSES
    folder = write_corpus(tmp_path, {}, clauses=CLAUSES.replace(old, new))
    with pytest.raises(RuleError, match=says):
        load_corpus(folder)


def test_all_problems_are_named_at_once(tmp_path: Path) -> None:
    wrong = order_toml(rt101='status = "good"', end="[RT999]\n")
    with pytest.raises(RuleError) as caught:
        load_corpus(write_corpus(tmp_path, {"a": wrong, "b": wrong}))
    assert len(str(caught.value).splitlines()) == 4


def test_wrong_splits(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path, {"a": order_toml()}, splits='o1 = "train"\n')
    with pytest.raises(UsageError, match=r"splits\.toml, o1: 'train' is no split"):
        load_corpus(folder)


@pytest.mark.parametrize("split", list(Split))
def test_the_corpus_that_ships_is_sound(split: Split) -> None:
    load_corpus(CHECKOUT / "corpus", split=split)
