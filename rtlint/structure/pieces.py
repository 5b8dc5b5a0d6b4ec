"""Cuts paragraphs into pieces: labels, boxes, headings, items of lists inside a paragraph.

Pieces come out flat and in text order; only the pieces of one paragraph know each other
(``owner``), the rest of the tree is ``tree``'s work.
"""

from dataclasses import dataclass, field, replace

from rtlint.model.document import Paragraph, ParagraphKind
from rtlint.model.outline import BlockKind, Zone
from rtlint.structure.boxes import Box, blank_at, box_at, opening_box
from rtlint.structure.headings import exhibit_title, heading_style, run_in
from rtlint.structure.inline import InlineList, inline_list
from rtlint.structure.labels import Label, Reading, label_at, plausible, trusted
from rtlint.structure.leadins import announces, lead_in
from rtlint.structure.nodes import Node
from rtlint.structure.sentences import trimmed

_NESTED_LISTS = 4  # inner lists of inner lists are read down to this depth
_LISTS = 16  # lists one after the other in one paragraph; no one writes more


@dataclass(frozen=True, slots=True)
class _Opening:
    """What stands before the words of a paragraph."""

    start: int
    end: int
    body: int
    labels: tuple[Label, ...]
    starts: tuple[int, ...]  # where each label begins
    box: Box | None


@dataclass(slots=True)
class _Cutter:
    text: str
    paragraphs: list[Paragraph]
    caption: int
    nodes: list[Node] = field(default_factory=list)
    had_heading: dict[str, bool] = field(default_factory=dict)  # by label style

    def paragraph(self, index: int, openings: list[_Opening]) -> None:
        opening = openings[index]
        paragraph = self.paragraphs[index]
        if index < self.caption or paragraph.kind is not ParagraphKind.BODY:
            self._whole(index, opening)
            return
        text = self.text
        outer = zip(opening.labels[:-1], opening.starts, opening.starts[1:], strict=False)
        for above, start, following in outer:  # the "1." of "1. (a)" has no words of its own
            node = Node(start, following, following, label=above, indent=paragraph.indent)
            node.opens_list = True
            self.nodes.append(node)
        start = opening.starts[-1] if opening.labels else opening.start
        label = opening.labels[-1] if opening.labels else None
        node = Node(start, opening.end, opening.body, label=label, indent=paragraph.indent)
        if len(opening.labels) < 2:
            node.start = opening.start
        node.ticked = opening.box.ticked if opening.box else None
        node.boxed = opening.box is not None or box_at(text, node.body, node.end) is not None
        self.nodes.append(node)
        style = self._heading(index, openings, text)
        if style == "exhibit" and label is not None and not _named(text[node.body : node.end]):
            style = "caps"  # "PART TWO - SCHEDULE" is a section of the order
        if style:
            node.kind, node.heading_style = BlockKind.HEADING, style
        else:
            node.run_in = run_in(text, node.body, node.end, labelled=label is not None)
            if node.run_in:
                node.body = trimmed(text, node.run_in[1], node.end)[0]
            self._lists(len(self.nodes) - 1, _NESTED_LISTS)
        if label is not None and not label.bullet:
            self.had_heading[label.style] = bool(style or node.run_in)

    def _whole(self, index: int, opening: _Opening) -> None:
        paragraph = self.paragraphs[index]
        box = opening.box if paragraph.kind is ParagraphKind.ROW else None
        self.nodes.append(
            Node(
                opening.start,
                opening.end,
                box.end if box else opening.start,
                indent=paragraph.indent,
                ticked=box.ticked if box else None,
                row=paragraph.kind is ParagraphKind.ROW,
                note=paragraph.kind is ParagraphKind.NOTE,
                zone=Zone.CAPTION if index < self.caption else Zone.DECRETAL,
            )
        )

    def _heading(self, index: int, openings: list[_Opening], text: str) -> str:
        opening = openings[index]
        style = heading_style(text, opening.body, opening.end)
        if not style or style in ("exhibit", "bracket") or opening.box:
            return style if not opening.box else ""
        following = openings[index + 1] if index + 1 < len(openings) else None
        if following is None:
            return ""
        if not opening.labels:
            return style if self._may_stand_alone(index, openings, style) else ""
        label = opening.labels[-1]
        if label.bullet or (following.labels and following.labels[0].style == label.style):
            return ""
        if style == "caps":
            return style
        previous = openings[index - 1] if index else None
        if previous and announces(text, previous.start, previous.end):
            return ""
        first = any(reading.ordinal == 1 for reading in label.readings)
        holds_text = not following.labels and style == "title"
        return style if first or holds_text or self.had_heading.get(label.style, True) else ""

    def _may_stand_alone(self, index: int, openings: list[_Opening], style: str) -> bool:
        """A line set like a heading is one only if no list is open and text comes after it."""
        text, following = self.text, openings[index + 1]
        if style == "caps":
            return True
        if index > self.caption:
            before = openings[index - 1]
            if announces(text, before.start, before.end) or text[before.end - 1] in ",;":
                return False
        if style == "title":
            return True
        words_follow = following.end - following.body > 40 or bool(following.labels)
        return words_follow and not text[following.body].islower()

    def _lists(self, index: int, depth: int) -> None:
        """Cut the inline lists out of a node, and the words after them into nodes beside it."""
        text, owner = self.text, index
        for _ in range(_LISTS if depth else 0):
            node = self.nodes[index]
            found = inline_list(text, node.body, node.end)
            if found is None:
                break
            end, node.end = node.end, trimmed(text, node.start, found.items[0].start)[1]
            node.opens_list, node.tail = True, found.tail
            self._items(index, found, depth)
            rest = trimmed(text, found.end, end)
            if rest[0] == rest[1]:
                return
            index = len(self.nodes)
            self.nodes.append(Node(*rest, rest[0], indent=node.indent, inline=True, owner=owner))
        node = self.nodes[index]
        node.opens_list = lead_in(text, node.body, node.end) is not None

    def _items(self, index: int, found: InlineList, depth: int) -> None:
        text, indent = self.text, self.nodes[index].indent
        for item in found.items:
            start, end = trimmed(text, item.start, item.end)
            box = opening_box(text, item.label.end, end)
            self.nodes.append(
                Node(
                    start,
                    end,
                    box.end if box else min(item.label.end, end),
                    kind=BlockKind.ITEM,
                    label=item.label,
                    indent=indent,
                    ticked=box.ticked if box else None,
                    inline=True,
                    owner=index,
                )
            )
            self._lists(len(self.nodes) - 1, depth - 1)


def pieces(text: str, paragraphs: list[Paragraph], caption: int) -> list[Node]:
    """The nodes of paragraphs that hold words, without their places in the tree.

    The first ``caption`` paragraphs are taken as they stand.
    """
    cutter = _Cutter(text, paragraphs, caption)
    openings = _openings(text, paragraphs, caption)
    for index in range(len(openings)):
        cutter.paragraph(index, openings)
    return cutter.nodes


def _openings(text: str, paragraphs: list[Paragraph], caption: int) -> list[_Opening]:
    spans = [trimmed(text, paragraph.start, paragraph.end) for paragraph in paragraphs]
    plain = [
        index < caption or paragraph.kind is not ParagraphKind.BODY
        for index, paragraph in enumerate(paragraphs)
    ]
    believed = [
        label
        for span, as_it_stands in zip(spans, plain, strict=True)
        if not as_it_stands
        for label in _labels(text, *span, None)[0]
    ]
    sequence = plausible(believed)
    openings = [
        _opening(text, *span, sequence, plain=as_it_stands)
        for span, as_it_stands in zip(spans, plain, strict=True)
    ]
    return _with_blanks(text, openings)


def _opening(
    text: str, start: int, end: int, sequence: frozenset[Reading], *, plain: bool
) -> _Opening:
    labels, starts = ((), ()) if plain else _labels(text, start, end, sequence)
    body = labels[-1].end if labels else start
    box = opening_box(text, body, end)
    if box and not plain and not labels:
        after, after_starts = _labels(text, box.end, end, sequence)
        if after:
            return _Opening(start, end, after[-1].end, after, after_starts, box)
    return _Opening(start, end, box.end if box else body, labels, starts, box)


def _labels(
    text: str, start: int, end: int, sequence: frozenset[Reading] | None
) -> tuple[tuple[Label, ...], tuple[int, ...]]:
    """The labels at a place, "1. (a)" has two; with no sequence known, all that could be labels."""
    labels: list[Label] = []
    starts: list[int] = []
    position = start
    while len(labels) < 3:
        label = label_at(text, position, end)
        if label and sequence is not None:
            label = trusted(label, sequence)
        if label is None or (labels and not label.style.startswith("(")):
            break
        labels.append(label)
        starts.append(position)
        position = label.end
    return tuple(labels), tuple(starts)


def _with_blanks(text: str, openings: list[_Opening]) -> list[_Opening]:
    """Take blanks before options for boxes where two options in a row have a box or a blank."""
    blanks = [
        blank_at(text, opening.body, opening.end) if opening.box is None else None
        for opening in openings
    ]
    marked = [bool(opening.box or blank) for opening, blank in zip(openings, blanks, strict=True)]
    return [
        replace(opening, body=blank.end, box=blank)
        if blank and any(marked[max(0, index - 1) : index] + marked[index + 1 : index + 2])
        else opening
        for index, (opening, blank) in enumerate(zip(openings, blanks, strict=True))
    ]


def _named(line: str) -> bool:
    title = exhibit_title(line)
    return title is not None and title["name"] is not None
