"""What stands around a person's names: the signs by which a careful reader tells who they are."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rtlint.language.english import words
from rtlint.language.lexicon import Hit
from rtlint.language.people.persons import Person
from rtlint.language.people.spotting import Name, credential
from rtlint.language.tokens import Token
from rtlint.model.outline import Outline, Zone
from rtlint.model.vocabulary import Vocabulary

_ORGANISATIONS = words("organisations")
_PLACES = words("places")
_NO_CLINICIANS = words("other_credentials")
_WINDOW = 8  # words looked at on each side of a name
_KEPT = 6  # of them, after neighbouring names and roles are drawn together
_SENTENCE = 30
_SHORT_LINE = 70  # characters of a line that is no running text
_EARLY = 120  # tokens at the head of a paper
_ALPHA = re.compile(r"[A-Za-z]+")
_NAME = "NAME:"


class Surroundings:
    """A paper made ready for looking around names; ``known`` are the roles learned so far."""

    def __init__(
        self,
        source: str,
        tokens: Sequence[Token],
        hits: Iterable[Hit],
        outline: Outline,
        vocabulary: Vocabulary,
        known: Mapping[Name, str],
    ) -> None:
        self.source = source
        self.tokens = tokens
        self.named = {
            i: f"{_NAME}{role}"
            for name, role in known.items()
            for i in range(name.first, name.last)
        }
        self.words = _plain_words(tokens, hits, vocabulary)
        self._blocks = outline.blocks
        self._starts = [block.start for block in outline.blocks]

    def zone(self, offset: int) -> Zone:
        """The zone that an offset stands in."""
        at = bisect_right(self._starts, offset) - 1
        return self._blocks[at].zone if at >= 0 else Zone.CAPTION

    def signs(self, person: Person, known: str, kin: Iterable[str]) -> set[str]:
        """Every sign of a person.

        Args:
            known: the role that the paper's caption, definitions and the like already gave.
            kin: the roles already given to others of the same surname.
        """
        found = {f"known={known}", f"len={min(len(person.key), 4)}", _many(len(person.names))}
        found |= {f"kin={role}" for role in kin}
        zones: Counter[Zone] = Counter()
        for name in person.names:
            zones[self.zone(self.tokens[name.first].start)] += 1
            found |= set(self._own(name))
            found |= set(self._beside(name))
            found |= set(self._on_the_line(name))
            found |= {f"s{word}" for word in self._sentence(name) if word[0] in "@#"}
        found |= {f"zone={zone}" for zone in zones}
        if len(zones) == 1:
            found.add(f"only={next(iter(zones))}")
        operative = sum(count for zone, count in zones.items() if zone.operative)
        found.add("operative=" + ("0" if not operative else "1-2" if operative < 3 else "3+"))
        if person.names[0].bare < _EARLY:
            found.add("early")
        return found

    def _own(self, name: Name) -> Iterator[str]:
        """Its title, its credentials, and words that show an organisation or a place."""
        if name.title:
            yield f"title={name.title}"
        for token in self.tokens[name.bare : name.last]:
            if token.lower in _ORGANISATIONS:
                yield from ("organisation", f"own={token.lower}")
            if token.lower in _PLACES:
                yield from ("place", f"own={token.lower}")
        for token in self.tokens[name.last : name.last + _WINDOW]:
            if credential(token.text):
                letters = token.lower.replace(".", "")
                yield f"credential={letters if letters in _NO_CLINICIANS else 'clinical'}"
            elif token.text not in ",.(":
                return

    def _beside(self, name: Name) -> Iterator[str]:
        before = self._window(range(name.first - 1, max(name.first - 1 - _WINDOW, -1), -1))
        after = self._window(range(name.last, min(name.last + _WINDOW, len(self.tokens))))
        for side, found in (("p", before), ("n", after)):
            yield from (f"{side}{n}={word}" for n, word in enumerate(found[:2]))
            yield from (f"{side}w={word}" for word in found[:_KEPT])
            yield f"{side}2={'_'.join(found[:2])}"

    def _window(self, places: Iterable[int]) -> list[str]:
        found: list[str] = []
        for i in places:
            word = self.named.get(i, self.words[i])
            if not found or found[-1] != word:
                found.append(word)
        return found

    def _on_the_line(self, name: Name) -> Iterator[str]:
        """Words of the short line that it stands on, and of the one below: signatures, captions."""
        start, end = self.tokens[name.first].start, self.tokens[name.last - 1].end
        first = self.source.rfind("\n", 0, start) + 1
        last = _line_end(self.source, end)
        if last - first < _SHORT_LINE:
            yield "short line"
            around = self.source[first:start] + " " + self.source[end:last]
            yield from (f"line={word}" for word in _ALPHA.findall(around.lower()))
        below = self.source[last + 1 : _line_end(self.source, last + 1)]
        if len(below.strip()) < _SHORT_LINE:
            yield from (f"below={word}" for word in _ALPHA.findall(below.lower())[:5])

    def _sentence(self, name: Name) -> Iterator[str]:
        for i in range(name.first - 1, max(name.first - _SENTENCE, -1), -1):
            if self.tokens[i].text in ".;":
                break
            yield self.words[i]
        for i in range(name.last, min(name.last + _SENTENCE, len(self.tokens))):
            if self.tokens[i].text in ".;":
                break
            yield self.words[i]


def _line_end(source: str, at: int) -> int:
    end = source.find("\n", at)
    return end if end >= 0 else len(source)


def _many(count: int) -> str:
    return "many=" + (str(count) if count < 3 else "3-5" if count < 6 else "6+")


def _plain_words(tokens: Sequence[Token], hits: Iterable[Hit], vocabulary: Vocabulary) -> list[str]:
    """Every token in lower case, "@role" where a word for a role stands, "#main" for a topic."""
    found = ["0" if token.text[0].isdigit() else token.lower for token in tokens]
    for hit in sorted(hits, key=lambda hit: (hit.kind == "role", hit.last - hit.first)):
        if hit.kind == "topic":
            main = "main" if vocabulary.topics[hit.name].main else "other"
            word = f"#{main}{'~' if hit.detail == 'weak' else ''}"
        elif hit.kind == "role":
            word = f"@{hit.name}"
        else:
            continue
        found[hit.first : hit.last] = [word] * (hit.last - hit.first)
    return found
