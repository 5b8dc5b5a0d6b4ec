"""Somebody else's words: what a party asked for, what a statute or an earlier paper says, a
drafter's note in brackets. They order nothing, unless the paper makes them its own: "paragraph 4
is amended to read: …".
"""

import re

from rtlint.model.outline import Force
from rtlint.structure.force import Dead

_QUOTED = re.compile(r"[“\"](?P<words>[^“”\"]{25,2000})[”\"]")
_ASKED = re.compile(
    r"\b(?:asks?|asked|requests?|requested|argues?|argued|contends?|contended|proposes?|proposed"
    r"|suggests?|suggested|urges?|urged|seeks|sought|moved|testified|wrote|writes|adding)\b"
    r"[^.;“\"]{0,90}\Z",
    re.IGNORECASE,
)
_READS = re.compile(
    r"\b(?:reads?|provides?|provided|states?|stated|says?|said|recites?|recited)\b"
    r"[^.;“\"]{0,40}[:,]\s*\Z",
    re.IGNORECASE,
)
_ADOPTS = re.compile(
    r"\b(?:amended|modified|changed|shall|added|inserted|substituted|adopt\w*|incorporat\w*|ordered"
    r"|orders|replaced|in\s+its\s+place|following\s+(?:order|terms))\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\[[^\[\]]{0,30}\b(?:drafter|drafting\s+note|note|comment|query)\b[^\[\]]{0,2000}\]",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?<=[a-z\d)]{2}[.;])\s|\n\s*\n")
_BEFORE = 300  # characters before a quotation in which the words that lead into it stand


def quotations(text: str) -> list[Dead]:
    """The stretches of a paper that are not its own words."""
    found = [Dead(*match.span(), Force.QUOTED) for match in _NOTE.finditer(text)]
    for match in _QUOTED.finditer(text):
        lead = _SENTENCE_START.split(text[max(match.start() - _BEFORE, 0) : match.start()])[-1]
        reads = _READS.search(lead) is not None and _ADOPTS.search(lead) is None
        if reads or _ASKED.search(lead):
            found.append(Dead(*match.span("words"), Force.QUOTED))
    return found
