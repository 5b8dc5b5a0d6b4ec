"""Cross-references: what the mentions in a document point to, and whether they bind it.

The same number can stand for several blocks, a finding 3 and an order 3: the block in the
mention's own zone is meant, else the one that orders something.
"""

import re
from collections.abc import Iterator

from rtlint.model.outline import BlockKind, CrossReference, Zone
from rtlint.structure.headings import exhibit_title
from rtlint.structure.mentions import Mention, mentions
from rtlint.structure.nodes import Node
from rtlint.structure.sentences import sentences
from rtlint.structure.wording import without_nothing

_BINDS = re.compile(
    r"\b(?:incorporat\w+|adopt(?:s|ed)|ma[dk]e\s+(?:a\s+)?part|made\s+(?:the|an)\s+order|part\s+(?:of\s+this|hereof)|"
    r"as\s+(?:provided|laid\s+down|set\s+(?:forth|out)|stated|described|specified|required|directed|ordered|"
    r"allocated|defined)|in\s+accordance\s+with|pursuant\s+to|according\s+to|governed\s+by|in\s+the\s+"
    r"(?:manner|shares|proportions?)|bound\s+by|comply\s+with|per|under|remains?\s+in\s+(?:full\s+)?"
    r"(?:force|effect)|sta(?:y|ys|nd|nds)\s+in\s+(?:full\s+)?(?:force|effect)|continues?\s+(?:in|to\s+(?:apply|govern|bind))|(?:unchanged|still)\s+(?:and\s+)?in\s+force|"
    r"reaffirmed|disturbs?|undisturbed|governs?|controls?)\b",
    re.IGNORECASE,
)
_UNBOUND = re.compile(
    r"\bnot\s+(?:\w+\s+){0,2}(?:incorporated|adopted|made|part|merged|govern)|"
    r"\bnothing\s+else\b[^.;]{0,60}\b(?:incorporated|adopted|part)\b|\b(?:vacated|superseded|"
    r"replaced|rescinded|deleted|stricken)\b",
    re.IGNORECASE,
)
_NEAR = 160  # characters on either side in which binding words are looked for
_FARTHEST = 200  # blocks to look through for "the preceding paragraph"


class _Places:
    """Where every path and exhibit of a document stands."""

    def __init__(self, text: str, nodes: list[Node]) -> None:
        self._nodes = nodes
        self._paths: dict[str, dict[Zone, int]] = {}
        self._endings: dict[str, dict[Zone, int]] = {}
        self._exhibits: dict[str, int] = {}
        for index, node in enumerate(nodes):
            title = exhibit_title(text[node.body : node.end]) if node.heading_style else None
            if node.heading_style == "exhibit" and title and title["name"]:
                self._exhibits.setdefault(title["name"], index)
            elif node.label and node.path:
                self._paths.setdefault(node.path, {}).setdefault(node.zone, index)
                ending = node.path.rpartition(".")[2]
                self._endings.setdefault(ending, {}).setdefault(node.zone, index)

    def find(self, mention: Mention, index: int) -> int | None:
        """The block that a mention in block ``index`` means."""
        if mention.kind == "exhibit":
            return self._exhibits.get(mention.target)
        if mention.kind == "neighbour":
            return self._beside(index, forward=mention.target in ("next", "following"))
        if mention.kind == "paragraph":
            return self._paragraph(mention, index)
        return None

    def _paragraph(self, mention: Mention, index: int) -> int | None:
        target = mention.target
        own = self._nodes[index].path
        if mention.exhibit:
            inside = self._paths.get(f"Ex. {mention.exhibit}, {target}", {})
            return next(iter(inside.values()), None)
        part = own.partition(", ")[0] + ", " if own.startswith("Ex.") else ""
        found = self._paths.get(part + target) or self._paths.get(target)
        if not found and target.startswith("("):
            found = self._relative(target, index)
        found = found or self._endings.get(target) or {}
        own_zone = self._nodes[index].zone
        if own_zone in found:
            return found[own_zone]
        operative = (block for zone, block in found.items() if zone.operative)
        return next(operative, next(iter(found.values()), None))

    def _relative(self, target: str, index: int) -> dict[Zone, int] | None:
        """A bare "(b)" is the (b) of the paragraph it is mentioned in."""
        above: int | None = index
        while above is not None:
            found = self._paths.get(self._nodes[above].path + target)
            if found:
                return found
            above = self._nodes[above].parent
        return None

    def _beside(self, index: int, *, forward: bool) -> int | None:
        """The paragraph next to the one that a block belongs to."""
        node = self._nodes[index]
        step = 1 if forward else -1
        last = min(max(index + step * _FARTHEST, -1), len(self._nodes))
        for other in range(index + step, last, step):
            beside = self._nodes[other]
            level = beside.depth <= node.depth and beside.path != node.path
            if level and beside.kind is not BlockKind.HEADING:
                return other
        return None


def references(text: str, nodes: list[Node]) -> list[CrossReference]:
    """All cross-references, in text order."""
    places = _Places(text, nodes)
    found = [
        reference
        for index, node in enumerate(nodes)
        if node.zone is not Zone.CAPTION and node.heading_style != "exhibit"
        for reference in _in_block(text, node, index, places)
    ]
    return sorted(found, key=lambda reference: (reference.start, reference.end))


def _in_block(text: str, node: Node, index: int, places: _Places) -> Iterator[CrossReference]:
    for start, end in sentences(text, node.body, node.end):
        for mention in mentions(text, (start, end)):
            around = text[max(start, mention.start - _NEAR) : min(end, mention.end + _NEAR)]
            lapsed = _UNBOUND.search(without_nothing(around)) is not None
            binds = _BINDS.search(around) is not None and not lapsed
            kind = "paragraph" if mention.kind == "neighbour" else mention.kind
            yield CrossReference(
                mention.start, mention.end, kind, mention.target, places.find(mention, index), binds
            )
