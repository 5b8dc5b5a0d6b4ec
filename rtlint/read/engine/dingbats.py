"""Symbols of fonts that have letters' codes.

PDFium gives the bare code where a symbol font carries no Unicode map: a ticked box reads "n".
"""

_ZAPF = {
    "3": "☑",
    "4": "☑",
    "5": "☒",
    "6": "☒",
    "7": "☒",
    "8": "☒",
    "l": "•",
    "m": "○",
    "n": "■",
    "o": "☐",
    "p": "☐",
    "q": "☐",
    "r": "☐",
    "u": "•",
}
_WINGDINGS = {
    "\u00a8": "☐",
    "o": "☐",
    "q": "☐",
    "x": "☒",
    "\u00fd": "☒",
    "\u00fe": "☑",
    "\u00fc": "☑",
    "n": "■",
    "\u00a7": "•",
    "l": "•",
}


def symbols_of(font: str) -> dict[str, str]:
    """What the characters of a font of this name stand for, empty for a font of letters."""
    name = font.lower()
    if "dingbats" in name:
        return _ZAPF
    if "wingdings" in name and "2" not in name and "3" not in name:
        return _WINGDINGS
    return {}
