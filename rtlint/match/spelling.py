"""Names that are almost another: a slip of one or two letters, never merely a similar word."""

from rapidfuzz.distance import DamerauLevenshtein

_SHORTEST = 4  # letters; shorter names differ by one letter too often


def almost(one: str, other: str) -> bool:
    """Whether two names differ, but only as a slip of the pen makes them differ.

    One letter may differ in a short name, two in a long one; a plural or possessive s is no slip.
    """
    left, right = one.casefold(), other.casefold()
    if left == right or min(len(left), len(right)) < _SHORTEST:
        return False
    if left + "s" == right or right + "s" == left:
        return False
    allowed = 1 if min(len(left), len(right)) < 7 else 2
    return DamerauLevenshtein.distance(left, right, score_cutoff=allowed + 1) <= allowed or (
        _sounds(left) == _sounds(right) and left[:3] == right[:3]
    )


def _sounds(name: str) -> str:
    """A name without the letters that are spelled in several ways: "boatright", "boatrite"."""
    for spelled, heard in (("ight", "ite"), ("ph", "f"), ("ck", "k"), ("ie", "y"), ("ey", "y")):
        name = name.replace(spelled, heard)
    return name
