"""Hundreds of damaged and hostile files: does each end in a document or one sentence, in time?

Run ``benchmarks/robustness.py [HOW MANY] [SEED] [FOLDER]``. Damaged files are made from those of
scripts.make_papers (or what it wrote to FOLDER, with LibreOffice's), the same for the same seed;
bombs are made here. A file that raises anything
but UnreadableDocument, or takes longer than the limit, is listed, and the exit code is then 1.
"""

import random
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rtlint.errors import UnreadableDocument
from rtlint.read import Limits, read_bytes
from scripts.make_papers import papers

LIMITS = Limits(cpu_seconds=20, wall_seconds=60.0, memory_bytes=512 * 1024 * 1024, scanned_pages=0)
_SECOND_TRY = 4  # the second PDF engine may take that much longer


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The file with one kind of damage."""
    kind = dice.randrange(6)
    at = dice.randrange(len(data))
    size = dice.randrange(1, max(len(data) // 8, 2))
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + data[at + size :]
    if kind == 2:
        return data[:at] + dice.randbytes(size) + data[at + size :]
    if kind == 3:
        return data[:at] + bytes(size) + data[at + size :]
    if kind == 4:
        return data[: at + size] + data[at : at + size] * 3 + data[at + size :]
    flipped = bytearray(data)
    for _ in range(dice.randrange(1, 40)):
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
    return bytes(flipped)


def bombs() -> Iterator[tuple[str, bytes]]:
    """Files that ask for more than anybody has."""
    yield "operators.pdf", _pdf(b"BT /F1 9 Tf 72 500 Td " + b"(a) Tj " * 2_000_000 + b"ET")
    yield "spaces.pdf", _pdf(b" " * 400_000_000)
    yield "arrays.pdf", b"%PDF-1.4\n1 0 obj\n" + b"[" * 1_000_000 + b"\nendobj\n"
    forms = b"".join(
        b"%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject "
        b"<< /X %d 0 R >> >> /Length 50 >>\nstream\n%b\nendstream\nendobj\n"
        % (number, number + 1, b"/X Do " * 8)
        for number in range(10, 19)
    )
    yield "forms.pdf", _pdf(b"/X Do " * 10, forms, b"/XObject << /X 10 0 R >>")
    pages = b"".join(
        b"%d 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n" % number
        for number in range(10, 10010)
    )
    kids = b" ".join(b"%d 0 R" % number for number in range(10, 10010))
    yield (
        "pages.pdf",
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages "
        b"/MediaBox [0 0 9 9] /Count 10000 /Kids [" + kids + b"] >>\nendobj\n" + pages
        + b"trailer << /Root 1 0 R >>\n%%EOF\n",
    )  # fmt: skip
    yield "braces.rtf", rb"{\rtf1 " + b"{" * 3_000_000
    yield "words.rtf", rb"{\rtf1 " + rb"\b " * 3_000_000 + b"x}"
    yield "deep.html", b"<html><body>" + b"<div>" * 500_000 + b"x"
    yield "lists.html", b"<html><body>" + b"<ol><li>" * 100_000 + b"x"
    yield "quotes.md", b"> " * 200_000 + b"x"
    yield "brackets.md", b"[" * 100_000 + b"x" + b"](y)" * 100_000


def _pdf(stream: bytes, more: bytes = b"", resources: bytes = b"") -> bytes:
    packed = zlib.compress(stream, 9)
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >> "
        + resources + b" >> >>\nendobj\n4 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n"
        % len(packed) + packed + b"\nendstream\nendobj\n" + more
        + b"trailer << /Root 1 0 R /Size 20 >>\n%%EOF\n"
    )  # fmt: skip


def files(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    yield from bombs()
    dice = random.Random(seed)
    made = papers()
    if len(sys.argv) > 3:
        folder = sorted(Path(sys.argv[3]).iterdir())
        made = {path.name: path.read_bytes() for path in folder if path.suffix != ".doc"}
    good = {name: data for name, data in made.items() if not name.startswith("scan-")}
    for number in range(count):
        name = dice.choice(sorted(good))
        yield name, damaged(good[name], dice)
        if number % 50 == 49:
            print(f"{number + 1} of {count}", file=sys.stderr, flush=True)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    ends: Counter[str] = Counter()
    faults = 0
    longest = 0.0
    for name, data in files(count, seed):
        start = time.monotonic()
        try:
            document = read_bytes(data, name=name, limits=LIMITS)
            end = "read, with a notice" if document.notices else "read"
        except UnreadableDocument as error:
            end = "refused in one sentence"
            if "\n" in str(error):
                end, faults = "refused badly", faults + 1
        except Exception as error:  # noqa: BLE001 - this is what the program looks for
            end, faults = f"{type(error).__name__}", faults + 1
            print(f"{name}: {error!r}")
        took = time.monotonic() - start
        longest = max(longest, took)
        if took > LIMITS.wall_seconds * (_SECOND_TRY + 1) + 10:
            end, faults = "too slow", faults + 1
            print(f"{name}: {took:.0f} s")
        ends[end] += 1
    for end, number in sorted(ends.items()):
        print(f"{end:26}{number:>6}")
    print(f"longest {longest:.1f} s, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
