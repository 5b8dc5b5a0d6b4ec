"""Frames of a sentence as plain rows, so that a test reads like a table."""

from rtlint.language import Analysis, analyse
from rtlint.language.frames import Frame
from rtlint.read import read_bytes
from rtlint.rulebook import load_rules
from rtlint.structure import outline

RULEBOOK = load_rules()


def analysis_of(text: str, **given: tuple[str, ...]) -> Analysis:
    """The language layer's view of a text."""
    document = read_bytes(text.encode(), name="test.txt")
    return analyse(document, outline(document), RULEBOOK.vocabulary, given)


def frames(text: str) -> list[Frame]:
    """All frames of a text, in order."""
    return [frame for clause in analysis_of(text).clauses for frame in clause.frames]


def forces(text: str) -> list[str]:
    """The force of each frame."""
    return [frame.force.value for frame in frames(text)]


def agents(frame: Frame) -> set[str]:
    """Who acts, as ``role`` or ``role:member``."""
    return {
        f"{m.role}:{member}" if member != "*" else m.role
        for m in frame.agents
        for member in m.members
    }
