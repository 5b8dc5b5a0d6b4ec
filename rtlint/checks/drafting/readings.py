"""Checks that follow from how the requirements were read.

A duty in weak words, a duty on one parent, clauses against each other, a decision given to
the therapist: the requirements' readings know them already; here they become remarks of
their own, so that each is mended where it stands.
"""

from collections.abc import Callable, Iterator, Mapping

from rtlint.checks.drafting.conflicts import conflict
from rtlint.checks.drafting.duties import one_sided, weak
from rtlint.checks.drafting.judged import by_role, judged
from rtlint.checks.drafting.scene import Scene, quoted, remark
from rtlint.checks.given import role_given
from rtlint.language.analysis import ClauseReading
from rtlint.model.assessment import EvidenceRole, GivenRole, Status
from rtlint.model.drafting import Remark
from rtlint.model.rule import Rule, Stance
from rtlint.readers.frames import read_frames


def check_readings(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """The remarks of the reading that the rule watches for."""
    yield from _WATCHES[rule.watch](scene, rule)


def _decision(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Decisions of the court that are given to somebody else.

    A prohibition that is breached tells where; the rule's own patterns add what no prohibition
    speaks of.
    """
    found: dict[int, tuple[ClauseReading, bool]] = {}
    for asked, assessment in judged(scene):
        if assessment.status is not Status.CONTRADICTED or asked.kind != "prohibition":
            continue
        against = by_role(scene, assessment, EvidenceRole.CONTRADICTS)
        for clause in against:
            breaches = [
                take
                for take in scene.judgement.takes[asked.id]
                if take.clause is clause and take.stance is Stance.CONTRADICTS
            ]
            role = role_given(scene.analysis, asked, clause, breaches)
            alone = role is None and len(against) == 1
            if role is GivenRole.DECISION or (alone and assessment.role is GivenRole.DECISION):
                found.setdefault(clause.view.number, (clause, assessment.review))
    bars = [asked for asked, _ in judged(scene) if asked.kind == "prohibition"]
    for take in read_frames(scene.analysis, rule):
        if take.stance is not Stance.CONTRADICTS:
            continue
        told = {role_given(scene.analysis, asked, take.clause) for asked in bars}
        if GivenRole.ADVISORY not in told:
            found.setdefault(take.clause.view.number, (take.clause, False))
    for _, (clause, review) in sorted(found.items(), key=lambda item: item[0]):
        yield remark(rule, quoted(scene, clause), review=review)


_WATCHES: Mapping[str, Callable[[Scene, Rule], Iterator[Remark]]] = {
    "weak": weak,
    "one-sided": one_sided,
    "conflict": conflict,
    "decision": _decision,
}
