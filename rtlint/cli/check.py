"""``rtlint check``: judge documents and report what to mend."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Unpack

import click

from rtlint.cli import acceptances, copies, exits, inputs, judge, options, outputs, selection
from rtlint.errors import UsageError
from rtlint.model.report import Audience, Report
from rtlint.reporters import FORMATS
from rtlint.reporters.copies import COPIES
from rtlint.review.audience import for_audience
from rtlint.settings import Settings

HELP = """\
Check each FILE and say what to mend.

A FILE is a PDF, a Word or a text document; a folder stands for the documents in it, and -
for standard input.

\b
  rtlint check order.pdf
  rtlint check drafts/ -f text -f json:report.json
  rtlint check order.pdf -f pdf:order.marked.pdf
  rtlint check order.pdf --mother "Dana Reyes" --therapist "Dr. Wu"
  pdftotext order.pdf - | rtlint check -
"""


class CheckOptions(options.Names, options.Shown):
    """What click passes on, by the names of the options."""

    files: tuple[str, ...]
    fail_on: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    rules: tuple[str, ...]
    stdin_name: str
    password_file: str | None
    limits: tuple[str, ...]
    no_model: bool
    filed: datetime | None
    config: str | None
    no_config: bool
    no_accepted: bool
    suggest: bool


@click.command(help=HELP, epilog=exits.EXPLAINED)
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path())
@options.shown((*FORMATS, *COPIES))
@click.option(
    "--fail-on",
    type=click.Choice(exits.THRESHOLDS),
    help="The exit code is 1 when a finding is of this severity or a graver one (default: error).",
)
@click.option(
    "--select", multiple=True, metavar="IDS", help="Only these rules: RT601,RT5,releases."
)
@click.option("--ignore", multiple=True, metavar="IDS", help="Leave these rules out.")
@options.rules
@options.roles
@click.option(
    "--stdin-name",
    default="standard-input.txt",
    metavar="NAME",
    help="What to call the document when FILE is - (standard input).",
)
@options.password_file
@options.limit
@options.no_model
@options.filed
@options.config
@click.option(
    "--no-accepted", is_flag=True, help="Leave aside what was accepted with rtlint accept."
)
@click.option(
    "--suggest",
    is_flag=True,
    help="In a Word copy, insert the clauses that are missing as tracked changes.",
)
@click.pass_context
def check(context: click.Context, **given: Unpack[CheckOptions]) -> int:
    """Judge the files, write the reports, and return the exit code."""
    commands = context.find_root().command
    names = commands.list_commands(context) if isinstance(commands, click.Group) else ()
    if not given["files"]:
        raise UsageError("Name at least one file: rtlint check order.pdf")
    files = inputs.expand(given["files"], names)
    planned = outputs.plan(given["formats"], given["output"], files, {**FORMATS, **COPIES})
    copies.check(planned, files, suggest=given["suggest"])
    detail = options.detail(show_met=given["show_met"], quiet=given["quiet"])
    day = options.day(given["date"])
    settings = _settings(given)
    report = replace(_judged(files, given, settings, day), date=day)
    report = for_audience(report, Audience(given["audience"]))
    copies.write(report, planned, files, suggest=given["suggest"], limits=settings.reading)
    outputs.write(report, planned, detail)
    return exits.exit_code(report, settings.fail_on)


def _settings(given: CheckOptions) -> Settings:
    """The settings file's values, and over them what was typed."""
    filed = given["filed"]
    settings = options.settings(given["config"], ignored=given["no_config"]).overridden(
        {
            "select": given["select"],
            "ignore": given["ignore"],
            "fail_on": given["fail_on"],
            "rules": tuple(Path(folder) for folder in given["rules"]),
            "names": options.overrides(given),
            "filed": filed.date() if filed else None,
            "limits": options.limits(given["limits"]),
        }
    )
    return replace(settings, model=False) if given["no_model"] else settings


def _judged(
    files: Sequence[Path | None], given: CheckOptions, settings: Settings, day: str
) -> Report:
    rulebook = options.rulebook(settings.rules)
    # A mistyped id must not cost the user a run over a folder of orders.
    selection.check(rulebook, (*settings.select, *settings.ignore, *settings.severity))
    report = judge.judge(
        files,
        rulebook,
        roles=settings.names,
        password=options.password(given["password_file"]),
        model=settings.model,
        limits=settings.reading,
        filed=settings.filed,
        stdin_name=given["stdin_name"],
    )
    report = selection.graded(report, rulebook, settings.severity)
    if not given["no_accepted"]:
        report = acceptances.applied(report, files, day)
    return selection.selected(report, rulebook, settings.select, settings.ignore)
