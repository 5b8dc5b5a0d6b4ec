"""Remakes the golden files of one rich order in every format: ``python scripts/goldens.py``.

The order is judged anew, so that its findings may change with the rules: look at the difference.
``--report`` keeps the judgement as it is and remakes only what is written from it.
"""

import sys
from dataclasses import replace
from pathlib import Path

from rtlint.api import audit
from rtlint.model.report import Acceptance, Report
from rtlint.reporters import FORMATS
from rtlint.reporters.json_read import read_report
from rtlint.reporters.json_report import render_json

RICH = Path(__file__).resolve().parents[1] / "tests" / "reporters" / "rich"
REPORT = RICH / "report.json"
DAY = "2026-11-23"
ACCEPTED = "RT505"  # so that every format has an accepted finding to show


def main() -> None:
    """Write all golden files."""
    if "--report" not in sys.argv[1:]:
        make_pdf(RICH / "order.txt", RICH / "order.pdf")
        report = judged(RICH / "order.pdf")
        REPORT.write_text(render_json(report), encoding="utf-8", newline="\n")
    report = read_report(REPORT.read_bytes(), name=REPORT.name)
    for form in FORMATS.values():
        golden(form.name).write_text(form.render(report), encoding="utf-8", newline="\n")


def golden(name: str) -> Path:
    """Where the golden file of this format stands."""
    return RICH / f"report{FORMATS[name].suffix}"


def judged(order: Path) -> Report:
    """The report on the rich order, with one finding accepted."""
    report = audit([order])
    (document,) = report.documents
    findings = tuple(
        replace(
            finding,
            accepted=Acceptance(
                rule=finding.rule,
                status=finding.status,
                fingerprint=finding.fingerprint,
                quote="",
                reason="Both parents see counselors of their own; agreed on 3 May.",
                by="N. Okafor, for Petitioner",
                date="2026-05-03",
                expires="2027-05-03",
            ),
        )
        if finding.rule == ACCEPTED
        else finding
        for finding in document.findings
    )
    return replace(report, documents=(replace(document, findings=findings),), date=DAY)


def make_pdf(source: Path, target: Path) -> None:
    """Set the typed order as a filed paper."""
    from scripts.make_pdfs import FILED
    from scripts.make_pdfs import make_pdf as make

    make(source, target, FILED)


if __name__ == "__main__":
    main()
