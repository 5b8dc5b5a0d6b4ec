"""Where the words of a vocabulary stand in a text: concepts, roles and topics, longest first."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rtlint.language.tokens import TokenizedText, tokenized
from rtlint.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Hit:
    """A vocabulary entry found at tokens ``first`` ≤ i < ``last``.

    ``kind`` is "concept", "topic" or "role"; a role's ``detail`` says which of its
    word lists matched: "plural", "singular", "everyone" or a member.
    """

    kind: str
    name: str
    detail: str
    first: int
    last: int


class Lexicon:
    """A vocabulary compiled for finding: phrases as tuples of tokens, by their first token."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._entries: dict[tuple[str, ...], list[tuple[str, str, str]]] = {}
        self._phrases: set[str] = set()
        for kind, name, detail, phrases in _word_lists(vocabulary):
            self._phrases |= phrases
            for phrase in phrases:
                self._entries.setdefault(tokenized(phrase), []).append((kind, name, detail))
        lengths: dict[str, set[int]] = {}
        for words in self._entries:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {word: sorted(found) for word, found in lengths.items()}

    @property
    def phrases(self) -> Collection[str]:
        """Every phrase of the vocabulary in lower case."""
        return self._phrases

    def hits(self, text: TokenizedText) -> list[Hit]:
        """Every match in order; shorter ones inside a longer one of the same name are dropped."""
        found: dict[tuple[str, str], list[Hit]] = {}
        words = [token.lower for token in text.tokens]
        for first, word in enumerate(words):
            for length in self._lengths.get(word, ()):
                last = first + length
                if last > text.paragraph_end(first):
                    break
                for kind, name, detail in self._entries.get(tuple(words[first:last]), ()):
                    found.setdefault((kind, name), []).append(Hit(kind, name, detail, first, last))
        kept = [hit for hits in found.values() for hit in longest(hits)]
        return sorted(kept, key=lambda hit: (hit.first, -hit.last, hit.kind, hit.name))


def longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Drop every hit that lies inside a longer one before it."""
    reach = -1
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.last, hit.detail)):
        if hit.last > reach:
            reach = hit.last
            yield hit


def _word_lists(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str, frozenset[str]]]:
    for concept in vocabulary.concepts.values():
        yield "concept", concept.name, "", concept.phrases
    for topic in vocabulary.topics.values():
        yield "topic", topic.name, "", topic.phrases
        yield "topic", topic.name, "weak", topic.weak
    for role in vocabulary.roles.values():
        yield "role", role.name, "plural", role.plural
        yield "role", role.name, "singular", role.singular
        yield "role", role.name, "everyone", role.everyone
        for member, words in role.members.items():
            yield "role", role.name, member, words


@lru_cache(maxsize=4)
def lexicon_for(vocabulary: Vocabulary) -> Lexicon:
    """The compiled lexicon of a vocabulary, made once for each vocabulary object."""
    return Lexicon(vocabulary)
