"""The legal structure of a document: zones, blocks, clauses and cross-references."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]  # start and end offsets in Document.text


class Zone(StrEnum):
    """The part of an order a block belongs to."""

    CAPTION = "caption"
    RECITAL = "recital"
    FINDING = "finding"
    DECRETAL = "decretal"
    STIPULATION = "stipulation"  # terms the court adopts
    DEFINITION = "definition"
    EXHIBIT = "exhibit"  # incorporated and attached
    ANNEX = "annex"  # attached, but nothing makes it part of the order
    SIGNATURE = "signature"
    CERTIFICATE = "certificate"  # certificate of service and the like

    @property
    def operative(self) -> bool:
        """Whether words in this zone order anything."""
        return self in (Zone.DECRETAL, Zone.STIPULATION, Zone.EXHIBIT)


class Force(StrEnum):
    """Whether a block's words are live, and if not, why."""

    LIVE = "live"
    UNCHECKED = (
        "unchecked"  # its box is empty, and another of the set is ticked or the form is filled in
    )
    UNDECIDED = "undecided"  # a choice of boxes none of which is ticked
    SUPERSEDED = "superseded"  # a later clause replaces or vacates it
    QUOTED = "quoted"  # somebody else's words, which the paper does not make its own
    STRUCK = "struck"  # struck out, deleted or hidden on the page


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a list item, governed by the lead-in of its parent


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or a list item, with its place in the tree."""

    start: int
    end: int
    body: int  # where the words begin, after label, check box and run-in heading
    kind: BlockKind
    zone: Zone
    force: Force = Force.LIVE
    label: str = ""  # its own label as printed, without punctuation: "b"
    path: str = ""  # how a lawyer cites it: "4(b)"
    depth: int = 0
    parent: int | None = None  # index of the block above it in the tree


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or list item with all that governs it: the unit that is judged."""

    start: int
    end: int
    block: int
    zone: Zone
    force: Force = Force.LIVE
    lead_in: tuple[Span, ...] = ()  # governing lead-ins, outermost first
    tail: Span | None = None  # words after the list that close every item's sentence
    headings: tuple[Span, ...] = ()  # headings above it, outermost first
    paragraph: str = ""  # path of its block

    @property
    def operative(self) -> bool:
        return self.zone.operative and self.force is Force.LIVE


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A mention of another paragraph, section, exhibit or order."""

    start: int
    end: int
    kind: str  # "paragraph", "exhibit" or "order" (a paper that is not in this file)
    target: str  # "7", "4(b)", "A"
    block: int | None  # index of the block referred to; None when it is not there
    incorporates: bool = False  # the words make the target part of this order


@dataclass(frozen=True, slots=True)
class Outline:
    """The structure of one document."""

    blocks: tuple[Block, ...]
    clauses: tuple[Clause, ...]
    references: tuple[CrossReference, ...] = ()
