"""A numbered list is one thing: if most of its paragraphs order something, all of it is decree.

"Ms. Roe may see the child alone" is no finding because it holds no "shall", where the
paragraphs before and after it in the same list are orders.
"""

from collections.abc import Iterator

from rtlint.model.outline import BlockKind, Zone
from rtlint.structure.formulas import OPERATIVE, voice
from rtlint.structure.nodes import Node

_TOLD = frozenset({Zone.RECITAL, Zone.FINDING})
_SHORTEST = 3  # numbered paragraphs
_MOSTLY = 0.5  # share of paragraphs that order something, where a heading calls them findings
_OFTEN = 0.3  # the same where nothing does


def settle(text: str, nodes: list[Node], fixed: frozenset[int], headed: frozenset[int]) -> None:
    """Make decrees of the numbered lists that are, whatever leads into them.

    Args:
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
    for node in nodes:
        above = _above(nodes, node)
        if above is not None and above.settled and node.zone in _TOLD:
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


def _orders(words: str) -> bool:
    return OPERATIVE.search(words) is not None and voice(words) is None
