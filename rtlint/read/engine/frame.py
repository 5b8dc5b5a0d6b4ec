"""The turn that brings a page's user space to the way its text is read.

PDFium leaves character boxes in unrotated user space whatever /Rotate says, and scanners turn
content and page against each other; only the text's own direction tells how to read a page.
"""

from typing import NamedTuple


class Frame(NamedTuple):
    """``turn`` counts quarter turns, against the clock, of the text in user space."""

    turn: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turn % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turn % 2 else self.top - self.bottom

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A user space rectangle as x0, top, x1, bottom of the page as read."""
        left, right = x0 - self.left, x1 - self.left
        low, high = y0 - self.bottom, y1 - self.bottom
        wide, tall = self.right - self.left, self.top - self.bottom
        if self.turn == 0:
            return left, tall - high, right, tall - low
        if self.turn == 1:
            return low, left, high, right
        if self.turn == 2:
            return wide - right, low, wide - left, high
        return tall - high, wide - right, tall - low, wide - left
