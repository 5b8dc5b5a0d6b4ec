"""Check boxes, struck words, and provisions that are taken back."""

import pytest

from rtlint.model.outline import Force
from tests.structure.papers import Read


@pytest.mark.parametrize(
    ("ticked", "empty"),
    [
        ("☒", "☐"),
        ("☑", "□"),
        ("[X]", "[ ]"),
        ("[x]", "[_]"),
        ("(X)", "( )"),
        ("■", "□"),
        ("✓", "☐"),
        ("_X_", "___"),
        ("\uf0fe", "\uf0a8"),
    ],
)
def test_a_set_of_boxes(ticked: str, empty: str) -> None:
    read = Read(f"Costs:\n\n{empty} Mother shall pay.\n\n{ticked} Father shall pay.")
    assert read.clause("Mother").force is Force.UNCHECKED
    assert read.clause("Father").force is Force.LIVE


def test_no_box_of_a_set_ticked() -> None:
    read = Read("☐ Mother shall pay.\n\n☐ Father shall pay.\n\nBoth shall attend.\n\n☒ Now.")
    assert read.clause("Mother").force is Force.UNDECIDED
    assert read.clause("Father").force is Force.UNDECIDED
    assert read.clause("Both").force is Force.LIVE


def test_a_lone_empty_box() -> None:
    filled = Read("1. ☐ Mother shall pay.\n\n2. Both attend.\n\n3. ☒ Father shall sign.")
    assert filled.clause("Mother").force is Force.UNCHECKED
    assert (
        Read("1. ☐ Mother shall pay.\n\n2. Both attend.").clause("Mother").force is Force.UNDECIDED
    )


def test_what_stands_under_an_empty_box_is_dead_with_it() -> None:
    read = Read(
        "1. ☐ The parties shall:\n\n  (a) attend; and\n\n  (b) pay.\n\n2. ☒ The parties shall:\n\n"
        "  (a) rest."
    )
    assert read.clause("attend").force is Force.UNCHECKED
    assert read.clause("rest").force is Force.LIVE


@pytest.mark.parametrize(
    ("text", "live"),
    [
        ("☒ Mother ☐ Father shall pay.", ["Mother shall pay."]),
        ("☐ Mother ☒ Father shall pay.", ["Father shall pay."]),
        ("The cost is paid ☐ equally ☒ by Father ☐ by Mother.", ["The cost is paid by Father"]),
        (
            "☒ Mother ☐ Father shall pay ☐ all ☒ half of the cost.",
            ["Mother shall pay half of the cost."],
        ),
        ("☒ Mother shall pay. ☐ Father shall pay.", ["Mother shall pay."]),
        ("Therapy is ordered: ☐ Yes ☒ No", ["Therapy is ordered: No"]),
    ],
)
def test_boxes_inside_a_sentence(text: str, live: list[str]) -> None:
    read = Read(text)
    assert read.live() == live
    assert any(clause.force is Force.UNCHECKED for clause in read.outline.clauses)


def test_options_of_a_form_stand_under_what_offers_them() -> None:
    read = Read(
        """
        10. COST. The cost shall be paid:

              [ ] equally

              [X] 55% by Father and 45% by Mother

              [ ] _____ % by Father

            The evaluator's fees are reserved.

        11. WHO SHALL ATTEND.

              [X] Mother

              [ ] Father
        """
    )
    assert read.live() == [
        "The cost shall be paid:",
        "The cost shall be paid: 55% by Father and 45% by Mother",
        "The evaluator's fees are reserved.",
        "WHO SHALL ATTEND. Mother",
    ]
    assert read.clause("equally").force is Force.UNCHECKED
    assert read.clause("Father").force is Force.UNCHECKED
    assert read.clause("Mother").paragraph == "11"


def test_options_under_an_option() -> None:
    read = Read("8. Counseling\n\n[X] Both shall attend (check one):\n\n[X] weekly\n\n[ ] monthly")
    assert read.live()[-1] == "Both shall attend (check one): weekly"
    assert read.headings("weekly") == ["Counseling"]
    assert read.clause("monthly").force is Force.UNCHECKED


def test_a_blank_to_be_filled_in_is_no_box() -> None:
    read = Read("____ shall pay the cost.\n\n☒ Father shall attend.")
    assert read.clause("____ shall").force is Force.LIVE


def test_struck_words() -> None:
    whole = Read("1. Both shall attend. Mother may decline.", struck="Mother may decline.")
    assert whole.clause("Mother").force is Force.STRUCK
    assert whole.live() == ["Both shall attend."]
    part = Read("Both shall attend unless Mother declines.", struck="unless Mother declines")
    assert part.live() == ["Both shall attend"]
    inside = Read("Mother and Father shall attend.", struck="and Father")
    assert inside.live() == ["Mother shall attend."]


@pytest.mark.parametrize(
    ("words", "superseded"),
    [
        ("Paragraph 1 of this order is vacated.", True),
        ("Paragraph 1 above is hereby deleted and replaced with paragraph 3.", True),
        ("In lieu of paragraph 1, Mother shall bring the child.", True),
        ("This paragraph replaces paragraph 1.", True),
        ("Paragraphs 1 and 3 of this order are rescinded.", True),
        ("Paragraph 1 of the order of March 3, 2024 is vacated.", False),
        ("Paragraph 1 of the Divorce Decree is deleted.", False),
        ("Costs are paid as provided in paragraph 1.", False),
        ("Paragraph 1 is not vacated.", False),
    ],
)
def test_paragraphs_taken_back(words: str, superseded: bool) -> None:
    read = Read(f"1. Father shall pay.\n\n2. {words}\n\n3. Both attend.")
    assert (read.clause("Father shall pay").force is Force.SUPERSEDED) is superseded
    assert read.clause(words[:12]).force is Force.LIVE


def test_a_provision_quoted_only_to_vacate_it() -> None:
    read = Read(
        'The following provision of the order of March 3 is vacated: "Father need not attend."'
    )
    assert read.clause('"Father').force is Force.SUPERSEDED
    apart = Read('The following provision is vacated:\n\n"Father need not attend."\n\nBoth attend.')
    assert apart.clause('"Father').force is Force.SUPERSEDED
    assert apart.clause("Both").force is Force.LIVE
    new = Read('Paragraph 4 of the decree is replaced with the following: "Both shall attend."')
    assert all(clause.force is Force.LIVE for clause in new.outline.clauses)


def test_options_on_one_line_that_each_say_something() -> None:
    read = Read("Advice:\n\n[ ] both parties shall follow it [X] the parties should consider it")
    assert read.clause("the parties should").force is Force.LIVE
