"""Which part of the order a block belongs to: caption, findings, decree, exhibit, signatures.

Headings set the zone of their section and enacting words that of all that follows; what a
single sentence is by its own words is decided in ``clauses``.
"""

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import islice

from rtlint.model.outline import BlockKind, Zone
from rtlint.structure.adoption import MADE_PART, adopt, adopted_paper, incorporated
from rtlint.structure.formulas import (
    ENACTS,
    FINDS_NEXT,
    OPERATIVE,
    PAST,
    STIPULATES,
    enacts,
    opens_decree,
    voice,
)
from rtlint.structure.headings import exhibit_title
from rtlint.structure.nodes import Node, set_depths
from rtlint.structure.runs import settle
from rtlint.structure.sections import section
from rtlint.structure.sentences import sentences
from rtlint.structure.wording import words

_SIGNATURE = re.compile(
    r"(?:so\s+ordered|enter(?:ed)?\s*:|enter\s+this\b|s/|dated?\b\s*(?::|this|at|_|[A-Z])|signed\b|entered\s+(?:this|on)\b|this,?\s+the\b.{0,20}\bday\s+of|"
    r"this\s+(?:_+|\d+\w*)\s+day\s+of|done\s+(?:and|this|in|at)\b|by\s+the\s+court\b|approved\b|consented\s+to|we\s+(?:hereby\s+)?"
    r"consent|i\s+(?:hereby\s+)?consent|agreed\s+(?:to\s+)?(?:and|as|by|in)\b|seen\s+and|respectfully\s+submitted|/s/|"
    r"prepared\s+by|presented\s+by|submitted\s+by|in\s+witness|witness\s+my|stipulated\s+and\s+agreed\s+by|acknowledged\b|"
    r"(?:hon(?:orable|\.)|judge|justice|magistrate|commissioner|referee|j\.)\b.{0,60}$|_{5,}.{0,90}$|ordered\s+this\b|"
    r"given\s+under|x_{4,})",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"(?:cc|copies(?:\s+to|\s+furnished)?|copy\s+to|c:)\b\s*:?|i\s+(?:hereby\s+)?certify|the\s+undersigned\s+"
    r"(?:hereby\s+)?certifies|conformed\s+copies",
    re.IGNORECASE,
)
_SO_ORDERED = re.compile(r"\W*(?:and\s+)?it\s+is\s+so\s+ordered", re.IGNORECASE)
_LONG_CLOSE = 1500  # characters of signatures and approvals, which are hardly ever more
_SENTENCE = 8  # words of a paragraph that is more than a line of the caption
_LATE = 0.85  # share of a paper behind which words of enactment approve what stands before them
_ADOPTS_ABOVE = re.compile(
    r"\b(?:foregoing|above|preceding|within|attached|(?:this|the|their)\s+(?:[\w'’]+\s+){0,2}(?:agreement|stipulation|plan|"
    r"letter|memorandum|terms|understanding|settlement))\b|\b(?:is|be|are)\s+so\s+ordered\b|\bso\s+ordered\b",
    re.IGNORECASE,
)  # what an order at the foot of a paper says of what stands over it
_ORDERS_ITSELF = re.compile(r"\b(?:shall|must)\b|\bordered\s+that\b", re.IGNORECASE)
_FOOT = 600  # characters of an order at the foot of a short paper, signatures included
_OPENING = 3  # paragraphs at the head of a numbered list that show what it is
_LAST_PART = 0.7  # share of a paper that stands before its signatures, where they were misplaced
_BACK_TO_TEXT = re.compile(r"\b(?:shall|must)\b", re.IGNORECASE)


class _Ground(Enum):
    """What text is when neither a heading nor its own words say it."""

    NARRATIVE = "narrative"  # findings and orders in prose: each sentence speaks for itself
    DECREE = "decree"


@dataclass(slots=True)
class _Walk:
    text: str
    nodes: list[Node]
    incorporated: frozenset[str]
    ground: _Ground
    opened: Zone = Zone.DECRETAL  # decretal, or stipulation after "the parties agree as follows"
    section: Zone | None = None
    paper: str = ""  # what an attached paper that is made an order is called
    section_depth: int = 0
    exhibit: Zone | None = None
    ending: Zone | None = None  # signature or certificate
    narrative: set[int] = field(default_factory=set)
    fixed: set[int] = field(default_factory=set)  # nodes whose run-in heading says their zone
    closes_after: int = 0  # offset before which no line closes the order
    headed: set[int] = field(default_factory=set)  # nodes under a heading that says it
    begun: bool = False  # some text has been read

    def visit(self, index: int) -> None:
        node = self.nodes[index]
        if node.zone is Zone.CAPTION:
            return
        words_ = self.text[node.body : node.end]
        if node.inline or (node.closes_list and not opens_decree(words_)):
            self._inherit(index)
            return
        if self._opens_paper(words_):
            self.exhibit, self.section, self.ending = Zone.EXHIBIT, None, None
            node.zone = Zone.EXHIBIT
            return
        if node.kind is BlockKind.HEADING and self._heading(node, words_):
            return
        if self._ends(node):
            node.zone = self.ending or Zone.SIGNATURE
            return
        self._text(index, words_)

    def _opens_paper(self, words_: str) -> bool:
        """An adopted paper begins after the signatures of the order: by its title or its text."""
        if not self.paper or self.ending is None or self.exhibit is not None:
            return False
        sentence = words_.rstrip().endswith((".", ":", ";"))
        if not sentence:
            short = words_.isupper() or words_.istitle() or len(words(words_)) <= 8
            return short and self.paper in words_.lower()
        return len(words(words_)) > 12 and not _SIGNATURE.match(words_)

    def _inherit(self, index: int) -> None:
        node = self.nodes[index]
        if node.parent is not None:
            node.zone = self.nodes[node.parent].zone
            if node.parent in self.narrative:
                self.narrative.add(index)

    def _heading(self, node: Node, words_: str) -> bool:
        """Take a heading's meaning; False where it is but a line among signatures."""
        title = exhibit_title(words_) if node.heading_style == "exhibit" else None
        if title:
            name = title["name"] or title["kind"]
            adopted = bool(self.paper) and self.paper in words_.lower()
            made_part = adopted or name.upper() in self.incorporated or MADE_PART.search(words_)
            if not made_part and not self.begun:
                return False  # the form that the whole paper is attached to
            self.exhibit = Zone.EXHIBIT if made_part else Zone.ANNEX
            self.section = self.ending = None
            node.zone = self.exhibit
            return True
        zone = section(words_)
        if self.ending and zone not in (Zone.CERTIFICATE, Zone.DECRETAL):
            return False
        if zone is None and _SIGNATURE.match(words_) and not node.label:
            return False
        if zone is Zone.CERTIFICATE:
            self.ending = zone
        else:
            self.ending = None
            self._section(node, zone)
            if zone is None and self.section is None:
                self._open(words_)
        node.zone = self._zone_here()
        return True

    def _section(self, node: Node, zone: Zone | None) -> None:
        if zone in (Zone.DECRETAL, Zone.STIPULATION):
            self.section = None
            if self.exhibit:
                return
            self.ground, self.opened = _Ground.DECREE, zone or Zone.DECRETAL
        elif zone is not None:
            self.section, self.section_depth = zone, node.depth
        elif self.section is not None and node.depth <= self.section_depth:
            self.section = None

    def _zone_here(self) -> Zone:
        if self.ending:
            return self.ending
        if self.section:
            return self.section
        if self.exhibit:
            return self.exhibit
        return self.opened if self.ground is _Ground.DECREE else Zone.FINDING

    def _ends(self, node: Node) -> bool:
        """The block is one of the lines that close an order."""
        if node.start < self.closes_after or not self.begun:
            return False
        line = self.text[node.start : node.end].strip()
        if _SERVED.match(line) and not node.label:
            self.ending = Zone.CERTIFICATE
            return True
        if self.ending:
            if self.ending is Zone.CERTIFICATE or not self._resumes(node, line):
                return True
            self.ending = None
            return False
        first_words = self.text[node.body : node.end]
        if (
            not node.boxed
            and _SIGNATURE.match(first_words)
            and not self._resumes(node, first_words)
        ):
            self.ending = Zone.SIGNATURE
            return not (node.label and len(words(first_words)) > 3)
        return False

    def _resumes(self, node: Node, line: str) -> bool:
        """Text that goes on after the date or a signature line: orders, not approvals."""
        if re.match(r"\W*(?:it\s+is\s+)?so\s+ordered", line, re.IGNORECASE):
            return len(words(line)) > 12 and _BACK_TO_TEXT.search(line) is not None
        if len(words(line)) < 6 or re.match(r"_{5,}|/s/", line):
            return False
        numbered = node.label is not None and node.label.style in ("1.", "1)", "(1)")
        return enacts(line) or _BACK_TO_TEXT.search(line) is not None or numbered

    def _text(self, index: int, words_: str) -> None:
        node = self.nodes[index]
        run_in = section(self.text[slice(*node.run_in)]) if node.run_in else None
        above = self._run_in_above(node)
        announces = words_.rstrip().endswith(":") and opens_decree(words_)
        self.begun = self.begun or len(words(words_)) >= _SENTENCE or words_.rstrip().endswith(".")
        if run_in in (Zone.FINDING, Zone.RECITAL, Zone.DEFINITION) and not announces:
            node.zone = run_in
            self.fixed.add(index)
            return
        if above is not None and not enacts(words_):
            node.zone = above
            self.fixed.add(index)
            return
        if self.exhibit:
            node.zone = self.section or self.exhibit
            return
        if re.match(r"\W*(?:and\s+)?whereas\b", words_, re.IGNORECASE) and not enacts(words_):
            node.zone = Zone.RECITAL
            return
        narrative = self.ground is _Ground.NARRATIVE and self.section is None
        if self.section is not None and self.section_depth:
            self.headed.add(index)
        self._open(words_)
        if narrative and self.ground is _Ground.NARRATIVE:
            self.narrative.add(index)
        node.zone = self._zone_here()
        if narrative and self.ground is _Ground.NARRATIVE:
            node.zone = self._narrative_zone(words_, numbered=node.label is not None)

    def _run_in_above(self, node: Node) -> Zone | None:
        """The zone of "2. Background. …" holds for the items under it."""
        if node.parent is None:
            return None
        parent = self.nodes[node.parent]
        if parent.run_in and parent.zone in (Zone.FINDING, Zone.RECITAL, Zone.DEFINITION):
            return parent.zone
        return None

    def _narrative_zone(self, words_: str, *, numbered: bool) -> Zone:
        spoken = [words_[slice(*span)] for span in sentences(words_, 0, len(words_))]
        if any(voice(words) is None and OPERATIVE.search(words) for words in spoken):
            return Zone.DECRETAL
        told = voice(words_)
        if told is None and numbered and PAST.search(words_) is None:
            return Zone.DECRETAL  # a numbered paragraph in the present tense: "Father pays half."
        return told or Zone.FINDING

    def _open(self, words_: str) -> None:
        """Enacting words open the decree at the head of a paragraph or before a colon."""
        if opens_decree(words_):
            self.ground, self.section = _Ground.DECREE, None
            if self.opened is not Zone.STIPULATION or ENACTS.match(words_):
                self.opened = Zone.DECRETAL
        elif STIPULATES.search(words_):
            self.ground, self.section, self.opened = _Ground.DECREE, None, Zone.STIPULATION
        elif FINDS_NEXT.search(words_) and voice(words_) is not Zone.DEFINITION:
            self.section, self.section_depth = Zone.FINDING, 0


def assign(text: str, nodes: list[Node], body: int) -> set[int]:
    """Set the zone of every node; the nodes whose sentences each speak for themselves are returned.

    ``body`` is the offset where the caption ends.
    """
    ground = _ground(text, nodes, body)
    walk = _Walk(text, nodes, incorporated(text), ground, paper=adopted_paper(text))
    for index in range(len(nodes)):
        walk.visit(index)
    if _mostly_signatures(nodes, body):
        # A line of the text passed for the end of the order: its end is sought further down.
        closes_after = body + round(_LAST_PART * (len(text) - body))
        walk = replace(
            walk, ending=None, section=None, exhibit=None, closes_after=closes_after, begun=False
        )
        for index in range(len(nodes)):
            walk.visit(index)
    settle(text, nodes, frozenset(walk.narrative), frozenset(walk.fixed), frozenset(walk.headed))
    walk.narrative -= {index for index, node in enumerate(nodes) if node.settled}
    adopt(text, nodes)
    _detach(text, nodes)
    return walk.narrative


def _mostly_signatures(nodes: list[Node], body: int) -> bool:
    """Whether most of a paper's words were taken for signatures."""
    after = [node for node in nodes if node.start >= body]
    closing = sum(node.end - node.start for node in after if node.zone is Zone.SIGNATURE)
    return closing > _LONG_CLOSE and closing > 0.5 * sum(node.end - node.start for node in after)


def _detach(text: str, nodes: list[Node]) -> None:
    """Take signatures and certificates out of the tree, where their lines pass for headings."""
    for node in nodes:
        if node.zone not in (Zone.SIGNATURE, Zone.CERTIFICATE):
            continue
        if node.parent is not None and nodes[node.parent].zone is not node.zone:
            node.parent = None
        if node.kind is BlockKind.HEADING and section(text[node.body : node.end]) is None:
            node.kind = BlockKind.PARAGRAPH
        if node.parent is not None and nodes[node.parent].kind is BlockKind.PARAGRAPH:
            node.parent = None
    set_depths(nodes)


def _ground(text: str, nodes: list[Node], body: int) -> _Ground:
    """A paper that tells before it orders is read sentence by sentence until it orders.

    "It is so ordered" under a numbered list closes the decree that the list is; it opens none.
    """
    enacting = (
        match.start()
        for match in ENACTS.finditer(text, body)
        if not (_SO_ORDERED.match(text, match.start()) and _lists_orders(text, nodes, body))
    )
    opening = min(
        [*islice(enacting, 1)]
        + [node.start for node in nodes if node.start >= body and _begins_decree(text, node)],
        default=None,
    )
    late = opening is not None and opening > body + round(_LATE * (len(text) - body))
    if opening is None or (late and _lists_orders(text, nodes, body)):
        return _Ground.DECREE
    short = len(text) - opening <= min(_FOOT, opening - body)
    foot = late or (short and _ORDERS_ITSELF.search(text, opening) is None)
    if foot and _ADOPTS_ABOVE.search(text, opening):
        return _Ground.DECREE
    before = [node for node in nodes if body <= node.start < opening]
    tells = body > 0 or any(
        any(voice(text[slice(*span)]) for span in sentences(text, node.body, node.end))
        or (
            node.kind is BlockKind.HEADING
            and section(text[node.body : node.end]) in (Zone.FINDING, Zone.RECITAL)
        )
        for node in before
    )
    return _Ground.NARRATIVE if tells else _Ground.DECREE


def _lists_orders(text: str, nodes: list[Node], body: int) -> bool:
    """The body is one numbered list, under headings or without, that soon orders something."""
    numbered = [
        text[node.body : node.end]
        for node in nodes
        if node.start >= body
        and node.label is not None
        and node.kind is not BlockKind.HEADING
        and (node.parent is None or nodes[node.parent].kind is BlockKind.HEADING)
    ]
    opening = numbered[:_OPENING]
    if len(opening) < 2 or any(voice(words_) is not None for words_ in opening):
        return False
    return any(OPERATIVE.search(words_) for words_ in opening)


def _begins_decree(text: str, node: Node) -> bool:
    if node.kind is not BlockKind.HEADING:
        return False
    return section(text[node.body : node.end]) in (Zone.DECRETAL, Zone.STIPULATION)
