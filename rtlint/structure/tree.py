"""Gives every piece its place under headings, paragraphs and lead-ins.

Depth follows the order in which label styles appear, never a fixed ranking alone: in one
order ``(a)`` stands under ``1.``, in another ``1.`` under ``A.``.
"""

from dataclasses import dataclass, field

from rtlint.model.outline import BlockKind, Zone
from rtlint.structure.formulas import opens_decree
from rtlint.structure.labels import Label, Reading
from rtlint.structure.leadins import announces, only_enacts
from rtlint.structure.nodes import Node
from rtlint.structure.sections import section

_HEADING_RANKS = {"exhibit": 0, "caps": 1, "bracket": 2, "title": 3, "plain": 3}
_PARAGRAPH_STYLES = ("1.", "1", "I.", "A.")  # and all that names itself: "section 1", "¶ 1"
_TELLING = (Zone.FINDING, Zone.RECITAL, Zone.DEFINITION)
_ITEM_ENDS = (";", "; and", "; or", ", and", ", or", ",")


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
    last: int | None = None  # the piece before, leaving out what stands inside a paragraph

    def place(self, index: int) -> None:
        node = self.nodes[index]
        if node.inline:
            node.parent = node.owner
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
        announced = self.last is not None and self._announces(self.last)
        first = next((r for r in label.readings if r.ordinal == 1), None)
        if announced and self.last is not None and (first or label.bullet):
            if self._governs(self.last, node):
                self._close_to(self.last)
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

    def _close_findings(self, node: Node) -> None:
        """Enacting words end the sections of findings and recitals before them."""
        if not opens_decree(self.text[node.body : node.end]):
            return
        for place, entry in enumerate(self.stack):
            above = self.nodes[entry.node]
            if entry.heading and section(self.text[above.body : above.end]) in _TELLING:
                del self.stack[place:]
                return

    def _announces(self, index: int) -> bool:
        return announces(self.text, self.nodes[index].start, self.nodes[index].end)

    def _governs(self, index: int, item: Node) -> bool:
        """A formula alone, "IT IS ORDERED:", governs no whole sentences: they stand by themselves."""
        node = self.nodes[index]
        if node.kind is BlockKind.HEADING:
            return False
        begins_lower = self.text[item.body : item.body + 1].islower()
        return begins_lower or not only_enacts(self.text[node.body : node.end])

    def _close_to(self, index: int) -> None:
        while self.stack and self.stack[-1].node != index:
            self.stack.pop()
        if not self.stack:
            self.stack.append(_Open(index, "", 0))

    def _close_lower(self, reading: Reading, node: Node) -> None:
        """Close what cannot stand above the first label of a style not open yet."""
        while self.stack and not self.stack[-1].heading:
            top = self.stack[-1]
            if top.style and (_of_paragraphs(top.style) or not _of_paragraphs(reading.style)):
                return
            if not top.style and self.nodes[top.node].opens_list and top.node == self.last:
                if self._governs(top.node, node):
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
        if self.last is not None and self.nodes[self.last].opens_list and self._announces(self.last):
            return self.last
        headings = [entry.node for entry in self.stack if entry.heading]
        return headings[-1] if headings else None

    def _unlabelled(self, index: int) -> None:
        node = self.nodes[index]
        if node.boxed and self._offer(node):
            return
        if self._is_tail(node):
            node.closes_list = True
            return
        if self._is_item(node):
            node.kind = BlockKind.ITEM
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

    def _offer(self, node: Node) -> bool:
        """Place an option of a form: beside the option before it, or under what offers it."""
        if self.last is None:
            return False
        above: int | None = self.last
        while above is not None and self.nodes[above].boxed and self.nodes[above].label is None:
            if self.nodes[above].indent < node.indent:
                break
            if self.nodes[above].indent == node.indent:
                node.parent = self.nodes[above].parent
                node.kind = self.nodes[above].kind
                return True
            above = self.nodes[above].parent
        if above is None:
            return False
        offering = self.nodes[above]
        if not (offering.opens_list or offering.kind is BlockKind.HEADING or offering.label):
            return False
        node.parent = above
        if offering.kind is not BlockKind.HEADING:
            node.kind = BlockKind.ITEM
        return True

    def _is_tail(self, node: Node) -> bool:
        """Words in lower case after the last item close the sentence of the whole list."""
        if self.last is None or not self.text[node.body].islower():
            return False
        last = self.nodes[self.last]
        if last.kind is not BlockKind.ITEM or last.parent is None:
            return False
        if not last.label or self.text[last.end - 1] == ".":
            return False
        parent = last.parent
        self.nodes[parent].tail = (node.body, node.end)
        node.parent = parent
        return True

    def _is_item(self, node: Node) -> bool:
        """An unlabelled line of a list: after "shall:", in lower case or ending in a semicolon."""
        if self.last is None:
            return False
        last = self.nodes[self.last]
        words = self.text[node.body : node.end]
        fragment = words[:1].islower() or words.endswith(_ITEM_ENDS)
        if self._announces(self.last) and self._governs(self.last, node) and fragment:
            node.parent = self.last
            return True
        in_list = last.kind is BlockKind.ITEM and last.label is None and not last.inline
        if in_list and self.text[last.end - 1] != "." and self.text.endswith(_ITEM_ENDS, last.start, last.end):
            node.parent = last.parent
            return True
        return False

    def _continued(self, node: Node) -> int | None:
        """The labelled paragraph that an unlabelled one goes on with."""
        labelled = [
            entry for entry in self.stack
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
    for node in nodes:
        node.depth = 0 if node.parent is None else nodes[node.parent].depth + 1
