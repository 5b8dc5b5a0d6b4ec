"""Papers as word processors set them: stamps, tall tables, sparse line numbers, tight labels."""

from reportlab.pdfgen.canvas import Canvas

from tests.read.papers import SENTENCE, both, lines, paragraphs, reading

WRAPPED = (
    "1. Each party shall attend every session that the therapist sets for that",
    "party, and shall be on time.",
    "2. The therapist may speak with counsel for both of the parties, together",
    "or apart from each other.",
)


def stamp(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 20)
    canvas.drawString(150, 596, "FILED")
    canvas.drawString(130, 574, "MAR 04 2026")


def test_a_stamp_across_the_text_is_taken_off_and_told() -> None:
    document = reading(both(lines(*WRAPPED), stamp))
    assert paragraphs(document) == [" ".join(WRAPPED[:2]), " ".join(WRAPPED[2:])]
    (notice,) = document.notices
    assert (notice.code, notice.page) == ("stamp-left-out", 1)
    assert '"FILED MAR 04 2026"' in notice.message


def test_a_large_title_that_stands_on_nothing_is_no_stamp() -> None:
    def title(canvas: Canvas) -> None:
        canvas.setFont("Times-Bold", 20)
        canvas.drawString(150, 640, "ORDER")

    document = reading(both(title, lines(*WRAPPED)))
    assert paragraphs(document)[0] == "ORDER"
    assert document.notices == ()


def test_a_table_as_tall_as_the_page_is_read_row_by_row() -> None:
    def table(canvas: Canvas) -> None:
        for row in range(20):
            y = 720 - 34 * row
            for x, width in ((72, 150), (222, 120), (342, 120)):
                canvas.rect(x, y - 34, width, 34)
            canvas.drawString(76, y - 12, f"Session of kind {row},")
            canvas.drawString(76, y - 26, "with both parents")
            canvas.drawString(226, y - 12, "55%")
            canvas.drawString(346, y - 12, "45%")
        for x in (72, 222, 342, 462):
            canvas.line(x, 40, x, 720)

    wanted = [f"Session of kind {row}, with both parents | 55% | 45%" for row in range(20)]
    assert paragraphs(reading(table)) == wanted


def numbered(*texts: str, every: int) -> list[tuple[str, ...]]:
    """Lines, and the number before every so many of them."""
    return [
        (str(count) if count % every == 0 else "", text)
        for count, text in enumerate(texts, start=1)
    ]


def test_every_fifth_line_number_is_taken_off_and_counts_the_lines_between() -> None:
    rows = numbered(*WRAPPED * 6, every=5)

    def draw(canvas: Canvas) -> None:
        for index, (number, text) in enumerate(rows):
            canvas.drawRightString(60, 700 - 14 * index, number)
            canvas.drawString(72, 700 - 14 * index, text)

    document = reading(draw)
    assert paragraphs(document) == [" ".join(WRAPPED[:2]), " ".join(WRAPPED[2:])] * 6
    printed = [line.printed for line in document.lines]
    assert printed == [None] * 4 + list(range(5, 25))


def test_a_number_set_against_its_word_is_parted_from_it() -> None:
    def draw(canvas: Canvas) -> None:
        for index, number in enumerate((9, 10, 11)):
            canvas.drawString(72, 700 - 30 * index, f"{number}.{SENTENCE}")

    assert paragraphs(reading(draw)) == [f"{number}. {SENTENCE}" for number in (9, 10, 11)]


def test_the_title_below_the_page_number_is_no_part_of_the_order() -> None:
    foot = both(lines("- 1 -", x=300, y=40), lines("ORDER FOR THERAPY", x=250, y=26))
    assert paragraphs(reading(both(lines(SENTENCE), foot))) == [SENTENCE]


def test_a_line_set_in_as_far_as_the_item_before_it_begins_a_paragraph() -> None:
    def draw(canvas: Canvas) -> None:
        texts = (*WRAPPED, f"3. {SENTENCE[:-1]} soon.", "SO ORDERED on March 4, 2026.")
        for index, text in enumerate(texts):
            x = 108 if text[0].isdigit() or text.startswith("SO") else 72
            canvas.drawString(x, 700 - 24 * index, text)

    found = paragraphs(reading(draw))
    assert found[-2:] == [f"3. {SENTENCE[:-1]} soon.", "SO ORDERED on March 4, 2026."]
