"""The structure floor: what a document's blocks, zones, clauses and cross-references are.

Nothing here knows reunification therapy, and nothing reads files: a ``Document`` goes in, an
``Outline`` comes out, whatever the text.
"""

from rtlint.model.document import Document
from rtlint.model.outline import Outline
from rtlint.structure import captions, clauses, paths, pieces, tree, zones

__all__ = ["outline"]


def outline(document: Document) -> Outline:
    """The blocks, clauses and cross-references of a document."""
    text = document.text
    paragraphs = [p for p in document.paragraphs if text[p.start : p.end].strip()]
    caption = captions.caption_length(text, paragraphs)
    nodes = pieces.pieces(text, paragraphs, caption)
    tree.grow(text, nodes)
    body = paragraphs[caption - 1].end if caption else 0
    narrative = zones.assign(text, nodes, body)
    paths.cite(text, nodes)
    found = clauses.clauses(text, nodes, narrative)
    return Outline(tuple(node.block() for node in nodes), tuple(found))
