"""The text of an order cut where quotations begin and end, so that each can be marked and linked.

Quotations overlap and nest; every piece lies wholly inside or outside of each of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rtlint.model.assessment import Evidence, EvidenceRole
from rtlint.model.report import DocumentReport

_BREAK = "\n\n"  # between two paragraphs
_CONTEXT = 160  # characters shown before and after a quotation

# Where several quotations cover the same words, the first of these marks them.
_ROLES = (
    EvidenceRole.CONTRADICTS,
    EvidenceRole.QUALIFIES,
    EvidenceRole.DECIDES,
    EvidenceRole.SUPPORTS,
    EvidenceRole.NEAREST,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the text that one or more rules rest on."""

    number: int  # from 1, in the order of the text
    start: int
    end: int
    cited_by: tuple[tuple[EvidenceRole, str], ...]  # what the words do for which rule


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that the same quotations cover from its first character to its last."""

    text: str
    role: EvidenceRole | None = None  # the gravest of the quotations that cover it
    begins: tuple[int, ...] = ()  # numbers of the quotations that begin here
    ends: tuple[Quotation, ...] = ()
    page: int | None = None  # the page that begins here


@dataclass(frozen=True, slots=True)
class Context:
    """A quotation with the words of its paragraph around it."""

    before: str
    after: str


def quotations(document: DocumentReport) -> tuple[Quotation, ...]:
    """All that is quoted of the document, each stretch of text once."""
    cited: dict[tuple[int, int], dict[tuple[EvidenceRole, str], None]] = {}
    judged = [(item.rule, item.evidence) for item in document.assessments]
    judged += [(item.rule, item.evidence) for item in document.findings]
    for rule, evidence in judged:
        for quoted in evidence:
            span = quoted.start, quoted.end
            if document.text[quoted.start : quoted.end] == quoted.quote:
                cited.setdefault(span, {})[quoted.role, rule] = None
    return tuple(
        Quotation(number, *span, tuple(sorted(cited[span], key=_cited)))
        for number, span in enumerate(sorted(cited), start=1)
    )


def paragraphs(document: DocumentReport) -> Iterator[tuple[Piece, ...]]:
    """The text, paragraph by paragraph, in pieces; nothing is lost but the empty lines."""
    found = quotations(document)
    start = 0
    for paragraph in document.text.split(_BREAK):
        end = start + len(paragraph)
        if paragraph:
            yield tuple(_pieces(document, found, start, end))
        start = end + len(_BREAK)


def context(document: DocumentReport, evidence: Evidence) -> Context:
    """What stands around a quotation in its paragraph."""
    text = document.text
    if text[evidence.start : evidence.end] != evidence.quote:
        return Context("", "")
    before = text[: evidence.start].rpartition(_BREAK)[2]
    after = text[evidence.end :].partition(_BREAK)[0]
    if len(before) > _CONTEXT:
        before = "… " + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return Context(before, after)


def _cited(entry: tuple[EvidenceRole, str]) -> tuple[int, str]:
    return _ROLES.index(entry[0]), entry[1]


def _pieces(
    document: DocumentReport, found: Sequence[Quotation], start: int, end: int
) -> Iterator[Piece]:
    near = [quoted for quoted in found if quoted.start < end and quoted.end > start]
    pages = {at: page for page, at in document.page_starts if start <= at < end}
    cuts = {start, end, *pages}
    cuts |= {at for quoted in near for at in (quoted.start, quoted.end) if start < at < end}
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        covering = [quoted for quoted in near if quoted.start < right and quoted.end > left]
        yield Piece(
            document.text[left:right],
            _gravest(covering),
            tuple(quoted.number for quoted in near if quoted.start == left),
            tuple(quoted for quoted in near if quoted.end == right),
            pages.get(left),
        )


def _gravest(covering: Iterable[Quotation]) -> EvidenceRole | None:
    roles = {role for quoted in covering for role, _ in quoted.cited_by}
    return next((role for role in _ROLES if role in roles), None)
