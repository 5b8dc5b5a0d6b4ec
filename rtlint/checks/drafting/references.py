"""Cross-references that lead nowhere: a paragraph that is not there, an exhibit not attached.

A paper that numbers nothing is never told that its paragraph 7 is missing: then the
reference is to another paper, or the numbers were lost in reading.
"""

import re
from collections.abc import Iterator

from rtlint.checks.drafting.scene import Scene, quoted_span, remark
from rtlint.language.analysis import ClauseReading
from rtlint.model.drafting import Remark
from rtlint.model.outline import CrossReference, Force
from rtlint.model.rule import Rule

_ELSEWHERE = re.compile(  # "section 61.20, Florida Statutes", "Schedule 1 of the judgment"
    r"\s*,?\s*(?:[A-Z][\w.]*\s+){0,4}(?:Statutes?|Code|Stat\.|Act|Rules?|Laws?)\b"
    r"|\s*,?\s*(?:of|to|in)\s+(?:the|that|their|its|said|our"
    r"|a)\s+(?!order\s+below)(?:[\w'’-]+\s+){0,4}"
    r"(?:judgment|decree|plan|agreement|order|petition|motion|report|stipulation|complaint"
    r"|filing|[Mm]inutes|[Cc]ontract|[Tt]erms|[Hh]andbook|[Pp]olicy|[Mm]emorandum)\b",
)
_TITLE = re.compile(
    r"^[=*_ \t-]{0,80}(?:exhibit|schedule|attachment|appendix|annex|addendum|rider)[ \t]+[\"“']?"
    r"(?P<name>\w{1,4})\b[\"”'.=*_ \t]{0,80}(?:$|[:—–-])",
    re.IGNORECASE | re.MULTILINE,
)
_ATTACHED = re.compile(
    r"\b(?:attached|annexed|appended|enclosed|hereto|to\s+this|marked|says|provides|lists|lays|binds?)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(r"(?:sections?|sec\.|§§?|articles?|chapters?)\s*\Z", re.IGNORECASE)
_MODIFIES = re.compile(  # "the section 30 assessor", "Section 7: $210 a month"
    r":|\s+(?!(?:above|below|hereof|herein|hereto|of|and|or|to|through|in|is|are|was|shall|will|may|must|does"
    r"|do|applies|apply|controls?|governs?|supra|for|on|as|at|by|that|which|if|unless|until|when|with|but"
    r"|nor|than|remains?|stands?|continues?|binds?|begins?|ends?|cannot|can|has|have|had|says|provides"
    r"|sets|states|requires|limits|takes)\b)[a-z]"
)
_FAR = 10  # a section that lies so many numbers beyond the paper's last is a statute's
_KINDS = ("paragraph", "exhibit")


def check_references(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """One remark for each target that is not in the document, with every mention of it."""
    missing: dict[tuple[str, str], list[tuple[CrossReference, ClauseReading]]] = {}
    for reference in scene.analysis.outline.references:
        if reference.kind not in _KINDS or reference.block is not None:
            continue
        clause = _clause_at(scene, reference)
        if clause is not None and _is_ours(scene, reference):
            missing.setdefault((reference.kind, reference.target), []).append((reference, clause))
    for (kind, target), found in missing.items():
        if kind == "exhibit" and not any(_is_attached(scene, mention) for mention, _ in found):
            continue  # an exhibit of the hearing, or of another paper
        quotes = tuple(
            quoted_span(
                scene,
                (clause.view.clause.start, clause.view.clause.end),
                clause.view.clause.paragraph,
                scene.text[reference.start : reference.end],
            )
            for reference, clause in found
        )
        words = scene.text[found[0][0].start : found[0][0].end]
        yield remark(rule, quotes, case=kind, facts={"words": words, "target": target})


def _is_attached(scene: Scene, reference: CrossReference) -> bool:
    """Whether the words speak of an exhibit as of a part of this paper."""
    sentence = next(
        (
            scene.sentence(c)
            for c in scene.analysis.clauses
            if c.view.clause.start <= reference.start < c.view.clause.end
        ),
        "",
    )
    return reference.incorporates or _ATTACHED.search(sentence) is not None


def _clause_at(scene: Scene, reference: CrossReference) -> ClauseReading | None:
    for clause in scene.analysis.clauses:
        outline = clause.view.clause
        if outline.start <= reference.start < outline.end:
            live = outline.force is Force.LIVE
            return clause if outline.operative and live else None
    return None


def _is_ours(scene: Scene, reference: CrossReference) -> bool:
    """Whether a reference can be meant to this paper: it has numbers of the kind referred to."""
    if _ELSEWHERE.match(scene.text, reference.end):
        return False
    if reference.kind == "paragraph" and _of_statute(scene, reference):
        return False
    if reference.kind == "exhibit":
        return not _stands(scene, reference.target)
    labels = {block.label for block in scene.analysis.outline.blocks if block.label}
    if reference.target in {label.strip("().") for label in labels}:
        return False  # it is there, under a heading that the reference does not name
    first = reference.target.split("(")[0].split(".")[0]
    return sum(_alike(first, label) for label in labels) >= 2


def _of_statute(scene: Scene, reference: CrossReference) -> bool:
    """Whether a section is one of a statute that the paper's readers know by its number alone."""
    words = scene.text[reference.start : reference.end]
    number = re.search(r"\d+", reference.target)
    before = words[: words.find(number[0])] if number else ""
    if number is None or not _SECTION.search(
        scene.text[reference.start - 12 : reference.start] + before
    ):
        return False
    labels = (re.match(r"\d+", b.label) for b in scene.analysis.outline.blocks if b.label)
    last = max((int(label[0]) for label in labels if label), default=0)
    return int(number[0]) > last + _FAR or _MODIFIES.match(scene.text, reference.end) is not None


def _stands(scene: Scene, name: str) -> bool:
    """Whether a line of its own names the exhibit: "== EXHIBIT A ==", "Schedule 1 - Times"."""
    return any(match["name"].casefold() == name.casefold() for match in _TITLE.finditer(scene.text))


def _alike(one: str, other: str) -> bool:
    kinds = (str.isdigit, lambda text: text.isalpha() and text.isupper())
    return bool(one) and any(kind(one) and kind(other) for kind in kinds)
