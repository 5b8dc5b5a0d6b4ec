"""What makes a clause case hard, read off its contrast set.

Cases of one set differ by a few words that change the answer. The words that a case has and its
nearest sibling with another answer has not are what a reader must not miss, and their kind is
the trap. A ``trap`` written in the corpus wins over what is read off. One case may hold
several traps; "left out" means that the sibling says more, "wording" that no kind fits.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

LEFT_OUT, WORDING = "left out", "wording"
_KINDS: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "exception": "unless except excepted excepting provided save notwithstanding however but"
        " excused exempt exempted barring aside excluded excluding apart otherwise though although",
        "negation": "not no neither nor never none nobody nothing without cannot refuse refuses"
        " decline declines declined refrain prohibited forbidden forbids barred bars denied denies"
        " precluded",
        "weak word": "may should can could might encouraged requested invited urged asked endeavor"
        " endeavour try tries effort efforts hope hopes hoped expected reasonable welcome advised"
        " consider ought",
        "condition": "if when until once upon whenever where after before while pending subject"
        " only agree agrees consent approval approves wish wishes choose chooses option election"
        " elects willing",
        "who": "mother father mom dad petitioner respondent plaintiff defendant husband wife both"
        " each either parents parties parent party he she him her his hers"
        " grandmother grandfather grandparent stepfather stepmother family all everyone",
        "other professional": "guardian litem gal coordinator evaluator psychologist psychiatrist"
        " pediatrician paediatrician mediator investigator caseworker amicus tutor dentist teacher"
        " teachers school coach supervisor doctor physician individual own",
        "no order": "requests asks contends contended proposed proposes whereas found finds"
        " formerly previously prior earlier vacated was were had testified believes statute history"
        " once used expired quoted said suggested",
        "number or date": "percent half third quarter equal equally one two three four five six ten"
        " twelve thirty sixty ninety days weeks months year january february march april june july"
        " august september october november december",
    }.items()
}
_NUMBER = re.compile(r"[\d%$]")
_BOX = re.compile(r"\[[ xX]?\]|[☐☒☑]|_{3,}")
_LIST = re.compile(r"^\s*(?:\(?[a-z\d]{1,3}[.)]|[-•*])\s", re.MULTILINE)

TRAPS: tuple[str, ...] = (*_KINDS, "boxes", "list", LEFT_OUT, WORDING)
"""All names a trap may have."""


def traps_of(text: str, siblings: Sequence[str]) -> tuple[str, ...]:
    """The traps of a text; ``siblings`` are the texts of its set that have another answer."""
    layout = [name for name, form in (("boxes", _BOX), ("list", _LIST)) if form.search(text)]
    if not siblings:
        return tuple(layout) or (WORDING,)
    own = Counter(_words(text))
    nearest = max(siblings, key=lambda other: (own & Counter(_words(other))).total())
    differing = own - Counter(_words(nearest))
    if not differing:
        return (*layout, LEFT_OUT)
    found = [name for name, words in _KINDS.items() if _speaks(differing, words, name)]
    return tuple(found + layout) or (WORDING,)


def _speaks(differing: Iterable[str], words: frozenset[str], name: str) -> bool:
    return any(
        word in words or (name == "number or date" and _NUMBER.search(word)) for word in differing
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[\w%$]+", re.sub(r"n['’]t\b", " not", text.casefold()))
