"""What rtlint costs beside what any reader of PDFs costs: time warm, time cold, and memory.

Everything is a ratio to a yardstick that is taken on the same machine in the same minute,
because absolute times of one machine say nothing about another.
"""

import argparse
import gc
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pdfplumber

from rtlint.api import audit, load_rules

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "orders"
YARDSTICK = """
import sys, spacy, pdfplumber
for path in sys.argv[1:]:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
"""
Row = tuple[str, str, str, str]


def main() -> None:
    """Print the table; all of it takes a few minutes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, help="PDF files instead of corpus/")
    parser.add_argument("--runs", type=int, default=5, help="runs of each timing (default 5)")
    parser.add_argument("--files", type=int, default=200, help="files for memory (default 200)")
    options = parser.parse_args()
    paths = options.paths or sorted(CORPUS.glob("*/order.pdf"))
    if not paths:
        parser.error("there is no order.pdf in corpus/; name some PDF files")
    rows = [
        row
        for model in (False, True)
        for row in (
            warm(paths, options.runs, model=model),
            cold(paths[0], options.runs, model=model),
        )
    ]
    show("time", ("", "rtlint", "yardstick", "ratio"), rows)
    show("memory", ("files", "MiB", "", "growth"), memory(paths, options.files))


def readers(*, model: bool) -> str:
    """Which readers a row was timed with."""
    return "both readers" if model else "--no-model"


def warm(paths: Sequence[Path], runs: int, *, model: bool) -> Row:
    """Reading and judging every file against pdfplumber's ``extract_text`` of the same files."""
    rulebook = load_rules()
    # The first document pays for what is built once.
    audit(paths[:1], rules=rulebook, model=model)
    ours = fastest(lambda: audit(paths, rules=rulebook, model=model), runs)
    yardstick = fastest(lambda: extract(paths), runs)
    return timing(f"{len(paths)} files, warm, {readers(model=model)} : pdfplumber", ours, yardstick)


def cold(path: Path, runs: int, *, model: bool) -> Row:
    """One ``rtlint check`` from the shell against importing spaCy and extracting the file."""
    options = () if model else ("--no-model",)
    ours = fastest(lambda: process("-m", "rtlint", "check", str(path), *options), runs)
    yardstick = fastest(lambda: process("-c", YARDSTICK, str(path)), runs)
    return timing(
        f"1 file, cold, {readers(model=model)} : import spacy + pdfplumber", ours, yardstick
    )


def memory(paths: Sequence[Path], files: int) -> list[Row]:
    """The resident size over many files, one after another: it must level off."""
    rulebook = load_rules()
    marks = sorted({1, files // 10 or 1, files // 2 or 1, files})
    rows: list[Row] = []
    first = 0.0
    for number in range(1, files + 1):
        audit([paths[number % len(paths)]], rules=rulebook)
        if number in marks:
            gc.collect()
            size = resident()
            first = first or size
            rows.append((str(number), f"{size:.0f}", "", f"{size / first:.2f}"))
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [*rows, ("largest child", f"{child:.0f}", "", "")]


def extract(paths: Sequence[Path]) -> None:
    for path in paths:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_text()


def process(*arguments: str) -> None:
    """Run Python; rtlint exits with 1 where it has something to say."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())


def fastest(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """The fastest and the median run in seconds; what is slower than the fastest is noise."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times), statistics.median(times)


def timing(name: str, ours: tuple[float, float], yardstick: tuple[float, float]) -> Row:
    return (
        name,
        f"{ours[0]:.2f} s ({ours[1]:.2f})",
        f"{yardstick[0]:.2f} s ({yardstick[1]:.2f})",
        f"{ours[0] / yardstick[0]:.2f}",
    )


def resident() -> float:
    """The resident size of this process in MiB; its peak where the system tells no more."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(title: str, head: Row, rows: Sequence[Row]) -> None:
    """Print rows under one another, as wide as they need."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    print(title)
    for row in (head, *rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        print("  " + "  ".join(cells).rstrip())


if __name__ == "__main__":
    main()
