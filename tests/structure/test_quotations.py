"""Somebody else's words order nothing, unless the paper makes them its own."""

import pytest

from tests.structure.papers import Read

DUTY = "Both parents shall attend reunification therapy."


def operative_words(paper: str) -> str:
    read = Read(f"IT IS ORDERED:\n\n1. The child shall attend school.\n\n2. {paper}")
    clauses = [clause for clause in read.outline.clauses if clause.operative]
    return " ".join(read.words((clause.start, clause.end)) for clause in clauses)


@pytest.mark.parametrize(
    "paper",
    [
        f"At the hearing Father asked the Court to order the following: “{DUTY}”",
        f"Section 9 of that act reads: “{DUTY}”",
        f"The agreement of 2019, which has ended, provided: “{DUTY}”",
        f"[Drafter's note: consider adding {DUTY}]",
    ],
)
def test_quoted_words_are_not_operative(paper: str) -> None:
    assert "Both parents shall" not in operative_words(paper)


@pytest.mark.parametrize(
    "paper",
    [
        f"Paragraph 4 of the decree is amended to read: “{DUTY}”",
        f"The following is added to the parenting plan and reads: “{DUTY}”",
    ],
)
def test_words_that_the_paper_adopts_are_operative(paper: str) -> None:
    assert "Both parents shall" in operative_words(paper)
