"""All rules on one document, in the order in which they may look at each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rtlint.checks.across import capped, denied, depends
from rtlint.checks.coverage import covered_parts
from rtlint.checks.join import join
from rtlint.checks.prohibition import check_prohibition
from rtlint.checks.reach import absent_papers, out_of_reach
from rtlint.checks.requirement import check_requirement
from rtlint.checks.shares import check_shares
from rtlint.checks.signs import Words
from rtlint.language.analysis import Analysis
from rtlint.model.assessment import Assessment
from rtlint.model.outline import Force
from rtlint.model.rule import Rule, Rulebook, Stance
from rtlint.readers.frames import read_frames
from rtlint.readers.learned import Beliefs, LearnedReader
from rtlint.readers.passages import passages
from rtlint.readers.reading import Take

Check = Callable[[Analysis, Rule, list[Take]], Assessment]
CHECKS: Mapping[str, Check] = {
    "requirement": check_requirement,
    "prohibition": check_prohibition,
    "shares": check_shares,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """Every requirement and prohibition assessed, in the rulebook's order.

    ``takes`` and ``beliefs`` are what each reader makes of single clauses and passages, by rule,
    for checks that look at those.
    """

    assessments: tuple[Assessment, ...]
    takes: Mapping[str, list[Take]]
    beliefs: Beliefs


@dataclass(frozen=True, slots=True)
class Readings:
    """What each reader makes of a document by itself, rule by rule.

    Attributes:
        framed: the frames' assessments, before rules look at each other.
    """

    framed: Mapping[str, Assessment]
    takes: Mapping[str, list[Take]]
    beliefs: Beliefs

    def words(self, rules: Sequence[Rule]) -> list[Words]:
        """Both readers' words on each rule that both know."""
        return [
            Words(rule, self.framed[rule.id], self.takes[rule.id], self.beliefs[rule.id])
            for rule in rules
            if rule.id in self.framed and rule.id in self.beliefs
        ]


def read(analysis: Analysis, rulebook: Rulebook, reader: LearnedReader | None) -> Readings:
    """Have both readers read a document."""
    judged = [rule for rule in rulebook.rules if rule.kind in CHECKS]
    takes = {rule.id: read_frames(analysis, rule) for rule in judged}
    framed = {rule.id: CHECKS[rule.kind](analysis, rule, takes[rule.id]) for rule in judged}
    beliefs: Beliefs = reader.read(passages(analysis)) if reader is not None else {}
    return Readings(framed, takes, beliefs)


def judge(analysis: Analysis, rulebook: Rulebook, reader: LearnedReader | None = None) -> Judgement:
    """Assess a document.

    Args:
        reader: the learned reader, for the rules it was trained for; None for frames alone.
    """
    judged = [rule for rule in rulebook.rules if rule.kind in CHECKS]
    readings = read(analysis, rulebook, reader)
    takes, found = readings.takes, dict(readings.framed)
    found |= join(analysis, readings.words(judged))
    for rule in judged:
        if rule.denied_by:
            firm = [t for t in takes[rule.id] if t.stance is Stance.SUPPORTS]
            found[rule.id] = denied(rule, found, frozenset(covered_parts(rule, firm)))
        if rule.capped_by:
            found[rule.id] = capped(rule, found)
        if rule.requires and rule.id not in readings.beliefs:  # what both readers said weighs that
            found[rule.id] = depends(rule, found)
    open_options = any(c.view.clause.force is Force.UNDECIDED for c in analysis.clauses)
    absent = absent_papers(analysis, rulebook)
    assessments = tuple(
        out_of_reach(
            analysis,
            rule,
            found[rule.id],
            read_frames(analysis, rule, Force.UNDECIDED) if open_options else (),
            absent,
        )
        for rule in judged
    )
    return Judgement(assessments, takes, readings.beliefs)
