"""What the user typed or dropped on the window, made into files to read.

A path pasted from Windows Explorer, PowerShell, Finder or a browser arrives in
quotes, after ``&``, with escaped spaces or as ``file://``; all of them are meant
as that file.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

import click

from rtlint.errors import UsageError

STDIN = "-"
READABLE = (
    ".pdf", ".docx", ".doc", ".odt", ".rtf", ".html", ".htm", ".txt", ".text", ".md", ".markdown"
)  # fmt: skip


def expand(arguments: Iterable[str], commands: Iterable[str] = ()) -> tuple[Path | None, ...]:
    """The files meant, those of folders too, each once; ``None`` stands for standard input."""
    found: dict[Path | None, None] = {}
    for argument in arguments:
        if argument == STDIN:
            found[None] = None
            continue
        path = _existing(argument, tuple(commands))
        found.update(dict.fromkeys(_in_folder(path) if path.is_dir() else (path,)))
    return tuple(found)


def one(argument: str) -> Path | None:
    """The one file meant; ``None`` stands for standard input."""
    if argument == STDIN:
        return None
    path = _existing(argument, ())
    if path.is_dir():
        raise UsageError(f"{path} is a folder. Name one document in it.")
    return path


def content(path: Path | None) -> bytes:
    """The bytes of a file that is no document; ``None`` stands for standard input."""
    if path is None:
        return standard_input()
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(f"{str(path)!r} could not be read ({reason}).") from error


def standard_input() -> bytes:
    """All of standard input; says so first when it would wait for somebody to type."""
    if sys.stdin.isatty():
        end = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"
        click.echo(f"Reading the order from the keyboard. End it with {end}.", err=True)
    return sys.stdin.buffer.read()


def _existing(argument: str, commands: tuple[str, ...]) -> Path:
    for text in dict.fromkeys((argument, _pasted(argument))):
        path = Path(text)
        try:
            if text and path.exists():
                return path
        except (OSError, ValueError):  # a name too long, or with a null character in it
            continue
    raise UsageError(_not_found(argument, commands))


def _pasted(argument: str) -> str:
    text = argument.strip().removeprefix("& ").strip().strip("\"'").strip()
    if text.lower().startswith("file://"):
        text = re.sub(r"^file://(localhost)?", "", text, flags=re.IGNORECASE)
        text = re.sub(r"(?:%[0-9A-Fa-f]{2})+", _percent_decoded, text)
        return text[1:] if re.match(r"/[A-Za-z]:", text) else text
    return text if os.name == "nt" else re.sub(r"\\(.)", r"\1", text)


def _percent_decoded(match: re.Match[str]) -> str:
    return bytes.fromhex(match.group().replace("%", "")).decode("utf-8", "replace")


def _not_found(argument: str, commands: tuple[str, ...]) -> str:
    path = Path(_pasted(argument))
    near_commands = get_close_matches(argument, commands, n=1, cutoff=0.75)
    if near_commands:
        near = near_commands[0]
        return f"There is no file or command {argument!r}. Did you mean the command {near!r}?"
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except (OSError, ValueError):
        return f"There is no file {argument!r}, nor its folder. Check the path and try again."
    near_names = get_close_matches(path.name, names, n=1)
    if near_names:
        near = str(path.with_name(near_names[0]))
        return f"There is no file {argument!r}. Did you mean {near!r}?"
    return f"There is no file {argument!r}. Check the name, or drag the file onto this window."


def _in_folder(folder: Path) -> Iterator[Path]:
    """The documents below ``folder`` in the order of their names, without hidden and lock files."""
    none = True
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(READABLE) and not name.startswith((".", "~$")):
                none = False
                yield Path(parent, name)
    if none:
        raise UsageError(f"There is no {', '.join(READABLE)} file in {str(folder)!r}.")
