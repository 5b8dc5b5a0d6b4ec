"""For what is missing: the operative clause that comes nearest to what was looked for.

Likeness never decides a status ("both parents shall" and "neither parent shall" are 94 %
alike); it only chooses what to show.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz

from rtlint.language.analysis import ClauseReading
from rtlint.model.rule import Rule

_ENOUGH = 45.0  # likeness of 100, below which the nearest clause is too far to help


def nearest(rule: Rule, readings: Sequence[ClauseReading]) -> ClauseReading | None:
    """The clause that shares most concepts with the rule and reads most like its model clause."""
    wanted = frozenset().union(*(group for p in rule.patterns for group in p.says))
    best: tuple[int, float] = (0, _ENOUGH)
    found = None
    for reading in readings:
        shared = len({hit.name for hit in reading.view.hits if hit.kind == "concept"} & wanted)
        if shared < max(best[0], 1):
            continue
        text = reading.view.text(0, len(reading.view.tokens))
        score = (shared, fuzz.token_set_ratio(text, rule.clause or rule.title))
        if score > best:
            best, found = score, reading
    return found
