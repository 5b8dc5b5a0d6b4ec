"""Exceptions and denials, in the sentence, in the next, and three paragraphs later.

What is left to a parent or the child undoes a duty, what is left to the therapist does not
(rule 5 of the guide); a clause that denies what another grants contradicts it (rule 6).
"""

from collections.abc import Callable, Sequence

from rtlint.evaluation.corpus import ClauseCase
from rtlint.evaluation.mutations.guards import (
    affirmative,
    begins_plainly,
    lower_first,
    one_force,
    one_paragraph,
    one_sentence,
    third_person,
    unqualified,
)
from rtlint.evaluation.mutations.mutant import Family, Kind, Made, choose
from rtlint.evaluation.mutations.wordings import (
    DENIALS,
    EXCUSED,
    EXCUSED_NEXT,
    EXEMPTING,
    FILLERS,
    OPENINGS,
    ROLES_GIVEN,
    UNDOING,
    UNDOING_SENTENCES,
    Wordings,
)
from rtlint.model.assessment import Status

_BARS = "RT603"


def _met(case: ClauseCase, wordings: Wordings) -> Sequence[str]:
    """The wordings for what the case is about, if it is met."""
    met = case.labels[case.about] is Status.MET
    return wordings.get(case.about, ()) if met else ()


def opening(case: ClauseCase) -> Made | None:
    """A condition in front of a duty: it governs the whole of a sentence with one force."""
    text = case.text
    if not (_met(case, UNDOING) and one_sentence(text) and begins_plainly(text)):
        return None
    if not (one_force(text) and affirmative(text) and unqualified(text) and third_person(text)):
        return None
    changed = choose(OPENINGS, "opening", case.id) + lower_first(text)
    return Made(changed, {case.about: Status.CONTRADICTED})


def ending(case: ClauseCase) -> Made | None:
    """An exception at the end of the sentence that says itself what is excepted."""
    options, text = _met(case, UNDOING), case.text.strip()
    if not (options and one_sentence(text) and unqualified(text) and third_person(text)):
        return None
    clause = choose(options, "ending", case.id)
    changed = f"{text[:-1]}, except that {clause}."
    return Made(changed, {case.about: Status.CONTRADICTED})


def _after(wordings: Wordings, name: str, *, later: bool) -> Callable[[ClauseCase], Made | None]:
    """A sentence of its own that takes the requirement back, at once or further down."""

    def make(case: ClauseCase) -> Made | None:
        options = _met(case, wordings)
        if not options or not one_paragraph(case.text) or not third_person(case.text):
            return None
        sentence = choose(options, name, case.id)
        return Made(_place(case, sentence, later=later), {case.about: Status.CONTRADICTED})

    return make


def _place(case: ClauseCase, sentence: str, *, later: bool) -> str:
    text = case.text.strip()
    if not later:
        return f"{text} {sentence}"
    return "\n\n".join([text, *fillers(case, 3), sentence])


def fillers(case: ClauseCase, count: int) -> list[str]:
    """Paragraphs on other matters, which decide nothing."""
    first = choose(range(len(FILLERS)), "fillers", case.id)
    return [FILLERS[(first + 5 * step) % len(FILLERS)] for step in range(count)]


def _role_given(rule: str, *, later: bool) -> Callable[[ClauseCase], Made | None]:
    """A custody or visitation role beside a text that is silent on it, or that bars it."""

    def make(case: ClauseCase) -> Made | None:
        if not one_paragraph(case.text) or not third_person(case.text):
            return None
        if any(case.labels.get(key, Status.MET) is not Status.MET for key in ("RT601", "RT602")):
            return None
        bars = case.labels.get(_BARS, Status.MISSING)
        expected = {rule: Status.CONTRADICTED}
        if bars in (Status.MET, Status.MISSING):
            expected[_BARS] = Status.CONTRADICTED
        sentence = choose(ROLES_GIVEN[rule], rule, str(later), case.id)
        return Made(_place(case, sentence, later=later), expected)

    return make


def excused(case: ClauseCase) -> Made | None:
    """The therapist's own exception at the end of a duty: every label stands."""
    options, text = _met(case, EXCUSED), case.text.strip()
    if not (options and one_sentence(text) and unqualified(text) and third_person(text)):
        return None
    if not (one_force(text) and affirmative(text)):
        return None
    return Made(f"{text[:-1]}{choose(options, 'excused', case.id)}.", case.labels)


def excused_next(case: ClauseCase) -> Made | None:
    """The therapist's exception as a sentence of its own."""
    options = _met(case, EXCUSED_NEXT)
    if not (options and one_paragraph(case.text) and third_person(case.text)):
        return None
    return Made(f"{case.text.strip()} {choose(options, 'excused', case.id)}", case.labels)


KINDS: tuple[Kind, ...] = (
    Kind("condition_in_front", Family.FLIP, opening),
    Kind("exception_in_sentence", Family.FLIP, ending),
    Kind("exception_next_sentence", Family.FLIP, _after(UNDOING_SENTENCES, "next", later=False)),
    Kind("exception_later_paragraph", Family.FLIP, _after(UNDOING_SENTENCES, "later", later=True)),
    Kind("exempted_next_sentence", Family.FLIP, _after(EXEMPTING, "exempt", later=False)),
    Kind("exempted_later_paragraph", Family.FLIP, _after(EXEMPTING, "exempt later", later=True)),
    Kind("denied_next_sentence", Family.FLIP, _after(DENIALS, "denied", later=False)),
    Kind("denied_later_paragraph", Family.FLIP, _after(DENIALS, "denied later", later=True)),
    Kind("custody_role_next_sentence", Family.FLIP, _role_given("RT601", later=False)),
    Kind("custody_role_later_paragraph", Family.FLIP, _role_given("RT601", later=True)),
    Kind("schedule_role_next_sentence", Family.FLIP, _role_given("RT602", later=False)),
    Kind("schedule_role_later_paragraph", Family.FLIP, _role_given("RT602", later=True)),
    Kind("therapist_may_excuse", Family.REWRITE, excused),
    Kind("therapist_may_excuse_next", Family.REWRITE, excused_next),
)
