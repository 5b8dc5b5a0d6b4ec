"""Files that cannot be read end in one sentence that says what to do; nothing else escapes."""

import io
import subprocess
import sys
import zlib
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rtlint.errors import UnreadableDocument
from rtlint.read import Limits, isolation, read, read_bytes
from tests.read.papers import SENTENCE, lines, pdf, reading

GOOD = pdf(lines(SENTENCE))


def told(data: bytes, **options: object) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(data, name="order.pdf", **options)
    message = str(caught.value)
    assert message.startswith("order.pdf ")
    assert message.endswith(".")
    assert "\n" not in message
    return message


def encrypted(user: str, owner: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(GOOD))
    writer.encrypt(user, owner, algorithm=algorithm)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t\f", "is empty"),
        (bytes(2000), "is empty"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page"),
        (b"\xef\xbb\xbf\n<html>", "is a web page"),
        (b"PK\x03\x04" + b"0" * 26 + b"word/document.xml", "is a broken Word file"),
        (b"PK\x03\x04" + b"0" * 60, "is a zip archive"),
        (b"{\\rtf1}", "has no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "is a picture"),
        (bytes(range(256)) * 10, "neither a PDF nor text"),
        (b"%PDF-1.7\nnothing more", "is a broken PDF"),
        (GOOD[: len(GOOD) // 3], "is a broken PDF"),
        (pdf(lambda canvas: canvas.rect(100, 100, 300, 300)), "has no text on any page"),
        (pdf(lambda canvas: None), "has no text on any page"),
    ],
)  # fmt: skip
def test_what_is_no_order(data: bytes, says: str) -> None:
    assert says in told(data)


def test_paths(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="There is no file"):
        read(tmp_path / "missing.pdf")
    with pytest.raises(UnreadableDocument, match="is a folder"):
        read(tmp_path)
    path = tmp_path / "order.txt"
    path.write_bytes(GOOD)
    assert read(path).media_type == "application/pdf"
    assert read(str(path), name="Order of May 4").name == "Order of May 4"


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_passwords(algorithm: str) -> None:
    locked = encrypted("reader", "owner", algorithm)
    assert "is locked with a password" in told(locked)
    guess, key = "guess", "reader"
    assert "does not open with that password" in told(locked, password=guess)
    assert read_bytes(locked, name="order.pdf", password=key).text == SENTENCE
    assert read_bytes(encrypted("", "owner", algorithm), name="order.pdf").text == SENTENCE


def test_junk_before_the_header() -> None:
    assert read_bytes(b"\r\n\r\n    " + GOOD, name="order.pdf").text == SENTENCE


def test_damage_is_told_even_where_text_is_left() -> None:
    data = bytearray(reading_in_two_streams())
    at = data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 30
    data[at] ^= 0xFF
    document = read_bytes(bytes(data), name="order.pdf")
    assert "file-damaged" in [notice.code for notice in document.notices]


def reading_in_two_streams() -> bytes:
    """Two pages in plain deflated streams, as most programs write them."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(lines(SENTENCE), lines(*[SENTENCE] * 40))))
    for page in writer.pages:
        page.compress_content_streams()
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_limits() -> None:
    assert "larger than 0 MB" in told(GOOD, limits=Limits(file_bytes=100))
    pages = pdf(*[lines(SENTENCE)] * 3)
    assert "has 3 pages, more than the 2 allowed" in told(pages, limits=Limits(pages=2))
    document = reading(lines(SENTENCE, SENTENCE), limits=Limits(page_characters=100))
    assert document.unread_pages == (1,)
    assert document.notices[0].code == "page-too-long"


def bomb() -> bytes:
    """A page whose content inflates to two million pieces of text."""
    stream = b"BT /F1 9 Tf 72 500 Td " + b"(a) Tj " * 2_000_000 + b"ET"
    packed = zlib.compress(stream, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources "
            b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> >> >>"
        ),
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed),
    ]
    body = b"%PDF-1.4\n"
    for number, each in enumerate(objects, start=1):
        body += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    return body + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no resource limits there")
def test_a_bomb_ends_in_the_child() -> None:
    limits = Limits(memory_bytes=300 * 1024 * 1024, cpu_seconds=5)
    assert "could not be read safely" in told(bomb(), limits=limits)


def test_a_child_that_crashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_START", "import os; os.abort()")
    assert "could not be read safely" in told(GOOD)


def test_a_child_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_START", "import time; time.sleep(60)")
    assert "could not be read safely" in told(GOOD, limits=Limits(wall_seconds=0.3))


def test_the_second_engine_reads_what_the_first_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    run = isolation.run_engine

    def failing(data: bytes, *, engine: str, **rest: object) -> object:
        if engine == isolation.PDFIUM:
            raise isolation.EngineFailed("damaged")
        return run(data, engine=engine, **rest)

    monkeypatch.setattr("rtlint.read.pdf.run_engine", failing)
    document = read_bytes(GOOD, name="order.pdf")
    assert document.text == SENTENCE
    first = read_bytes(GOOD, name="order.pdf")
    assert document.words[3].box.x0 == pytest.approx(first.words[3].box.x0, abs=1)
    assert document.words[3].box.top == pytest.approx(first.words[3].box.top, abs=3)


def test_importing_the_reader_loads_no_engine() -> None:
    code = "import sys, rtlint.read; print([m for m in sys.modules if 'pdf' in m.split('.')[0]])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    if b"%PDF-" not in data:
        try:
            document = read_bytes(data, name="order")
        except UnreadableDocument:
            return
        for line in document.lines:
            assert 0 <= line.start <= line.end <= len(document.text)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_any_flipped_byte_is_survived(at: int, flip: int) -> None:
    data = bytearray(GOOD)
    data[at] ^= flip
    try:
        read_bytes(bytes(data), name="order.pdf")
    except UnreadableDocument:
        return
