"""Marked copies of the document: written to a new file, never over one that is there."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import click

from rtlint.cli import inputs
from rtlint.cli.outputs import Output, save_bytes
from rtlint.errors import UsageError
from rtlint.model.limits import Limits
from rtlint.model.report import Report
from rtlint.reporters.copies import COPIES
from rtlint.reporters.copies.guarded import marked
from rtlint.reporters.layout import showable


def check(outputs: Sequence[Output], files: Sequence[Path | None], *, suggest: bool) -> None:
    """Raise ``UsageError`` before any work where a copy could not be made or would overwrite."""
    wanted = [output for output in outputs if output.format in COPIES]
    if suggest and not any(COPIES[output.format].suggest for output in wanted):
        raise UsageError("--suggest goes with a Word copy: -f docx:order.marked.docx --suggest")
    if wanted and (len(files) != 1 or files[0] is None):
        raise UsageError("A marked copy is made of one file at a time. Name one document.")
    for output in wanted:
        if output.path is None:
            name = output.format
            raise UsageError(f"Give the marked copy a file: -f {name}:order.marked.{name}")
        if output.path.exists():
            raise UsageError(
                f"{str(output.path)!r} is there already, and rtlint writes over no document. "
                "Name another file for the marked copy."
            )


def write(
    report: Report,
    outputs: Sequence[Output],
    files: Sequence[Path | None],
    *,
    suggest: bool,
    limits: Limits,
) -> None:
    """Write the marked copies among the outputs."""
    for output in outputs:
        copy = COPIES.get(output.format)
        if copy is None or output.path is None:
            continue
        (document,) = report.documents
        if document.error is None and document.media_type != copy.media_type:
            raise UsageError(
                f"{document.name} is no {copy.name.upper()} file, so there is nothing to mark in "
                "one. Use another format, such as html."
            )
        if document.error is None:
            data = inputs.content(files[0])
            if hashlib.sha256(data).hexdigest() != document.sha256:
                raise UsageError(f"{document.name} has changed meanwhile. Check it anew.")
            made = marked(copy.name, report, data, suggest=suggest, limits=limits)
            save_bytes(made, output.path)
            click.echo(f"Wrote {showable(str(output.path))}.", err=True)
