"""The child process that makes a marked copy: request, report and document come in, bytes go out.

The answer is one line of JSON, which names the error or none, and after it the copy.
"""

import json
import sys

from rtlint.errors import UsageError
from rtlint.read.engine.bounds import bound_self
from rtlint.reporters.copies import COPIES
from rtlint.reporters.json_read import read_report


def main() -> None:
    """Answer the request on standard input."""
    request = json.loads(sys.stdin.buffer.readline())
    bound_self(memory_bytes=request["memory_bytes"], cpu_seconds=request["cpu_seconds"])
    report = read_report(sys.stdin.buffer.read(request["report_bytes"]), name="report")
    data = sys.stdin.buffer.read()
    form = COPIES[request["form"]]
    mark = form.suggest if request["suggest"] and form.suggest else form.mark
    try:
        copy = mark(report, report.documents[0], data)
    except UsageError as error:
        _answer(str(error), b"")
    else:
        _answer(None, copy)


def _answer(error: str | None, copy: bytes) -> None:
    sys.stdout.buffer.write(json.dumps({"error": error}).encode() + b"\n" + copy)
    sys.stdout.buffer.flush()
