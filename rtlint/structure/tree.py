"""Gives every piece its place under headings, paragraphs and lead-ins.

Depth follows the order in which label styles appear, not a fixed ranking: in one order ``A.``
stands under ``1.``, in another ``1.`` under ``A.``.
"""

from dataclasses import dataclass, field

from rtlint.model.outline import BlockKind, Zone
from rtlint.structure.formulas import opens_decree
from rtlint.structure.fragments import (
    announced_by,
    closed_list,
    governs,
    item_parent,
    option_parent,
)
from rtlint.structure.labels import Label, Reading
from rtlint.structure.nodes import Node, set_depths
from rtlint.structure.sections import section

_HEADING_RANKS = {"exhibit": 0, "caps": 1, "bracket": 2, "title": 3, "plain": 3}
_PARAGRAPH_STYLES = ("1.", "1", "[1]", "I.", "A.")  # and all that names itself: "section 1", "¶ 1"
_DEEPEST = 16  # lists in lists; a text that nests deeper is no order
_TELLING = (Zone.FINDING, Zone.RECITAL, Zone.DEFINITION)


@dataclass(slots=True)
class _Open:
    """An open place in the tree that later pieces may stand under or beside."""

    node: int
    style: str
    ordinal: int
    heading: bool = False


@dataclass(slots=True)
class _Tree:
    text: str
    nodes: list[Node]
    stack: list[_Open] = field(default_factory=list)
    last: int | None = None  # the piece before

    def place(self, index: int) -> None:
        node = self.nodes[index]
        if node.inline:
            node.parent, self.last = node.owner, index
            return
        if node.note or node.zone is Zone.CAPTION:
            return
        if node.kind is BlockKind.HEADING and node.label is None:
            self._heading(index)
        elif node.label is not None:
            self._close_findings(node)
            self._labelled(index, node.label)
        elif node.row:
            node.parent = self._lead_parent()
        else:
            self._close_findings(node)
            self._unlabelled(index)
        self.last = index

    def _heading(self, index: int) -> None:
        node = self.nodes[index]
        rank = _HEADING_RANKS[node.heading_style]
        while self.stack:
            top = self.stack[-1]
            style = self.nodes[top.node].heading_style
            if top.heading and style != node.heading_style:
                labelled = self.nodes[top.node].label is not None
                if (labelled and rank > 1) or (not labelled and _HEADING_RANKS[style] < rank):
                    break
            self.stack.pop()
        self._push(index, _Open(index, node.heading_style, 0, heading=True))

    def _labelled(self, index: int, label: Label) -> None:
        node = self.nodes[index]
        reading = self._reading(node, label)
        node.label = label.taken_as(reading)
        heading = node.kind is BlockKind.HEADING
        for parent in label.parents:
            self._under_named(parent)
        self._push(index, _Open(index, reading.style, reading.ordinal, heading))
        if not heading and self._in_list(node):
            node.kind = BlockKind.ITEM

    def _in_list(self, node: Node) -> bool:
        return node.parent is not None and self.nodes[node.parent].kind is not BlockKind.HEADING

    def _reading(self, node: Node, label: Label) -> Reading:
        """Choose how to take a label, and close what it does not stand under."""
        first = next((r for r in label.readings if r.ordinal == 1), None)
        lead = self._lead_before(node)
        if lead is not None and (first or label.bullet) and len(self.stack) < _DEEPEST:
            self._close_to(lead)
            return first or label.readings[0]
        for place in range(len(self.stack) - 1, -1, -1):
            for reading in label.readings:
                same = self.stack[place].style == reading.style
                if same and (reading.ordinal == self.stack[place].ordinal + 1 or label.bullet):
                    del self.stack[place:]
                    return reading
        styles = {entry.style for entry in self.stack}
        if first and first.style not in styles:
            self._close_lower(first, node)
            return first
        for reading in label.readings:
            if reading.style in styles:
                while self.stack[-1].style != reading.style:
                    self.stack.pop()
                self.stack.pop()
                return reading
        self._close_lower(label.readings[0], node)
        return label.readings[0]

    def _lead_before(self, node: Node) -> int | None:
        """The piece before, where it ends in a colon and governs what follows."""
        if self.last is None or not announced_by(self.text, self.nodes[self.last]):
            return None
        return self.last if governs(self.text, self.nodes[self.last], node) else None

    def _close_findings(self, node: Node) -> None:
        """Enacting words end the sections of findings and recitals before them."""
        if not opens_decree(self.text[node.body : node.end]):
            return
        for place, entry in enumerate(self.stack):
            above = self.nodes[entry.node]
            if entry.heading and section(self.text[above.body : above.end]) in _TELLING:
                del self.stack[place:]
                return

    def _close_to(self, index: int) -> None:
        while self.stack and self.stack[-1].node != index:
            self.stack.pop()
        if not self.stack:
            self.stack.append(_Open(index, "", 0))

    def _close_lower(self, reading: Reading, node: Node) -> None:
        """Close what cannot stand above the first label of a style not open yet."""
        opens = opens_decree(self.text[node.body : node.end])
        while self.stack and not self.stack[-1].heading:
            top = self.stack[-1]
            if top.style and (_of_paragraphs(top.style) or not _of_paragraphs(reading.style)):
                return
            lead = self.nodes[top.node]
            just_before = not top.style and lead.opens_list and top.node == self.last
            if just_before and not opens and governs(self.text, lead, node):
                return
            self.stack.pop()

    def _under_named(self, parent: str) -> None:
        """For the label "4(b)": keep the open paragraph 4, if there is one."""
        for place in range(len(self.stack) - 1, -1, -1):
            label = self.nodes[self.stack[place].node].label
            if label is not None and label.text == parent:
                del self.stack[place + 1 :]
                return

    def _push(self, index: int, entry: _Open) -> None:
        self.nodes[index].parent = self.stack[-1].node if self.stack else None
        self.stack.append(entry)

    def _lead_parent(self) -> int | None:
        """The lead-in just before, or else the innermost heading; rows stand side by side."""
        if self.last is not None and self.nodes[self.last].row:
            return self.nodes[self.last].parent
        if self.last is not None and announced_by(self.text, self.nodes[self.last]):
            return self.last
        return self._heading_above()

    def _unlabelled(self, index: int) -> None:
        node = self.nodes[index]
        if self.last is not None and self._belongs_to_list(node, self.last):
            return
        if opens_decree(self.text[node.body : node.end]):
            while self.stack and not self.stack[-1].heading:
                self.stack.pop()
        self._close_unlabelled()
        outer = self._continued(node)
        node.parent = outer if outer is not None else self._heading_above()
        if node.opens_list:
            if outer is not None:
                self._close_to(outer)
            self._push(index, _Open(index, "", 0))

    def _belongs_to_list(self, node: Node, last: int) -> bool:
        """Place options, unlabelled items and the words that close a list; others are left."""
        closed = None if node.boxed else closed_list(self.text, self.nodes, last, node)
        if closed is not None:
            node.parent, node.closes_list = closed, True
            self.nodes[closed].tail = (node.body, node.end)
            return True
        parent = option_parent(self.text, self.nodes, last, node) if node.boxed else None
        if parent is None:
            parent = item_parent(self.text, self.nodes, last, node)
        if parent is None:
            return False
        node.parent = parent
        if self.nodes[parent].kind is not BlockKind.HEADING:
            node.kind = BlockKind.ITEM
        return True

    def _close_unlabelled(self) -> None:
        """An unlabelled paragraph ends the list that an unlabelled lead-in before it began.

        Not so where whole paragraphs stand under it, "The parties agree as follows: 1. …":
        there the paragraph goes on with one of them.
        """
        for place, entry in enumerate(self.stack):
            if not entry.style and not entry.heading:
                if not self._of_paragraphs_below(place):
                    del self.stack[place:]
                return

    def _of_paragraphs_below(self, place: int) -> bool:
        if len(self.stack) <= place + 1 or not _of_paragraphs(self.stack[place + 1].style):
            return False
        first = self.nodes[self.stack[place + 1].node]
        return self.text[first.body : first.body + 1].isupper() and (
            self.text[first.end - 1] in ".:" or first.run_in is not None
        )

    def _heading_above(self) -> int | None:
        headings = [entry.node for entry in self.stack if entry.heading]
        return headings[-1] if headings else None

    def _continued(self, node: Node) -> int | None:
        """The labelled paragraph that an unlabelled one goes on with."""
        labelled = [
            entry
            for entry in self.stack
            if entry.style and not entry.heading and not entry.style.startswith("•")
        ]
        if not labelled:
            return None
        if node.indent > 0:
            inside = [entry for entry in labelled if self.nodes[entry.node].indent < node.indent]
            if inside:
                return inside[-1].node
        return labelled[0].node


def _of_paragraphs(style: str) -> bool:
    """The style numbers paragraphs, so it never starts under an item or a bullet."""
    return style in _PARAGRAPH_STYLES or (style[0].isalpha() and len(style) > 2) or style[0] in "§¶"


def grow(text: str, nodes: list[Node]) -> None:
    """Set parent, kind and depth of every node."""
    tree = _Tree(text, nodes)
    for index in range(len(nodes)):
        tree.place(index)
    set_depths(nodes)
