"""One clause as the words a reader takes together: its lead-ins, its own words, its tail.

A list item under "The parties shall:" is read as one sentence with that lead-in, so
that subject, modal and negation reach it; positions are counted within the view.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from rtlint.language.lexicon import Hit
from rtlint.language.mentions import Mention
from rtlint.language.tokens import Token, TokenizedText
from rtlint.model.outline import Clause

T = TypeVar("T", Hit, Mention)


@dataclass(frozen=True, slots=True)
class View:
    """A clause with tokens, hits and mentions counted from 0 within it."""

    number: int  # index of the clause in the outline
    clause: Clause
    tokens: tuple[Token, ...]
    own: int  # position of the first word of the clause itself
    hits: tuple[Hit, ...]
    mentions: tuple[Mention, ...]

    def words(self, first: int, last: int) -> list[str]:
        """Lower-case words at positions ``first`` ≤ i < ``last``."""
        return [token.lower for token in self.tokens[max(first, 0) : last]]

    def text(self, first: int, last: int) -> str:
        """Words between two positions, joined by single spaces, for showing a cue."""
        return " ".join(token.text for token in self.tokens[max(first, 0) : last])


def views(
    clauses: Sequence[Clause],
    text: TokenizedText,
    hits: Sequence[Hit],
    mentions: Sequence[Mention],
) -> list[View]:
    """A view of every clause that has words."""
    hits_at = _by_first(hits)
    mentions_at = _by_first(mentions)
    made = []
    for number, clause in enumerate(clauses):
        spans = [*clause.lead_in, (clause.start, clause.end)]
        if clause.tail:
            spans.append(clause.tail)
        pieces = [text.between(start, end) for start, end in spans]
        tokens = tuple(token for piece in pieces for token in piece)
        if not tokens:
            continue
        own = sum(len(piece) for piece in pieces[: len(clause.lead_in)])
        position = {token.index: i for i, token in enumerate(tokens)}
        made.append(
            View(
                number,
                clause,
                tokens,
                own,
                tuple(_shifted(tokens, position, hits_at)),
                tuple(_shifted(tokens, position, mentions_at)),
            )
        )
    return made


def _by_first(items: Sequence[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for item in items:
        found.setdefault(item.first, []).append(item)
    return found


def _shifted(tokens: Sequence[Token], position: dict[int, int], at: dict[int, list[T]]) -> list[T]:
    """Items wholly inside the view, with their positions counted within it."""
    return [
        replace(item, first=i, last=position[item.last - 1] + 1)
        for i, token in enumerate(tokens)
        for item in at.get(token.index, ())
        if item.last - 1 in position
    ]
