"""Paragraphs without a label that belong to a list: options, unlabelled items, closing words.

Each function looks at the piece before (``last``) and says where the new one stands, or None
where it is a paragraph like any other.
"""

from rtlint.model.outline import BlockKind
from rtlint.structure.leadins import announces, only_enacts
from rtlint.structure.nodes import Node, ancestors

_DEEPEST = 16  # options under options
_ITEM_ENDS = (";", "; and", "; or", ", and", ", or", ",")


def announced_by(text: str, node: Node) -> bool:
    """The words of the node end in a colon or dash."""
    return announces(text, node.start, node.end)


def governs(text: str, lead: Node, item: Node) -> bool:
    """A formula alone, "IT IS ORDERED:", governs no whole sentences: they stand by themselves."""
    if lead.kind is BlockKind.HEADING:
        return False
    return text[item.body : item.body + 1].islower() or not only_enacts(text[lead.body : lead.end])


def option_parent(text: str, nodes: list[Node], last: int, node: Node) -> int | None:
    """For an option of a form: the parent of the option before it, or else what offers it."""
    above: int | None = last
    nested = announced_by(text, nodes[last]) and (nodes[last].ticked or not node.ticked)
    if nested and len(ancestors(nodes, last)) < _DEEPEST:
        return last
    while above is not None and nodes[above].boxed and nodes[above].label is None:
        if nodes[above].indent < node.indent:
            return above
        if nodes[above].indent == node.indent:
            return nodes[above].parent
        above = nodes[above].parent
    if above is None:
        return None
    offering = nodes[above]
    labelled = offering.label is not None and not offering.inline
    return above if offering.opens_list or offering.kind is BlockKind.HEADING or labelled else None


def item_parent(text: str, nodes: list[Node], last: int, node: Node) -> int | None:
    """For a line of a list: the lead-in, "shall:", or that of the unlabelled item before."""
    before = nodes[last]
    words = text[node.body : node.end]
    fragment = words[:1].islower() or words.endswith(_ITEM_ENDS)
    if fragment and announced_by(text, before) and governs(text, before, node):
        return last
    in_list = before.kind is BlockKind.ITEM and before.label is None and not before.inline
    if in_list and text.endswith(_ITEM_ENDS, before.start, before.end):
        return before.parent
    return None


def closed_list(text: str, nodes: list[Node], last: int, node: Node) -> int | None:
    """For words in lower case after the last item: the lead-in whose sentence they close."""
    before = nodes[last]
    if not text[node.body].islower() or text[before.end - 1] == ".":
        return None
    if before.kind is not BlockKind.ITEM or before.label is None:
        return None
    return before.parent
