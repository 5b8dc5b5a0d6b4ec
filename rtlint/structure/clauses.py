"""Cuts blocks into clauses: sentences and items, each with all that governs it.

A sentence with check boxes or struck words inside becomes several clauses, see ``cut``.
"""

from rtlint.model.outline import BlockKind, Clause, Force, Span, Zone
from rtlint.structure.force import Ground, cut
from rtlint.structure.formulas import ARRANGES, OPERATIVE, PAST, STIPULATES, enacts, voice
from rtlint.structure.leadins import lead_in, only_enacts, says_something
from rtlint.structure.nodes import Node, ancestors
from rtlint.structure.paths import stands_alone
from rtlint.structure.sentences import sentences

_SPOKEN = (Zone.DECRETAL, Zone.STIPULATION, Zone.EXHIBIT)


def clauses(text: str, nodes: list[Node], narrative: set[int], ground: Ground) -> list[Clause]:
    """The clauses of all blocks, in text order."""
    parents = {node.parent for node in nodes if node.kind is BlockKind.ITEM}
    found: list[Clause] = []
    ordering = False  # prose that has begun to order
    for index, node in enumerate(nodes):
        if node.kind is BlockKind.HEADING or node.closes_list or _is_header(nodes, index):
            continue
        leads = _leads(text, nodes, index)
        headings = _headings(nodes, index)
        tail = _tail(nodes, index)
        follows = Zone.FINDING
        told = next((zone for lead in leads if (zone := voice(text[slice(*lead)]))), None)
        for span in _spans(text, node, has_items=index in parents):
            words = text[slice(*span)]
            if node.adopted:
                zone = node.zone
            elif told is not None and not node.settled and not enacts(words):
                zone = told  # "The Court finds that:" makes findings of its items
            elif index in narrative:
                zone = follows = _narrated(words, follows, ordering=ordering)
                ordering = ordering or zone is Zone.DECRETAL
            else:
                zone = _spoken(words, node.zone)
            found.extend(
                Clause(
                    *part.span,
                    block=index,
                    zone=zone,
                    force=part.force if node.force is Force.LIVE else node.force,
                    lead_in=leads + part.before,
                    tail=tail,
                    headings=headings,
                    paragraph=node.path,
                )
                for part in cut(text, span, ground)
            )
    return found


def _spans(text: str, node: Node, *, has_items: bool) -> list[Span]:
    if node.row:
        return [(node.body, node.end)] if node.body < node.end else []
    spans = sentences(text, node.body, node.end)
    if has_items and spans and lead_in(text, node.body, node.end) == spans[-1]:
        words = text[slice(*spans[-1])]
        if not says_something(words):
            spans.pop()
    return [_without_conjunction(text, *span) for span in spans]


def _without_conjunction(text: str, start: int, end: int) -> Span:
    """The item "(b) pay; and" ends before its "and"."""
    for conjunction in (" and/or", " and", " or"):
        if text.endswith(conjunction, start, end):
            return start, end - len(conjunction)
    return start, end


def _spoken(words: str, zone: Zone) -> Zone:
    """What a sentence of an operative block is: its own words may say that it orders nothing."""
    if zone in _SPOKEN:
        return voice(words) or zone
    if zone in (Zone.FINDING, Zone.RECITAL) and enacts(words):
        return Zone.DECRETAL
    return zone


def _narrated(words: str, before: Zone, *, ordering: bool) -> Zone:
    """In prose every sentence speaks for itself, and one that does not goes with the one before.

    Once the prose has begun to order, what it says may or may not be done is an order too.
    """
    spoken = voice(words)
    if spoken is not None:
        return spoken
    if enacts(words) or OPERATIVE.search(words):
        return Zone.DECRETAL
    if ordering and ARRANGES.search(words) and PAST.search(words) is None:
        return Zone.DECRETAL
    return before if before is not Zone.DEFINITION else Zone.FINDING


def _leads(text: str, nodes: list[Node], index: int) -> tuple[Span, ...]:
    """Lead-ins of the items above and of the item itself, outermost first."""
    found: list[Span] = []
    child = nodes[index]
    if child.header is not None:
        header = nodes[child.header]
        found.append((header.start, header.end))
    if child.inline and child.label is None:  # the words after a list stand beside it
        return ()
    for above in ancestors(nodes, index):
        parent = nodes[above]
        if (child.kind is not BlockKind.ITEM and not child.row) or parent.kind is BlockKind.HEADING:
            break
        span = lead_in(text, parent.body, parent.end) if parent.opens_list else None
        if span is None:
            break
        words = text[slice(*span)]
        if child.settled and voice(words) is not None:
            break  # a recital before a list of orders is no part of their sentences
        announced = stands_alone(text, child, parent) and (
            enacts(words) or STIPULATES.search(words)
        )
        if not announced and not only_enacts(words):
            found.append(span)
        child = parent
    return tuple(reversed(found))


def _tail(nodes: list[Node], index: int) -> Span | None:
    node = nodes[index]
    if node.kind is not BlockKind.ITEM or node.parent is None:
        return None
    return nodes[node.parent].tail


def _headings(nodes: list[Node], index: int) -> tuple[Span, ...]:
    found: list[Span] = []
    for above in [index, *ancestors(nodes, index)]:
        node = nodes[above]
        if node.run_in:
            found.append(node.run_in)
        if node.kind is BlockKind.HEADING:
            found.append((node.body, node.end))
    return tuple(reversed(found))


def _is_header(nodes: list[Node], index: int) -> bool:
    return index + 1 < len(nodes) and nodes[index + 1].header == index
