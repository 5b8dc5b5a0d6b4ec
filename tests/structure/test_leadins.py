"""Lists, what governs their items, and words that close them."""

import pytest

from tests.structure.papers import Read


def test_items_are_read_with_all_their_lead_ins() -> None:
    read = Read(
        """
        IT IS ORDERED that Mother and Father shall each:

        1. attend;

        2. sign every release the therapist presents for information from

          a. any provider, and

          b. any school; and

        3. pay half.
        """
    )
    both = "IT IS ORDERED that Mother and Father shall each:"
    sign = "sign every release the therapist presents for information from"
    assert read.live() == [
        f"{both} attend;",
        f"{both} {sign} any provider,",
        f"{both} {sign} any school;",
        f"{both} pay half.",
    ]


def test_a_list_inside_a_paragraph() -> None:
    read = Read(
        "Dr. Roe is appointed. They shall: (a) attend; (b) sign; and (c) pay. Fees are equal."
    )
    assert read.live() == [
        "Dr. Roe is appointed.",
        "They shall: attend;",
        "They shall: sign;",
        "They shall: pay.",
        "Fees are equal.",
    ]
    assert read.paths() == ["¶1(a)", "¶1(b)", "¶1(c)"]


@pytest.mark.parametrize(
    "text",
    [
        "They shall comply with paragraph 4(b) and section (a) of the plan.",
        "Within seven (7) days, and again within (2) two weeks, they shall attend.",
        "The parties (hereinafter the parents) shall attend.",
        "It continues until the earlier of (1) discharge, and (2) a written agreement to stop.",
        "See Rule 5(a) and 42 U.S.C. § 1983(b).",
        "Two (2) sessions and one (1) call, or three (3) calls, are allowed.",
    ],
)
def test_brackets_that_are_no_list(text: str) -> None:
    assert Read(text).clauses() == [text]


def test_a_list_inside_an_item_of_a_list() -> None:
    read = Read("They shall: (a) attend (i) weekly; and (ii) on time; and (b) pay.")
    assert read.paths() == ["¶1(a)", "¶1(a)(i)", "¶1(a)(ii)", "¶1(b)"]
    assert read.lead_in("on time") == ["They shall:", "attend"]


def test_words_that_close_the_list_belong_to_every_item() -> None:
    inside = Read("They shall: (a) attend; and (b) pay, in each case within ten days.")
    assert inside.live() == [
        "They shall: attend; in each case within ten days.",
        "They shall: pay in each case within ten days.",
    ]
    after = Read(
        "1. They shall:\n\n(a) attend; and\n\n(b) pay,\n\nunless the therapist excuses them."
    )
    assert after.live() == [
        "They shall: attend; unless the therapist excuses them.",
        "They shall: pay, unless the therapist excuses them.",
    ]


def test_a_whole_sentence_governs_no_list_unless_it_announces_one() -> None:
    silent = Read("1. Both parents shall attend.\n\n(a) Father shall drive.")
    assert silent.lead_in("Father") == []
    announcing = Read("1. Both parents shall do the following.\n\n(a) attend;\n\n(b) pay.")
    assert announcing.lead_in("attend") == ["Both parents shall do the following."]


@pytest.mark.parametrize(
    ("lead", "is_clause"),
    [
        ("The parties shall:", False),
        ("The parties shall each do the following:", False),
        ("The therapist shall not recommend:", False),
        ("The counseling may include:", False),
        ("Father shall pay the following costs:", False),
        ("Both are required to:", False),
        ("The parties shall attend therapy on these terms:", True),
        ("The therapist shall have discretion over the format, including:", True),
        ("Dr. Roe is appointed as follows:", True),
    ],
)
def test_a_lead_in_is_a_clause_only_if_it_says_something(lead: str, is_clause: bool) -> None:
    read = Read(f"1. {lead}\n\n(a) one thing;\n\n(b) another.")
    assert (lead in read.clauses()) is is_clause
    assert read.lead_in("one thing") == [lead]


def test_a_formula_alone_is_not_quoted_with_every_paragraph() -> None:
    read = Read(
        "IT IS HEREBY ORDERED as follows:\n\n1. Mother shall attend.\n\n2. Father shall pay."
    )
    assert read.lead_in("Father") == []
    assert read.paths() == ["1", "2"]
    fragments = Read(
        "IT IS ORDERED that Mother and Father:\n\n1. shall attend; and\n\n2. shall pay."
    )
    assert fragments.lead_in("shall pay") == ["IT IS ORDERED that Mother and Father:"]


def test_a_lead_in_holds_over_paragraphs_between_its_items() -> None:
    read = Read(
        "The parties are urged as follows:\n\n1. To listen.\n\nPatience helps.\n\n2. To answer."
    )
    assert read.lead_in("To answer") == ["The parties are urged as follows:"]


def test_lines_without_label_after_a_lead_in() -> None:
    read = Read("The parties shall:\n\nattend therapy;\n\nsign releases; and\n\npay.\n\nDone.")
    assert read.live()[:3] == [
        "The parties shall: attend therapy;",
        "The parties shall: sign releases;",
        "The parties shall: pay.",
    ]


def test_the_header_of_a_table_is_read_with_each_row() -> None:
    read = Read(
        "Costs are allocated as follows:\n\nService | Mother | Father\n\nJoint | 50% | 50%\n\n"
        "Child | 0% | 100%"
    )
    assert read.lead_in("Child") == ["Costs are allocated as follows:", "Service | Mother | Father"]
    assert "Service | Mother | Father" not in read.clauses()


def test_a_table_of_fields_has_no_header() -> None:
    read = Read("Name | A.G.P.\n\nBorn | March")
    assert read.lead_in("Born") == []
