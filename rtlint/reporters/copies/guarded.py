"""Marked copies made in a child process with limits, as documents are read in one.

The libraries that write Word and PDF files parse the whole of a stranger's file, so that a hostile
one could take all memory or all day here as well. The report goes to the child as its JSON.
"""

import json
import subprocess
import sys

from rtlint.errors import UsageError
from rtlint.model.limits import Limits
from rtlint.model.report import Report
from rtlint.reporters.json_report import render_json

_START = (
    "import sys; sys.path[:] = sys.argv[1:]; from rtlint.reporters.copies.child import main; main()"
)


def marked(form: str, report: Report, data: bytes, *, suggest: bool, limits: Limits) -> bytes:
    """The bytes of the copy in one of ``COPIES``; the report is of this one document.

    Raises:
        UsageError: with a sentence that says why no copy could be made, and what to do.
    """
    told = render_json(report).encode()
    request = {
        "form": form,
        "suggest": suggest,
        "report_bytes": len(told),
        "memory_bytes": limits.memory_bytes,
        "cpu_seconds": limits.cpu_seconds,
    }
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, and arguments of our own
            [sys.executable, "-I", "-S", "-B", "-c", _START, *filter(None, sys.path)],
            input=json.dumps(request).encode() + b"\n" + told + data,
            capture_output=True,
            timeout=limits.wall_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _too_costly(report) from None
    answer, _, copy = done.stdout.partition(b"\n")
    if done.returncode != 0 or not answer:
        raise _too_costly(report)
    error = json.loads(answer)["error"]
    if error is not None:
        raise UsageError(error)
    return copy


def _too_costly(report: Report) -> UsageError:
    return UsageError(
        f"No marked copy of {report.documents[0].name} could be made safely within the limits. "
        "Use the report as HTML, or raise --limit memory-mb and cpu-seconds."
    )
