"""Documents to one report, with a progress bar where somebody watches.

A document that cannot be read takes its place in the report, and the others
are still judged.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

from rtlint.cli import inputs
from rtlint.errors import UnreadableDocument
from rtlint.model.limits import Limits
from rtlint.model.report import DocumentReport, Report
from rtlint.model.rule import Rulebook

Progress = Callable[[str], None]
Roles = Mapping[str, Sequence[str]]


def judge(
    files: Sequence[Path | None],
    rulebook: Rulebook,
    *,
    roles: Roles,
    password: str | None,
    stdin_name: str,
    model: bool,
    limits: Limits,
    filed: date | None = None,
) -> Report:
    """The report on the files in their order; ``None`` among them is standard input."""
    from rtlint import api

    paths = [path for path in files if path is not None]
    with _progress(len(paths)) as progress:
        report = api.audit(
            paths,
            rules=rulebook,
            roles=roles,
            password=password,
            model=model,
            filed=filed,
            limits=limits,
            progress=progress,
        )
    if None not in files:
        return report
    documents = list(report.documents)
    piped = _standard_input(
        rulebook,
        roles=roles,
        password=password,
        name=stdin_name,
        model=model,
        limits=limits,
        filed=filed,
    )
    documents.insert(files.index(None), piped)
    return replace(report, documents=tuple(documents))


def _standard_input(
    rulebook: Rulebook,
    *,
    roles: Roles,
    password: str | None,
    name: str,
    model: bool,
    limits: Limits,
    filed: date | None,
) -> DocumentReport:
    from rtlint import api, read

    try:
        data = inputs.standard_input()
        document = read.read_bytes(data, name=name, password=password, limits=limits)
    except UnreadableDocument as error:
        return api.unread(name, str(error))
    return api.audit_document(document, rulebook, roles, model=model, filed=filed)


@contextmanager
def _progress(total: int) -> Iterator[Progress | None]:
    """A bar on standard error for several files, on a terminal that can redraw a line."""
    if total < 2 or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        begun = count()  # a name is told when its document is begun, so one fewer is done
        yield lambda name: bar.update(task, completed=next(begun), description=escape(name))
