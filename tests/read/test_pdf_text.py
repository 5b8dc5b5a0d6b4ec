"""PDF: what stands on the page becomes the order's text, and nothing else does."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from rtlint.model.document import ParagraphKind
from tests.read.papers import SENTENCE, both, lines, paragraphs, reading, words_of

PROSE = (
    "The therapist shall decide how often sessions are held and who",
    "comes to each of them. The parties shall follow the advice that",
    "the therapist gives in the course of the work, at home as well",
    "as in the office, and shall not enlist a relative to get around",
    "it. Whoever misses an appointment without a day's notice pays",
    "for it alone. Nothing in this paragraph limits the authority of",
    "the Court over custody, and the therapist shall not be asked to",
    "give an opinion on which home the child should live in, whether",
    "by subpoena or otherwise, at any time while the work goes on or",
    "after it has come to an end.",
)
JOINED = " ".join(PROSE)


def margin_numbers(first: int = 1, count: int = 28, x: float = 60) -> object:
    def draw(canvas: Canvas) -> None:
        for index in range(count):
            canvas.drawRightString(x, 700 - 24 * index, str(first + index))

    return draw


def double_spaced(*texts: str) -> object:
    return lines(*texts, x=90, y=700, step=24)


@pytest.mark.parametrize("last", [False, True], ids=["numbers first", "numbers last"])
def test_margin_numbers(last: bool) -> None:
    draws = [margin_numbers(), double_spaced(*PROSE)]
    document = reading(both(*(reversed(draws) if last else draws)))
    assert document.text == JOINED
    start, end = words_of(document, ["custody"])[0]
    assert document.place(start, end).line == 7


def test_margin_numbers_on_a_last_page_of_few_lines() -> None:
    document = reading(
        both(margin_numbers(), double_spaced(*PROSE)),
        both(margin_numbers(count=3), double_spaced("Dated this 4th day of May.", "So ordered.")),
    )
    assert paragraphs(document) == [JOINED, "Dated this 4th day of May.", "So ordered."]


def test_line_numbers_at_uneven_steps() -> None:
    """Word numbers the lines themselves, so the numbers keep to the paragraphs' spacing."""
    ys = [700, 686, 672, 658, 630, 616, 602, 588, 574, 560]

    def draw(canvas: Canvas) -> None:
        for number, (text, y) in enumerate(zip(PROSE, ys, strict=True), start=1):
            canvas.drawRightString(50, y, str(number))
            canvas.drawString(72, y, text)

    assert " ".join(paragraphs(reading(draw))) == JOINED


def test_items_with_bare_digits_stay() -> None:
    items = [f"{number}  {SENTENCE}" for number in range(1, 11)]
    document = reading(lines(*items, step=20))
    assert paragraphs(document) == [" ".join(item.split()) for item in items]


def test_running_heads_and_feet() -> None:
    def page(number: int, *texts: str) -> object:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(
                72, 760, f"Case 2:20-cv-01234 Document 41 Filed 03/09/23 Page {number} of 3"
            )
            canvas.drawCentredString(306, 45, "ORDER APPOINTING THERAPIST")
            canvas.drawCentredString(306, 30, f"- {number} -")

        return both(draw, lines(*texts))

    repeated = "(ii) provided further that notice is given."
    document = reading(
        page(1, "The party shall attend,", repeated),
        page(2, "The party shall pay,", repeated),
        page(3, "The party shall sign,", repeated),
    )
    assert document.text.count("(ii) provided") == 3
    assert "Case 2:20" not in document.text
    assert "APPOINTING" not in document.text
    assert "- 1 -" not in document.text


def test_filing_stamp() -> None:
    def stamp(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(420, 770, "ELECTRONICALLY FILED - 05/02/2025 4:12 PM")

    assert reading(both(stamp, lines(SENTENCE))).text == SENTENCE


def test_overprinted_stamps_do_not_mix_their_letters() -> None:
    document = reading(
        both(
            lines("Case 2:20-cv-0123 Filed 05/02/2025", y=400),
            lines("Case 4:19-bk-9876 Filed 06/03/2025", x=73, y=400),
        )
    )
    assert "2:20-cv-0123" in document.text
    assert "4:19-bk-9876" in document.text


def test_text_typed_on_underscores() -> None:
    document = reading(
        both(lines("The therapist is ______________________."), lines("Dr. Orlo", x=160))
    )
    assert document.text == "The therapist is Dr. Orlo."


def test_ligature_code_points_and_quotes() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("HeiseiMin-W3", 12)
        canvas.drawString(72, 600, "The parties’ ﬁles – “ﬁnal”")

    assert reading(draw).text == 'The parties\' files – "final"'


def test_hyphenation() -> None:
    document = reading(
        lines(
            "Each party shall follow the recommenda-",
            "tions of the court-appointed therapist and shall attend co-",
            "parenting sessions, and a party in default is here EN-",
            "JOINED from the conduct that is described in paragraph twenty-",
            "one, wherever it is repeated. The ENJOINED party pays.",
        )
    )
    assert document.text == (
        "Each party shall follow the recommendations of the court-appointed therapist and shall "
        "attend co-parenting sessions, and a party in default is here ENJOINED from the conduct "
        "that is described in paragraph twenty-one, wherever it is repeated. "
        "The ENJOINED party pays."
    )
    halves = [word for word in document.words if document.text[word.start : word.end] in
              ("recommenda", "tions")]  # fmt: skip
    assert halves[0].end == halves[1].start
    assert halves[0].box.top < halves[1].box.top


def test_sentence_over_a_page() -> None:
    document = reading(
        lines("The parties shall sign every", "authorization that the"),
        lines("therapist puts before them.", "2. Costs are reserved."),
    )
    assert paragraphs(document) == [
        "The parties shall sign every authorization that the therapist puts before them.",
        "2. Costs are reserved.",
    ]


def footnote(size: float, *, ruled: bool = True) -> object:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 600, "The therapist shall be paid by both parties")
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(72 + canvas.stringWidth("The therapist shall be paid by both parties",
                                                  "Times-Roman", 12), 604, "1")  # fmt: skip
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(72, 586, "in equal shares, at the time of each appointment.")
        if ruled:
            canvas.line(72, 120, 216, 120)
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(72, 107, "1")
        canvas.setFont("Times-Roman", size)
        canvas.drawString(77, 103, "Insurance is to be used first.")

    return draw


@pytest.mark.parametrize("size", [9.5, 12], ids=["small", "as large as the body"])
def test_footnotes_leave_the_sentence_whole(size: float) -> None:
    document = reading(footnote(size))
    assert paragraphs(document) == [
        (
            "The therapist shall be paid by both parties in equal shares, at the time of each "
            "appointment."
        ),
        "1 Insurance is to be used first.",
    ]
    assert document.paragraphs[1].kind is ParagraphKind.NOTE


@pytest.mark.parametrize("fence", [")", "§", ":"])
def test_caption_with_a_fence(fence: str) -> None:
    def draw(canvas: Canvas) -> None:
        for index, (left, right) in enumerate(CAPTION):
            canvas.drawString(72, 700 - 14 * index, left)
            canvas.drawString(300, 700 - 14 * index, fence)
            canvas.drawString(330, 700 - 14 * index, right)

    assert paragraphs(reading(draw)) == UNFOLDED


def test_caption_with_a_drawn_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.line(300, 712, 300, 638)
        canvas.line(72, 638, 300, 638)
        for index, (left, right) in enumerate(CAPTION):
            canvas.drawString(72, 700 - 14 * index, left)
            canvas.drawString(330, 700 - 14 * index, right)
        canvas.drawString(72, 580, SENTENCE)

    assert paragraphs(reading(draw)) == [*UNFOLDED, SENTENCE]


CAPTION = [
    ("HARRIET CALLOWAY,", "Case No. 22 CVD 4187"),
    ("          Petitioner,", ""),
    ("    v.", "ORDER FOR"),
    ("DESMOND CALLOWAY,", "REUNIFICATION THERAPY"),
    ("          Respondent.", ""),
]
UNFOLDED = [
    "HARRIET CALLOWAY,",
    "Petitioner,",
    "v.",
    "DESMOND CALLOWAY,",
    "Respondent.",
    "Case No. 22 CVD 4187",
    "ORDER FOR REUNIFICATION THERAPY",
]


def test_ruled_table() -> None:
    rows = [("Service", "Mother", "Father"), ("Individual sessions", "50%", "50%"),
            ("Joint sessions and", "60%", "40%")]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "The fees are shared as follows:")
        canvas.grid([72, 250, 340, 430], [680, 660, 640, 606])
        for index, cells in enumerate(rows):
            for x, cell in zip((76, 254, 344), cells, strict=True):
                canvas.drawString(x, 665 - 20 * index, cell)
        canvas.drawString(76, 611, "reports")

    document = reading(draw)
    assert paragraphs(document)[1:] == [
        "Service | Mother | Father",
        "Individual sessions | 50% | 50%",
        "Joint sessions and reports | 60% | 40%",
    ]
    assert document.paragraphs[1].kind is ParagraphKind.ROW
