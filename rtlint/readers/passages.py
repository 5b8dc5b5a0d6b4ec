"""Passages: the stretches of an order that the learned reader takes in at one look.

The order is looked at twice: paragraph by paragraph, with all their items or as much as fits,
which shows an exception in the next sentence; and sentence by sentence, which shows one duty
among many. Names are replaced by roles, so that the reader learns what is said and not of whom.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rtlint.language.analysis import Analysis, ClauseReading
from rtlint.language.mentions import EVERYONE, Mention
from rtlint.model.outline import Block, BlockKind, Span

# How many words a passage may have, at each look; the first is what the reader's window of
# tokens is sure to hold.
LOOKS = (140, 30)


@dataclass(frozen=True, slots=True)
class Passage:
    """Operative clauses that are read together, and their words with roles for names."""

    clauses: tuple[ClauseReading, ...]
    text: str
    starts: tuple[int, ...]  # where in ``text`` each clause begins
    look: int = 0  # index into ``LOOKS``


def passages(analysis: Analysis) -> list[Passage]:
    """The passages of a document's operative text that may speak of a main topic, look by look."""
    return [passage for look in range(len(LOOKS)) for passage in at_one_look(analysis, look)]


def at_one_look(analysis: Analysis, look: int = 0) -> list[Passage]:
    """The passages of one look, in the order of the document."""
    groups: list[list[ClauseReading]] = []
    roots: list[int] = []
    sizes: list[int] = []
    for clause in analysis.clauses:
        if not clause.view.clause.operative:
            continue
        root = _root(analysis.outline.blocks, clause.view.clause.block)
        size = len(clause.view.tokens) - clause.view.own
        same = bool(roots) and roots[-1] == root
        if same and sizes[-1] + size <= LOOKS[look]:
            groups[-1].append(clause)
            sizes[-1] += size
        else:
            groups.append([clause])
            roots.append(root)
            sizes.append(size)
    on_topic = _Gate(analysis)
    return [_passage(analysis, group, look) for group in groups if on_topic(group)]


class _Gate:
    """Which clauses may speak of a main topic, by more than their own words.

    A topic is told by its words and its people. Where nobody is known by name for one of those
    people, a stranger's name in a clause may be the one that was missed; and under a heading where
    some clauses speak of a main topic, the others may too.
    """

    def __init__(self, analysis: Analysis) -> None:
        topics = analysis.vocabulary.topics
        self._main = {"", *(name for name, topic in topics.items() if topic.main)}
        people = {role for topic in topics.values() if topic.main for role in topic.roles}
        self._open = not any(
            mention.named and mention.role in people
            for clause in analysis.clauses
            for mention in clause.view.mentions
        )
        self._sections = {
            clause.view.clause.headings[-1]
            for clause in analysis.clauses
            if clause.view.clause.headings and clause.topic and clause.topic in self._main
        }

    def __call__(self, clauses: Sequence[ClauseReading]) -> bool:
        return self._open or any(
            clause.topic in self._main or bool(self._sections & {*clause.view.clause.headings[-1:]})
            for clause in clauses
        )


def _root(blocks: Sequence[Block], index: int) -> int:
    """The outermost paragraph that a block belongs to; headings are no paragraphs."""
    parent = blocks[index].parent
    while parent is not None and blocks[parent].kind is not BlockKind.HEADING:
        index, parent = parent, blocks[parent].parent
    return index


def _passage(analysis: Analysis, clauses: list[ClauseReading], look: int) -> Passage:
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    shown: set[Span] = set()
    for n, clause in enumerate(clauses):
        outline = clause.view.clause
        spans = [*(outline.headings[-1:] if n == 0 else ()), *outline.lead_in]
        spans += [(outline.start, outline.end), *([outline.tail] if outline.tail else ())]
        words = [_with_roles(analysis, clause, span) for span in spans if span not in shown]
        shown.update(spans)
        starts.append(length)
        parts.append(" ".join(words))
        length += len(parts[-1]) + 1
    return Passage(tuple(clauses), " ".join(parts), tuple(starts), look)


def _with_roles(analysis: Analysis, clause: ClauseReading, span: Span) -> str:
    """Words of the document with learned names replaced by what they stand for."""
    start, end = span
    tokens = clause.view.tokens
    source = analysis.document.text
    pieces: list[str] = []
    at = start
    for mention in clause.view.mentions:
        first, last = tokens[mention.first].start, tokens[mention.last - 1].end
        if mention.named and at <= first and last <= end:
            before, words = source[at:first], _role_words(mention)
            if words.startswith("the ") and before.lower().endswith("the "):
                words = words.removeprefix("the ")
            pieces += [before, words]
            at = last
    return "".join([*pieces, source[at:end]])


def _role_words(mention: Mention) -> str:
    members = sorted(mention.members - {EVERYONE})
    words = members[0] if members else f"the {mention.role}"
    return _PLAIN.get(words, words.capitalize() if members else words)


_PLAIN = {"first": "Petitioner", "second": "Respondent"}
