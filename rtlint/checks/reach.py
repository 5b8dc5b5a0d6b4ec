"""Words that are out of reach: unread pages, papers that are not in the file, open choices.

What no readable clause decides, words that cannot be read may: such a requirement is
undetermined, not missing. A paper that is said to govern some matters only ("fees are as in
Exhibit B") leaves the others as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rtlint.checks.applies import names_topic
from rtlint.checks.evidence import quote_clause, quote_takes
from rtlint.language.analysis import Analysis, ClauseReading
from rtlint.model.assessment import Assessment, Evidence, EvidenceRole, Status
from rtlint.model.outline import CrossReference, Span
from rtlint.model.rule import Rule, Rulebook
from rtlint.readers.reading import Take

_ELSEWHERE = re.compile(
    r"\b(?:separately|under seal|not attached"
    r"|to be (?:provided|supplied|attached|filed|submitted))\b",
    re.IGNORECASE,
)
_EVERYTHING = re.compile(
    r"\b(?:everything|all (?:other )?(?:its )?(?:terms|matters|subjects|respects)"
    r"|(?:in |its )?every (?:respect|particular|term|paragraph|provision)"
    r"|(?:remaining|other) (?:terms|matters|provisions|conditions)|rest of the terms)\b",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:remain|continue|sta(?:y|nd)|survive|persist|appl(?:y|ie)|bind|(?:un)?disturb|reaffirm|govern"
    r"|control)|\b(?:unchanged|unaffected|otherwise|in\s+(?:all|every)\s+other|except\s+as)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\bit,?\s+(?:and\s+it\s+)?(?:alone|only)\b"
    r"|\A(?:it|that|they|those|the)\b[^.;]{0,60}\b(?:governs?|covers?|controls?|deals?\s+with)\b",
    re.IGNORECASE,
)
_BUT_FOR = re.compile(  # what stands is the whole of the paper, but for what this one changes
    r"\b(?:except|save|other\s+than)\s+(?:only\s+)?(?:as|to\s+the\s+extent)\b|\bin\s+(?:all|every)\s+other\b"
    r"|\bas\s+(?:so\s+|hereby\s+|herein\s+)?(?:amended|modified|varied)\b",
    re.IGNORECASE,
)
_AMENDS = re.compile(
    r"\b(?:is|are|be)\s+(?:hereby\s+)?(?:amended|deleted|struck|stricken|added|replaced|modified|raised|lowered)\b"
    r"|\bin\s+(?:its|their)\s+(?:stead|place)\b|\bread\b",
    re.IGNORECASE,
)
_UNREADABLE = re.compile(  # what a typed copy says of words that it could not take over
    r"\[[^\[\]\n]{0,80}\b(?:illegible|unreadable|no (?:readable )?text|could not be read"
    r"|can ?not be (?:selected|read)|scanned (?:image|picture|page|sheet)"
    r"|(?:mark|box|tick) did not come through)\b[^\[\]\n]{0,120}\]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Absent:
    """A paper that governs the order's subject and is not in the file.

    Attributes:
        evidence: the clause that makes it part of the order.
        matters: ids of the rules whose matter it governs; None where it may govern any.
    """

    evidence: tuple[Evidence, ...]
    matters: frozenset[str] | None

    def governs(self, rule: str) -> bool:
        return self.matters is None or rule in self.matters


def out_of_reach(
    analysis: Analysis,
    rule: Rule,
    assessment: Assessment,
    undecided: Sequence[Take],
    absent: Sequence[Absent],
) -> Assessment:
    """The assessment, made undetermined where words that could decide it cannot be read.

    Args:
        undecided: takes from options of which none is ticked.
        absent: papers that are not in the file.
    """
    if undecided and assessment.status in (Status.MISSING, Status.PARTIAL):
        evidence = quote_takes(analysis, undecided)
        return replace(assessment, status=Status.UNDETERMINED, evidence=evidence)
    papers = [paper for paper in absent if paper.governs(rule.id)]
    if not _open(assessment, papers):
        return assessment
    document = analysis.document
    unread = bool(document.unread_pages or document.unread_parts)
    unread = unread or bool(_at_large(analysis))
    if papers or unread:
        evidence = tuple(e for paper in papers for e in paper.evidence)
        return replace(assessment, status=Status.UNDETERMINED, evidence=evidence, role=None)
    return assessment


def unreadable(text: str) -> list[Span]:
    """Where a text says of itself that words are missing which could not be read."""
    return [match.span() for match in _UNREADABLE.finditer(text)]


def _open(assessment: Assessment, papers: Sequence[Absent]) -> bool:
    """Whether nothing but the words that point to an absent paper decides the status."""
    shown = [e for e in assessment.evidence if e.role is not EvidenceRole.NEAREST]
    pointing = {(e.start, e.end) for paper in papers for e in paper.evidence}
    return all((e.start, e.end) in pointing for e in shown)


def absent_papers(analysis: Analysis, rulebook: Rulebook) -> list[Absent]:
    """Papers made part of this order on its main topic which are not in the file."""
    found: dict[int, Absent] = {}
    for reference in analysis.outline.references:
        if not reference.incorporates or reference.kind == "paragraph":
            continue
        for n, reading in enumerate(analysis.clauses):
            clause = reading.view.clause
            here = clause.start <= reference.start < clause.end and clause.operative
            if here and n not in found and _is_absent(analysis, reference, reading):
                evidence = quote_clause(analysis, reading, EvidenceRole.DECIDES)
                found[n] = Absent(tuple(evidence), _matters(_scope(analysis, n), rulebook))
    return list(found.values())


def _scope(analysis: Analysis, n: int) -> str:
    """The words that say what a paper governs: its clause, and "it governs only …" after it."""
    here = analysis.clauses[n].view.clause
    words = [analysis.document.text[here.start : here.end]]
    for reading in analysis.clauses[n + 1 : n + 3]:
        clause = reading.view.clause
        after = analysis.document.text[clause.start : clause.end]
        if _ONLY.search(after):
            words.append(after)
    return " ".join(words)


def _matters(words: str, rulebook: Rulebook) -> frozenset[str] | None:
    """The rules whose matter a paragraph names; None where it names all, or none."""
    if _EVERYTHING.search(words):
        return None
    low = " ".join(words.lower().split())
    named = {
        rule.id
        for rule in rulebook.rules
        if any(re.search(rf"\b{re.escape(matter)}", low) for matter in rule.matter)
    }
    return frozenset(named) or None


def _is_absent(analysis: Analysis, reference: CrossReference, reading: ClauseReading) -> bool:
    """Whether the paper is out of reach and speaks of the main topic.

    An earlier order commonly governs custody or support: only a sentence that itself names the
    main topic, or whoever provides it, says that this one governs more; so does a sentence that
    leaves it in force in a paragraph which names them.
    """
    if reference.kind == "order":
        clause = reading.view.clause
        stands = _STANDS.search(analysis.document.text, clause.start, clause.end) is not None
        beside = [c for c in analysis.clauses if c.view.clause.block == clause.block]
        spoken = beside if stands else [reading]
        if reference.block is not None:
            return False
        whole = stands and _BUT_FOR.search(analysis.document.text, clause.start, clause.end)
        return any(_on_topic(analysis, c) for c in spoken) or bool(whole and _amends_it(analysis))
    topic = analysis.vocabulary.topics.get(reading.topic)
    if topic is not None and not topic.main and not names_topic(analysis, reading, weakly=True):
        return False
    words = analysis.document.text[reading.view.clause.start : reading.view.clause.end]
    out_of_sight = reference.block is None or _unread_under(analysis, reference.block) is not None
    return out_of_sight or _ELSEWHERE.search(words) is not None


def _amends_it(analysis: Analysis) -> bool:
    """Whether the paper amends what another one says of the main topic, word by word."""
    text = analysis.document.text
    return any(
        _AMENDS.search(text, c.view.clause.start, c.view.clause.end) and _on_topic(analysis, c)
        for c in analysis.clauses
        if c.view.clause.operative
    )


def _unread_under(analysis: Analysis, block: int) -> Span | None:
    """Where an exhibit that is attached says, right under its title, that it cannot be read."""
    end = analysis.outline.blocks[block].end
    text = analysis.document.text
    return next((s for s in unreadable(text) if end <= s[0] and not text[end : s[0]].strip()), None)


def _at_large(analysis: Analysis) -> list[Span]:
    """Unreadable words that stand in no exhibit, so that they may speak of anything."""
    exhibits = {
        reference.block
        for reference in analysis.outline.references
        if reference.kind == "exhibit" and reference.block is not None
    }
    placed = {_unread_under(analysis, block) for block in exhibits}
    return [span for span in unreadable(analysis.document.text) if span not in placed]


def _on_topic(analysis: Analysis, reading: ClauseReading) -> bool:
    if names_topic(analysis, reading):
        return True
    topics = analysis.vocabulary.topics.values()
    providers = {role for topic in topics if topic.main for role in topic.roles}
    own = reading.view.own
    return any(m.role in providers and m.first >= own for m in reading.view.mentions)
