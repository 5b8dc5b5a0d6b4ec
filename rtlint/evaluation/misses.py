"""Every pair that is not right, with the words on both sides, to mend a rule by.

A locked batch is never listed: whoever has read its misses can no longer be
measured on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rtlint.evaluation.corpus import Split
from rtlint.evaluation.evaluate import Evaluation, FormPair
from rtlint.evaluation.figures import evidence_right, name_of, role_right
from rtlint.evaluation.pairs import DraftingPair, Pair

_ASKED_AND_WRONG = (0, 1)  # what a figure counts for a pair that takes part and fails


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that a judge got wrong; ``kind`` is status, role, evidence, drafting or form."""

    kind: str
    case: str
    rule: str
    gold: str
    found: str
    text: str = ""
    gold_evidence: tuple[str, ...] = ()
    found_evidence: tuple[str, ...] = ()
    note: str = ""
    reason: str = ""


def misses(evaluation: Evaluation, rule: str | None = None) -> list[Miss]:
    """Every miss outside locked batches, of one rule if one is named."""
    return [miss for miss in _all(evaluation) if rule is None or miss.rule == rule]


def _all(evaluation: Evaluation) -> Iterator[Miss]:
    for section in evaluation.sections:
        for pair in section.pairs:
            if pair.split is not Split.LOCKED:
                yield from _of_pair(pair)
        for check in section.drafting:
            if check.split is not Split.LOCKED and check.gold is not check.found:
                yield _of_check(check)
    for form in evaluation.forms:
        if form.split is not Split.LOCKED and form.in_text is not form.in_form:
            yield _of_form(form)


def _of_pair(pair: Pair) -> Iterator[Miss]:
    if not pair.right:
        yield _miss("status", pair, pair.gold.value, name_of(pair.found))
    if role_right(pair) == _ASKED_AND_WRONG:
        yield _miss("role", pair, str(pair.gold_role), str(pair.found_role or "none"))
    if evidence_right(pair) == _ASKED_AND_WRONG:
        yield _miss("evidence", pair, pair.gold.value, name_of(pair.found))


def _miss(kind: str, pair: Pair, gold: str, found: str) -> Miss:
    return Miss(
        kind=kind,
        case=pair.case,
        rule=pair.requirement,
        gold=gold,
        found=found,
        text=pair.text,
        gold_evidence=pair.gold_evidence,
        found_evidence=pair.found_evidence,
        note=pair.note,
        reason=pair.reason,
    )


def _of_check(pair: DraftingPair) -> Miss:
    return Miss(
        kind="drafting",
        case=pair.case,
        rule=pair.check,
        gold=_raised(pair.gold),
        found=_raised(pair.found),
        gold_evidence=pair.gold_evidence,
        found_evidence=pair.found_evidence,
    )


def _raised(is_raised: object) -> str:
    return "raised" if is_raised else "not raised"


def _of_form(form: FormPair) -> Miss:
    return Miss(
        kind="form",
        case=f"{form.case}/{form.form}",
        rule=form.requirement,
        gold=f"{name_of(form.in_text)} in order.txt",
        found=name_of(form.in_form),
    )
