"""Figures that cannot be right: shares that make no whole, numbers and dates at odds."""

import re
from collections.abc import Iterator
from fractions import Fraction

from rtlint.checks.drafting.scene import Scene, quoted, remark
from rtlint.language.amounts import makes_whole, read_shares
from rtlint.language.analysis import ClauseReading
from rtlint.language.mentions import EVERYONE
from rtlint.language.numbers import mismatches
from rtlint.language.portions import Portion, portions, unequal
from rtlint.language.times import DateFound, dates
from rtlint.model.assessment import Status
from rtlint.model.drafting import Remark
from rtlint.model.rule import Force, Rule, Stance

_PERCENT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)\s*%")
_DUE = re.compile(
    r"\b(?:by|before|on\s+or\s+before|no\s+later\s+than|not\s+later\s+than|within|until|on|beginning|starting|commencing)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def check_figures(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Remarks on shares, numbers and dates, in that order."""
    yield from _shares(scene, rule)
    for clause in scene.operative():
        text = scene.words(clause)
        for wrong in mismatches(text):
            facts = {"words": str(wrong.in_words), "figures": wrong.in_figures}
            cue = text[wrong.start : wrong.end]
            yield remark(rule, quoted(scene, clause, cue), case="number", facts=facts)
        for found in dates(text):
            yield from _date(scene, rule, clause, found)


def _date(scene: Scene, rule: Rule, clause: ClauseReading, found: DateFound) -> Iterator[Remark]:
    text = scene.words(clause)
    cue = text[found.start : found.end]
    if found.wrong and not _of_somebody(clause, cue):
        facts = {"date": cue, "why": found.wrong}
        yield remark(rule, quoted(scene, clause, cue), case="date", facts=facts)
    elif found.day and scene.filed and found.day < scene.filed and _is_due(clause, text, found):
        facts = {"date": cue, "filed": scene.filed.isoformat()}
        yield remark(rule, quoted(scene, clause, cue), case="past", facts=facts)


def _of_somebody(clause: ClauseReading, words: str) -> bool:
    """Whether what looks like a month is a person: "June 38 and Silas 62"."""
    named = [m for m in clause.view.mentions if m.named]
    tokens = clause.view.tokens
    return any(tokens[m.first].text in words.split() for m in named)


def _is_due(clause: ClauseReading, text: str, found: DateFound) -> bool:
    """Whether a clause sets something for a day, rather than telling of it."""
    ordered = any(frame.force is Force.MUST for frame in clause.frames)
    return ordered and _DUE.search(text[: found.start]) is not None


def _shares(scene: Scene, rule: Rule) -> Iterator[Remark]:
    said: set[int] = set()
    for clauses, total in [
        *_in_clauses(scene),
        *_in_rows(scene),
        *_in_sum(scene),
        *_in_readings(scene),
    ]:
        numbers = {clause.view.number for clause in clauses}
        if not numbers & said:
            said |= numbers
            quotes = tuple(item for clause in clauses for item in quoted(scene, clause))
            yield remark(rule, quotes, case="shares", facts={"total": _percent(total)})


Wrong = tuple[list[ClauseReading], Fraction]


def _in_clauses(scene: Scene) -> Iterator[Wrong]:
    """Divisions within one clause, or within the sentences and items that stand side by side."""
    role = _parties(scene)
    group: list[tuple[ClauseReading, Portion]] = []
    for clause in scene.operative():
        found = portions(clause.view, role)
        if _row(scene, clause):
            continue
        if len(found) == 1 and found[0].payer and _plain(clause):
            if group and not _beside(scene, group[-1], (clause, found[0])):
                yield from _summed(group)
                group = []
            group.append((clause, found[0]))
            continue
        yield from _summed(group)
        group = []
        total = unequal(found)
        each_all = all(portion.amount == 1 for portion in found)  # of things of their own
        if total is not None and not each_all and _plain(clause):
            yield [clause], total
    yield from _summed(group)


def _summed(group: list[tuple[ClauseReading, Portion]]) -> Iterator[Wrong]:
    total = sum((portion.amount for _, portion in group), Fraction(0))
    if len(group) > 1 and not makes_whole(total):
        yield [clause for clause, _ in group], total


def _beside(
    scene: Scene, before: tuple[ClauseReading, Portion], after: tuple[ClauseReading, Portion]
) -> bool:
    """Whether two clauses divide one cost: neighbours in one paragraph or list, other payers."""
    one, other = before[0].view.clause, after[0].view.clause
    blocks = scene.analysis.outline.blocks
    together = one.block == other.block or (
        one.lead_in
        and one.lead_in == other.lead_in
        and blocks[one.block].parent == blocks[other.block].parent
    )
    near = after[0].view.number - before[0].view.number == 1
    return bool(together) and near and not before[1].payer & after[1].payer


def _plain(clause: ClauseReading) -> bool:
    """Whether a clause divides by numbers alone, with no words for the rest or for equal parts."""
    found = read_shares(_own(clause))
    return not (found.rest or found.equal)


def _own(clause: ClauseReading) -> list[str]:
    return clause.view.words(clause.view.own, len(clause.view.tokens))


def _in_rows(scene: Scene) -> Iterator[Wrong]:
    """Rows of a table whose cells of percentages make no whole."""
    for clause in scene.operative():
        cells = _row(scene, clause)
        amounts = [
            Fraction(m[1]) / 100 for cell in cells if (m := _PERCENT.fullmatch(cell.strip()))
        ]
        total = sum(amounts, Fraction(0))
        if len(amounts) > 1 and not makes_whole(total):
            yield [clause], total


def _row(scene: Scene, clause: ClauseReading) -> list[str]:
    text = scene.words(clause)
    return text.split(" | ") if " | " in text else []


def _in_sum(scene: Scene) -> Iterator[Wrong]:
    """Clauses apart from each other that each give a payer a share of one cost."""
    role = _parties(scene)
    for rule in scene.rulebook.rules:
        if rule.kind != "shares":
            continue
        takes = [
            t for t in scene.judgement.takes[rule.id] if t.stance is Stance.SUPPORTS and not t.parts
        ]
        clauses = {t.clause.view.number: t.clause for t in takes}
        found = {n: portions(c.view, role) for n, c in clauses.items() if _plain(c)}
        single = {n: p[0] for n, p in found.items() if len(p) == 1 and p[0].payer}
        payers = frozenset().union(*(p.payer for p in single.values()))
        total = sum((p.amount for p in single.values()), Fraction(0))
        apart = len(payers) == len(single) and EVERYONE not in payers
        if len(single) == len(clauses) == 2 and apart and not makes_whole(total):
            yield [clauses[n] for n in sorted(single)], total


def _in_readings(scene: Scene) -> Iterator[Wrong]:
    """Clauses by which a requirement is contradicted, and whose shares make no whole."""
    for assessment in scene.judgement.assessments:
        rule = scene.rulebook.rule(assessment.rule)
        divides = rule is not None and rule.kind == "shares"
        if not divides or assessment.status is not Status.CONTRADICTED:
            continue
        for clause in scene.clauses_of(assessment.evidence):
            shares = read_shares(_own(clause))
            if len(shares.amounts) > 1 and shares.wrong and _plain(clause):
                yield [clause], shares.total


def _parties(scene: Scene) -> str:
    """The role of those between whom the paper is made."""
    roles = scene.analysis.vocabulary.roles.values()
    return next((role.name for role in roles if role.systems), "")


def _percent(total: Fraction) -> str:
    return f"{float(total * 100):.4g}%"
