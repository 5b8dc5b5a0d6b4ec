"""What the two readers say of one rule, as numbers with names: the signs its status is told by.

Of the learned reader: how much it believes in each status where it is surest, at each look and
over both. Of the frames: their status and how many clauses speak for it. Of the whole paper: how
often the readers agree in it and how much of it either finds, for both are surer in some papers
than in others.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rtlint.model.assessment import Assessment, EvidenceRole, Status
from rtlint.model.rule import Rule
from rtlint.readers.learned import Belief
from rtlint.readers.passages import LOOKS
from rtlint.readers.reading import Take

# The statuses that a passage may give a rule, the gravest first, and the belief from which the
# learned reader counts as saying so.
SPOKEN = {Status.CONTRADICTED: 0.6, Status.MET: 0.5, Status.PARTIAL: 0.5}
_SILENT = "silent"  # no words of the paper decide
BRIEF = "paper: a clause or two"
_LOOK = ("paragraphs", "sentences")
_HEARD = 0.5  # a passage of which less is believed says nothing of the rule
_MANY = 3  # more passages, or clauses, than this count as this many
_BRIEF = 2  # a text of so few paragraphs is a clause or two, of which a reader is told little
_FAINT = 0.004  # a belief is held to be no weaker, and no stronger than 1 less this


@dataclass(frozen=True, slots=True)
class Words:
    """Both readers' words on one rule in one document."""

    rule: Rule
    framed: Assessment
    takes: Sequence[Take]
    beliefs: Sequence[Belief]

    def surest(self, status: Status, look: int) -> list[float]:
        """The beliefs in a status at one look, the strongest first."""
        found = [b.chances[status] for b in self.beliefs if b.passage.look == look]
        return sorted(found, reverse=True)

    def mean(self, status: Status) -> float:
        """The belief in a status where it is strongest, averaged over the looks."""
        strongest = [(self.surest(status, look) or [0.0])[0] for look in range(len(LOOKS))]
        return sum(strongest) / len(strongest)

    @property
    def heard(self) -> Status | None:
        """What the learned reader alone would say; None where it hears nothing."""
        return next((s for s, needed in SPOKEN.items() if self.mean(s) >= needed), None)

    @property
    def framed_word(self) -> str:
        """What the frames say, or that they are silent."""
        quoted = any(e.role is not EvidenceRole.NEAREST for e in self.framed.evidence)
        if self.framed.status is Status.MISSING:
            return Status.MISSING.value if self.takes else _SILENT
        banned = self.rule.kind == "prohibition" and self.framed.status is Status.MET
        return _SILENT if banned and not quoted else self.framed.status.value


def signs_of_paper(words: Sequence[Words]) -> dict[str, float]:
    """Signs that are the same for every rule: how the readers get on with this document."""
    heard = [(w.framed.status, w.heard or Status.MISSING) for w in words]

    def share(count: int) -> float:
        return count / len(heard)

    paragraphs = sum(belief.passage.look == 0 for belief in words[0].beliefs)
    return {
        BRIEF: float(paragraphs <= _BRIEF),
        "paper: readers agree": share(sum(framed is said for framed, said in heard)),
        "paper: learned hears nothing": share(sum(said is Status.MISSING for _, said in heard)),
        "paper: frames find nothing": share(sum(f is Status.MISSING for f, _ in heard)),
        "paper: learned hears against": share(sum(s is Status.CONTRADICTED for _, s in heard)),
        "paper: frames find against": share(sum(f is Status.CONTRADICTED for f, _ in heard)),
    }


def signs(words: Words, paper: Mapping[str, float]) -> dict[str, float]:
    """Every sign of one rule, to be weighed by the model of ``weigh.py``."""
    found = dict(paper)
    said, rule = words.framed_word, words.rule.id
    for look, name in enumerate(_LOOK):
        found |= _at_look(words, look, name)
    for status in SPOKEN:
        odds = _odds(words.mean(status))
        found[f"both looks: {status}"] = odds
        found[f"{rule}, both looks: {status}"] = odds
        found[f"frames {said}, both looks: {status}"] = odds
        found[f"{BRIEF}, both looks: {status}"] = odds * paper[BRIEF]
    found[rule] = 1.0
    found[f"frames {said}"] = 1.0
    found[f"{BRIEF}, frames {said}"] = paper[BRIEF]
    found[f"frames {said}, learned {words.heard or _SILENT}"] = 1.0
    found[f"{BRIEF}, frames {said}, learned {words.heard or _SILENT}"] = paper[BRIEF]
    for take in words.takes:
        name = f"clauses: {take.stance}"
        found[name] = min(found.get(name, 0.0) + 1.0, _MANY)
    return found


def _at_look(words: Words, look: int, name: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for status in SPOKEN:
        first, second, *_ = [*words.surest(status, look), 0.0, 0.0]
        found[f"{name}: {status}"] = _odds(first)
        found[f"{name}: {status} again"] = _odds(second)
    speaking = [
        b.best for b in words.beliefs if b.passage.look == look and sum(b.chances.values()) > _HEARD
    ]
    for status in set(speaking):
        found[f"{name}: number {status}"] = min(speaking.count(status), _MANY)
    return found


def _odds(chance: float) -> float:
    """Log odds, halved: differences near certainty count for more than in the middle."""
    held = min(max(chance, _FAINT), 1.0 - _FAINT)
    return math.log(held / (1.0 - held)) / 2.0
