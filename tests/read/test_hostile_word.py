"""Word files that mean harm or are broken: one sentence, in bounded time, and nothing escapes."""

import contextlib
import io
import random
import zipfile

import pytest

from rtlint.errors import UnreadableDocument
from rtlint.read import Limits, read_bytes
from tests.read.word import codes, p, r, with_parts, word

GOOD = word(p(r("Each parent shall attend.")), p(r("The child shall attend.")))
DOCUMENT = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def told(data: bytes, **options: object) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(data, name="order.docx", **options)
    message = str(caught.value)
    assert message.startswith("order.docx ")
    assert message.endswith(".")
    return message


def declared(doctype: str, text: str) -> bytes:
    xml = f"{doctype}<w:document {_W}><w:body>{p(r(text))}</w:body></w:document>"
    return with_parts(GOOD, {DOCUMENT: xml})


def laughing() -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE w [<!ENTITY l0 "lol">{entities}]>'


@pytest.mark.parametrize(
    "data",
    [
        declared(laughing(), "&l9;"),
        declared('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
        declared('<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">', "plain"),
    ],
    ids=["billion-laughs", "file", "remote"],
)
def test_entities_are_refused(data: bytes) -> None:
    assert "declares XML entities" in told(data)


def test_zip_bombs_are_refused_before_they_are_unpacked() -> None:
    bomb = f"<w:document {_W}><w:body>{' ' * 30_000_000}</w:body></w:document>"
    assert "could not be read safely" in told(with_parts(GOOD, {DOCUMENT: bomb}))


def test_parts_that_lie_about_their_size() -> None:
    bomb = f"<w:document {_W}><w:body>{' ' * 70_000_000}</w:body></w:document>"
    data = bytearray(with_parts(GOOD, {DOCUMENT: bomb}))
    size = len(bomb).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (5000).to_bytes(4, "little")
    told(bytes(data))


def test_too_many_parts() -> None:
    file = io.BytesIO(GOOD)
    with zipfile.ZipFile(file, "a") as package:
        for number in range(5100):
            package.writestr(f"word/x{number}", b"")
    assert "could not be read safely" in told(file.getvalue())


def test_deep_nesting_is_refused_or_read() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + p(r("x")) + "</w:sdtContent></w:sdt>" * 5000
    xml = f"<w:document {_W}><w:body>{p(r('Order.'))}{deep}</w:body></w:document>"
    with contextlib.suppress(UnreadableDocument):
        assert read_bytes(with_parts(GOOD, {DOCUMENT: xml}), name="order.docx").unread_parts


def test_tables_in_tables_come_to_an_end() -> None:
    body = p(r("x"))
    for _ in range(60):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    document = read_bytes(word(p(r("Order.")), body), name="order.docx")
    assert document.text == "Order."
    assert document.unread_parts


def test_styles_that_build_on_themselves() -> None:
    styles = (
        f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    data = word(p(r("x"), properties='<w:pStyle w:val="A"/>'), parts={"word/styles.xml": styles})
    assert read_bytes(data, name="order.docx").text == "x"


def test_notes_that_call_themselves() -> None:
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = (
        f'<w:footnotes {_W}><w:footnote w:id="2">{p(r("Note."), call)}</w:footnote></w:footnotes>'
    )
    data = word(p(r("x"), call), parts={"word/footnotes.xml": notes})
    assert read_bytes(data, name="order.docx").text == "x\n\n1 Note."


def test_a_document_cut_off_inside_is_read_as_far_as_it_goes_and_told() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as package:
        whole = package.read(DOCUMENT).decode()
    cut = whole[: whole.index("The child")]
    document = read_bytes(with_parts(GOOD, {DOCUMENT: cut}), name="order.docx")
    assert "Each parent shall attend." in document.text
    assert codes(document) == ["file-damaged"]
    assert document.unread_parts


def test_a_file_cut_off_is_broken() -> None:
    assert "is a broken Word file" in told(GOOD[: len(GOOD) // 2])


def test_external_parts_are_left_where_they_are() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://x/styles" Target="http://127.0.0.1:9/s.xml" '
        'TargetMode="External"/><Relationship Id="b" Type="http://x/numbering" '
        'Target="../../../../etc/passwd"/></Relationships>'
    )
    data = with_parts(GOOD, {"word/_rels/document.xml.rels": rels})
    assert read_bytes(data, name="order.docx").text.startswith("Each parent")


def test_macros_are_told() -> None:
    document = read_bytes(with_parts(GOOD, {"word/vbaProject.bin": b"x"}), name="order.docx")
    assert codes(document) == ["scripts-not-run"]


def test_limits_hold_for_word_files() -> None:
    assert "could not be read safely" in told(GOOD, limits=Limits(characters=10))


def test_damaged_files_are_read_or_refused() -> None:
    dice = random.Random(4)
    for _ in range(25):
        data = bytearray(GOOD)
        for _ in range(dice.randint(1, 8)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            document = read_bytes(bytes(data), name="order.docx")
        except UnreadableDocument:
            continue
        assert document.text
