"""The learned reader: its file, its determinism, and what it makes of plain wordings."""

import json
import shutil
from pathlib import Path

import pytest

from rtlint.errors import RtlintError
from rtlint.evaluation.corpus import load_corpus
from rtlint.model.assessment import Status
from rtlint.readers.learned import MODEL, LearnedReader, shipped_reader
from rtlint.readers.passages import at_one_look
from rtlint.rulebook import load_rules
from tests.language.reading import analysis_of
from tests.running import CHECKOUT

LIMIT = 35_000_000  # bytes that the wheel may spend on it


def best(text: str, rule: str) -> Status | None:
    """The status with the highest belief, None where silence is likeliest."""
    reader = shipped_reader()
    assert reader is not None
    beliefs = reader.read(at_one_look(analysis_of(text)))[rule]
    if not beliefs:
        return None  # the passage is on another topic, so it is not shown to the reader
    (belief,) = beliefs
    status = max(belief.chances, key=lambda s: belief.chances[s])
    return status if belief.chances[status] > 0.5 else None


def test_it_ships_and_is_small_enough() -> None:
    assert sum(path.stat().st_size for path in MODEL.glob("*.*n*") if path.suffix != ".pt") < LIMIT


def test_it_knows_the_bundled_requirements() -> None:
    reader = shipped_reader()
    assert reader is not None
    rules = load_rules().rules
    requirements = {rule.id for rule in rules if rule.kind != "topic" and not rule.drafting}
    assert reader.rules == requirements


@pytest.mark.parametrize(
    ("text", "rule", "status"),
    [
        ("Both parents shall participate in reunification therapy.", "RT101", Status.MET),
        ("Father shall participate in reunification therapy.", "RT101", Status.PARTIAL),
        (
            "The reunification therapist shall decide when parenting time resumes.",
            "RT602",
            Status.CONTRADICTED,
        ),
        (
            "The reunification therapist may speak with counsel for both parents.",
            "RT401",
            Status.MET,
        ),
        ("Father shall pay the child's school fees.", "RT501", None),
        ("The reunification therapist shall keep her notes locked.", "RT501", None),
    ],
)
def test_plain_wordings(text: str, rule: str, status: Status | None) -> None:
    assert best(text, rule) is status


def test_two_readings_are_alike_whatever_stands_beside() -> None:
    reader = shipped_reader()
    assert reader is not None
    alone = at_one_look(analysis_of("1. Both parents shall attend reunification therapy."))
    beside = at_one_look(
        analysis_of("1. Both parents shall attend reunification therapy.\n\n2. Father shall pay.")
    )
    one = reader.read(alone)["RT101"][0].chances[Status.MET]
    two = reader.read(beside)["RT101"][0].chances[Status.MET]
    assert one == pytest.approx(two, abs=0.02)


def test_it_looks_at_the_clause_that_decides() -> None:
    text = (
        "1. The therapist bills monthly. Both parents shall sign all releases that the therapist "
        "requests. The first session is in May."
    )
    reader = shipped_reader()
    assert reader is not None
    (belief,) = reader.read(at_one_look(analysis_of(text)))["RT301"]
    assert belief.clause == 1


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    for name in ("card.json", "tokenizer.json"):
        shutil.copy(MODEL / name, tmp_path / name)
    (tmp_path / "reader.onnx").write_bytes((MODEL / "reader.onnx").read_bytes()[:-1])
    with pytest.raises(RtlintError, match="--no-model"):
        LearnedReader(tmp_path)


def test_it_was_trained_on_develop_only() -> None:
    card = json.loads((MODEL / "card.json").read_text("utf-8"))
    kept = {
        case.batch
        for split in ("join", "tune", "locked")
        for cases in (load_corpus(CHECKOUT / "corpus", split=split),)
        for case in (*cases.orders, *cases.clauses)
    }
    assert kept
    assert not kept & set(card["batches"])
