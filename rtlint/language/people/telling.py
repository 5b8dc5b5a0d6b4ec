"""A small linear model that tells people's roles from the signs around their names.

Its weights are learned from the orders of corpus/roles by scripts/train_people.py; it serves
vocabularies that have its roles, and says nothing of others.
"""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from rtlint.model.linear import Linear

WEIGHTS = Path(__file__).with_name("weights.json")
NOBODY = "other"  # a place, a school, a program, somebody with no part in the order


class Teller:
    """The model: what each sign says for each role."""

    def __init__(self, model: Linear) -> None:
        self.model = model

    def serves(self, roles: Collection[str]) -> bool:
        """Whether a vocabulary has every role that the model tells."""
        return set(self.model.classes) - {NOBODY} <= set(roles)

    def chances(self, signs: Collection[str]) -> dict[str, float]:
        """The chance of each role."""
        return self.model.chances(dict.fromkeys(signs, 1.0))


@lru_cache(maxsize=1)
def shipped_teller() -> Teller:
    """The model that ships with rtlint."""
    return Teller(Linear.load(WEIGHTS))
