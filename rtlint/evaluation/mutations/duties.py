"""Flips by a word or two: weaker verbs, negation, one parent for both, another professional."""

import re
from collections.abc import Callable

from rtlint.evaluation.corpus import ClauseCase
from rtlint.evaluation.mutations.guards import (
    affirmative,
    no_parents,
    one_force,
    one_paragraph,
    one_sentence,
    third_person,
    unqualified,
)
from rtlint.evaluation.mutations.mutant import Family, Kind, Made, choose
from rtlint.evaluation.mutations.wordings import OTHER_PROFESSIONALS
from rtlint.model.assessment import Status

_DIM = re.compile(
    r"\b(?:and|both|each|either|forthwith|promptly|immediately|within|by|before|after|until|more|than"
    r"|other|often|themselves"
    r"|weekly|always|jointly|together|full\w*|time|good)\b",
    re.IGNORECASE,
)
"""Words that make a negation dim: "shall not attend and pay" may leave either."""
_DUTIES = frozenset({"RT101", "RT102", "RT104", "RT105", "RT106", "RT301"})
_BINDING = re.compile(r"\b(?:shall|must|will)\b(?= (?!not\b))")
_BOTH_NEXT = re.compile(r"\b(?:shall|must|will) (?:each|both|all)\b")
_CHILD_FIRST = re.compile(r"The (?:minor |parties[’'] )?child(?:ren)? (?:shall|must|will) ")
_PAIR = (
    r"(?:Both (?:of the )?(?:parents|parties)|Each (?:of the )?(?:parents?|party|parties)"
    r"|The (?:parents|parties)"
    r"|(?:The )?Mother and (?:the )?Father|(?:The )?Father and (?:the )?Mother"
    r"|(?:The )?Petitioner and (?:the )?Respondent|(?:The )?Plaintiff and (?:the )?Defendant"
    r"|(?:The )?Husband and (?:the )?Wife|(?:The )?Wife and (?:the )?Husband)"
)
_PAIR_FIRST = re.compile(rf"{_PAIR} (shall|must|will) (?:each |both |jointly )?(?=[a-z])")
_COUNSEL_OF_BOTH = re.compile(
    r"\b(counsel|attorneys?|lawyers?) (for|of) (?:both|each|either|all|the)(?: of the)? "
    r"(?:parties|parents|party|parent)(?: alike)?\b"
)
_ALONE_WITH_EACH = re.compile(
    r"\b(with|of|by) (?:each|either|both) (?:of the )?(?:parents?|part(?:y|ies))\b"
)
_OF_BOTH = re.compile(r"\b(from|of|to|upon|on|by) (?:both|each of the) (?:parents|parties)\b")
_BOTH_OWN = re.compile(r"\bboth (?:parents|parties)['’](?= )")
_THERAPIST = re.compile(
    r"\b([Tt]he )(?:(?:re(?:unification|integration)|family) )?"
    r"(?:[Tt]herapist|[Cc]ounsell?or|[Cc]linician)\b"
)
_THERAPIST_FIRST = re.compile(
    r"The (?:(?:re(?:unification|integration)|family) )?(?:therapist|counsell?or|clinician) "
    r"(may|shall|must|will) (?=[a-z])"
)
_BARRED = re.compile(
    r"\b(?:shall|may|must|will) (?:not (?=[a-z])"
    r"|(?P<verb>make|give|offer|render|express|issue) no "
    r"(?P<what>recommendations?|opinions?|report)\b)"
)
_ARTICLE = {"recommendation": "a recommendation", "opinion": "an opinion", "report": "a report"}
_OTHER_THERAPY = re.compile(
    r"therap|reunif|reintegr|counsell?(?:or|ing)|clinic|provider|\bDr\b|doctor|treat|practition"
    r"|professional|psych|interven|LMFT|LCSW|LPC|\bsession|evaluat|guardian|coordinator|mediat",
    re.IGNORECASE,
)


def _plain_duty(case: ClauseCase) -> bool:
    """A duty that is met, in one affirmative sentence with one modal verb and no qualification."""
    text = case.text
    return (
        case.about in _DUTIES
        and case.labels[case.about] is Status.MET
        and one_sentence(text)
        and third_person(text)
        and one_force(text)
        and affirmative(text)
        and unqualified(text)
    )


def _weaker(word: str) -> Callable[[ClauseCase], Made | None]:
    def make(case: ClauseCase) -> Made | None:
        if not _plain_duty(case):
            return None
        changed, count = _BINDING.subn(word, case.text)
        return Made(changed, {case.about: Status.PARTIAL}) if count == 1 else None

    return make


def need_not(case: ClauseCase) -> Made | None:
    """ "Shall" becomes "need not": the duty is left to those it bound."""
    bound = case.about in ("RT101", "RT104", "RT106", "RT301") or (
        case.about == "RT102" and _CHILD_FIRST.match(case.text)
    )
    if not bound or not _plain_duty(case) or _BOTH_NEXT.search(case.text):
        return None
    changed, count = _BINDING.subn("need not", case.text)
    return Made(changed, {case.about: Status.CONTRADICTED}) if count == 1 else None


def neither_parent(case: ClauseCase) -> Made | None:
    """ "Both parents shall" becomes "neither parent shall": those who were bound are kept out."""
    text = case.text.strip()
    match = _PAIR_FIRST.match(text)
    bound = case.about in ("RT101", "RT104", "RT106", "RT301")
    if match is None or not bound or not _plain_duty(case):
        return None
    rest = text[match.end() :]
    if _DIM.search(rest):
        return None
    rest = re.sub(r"\b(?:all(?: of)?|every|whatever|the necessary) (?=[a-z])", "any ", rest)
    return Made(f"Neither parent shall {rest}", {case.about: Status.CONTRADICTED})


def permission_denied(case: ClauseCase) -> Made | None:
    """What the therapist may do, the therapist may not."""
    text = case.text.strip()
    granted = case.about in ("RT202", "RT203", "RT204", "RT401")
    if not granted or case.labels[case.about] is not Status.MET:
        return None
    if not _therapist_acts(text) or re.search(
        r"\b(?:both|each|all|alike|and|as|whenever|when)\b", text
    ):
        return None
    changed = _THERAPIST_FIRST.sub(lambda m: m[0].replace(m[1], f"{m[1]} not"), text, count=1)
    return Made(changed, {case.about: Status.CONTRADICTED})


def role_barred(case: ClauseCase) -> Made | None:
    """A custody or visitation role that is given becomes one that is barred."""
    text = case.text.strip()
    given = case.about in ("RT601", "RT602")
    if not given or case.labels[case.about] is not Status.CONTRADICTED:
        return None
    if not _therapist_acts(text) or re.search(r"\b(?:final|required|alone|and)\b", text):
        return None
    changed = _THERAPIST_FIRST.sub(lambda m: m[0].replace(m[1], "shall not"), text, count=1)
    return Made(changed, {case.about: Status.MET})


def _therapist_acts(text: str) -> bool:
    """One affirmative sentence in which the therapist is the subject of the only modal verb."""
    rest = _THERAPIST_FIRST.sub("", text, count=1)
    return (
        _THERAPIST_FIRST.match(text) is not None
        and one_sentence(text)
        and third_person(text)
        and len(re.findall(r"\b(?:may|shall|must|will)\b", rest)) == 0
        and affirmative(text)
        and unqualified(rest)
    )


def bar_lifted(case: ClauseCase) -> Made | None:
    """ "Shall not recommend" becomes "shall recommend": the bar is gone and the role is given."""
    text = case.text.strip()
    if case.about != "RT603" or case.labels["RT603"] is not Status.MET or not one_sentence(text):
        return None
    changed, count = _BARRED.subn(_lift, text)
    rest = _BARRED.sub("", text)
    if count != 1 or not (affirmative(rest) and unqualified(rest)):
        return None
    if re.search(r"\b(?:shall|must|will|any|also|serve)\b", rest):
        return None
    expected = dict.fromkeys(("RT601", "RT602", "RT603"), Status.CONTRADICTED)
    return Made(changed, expected)


def _lift(match: re.Match[str]) -> str:
    verb, what = match["verb"], match["what"]
    if verb is None:
        return "shall "
    return f"shall {verb} {what}" if what.endswith("s") else f"shall {verb} {_ARTICLE[what]}"


def one_parent(case: ClauseCase) -> Made | None:
    """One parent in place of both, where nobody else in the sentence could be the other."""
    text = case.text.strip()
    match = _PAIR_FIRST.match(text)
    bound = case.about in ("RT101", "RT104", "RT105", "RT106", "RT301")
    if match is None or not bound or case.labels[case.about] is not Status.MET:
        return None
    rest = text[match.end() :]
    if not (one_sentence(text) and unqualified(rest) and affirmative(rest) and no_parents(rest)):
        return None
    if re.search(r"\b(?:she|he|her|his|him|hers)\b", rest):
        return None
    name = choose(("Mother", "Father"), "one_parent", case.id)
    return Made(f"{name} {match[1]} {rest}", {case.about: Status.PARTIAL})


def one_side(case: ClauseCase) -> Made | None:
    """One parent's counsel, sessions or part of the work in place of both parents'."""
    changes = {
        "RT401": (_COUNSEL_OF_BOTH, r"\1 \2 {name}"),
        "RT202": (_ALONE_WITH_EACH, r"\1 {name}"),
        "RT205": (_OF_BOTH, r"\1 {name}"),
        "RT704": (_BOTH_OWN, "{name}’s"),
    }
    if case.about not in changes or case.labels[case.about] is not Status.MET:
        return None
    pattern, new = changes[case.about]
    text = case.text.strip()
    rest = pattern.sub("", text)
    if not one_paragraph(text) or len(pattern.findall(text)) != 1 or not no_parents(rest):
        return None
    name = choose(("Mother", "Father"), "one_side", case.id)
    return Made(pattern.sub(new.format(name=name), text), {case.about: Status.PARTIAL})


def other_professional(case: ClauseCase) -> Made | None:
    """Somebody else does what the therapist was to do, and no other therapist is in sight."""
    becomes = {
        "RT601": (Status.CONTRADICTED, Status.MET),
        "RT602": (Status.CONTRADICTED, Status.MET),
        "RT401": (Status.MET, Status.MISSING),
        "RT106": (Status.MET, Status.MISSING),
        "RT301": (Status.MET, Status.MISSING),
        "RT201": (Status.MET, Status.CONTRADICTED),
    }
    if case.about not in becomes or not one_paragraph(case.text):
        return None
    before, after = becomes[case.about]
    name = choose(OTHER_PROFESSIONALS, "other_professional", case.id)
    changed, count = _THERAPIST.subn(rf"\g<1>{name}", case.text.strip())
    rest = changed.replace(name, "")
    if case.about == "RT201":  # its sessions are the therapy's, whoever arranges them
        rest = re.sub(r"\b(?:reunification|reintegration) sessions?\b", "", rest)
    if case.labels[case.about] is not before or not count or _OTHER_THERAPY.search(rest):
        return None
    expected = {case.about: after}
    if case.about in ("RT601", "RT602") and case.labels.get("RT603") is Status.CONTRADICTED:
        expected["RT603"] = Status.MISSING
    return Made(changed, expected)


KINDS: tuple[Kind, ...] = (
    Kind("shall_to_may", Family.FLIP, _weaker("may")),
    Kind("shall_to_should", Family.FLIP, _weaker("should")),
    Kind("shall_to_need_not", Family.FLIP, need_not),
    Kind("both_to_neither", Family.FLIP, neither_parent),
    Kind("may_to_may_not", Family.FLIP, permission_denied),
    Kind("role_barred", Family.FLIP, role_barred),
    Kind("bar_lifted", Family.FLIP, bar_lifted),
    Kind("one_parent", Family.FLIP, one_parent),
    Kind("one_side", Family.FLIP, one_side),
    Kind("other_professional", Family.FLIP, other_professional),
)
