"""Bounds on what one document may cost.

A hostile file of two kilobytes can ask for gigabytes or for hours, so every bound has a
default that no real court order comes near. Users set them by names of their own, in megabytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be and what reading it may use."""

    file_bytes: int = 100 * _MB
    pages: int = 500
    page_characters: int = 60_000  # of one page; what is more is left out
    characters: int = 20_000_000
    memory_bytes: int = 1024 * _MB  # address space of the child that opens the file
    cpu_seconds: int = 60
    wall_seconds: float = 90.0
    parts: int = 5_000  # of a zip package: Word, OpenDocument
    part_bytes: int = 64 * _MB  # of one of them, unpacked
    package_bytes: int = 256 * _MB  # of all of them, unpacked
    scanned_pages: int = 60  # pages that are recognised at most, where the extra is installed
    scan_seconds: int = 20  # processor time for each of them
    office_bytes: int = 4096 * _MB  # address space of LibreOffice, which old formats need

    def changed(self, given: Mapping[str, int]) -> "Limits":
        """These limits with some of them changed, given by their names in ``LIMITS``."""
        values = {LIMITS[key].field: number * LIMITS[key].unit for key, number in given.items()}
        return replace(self, **values)

    def shown(self) -> dict[str, int]:
        """Every limit by its name, in the unit in which users give it."""
        return {key: int(getattr(self, name.field)) // name.unit for key, name in LIMITS.items()}


@dataclass(frozen=True, slots=True)
class LimitName:
    """What a limit is called in ``Limits``, and how much of it the user's 1 is."""

    field: str
    unit: int = 1
    least: int = 1  # less would read nothing at all


LIMITS = {
    "file-mb": LimitName("file_bytes", _MB),
    "pages": LimitName("pages"),
    "page-characters": LimitName("page_characters"),
    "characters": LimitName("characters"),
    "memory-mb": LimitName("memory_bytes", _MB, least=128),
    "cpu-seconds": LimitName("cpu_seconds"),
    "wall-seconds": LimitName("wall_seconds"),
    "parts": LimitName("parts"),
    "part-mb": LimitName("part_bytes", _MB),
    "package-mb": LimitName("package_bytes", _MB),
    "scanned-pages": LimitName("scanned_pages", least=0),
    "scan-seconds": LimitName("scan_seconds"),
    "office-memory-mb": LimitName("office_bytes", _MB, least=512),
}
"""The limits by the names that users give them: in ``[limits]`` of rtlint.toml, and ``--limit``."""


def wrong_limit(key: str, number: object) -> str | None:
    """What is wrong with a limit as somebody gave it, as a sentence; None where nothing is."""
    name = LIMITS.get(key)
    if name is None:
        return f'There is no limit "{key}"; there are {", ".join(LIMITS)}.'
    if not isinstance(number, int) or isinstance(number, bool) or number < name.least:
        return f'The limit "{key}" must be a whole number, {name.least} or more.'
    return None
