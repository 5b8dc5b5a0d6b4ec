"""The structure floor: what a document's blocks, zones, clauses and cross-references are.

Nothing here knows reunification therapy, and nothing reads files: a ``Document`` goes in, an
``Outline`` comes out, whatever the text.
"""

from rtlint.model.document import Document
from rtlint.model.outline import Outline
from rtlint.structure import captions, clauses, force, paths, pieces, tables, tree, zones
from rtlint.structure.quotations import quotations
from rtlint.structure.references import references
from rtlint.structure.superseded import supersede

__all__ = ["outline"]


def outline(document: Document) -> Outline:
    """The blocks, clauses and cross-references of a document."""
    text = document.text
    paragraphs = [p for p in document.paragraphs if text[p.start : p.end].strip()]
    caption = captions.caption_length(text, paragraphs)
    nodes = pieces.pieces(text, paragraphs, caption)
    tree.grow(text, nodes)
    narrative = zones.assign(text, nodes, paragraphs[caption - 1].end if caption else 0)
    tables.link_rows(text, nodes)
    paths.cite(text, nodes)
    mentioned = references(text, nodes)
    dead = force.weigh(text, nodes, document.marks) + supersede(text, nodes, mentioned)
    dead += quotations(text)
    force.inherit(nodes)
    found = clauses.clauses(text, nodes, narrative, force.Ground(text, dead))
    blocks = tuple(node.block() for node in nodes)
    return Outline(blocks, tuple(found), tuple(mentioned))
