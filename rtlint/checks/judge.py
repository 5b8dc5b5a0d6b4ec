"""All rules on one document, in the order in which they may look at each other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rtlint.checks.across import capped, denied, depends
from rtlint.checks.coverage import covered_parts
from rtlint.checks.join import join
from rtlint.checks.prohibition import check_prohibition
from rtlint.checks.reach import absent_papers, out_of_reach
from rtlint.checks.requirement import check_requirement
from rtlint.checks.shares import check_shares
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


def judge(analysis: Analysis, rulebook: Rulebook, reader: LearnedReader | None = None) -> Judgement:
    """Assess a document.

    Args:
        reader: the learned reader, for the rules it was trained for; None for frames alone.
    """
    judged = [rule for rule in rulebook.rules if rule.kind in CHECKS]
    takes = {rule.id: read_frames(analysis, rule) for rule in judged}
    found = {rule.id: CHECKS[rule.kind](analysis, rule, takes[rule.id]) for rule in judged}
    beliefs: Beliefs = reader.read(passages(analysis)) if reader is not None else {}
    if beliefs:
        for rule in judged:
            if rule.id in beliefs:
                found[rule.id] = join(analysis, rule, found[rule.id], beliefs[rule.id])
    for rule in judged:
        if rule.denied_by:
            firm = [t for t in takes[rule.id] if t.stance is Stance.SUPPORTS]
            found[rule.id] = denied(rule, found, frozenset(covered_parts(rule, firm)))
        if rule.capped_by:
            found[rule.id] = capped(rule, found)
        if rule.requires:
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
    return Judgement(assessments, takes, beliefs)
