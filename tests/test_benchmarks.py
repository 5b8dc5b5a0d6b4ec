"""Programs beside the product: their switches still fit the engine, and their sums are right."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import ablation, learning_curve
from rtlint.evaluation import load_corpus
from rtlint.evaluation.corpus import Corpus, Split
from scripts import diversity
from tests.evaluation.samples import pair

BATCH = "c15"


@pytest.mark.parametrize("layer", ablation.LAYERS, ids=lambda layer: layer.name)
def test_every_switch_of_the_ablation_finds_its_place(layer: ablation.Layer) -> None:
    before = [ablation._owner(place) for place, _ in layer.places]
    whole = [getattr(owner, name) for owner, name in before]
    with ablation.without(layer):
        assert [getattr(owner, name) for owner, name in before] != whole or not layer.places
    assert [getattr(owner, name) for owner, name in before] == whole


@pytest.fixture(scope="module")
def few() -> Corpus:
    loaded = load_corpus(ablation.CORPUS, batches=[BATCH])
    return Corpus((), loaded.clauses[:24])


@pytest.mark.parametrize("name", ["topics", "frame reader"])
def test_a_layer_that_is_taken_out_changes_what_is_judged(few: Corpus, name: str) -> None:
    whole = ablation.judged(few, ablation.Layer("nothing", model=False))
    layer = next(layer for layer in ablation.LAYERS if layer.name == name)
    less = ablation.judged(few, replace(layer, model=False))
    cost = ablation.cost(layer, whole, less)
    assert cost.moved > 0
    assert cost.clauses.n == len(whole) > 24


def test_a_place_that_has_moved_stops_the_ablation() -> None:
    gone = ablation.Layer("gone", (("rtlint.language.frames.nowhere", ablation.constant(None)),))
    with (
        pytest.raises(SystemExit, match="has moved: mend LAYERS"),
        ablation.without(gone),
    ):
        pass


def test_a_cost_is_what_was_right_before_and_is_wrong_after() -> None:
    key = ("clauses", "c1-001", "RT101")
    whole = {key: pair("cc"), (*key[:2], "RT102"): pair("m0", requirement="RT102")}
    less = {key: pair("cm"), (*key[:2], "RT102"): pair("mm", requirement="RT102")}
    cost = ablation.cost(ablation.LAYERS[0], whole, less)
    assert (cost.clauses.value, cost.moved) == (0.0, 2)
    assert cost.wrong_met.value == 0.5
    assert cost.orders.value is None


def test_parts_of_the_corpus_grow_by_whole_batches() -> None:
    small, large = learning_curve.growing([1.0, 0.25])
    assert set(small) < set(large)
    develop = load_corpus(ablation.CORPUS, split="develop")
    assert set(large) == {case.batch for case in (*develop.clauses, *develop.orders)}


def test_a_part_is_laid_out_without_other_batches_and_without_a_reader(tmp_path: Path) -> None:
    learning_curve.lay_out(tmp_path, (BATCH, "o1"))
    corpus = load_corpus(tmp_path / "corpus")
    develop = [c for c in (*corpus.clauses, *corpus.orders) if c.split is Split.DEVELOP]
    assert {case.batch for case in develop} == {BATCH, "o1"}
    assert load_corpus(tmp_path / "corpus", split="locked").clauses == ()
    assert not (tmp_path / "rtlint/readers/model/card.json").exists()
    assert (tmp_path / "scripts/train_reader/__main__.py").is_file()


def test_the_curve_is_measured_by_the_program_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []

    def run(copy: Path, *arguments: str) -> str:
        asked.append(arguments)
        (copy / "rtlint/readers/model/card.json").write_text("{}")
        figures = '{"about_accuracy": {"value": 0.5}}'
        return f'{{"sections": {{"clauses": {{"figures": {figures}}}}}}}'

    monkeypatch.setattr(learning_curve, "run", run)
    point = learning_curve.trained(
        learning_curve.wanted("scripts/train_reader --epochs 1", (BATCH,))
    )
    assert asked[0] == ("scripts/train_reader", "--epochs", "1")
    assert point.figures == {"clauses": {"about_accuracy": 0.5}}
    more = replace(
        point,
        clauses=point.clauses + 500,
        batches=("c1", BATCH),
        figures={"clauses": {"about_accuracy": 0.6}},
    )
    rows = learning_curve.lines([more, point])
    assert rows[2].endswith("| – |")
    assert rows[3].endswith("| +20.0 |")


def text(name: str, words: str, *, batch: str = "c1", group: str = "") -> diversity.Text:
    return diversity.Text(
        name, batch, Split.DEVELOP, group or name, "RT101", diversity.words_of(words)
    )


def test_near_duplicates_differ_by_names_and_numbers_alone() -> None:
    first = text("a", "Both parents shall attend each session that Dr. Wu sets by May 3.")
    same = text(
        "b", "Both parents shall attend each session that Dr. Lee sets by May 14.", batch="c2"
    )
    other = text("c", "The child shall be brought by whoever has her that day.", batch="c2")
    found = list(diversity.near_duplicates([first, same, other]))
    assert [(twin.first.id, twin.second.id, twin.where) for twin in found] == [
        ("a", "b", "between batches")
    ]
    assert found[0].likeness == 100


def test_texts_of_one_contrast_set_may_be_alike() -> None:
    first = text("a", "Both parents shall attend each session that Dr. Wu sets.")
    sibling = text("b", "Both parents shall attend each session that Dr. Roe sets.", group="a")
    assert list(diversity.near_duplicates([first, sibling])) == []


def test_verbs_and_nouns_are_read_off_by_position() -> None:
    words = diversity.words_of(
        "The minor child shall not be brought to any joint session by Dr. Wu."
    )
    assert list(diversity.verbs(words)) == ["brought"]
    assert list(diversity.nouns(words)) == ["child", "session"]


def test_distance_is_to_the_nearest_text_of_another_batch() -> None:
    texts = [
        text("a", "both parents shall attend"),
        text("b", "both parents shall attend", batch="c2"),
        text("c", "releases are to be executed", batch="c2"),
    ]
    anywhere, _ = diversity.nearest(texts, diversity.vectors(texts))
    assert anywhere[0] == pytest.approx(0, abs=1e-6)
    assert anywhere[2] > 0.9
