"""A linear model whose weights are a JSON file: a line for each sign, a number for each class."""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Self


class Linear:
    """For each class its bias, and for each sign what one unit of it adds."""

    def __init__(
        self, classes: list[str], bias: list[float], weights: Mapping[str, list[float]]
    ) -> None:
        self.classes = classes
        self.bias = bias
        self.weights = weights

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a file that ``dump`` wrote."""
        data = json.loads(path.read_text("utf-8"))
        return cls(data["classes"], data["bias"], data["weights"])

    def dump(self, path: Path) -> None:
        """Write the model, three decimals to a number."""
        weights = {sign: [round(w, 3) for w in row] for sign, row in self.weights.items()}
        bias = [round(b, 3) for b in self.bias]
        data = {"classes": self.classes, "bias": bias, "weights": weights}
        path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")

    def chances(self, signs: Mapping[str, float]) -> dict[str, float]:
        """The chance of each class; signs that the model does not know add nothing."""
        sums = list(self.bias)
        for sign, value in sorted(signs.items()):
            for n, weight in enumerate(self.weights.get(sign, ())):
                sums[n] += weight * value
        powers = [math.exp(value - max(sums)) for value in sums]
        total = sum(powers)
        return {name: power / total for name, power in zip(self.classes, powers, strict=True)}
