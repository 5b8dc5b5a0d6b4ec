"""How far may a scan be trusted? The PDFs of corpus/ that rules learn from, scanned four ways.

Run ``benchmarks/scans.py [FILE…]`` with the extra rtlint[ocr]. Letters wrong is the edit distance
to the text of the same PDF unscanned, per letter; agreement is the share of requirements judged as
there; wrong met is the share judged met that were not. Seconds are those of recognising one page.
"""

import sys
import time
from pathlib import Path

from rapidfuzz.distance import Levenshtein

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from rtlint.api import audit_document, load_rules
from rtlint.read import read, read_bytes
from scripts.papers.scans import SCANS, scanned


def main() -> None:
    files = [Path(name) for name in sys.argv[1:]]
    files = files or sorted(
        Path(__file__).resolve().parents[1].glob("corpus/orders/o1-*/order.pdf")
    )
    rules = load_rules()
    heads = f"{'letters wrong':>14}{'agreement':>11}{'wrong met':>11}{'s/page':>8}"
    print(f"{'scan':16}{'pages':>6}{heads}")
    sources = []
    for path in files:
        document = read(path)
        report = audit_document(document, rules, model=False)
        sources.append((path, document, {each.rule: each.status for each in report.assessments}))
    for name, scan in SCANS.items():
        pages = wrong = letters = same = better = judged = 0
        seconds = 0.0
        for path, document, usual in sources:
            data = scanned(path.read_bytes(), scan)
            start = time.monotonic()
            seen = read_bytes(data, name="scan.pdf")
            seconds += time.monotonic() - start
            report = audit_document(seen, rules, model=False)
            found = {each.rule: each.status for each in report.assessments}
            pages += document.pages or 0
            letters += len(document.text)
            wrong += Levenshtein.distance(document.text, seen.text)
            judged += len(usual)
            same += sum(found[rule] is status for rule, status in usual.items())
            better += sum(
                found[rule].value == "met" and status.value != "met"
                for rule, status in usual.items()
            )
        print(
            f"{name:16}{pages:>6}{wrong / letters:>14.4f}{same / judged:>11.3f}"
            f"{better / judged:>11.3f}{seconds / pages:>8.1f}"
        )


if __name__ == "__main__":
    main()
