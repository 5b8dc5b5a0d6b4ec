"""Which words are not live: empty boxes, struck text, provisions that another clause vacates.

Dead stretches are spans of text. A block wholly dead passes its force on to the blocks under
it; inside a sentence, ``cut`` separates dead words from live ones.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from rtlint.model.document import Mark
from rtlint.model.outline import BlockKind, Force, Span
from rtlint.structure.boxes import Box, boxes_in
from rtlint.structure.nodes import Node
from rtlint.structure.sentences import sentences, trimmed

_ENDS_OPTION = re.compile(
    r"\s(?=(?:shall|must|will|may|is|are|agrees?\s+to|has|have)\b)|(?=[;|])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dead:
    """A stretch whose words are not live."""

    start: int
    end: int
    force: Force


@dataclass(frozen=True, slots=True)
class _Option:
    box: Box
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: its span, its force, and the live words of the sentence before it."""

    span: Span
    force: Force
    before: tuple[Span, ...] = ()


def weigh(text: str, nodes: list[Node], marks: Iterable[Mark]) -> list[Dead]:
    """Set the force of every node, and return the dead stretches inside nodes, in text order."""
    options = [
        option
        for node in nodes
        if node.kind is not BlockKind.HEADING
        for option in _options(text, node)
    ]
    filled = any(node.ticked for node in nodes) or any(option.box.ticked for option in options)
    _weigh_blocks(nodes, filled=filled)
    dead = [
        Dead(option.box.start, option.end, force)
        for group in _inline_sets(text, options)
        for option, force in zip(
            group, _judge([o.box.ticked for o in group], filled=filled), strict=True
        )
        if force is not Force.LIVE
    ]
    # What a reader of the page cannot see, or sees struck out, is dead whatever its box says.
    dead += [Dead(mark.start, mark.end, Force.STRUCK) for mark in marks]
    return dead


def inherit(nodes: list[Node]) -> None:
    """What stands under a dead block is dead with it."""
    for node in nodes:
        if node.parent is not None and node.force is Force.LIVE:
            above = nodes[node.parent]
            if above.kind is not BlockKind.HEADING or above.ticked is not None:
                node.force = above.force


class Ground:
    """The dead stretches of a document, for cutting sentences."""

    def __init__(self, text: str, dead: list[Dead]) -> None:
        self._text = text
        self._dead = _merged(text, dead)
        self._ends = [stretch.end for stretch in self._dead]

    def within(self, start: int, end: int) -> list[Dead]:
        """The dead words of a span."""
        found = []
        for stretch in islice(self._dead, bisect_right(self._ends, start), None):
            if stretch.start >= end:
                break
            if _has_words(self._text, max(stretch.start, start), min(stretch.end, end)):
                found.append(stretch)
        return found


def cut(text: str, span: Span, ground: Ground) -> list[Part]:
    """Separate the dead words of a sentence from the live ones.

    Dead stretches become parts of their own. Of the live pieces the last is the clause and
    the ones before it are its lead-in, so that lead-in and clause together read as the
    sentence does without the dead words.
    """
    begin, end = span
    inside = ground.within(begin, end)
    if not inside:
        return [Part(span, Force.LIVE)]
    parts: list[Part] = []
    live: list[Span] = []
    position = begin
    for stretch in inside:
        if stretch.end <= position:
            continue
        _keep(text, live, position, stretch.start)
        piece = trimmed(text, max(stretch.start, position), min(stretch.end, end))
        parts.append(Part(piece, stretch.force, tuple(live)))
        position = stretch.end
    _keep(text, live, position, end)
    if live:
        parts.append(Part(live[-1], Force.LIVE, tuple(live[:-1])))
    return sorted(parts, key=lambda part: part.span)


def _keep(text: str, live: list[Span], start: int, end: int) -> None:
    """Add a live piece, without the ticked box it may begin with."""
    if start >= end or not _has_words(text, start, end):
        return
    start, end = trimmed(text, start, end)
    first = boxes_in(text, start, end)[:1]
    if first and first[0].start == start:
        start = first[0].end
    if _has_words(text, start, end):  # the X of a box is no word
        live.append((start, end))


def _has_words(text: str, start: int, end: int) -> bool:
    return any(char.isalnum() for char in text[start:end])


def _weigh_blocks(nodes: list[Node], *, filled: bool) -> None:
    """Judge the sets that boxes before sibling blocks make; a sibling without a box ends a set."""
    sets: dict[int | None, list[Node]] = {}
    for node in nodes:
        if node.ticked is not None:
            sets.setdefault(node.parent, []).append(node)
        elif node.parent in sets:
            _settle(sets.pop(node.parent), filled=filled)
    for group in sets.values():
        _settle(group, filled=filled)


def _settle(group: list[Node], *, filled: bool) -> None:
    forces = _judge([bool(node.ticked) for node in group], filled=filled)
    for node, force in zip(group, forces, strict=True):
        node.force = force


def _judge(ticked: list[bool], *, filled: bool) -> list[Force]:
    """The force of each option of a set."""
    if any(ticked) or (len(ticked) == 1 and filled):
        return [Force.LIVE if tick else Force.UNCHECKED for tick in ticked]
    return [Force.UNDECIDED] * len(ticked)


def _options(text: str, node: Node) -> list[_Option]:
    """The boxes inside a block, each with the end of the words it offers."""
    boxes = boxes_in(text, node.body, node.end)
    if not boxes:
        return []
    ends = [span[1] for span in sentences(text, node.body, node.end)]
    options: list[_Option] = []
    for index, box in enumerate(boxes):
        sentence_end = ends[min(bisect_left(ends, box.start + 1), len(ends) - 1)]
        following = boxes[index + 1].start if index + 1 < len(boxes) else node.end
        limit = min(sentence_end, following)
        offered_before = index > 0 and options[-1].end == box.start
        options.append(_Option(box, _option_end(text, box, limit, together=offered_before)))
    return options


def _option_end(text: str, box: Box, limit: int, *, together: bool) -> int:
    """The option of "☐ Father shall pay": "Father" after "☒ Mother", else the whole."""
    verb = _ENDS_OPTION.search(text, box.end, limit)
    if together and verb:
        return verb.start()
    return limit


def _inline_sets(text: str, options: list[_Option]) -> list[list[_Option]]:
    """Options with nothing between them belong together, and so do lines of such options."""
    sets: list[list[_Option]] = []
    for option in options:
        if sets and _go_together(text, sets[-1], option):
            sets[-1].append(option)
        else:
            sets.append([option])
    return sets


def _go_together(text: str, row: list[_Option], option: _Option) -> bool:
    """Whether nothing stands between: at most the end of a row of options that began its line."""
    if _has_words(text, row[-1].end, option.box.start):
        return False
    ends = text.count("\n", row[-1].end, option.box.start)
    return ends == 0 or (ends == 1 and len(row) > 1 and _begins_line(text, row[0]))


def _begins_line(text: str, option: _Option) -> bool:
    start = option.box.start
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _merged(text: str, dead: list[Dead]) -> list[Dead]:
    """Disjoint stretches in text order; neighbours of one force with only space between are one."""
    found: list[Dead] = []
    for stretch in sorted(dead, key=lambda stretch: (stretch.start, -stretch.end)):
        start = max(stretch.start, found[-1].end) if found else stretch.start
        if start >= stretch.end:
            continue
        if found and found[-1].force is stretch.force and not text[found[-1].end : start].strip():
            found[-1] = Dead(found[-1].start, stretch.end, stretch.force)
        else:
            found.append(Dead(start, stretch.end, stretch.force))
    return found
