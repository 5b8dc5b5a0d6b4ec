"""Options that several commands share, and what they become."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, TypedDict, TypeVar, get_args

import click

from rtlint.errors import UsageError
from rtlint.model.limits import Limits, wrong_limit
from rtlint.model.report import Audience
from rtlint.model.rule import Rulebook
from rtlint.reporters.text import Detail
from rtlint.settings import Settings, nearest, read_settings

Role = Literal["mother", "father", "therapist", "child"]
ROLES: tuple[Role, ...] = get_args(Role)
Command = TypeVar("Command", bound=Callable[..., object])


class Names(TypedDict):
    """Who is who, as the user says."""

    mother: tuple[str, ...]
    father: tuple[str, ...]
    therapist: tuple[str, ...]
    child: tuple[str, ...]


class Shown(TypedDict):
    """How a report is to be written, and where."""

    formats: tuple[str, ...]
    output: tuple[str, ...]
    date: str | None
    show_met: bool
    quiet: bool
    audience: str


def shown(forms: Iterable[str]) -> Callable[[Command], Command]:
    """``--format``, ``--output``, ``--date`` and how much the text report says."""

    def add(command: Command) -> Command:
        for option in (
            click.option(
                "--audience",
                type=click.Choice([audience.value for audience in Audience]),
                default=Audience.ATTORNEY.value,
                show_default=True,
                help="Whom the report is for; for self-help it suggests no wording.",
            ),
            click.option("-q", "--quiet", is_flag=True, help="Leave out what is in order."),
            click.option(
                "--show-met", is_flag=True, help="Quote the words that meet a requirement too."
            ),
            written(forms),
        ):
            command = option(command)
        return command

    return add


def written(forms: Iterable[str]) -> Callable[[Command], Command]:
    """``--format``, ``--output`` and ``--date`` for what can be written in these forms."""

    def add(command: Command) -> Command:
        for option in (
            click.option(
                "--date",
                metavar="DATE",
                help="The day to put on it: 2026-05-03, or today. Without it, none.",
            ),
            click.option(
                "-o",
                "--output",
                multiple=True,
                metavar="FILE",
                type=click.Path(),
                help="Write it to this file. Without --format, its ending names the format: "
                ".html. With several formats, give a name without ending.",
            ),
            click.option(
                "-f",
                "--format",
                "formats",
                multiple=True,
                metavar="FORMAT[:FILE]",
                help=f"How to report: {', '.join(forms)}. "
                "May be given several times: -f text -f json:r.json",
            ),
        ):
            command = option(command)
        return command

    return add


def day(given: str | None) -> str:
    """The day in ISO 8601 that the user named; "" for none."""
    if given is None:
        return ""
    if given == "today":
        return date.today().isoformat()  # noqa: DTZ011, the user's own day
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise UsageError(
            f"{given!r} is no date. Write year, month and day like this: 2026-05-03."
        ) from error


def detail(*, show_met: bool, quiet: bool) -> Detail:
    """How much the text report says of what is in order."""
    if show_met and quiet:
        raise UsageError("--show-met and --quiet say opposite things. Give one of them.")
    if show_met:
        return Detail.QUOTES
    return Detail.FINDINGS if quiet else Detail.PLACES


def roles(command: Command) -> Command:
    """``--mother`` and its sisters; each may be given several times."""
    for role in reversed(ROLES):
        meaning = f"Who the {role} is in the document; overrides what rtlint finds."
        option = click.option(f"--{role}", metavar="NAME", multiple=True, help=meaning)
        command = option(command)
    return command


rules = click.option(
    "--rules",
    metavar="FOLDER",
    multiple=True,
    type=click.Path(),
    help="Apply the rules of this folder too; may be given several times.",
)

filed = click.option(
    "--filed",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day the paper is filed (2026-03-01): what it sets for a day before is a finding.",
)


def config(command: Command) -> Command:
    """``--config`` and ``--no-config``."""
    off = click.option("--no-config", is_flag=True, help="Use no settings file.")
    on = click.option(
        "--config",
        metavar="FILE",
        type=click.Path(),
        help="Use this settings file, not the nearest rtlint.toml.",
    )
    return on(off(command))


no_model = click.option(
    "--no-model",
    is_flag=True,
    help="Judge by the rules' own patterns alone, without the learned reader.",
)
password_file = click.option(
    "--password-file",
    metavar="FILE",
    type=click.Path(),
    help="A file whose first line is the password of protected documents.",
)

limit = click.option(
    "--limit",
    "limits",
    metavar="NAME=NUMBER",
    multiple=True,
    help="What reading one file may cost, such as pages=900 or memory-mb=2048; may be given "
    "several times. rtlint config lists the names.",
)


def limits(given: Iterable[str]) -> dict[str, int]:
    """The limits given as ``NAME=NUMBER``, by their names."""
    found: dict[str, int] = {}
    for text in given:
        key, _, number = (part.strip() for part in text.partition("="))
        whole = int(number) if number.isascii() and number.isdecimal() else None
        if wrong := wrong_limit(key, whole):
            raise UsageError(f"{wrong} Give it like this: --limit pages=900")
        found[key] = whole or 0
    return found


def reading(given: Iterable[str], config: str | None = None, *, ignored: bool = False) -> Limits:
    """What reading may cost, by the settings file and the options."""
    chosen = settings(config, ignored=ignored)
    return chosen.overridden({"limits": limits(given)}).reading


def rulebook(folders: Sequence[str | Path]) -> Rulebook:
    """The rules that ship with rtlint, and those of the folders."""
    from rtlint.rulebook import load_rules

    for folder in folders:
        if not Path(folder).is_dir():
            raise UsageError(
                f"{str(folder)!r} is no folder of rules. Check --rules and the settings file."
            )
    return load_rules([Path(folder) for folder in folders])


def settings_file(given: str | None, *, ignored: bool) -> Path | None:
    """The settings file that counts: the one given, else the nearest; None where there is none."""
    if given is not None and ignored:
        raise UsageError("--config and --no-config say opposite things. Give one of them.")
    if ignored:
        return None
    if given is None:
        return nearest(Path.cwd())
    if not Path(given).is_file():
        raise UsageError(f"There is no settings file {given!r}. Check the path after --config.")
    return Path(given)


def settings(given: str | None, *, ignored: bool) -> Settings:
    """The settings of that file, or the defaults."""
    path = settings_file(given, ignored=ignored)
    return Settings() if path is None else read_settings(path)


def password(path: str | None) -> str | None:
    """The first line of the password file."""
    if path is None:
        return None
    try:
        with Path(path).open(encoding="utf-8-sig") as file:
            return file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"The password file {path!r} could not be read. It must be a plain text file."
        ) from error


def overrides(given: Names) -> dict[str, tuple[str, ...]]:
    """The names given for each role, without those of which none was given."""
    return {role: given[role] for role in ROLES if given[role]}
