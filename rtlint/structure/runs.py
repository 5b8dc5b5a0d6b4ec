"""A numbered list is one thing: if most of its paragraphs order something, all of it is decree.

"Ms. Roe may see the child alone" is no finding because it holds no "shall", where the
paragraphs before and after it in the same list are orders. So it is with all the lists of an
agreement that an order at its foot adopts: no words of enactment stand before them.
"""

from collections.abc import Iterator

from rtlint.model.outline import BlockKind, Zone
from rtlint.structure.formulas import ARRANGES, OPERATIVE, voice
from rtlint.structure.nodes import Node

_TOLD = frozenset({Zone.RECITAL, Zone.FINDING})
_SHORTEST = 3  # numbered paragraphs
_MOSTLY = 0.5  # share of paragraphs that order something, where a heading calls them findings
_OFTEN = 0.3  # the same where nothing does
_MANY = 6  # paragraphs of all the lists of a paper
_FIRMLY = 0.15  # share of them that order something, and do not merely allow it


def settle(
    text: str,
    nodes: list[Node],
    narrative: frozenset[int],
    fixed: frozenset[int],
    headed: frozenset[int],
) -> None:
    """Make decrees of the numbered lists that are, whatever leads into them.

    Args:
        narrative: nodes before any words of enactment, whose sentences speak for themselves.
        fixed: nodes whose own run-in heading says what they are ("Testimony."): they stay as they
            are unless they order something themselves.
        headed: nodes whose zone a heading above them says.
    """
    for run in _runs(nodes):
        if len(run) < _SHORTEST:
            continue
        ordering = sum(_orders(text[nodes[index].body : nodes[index].end]) for index in run)
        inside = _above(nodes, nodes[run[0]]) is not None
        needed = _MOSTLY if inside or any(index in headed for index in run) else _OFTEN
        if ordering < needed * len(run):
            continue
        for index in run:
            node = nodes[index]
            words = text[node.body : node.end]
            if voice(words) is None and (index not in fixed or _orders(words)):
                node.settled = True
                node.zone = Zone.DECRETAL if node.zone in _TOLD else node.zone
    _settle_body(text, nodes, narrative - fixed - headed)
    for node in nodes:
        above = _above(nodes, node)
        if above is not None and above.settled and node.zone in _TOLD:
            node.zone, node.settled = Zone.DECRETAL, True


def _settle_body(text: str, nodes: list[Node], narrative: frozenset[int]) -> None:
    """Make decrees of all the lists of a paper whose zone nothing says, if they order together."""
    body = [
        index
        for index, node in enumerate(nodes)
        if node.label is not None
        and not node.inline
        and node.kind is not BlockKind.HEADING
        and index in narrative
    ]
    if len(body) < _MANY:
        return
    words = [text[nodes[index].body : nodes[index].end] for index in body]
    firm = sum(map(_orders, words))
    ordering = sum(_orders(said) or _arranges(said) for said in words)
    if firm < _FIRMLY * len(body) or ordering < _OFTEN * len(body):
        return
    first, last = body[0], body[-1]
    for index in range(first, last + 1):
        node = nodes[index]
        if (
            index in narrative
            and node.zone in (*_TOLD, Zone.DECRETAL)
            and node.kind is not BlockKind.HEADING
            and voice(text[node.body : node.end]) is None
        ):
            node.zone, node.settled = Zone.DECRETAL, True


def _runs(nodes: list[Node]) -> Iterator[list[int]]:
    """Numbered paragraphs that follow each other, in one style and under the same paragraph."""
    runs: dict[int, list[int]] = {}
    for index, node in enumerate(nodes):
        if node.label is None or node.inline or node.label.bullet:
            continue
        place = node.parent if node.parent is not None and _above(nodes, node) else -1
        reading = node.label.readings[0]
        run = runs.get(place, [])
        last = nodes[run[-1]].label if run else None
        if last is None or last.style != reading.style or reading.ordinal == 1:
            yield run
            run = []
        runs[place] = [*run, index]
    yield from runs.values()


def _above(nodes: list[Node], node: Node) -> Node | None:
    """The paragraph that a node stands under; None under a heading or nothing."""
    above = nodes[node.parent] if node.parent is not None else None
    return above if above is not None and above.kind is not BlockKind.HEADING else None


def _arranges(words: str) -> bool:
    return ARRANGES.search(words) is not None and voice(words) is None


def _orders(words: str) -> bool:
    return OPERATIVE.search(words) is not None and voice(words) is None
