"""What does reading each form cost beside pdfplumber's extract_text of the same order?

Run ``python -m scripts.make_papers FOLDER`` and then ``benchmarks/cost.py FOLDER``. Only the ratios
mean anything from one machine to another; each is the median over the rounds, which take turns so
that noise hits all alike. The start of the child process is included.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx
import pdfplumber
import pypdfium2

from rtlint.read import read_bytes

ROUNDS = 5
YARDSTICK = "pdfplumber, pdf.pdf"


def with_pdfplumber(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def with_pypdfium2(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()


def with_python_docx(data: bytes) -> None:
    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        str(paragraph.text)


def main() -> None:
    folder = Path(sys.argv[1])
    ways: dict[str, Callable[[], object]] = {}
    for path in sorted(folder.iterdir()):
        if path.name != "truth.txt" and not path.name.startswith("scan-"):
            ways[path.name] = partial(read_bytes, path.read_bytes(), name=path.name)
    pdf, word = (folder / "pdf.pdf").read_bytes(), (folder / "word.docx").read_bytes()
    ways[YARDSTICK] = lambda: with_pdfplumber(pdf)
    ways["pypdfium2, pdf.pdf"] = lambda: with_pypdfium2(pdf)
    ways["python-docx, word.docx"] = lambda: with_python_docx(word)
    times: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way, call in ways.items():
            start = time.perf_counter()
            call()
            times[way].append(time.perf_counter() - start)
    base = statistics.median(times[YARDSTICK])
    print(f"{YARDSTICK}: {base * 1000:.0f} ms = 1.00")
    for way, taken in times.items():
        print(f"{way:34}{statistics.median(taken) / base:>7.2f}")


if __name__ == "__main__":
    main()
