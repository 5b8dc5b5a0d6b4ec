"""A clerk's stamp set across the text of a page: taken off it, and told.

Its letters stand on those of the order, so that line by line the two would read as one. Words of
one text never overlap; what stands on smaller words is the stamp, with its like beside it.
"""

from collections.abc import Sequence
from statistics import median

from rtlint.read.page import PageWord

_LARGER = 1.25  # times the size of what it stands on; two texts of one size are nobody's stamp
_HEIGHT = 0.7  # of the font size: how high letters stand on their baseline
_ACROSS, _DOWN = 0.3, 0.3  # share of the smaller word that must be covered
_NEAR = 2.0  # font sizes within which another word belongs to the stamp
_MOST = 200  # words; what is larger than the rest and longer is no stamp
_ALIKE = 0.1  # share by which sizes of one stamp may differ


def take_stamp(words: Sequence[PageWord]) -> tuple[list[PageWord], str]:
    """The words without those of a stamp, and what the stamp says; "" where there is none."""
    seen = [word for word in words if _has_letters(word)]
    if not seen:
        return list(words), ""
    usual = median(word.size for word in seen)
    large = [word for word in seen if word.size > _LARGER * usual]
    small = [word for word in seen if word.size <= _LARGER * usual]
    if len(large) > _MOST:
        return list(words), ""
    stamp = [word for word in large if any(_stands_on(word, other) for other in small)]
    if not stamp:
        return list(words), ""
    rest = [word for word in large if word not in stamp]
    for word in stamp:  # grows while it is walked through
        near = [other for other in rest if _belongs(other, word)]
        stamp += near
        rest = [other for other in rest if other not in near]
    said = sorted(stamp, key=lambda word: (round(word.base), word.x0))
    return [word for word in words if word not in stamp], " ".join(word.text for word in said)


def _has_letters(word: PageWord) -> bool:
    return not word.mark and any(letter.isalnum() for letter in word.text)


def _stands_on(word: PageWord, other: PageWord) -> bool:
    across = min(word.x1, other.x1) - max(word.x0, other.x0)
    tops = word.base - _HEIGHT * word.size, other.base - _HEIGHT * other.size
    down = min(word.base, other.base) - max(tops)
    narrow = min(word.x1 - word.x0, other.x1 - other.x0)
    return across > _ACROSS * narrow and down > _DOWN * _HEIGHT * other.size


def _belongs(word: PageWord, stamp: PageWord) -> bool:
    reach = _NEAR * stamp.size
    return (
        abs(word.size - stamp.size) < _ALIKE * stamp.size
        and abs(word.base - stamp.base) < reach
        and max(word.x0, stamp.x0) - min(word.x1, stamp.x1) < reach
    )
