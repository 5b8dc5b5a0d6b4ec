"""Bytes of a text file to a string.

Guessing libraries garble short files (a line of cp1252 was called cp852), so this is a fixed
order of four tries, each of which can only succeed on text of its kind.
"""

import codecs
from typing import NamedTuple

from rtlint.errors import UnreadableDocument
from rtlint.model.document import Notice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the UTF-16 mark, so it is asked first
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ODD_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f"))
_MOST_CONTROLS = 0.02  # share of bytes above which a file is no text


class Decoded(NamedTuple):
    text: str
    notices: tuple[Notice, ...]


def decode(data: bytes, name: str) -> Decoded:
    """The text of the bytes, with a notice where the encoding had to be assumed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data, encoding, name)
    if b"\0" not in data:
        try:
            return Decoded(_checked(data, data.decode("utf-8"), name), ())
        except UnicodeDecodeError:
            return _assumed(_checked(data, data.decode("cp1252", errors="replace"), name), "cp1252")
    wide = _sixteen_bit(data)
    if wide is None:
        raise _binary(name)
    text = data.decode(wide, errors="replace")
    if sum(character < " " for character in text) > len(text) / 4:
        raise _binary(name)
    return _assumed(text, wide)


def _marked(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableDocument(
            f"{name} begins like {encoding} text but is damaged further on: save it again as UTF-8."
        ) from None
    return Decoded(text, ()) if encoding == "utf-8-sig" else _assumed(text, encoding)


def _assumed(text: str, encoding: str) -> Decoded:
    label = encoding.replace("utf-16-le", "utf-16").replace("utf-16-be", "utf-16")
    message = f"The text is not UTF-8; it was read as {label}. Check names and quotation marks."
    return Decoded(text, (Notice(f"decoded-as-{label}", message),))


def _sixteen_bit(data: bytes) -> str | None:
    """UTF-16 without a mark: western text has a zero in every other byte."""
    pairs = len(data) // 2
    if pairs == 0:
        return None
    even, odd = data[::2].count(0) / pairs, data[1::2].count(0) / pairs
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return None


def _checked(data: bytes, text: str, name: str) -> str:
    controls = len(data) - len(data.translate(None, _ODD_CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        raise _binary(name)
    return text


def _binary(name: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{name} is neither a PDF nor text: save the order as PDF or Word file and try again."
    )
