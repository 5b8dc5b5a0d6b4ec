"""Bounds on what one document may cost.

A hostile file of two kilobytes can ask for gigabytes or for hours, so every bound has a
default that no real court order comes near.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be and what reading it may use."""

    file_bytes: int = 100 * 1024 * 1024
    pages: int = 500
    page_characters: int = 60_000
    characters: int = 20_000_000
    memory_bytes: int = 1024 * 1024 * 1024  # address space of the child that opens a PDF
    cpu_seconds: int = 60
    wall_seconds: float = 90.0
    scanned_pages: int = 60  # pages that are recognised at most, where the extra is installed
    scan_seconds: int = 20  # processor time for each of them
