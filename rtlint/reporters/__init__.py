"""Every way to write a report down; a format is a function from ``Report`` to text.

Nothing here prints or opens a file, and rich is imported by ``terminal`` alone.
"""

from collections.abc import Callable

from rtlint.errors import UsageError
from rtlint.model.report import Report
from rtlint.reporters.json_report import render_json
from rtlint.reporters.text import render_text

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": render_text,
    "json": render_json,
}


def render(report: Report, name: str) -> str:
    """The report in the format of that name, one of ``FORMATS``."""
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise UsageError(f"There is no report format {name!r}. Use one of these: {known}.")
    return FORMATS[name](report)
