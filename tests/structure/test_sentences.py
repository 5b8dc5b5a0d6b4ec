"""Sentences of legal English."""

import pytest

from rtlint.structure.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. J. Alvarez, Ph.D., L.C.S.W., shall serve.",
        'The parties shall see Jane Roe, Psy.D. (the "Therapist") weekly.',
        "See Smith v. Jones, 12 N.C. App. 345 (1999), and 42 U.S.C. § 1983.",
        "Paragraph No. 4 applies from 9:00 a.m. until 6:00 p.m. on Fridays.",
        'The order said "Mother shall attend. Father shall pay." and no more.',
        "The therapist (who may be replaced. See below.) shall decide.",
        "A.R. and B.R. shall attend with Ms. Q. Public.",
        "The cost is $1.50 per page, or 3.5 hours . . . as billed.",
        "He shall pay; she shall attend; the therapist decides, provided that all go on.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dr. Roe, Ph.D. The therapist shall begin.",
            ["Dr. Roe, Ph.D.", "The therapist shall begin."],
        ),
        ("Bring A.R. Both parents shall attend.", ["Bring A.R.", "Both parents shall attend."]),
        ("See paragraph 4. Costs are equal.", ["See paragraph 4.", "Costs are equal."]),
        (
            "Attached as Exhibit A. Dr. Roe signs it.",
            ["Attached as Exhibit A.", "Dr. Roe signs it."],
        ),
        (
            'He is "the Counselor." The Counselor decides.',
            ['He is "the Counselor."', "The Counselor decides."],
        ),
        ("Attend. (Video counts.) Pay.", ["Attend.", "(Video counts.)", "Pay."]),
        (
            "ORDERED that they attend; and it is further ORDERED that they pay.",
            ["ORDERED that they attend;", "and it is further ORDERED that they pay."],
        ),
        (
            "WHEREAS they agree; NOW, THEREFORE, it is ORDERED that they attend.",
            ["WHEREAS they agree;", "NOW, THEREFORE, it is ORDERED that they attend."],
        ),
        ("Sessions end at 5 p.m. The child rests.", ["Sessions end at 5 p.m.", "The child rests."]),
    ],
)
def test_two_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_the_formula_that_leads_to_the_next_paragraph_is_no_sentence() -> None:
    text = "ORDERED that they attend; and it is further"
    assert split(text) == [text]


def test_an_unclosed_bracket_or_quotation_hides_nothing_after_it() -> None:
    assert split('They said "attend. The rest (is lost. They pay.') == [
        'They said "attend.',
        "The rest (is lost.",
        "They pay.",
    ]
