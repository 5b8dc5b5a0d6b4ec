"""How a lawyer cites a block: "4(b)(ii)", "III.2", "Ex. A, 5", "¶12".

The number of a heading is part of the citation only where the numbers under such headings
start again, as "II.1" after "I.1".
"""

from collections import Counter

from rtlint.model.outline import BlockKind, Zone
from rtlint.structure.headings import exhibit_title
from rtlint.structure.nodes import Node

_UNCOUNTED = (Zone.CAPTION, Zone.SIGNATURE, Zone.CERTIFICATE)


def cite(text: str, nodes: list[Node]) -> None:
    """Set the path of every node; parents stand before their children."""
    restarting = _restarting(nodes)
    parts = _parts(nodes)
    numbered = {
        part
        for part, node in zip(parts, nodes, strict=True)
        if _numbers_paragraphs(text, nodes, node)
    }
    running: Counter[int] = Counter()
    for part, node in zip(parts, nodes, strict=True):
        above = nodes[node.parent] if node.parent is not None else None
        base = above.path if above else ""
        if node.heading_style == "exhibit":
            title = exhibit_title(text[node.body : node.end])
            name = title["name"] if title else None
            node.path = f"Ex. {name}" if name else "Ex."
        elif node.label and not node.label.bullet:
            if above and above.kind is not BlockKind.HEADING and stands_alone(text, node, above):
                base = _attachment(base).removesuffix(", ")
            node.path = _joined(base, above, node, restarting)
        elif part not in numbered and _is_paragraph(node, above):
            running[part] += 1
            number = running[part]
            node.path = f"{_attachment(base)}¶{number}"
        elif (above and (above.label or above.kind is not BlockKind.HEADING)) or base.startswith(
            "Ex."
        ):
            node.path = base


def _parts(nodes: list[Node]) -> list[int]:
    """For every node the number of its part: 0 for the order, then one for each attachment."""
    parts: list[int] = []
    part = 0
    for node in nodes:
        part += node.heading_style == "exhibit"
        parts.append(part)
    return parts


def _restarting(nodes: list[Node]) -> frozenset[str]:
    """Styles whose values come more than once under headings that carry a label."""
    counts = Counter(
        (node.label.style, node.label.text)
        for node in nodes
        if node.label and node.parent is not None and _labelled_heading(nodes[node.parent])
    )
    return frozenset(style for (style, _), count in counts.items() if count > 1)


def _labelled_heading(node: Node) -> bool:
    return node.kind is BlockKind.HEADING and node.label is not None


def _numbers_paragraphs(text: str, nodes: list[Node], node: Node) -> bool:
    """The paper numbers its paragraphs: a label not inside the list of an unlabelled one."""
    if node.label is None or node.label.bullet or node.inline:
        return False
    above = nodes[node.parent] if node.parent is not None else None
    return above is None or above.kind is BlockKind.HEADING or stands_alone(text, node, above)


def stands_alone(text: str, node: Node, above: Node) -> bool:
    """Under "They agree as follows:", "1. Father shall attend." is paragraph 1 of the order."""
    if above.label is not None or node.label is None or node.inline:
        return False
    ends = text[node.end - 1] in ".:" or node.run_in is not None
    whole = text[node.body : node.body + 1].isupper() and ends
    return whole and node.label.style in ("1.", "1)", "I.", "A.")


def _is_paragraph(node: Node, above: Node | None) -> bool:
    return (
        node.kind is BlockKind.PARAGRAPH
        and node.zone not in _UNCOUNTED
        and not (node.inline or node.note or node.row or node.closes_list)
        and (above is None or above.kind is BlockKind.HEADING)
    )


def _joined(base: str, above: Node | None, node: Node, restarting: frozenset[str]) -> str:
    label = node.label
    if label is None:
        return base
    text, part = label.text, _attachment(base)
    if label.parents:
        inner = "".join(f"({name})" for name in (*label.parents[1:], text))
        return f"{part}{label.parents[0]}{inner}"
    if above is None or not base:
        return text
    heading = above.kind is BlockKind.HEADING
    if "." in text or (heading and not above.label):
        return f"{part}{text}"
    if heading and label.style[0] != "(":
        if text.isdigit() and label.style not in restarting:
            return f"{part}{text}"
        if not text.islower():
            return f"{base}.{text}"
    return f"{base}({text})"


def _attachment(path: str) -> str:
    """What stands before every path in an attachment, "Ex. A, "."""
    return path.partition(", ")[0] + ", " if path.startswith("Ex.") else ""
