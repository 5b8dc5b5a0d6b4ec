"""Provisions that the same paper takes back: "Paragraph 4 above is vacated".

What is vacated in another paper is no concern of this one, except where its words are quoted
here: "The following provision of the order of March 3 is vacated: …".
"""

import re
from bisect import bisect_right

from rtlint.model.outline import CrossReference, Force
from rtlint.structure.force import Dead
from rtlint.structure.nodes import Node
from rtlint.structure.sentences import sentences

_ENDED = (
    r"(?:vacated|replaced|deleted|stricken|superseded|rescinded|withdrawn|set\s+aside|revoked|void|"
    r"of\s+no\s+(?:further\s+)?(?:force|effect))"
)
_AFTER = re.compile(
    r"(?:[\s\d(),.]|\b(?:and|or|through|to|of\s+this\s+\w+|above|below|hereof|herein|in\s+its\s+"
    rf"entirety)\b){{0,60}}\b(?:is|are|shall\s+be|stands?)\s+(?:hereby\s+|therefore\s+)?{_ENDED}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:in\s+lieu\s+of|in\s+place\s+of|instead\s+of|replac(?:es|ing)|supersed(?:es|ing)|delet(?:es|ing)|vacat(?:es|ing)|"
    r"strik(?:es|ing))\s+(?:[\w()]+\s+and\s+)?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"\bfollowing\b[^.:]{0,160}\b(?:is|are)\s+(?:hereby\s+)?(?!replaced)"
    + _ENDED
    + r"[^.:]{0,80}:",
    re.IGNORECASE,
)


def supersede(text: str, nodes: list[Node], references: list[CrossReference]) -> list[Dead]:
    """Set the force of blocks that are taken back; return the words quoted only to be vacated."""
    starts = [node.start for node in nodes]
    for reference in references:
        own = bisect_right(starts, reference.start) - 1
        block = reference.block
        if reference.kind != "paragraph" or block is None or block == own:
            continue
        before = text[max(nodes[own].start, reference.start - 40) : reference.start]
        if _AFTER.match(text, reference.end, nodes[own].end) or _BEFORE.search(before):
            nodes[block].force = Force.SUPERSEDED
    return [dead for index in range(len(nodes)) for dead in _quoted(text, nodes, index)]


def _quoted(text: str, nodes: list[Node], index: int) -> list[Dead]:
    node = nodes[index]
    match = _QUOTED.search(text, node.body, node.end)
    if match is None:
        return []
    ends = [span[1] for span in sentences(text, node.body, node.end) if span[1] > match.start()]
    if text[match.end() : ends[0]].strip():
        return [Dead(match.end(), ends[0], Force.SUPERSEDED)]
    for following in range(index + 1, len(nodes)):
        other = nodes[following]
        quoted = text[other.body] in "\"“'‘" and following == index + 1
        if other.parent != index and not quoted:
            break
        other.force = Force.SUPERSEDED
    return []
