"""Rewrites of wording: names, defined terms, synonyms, verbs that bind alike, the passive."""

import re
from collections.abc import Callable

from rtlint.evaluation.corpus import ClauseCase
from rtlint.evaluation.mutations.guards import one_paragraph, one_sentence, third_person
from rtlint.evaluation.mutations.mutant import Family, Kind, Made, choose
from rtlint.evaluation.mutations.wordings import SYNONYMS

_THERAPIST = re.compile(r"\b[Tt]he [Rr]eunification (?:[Tt]herapist|[Cc]ounselor)\b")
_ANY_THERAPIST = re.compile(
    r"\bDr\b|LMFT|LCSW|LPC|Ph\.?D|Psy\.?D|individual|own therapist|guardian|evaluator|coordinator"
    r"|psycholog|psychiat|mediator|pediatric",
    re.IGNORECASE,
)
_PARENT = re.compile(r"\b(?:[Tt]he )?(Mother|Father)(['’]s)?\b")
_CAPTION = "The mother, Ana Alder, and the father, Tom Birch, are the parties to this case."
_SIDES = "The petitioner is the mother of the child, and the respondent is the father."
_DEFINED = "Dr. Imogen Vale is the reunification therapist."
_CALLED = "In this Order “the Clinician” means the reunification therapist."
_SHALL = re.compile(r"\bshall\b")
_MAY = re.compile(
    r"\b(The (?:reunification |reintegration )?(?:therapist|counsell?or)) may "
    r"(?=(?!not\b|also\b)[a-z])"
)
_IRREGULAR = {"sign": "signed", "execute": "executed", "follow": "followed", "obey": "obeyed"}
_ACTIVE = re.compile(
    r"(Both parents|Both parties|Each parent|Each party|The parents|The parties|Mother and Father"
    r"|Father and Mother|Petitioner and Respondent|Plaintiff and Defendant) (shall|must|will) "
    rf"({'|'.join(_IRREGULAR)}) ((?:all|any|every|the|such|each) [^,]+)\."
)


def _swapped(case: ClauseCase, old: re.Pattern[str], new: str) -> str | None:
    """The text with a wording replaced wherever it stands; None if it stands nowhere."""
    changed, count = old.subn(new, case.text.strip())
    return changed if count else None


def parents_by_name(case: ClauseCase) -> Made | None:
    """ "Mother" and "Father" become people with names, whom a sentence before introduces."""
    text = case.text.strip()
    if not one_paragraph(text) or not third_person(text) or not _PARENT.search(text):
        return None
    # Another capitalised word may be a name of the same parent, or a defined term.
    if re.search(r"\b(?:mother|father|grand\w+|step\w+)\b", _PARENT.sub("", text), re.IGNORECASE):
        return None
    names = {"Mother": "Ms. Alder", "Father": "Mr. Birch"}
    changed = _PARENT.sub(lambda m: names[m[1]] + (m[2] or ""), text)
    return Made(f"{_CAPTION}\n\n{changed}", case.labels)


def parents_by_side(case: ClauseCase) -> Made | None:
    """ "Mother" and "Father" become "Petitioner" and "Respondent", whom a sentence tells apart."""
    text = case.text.strip()
    if not one_paragraph(text) or not third_person(text) or not _PARENT.search(text):
        return None
    if re.search(
        r"\b(?:mother|father|grand\w+|step\w+|petitioner|respondent|plaintiff|defendant)\b",
        _PARENT.sub("", text),
        re.IGNORECASE,
    ):
        return None
    names = {"Mother": "Petitioner", "Father": "Respondent"}
    changed = _PARENT.sub(lambda m: names[m[1]] + (m[2] or ""), text)
    return Made(f"{_SIDES}\n\n{changed}", case.labels)


def _therapist_as(name: str, introduced: str) -> Callable[[ClauseCase], Made | None]:
    def make(case: ClauseCase) -> Made | None:
        if not one_paragraph(case.text) or _ANY_THERAPIST.search(case.text):
            return None
        changed = _swapped(case, _THERAPIST, name)
        if changed is None:
            return None
        # A name at the beginning of a sentence may need its capital.
        changed = re.sub(r"(^|[.!?] )the (?=Clinician)", r"\1The ", changed)
        return Made(f"{introduced}\n\n{changed}", case.labels)

    return make


def surname(case: ClauseCase) -> Made | None:
    """A clinician of another name."""
    found = set(re.findall(r"\bDr\. ([A-Z][a-z]{3,})\b", case.text))
    if len(found) != 1:
        return None
    old = found.pop()
    new = choose(("Okonkwo", "Lindgren", "Vasquez", "Thornbury", "Achterberg"), "surname", case.id)
    return None if new in case.text else Made(re.sub(rf"\b{old}\b", new, case.text), case.labels)


def _modal(word: str) -> Callable[[ClauseCase], Made | None]:
    """ "Shall" throughout becomes another verb that binds."""

    def make(case: ClauseCase) -> Made | None:
        if re.search(r"\b(?:must|will)\b", case.text) or re.search(r"(?i)\bnor shall\b", case.text):
            return None
        changed = _swapped(case, _SHALL, word)
        return Made(changed, case.labels) if changed else None

    return make


def authorized(case: ClauseCase) -> Made | None:
    """ "The therapist may" becomes "the therapist is authorized to"."""
    changed = _swapped(case, _MAY, r"\1 is authorized to ")
    return Made(changed, case.labels) if changed and one_sentence(case.text) else None


def reintegration(case: ClauseCase) -> Made | None:
    """The therapy under its other common name."""
    if re.search(r"reintegrat|\bre-?unif\w+ with\b", case.text, re.IGNORECASE):
        return None
    changed = re.sub(
        r"\b([Rr])eunification (?=therap|counsel|session|process|appointment)",
        r"\1eintegration ",
        case.text.strip(),
    )
    return Made(changed, case.labels) if changed != case.text.strip() else None


def synonym(case: ClauseCase) -> Made | None:
    """One word for another that means the same in a court order."""
    text = case.text
    fitting = [(a, b) for a, b in SYNONYMS if re.search(rf"\b{a}\b", text) and b not in text]
    if not fitting:
        return None
    old, new = choose(fitting, "synonym", case.id)
    return Made(re.sub(rf"\b{old}\b", new, text), case.labels)


def figures(case: ClauseCase) -> Made | None:
    """Per cent in words becomes the sign, or the reverse."""
    text = case.text
    if re.search(r"\d ?%", text):
        return Made(re.sub(r"(\d) ?%", r"\1 percent", text), case.labels)
    changed = re.sub(r"(\d) percent\b", r"\1%", text)
    return Made(changed, case.labels) if changed != text else None


def passive(case: ClauseCase) -> Made | None:
    """ "Both parents shall sign every release" becomes "Every release shall be signed by both"."""
    match = _ACTIVE.fullmatch(case.text.strip())
    if match is None or not one_sentence(case.text):
        return None
    who, modal, verb, what = match.groups()
    # An end that says when or how would move away from its verb.
    if re.search(r"\b(?:within|by|before|after|upon|when|if|and|so|to the|in)\b", what):
        return None
    agent = who if who[0] in "MFPD" else who[0].lower() + who[1:]
    changed = f"{what[0].upper()}{what[1:]} {modal} be {_IRREGULAR[verb]} by {agent}."
    return Made(changed, case.labels)


KINDS: tuple[Kind, ...] = tuple(
    Kind(name, Family.REWRITE, make)
    for name, make in (
        ("parents_by_name", parents_by_name),
        ("parents_by_side", parents_by_side),
        ("therapist_by_name", _therapist_as("Dr. Vale", _DEFINED)),
        ("therapist_defined", _therapist_as("the Clinician", _CALLED)),
        ("therapist_other_name", surname),
        ("shall_to_must", _modal("must")),
        ("shall_to_will", _modal("will")),
        ("may_to_is_authorized", authorized),
        ("therapy_other_name", reintegration),
        ("synonym", synonym),
        ("percent_sign", figures),
        ("passive", passive),
    )
)
