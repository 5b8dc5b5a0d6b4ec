"""The words that mutations add, from ``wordings.toml``."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Wordings = Mapping[str, Sequence[str]]
"""For each requirement the wordings that serve it."""

_WORDS: Mapping[str, Any] = tomllib.loads(
    Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8")
)
CARRIER: str = _WORDS["carrier"]
FILLERS: Sequence[str] = _WORDS["fillers"]
OPENINGS: Sequence[str] = _WORDS["openings"]
OTHER_PROFESSIONALS: Sequence[str] = _WORDS["other_professionals"]
SYNONYMS: Sequence[tuple[str, str]] = [(old, new) for old, new in _WORDS["synonyms"]]
WITHDRAWN: Mapping[str, str] = _WORDS["withdrawn"]
REPORTED: Mapping[str, str] = _WORDS["reported"]
UNDOING: Wordings = _WORDS["undoing"]
EXEMPTING: Wordings = _WORDS["exempting"]
EXCUSED: Wordings = _WORDS["excused"]
EXCUSED_NEXT: Wordings = _WORDS["excused_next"]
DENIALS: Wordings = _WORDS["denials"]
ROLES_GIVEN: Wordings = _WORDS["roles_given"]


def sentence(clause: str) -> str:
    """A clause of these wordings as a sentence of its own."""
    return f"{clause[0].upper()}{clause[1:]}."


UNDOING_SENTENCES: Wordings = {
    rule: [sentence(clause) for clause in clauses] for rule, clauses in UNDOING.items()
}
