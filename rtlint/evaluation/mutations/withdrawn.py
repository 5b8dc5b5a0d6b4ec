"""Flips by place: a term that is quoted, proposed, vacated or unticked orders nothing.

The whole text is put where the guide lets no word count, so that every requirement it
decided falls back to what silence means. Beside it stands an order of the therapy that decides
no requirement, so that the paper is still about it.
"""

import re
from collections.abc import Callable

from rtlint.evaluation.catalogue import default_status
from rtlint.evaluation.corpus import ClauseCase
from rtlint.evaluation.mutations.guards import (
    begins_plainly,
    lower_first,
    one_paragraph,
    one_sentence,
)
from rtlint.evaluation.mutations.mutant import Family, Kind, Made
from rtlint.evaluation.mutations.wordings import CARRIER, REPORTED, WITHDRAWN
from rtlint.model.assessment import Status

_GENERIC = frozenset(
    "The A An Each Both Every All Any If When Where In At Neither No Such Court Mother Father "
    "Petitioner Respondent Plaintiff Defendant Husband Wife Parent Parents Party Parties Child "
    "Children Therapist Order Reunification Therapy I".split()
)


def _quoting(template: str) -> Callable[[ClauseCase], Made | None]:
    def make(case: ClauseCase) -> Made | None:
        expected = _silenced(case)
        if not expected or not one_paragraph(case.text):
            return None
        return Made(template.format(text=case.text.strip(), carrier=CARRIER), expected)

    return make


def _statute(template: str) -> Callable[[ClauseCase], Made | None]:
    """Only for texts that name nobody: a statute does not speak of Dr. Wu."""

    def make(case: ClauseCase) -> Made | None:
        named = set(re.findall(r"\b[A-Z][\w’'-]*", case.text)) - _GENERIC
        return None if named else _quoting(template)(case)

    return make


def _reporting(template: str) -> Callable[[ClauseCase], Made | None]:
    """Without quotation marks, for sentences that can stand behind "that"."""

    def make(case: ClauseCase) -> Made | None:
        expected = _silenced(case)
        if not expected or not (one_sentence(case.text) and begins_plainly(case.text)):
            return None
        words = lower_first(case.text).rstrip(".")
        return Made(template.format(text=words, carrier=CARRIER), expected)

    return make


def _silenced(case: ClauseCase) -> dict[str, Status]:
    """What the labels become once the text counts for nothing; only those that change."""
    if Status.UNDETERMINED in case.labels.values():
        return {}
    return {
        requirement: default_status(requirement)
        for requirement, status in case.labels.items()
        if status is not default_status(requirement)
    }


KINDS: tuple[Kind, ...] = (
    *(
        Kind(name, Family.FLIP, _statute(text) if name == "statute" else _quoting(text))
        for name, text in WITHDRAWN.items()
    ),
    *(Kind(name, Family.FLIP, _reporting(text)) for name, text in REPORTED.items()),
)
