"""A small linear model that tells people's roles from the signs around their names.

Its weights are learned from the orders of corpus/roles by scripts/train_people.py; it serves
vocabularies that have its roles, and says nothing of others.
"""

import json
import math
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

WEIGHTS = Path(__file__).with_name("weights.json")
NOBODY = "other"  # a place, a school, a program, somebody with no part in the order


class Teller:
    """The model: for each role its bias, and for each sign what it adds."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.roles: list[str] = data["roles"]
        self.bias: list[float] = data["bias"]
        self.weights: Mapping[str, list[float]] = data["weights"]

    def serves(self, roles: Collection[str]) -> bool:
        """Whether a vocabulary has every role that the model tells."""
        return set(self.roles) - {NOBODY} <= set(roles)

    def chances(self, signs: Collection[str]) -> dict[str, float]:
        """The chance of each role."""
        sums = list(self.bias)
        for sign in sorted(signs):
            for n, weight in enumerate(self.weights.get(sign, ())):
                sums[n] += weight
        powers = [math.exp(value - max(sums)) for value in sums]
        total = sum(powers)
        return {role: power / total for role, power in zip(self.roles, powers, strict=True)}


@lru_cache(maxsize=1)
def shipped_teller() -> Teller:
    """The model that ships with rtlint."""
    return Teller(json.loads(WEIGHTS.read_text("utf-8")))
