"""What holds for every text, however strange."""

import time
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rtlint.model.outline import BlockKind
from tests.structure.papers import Read

_SCRAPS = st.sampled_from(
    [
        "1.",
        "(a)",
        "(i)",
        "iv)",
        "§ 4",
        "¶ 2",
        "•",
        "☐",
        "☒",
        "[X]",
        "[ ]",
        "___",
        "\n\n",
        "\n\n  ",
        "IT IS ORDERED",
        "that",
        "WHEREAS",
        "FINDINGS OF FACT",
        "ORDER",
        "EXHIBIT A",
        "shall:",
        "; and",
        "Mother",
        "shall attend.",
        "paragraph 1",
        "is vacated.",
        "Dr.",
        "J.",
        "“",
        "”",
        "(",
        ")",
        '"',
        " | ",
        "Dated:",
        "CERTIFICATE OF SERVICE",
        "as follows:",
        "The Court finds",
        "—",
        ":",
        ";",
        ",",
        "Costs.",
        "Section 5.",
        "ARTICLE II",
        "4(b)",
        "the following",
        "SO ORDERED.",
        "\u2028",
        "\u00a0",
    ]
)
_PAPERS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(_SCRAPS, st.text(max_size=8)), max_size=60).map(" ".join),
)


@settings(max_examples=400, deadline=None)
@given(_PAPERS)
@example("☐0[X]")
def test_any_text_has_an_outline(text: str) -> None:
    read = Read(text)
    blocks, clauses = read.outline.blocks, read.outline.clauses
    size = len(read.text)
    assert all(0 <= block.start <= block.body <= block.end <= size for block in blocks)
    assert [block.start for block in blocks] == sorted(block.start for block in blocks)
    assert all(block.parent is None or block.parent < index for index, block in enumerate(blocks))
    assert [clause.start for clause in clauses] == sorted(clause.start for clause in clauses)
    for before, after in pairwise(clauses):
        assert before.end <= after.start
    for clause in clauses:
        assert 0 <= clause.start < clause.end <= size
        assert blocks[clause.block].kind is not BlockKind.HEADING
        for span in (*clause.lead_in, *clause.headings, *((clause.tail,) if clause.tail else ())):
            assert 0 <= span[0] < span[1] <= size
    for reference in read.outline.references:
        assert 0 <= reference.start < reference.end <= size
        assert reference.block is None or 0 <= reference.block < len(blocks)


def test_every_word_of_a_plain_order_is_in_a_clause_or_heading() -> None:
    read = Read(
        "COSTS\n\n1. Fees. Father shall pay.\n\n2. They shall (a) attend; and (b) sign. Done."
    )
    covered = set[int]()
    for clause in read.outline.clauses:
        for span in ((clause.start, clause.end), *clause.lead_in, *clause.headings):
            covered.update(range(*span))
    missing = "".join(char for index, char in enumerate(read.text) if index not in covered)
    assert missing.replace("and", "").split() == ["1.", "2.", "(a)", "(b)"]


def test_time_grows_with_length_only() -> None:
    """Twenty times the text takes nowhere near four hundred times as long."""
    texts = [
        "1. Both parents shall attend; see paragraph 1 and Exhibit A.\n\n",
        "(a) ",
        "it is " * 20 + "\n\n",
        "☒ Mother ☐ Father ",
        '"(',
        "the order " * 10 + "\n\n",
        "1. x:\n\n(a) y:\n\n",
        "They shall: (a) x; (b) y. ",
        "☐ a:\n\n",
        "A | B\n\n",
    ]
    for text in texts:
        short, long = _seconds(text * 50), _seconds(text * 1000)
        assert long < max(short, 0.004) * 100, text


def _seconds(text: str) -> float:
    began = time.perf_counter()
    Read(text)
    return time.perf_counter() - began
