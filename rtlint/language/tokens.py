"""Words of a document with their offsets, by spaCy's blank English tokenizer.

No statistical model is loaded: measured, a parser brought nothing but half a second.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc


@lru_cache(maxsize=1)
def blank_english() -> Language:
    """The tokenizer's pipeline, made once for each process."""
    return spacy.blank("en")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; ``index`` counts within the document."""

    index: int
    text: str
    lower: str
    start: int
    end: int


class TokenizedText:
    """All tokens of a text, found by offset; white space is no token."""

    def __init__(self, text: str) -> None:
        self.doc: Doc = blank_english().make_doc(text)
        self._by_doc: dict[int, int] = {}
        tokens: list[Token] = []
        for token in self.doc:
            if not token.is_space:
                self._by_doc[token.i] = len(tokens)
                end = token.idx + len(token)
                tokens.append(Token(len(tokens), token.text, token.lower_, token.idx, end))
        self.tokens: tuple[Token, ...] = tuple(tokens)
        self._starts = [token.start for token in tokens]

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin in ``start`` ≤ offset < ``end``."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def index_of(self, doc_index: int) -> int:
        """The index of the token that spaCy counts as ``doc_index``."""
        return self._by_doc[doc_index]
