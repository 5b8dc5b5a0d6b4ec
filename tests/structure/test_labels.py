"""Labels, the tree they build, and paths as lawyers cite them."""

import pytest

from tests.structure.papers import Read


@pytest.mark.parametrize(
    ("first", "second", "paths"),
    [
        ("1. A.", "2. B.", ["1", "2"]),
        ("1) A.", "2) B.", ["1", "2"]),
        ("(1) A.", "(2) B.", ["1", "2"]),
        ("1.1 A.", "1.2 B.", ["1.1", "1.2"]),
        ("A. Mother attends.", "B. Father attends.", ["A", "B"]),
        ("(a) A.", "(b) B.", ["a", "b"]),
        ("i. A.", "ii. B.", ["i", "ii"]),
        ("(iii) A.", "(iv) B.", ["iii", "iv"]),
        ("§ 4 Attend.", "§ 5 Pay.", ["4", "5"]),
        ("¶ 4. Attend.", "¶ 5. Pay.", ["4", "5"]),
        ("Section 5. Attend.", "Section 6. Pay.", ["5", "6"]),
        ("Paragraph 3: Attend.", "Paragraph 4: Pay.", ["3", "4"]),
        ("1-A. Attend.", "1-B. Pay.", ["1-A", "1-B"]),
        ("B.1 Attend.", "B.2 Pay.", ["B.1", "B.2"]),
        ("First: attend.", "Second: pay.", ["First", "Second"]),
    ],
)
def test_labels(first: str, second: str, paths: list[str]) -> None:
    assert Read(f"{first}\n\n{second}").paths() == paths


@pytest.mark.parametrize(
    "text",
    [
        "J. Alvarez, LMFT, shall serve as therapist.",
        "50 percent of the cost is Mother's.",
        "2012. That was the year.",
        "Section 4 above requires both parents to attend.",
        "Paragraph 4 of the Decree is vacated.",
        "A. Smith shall serve as therapist.",
        "V. Roe and the child shall attend.",
        "K-5 Roe School is told of it.",
        "1.5 hours are allotted to each session.",
    ],
)
def test_words_that_only_look_like_labels(text: str) -> None:
    assert Read(text).paths() == []


def test_nested_paths() -> None:
    read = Read(
        """
        4. The therapist shall have discretion over:

          (a) frequency;

          (b) attendance, including:

             (i) who comes; and

             (ii) when; and

          (c) ending.

        5. Costs are equal.
        """
    )
    assert read.paths() == ["4", "4(a)", "4(b)", "4(b)(i)", "4(b)(ii)", "4(c)", "5"]
    assert [block.depth for block in read.outline.blocks] == [0, 1, 1, 2, 2, 1, 0]


def test_roman_or_letter_is_decided_by_sequence() -> None:
    letters = "\n\n".join(f"({letter}) They shall do {letter}." for letter in "abcdefghij")
    assert Read("1. The parties shall:\n\n" + letters).paths()[-3:] == ["1(h)", "1(i)", "1(j)"]
    nested = Read("1. As follows:\n\n(h) one:\n\n(i) x;\n\n(ii) y.\n\n(i) last.")
    assert nested.paths() == ["1", "1(h)", "1(h)(i)", "1(h)(ii)", "1(i)"]


def test_two_labels_on_one_line_and_a_label_in_one_piece() -> None:
    read = Read("1. (a) Attend.\n\n(b) Pay.\n\n2. Sign.\n\n2(a) Promptly.")
    assert read.paths() == ["1", "1(a)", "1(b)", "2", "2(a)"]


def test_numbers_that_start_again_under_headings_carry_the_heading() -> None:
    again = Read("I. FINDINGS\n\n1. Fact.\n\nII. ORDERS\n\n1. Attend.\n\n2. Pay.")
    assert again.paths() == ["I", "I.1", "II", "II.1", "II.2"]
    running = Read("I. FINDINGS\n\n1. Fact.\n\nII. ORDERS\n\n2. Attend.\n\n3. Pay.")
    assert running.paths() == ["I", "1", "II", "2", "3"]


def test_unlabelled_paragraphs_are_counted() -> None:
    read = Read("Mother shall attend.\n\nThe parties shall:\n\na. pay; and\n\nb. sign.\n\nDone.")
    assert [block.path for block in read.outline.blocks] == ["¶1", "¶2", "¶2(a)", "¶2(b)", "¶3"]


def test_a_paragraph_without_label_goes_on_with_the_numbered_one_before() -> None:
    read = Read("1. Attend.\n\nVideo sessions count.\n\n2. Pay.")
    assert read.clause("Video").paragraph == "1"


def test_bullets_are_items_without_a_path_of_their_own() -> None:
    read = Read("1. The parties shall:\n\n• attend; and\n\n• pay.\n\n2. Fees are equal.")
    assert read.clause("pay").paragraph == "1"
    assert read.lead_in("pay") == ["The parties shall:"]
    assert read.clause("Fees").paragraph == "2"


def test_an_enacting_paragraph_closes_the_list_before_it() -> None:
    read = Read("1. Attend.\n\n2. Pay.\n\nIT IS FURTHER ORDERED that fees are equal.")
    assert read.clause("IT IS").paragraph == ""
