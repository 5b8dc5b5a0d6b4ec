"""What the drafting checks take from the requirements as judged: clauses, duties, who acts."""

from collections.abc import Iterator

from rtlint.checks.drafting.scene import Scene
from rtlint.language.analysis import ClauseReading
from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, Status
from rtlint.model.report import Severity
from rtlint.model.rule import Force, Rule
from rtlint.model.vocabulary import Role

_ECHO = 5  # words that an echo may have ("and so shall Father")


def judged(scene: Scene) -> Iterator[tuple[Rule, Assessment]]:
    """Every requirement with its assessment."""
    for assessment in scene.judgement.assessments:
        rule = scene.rulebook.rule(assessment.rule)
        if rule is not None:
            yield rule, assessment


def is_duty(rule: Rule) -> bool:
    """Whether a requirement asks for a duty, so that weak words or one name fall short of it."""
    grave = rule.severity.get(Status.PARTIAL, Severity.WARNING) is not Severity.INFO
    duties = any(pattern.reads_as == "duty" for pattern in rule.patterns)
    return rule.kind == "requirement" and duties and grave


def bearing(assessment: Assessment) -> tuple[Evidence, ...]:
    """The evidence that a status rests on; the nearest words of what is missing bear nothing."""
    return tuple(e for e in assessment.evidence if e.role is not EvidenceRole.NEAREST)


def by_role(scene: Scene, assessment: Assessment, role: EvidenceRole) -> list[ClauseReading]:
    """The clauses that are evidence of one kind."""
    return scene.clauses_of(tuple(e for e in assessment.evidence if e.role is role))


def is_family(role: Role) -> bool:
    """Whether a role is the parties' or the children's."""
    return bool(role.systems) or role.bare_names


def acting(clause: ClauseReading, role: Role, *, echoes: bool = False) -> frozenset[str]:
    """Who of a role must act in a clause, or is asked to where nobody must."""
    frames = [f for f in clause.frames if not echoes or f.last - f.first <= _ECHO]
    firm = [f for f in frames if f.force in (Force.MUST, Force.IS)]
    soft = [f for f in frames if f.force is Force.WEAK]
    for kind in (firm, soft):
        found = frozenset().union(
            *(a.members for frame in kind for a in frame.agents if a.role == role.name)
        )
        if found:
            return found
    return frozenset()
