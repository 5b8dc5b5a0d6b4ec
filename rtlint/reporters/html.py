"""The report as one HTML file that needs nothing else: no script, no picture, no other file.

A browser shows findings beside the order and prints them on letter paper, the overview first.
Whatever a document says is escaped by the template engine and freed of control characters.
"""

from functools import cache
from typing import TYPE_CHECKING

from rtlint.model.report import Report
from rtlint.reporters import wording
from rtlint.reporters.html_view import PLACES_IN_TABLE, DocumentView, Sources
from rtlint.reporters.layout import showable

if TYPE_CHECKING:
    from jinja2 import Environment


def render_html(report: Report) -> str:
    """The report as an HTML page."""
    documents = [DocumentView(report, d, n) for n, d in enumerate(report.documents, start=1)]
    return page(
        "report.html.j2",
        report=report,
        documents=documents,
        source=Sources(report.rules).common,
        closing=wording.closing(report),
        totals=wording.totals(report.documents),
        places_in_table=PLACES_IN_TABLE,
    )


def page(template: str, **values: object) -> str:
    """A page of the templates folder with these values."""
    return _environment().get_template(template).render(values).rstrip() + "\n"


@cache
def _environment() -> "Environment":
    # Jinja is imported only where a page is made.
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("rtlint.reporters"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: showable(value) if type(value) is str else value,
    )
    environment.globals["number"] = wording.number
    environment.globals["style"] = lambda: Markup(  # noqa: S704, our own file
        environment.get_template("report.css").render()
    )
    return environment
