"""Shares of a cost: what words and numbers add up to."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtlint.language.amounts import makes_whole, read_shares

WHOLE = [
    "60 % by father and 40 % by mother",
    "sixty percent (60 %) by father and forty percent (40 %) by mother",
    "three-fifths by petitioner and two-fifths by respondent",
    "equally",
    "one-half each",
    "pro rata to income",
    "60/40",
    "70 percent by father , the balance by mother",
    "in full",
]
PART = ["60 % by father", "one-third by mother"]
WRONG = ["60 % by father and 50 % by mother", "65 percent and mother 25 percent"]


@pytest.mark.parametrize("words", WHOLE)
def test_these_words_divide_the_whole(words: str) -> None:
    assert read_shares(words.split()).whole


@pytest.mark.parametrize("words", PART)
def test_one_share_is_a_part(words: str) -> None:
    shares = read_shares(words.split())
    assert shares.stated
    assert not shares.whole
    assert not shares.wrong


@pytest.mark.parametrize("words", WRONG)
def test_shares_that_make_no_whole_are_wrong(words: str) -> None:
    assert read_shares(words.split()).wrong


def test_days_and_dollars_are_no_shares() -> None:
    assert not read_shares("father shall pay $ 150 within 30 days".split()).amounts


@given(st.integers(1, 99))
def test_two_percentages_make_a_whole_only_when_they_add_up(share: int) -> None:
    words = f"{share} percent by father and {100 - share} percent by mother".split()
    assert read_shares(words).whole
    assert makes_whole(read_shares(words).total)
    assert read_shares(words).total == Fraction(1)
