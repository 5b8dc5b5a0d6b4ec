"""Settings of a firm or a matter: ``rtlint.toml``, or ``[tool.rtlint]`` in ``pyproject.toml``.

The nearest file above the working folder counts, and only that one. Every value remembers where
it came from, so that ``rtlint config`` can say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from rtlint.model.limits import Limits, wrong_limit
from rtlint.model.report import Severity
from rtlint.rulebook.toml import Table, TomlFile

FILE = "rtlint.toml"
SHARED_FILE = "pyproject.toml"
DEFAULT = "default"
NEVER = "never"
FAIL_ON = (*(severity.value for severity in reversed(Severity)), NEVER)
ROLES = ("mother", "father", "therapist", "child")
_KEYS = ("select", "ignore", "severity", "fail-on", "rules", "names", "filed", "model", "limits")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set once for many runs.

    ``sources`` says of each key where its value comes from: a file and line, an option, or
    nowhere ("default").
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)  # rule or family -> severity
    fail_on: str = Severity.ERROR.value
    rules: tuple[Path, ...] = ()  # further folders of rules
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # role -> names
    filed: date | None = None
    model: bool = True
    limits: Mapping[str, int] = field(default_factory=dict)  # by their names in LIMITS
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def reading(self) -> Limits:
        """What reading one file may cost."""
        return Limits().changed(self.limits)

    def source(self, key: str) -> str:
        """Where the value of a key comes from."""
        return self.sources.get(key, DEFAULT)

    def overridden(self, given: Mapping[str, Any], option: str = "option") -> "Settings":
        """These settings with the values given on the command line, which win."""
        values = {key: value for key, value in given.items() if value}
        sources = {key: f"{option} --{key.replace('_', '-')}" for key in values}
        if "names" in values:
            values["names"] = {**self.names, **values["names"]}
            sources["names"] = ", ".join(f"{option} --{role}" for role in given["names"])
        if "rules" in values:
            values["rules"] = (*self.rules, *values["rules"])
        if "limits" in values:
            values["limits"] = {**self.limits, **values["limits"]}
            del sources["limits"]
            sources |= {f"limits.{key}": f"{option} --limit" for key in given["limits"]}
        return replace(self, **values, sources={**self.sources, **sources})


def nearest(start: Path) -> Path | None:
    """The settings file of a folder or of the nearest folder above it; None where there is none."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        shared = folder / SHARED_FILE
        if shared.is_file() and _shared_table(TomlFile(shared)) is not None:
            return shared
    return None


def read_settings(path: Path) -> Settings:
    """The settings of a file.

    Raises:
        RuleError: the file is not valid, or holds a key or value that means nothing; the message
            names file, line and remedy.
    """
    file = TomlFile(path)
    table = _shared_table(file) if path.name == SHARED_FILE else file.table
    table = table or {}
    file.check_keys(table, _KEYS, "the settings")
    values = dict(_values(file, table))
    sources = {key.replace("-", "_"): _place(file, key) for key in table}
    sources |= {f"limits.{key}": _place(file, key) for key in values.get("limits", ())}
    return Settings(**values, sources=sources)


def _shared_table(file: TomlFile) -> Table | None:
    found = file.table.get("tool", {}).get("rtlint")
    return found if isinstance(found, dict) else None


def _place(file: TomlFile, key: str) -> str:
    """File and line of a key; a table stands under its heading."""
    lines = file.source.splitlines()
    starts = (f"{key} ", f"{key}=", f"[{key}]", f"[tool.rtlint.{key}]")
    number = next((n for n, line in enumerate(lines, 1) if line.strip().startswith(starts)), 1)
    return f"{file.path.name}, line {number}"


def _values(file: TomlFile, table: Table) -> Iterator[tuple[str, Any]]:
    for key in ("select", "ignore"):
        if key in table:
            yield key, file.strings(table, key)
    if "severity" in table:
        yield "severity", dict(_severities(file, _table(file, table, "severity")))
    if "fail-on" in table:
        yield "fail_on", _one_of(file, file.string(table, "fail-on"), FAIL_ON, "fail-on")
    if "rules" in table:
        yield "rules", tuple(file.path.parent / folder for folder in file.strings(table, "rules"))
    if "names" in table:
        names = _table(file, table, "names")
        file.check_keys(names, ROLES, "names")
        yield "names", {role: file.strings(names, role) for role in names}
    if "filed" in table:
        yield "filed", _day(file, table["filed"])
    if "model" in table:
        yield "model", _flag(file, table, "model")
    if "limits" in table:
        yield "limits", dict(_limits(file, _table(file, table, "limits")))


def _severities(file: TomlFile, table: Table) -> Iterator[tuple[str, Severity]]:
    allowed = tuple(severity.value for severity in Severity)
    for rule in table:
        yield rule, Severity(_one_of(file, file.string(table, rule), allowed, rule))


def _flag(file: TomlFile, table: Table, key: str) -> bool:
    value = table[key]
    if not isinstance(value, bool):
        raise file.error(f'"{key}" must be true or false.', near=key)
    return value


def _limits(file: TomlFile, table: Table) -> Iterator[tuple[str, int]]:
    for key, number in table.items():
        if wrong := wrong_limit(key, number):
            raise file.error(wrong, near=key)
        yield key, number


def _table(file: TomlFile, table: Table, key: str) -> Table:
    found = table[key]
    if not isinstance(found, dict):
        raise file.error(f'"{key}" must be a table: [{key}].', near=key)
    return found


def _one_of(file: TomlFile, word: str, allowed: tuple[str, ...], near: str) -> str:
    if word not in allowed:
        raise file.error(f'unknown word "{word}"; use {", ".join(allowed)}.', near=near)
    return word


def _day(file: TomlFile, value: object) -> date:
    """A date of TOML, or one in quotation marks."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise file.error('"filed" must be a date: 2026-03-01.', near="filed") from None
