"""``rtlint compare``: what changed from one draft to the next, requirement by requirement."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Unpack

import click

from rtlint.cli import acceptances, exits, inputs, judge, options, outputs
from rtlint.errors import UsageError
from rtlint.model.comparison import Comparison
from rtlint.model.report import Report
from rtlint.reporters.comparison import COMPARISONS
from rtlint.reporters.json_read import read_report
from rtlint.review.compare import compare as compared

EXPLAINED = """\b
Exit codes: 0 nothing got worse, 1 something did, 2 wrong usage or settings,
3 a document could not be read or judged wholly.
"""
HELP = """\
Compare OLD with NEW: two drafts, or a draft and the order that was entered.

Each may be a document or a JSON report of one document.

\\b
  rtlint compare draft1.pdf draft2.pdf
  rtlint compare draft.pdf entered.pdf -o changes.html
"""


class CompareOptions(options.Names):
    """What click passes on, by the names of the options."""

    old: str
    new: str
    formats: tuple[str, ...]
    output: tuple[str, ...]
    date: str | None
    rules: tuple[str, ...]
    password_file: str | None
    limits: tuple[str, ...]
    config: str | None
    no_config: bool
    no_model: bool


@click.command(help=HELP, epilog=EXPLAINED)
@click.argument("old", metavar="OLD", type=click.Path())
@click.argument("new", metavar="NEW", type=click.Path())
@options.written(COMPARISONS)
@options.rules
@options.roles
@options.password_file
@options.limit
@options.config
@options.no_model
def compare(**given: Unpack[CompareOptions]) -> int:
    """Judge what is no report yet, compare, write, and return the exit code."""
    day = options.day(given["date"])
    paths = [_path(given["old"]), _path(given["new"])]
    planned = outputs.plan(given["formats"], given["output"], paths, COMPARISONS)
    old, new = _reports(paths, given)
    comparison = replace(compared(old, new), date=day)
    outputs.write_texts(planned, lambda form: COMPARISONS[form].render(comparison))
    return _exit_code(comparison)


def _path(argument: str) -> Path:
    path = inputs.one(argument)
    if path is None:
        raise UsageError("Name two files; standard input cannot be compared.")
    return path


def _reports(paths: Sequence[Path], given: CompareOptions) -> list[Report]:
    """A report of one document for each path; documents are judged in one run."""
    saved = {path: _saved(path) for path in paths if path.suffix.lower() == ".json"}
    documents = [path for path in dict.fromkeys(paths) if path not in saved]
    if documents:
        report = judge.judge(
            documents,
            options.rulebook(given["rules"]),
            roles=options.overrides(given),
            password=options.password(given["password_file"]),
            model=not given["no_model"],
            limits=options.reading(given["limits"], given["config"], ignored=given["no_config"]),
            stdin_name="",
        )
        report = acceptances.applied(report, documents, options.day(given["date"]))
        for path, document in zip(documents, report.documents, strict=True):
            saved[path] = replace(report, documents=(document,))
    return [saved[path] for path in paths]


def _saved(path: Path) -> Report:
    report = read_report(inputs.content(path), name=path.name)
    if len(report.documents) != 1:
        raise UsageError(
            f"{path.name!r} reports on {len(report.documents)} documents; compare takes reports "
            "of one."
        )
    return report


def _exit_code(comparison: Comparison) -> int:
    both = (comparison.old, comparison.new)
    if any(document.error is not None or not document.complete for document in both):
        return exits.UNREADABLE
    return exits.FINDINGS if comparison.worse else exits.CLEAN
