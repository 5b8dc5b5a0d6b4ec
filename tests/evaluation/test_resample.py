"""Intervals come from whole orders, and are the same in every run."""

from rtlint.evaluation.figures import is_right
from rtlint.evaluation.resample import Draws, ratio_figure, with_interval
from tests.evaluation.samples import pair


def figure(pairs: list) -> tuple[float | None, float | None, float | None]:
    draws = Draws(pair.cluster for pair in pairs)
    found = ratio_figure("accuracy", "accuracy", pairs, is_right, draws)
    return found.low, found.value, found.high


def test_the_middle_of_the_draws() -> None:
    found = with_interval("k", "t", 0.5, 9, [number / 1000 for number in range(1001)])
    assert (found.low, found.high) == (0.025, 0.975)


def test_draws_without_pairs_are_passed_over() -> None:
    found = with_interval("k", "t", 1.0, 2, [None, 1.0, None])
    assert (found.low, found.high) == (1.0, 1.0)


def test_one_order_gives_no_interval() -> None:
    assert figure([pair("mm"), pair("m0")]) == (None, 0.5, None)


def test_pairs_of_one_order_stand_or_fall_together() -> None:
    together = [pair("mm" if order < 5 else "m0", case=str(order)) for order in range(10)] * 20
    apart = [pair("mm" if case < 100 else "m0", case=str(case)) for case in range(200)]
    low, value, high = figure(together)
    low_apart, value_apart, high_apart = figure(apart)
    assert value == value_apart == 0.5
    assert low < low_apart < 0.5 < high_apart < high


def test_the_same_in_every_run_and_in_any_order_of_cases() -> None:
    pairs = [pair("mm" if case % 3 else "m0", case=str(case)) for case in range(30)]
    assert figure(pairs) == figure(pairs[::-1])


def test_an_order_that_has_no_such_pair_still_takes_part() -> None:
    draws = Draws(["a", "b"])
    ratios = draws.ratios([pair("mm", case="a")], is_right)
    assert None in ratios
    assert 1.0 in ratios
