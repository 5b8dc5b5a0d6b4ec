"""Characters and words, below the level of pages."""

import pytest

from rtlint.read.engine.words import BREAK, Char, build_words
from rtlint.read.letters import plain_letters


@pytest.mark.parametrize(
    ("odd", "plain"),
    [
        ("\x1cle", "file"),
        ("con\x1ddent", "confldent"),
        ("o\x1ece", "office"),
        ("a\x1fict", "afflict"),
        ("\ufb03ce", "ffice"),
        ("\x10order\x11", '"order"'),
        ("2019\x152020", "2019–2020"),
        ("‘Toby’s’", "'Toby's'"),
        ("co\u2011parent\u00ading", "co-parenting"),
        ("gener\u0002", "gener-"),
        ("recommen\u00ad", "recommen\u00ad"),
        ("\u202eorder\u202c\u200b", "order"),
        ("e\u0301", "é"),
        ("\uf0fe\uf0a8\u2717", "☑☐☒"),
        ("plain", "plain"),
    ],
)
def test_plain_letters(odd: str, plain: str) -> None:
    assert plain_letters(odd) == plain


def spelled(*chars: Char) -> list[str]:
    return [word[0] for word in build_words(chars)]


def row(
    text: str, x: float = 0, step: float = 6, base: float = 100, size: float = 12
) -> list[Char]:
    return [Char(c, x + step * i, x + step * i + 6, base, size) for i, c in enumerate(text)]


def test_a_split_ligature_is_one_word() -> None:
    chars = [*row("Plainti"), Char("f", 42, 48, 100, 12), Char("f", 42, 48, 100, 12)]
    assert spelled(*chars) == ["Plaintiff"]


def test_words_part_at_gaps_breaks_and_baselines() -> None:
    assert spelled(*row("one"), *row("two", x=20)) == ["one", "two"]
    assert spelled(*row("one"), BREAK, *row("two", x=18)) == ["one", "two"]
    assert spelled(*row("one"), *row("2", x=18, base=95)) == ["one", "2"]
    assert spelled(*row("one"), *row("two", x=18)) == ["onetwo"]


def test_absurd_coordinates_are_left_out() -> None:
    for odd in (float("nan"), float("inf"), 1e9):
        assert spelled(*row("a"), Char("x", odd, odd, 100, 12), *row("b", x=6)) == ["ab"]


def test_half_characters_are_put_together() -> None:
    assert spelled(*row("\ud83d\ude00")) == ["😀"]
