"""The working form of a block while the outline is being built.

A node is mutable and private to this package; its index in the list is the index of
the block it becomes.
"""

from dataclasses import dataclass

from rtlint.model.outline import Block, BlockKind, Force, Span, Zone
from rtlint.structure.labels import Label


@dataclass(slots=True)
class Node:
    """A heading, paragraph, list item or table row on its way to becoming a ``Block``."""

    start: int
    end: int
    body: int  # where the words begin, after label, check box and run-in heading
    kind: BlockKind = BlockKind.PARAGRAPH
    label: Label | None = None
    indent: float = 0.0
    heading_style: str = ""  # how a heading is set: "caps", "bracket", "title", "exhibit"
    run_in: Span | None = None  # "Costs." in "4. Costs. The parties shall …"
    ticked: bool | None = None  # the state of the check box before the words, if there is one
    boxed: bool = False  # it begins with a check box, its own or that of its first words
    row: bool = False
    note: bool = False
    inline: bool = False  # an item of a list inside a paragraph, or the words after such a list
    owner: int | None = None  # for inline nodes: the node of the paragraph they stand in
    opens_list: bool = False  # its last words lead into the items that follow
    tail: Span | None = None  # words after its list that close the sentence of every item
    closes_list: bool = False  # the node is itself such a tail, standing as a paragraph
    header: int | None = None  # for table rows: the node of the header row
    parent: int | None = None
    depth: int = 0
    path: str = ""
    zone: Zone = Zone.DECRETAL
    settled: bool = False  # part of a list that orders, whatever leads into it
    adopted: bool = False  # a recital or finding that the paper makes an order of the court
    force: Force = Force.LIVE

    def block(self) -> Block:
        """The finished block."""
        return Block(
            start=self.start,
            end=self.end,
            body=self.body,
            kind=self.kind,
            zone=self.zone,
            force=self.force,
            label=self.label.text if self.label else "",
            path=self.path,
            depth=self.depth,
            parent=self.parent,
        )


def ancestors(nodes: list[Node], index: int) -> list[int]:
    """Indices of the nodes above ``index``, nearest first."""
    found = []
    parent = nodes[index].parent
    while parent is not None:
        found.append(parent)
        parent = nodes[parent].parent
    return found


def set_depths(nodes: list[Node]) -> None:
    """Count the blocks above every node; parents stand before their children."""
    for node in nodes:
        node.depth = 0 if node.parent is None else nodes[node.parent].depth + 1
