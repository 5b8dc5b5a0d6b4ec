"""Two parents called by their names alone are two people, never each of them everybody."""

import pytest

from rtlint.language.names import Names
from rtlint.language.sides import tell_sides
from rtlint.language.tokens import TokenizedText
from tests.language.reading import RULEBOOK

TEXT = (
    "Sora Quill and Bram Hale have one child. Both Sora and Bram come. Sora pays for it, and the "
    "Guardians agree. The Guardians and Ms. Quill sign. Mr. Hale drives."
)


def _told(*known: tuple[str, str]) -> dict[str, str]:
    names = Names()
    for name, member in known:
        names.add(name, "parent", member)
    tell_sides(TokenizedText(TEXT).tokens, names, RULEBOOK.vocabulary)
    return {" ".join(alias.words): alias.member for alias in names.aliases}


def test_the_first_of_two_named_takes_the_first_place() -> None:
    told = _told(("Bram Hale", ""), ("Sora Quill", ""), ("Sora", ""), ("Bram", ""))
    assert told["sora quill"] == told["sora"] == told["ms. quill"] == "first"
    assert told["bram hale"] == told["bram"] == told["mr. hale"] == "second"


@pytest.mark.parametrize(("known", "other"), [("mother", "father"), ("second", "first")])
def test_beside_one_who_is_known_the_other_takes_the_other_place(known: str, other: str) -> None:
    assert _told(("Sora Quill", known), ("Bram Hale", ""))["bram hale"] == other


def test_a_term_for_both_stands_for_both() -> None:
    told = _told(("Sora Quill", ""), ("Bram Hale", ""), ("Guardians", ""))
    assert told["guardians"] == ""
    assert told["sora quill"] == "first"


def test_of_one_alone_nothing_is_guessed() -> None:
    assert _told(("Bram Hale", ""))["bram hale"] == ""
