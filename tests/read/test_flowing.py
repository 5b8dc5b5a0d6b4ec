"""Web pages, Markdown, rich text, OpenDocument: what their programs show, and nothing else."""

import io
import sys
import zipfile

import pytest

from rtlint.errors import UnreadableDocument
from rtlint.model.document import Document, MarkKind, ParagraphKind
from rtlint.read import Limits, convert, read_bytes
from tests.read.word import codes, texts


def marked(document: Document) -> list[tuple[str, MarkKind]]:
    return [(document.text[mark.start : mark.end], mark.kind) for mark in document.marks]


# ---- web pages


def page(body: str, head: str = "") -> Document:
    data = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read_bytes(data.encode(), name="order.html")


def test_lists_of_web_pages_are_numbered() -> None:
    document = page(
        "<ol><li>one<ol type=a><li>first<li value=4>fourth</ol></li><li><p>two</p><p>more</p></ol>"
        "<ol start=7 type=I><li>seventh</ol><ul><li>loose<li>[ ] box</ul>"
    )
    assert texts(document) == [
        "1. one", "a. first", "d. fourth", "2. two", "more", "VII. seventh", "• loose", "[ ] box",
    ]  # fmt: skip


def test_what_web_pages_hide_strike_and_ask_for() -> None:
    document = page(
        "<script>alert('x')</script><p>Mother <del>shall</del> may <span style='display: none'>not"
        "</span> pay.</p><p class=gone>Gone.</p><p hidden>Not there.</p>"
        "<p><input type=checkbox checked> Yes <input type=radio> No <input value='Dr. Wu'> <input>"
        "<select><option>A<option selected>B</select></p><img src='http://127.0.0.1:9/x.png'>",
        head="<title>Title</title><style>.gone { display: none }</style>",
    )
    assert texts(document) == [
        "Mother shall may not pay.", "Gone.", "Not there.", "☒ Yes ☐ No Dr. Wu ____ B",
    ]  # fmt: skip
    assert marked(document) == [
        ("shall", MarkKind.STRUCK),
        ("not", MarkKind.HIDDEN),
        ("Gone.", MarkKind.HIDDEN),
        ("Not there.", MarkKind.HIDDEN),
    ]
    assert codes(document) == ["hidden-text-left-out", "pictures-not-read", "scripts-not-run"]


def test_tables_of_web_pages() -> None:
    document = page(
        "<table><tr><th>Service<th>Mother</tr><tbody><tr><td>Family<td><p>40%</tr></table>"
    )
    assert texts(document) == ["Service | Mother", "Family | 40%"]
    assert {each.kind for each in document.paragraphs} == {ParagraphKind.ROW}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "utf-8-sig"])
def test_encodings_of_web_pages(encoding: str) -> None:
    said = '<meta charset="windows-1252">' if encoding == "cp1252" else ""
    data = f"<html><head>{said}</head><body><p>Niño § 3</p></body></html>".encode(encoding)
    assert read_bytes(data, name="order.htm").text == "Niño § 3"


# ---- Markdown


def test_markdown() -> None:
    text = (
        "# ORDER\n\n3. Each parent shall attend:\n   (a) alone; and\n   (b) together.\n\n"
        "1) other\n\n~~Struck.~~ Live.\n\n| Service | Mother |\n|---|---|\n| Family | 40% |\n"
        "\n    1. Set in.\n"
    )
    document = read_bytes(text.encode(), name="order.md")
    assert texts(document) == [
        "ORDER", "3. Each parent shall attend:", "(a) alone; and", "(b) together.", "1) other",
        "Struck. Live.", "Service | Mother", "Family | 40%", "1. Set in.",
    ]  # fmt: skip
    assert marked(document) == [("Struck.", MarkKind.STRUCK)]
    assert document.media_type == "text/markdown"


# ---- rich text


def rich(body: str) -> Document:
    fonts = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset2 Wingdings;}}"
    fonts += r"{\colortbl;\red255\green255\blue255;}"
    return read_bytes(rf"{{\rtf1\ansi\ansicpg1252{fonts}{body}}}".encode("ascii"), name="order.rtf")


def test_letters_of_rich_text() -> None:
    document = rich(
        r"\pard Ni\'f1o\~\u8220?x\u8221?\emdash\line {\f1 \'fe} ok\par {\f1\'a8} no\par"
    )
    assert texts(document) == ['Niño "x"—', "☑ ok", "☐ no"]


def test_numbers_tables_and_notes_of_rich_text() -> None:
    document = rich(
        r"{\listtext\tab 1.\tab}First{\footnote \chftn  A note.\par} one.\par"
        r"\trowd\pard\intbl Service\cell Mother\cell\row"
        r"\trowd\pard\intbl Family\cell 40%\cell\row"
        r"\pard{\header Case 12 {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}Last.\par"
    )
    assert texts(document) == [
        "1. First one.", "1 A note.", "Service | Mother", "Family | 40%", "Last.",
    ]  # fmt: skip
    assert document.paragraphs[1].kind is ParagraphKind.NOTE


def test_marks_and_changes_of_rich_text() -> None:
    document = rich(
        r"\pard Mother {\strike shall} {\v not }{\cf1 white }{\deleted may }"
        r"{\revised must }pay.\par"
        r"{\*\unknown {\b gone}}{\*\annotation A comment.}"
        r"{\object{\*\objdata 0102}{\result shown}}\par"
    )
    assert texts(document) == ["Mother shall not white must pay.", "shown"]
    assert marked(document) == [("shall", MarkKind.STRUCK), ("not white", MarkKind.HIDDEN)]
    assert document.original.text.startswith("Mother shall not white may pay.")
    assert codes(document) == [
        "tracked-changes-accepted", "comments-left-out", "hidden-text-left-out",
        "attachments-not-read",
    ]  # fmt: skip


@pytest.mark.parametrize(("state", "drawn"), [(1, "☒"), (0, "☐"), (25, "☐")])
def test_form_boxes_of_rich_text(state: int, drawn: str) -> None:
    form = rf"{{\*\formfield{{\fftype1\ffres{state}\ffdefres0}}}}"
    field = rf"{{\field{{\*\fldinst FORMCHECKBOX{form}}}{{\fldrslt}}}}"
    assert rich(rf"\pard {field} Mother pays.\par").text == f"{drawn} Mother pays."


def test_boxes_beside_the_text_are_read_once() -> None:
    shape = r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt In a box.\par}}{\shprslt In a box.}}"
    assert texts(rich(rf"\pard Beside{shape} it.\par")) == ["Beside it.", "In a box."]


@pytest.mark.parametrize("body", [r"{" * 5000, r"{\b " * 900, r"\u99999999 x", r"\bin99999999 x"])
def test_odd_rich_text_is_read_or_refused(body: str) -> None:
    try:
        document = rich(r"\pard Order.\par " + body)
    except UnreadableDocument:
        return
    assert document.text.startswith("Order.")


# ---- OpenDocument

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("draw", "drawing"),
    )
)  # fmt: skip


def open_text(body: str, styles: str = "", more: str = "") -> Document:
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
        package.writestr(
            "styles.xml", f"<office:document-styles {_SPACES}>{more}</office:document-styles>"
        )
    return read_bytes(file.getvalue(), name="order.odt")


LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
)


def test_lists_of_open_documents_are_numbered() -> None:
    document = open_text(
        '<text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:list>'
        "<text:list-item><text:p>a</text:p></text:list-item><text:list-item><text:p>b</text:p>"
        "</text:list-item></text:list></text:list-item></text:list><text:p>between</text:p>"
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item>'
        "<text:p>two</text:p><text:p>more</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L"><text:list-item text:start-value="9"><text:p>nine</text:p>'
        "</text:list-item></text:list>",
        LIST,
    )
    assert texts(document) == ["1. one", "(a) a", "(b) b", "between", "2. two", "more", "9. nine"]


def test_marks_notes_boxes_and_changes_of_open_documents() -> None:
    style = '<style:style style:name="{}"><style:text-properties {}/></style:style>'.format
    document = open_text(
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>shall '
        '</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2">'
        "<text:insertion/></text:changed-region></text:tracked-changes>"
        '<text:p>Mother <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>'
        "may "
        '<text:change-end text:change-id="c2"/><text:span text:style-name="S">pay</text:span>'
        '<text:s/><text:span text:style-name="H">not</text:span>'
        '<text:note text:note-class="footnote">'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
        "</text:note-body></text:note>.<office:annotation><text:p>Hm.</text:p></office:annotation>"
        "<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame></text:p>",
        style("S", 'style:text-line-through-style="solid"') + style("H", 'text:display="none"'),
    )
    assert texts(document) == ["Mother may pay not.", "1 A note.", "Boxed."]
    assert marked(document) == [("pay", MarkKind.STRUCK), ("not", MarkKind.HIDDEN)]
    assert texts(document.original)[0] == "Mother shall pay not."
    assert codes(document) == [
        "tracked-changes-accepted", "comments-left-out", "hidden-text-left-out",
    ]  # fmt: skip


# ---- old formats


def test_old_files_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "_program", lambda: None)
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    with pytest.raises(UnreadableDocument, match="or install LibreOffice"):
        read_bytes(data, name="order.doc")
    locked = data + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableDocument, match="locked with a password"):
        read_bytes(locked, name="order.docx")


def test_a_converter_that_hangs_or_makes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: "object"
) -> None:
    monkeypatch.setattr(convert, "_program", lambda: "/bin/false")
    with pytest.raises(UnreadableDocument, match="LibreOffice could not open it"):
        read_bytes(b"\xffWPC" + bytes(600), name="order.wpd")


@pytest.mark.skipif(convert._program() is None, reason="LibreOffice is not installed")
def test_old_files_are_read_through_libreoffice() -> None:
    # It reads anything named .doc that it knows by its content, so a rich text file will do.
    data = rb"{\rtf1\ansi\pard Each parent shall attend.\par}"
    made = convert.to_docx(data, Limits())
    assert read_bytes(made, name="order.doc").text == "Each parent shall attend."


@pytest.mark.skipif(convert._program() is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a program to its memory")
def test_libreoffice_is_held_to_its_limits() -> None:
    data = rb"{\rtf1\ansi\pard Each parent shall attend.\par}"
    with pytest.raises(convert.NotConverted):
        convert.to_docx(data, Limits(office_bytes=200 * 1024 * 1024))


def test_links_to_notes_are_no_words_of_the_sentence() -> None:
    document = page(
        '<p>Each parent shall pay.<a href="#sdfootnote1sym"><sup>1</sup></a> See '
        '<a href="#p3">3</a>.'
        '<p><a href="#sdfootnote1anc">1</a> A note.'
    )
    assert texts(document) == ["Each parent shall pay. See 3.", "A note."]
