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


_WINGDINGS_2 = {
    "*": "☐",
    "0": "☐",
    "O": "☒",
    "P": "☑",
    "Q": "☒",
    "R": "☑",
    "S": "☒",
    "T": "☒",
    "\u00a3": "☐",
    "\u0098": "•",
}
_WEBDINGS = {"a": "☑", "c": "☐", "g": "■", "r": "☒"}


def _with_private(symbols: dict[str, str]) -> dict[str, str]:
    """Word and some PDF writers add F000 to the codes of symbol fonts."""
    return symbols | {chr(0xF000 + ord(code)): sign for code, sign in symbols.items()}


_FONTS: tuple[tuple[str, dict[str, str]], ...] = (
    ("dingbats", _with_private(_ZAPF)),
    ("wingdings2", _with_private(_WINGDINGS_2)),
    ("wingdings3", {}),
    ("wingdings", _with_private(_WINGDINGS)),
    ("webdings", _with_private(_WEBDINGS)),
)


def symbols_of(font: str) -> dict[str, str]:
    """What the characters of a font of this name stand for, empty for a font of letters."""
    name = font.lower().replace(" ", "").replace("-", "")
    return next((symbols for part, symbols in _FONTS if part in name), {})
