"""Mutation figures as lines for a terminal or as data, and misses with their words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from rtlint.evaluation.figures import name_of
from rtlint.evaluation.mutations.measure import Outcome, Trial
from rtlint.evaluation.mutations.mutant import Family
from rtlint.evaluation.resample import Figure

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | None"
_HEADS = {Family.FLIP: "flipped as they must", Family.REWRITE: "left the status alone"}


def as_lines(trials: Sequence[Trial]) -> list[str]:
    """A table for each family; the first row of each is the family as a whole."""
    lines: list[str] = []
    for family in Family:
        rows = [trial for trial in trials if trial.family is family]
        if rows:
            lines += [*_table(family, rows), ""]
    return lines


def _table(family: Family, trials: Iterable[Trial]) -> Iterator[str]:
    stirred = f"{'stirred':>9}" if family is Family.REWRITE else ""
    yield f"{family.value}s: share that {_HEADS[family]}"
    yield f"  {'':<30}{'texts':>6}{'share':>8}{'n':>7}{'interval':>16}{'right before':>14}{stirred}"
    for trial in trials:
        moved = f"{trial.stirred or '·':>9}" if family is Family.REWRITE else ""
        yield (
            f"  {trial.name:<30}{trial.mutants:>6}{_share(trial.passed):>8}{trial.passed.n:>7}"
            f"{_interval(trial.passed):>16}{_share(trial.of_right):>14}{moved}"
        )


def _share(figure: Figure) -> str:
    return "–" if figure.value is None else f"{figure.value:.3f}"


def _interval(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"{figure.low:.3f}–{figure.high:.3f}"


def as_json(trials: Iterable[Trial]) -> dict[str, Json]:
    """The trials as data; every share is a fraction of one."""
    return {
        trial.name: {
            "family": trial.family.value,
            "mutants": trial.mutants,
            "stirred": trial.stirred,
            "passed": _figure(trial.passed),
            "of_right": _figure(trial.of_right),
        }
        for trial in trials
    }


def _figure(figure: Figure) -> Json:
    def rounded(value: float | None) -> float | None:
        return None if value is None else round(value, 6)

    return {
        "value": rounded(figure.value),
        "n": figure.n,
        "low": rounded(figure.low),
        "high": rounded(figure.high),
    }


def miss_lines(judged: Iterable[tuple[list[Outcome], int]], rule: str | None = None) -> list[str]:
    """Every outcome that did not pass, with the changed text; of one rule if one is named."""
    lines: list[str] = []
    for found, _ in judged:
        for outcome in found:
            if not outcome.passed and (rule is None or outcome.requirement == rule):
                wanted = (
                    outcome.expected if outcome.mutant.family is Family.FLIP else outcome.before
                )
                lines += [
                    f"{outcome.id}: {name_of(wanted)}, found {name_of(outcome.after)}",
                    f"    text:   {' '.join(outcome.mutant.text.split())}",
                    "",
                ]
    return lines
