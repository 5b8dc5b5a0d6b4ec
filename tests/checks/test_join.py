"""Two readers, one status: who may overrule whom, and when a person should look."""

from dataclasses import replace

from rtlint.checks.join import OVERRULES, conclude, join
from rtlint.model.assessment import Assessment, EvidenceRole, Status
from rtlint.readers.learned import Belief
from rtlint.readers.passages import at_one_look
from rtlint.rulebook import load_rules
from tests.language.reading import analysis_of

RULE = load_rules().rule("RT101")
BAN = load_rules().rule("RT601")
ANALYSIS = analysis_of("Both parents shall attend reunification therapy.")
(PASSAGE,) = at_one_look(ANALYSIS)
(AGAIN,) = at_one_look(ANALYSIS, 1)


def belief(**chances: float) -> Belief:
    every = {Status.MET: 0.0, Status.PARTIAL: 0.0, Status.CONTRADICTED: 0.0}
    return Belief(PASSAGE, every | {Status(k): v for k, v in chances.items()}, 0)


def joined(framed: Status, *beliefs: Belief) -> Assessment:
    assert RULE is not None
    return join(ANALYSIS, RULE, Assessment(RULE.id, framed), beliefs)


def test_a_contradiction_in_any_passage_beats_a_grant_in_another() -> None:
    assert RULE is not None
    found = conclude(RULE, [belief(met=0.9), belief(contradicted=0.8)])
    assert found.status is Status.CONTRADICTED
    assert found.chance == 0.8


def test_silence_means_missing_for_a_requirement_and_met_for_a_ban() -> None:
    assert RULE is not None
    assert BAN is not None
    assert conclude(RULE, [belief(met=0.1)]).status is Status.MISSING
    assert conclude(BAN, [belief(contradicted=0.1)]).status is Status.MET


def test_what_the_patterns_did_not_find_may_be_learned() -> None:
    found = joined(Status.MISSING, belief(met=0.95))
    assert found.status is Status.MET
    assert not found.review
    assert found.evidence[0].role is EvidenceRole.SUPPORTS
    assert found.evidence[0].quote == "Both parents shall attend reunification therapy."


def test_a_close_difference_is_for_a_person_to_look_at() -> None:
    needed = OVERRULES[Status.MISSING, Status.MET]
    assert joined(Status.MISSING, belief(met=needed + 0.01)).review


def test_silence_overrules_a_grant_but_never_a_breach() -> None:
    assert joined(Status.MET, belief(met=0.0)).status is Status.MISSING
    assert joined(Status.CONTRADICTED, belief(met=0.0)).status is Status.CONTRADICTED
    half_silent = 1 - OVERRULES[Status.PARTIAL, Status.MISSING] + 0.01
    assert joined(Status.PARTIAL, belief(met=half_silent)).status is Status.PARTIAL


def test_a_status_must_hold_at_both_looks() -> None:
    assert RULE is not None
    at_second_look = replace(belief(contradicted=0.0), passage=AGAIN)
    once = conclude(RULE, [belief(contradicted=0.9), at_second_look])
    assert once.status is Status.MISSING
    sure_again = replace(belief(contradicted=0.7), passage=AGAIN)
    twice = conclude(RULE, [belief(contradicted=0.9), sure_again])
    assert twice.status is Status.CONTRADICTED
    assert round(twice.chance, 6) == 0.8


def test_a_grant_is_overruled_only_by_a_sure_contradiction() -> None:
    needed = OVERRULES[Status.MET, Status.CONTRADICTED]
    doubted = joined(Status.MET, belief(contradicted=needed - 0.01))
    assert doubted.status is Status.MET
    assert doubted.review
    assert joined(Status.MET, belief(contradicted=0.999)).status is Status.CONTRADICTED


def test_a_forbidden_role_that_was_learned_has_a_kind() -> None:
    assert BAN is not None
    found = join(ANALYSIS, BAN, Assessment(BAN.id, Status.MET), [belief(contradicted=0.999)])
    assert found.status is Status.CONTRADICTED
    assert found.role is not None
