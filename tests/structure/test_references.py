"""Cross-references and what they point to."""

import pytest

from tests.structure.papers import Read

ORDER = """
IT IS ORDERED:

1. Therapy. Both parents shall attend.

2. Costs. As follows:

  (a) Father pays half; and

  (b) Mother pays half.

3. {words}

EXHIBIT A

1. The fee is $100.
"""


@pytest.mark.parametrize(
    ("words", "kind", "target", "path", "incorporates"),
    [
        ("They pay as provided in paragraph 2(b).", "paragraph", "2(b)", "2(b)", True),
        ("See Paragraph 1 above.", "paragraph", "1", "1", False),
        ("Fees follow ¶ 2.", "paragraph", "2", "2", False),
        ("They pay in accordance with Section 1.", "paragraph", "1", "1", True),
        ("Subparagraph (b) of this order is clear.", "paragraph", "(b)", None, False),
        ("Fees are listed in Exhibit A.", "exhibit", "A", "Ex. A", False),
        ("Exhibit A is incorporated.", "exhibit", "A", "Ex. A", True),
        ("Schedule 2 is made a part hereof.", "exhibit", "2", None, True),
        ("Fees follow paragraph 1 of Exhibit A.", "exhibit", "A", "Ex. A", False),
        ("See paragraph 17.", "paragraph", "17", None, False),
        ("The preceding paragraph applies.", "paragraph", "preceding", "2", False),
        ("The order of May 3, 2024 remains in effect.", "order", "May 3, 2024", None, True),
        ("The Divorce Decree governs holidays.", "order", "Divorce Decree", None, True),
    ],
)
def test_references(
    words: str, kind: str, target: str, path: str | None, incorporates: bool
) -> None:
    read = Read(ORDER.format(words=words))
    found = next(r for r in read.outline.references if r.kind == kind)
    assert (found.target, found.incorporates) == (target, incorporates)
    if path is None:
        assert found.block is None
    else:
        assert found.block is not None
        assert read.outline.blocks[found.block].path == path


@pytest.mark.parametrize(
    "words",
    [
        "Section 3190 of the Family Code applies.",
        "N.C.G.S. § 50 applies.",
        "Family Code section 319 applies.",
        "It is done under 23 Pa.C.S. § 533.",
        "Plaintiff's Exhibit 5 was admitted.",
        "Rule 53 governs.",
        "They shall schedule a session.",
        "The part a parent plays matters.",
    ],
)
def test_what_is_no_reference(words: str) -> None:
    assert not Read(ORDER.format(words=words)).outline.references


def test_another_papers_paragraph_is_that_paper() -> None:
    read = Read(ORDER.format(words="Costs follow paragraph 1 of the Divorce Decree."))
    assert [(r.kind, r.block) for r in read.outline.references] == [("order", None)]


def test_an_order_is_mentioned_with_its_name() -> None:
    read = Read(ORDER.format(words="The Temporary Custody Order of May 3, 2024 ends."))
    found = read.outline.references[0]
    assert read.words((found.start, found.end)) == "The Temporary Custody Order of May 3, 2024"


def test_several_targets_of_one_mention() -> None:
    read = Read(ORDER.format(words="Paragraphs 1 and 2(a) are clear."))
    assert [r.target for r in read.outline.references] == ["1", "2(a)"]


def test_the_same_number_in_another_zone() -> None:
    read = Read(
        "FINDINGS\n\n1. They moved.\n\nORDER\n\n1. Both attend.\n\n2. Paragraph 1 is final."
    )
    found = read.outline.references[0].block
    assert found is not None
    assert read.outline.blocks[found].zone.operative
