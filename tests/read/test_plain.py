"""Text files: how wrapped lines become paragraphs again."""

import pytest

from rtlint.errors import UnreadableDocument
from rtlint.model.document import ParagraphKind
from rtlint.read import Limits, read_bytes
from tests.read.papers import paragraphs, paragraphs_of

WRAPPED = """\
     4.   Both parties take part. Mother and Father shall each take part in
the conjoint therapy for as long as it lasts. Neither of them can be left
out of what is to be done.

     5.   Ines. Ines shall attend."""


def test_wrapped_lines_are_joined() -> None:
    assert paragraphs_of(WRAPPED) == [
        (
            "4. Both parties take part. Mother and Father shall each take part in the "
            "conjoint therapy for as long as it lasts. Neither of them can be left out of "
            "what is to be done."
        ),
        "5. Ines. Ines shall attend.",
    ]


def test_indent_is_measured_in_points() -> None:
    document = read_bytes(b"Heading\n\n   (a) text", name="order.txt")
    assert [each.indent for each in document.paragraphs] == [0.0, 18.0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "h. Together in the same session: never until the counselor has said so\n"
            "i. Getting the child there: Plaintiff, in his own car and at his expense",
            [
                "h. Together in the same session: never until the counselor has said so",
                "i. Getting the child there: Plaintiff, in his own car and at his expense",
            ],
            id="items without full stops",
        ),
        pytest.param(
            "- She brings the child and waits outside; the counselor can say no\n"
            "- He pays for every session that she attends with the child alone",
            [
                "- She brings the child and waits outside; the counselor can say no",
                "- He pays for every session that she attends with the child alone",
            ],
            id="dashes without full stops",
        ),
        pytest.param(
            "The parties shall:\n(a) attend; and\n(b) pay.",
            ["The parties shall:", "(a) attend; and", "(b) pay."],
            id="items without blank lines",
        ),
        pytest.param(
            "☒ Respondent shall call the therapist.\n☐ Petitioner shall call the therapist.",
            ["☒ Respondent shall call the therapist.", "☐ Petitioner shall call the therapist."],
            id="boxes",
        ),
        pytest.param(
            "[X] granted\n[ ] denied\n( ) reserved",
            ["[X] granted", "[ ] denied", "( ) reserved"],
            id="typed boxes",
        ),
        pytest.param(
            "The order of March 3 stays in force, save that its paragraph\n"
            "4. is vacated and replaced by the words that are set out below.",
            [
                (
                    "The order of March 3 stays in force, save that its paragraph "
                    "4. is vacated and replaced by the words that are set out below."
                )
            ],
            id="a reference is no item",
        ),
        pytest.param(
            "With the consent of the parties, who were represented by Everett\n"
            "J. Stadler and by Roswitha Penhallow, the Court makes this order.",
            [
                (
                    "With the consent of the parties, who were represented by Everett "
                    "J. Stadler and by Roswitha Penhallow, the Court makes this order."
                )
            ],
            id="an initial is no item",
        ),
        pytest.param(
            "FINDINGS OF FACT\nThe Court finds that the child has refused all contact since May.",
            [
                "FINDINGS OF FACT",
                "The Court finds that the child has refused all contact since May.",
            ],
            id="heading in capitals",
        ),
        pytest.param(
            "                       STIPULATION AND ORDER FOR\n"
            "                            CONJOINT THERAPY\n"
            "The parties stipulate as follows, subject to the approval of the Court:",
            [
                "STIPULATION AND ORDER FOR CONJOINT THERAPY",
                "The parties stipulate as follows, subject to the approval of the Court:",
            ],
            id="centred title",
        ),
        pytest.param(
            "________________________ J.\ncc:  Amory Fitch, Esq.",
            ["________________________ J.", "cc: Amory Fitch, Esq."],
            id="place to sign",
        ),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs_of(text) == expected


def test_one_paragraph_a_line() -> None:
    long = "Neither party shall speak ill of the other in the hearing of a child. " * 3
    text = "\n".join(
        [long + "1", long + "2", long + "3", "Winter: with the Mother.", "Spring: both."]
    )
    assert paragraphs_of(text)[3:] == ["Winter: with the Mother.", "Spring: both."]


def test_double_spaced_lines() -> None:
    text = (
        "The therapist shall decide how often sessions are held, and\n\n"
        "shall decide which members of the family come to each of\n\n"
        "them. The parties shall follow the recommendations that the\n\n"
        "therapist makes, and shall not enlist a relative to get\n\n"
        "around them.\n"
    )
    assert len(paragraphs_of(text)) == 1


def test_pages_and_line_ends() -> None:
    document = read_bytes(b"One.\r\rTwo.\r\n\fThree.\n", name="order.txt")
    assert document.pages == 2
    assert document.text == "One.\n\nTwo.\n\nThree."
    assert document.place(document.text.index("Three"), len(document.text)).page == 2


def test_sentence_over_a_page() -> None:
    text = (
        "Each party shall sign, within five days of being asked to, every\n"
        "authorization that the therapist\f"
        "puts before that party.\n\n2. Costs are reserved."
    )
    assert paragraphs_of(text)[0].endswith("the therapist puts before that party.")


def test_margin_numbers_are_kept_as_printed_lines() -> None:
    prose = (
        "the parties shall attend every session that is set for them and shall sign all "
        "releases that are put before them by the therapist whom they have agreed upon or, "
        "failing that, whom the Court has chosen from the names that they have handed up"
    ).split()
    rows = [" ".join(prose[index : index + 4]) for index in range(0, len(prose), 4)]
    text = "\n".join(f"{number:2}   {row}" for number, row in enumerate(rows, start=1))
    document = read_bytes(text.encode(), name="order.txt")
    assert document.text == " ".join(prose)
    start = document.text.index("releases")
    assert document.place(start, start + 8).line == 4


def test_items_with_bare_digits_are_no_margin_numbers() -> None:
    text = "\n".join(
        f"{number}  The party shall attend session {number}." for number in range(1, 12)
    )
    assert paragraphs_of(text)[:2] == [
        "1 The party shall attend session 1.",
        "2 The party shall attend session 2.",
    ]


@pytest.mark.parametrize(
    ("fence", "drop"), [(")", True), (":", True), ("|", True), ("§", True)], ids=str
)
def test_caption(fence: str, drop: bool) -> None:
    rows = [
        ("HARRIET CALLOWAY,", "Case No. 22 CVD 4187"),
        ("          Petitioner,", ""),
        ("    v.", "ORDER FOR"),
        ("DESMOND CALLOWAY,", "REUNIFICATION THERAPY"),
        ("          Respondent.", ""),
    ]
    text = "\n".join(f"{left:34}{fence}   {right}" for left, right in rows)
    found = paragraphs_of(text + "\n\nIT IS ORDERED that the parties attend.")
    assert found == [
        "HARRIET CALLOWAY,",
        "Petitioner,",
        "v.",
        "DESMOND CALLOWAY,",
        "Respondent.",
        "Case No. 22 CVD 4187",
        "ORDER FOR REUNIFICATION THERAPY",
        "IT IS ORDERED that the parties attend.",
    ]


def test_caption_parted_by_white_space() -> None:
    text = (
        "CARLA ABRUZZI,\n"
        "        Plaintiff,\n"
        "                                        Civil Action\n"
        "v.\n"
        "                                        CONSENT ORDER FOR\n"
        "DENNIS ABRUZZI,                         REINTEGRATION THERAPY\n"
        "        Defendant.\n"
    )
    assert paragraphs_of(text)[:5] == [
        "CARLA ABRUZZI,", "Plaintiff,", "v.", "DENNIS ABRUZZI,", "Defendant."
    ]  # fmt: skip


def test_signatures_side_by_side() -> None:
    text = (
        "CONSENTED TO:\n\n"
        "______________________        ______________________\n"
        "Harriet Calloway              Desmond Calloway\n"
    )
    assert paragraphs_of(text)[2:] == [
        "Harriet Calloway", "______________________", "Desmond Calloway"
    ]  # fmt: skip


def test_table_rows_are_read_across() -> None:
    text = (
        "The parties shall share the fees of the therapist in the parts set out here below.\n\n"
        "     Individual sessions       50%      50%\n"
        "     Joint sessions            60%      40%\n"
        "     Reports                   none     100%\n"
    )
    document = read_bytes(text.encode(), name="order.txt")
    assert paragraphs(document)[1:] == [
        "Individual sessions | 50% | 50%",
        "Joint sessions | 60% | 40%",
        "Reports | none | 100%",
    ]
    assert {each.kind for each in document.paragraphs[1:]} == {ParagraphKind.ROW}


def test_table_drawn_with_bars() -> None:
    text = "| Session | Mother | Father |\n|---------|--------|--------|\n| Joint | 60% | 40% |"
    assert paragraphs_of(text) == ["Session | Mother | Father", "Joint | 60% | 40%"]


def test_letters_are_plain() -> None:
    text = "The “parent’s” share\u00a0is 50\u2009%\u200b, \ufb01nal – not ‹draft› \x1b[31m☒"
    assert paragraphs_of(text) == ['The "parent\'s" share is 50 %, final – not ‹draft› ff[31m☒']


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a court-\nordered therapist", "a court-ordered therapist"),
        ("co-parenting and co-\nparenting", "co-parenting and co-parenting"),
        ("the recommenda-\ntions of the therapist", "the recommendations of the therapist"),
        ("the thera\u00ad\npist", "the therapist"),
        ("Nakagawa-\nFinch", "Nakagawa-Finch"),
        ("twenty-\none days", "twenty-one days"),
        ("case 22-\n4187", "case 22-4187"),
        ("DE-\nCREED and DECREED", "DECREED and DECREED"),
    ],
)
def test_words_broken_at_a_line_end(text: str, expected: str) -> None:
    assert paragraphs_of(text) == [expected]


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        ("Child’s café.".encode(), None),
        ("Child’s café.".encode("utf-8-sig"), None),
        ("Child’s café.".encode("cp1252"), "decoded-as-cp1252"),
        ("Child’s café.".encode("utf-16"), "decoded-as-utf-16"),
        ("Child’s café.".encode("utf-16-le"), "decoded-as-utf-16"),
        ("Child’s café.".encode("utf-16-be"), "decoded-as-utf-16"),
    ],
    ids=["utf-8", "utf-8 mark", "cp1252", "utf-16 mark", "utf-16-le", "utf-16-be"],
)
def test_encodings(data: bytes, notice: str | None) -> None:
    document = read_bytes(data, name="order.txt")
    assert document.text == "Child's café."
    assert [each.code for each in document.notices] == ([notice] if notice else [])


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 50, b"\x7fELF\x02\x01"]
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="neither a PDF nor text"):
        read_bytes(data, name="order.txt")


def test_a_text_longer_than_the_limits_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="longer than 500 pages"):
        read_bytes(b"a\f" * 501, name="order.txt")
    with pytest.raises(UnreadableDocument, match="or 10 characters: split it"):
        read_bytes(b"Both parents.", name="order.txt", limits=Limits(characters=10))


def test_a_page_of_thousands_of_lines_is_read_at_once() -> None:
    """Where each line is compared with all that follow, this takes minutes."""
    rows = [str(number) for number in range(30_000)]
    assert read_bytes("\n".join(rows).encode(), name="order.txt").text.split() == rows
