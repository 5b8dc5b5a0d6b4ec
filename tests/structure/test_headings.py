"""Headings, run in or on their own line."""

import pytest

from rtlint.model.outline import BlockKind
from tests.structure.papers import Read


@pytest.mark.parametrize(
    ("paragraph", "heading", "clause"),
    [
        ("4. Costs. The parties shall pay equally.", "Costs.", "The parties"),
        ("4. What the therapist does not do. She shall not report.", "What the therapist", "She"),
        ("Costs: The parties shall pay equally.", "Costs:", "The parties"),
        ("(a) RELEASES OF INFORMATION. Both shall sign.", "RELEASES OF", "Both"),
        ("Section 2. Attendance — The parties shall attend.", "Attendance —", "The parties"),
        ("How we work. I will need both of you.", "How we work.", "I will"),
        ("7. Matters to be addressed. She shall work with both.", "Matters to", "She"),
    ],
)
def test_run_in_headings(paragraph: str, heading: str, clause: str) -> None:
    read = Read(paragraph)
    assert read.headings(clause)[-1].startswith(heading)
    assert len(read.clauses()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Attend all sessions. Bring the child.",
        "Parties to split costs. Mother to sign.",
        "Sessions weekly. Costs split.",
        "We are done. I say so.",
        "Therapist: Dr. Jane Roe",
        "4. Ms. Roe is not an evaluator. She shall not report.",
        "B. For a year Father exercised his weekends. Then he stopped.",
        "Mother shall: attend.",
    ],
)
def test_first_sentences_that_say_something(text: str) -> None:
    read = Read(text)
    assert all(not clause.headings for clause in read.outline.clauses)
    assert " ".join(read.clauses()) == text.removeprefix("4. ").removeprefix("B. ") or (
        "B. " in text
    )


@pytest.mark.parametrize(
    "line",
    [
        "REUNIFICATION THERAPY",
        "Reunification Therapy",
        "[Reunification Counseling]",
        "3. REUNIFICATION THERAPY",
        "III. Reunification Therapy",
        "Reunification therapy",
        "ARTICLE II – THERAPY",
        "Section 4. Therapy Costs",
    ],
)
def test_heading_lines(line: str) -> None:
    read = Read(f"{line}\n\nBoth parents shall attend every session that the therapist sets.")
    assert read.outline.blocks[0].kind is BlockKind.HEADING
    assert len(read.headings("Both parents")) == 1
    assert len(read.clauses()) == 1


def test_headings_nest_and_close() -> None:
    read = Read(
        "II. PARENTING\n\nHoliday Schedule\n\nMother has Easter.\n\nIII. COSTS\n\nFather shall pay."
    )
    assert read.headings("Mother") == ["PARENTING", "Holiday Schedule"]
    assert read.headings("Father") == ["COSTS"]


def test_names_in_a_list_are_no_headings() -> None:
    read = Read("1. The following shall attend:\n\n(a) Mother\n\n(b) Father\n\n(c) Toby\n\n2. Pay.")
    assert read.lead_in("Toby") == ["The following shall attend:"]


def test_enacting_words_are_no_heading() -> None:
    read = Read("IT IS ORDERED\n\nThat both parents shall attend every session.")
    assert all(block.kind is not BlockKind.HEADING for block in read.outline.blocks)


def test_the_heading_of_findings_does_not_stand_above_the_decree() -> None:
    read = Read(
        "FINDINGS OF FACT\n\n1. They separated.\n\nIT IS ORDERED:\n\n1. Both parents shall attend."
    )
    assert read.headings("Both") == []
