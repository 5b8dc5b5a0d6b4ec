r"""Typographic variants of letters, brought to the plain ones that rules are written in.

TeX fonts without a Unicode map yield ligatures as control codes U+001B–U+001F, which Python's
``str.split()`` and ``\s`` take for white space: map them before anything splits the text.
"""

import unicodedata
from typing import Final

SOFT_HYPHEN: Final = "\u00ad"
"""At the end of a line it says that a word was broken there; anywhere else it says nothing."""

_LIGATURES = {
    "\u001b": "ff",
    "\u001c": "fi",
    "\u001d": "fl",
    "\u001e": "ffi",
    "\u001f": "ffl",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_QUOTES = dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc", "'") | dict.fromkeys(
    "\u201c\u201d\u201e\u201f\u2033\u0010\u0011", '"'
)
_DASHES = {
    "\u0015": "\u2013",
    "\u0016": "\u2014",
    "\u2011": "-",
    "\u2010": "-",
    "\u0002": "-",  # PDFium's codes for a hyphen at a line's end
    "\ufffe": "-",
    "\u2212": "-",
    "\u2012": "\u2013",
    "\u2015": "\u2014",
}
_BOXES = {
    "\u25a1": "☐",
    "\u25fb": "☐",
    "\u2751": "☐",
    "\u2752": "☐",
    "\u274f": "☐",
    "\u2750": "☐",
    "\u2610": "☐",
    "\u2611": "☑",
    "\u2612": "☒",
    "\u2327": "☒",
    "\u22a0": "☒",
    "\uf06f": "☐",  # Wingdings, which Word writes into the private use area
    "\uf0a8": "☐",
    "\uf071": "☐",
    "\uf078": "☒",
    "\uf0fd": "☒",
    "\uf0fe": "☑",
    "\uf0fc": "☑",
    "\u2713": "☑",
    "\u2714": "☑",
    "\u2715": "☒",
    "\u2716": "☒",
    "\u2717": "☒",
    "\u2718": "☒",
    "\uf0b7": "•",
    "\uf0a7": "•",
}
_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
)
_KEPT_CONTROLS = "\t\n"


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {
        code: None
        for code in (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0xFEFF, 0xFFFF)
        if chr(code) not in _KEPT_CONTROLS
    }
    # Bidi and zero-width characters steer a terminal and hide words from a search.
    for code in (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)):
        table[code] = None
    for variants in (_LIGATURES, _QUOTES, _DASHES, _BOXES, dict.fromkeys(_SPACES, " ")):
        table.update({ord(odd): plain for odd, plain in variants.items()})
    return table


_PLAIN = _table()


def plain_letters(text: str) -> str:
    """The text with straight quotes, no ligatures, plain spaces and no control characters."""
    if text.isascii() and text.isprintable():
        return text
    plain = unicodedata.normalize("NFC", text.translate(_PLAIN))
    return plain + SOFT_HYPHEN if text.endswith(SOFT_HYPHEN) and plain else plain
