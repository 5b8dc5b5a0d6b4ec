"""Rewrites of form: where lines break, how paragraphs are numbered, what a scanner made of letters.

The words stay, so every label stays.
"""

import re
import textwrap
from collections.abc import Callable

from rtlint.evaluation.corpus import ClauseCase
from rtlint.evaluation.mutations.exceptions import fillers
from rtlint.evaluation.mutations.guards import (
    begins_plainly,
    lower_first,
    one_paragraph,
    one_sentence,
)
from rtlint.evaluation.mutations.mutant import Family, Kind, Made, choose, rank
from rtlint.evaluation.mutations.wordings import FILLERS

_STYLES = (
    "1. ",
    "1) ",
    "(1) ",
    "(a) ",
    "A. ",
    "I. ",
    "¶ 1. ",
    "§ 4. ",
    "4.2 ",
    "Section 4. ",
    "• ",
)
_LISTED = re.compile(r"^[^\n]+:(?:\n+\s*\([a-z\d]{1,3}\) [^\n]+){2,}$")
_RUN_IN = re.compile(r"^[^\n:]+: \(a\) [^\n]+ \(b\) [^\n]+$")
_MISREAD = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("h", "b"),
    ("e", "c"), ("cl", "d"), ("o", "0"), ("i", "l"),
)  # fmt: skip
_SAFE_WORDS = frozenset(
    "shall must therapist reunification therapy session sessions parents counsel releases "
    "participate attend custody recommend individual court parenting determine schedule".split()
)


def _alone(
    change: Callable[[str, str], str | None],
) -> Callable[[ClauseCase], Made | None]:
    """A change of texts that are one plain paragraph, given the text and the case's id."""

    def make(case: ClauseCase) -> Made | None:
        if not one_paragraph(case.text):
            return None
        text = case.text.strip()
        changed = change(text, case.id)
        return Made(changed, case.labels) if changed is not None and changed != text else None

    return make


def wrapped(text: str, case: str) -> str | None:
    """Lines broken by hand, as typed on a machine."""
    lines = textwrap.wrap(text, choose((48, 56, 64, 72), "wrap", case), break_on_hyphens=False)
    # A line that begins like a list item would read as one.
    risky = any(re.match(r"\W|\w{1,3}[.)]", line) for line in lines[1:])
    return "\n".join(lines) if len(lines) > 1 and not risky else None


def indented(text: str, case: str) -> str | None:
    """Broken lines with a first-line indent and a margin."""
    lines = wrapped(text, case)
    return None if lines is None else "          " + lines.replace("\n", "\n     ")


def hyphenated(text: str, case: str) -> str | None:
    """A long word divided at the end of a line."""
    words = [m for m in re.finditer(r"\b[a-z]{10,}\b", text) if m.start() > 20]
    if not words:
        return None
    word = choose(words, "hyphen", case)
    cut = next((e for e in (word.end() - 4, word.end() - 5) if text[e - 1] not in "aeiou"), None)
    return None if cut is None else f"{text[:cut]}-\n{text[cut:]}"


def numbered(text: str, case: str) -> str:
    """A number, a letter or a mark before the paragraph."""
    return choose(_STYLES, "number", case) + text


def in_sequence(text: str, case: str) -> str:
    """A numbered paragraph among numbered paragraphs on other matters."""
    before, after = _others(case)
    return f"1. {before}\n\n2. {text}\n\n3. {after}"


def padded(text: str, case: str) -> str:
    """Unnumbered paragraphs on other matters before and after."""
    before, after = _others(case)
    return f"{before}\n\n{text}\n\n{after}"


def _others(case: str) -> tuple[str, str]:
    first = choose(range(len(FILLERS)), "others", case)
    return FILLERS[first], FILLERS[(first + 5) % len(FILLERS)]


def ticked(text: str, case: str) -> str:
    """A ticked box before the paragraph."""
    return choose(("[X] ", "[x] ", "☒ ", "☑ "), "ticked", case) + text


def capitals(text: str, _case: str) -> str:
    """The whole paragraph in capitals, as some drafters set their orders."""
    return text.upper()


def ordered(text: str, case: str) -> str | None:
    """The words of enactment before a sentence that stands without them."""
    if re.search(r"\border|\bagree|\bI\b|\bwe\b|\byou", text, re.IGNORECASE):
        return None
    if not (begins_plainly(text) and one_sentence(text) and re.search(r"\bshall\b", text)):
        return None
    opening = choose(
        ("IT IS ORDERED that ", "IT IS FURTHER ORDERED, that ", "The Court orders that "), "o", case
    )
    return opening + lower_first(text)


def ligatures(text: str, _case: str) -> str:
    """Letters drawn as one, as PDF files carry them."""
    return text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ")


def quotation_marks(text: str, _case: str) -> str:
    """Typographic apostrophes for straight ones, or straight ones for typographic."""
    return text.replace("'", "’") if "'" in text else text.replace("’", "'")


def spaces(text: str, case: str) -> str:
    """Gaps of several spaces, as justified type leaves them."""
    parts = text.split(" ")
    gaps = ["  " if int(rank(f"{case} {n}", "")[:2], 16) < 80 else " " for n in range(len(parts))]
    return "".join(part + gap for part, gap in zip(parts, gaps, strict=True)).rstrip()


def misread(text: str, case: str) -> str | None:
    """One letter in one word read wrongly, in a word that a reader mends without thinking."""
    places = [
        (word.start() + at, old, new)
        for word in re.finditer(r"\b[a-z]{5,}\b", text)
        if word[0] in _SAFE_WORDS
        for old, new in _MISREAD
        if 0 < (at := word[0].find(old, 1)) < len(word[0]) - 1
    ]
    if not places:
        return None
    start, old, new = choose(places, "misread", case)
    return text[:start] + new + text[start + len(old) :]


def heading_case(case: ClauseCase) -> Made | None:
    """A heading in capitals becomes one in small letters with initial capitals, or the reverse."""
    first, newline, rest = case.text.strip().partition("\n")
    if not newline or not re.fullmatch(r"[A-Z][A-Za-z ,&/-]{3,60}", first) or first.endswith(","):
        return None
    if first.isupper():
        return Made(f"{first.title()}\n{rest}", case.labels)
    words = first.split()
    titled = all(word[0].isupper() or len(word) < 4 for word in words)
    return Made(f"{first.upper()}\n{rest}", case.labels) if titled else None


def run_in(case: ClauseCase) -> Made | None:
    """A list of lettered lines becomes one paragraph."""
    text = case.text.strip()
    if not _LISTED.match(text):
        return None
    return Made(re.sub(r"\n+\s*", " ", text), case.labels)


def laid_out(case: ClauseCase) -> Made | None:
    """A lettered list within a paragraph gets a line for each item."""
    text = case.text.strip()
    if not _RUN_IN.match(text) or re.search(r"\. \w", text):
        return None
    return Made(re.sub(r" (?=\([a-z]\) )", "\n", text), case.labels)


def farther_down(case: ClauseCase) -> Made | None:
    """The same text below three paragraphs on other matters."""
    if not one_paragraph(case.text):
        return None
    return Made("\n\n".join([*fillers(case, 3), case.text.strip()]), case.labels)


KINDS: tuple[Kind, ...] = tuple(
    Kind(name, Family.REWRITE, make)
    for name, make in (
        ("lines_wrapped", _alone(wrapped)),
        ("lines_indented", _alone(indented)),
        ("word_divided", _alone(hyphenated)),
        ("numbered", _alone(numbered)),
        ("numbered_among_others", _alone(in_sequence)),
        ("among_other_paragraphs", _alone(padded)),
        ("below_other_paragraphs", farther_down),
        ("ticked_box", _alone(ticked)),
        ("capitals", _alone(capitals)),
        ("words_of_enactment", _alone(ordered)),
        ("ligatures", _alone(ligatures)),
        ("quotation_marks", _alone(quotation_marks)),
        ("wide_spaces", _alone(spaces)),
        ("letter_misread", _alone(misread)),
        ("heading_case", heading_case),
        ("list_run_in", run_in),
        ("list_laid_out", laid_out),
    )
)
