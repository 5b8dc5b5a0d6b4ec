"""Every way to write a report down: a format is a function from ``Report`` to text.

``FORMATS`` is the one list of them. Nothing here prints or opens a file, and rich is
imported by ``terminal`` alone.
"""

from rtlint.errors import UsageError
from rtlint.model.report import Report
from rtlint.reporters.csv_report import render_csv
from rtlint.reporters.format import Form
from rtlint.reporters.github import render_github
from rtlint.reporters.html import render_html
from rtlint.reporters.json_report import render_json
from rtlint.reporters.junit import render_junit
from rtlint.reporters.markdown import render_markdown
from rtlint.reporters.sarif import render_sarif
from rtlint.reporters.text import render_text

FORMATS: dict[str, Form[Report]] = {
    form.name: form
    for form in (
        Form("text", ".txt", render_text),
        Form("html", ".html", render_html),
        Form("markdown", ".md", render_markdown),
        Form("json", ".json", render_json),
        Form("csv", ".csv", render_csv),
        Form("sarif", ".sarif", render_sarif),
        Form("junit", ".xml", render_junit),
        Form("github", ".github", render_github),
    )
}


def render(report: Report, name: str) -> str:
    """The report in the format of that name, one of ``FORMATS``."""
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise UsageError(f"There is no report format {name!r}. Use one of these: {known}.")
    return FORMATS[name].render(report)
