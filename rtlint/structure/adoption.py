"""What a paper makes part of its orders: attachments, and recitals "incorporated as orders".

An attachment is named once, perhaps pages before it stands, so the whole text is searched; a
recital that is merely "incorporated by reference" stays a recital.
"""

import re

from rtlint.model.outline import Zone
from rtlint.structure.nodes import Node

MADE_PART = re.compile(
    r"\b(?:incorporat\w+|adopt\w*|ma[dk]e\s+(?:a\s+)?part|made\s+(?:a\s+|an\s+order|the\s+order|orders?\s+of)|everything\s+in\s+it\s+binds|merged\s+into|part\s+of\s+this|"
    r"mak(?:es|ing)\s+(?:[\w'’]+\s+){0,6}(?:a\s+part|an?\s+orders?|orders?\s+of)|bound\s+by|approv(?:es|ed)|ratif\w+|confirm(?:s|ed)|govern(?:s|ed)|abide|obey|as\s+(?:set\s+(?:forth|out)|stated|provided|specified)\s+(?:in|on)|shall\s+comply\s+with|are\s+ordered|so\s+ordered|becomes?\s+(?:a\s+)?part|"
    r"bind(?:s|ing)?|(?:terms?|conditions?|orders?)\s+of\s+(?:this|the)\s+(?:order|court|decree|judgment)|"
    r"as\s+(?:if|though)\s+(?:\w+\s+){0,4}(?:here|herein|in\s+full|at\s+length)|force\s+(?:and\s+effect\s+)?of)",
    re.IGNORECASE,
)
_NOT_MADE = re.compile(
    r"\bnot\s+(?:\w+\s+){0,2}(?:incorporated|adopted|made|merged|part)\b|"
    r"\bfor\s+(?:\w+\s+){0,2}(?:information|reference|convenience|context)\b",
    re.IGNORECASE,
)
_ORDERS_BY = re.compile(r"\b(?:shall|must|will)\b", re.IGNORECASE)  # "… pays what Schedule 1 lists"
_TERM = re.compile(r"[\"“](?P<term>[A-Z][^\"”]{2,40})[\"”]")
_AS_ORDERS = re.compile(
    r"\b(?P<what>recitals?|findings?(?:\s+of\s+fact)?|(?:foregoing|above|preceding)\s+(?:paragraphs?|statements?|"
    r"provisions))\b[^.]{0,120}?\b(?:incorporated|adopted|made|entered|ordered)\b[^.]{0,60}?(?:\bas\s+(?:the\s+|an?\s+)?"
    r"(?:\w+\s+)?orders?\b|\borders?\s+of\s+(?:the|this)\s+court|\bas\s+if\s+(?:\w+\s+){0,4}ordered|\bforce\s+of\s+an?\s+"
    r"order|\boperative)",
    re.IGNORECASE,
)
_ATTACHMENT = re.compile(
    r"\b(?P<kind>Exhibit|Schedule|Attachment|Appendix|Annex|Addendum|Rider)"
    r"(?:\s+[\"“]?(?P<name>[A-Z]|\d{1,2}|[IVX]{1,4})\b)?",
    re.IGNORECASE,
)
_AS_ATTACHED = re.compile(r"\b(?:as|see)\s+attached\b", re.IGNORECASE)  # California forms
_PAPER = r"(?P<noun>agreement|plan|contract|terms|stipulation|policies|policy|memorandum|letter)"
_ATTACHED_PAPER = re.compile(
    rf"\b(?:attached|annexed|following|accompanying|appended)\s+(?:[\w'’,-]+\s+){{0,5}}?{_PAPER}"
    rf"|{_PAPER.replace('noun', 'other')}\b[^.;]{{0,60}}?"
    r"\b(?:attached|annexed|appended|that\s+follows|below)\b",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r",?\s+(?:except|other\s+than|save|excluding|with\s+(?:\w+\s+){1,2}exceptions?)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[a-z)]{2}\.)\s|\A\.\s|\n")
_GOES_ON = re.compile(r"\b(?:it|its|them|they|those|these|pages?|the\s+same)\b", re.IGNORECASE)
_NEAR = 200  # characters on either side of a name


def _makes_part(sentence: str) -> bool:
    """Whether a sentence makes a paper an order; what it excepts from that does not matter."""
    rule = _EXCEPTION.split(sentence)[0]
    return MADE_PART.search(rule) is not None and _NOT_MADE.search(rule) is None


def _sentence(text: str, start: int, end: int) -> str:
    left = _SENTENCE_END.split(text[max(0, start - _NEAR) : start])[-1]
    right = _SENTENCE_END.split(text[end : end + _NEAR])[0]
    return left + text[start:end] + right


def _following(text: str, end: int) -> str:
    """The next sentence: "Exhibit 1 is attached. The parties have read it and adopt it." """
    sentences = _SENTENCE_END.split(text[end : end + 2 * _NEAR])[1:2]
    return sentences[0] if sentences else ""


def incorporated(text: str) -> frozenset[str]:
    """Names of the attachments that some sentence makes part of the order, or orders by."""
    names = set()
    for match in _ATTACHMENT.finditer(text):
        sentence = _sentence(text, *match.span())
        orders = match["name"] and _ORDERS_BY.search(sentence) and not _NOT_MADE.search(sentence)
        following = _following(text, match.end())
        goes_on = _GOES_ON.search(following) and _makes_part(following)
        if orders or goes_on or _makes_part(sentence) or _term_made_part(text, sentence):
            names.add((match["name"] or match["kind"]).upper())
    if _AS_ATTACHED.search(text):
        numbered = re.compile(r"\bAttachment\s+(\w{1,3})\b", re.IGNORECASE)
        names.update(match[1].upper() for match in numbered.finditer(text))
    return frozenset(names)


def _term_made_part(text: str, sentence: str) -> bool:
    """The sentence gives an attachment a term of its own, which another one makes part."""
    terms = [match["term"] for match in _TERM.finditer(sentence)]
    return any(
        _makes_part(_sentence(text, *place.span()))
        for term in terms
        for place in re.finditer(re.escape(term), text)
    )


def adopted_paper(text: str) -> str:
    """What an attached paper that is made an order is called ("agreement"); "" for none."""
    for match in _ATTACHED_PAPER.finditer(text):
        if _makes_part(_sentence(text, *match.span())):
            return (match["noun"] or match["other"]).lower()
    return ""


def adopt(text: str, nodes: list[Node]) -> None:
    """Make recitals or findings decretal where the paper makes them orders of the court."""
    zones: set[Zone] = set()
    for match in _AS_ORDERS.finditer(text):
        what = match["what"].lower()
        if not re.search(r"\bnot\b", match[0]):
            zones |= {Zone.RECITAL} if "finding" not in what else set()
            zones |= {Zone.FINDING} if "recital" not in what else set()
    for node in nodes:
        if node.zone in zones:
            node.zone, node.adopted = Zone.DECRETAL, True
