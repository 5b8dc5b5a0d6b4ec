"""What a corpus is read by: the ids of the labelling guide, and what silence means for each.

The engine takes its ids from the rule files; a corpus cannot, because it must
be able to say that a rule is not there.
"""

from rtlint.model.assessment import Status

_GROUPS = ((101, 106), (201, 207), (301, 304), (401, 401), (501, 506), (601, 603), (701, 704))

REQUIREMENTS: tuple[str, ...] = tuple(
    f"RT{number}" for first, last in _GROUPS for number in range(first, last + 1)
)
PROHIBITIONS = frozenset({"RT601", "RT602"})  # never `missing`; their findings name the role given
DRAFTING_CHECKS: tuple[str, ...] = ("RT001", *(f"RT{number}" for number in range(901, 913)))


def default_status(requirement: str) -> Status:
    """The status of a requirement of which a text says nothing."""
    return Status.MET if requirement in PROHIBITIONS else Status.MISSING
