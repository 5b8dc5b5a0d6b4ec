"""The English words of ``english.toml``: modal verbs, operators, cues and small words.

They belong to the language and not to any subject, so no rulebook holds them.
"""

import tomllib
from pathlib import Path
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))

Phrase = tuple[str, ...]


def words(name: str) -> frozenset[str]:
    """A set of single words from the table ``words``."""
    return frozenset(_DATA["words"][name])


def phrases(name: str) -> tuple[Phrase, ...]:
    """The phrases of a list in the table ``words``, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in _DATA["words"][name])


def groups(table: str) -> dict[str, tuple[Phrase, ...]]:
    """A table of lists: the name of each list and its phrases."""
    return {key: tuple(tuple(p.split()) for p in value) for key, value in _DATA[table].items()}
