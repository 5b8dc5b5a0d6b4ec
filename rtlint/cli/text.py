"""``rtlint text``: the text as rtlint reads it, which all offsets in reports count.

Piped, it is exactly that text, without a line end added; on a terminal each
character the terminal might obey is replaced by one other.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import Unpack

import click

from rtlint.cli import inputs, options, outputs
from rtlint.errors import UsageError
from rtlint.model.document import Document
from rtlint.model.limits import Limits
from rtlint.model.outline import Force, Outline
from rtlint.model.report import RoleLine
from rtlint.reporters.layout import showable


class TextOptions(options.Names):
    """What click passes on, by the names of the options."""

    file: str
    show_roles: bool
    show_outline: bool
    rules: tuple[str, ...]
    password_file: str | None
    limits: tuple[str, ...]
    config: str | None
    no_config: bool


@click.command()
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--roles", "show_roles", is_flag=True, help="Say who is who instead.")
@click.option("--outline", "show_outline", is_flag=True, help="List zones and clauses instead.")
@options.roles
@options.rules
@options.password_file
@options.limit
@options.config
def text(**given: Unpack[TextOptions]) -> None:
    """Print the text that rtlint reads in FILE."""
    if given["show_roles"] and given["show_outline"]:
        raise UsageError("Give --roles or --outline, not both.")
    limits = options.reading(given["limits"], given["config"], ignored=given["no_config"])
    document = _document(given["file"], options.password(given["password_file"]), limits)
    if given["show_roles"]:
        from rtlint.api import role_map

        lines = role_map(document, options.rulebook(given["rules"]), options.overrides(given))
        outputs.say("".join(f"{line}\n" for line in _roles(lines)))
    elif given["show_outline"]:
        from rtlint.structure import outline

        outputs.say("".join(f"{line}\n" for line in _outline(document, outline(document))))
    elif sys.stdout.isatty():
        outputs.say("\n".join(_visible(line) for line in document.text.split("\n")) + "\n")
    else:
        outputs.exactly(document.text)


def _document(argument: str, password: str | None, limits: Limits) -> Document:
    from rtlint import read

    path = inputs.one(argument)
    if path is None:
        data = inputs.standard_input()
        return read.read_bytes(data, name="standard input", password=password, limits=limits)
    return read.read(path, password=password, limits=limits)


def _visible(line: str) -> str:
    """``line`` with as many characters as before, all of them harmless."""
    return line if line.isprintable() else "".join(showable(char) or " " for char in line)


def _roles(lines: Sequence[RoleLine]) -> Iterator[str]:
    for line in lines:
        yield showable(f"{line.role}: {', '.join(line.names)} (from {line.source})")
    if not lines:
        yield 'Nobody was recognised. Say who is who: --mother "NAME" --father "NAME"'


def _outline(document: Document, outline: Outline) -> Iterator[str]:
    zone = None
    for clause in outline.clauses:
        if clause.zone is not zone:
            zone = clause.zone
            yield f"{zone.value.upper()}{'' if zone.operative else ' (orders nothing)'}"
        paragraph = f"¶ {clause.paragraph}: " if clause.paragraph else ""
        force = "" if clause.force is Force.LIVE else f" [{clause.force.value}]"
        quote = showable(document.text[clause.start : clause.end])
        yield f"  {paragraph}{quote}{force} ({clause.start}-{clause.end})"
