"""What a format is, whatever it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Form(Generic[Shown]):
    """One way to write something down."""

    name: str
    suffix: str  # how the name of its file ends, with the dot
    render: Callable[[Shown], str]
