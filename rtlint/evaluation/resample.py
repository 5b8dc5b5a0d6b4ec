"""Figures with an interval, by resampling whole orders (or contrast sets).

The pairs of one order stand or fall together, so resampling single pairs would
make every interval too narrow. The draws are the same for every figure and every run:
equal input, equal bytes. Where nothing went wrong the interval has no width;
it then says nothing about cases that were not tried.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from random import Random
from typing import Protocol, TypeVar

DRAWS = 1000
SEED = 20250101
COVERAGE = 0.95


class Clustered(Protocol):
    """Anything that belongs to one order or contrast set."""

    @property
    def cluster(self) -> str: ...


T = TypeVar("T", bound=Clustered)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, how many pairs took part in it, and its interval.

    ``low`` and ``high`` are None where there are fewer than two orders to resample.
    """

    key: str
    title: str
    value: float | None  # None where no pair took part
    n: int
    low: float | None = None
    high: float | None = None


class Draws:
    """The same resampled clusters for every figure of one section."""

    def __init__(self, clusters: Iterable[str], draws: int = DRAWS, seed: int = SEED) -> None:
        names = sorted(set(clusters))
        chance = Random(seed)  # noqa: S311 - statistics, not secrets
        self._index = {name: number for number, name in enumerate(names)}
        # With one cluster every draw is that cluster: an interval would only look exact.
        self._picks = (
            [itemgetter(*chance.choices(range(len(names)), k=len(names))) for _ in range(draws)]
            if len(names) > 1
            else []
        )

    def ratios(
        self, pairs: Iterable[T], count: Callable[[T], tuple[int, int]]
    ) -> list[float | None]:
        """The ratio that each draw gives; None for a draw in which no pair took part."""
        hits, of = [0] * len(self._index), [0] * len(self._index)
        for pair in pairs:
            hit, weight = count(pair)
            where = self._index[pair.cluster]
            hits[where] += hit
            of[where] += weight
        return [
            sum(pick(hits)) / total if (total := sum(pick(of))) else None for pick in self._picks
        ]


def ratio_figure(
    key: str, title: str, pairs: Sequence[T], count: Callable[[T], tuple[int, int]], draws: Draws
) -> Figure:
    """A ratio of sums: ``count`` gives what each pair adds above and below the line."""
    counted = [count(pair) for pair in pairs]
    below = sum(weight for _, weight in counted)
    return with_interval(
        key,
        title,
        sum(hit for hit, _ in counted) / below if below else None,
        sum(1 for _, weight in counted if weight),
        draws.ratios(pairs, count) if below else [],
    )


def with_interval(
    key: str, title: str, value: float | None, n: int, series: Iterable[float | None]
) -> Figure:
    """A figure whose interval is the middle of what the draws gave."""
    values = sorted(value for value in series if value is not None)
    if value is None or not values:
        return Figure(key, title, value, n)
    tail = (1 - COVERAGE) / 2
    last = len(values) - 1
    return Figure(
        key, title, value, n, values[round(tail * last)], values[round((1 - tail) * last)]
    )
