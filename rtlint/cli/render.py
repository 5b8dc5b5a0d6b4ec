"""``rtlint render``: a JSON report in another format, without the document."""

from dataclasses import replace
from typing import Unpack

import click

from rtlint.cli import inputs, options, outputs
from rtlint.model.report import Audience
from rtlint.reporters import FORMATS
from rtlint.reporters.json_read import read_report
from rtlint.review.audience import for_audience

HELP = """\
Write a JSON REPORT in another format.

The document itself is not needed: all that a report says stands in the JSON file.

\b
  rtlint order.pdf -f json:report.json
  rtlint render report.json -f html -o report.html
"""


class RenderOptions(options.Shown):
    """What click passes on, by the names of the options."""

    report: str


@click.command(help=HELP)
@click.argument("report", metavar="REPORT", type=click.Path())
@options.shown(FORMATS)
def render(**given: Unpack[RenderOptions]) -> None:
    """Read the report and write it."""
    detail = options.detail(show_met=given["show_met"], quiet=given["quiet"])
    path = inputs.one(given["report"])
    planned = outputs.plan(given["formats"], given["output"], [path])
    name = path.name if path else "standard input"
    day = options.day(given["date"])
    report = read_report(inputs.content(path), name=name)
    report = replace(report, date=day or report.date)
    report = for_audience(report, Audience(given["audience"]))
    outputs.write(report, planned, detail)
