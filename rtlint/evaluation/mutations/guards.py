"""What must hold of a text before a change of it has one certain result.

Each guard errs on the side of refusing: a case too few costs nothing, a wrong label
would count a right judgement as a mistake.
"""

import re

_ABBREVIATED = re.compile(r"\b(Drs?|Mrs?|Ms|Mx|St|Jr|Sr|No|Nos|Hon|Esq|Ph\.D|Psy\.D|M\.D|Ed\.D)\.")
_SENTENCE = re.compile(r"[^.;:!?\n\"“”\[\]()]+\.")
_MODAL = re.compile(r"\b(shall|must|will|may|can|should|might|would|could)\b")
_OTHER_FORCE = re.compile(
    r"\b(orders?|ordered|agrees?|agreed|directed?s?|required?s?|undertakes?|bound|obliged|obligat\w+"
    r"|dut(?:y|ies)|responsib\w+|(?:is|are|am) to|ha(?:s|ve) to|needs?|ought|let|free|liberty"
    r"|encouraged?|asked|requested|invited|expected|stipulat\w+|consent\w*|permit\w*|allow\w*|option\w*|wish\w*|elect\w*)\b",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(no|not|nor|neither|never|none|nobody|nothing|without|cannot|\w+n't|\w+n’t|fail|refus\w+"
    r"|declin\w+|refrain|prohibit\w*|forbid\w*|forbidden|barred|lack|only|solely)\b",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\b(unless|except\w*|provided|but|however|save|subject|notwithstanding|other than|excus\w+|if"
    r"|although|though|absent|barring|until|regardless|whether|even|may)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(I|we|us|our|ours|you|your|yours|my|me|mine)\b|\bI['’]|let's", re.IGNORECASE
)
_CROWD = re.compile(
    r"\b(they|their|theirs|them|both|each|either|neither|other|others|another|together|jointly"
    r"|equal\w*|parents?|part(?:y|ies)|mother|father|mom|dad|petitioner|respondent|plaintiff"
    r"|defendant|husband|wife|spouses?|conservators?|custodians?|famil(?:y|ies)|respective\w*|apiece"
    r"|two|themselves|ourselves|whoever|whichever|whose|one)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[\"“”\[\]☐☒☑□■_\ufffd|]")
_LABEL = re.compile(r"\s*(?:[\dIVXivxA-Za-z]{1,4}[.)]\s|[(§¶•*\-–—\d]|section\b|paragraph\b)", re.I)


def plain(text: str) -> str:
    """The text without the stops of abbreviations, for counting sentences."""
    return _ABBREVIATED.sub(lambda match: match[1].replace(".", ""), text.strip())


def one_paragraph(text: str) -> bool:
    """Unmarked words in one paragraph: nothing quoted, no box, no list, no heading, no label."""
    body = text.strip()
    return (
        "\n" not in body
        and not _MARKED.search(body)
        and not _LABEL.match(body)
        and body.endswith(".")
        and body[0].isupper()
    )


def one_sentence(text: str) -> bool:
    """A single sentence in one paragraph."""
    return one_paragraph(text) and _SENTENCE.fullmatch(plain(text)) is not None


def one_force(text: str) -> bool:
    """One modal verb, and no other word of ordering, agreeing or permitting beside it."""
    return len(_MODAL.findall(text)) == 1 and not _OTHER_FORCE.search(text)


def affirmative(text: str) -> bool:
    """No word that denies, forbids or narrows."""
    return not _NEGATIVE.search(text)


def unqualified(text: str) -> bool:
    """No word that opens an exception, a condition or a concession."""
    return not _EXCEPTION.search(text)


def third_person(text: str) -> bool:
    """Nobody speaks as "I" or "we", and nobody is addressed."""
    return not _FIRST_PERSON.search(text)


def no_parents(text: str) -> bool:
    """Nobody named who could be a parent, and no word that stands for several people."""
    return not _CROWD.search(text)


def begins_plainly(text: str) -> bool:
    """Begins with a word that can be put behind an opening without changing what it names."""
    return bool(re.match(r"(?:The|Each|Both|Every|All|A|An|Any|Such|Neither|No)\b", text.strip()))


def lower_first(text: str) -> str:
    """The text as the rest of a longer sentence: for texts that begin plainly."""
    body = text.strip()
    return body[0].lower() + body[1:]
