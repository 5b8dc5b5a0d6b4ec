"""Labelled texts as samples: token ids, and a class for every rule.

Every text passes through the same passages that the reader is shown later. Classes come from
clause cases, from the passages of whole orders with what their gold evidence says of them, and
from both put together at random into longer paragraphs, as drafters do.
"""

import random
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from encoder import CLASSES
from mutants import changed
from tokenizers import Tokenizer

from rtlint import api
from rtlint.evaluation.corpus import ClauseCase, Corpus, OrderCase
from rtlint.language import analyse
from rtlint.model.assessment import Status
from rtlint.model.rule import Rulebook
from rtlint.readers.passages import LOOKS, Passage, at_one_look
from rtlint.structure import outline

UNTAUGHT = -1  # nothing is learned of this rule from this sample
_FITS = 135  # words of a composed paragraph
_ACROSS = 150  # words of passages that are read together because a status rests on them all


@dataclass(frozen=True)
class Sample:
    """Token ids, the class of every rule, and the rule the case was written about (-1 for none)."""

    ids: list[int]
    classes: list[int]
    about: int
    text: str


class Maker:
    """Turns the corpus into samples."""

    def __init__(self, rulebook: Rulebook, tokenizer: Tokenizer) -> None:
        self.rulebook = rulebook
        self.tokenizer = tokenizer
        self.rules = [rule.id for rule in rulebook.rules if rule.kind in KINDS]
        self.bans = {rule.id for rule in rulebook.rules if rule.kind == "prohibition"}

    def sample(self, text: str, classes: list[int], about: str = "") -> Sample:
        place = self.rules.index(about) if about else -1
        return Sample(self.tokenizer.encode(text or ".").ids, classes, place, text)

    def classes(self, labels: dict[str, Status]) -> list[int]:
        return [self._class(rule, labels.get(rule)) for rule in self.rules]

    def _class(self, rule: str, status: Status | None) -> int:
        if status is None or status.value not in CLASSES:
            return 0
        return 0 if rule in self.bans and status is Status.MET else CLASSES.index(status.value)

    def passages(self, text: str, look: int = 0) -> tuple[str, list[Passage]]:
        document = api.read_bytes(text.encode(), name="sample.txt")
        analysis = analyse(document, outline(document), self.rulebook.vocabulary)
        return document.text, at_one_look(analysis, look)

    # ---- clause cases --------------------------------------------------------------------

    def from_cases(self, corpus: Corpus) -> list[Sample]:
        return [sample for case in corpus.clauses for sample in self._from_case(case)]

    def _from_case(self, case: ClauseCase) -> Iterable[Sample]:
        shown = self._shown(case.text)
        yield self.sample(shown, self.classes(dict(case.labels)), case.about)
        for text, known in changed(case):
            classes = [
                self._class(rule, known.get(rule))
                if rule in known or rule not in case.labels
                else UNTAUGHT
                for rule in self.rules
            ]
            yield self.sample(self._shown(text), classes, next(iter(known)))

    def _shown(self, text: str) -> str:
        return " ".join(passage.text for passage in self.passages(text)[1])

    # ---- whole orders --------------------------------------------------------------------

    def from_orders(self, corpus: Corpus) -> list[Sample]:
        return [
            sample
            for order in corpus.orders
            if order.labels
            for look in range(len(LOOKS))
            for sample in self._from_order(order, look)
        ]

    def _from_order(self, order: OrderCase, look: int) -> Iterable[Sample]:
        """The passages of an order with what their gold evidence says of them.

        A status that rests on several passages (twin duties, a grant and its denial) is true
        of none of them alone: it is learned from all of them put together.
        """
        source, found = self.passages(order.text, look)
        texts = [
            " ".join(source[c.view.clause.start : c.view.clause.end] for c in passage.clauses)
            for passage in found
        ]
        places = {
            rule: [n for n, text in enumerate(texts) if any(_holds(text, q) for q in gold.evidence)]
            for rule, gold in order.labels.items()
        }
        alone = [[0] * len(self.rules) for _ in found]
        together: set[tuple[int, ...]] = set()
        for column, rule in enumerate(self.rules):
            where = places.get(rule, [])
            for n in where:
                single = len(where) == 1
                alone[n][column] = (
                    self._class(rule, order.labels[rule].status) if single else UNTAUGHT
                )
            if len(where) > 1:
                together.add(tuple(where[:4]))
        for passage, classes in zip(found, alone, strict=True):
            yield self.sample(passage.text, classes)
        for group in sorted(together):
            text = "\n".join(found[n].text for n in group)
            if len(text.split()) < _ACROSS:
                yield self.sample(text, self._together(order, places, group))

    def _together(
        self, order: OrderCase, places: dict[str, list[int]], group: Sequence[int]
    ) -> list[int]:
        classes = []
        for rule in self.rules:
            gold, where = order.labels.get(rule), places.get(rule, [])
            if gold is not None and where and set(where) <= set(group):
                classes.append(self._class(rule, gold.status))
            elif gold is not None and not where and self._class(rule, gold.status) == 0:
                classes.append(0)
            else:
                classes.append(UNTAUGHT)
        return classes

    # ---- sentences that decide nothing, and paragraphs put together ------------------------

    def from_others(self, folder: Path) -> list[Sample]:
        """Sentences of custody papers that decide nothing about the therapy."""
        return [
            self.sample(entry["text"], [0] * len(self.rules))
            for path in sorted(folder.glob("*.toml"))
            for entry in tomllib.loads(path.read_text("utf-8"))["sentence"]
        ]

    def composed(self, cases: list[Sample], orders: list[Sample], others: list[Sample]) -> Sample:
        """A paragraph made of two to four texts, with what they say together."""
        parts: list[Sample] = []
        words = 0
        for _ in range(random.choice((2, 2, 3, 3, 4))):  # noqa: S311
            pool = random.choices((cases, orders, others), (0.6, 0.2, 0.2))[0]  # noqa: S311
            part = random.choice(pool)  # noqa: S311
            length = len(part.text.split())
            if parts and words + length > _FITS:
                continue
            words += length
            parts.append(part)
        text = random.choice((" ", " ", "\n")).join(part.text for part in parts)  # noqa: S311
        classes = [_joined(column) for column in zip(*(p.classes for p in parts), strict=True)]
        return self.sample(text, classes)


KINDS = ("requirement", "prohibition", "shares")


def _joined(classes: Iterable[int]) -> int:
    """What several texts say of a rule together: a breach beats a grant, a grant a part of one."""
    spoken = {c for c in classes if c != 0}
    if not spoken:
        return 0
    if UNTAUGHT in spoken:
        return UNTAUGHT
    breach, grant, part = (CLASSES.index(n) for n in ("contradicted", "met", "partial"))
    if breach in spoken:
        return breach
    if grant in spoken:
        return grant
    return part if list(classes).count(part) == 1 else UNTAUGHT


def _holds(words: str, quote: str) -> bool:
    plain, wanted = " ".join(words.split()), " ".join(quote.split())
    return wanted[10:50] in plain or (len(plain) > 30 and plain[:60] in wanted)
