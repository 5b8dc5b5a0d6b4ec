"""Where each format of a report goes: standard output carries results, and nothing else.

An output file is never one of the documents that are read, however its path is
spelled, and never has the suffix of a document format that rtlint cannot write.
"""

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import click

from rtlint.errors import UsageError
from rtlint.model.report import Report
from rtlint.reporters import FORMATS, render, wording
from rtlint.reporters.layout import showable
from rtlint.reporters.text import WIDTH, Detail, render_text

MAX_WIDTH = 100
_DOCUMENTS = (".pdf", ".docx", ".doc", ".rtf", ".odt")  # no place for a report
_LOOK_ALIKES = {
    "\u00b6": "par.",
    "\u00a7": "sec.",
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u2013": "-",
    "\u2014": "-",
    "\u2022": "*",
}


class Suffixed(Protocol):
    """What is to be known of a format here."""

    @property
    def suffix(self) -> str: ...


Forms = Mapping[str, Suffixed]


@dataclass(frozen=True, slots=True)
class Output:
    """One format and the file it goes to; ``None`` is standard output."""

    format: str
    path: Path | None = None


def plan(
    formats: Sequence[str],
    paths: Sequence[str],
    inputs: Iterable[Path | None],
    forms: Forms = FORMATS,
) -> tuple[Output, ...]:
    """Which of the forms goes where, or a ``UsageError`` before any work is done."""
    outputs = [_parsed(entry, forms) for entry in formats]
    for name in paths:
        _assign(name, outputs, forms, strict=bool(formats))
    outputs = outputs or [Output("text")]
    if sum(output.path is None for output in outputs) > 1:
        raise UsageError(
            "Only one format can go to the screen. Give the others a file: -f json:report.json, "
            "or all of them one name: -o report"
        )
    documents = [path for path in inputs if path is not None]
    written = [(output.path, forms[output.format]) for output in outputs if output.path]
    files = [path for path, _ in written]
    for index, (path, form) in enumerate(written):
        _check(path, form, documents, forms)
        if any(_same(path, other) for other in files[:index]):
            raise UsageError(f"Two formats would be written to {str(path)!r}. Name two files.")
    return tuple(outputs)


def _parsed(entry: str, forms: Forms) -> Output:
    name, colon, path = entry.partition(":")
    if name not in forms:
        raise UsageError(f"There is no format {name!r}. Use one of these: {', '.join(forms)}.")
    if colon and not path:
        raise UsageError(f"A file name is missing after {entry!r}.")
    return Output(name, Path(path) if path and path != "-" else None)


def _assign(path: str, outputs: list[Output], forms: Forms, *, strict: bool) -> None:
    """Give ``path`` to the format its suffix speaks of, else to the first without a file.

    A path whose suffix speaks of no format names the files of all that are left, each with
    the suffix of its own.
    """
    suffixes = {form.suffix: name for name, form in forms.items()}
    known = suffixes.get(Path(path).suffix.lower())
    suffix = known or "text"
    target = None if path == "-" else Path(path)
    if not strict:
        outputs.append(Output(suffix, target))
        return
    free = [index for index, output in enumerate(outputs) if output.path is None]
    if not free:
        raise UsageError(f"No format is left for the file {path!r}. Add one with --format.")
    if target is not None and known is None and len(free) > 1:
        for index in free:
            form = outputs[index].format
            own = target.with_name(target.name + forms[form].suffix)
            outputs[index] = Output(form, own)
        return
    index = next((i for i in free if outputs[i].format == suffix), free[0])
    outputs[index] = Output(outputs[index].format, target)


def _check(path: Path, form: Suffixed, documents: Iterable[Path], forms: Forms) -> None:
    if any(_same(path, document) for document in documents):
        raise UsageError(f"{str(path)!r} is the document itself. Name another file for the report.")
    if path.suffix.lower() in _DOCUMENTS and path.suffix.lower() != form.suffix:
        raise UsageError(
            f"A {path.suffix} file is a document, and rtlint puts no report in {str(path)!r}. "
            f"End the name in one of these: {', '.join(form.suffix for form in forms.values())}."
        )
    if path.is_dir() or not path.parent.is_dir():
        raise UsageError(f"{str(path)!r} is no place for a file: is its folder there?")


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them does not exist yet
        return os.path.normcase(path.resolve()) == os.path.normcase(other.resolve())


def write(report: Report, outputs: Sequence[Output], detail: Detail) -> None:
    """Write the report in every format that was asked for; copies are not its matter."""
    outputs = [output for output in outputs if output.format in FORMATS]
    for output in outputs:
        if output.path is not None:
            content = render_text(report, detail=detail)
            if output.format != "text":
                content = render(report, output.format)
            save(content, output.path)
        elif output.format != "text":
            exactly(render(report, output.format))
        elif in_colour():
            _paint(report, detail)
        else:
            say(render_text(report, width=screen_width(), detail=detail))
    if outputs and all(output.path is not None for output in outputs):
        names = ", ".join(str(output.path) for output in outputs)
        click.echo(f"Wrote {showable(names)}. {wording.totals(report.documents)}", err=True)


def write_texts(outputs: Sequence[Output], content: Callable[[str], str]) -> None:
    """Write each format's content where it goes."""
    for output in outputs:
        if output.path is not None:
            save(content(output.format), output.path)
            click.echo(f"Wrote {showable(str(output.path))}.", err=True)
        elif output.format == "text":
            say(content(output.format))
        else:
            exactly(content(output.format))


def save(content: str, path: Path) -> None:
    """Write a text file in UTF-8, or say in a sentence why it could not be written."""
    save_bytes(content.encode("utf-8", "replace"), path)


def save_bytes(content: bytes, path: Path) -> None:
    """Write a file, or say in a sentence why it could not be written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            f"{str(path)!r} could not be written ({reason}). Close it elsewhere or name another."
        ) from error


def _paint(report: Report, detail: Detail) -> None:
    from rich.console import Console

    from rtlint.reporters.terminal import styled

    text = styled(report, width=screen_width(), detail=detail)
    with _standard_output():
        Console(width=screen_width()).print(text, end="", soft_wrap=True, highlight=False)


def in_colour() -> bool:
    """Whether standard output is a terminal whose user has not asked for plain text."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def screen_width() -> int:
    """The width to write for: the terminal's within reason, 80 columns where there is none."""
    if not sys.stdout.isatty():
        return WIDTH
    return min(shutil.get_terminal_size((WIDTH, 24)).columns, MAX_WIDTH)


def say(text: str) -> None:
    """Write text for people to standard output, in characters that its encoding has."""
    with _standard_output():
        click.echo(encodable(text, sys.stdout.encoding or "utf-8"), nl=False)


def exactly(text: str) -> None:
    """Write text for programs to standard output: UTF-8, no line end changed."""
    with _standard_output():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()


def encodable(text: str, encoding: str) -> str:
    """``text`` with look-alikes for the characters that ``encoding`` lacks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_look_alike(char, encoding) for char in text)
    return text


def _look_alike(char: str, encoding: str) -> str:
    for candidate in (
        char,
        _LOOK_ALIKES.get(char, ""),
        unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode(),
    ):
        if candidate and candidate.encode(encoding, "replace").decode(encoding) == candidate:
            return candidate
    return "?"


@contextmanager
def _standard_output() -> Iterator[None]:
    """Say in a sentence that standard output is full; that nobody reads on is no error."""
    try:
        yield
    except OSError as error:
        # What is still buffered would raise again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            reason = error.strerror or type(error).__name__
            raise UsageError(f"Standard output could not be written ({reason}).") from error
