"""``rtlint config``: every setting in effect, and where it comes from."""

from collections.abc import Iterator
from pathlib import Path

import click

from rtlint.cli import options, outputs
from rtlint.settings import Settings

HELP = """\
Show every setting in effect, and where it comes from.

\b
Settings stand in rtlint.toml, or under [tool.rtlint] in pyproject.toml, in this folder or the
nearest one above it. Options on the command line win.
"""


@click.command(help=HELP)
@options.config
def config(*, config: str | None, no_config: bool) -> None:
    """Print the settings that a check in this folder would use."""
    path = options.settings_file(config, ignored=no_config)
    settings = options.settings(config, ignored=no_config)
    lines = [f"Settings file: {_shown(path)}"]
    lines += [f"{key} = {value}  ({source})" for key, value, source in _rows(settings)]
    outputs.say("\n".join(lines) + "\n")


def _shown(path: Path | None) -> str:
    if path is None:
        return "none; everything is at its default"
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _rows(settings: Settings) -> Iterator[tuple[str, str, str]]:
    yield "select", _list(settings.select) or "every rule", settings.source("select")
    yield "ignore", _list(settings.ignore) or "none", settings.source("ignore")
    changed = [f"{rule} {severity}" for rule, severity in settings.severity.items()]
    yield "severity", _list(changed) or "as each rule says", settings.source("severity")
    yield "fail-on", settings.fail_on, settings.source("fail_on")
    folders = [folder.as_posix() for folder in settings.rules]
    yield "rules", _list(folders) or "rtlint's own", settings.source("rules")
    names = [f"{role}: {' / '.join(found)}" for role, found in settings.names.items()]
    yield "names", _list(names) or "as the document says", settings.source("names")
    yield "filed", str(settings.filed or "not said"), settings.source("filed")
    yield "model", "true" if settings.model else "false", settings.source("model")
    for key, number in settings.reading.shown().items():
        yield f"limits.{key}", str(number), settings.source(f"limits.{key}")


def _list(values: tuple[str, ...] | list[str]) -> str:
    return ", ".join(values)
