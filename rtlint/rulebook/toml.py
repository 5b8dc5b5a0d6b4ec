"""TOML files read with errors that name the file, the line and the remedy."""

import tomllib
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from rtlint.errors import RuleError

Table = Mapping[str, Any]  # a TOML table: its values are checked key by key where they are used


class TomlFile:
    """One parsed file, able to say where in it something is wrong."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.source = path.read_text("utf-8")
            self.table: Table = tomllib.loads(self.source)
        except tomllib.TOMLDecodeError as error:
            raise RuleError(f"{path}: this is not valid TOML: {error}.") from error
        except (OSError, UnicodeDecodeError) as error:
            raise RuleError(f"{path}: the file could not be read: {error}.") from error

    def line_of(self, needle: str) -> int:
        """The number of the first line that holds ``needle``; 1 when none does."""
        for number, line in enumerate(self.source.splitlines(), 1):
            if needle in line:
                return number
        return 1

    def error(self, message: str, near: str = "") -> RuleError:
        """A ``RuleError`` that points at the line where ``near`` stands."""
        return RuleError(f"{self.path}, line {self.line_of(near) if near else 1}: {message}")

    def check_keys(self, table: Table, allowed: Collection[str], where: str) -> None:
        """Refuse keys that mean nothing, and name the likeliest one meant."""
        for key in table:
            if key not in allowed:
                close = get_close_matches(key, allowed, n=1)
                hint = (
                    f'did you mean "{close[0]}"?' if close else f"use {', '.join(sorted(allowed))}."
                )
                raise self.error(f'unknown key "{key}" in {where}; {hint}', near=key)

    def strings(self, table: Table, key: str) -> tuple[str, ...]:
        """A list of strings (or one string); empty when the key is absent."""
        value = table.get(key, [])
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f'"{key}" must be a list of strings.', near=key)
        return tuple(value)

    def string(self, table: Table, key: str, default: str | None = None) -> str:
        """One string; a missing key without a default is an error."""
        value = table.get(key, default)
        if not isinstance(value, str):
            raise self.error(f'"{key}" is needed and must be a string.', near=key)
        return value
