"""Two readers, one status: whose word counts for how much, and when a person should look."""

from dataclasses import replace

import pytest

from rtlint.checks.join import join, likeliest, shipped_weights
from rtlint.checks.signs import BRIEF, Words, signs, signs_of_paper
from rtlint.model.assessment import Assessment, EvidenceRole, Status
from rtlint.model.rule import Rule
from rtlint.readers.learned import Belief
from rtlint.readers.passages import at_one_look
from rtlint.rulebook import load_rules
from tests.language.reading import analysis_of

ANALYSIS = analysis_of("Both parents shall attend reunification therapy.")
(PASSAGE,) = at_one_look(ANALYSIS)
(AGAIN,) = at_one_look(ANALYSIS, 1)


def rule(name: str) -> Rule:
    found = load_rules().rule(name)
    assert found is not None
    return found


def belief(**chances: float) -> list[Belief]:
    """The same belief at both looks."""
    every = {Status.MET: 0.0, Status.PARTIAL: 0.0, Status.CONTRADICTED: 0.0}
    known = every | {Status(name): chance for name, chance in chances.items()}
    return [Belief(PASSAGE, known, 0), Belief(AGAIN, known, 0)]


def words(framed: Status, name: str = "RT101", **chances: float) -> Words:
    return Words(rule(name), Assessment(name, framed), [], belief(**chances))


def joined(framed: Status, name: str = "RT101", **chances: float) -> Assessment:
    return join(ANALYSIS, [words(framed, name, **chances)])[name]


@pytest.mark.parametrize("status", [Status.MET, Status.PARTIAL, Status.CONTRADICTED])
def test_where_both_readers_agree_the_status_stands(status: Status) -> None:
    found = joined(status, **{status.value: 0.98})
    assert found.status is status
    assert not found.review


def test_silence_of_both_means_missing_and_for_a_ban_met() -> None:
    assert joined(Status.MISSING).status is Status.MISSING
    assert joined(Status.MET, "RT601").status is Status.MET


def test_what_the_patterns_did_not_find_may_be_learned() -> None:
    found = joined(Status.MISSING, met=0.97)
    assert found.status is Status.MET
    assert found.evidence[0].role is EvidenceRole.SUPPORTS
    assert found.evidence[0].quote == "Both parents shall attend reunification therapy."


def test_a_learned_breach_is_quoted_with_its_role() -> None:
    found = joined(Status.MET, "RT601", contradicted=0.99)
    assert found.status is Status.CONTRADICTED
    assert found.role is not None
    assert found.evidence[0].role is EvidenceRole.CONTRADICTS


def test_a_grant_that_both_readers_hear_is_likelier_than_one_that_the_frames_hear_alone() -> None:
    alone, both = words(Status.MET), words(Status.MET, met=0.97)
    weights = shipped_weights()
    chances = [
        weights.chances(signs(word, signs_of_paper([word])))[Status.MET] for word in (alone, both)
    ]
    assert chances[0] < chances[1]


def test_met_is_given_only_where_it_is_much_the_likeliest() -> None:
    close = {"met": 0.5, "partial": 0.4, "missing": 0.06, "contradicted": 0.04}
    assert likeliest(close, rule("RT101")) == (Status.PARTIAL, 0.4)
    sure = {"met": 0.8, "partial": 0.1, "missing": 0.06, "contradicted": 0.04}
    assert likeliest(sure, rule("RT101")) == (Status.MET, 0.8)


def test_a_prohibition_is_never_missing() -> None:
    silent = {"met": 0.3, "partial": 0.1, "missing": 0.5, "contradicted": 0.1}
    assert likeliest(silent, rule("RT601"))[0] is not Status.MISSING
    assert likeliest(silent, rule("RT101"))[0] is Status.MISSING


def test_a_status_heard_at_one_look_only_counts_for_less() -> None:
    both = words(Status.MISSING, contradicted=0.9)
    nothing = belief()[1]
    once = replace(both, beliefs=(both.beliefs[0], nothing))
    assert both.heard is Status.CONTRADICTED
    assert once.heard is None
    assert once.mean(Status.CONTRADICTED) == pytest.approx(0.45)


def test_the_model_knows_the_signs_that_it_is_given() -> None:
    """A sign renamed in signs.py and not in join.json would be lost without a word."""
    known = shipped_weights().weights
    asked = [words(Status.PARTIAL, partial=0.9), words(Status.MISSING, "RT102", met=0.3)]
    paper = signs_of_paper(asked)
    assert paper[BRIEF] == 1.0
    for word in asked:
        given = signs(word, paper)
        assert {name for name in given if word.rule.id not in name} - set(known) <= {
            name for name in given if "number" in name or "learned" in name
        }


def test_no_words_no_assessments() -> None:
    assert join(ANALYSIS, []) == {}
