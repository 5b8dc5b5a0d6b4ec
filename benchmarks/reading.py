"""How long reading takes beside pdfplumber's extract_text, and how much of the text arrives whole.

Run ``python benchmarks/reading.py [FILE …]``. Only the ratios mean anything from one machine to
another; each is the median over the rounds, which take turns so that noise hits both alike. The
last column is the share of the paragraphs of the text file beside the PDF found in it verbatim.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber

from rtlint.model.document import Document
from rtlint.model.limits import Limits
from rtlint.read import read
from rtlint.read.assemble import assemble
from rtlint.read.engine.pdfium import PdfiumDocument
from rtlint.read.layout import lay_out
from rtlint.read.lines import build_lines
from rtlint.read.pdf import to_sheet

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5


def with_pdfplumber(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()


def engine_alone(path: Path) -> None:
    document = PdfiumDocument(path.read_bytes(), None)
    for _ in document.pages(Limits().page_characters):
        pass
    document.close()


def in_process(path: Path) -> None:
    """All the work of read() without the child process and its JSON."""
    document = PdfiumDocument(path.read_bytes(), None)
    records = list(document.pages(Limits().page_characters))
    document.close()
    pages = [build_lines(to_sheet(record)) for record in records]
    assemble(lay_out(pages), name="", media_type="", sha256="", boxes=True)


def in_child(path: Path) -> None:
    read(path)


def recall(path: Path, document: Document) -> str:
    typed = path.with_suffix(".txt")
    if not typed.exists():
        return ""
    original = read(typed)
    texts = [original.text[each.start : each.end] for each in original.paragraphs]
    return f"{sum(text in document.text for text in texts) / len(texts):>9.3f}"


def main() -> None:
    files = [Path(name) for name in sys.argv[1:]] or sorted(ROOT.glob("corpus/orders/*/order.pdf"))
    ways: dict[str, Callable[[Path], None]] = {
        "engine": engine_alone,
        "in process": in_process,
        "read()": in_child,
    }
    print(
        f"{'file':28}{'pages':>6}{'pdfplumber':>12}"
        + "".join(f"{way:>12}" for way in ways)
        + "   recall"
    )
    ratios: dict[str, list[float]] = {way: [] for way in ways}
    for path in files:
        document = read(path)
        times: dict[str, list[float]] = {way: [] for way in ("pdfplumber", *ways)}
        for _ in range(ROUNDS):
            for way, call in {"pdfplumber": with_pdfplumber, **ways}.items():
                start = time.perf_counter()
                call(path)
                times[way].append(time.perf_counter() - start)
        base = statistics.median(times["pdfplumber"])
        row = f"{path.parent.name[:27]:28}{document.pages:>6}{base * 1000:>9.0f} ms"
        for way in ways:
            ratio = statistics.median(times[way]) / base
            ratios[way].append(ratio)
            row += f"{ratio:>12.2f}"
        print(row + recall(path, document))
    medians = "".join(f"{statistics.median(ratios[way]):>12.2f}" for way in ways)
    print(f"{'median':28}{'':>6}{'1.00':>12}" + medians)


if __name__ == "__main__":
    main()
