"""Words of a document with their offsets, by spaCy's blank English tokenizer.

No statistical model is loaded: measured, a parser brought nothing but half a second.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import spacy
from spacy.language import Language

_NO_WORD = 500  # characters without a space: kept whole, since to take it apart could last hours


@lru_cache(maxsize=1)
def blank_english() -> Language:
    """The tokenizer's pipeline, made once for each process."""
    language = spacy.blank("en")
    # spaCy takes marks off the ends of a word one by one, and looks at all of it each time.
    cast("Any", language.tokenizer).token_match = lambda word: len(word) > _NO_WORD
    return language


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; ``index`` counts within the document."""

    index: int
    text: str
    lower: str
    start: int
    end: int


def tokenized(text: str) -> tuple[str, ...]:
    """A phrase as the lower-case tokens it has in any text."""
    words = text.split(" ")
    tokenizer = cast("Any", blank_english().tokenizer)  # spaCy gives it no type
    exceptions = tokenizer.rules or {}
    if all(word.isalpha() and word not in exceptions for word in words):
        return tuple(word.lower() for word in words)
    return tuple(token.lower_ for token in tokenizer(text) if not token.is_space)


class TokenizedText:
    """All tokens of a text, found by offset; white space is no token."""

    def __init__(self, text: str) -> None:
        tokens: list[Token] = []
        self._ends: list[int] = []  # for each token, where its paragraph ends
        begun = 0
        for token in blank_english().tokenizer(text):
            if token.is_space:
                self._ends += [len(tokens)] * (len(tokens) - begun)
                begun = len(tokens)
            else:
                end = token.idx + len(token)
                tokens.append(Token(len(tokens), token.text, token.lower_, token.idx, end))
        self._ends += [len(tokens)] * (len(tokens) - begun)
        self.tokens: tuple[Token, ...] = tuple(tokens)
        self._starts = [token.start for token in tokens]

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin in ``start`` ≤ offset < ``end``."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def paragraph_end(self, index: int) -> int:
        """The index after the last token of the paragraph that token ``index`` is in."""
        return self._ends[index]
