"""Defined terms: defined twice, or another word used for them; parties called by a foreign word."""

import re
from collections.abc import Iterator

from rtlint.checks.drafting.scene import Scene, around, caption_text, quoted_span, remark
from rtlint.language.names import NAME, is_name
from rtlint.model.drafting import Remark
from rtlint.model.outline import Span
from rtlint.model.rule import Rule

_DEFINED = re.compile(
    r"\(\s*(?:hereinafter\s+|hereafter\s+)?(?:referred\s+to\s+as\s+)?(?:the\s+)?"
    r"[\"“](?:the\s+)?(?P<term>[A-Z][^\"”()]{1,40}?)[,.]?[\"”]\s*\)"
)
_BREAK = re.compile(r"[()\n]")
_BEFORE = 90  # characters before a definition in which its bearer is named


def check_terms(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Terms defined twice for different people, and words used in the place of a defined term."""
    defined: dict[str, list[tuple[str, Span]]] = {}
    for match in _DEFINED.finditer(scene.text):
        before = _BREAK.split(scene.text[max(match.start() - _BEFORE, 0) : match.start()])[-1]
        names = [m["name"] for m in NAME.finditer(before) if is_name(m["name"])]
        span = (match.start() - len(before), match.end())
        defined.setdefault(match["term"], []).append((names[-1] if names else "", span))
    for term, places in defined.items():
        bearers = {name.split()[-1] for name, _ in places if name}
        if len(bearers) > 1:
            quotes = tuple(quoted_span(scene, span) for _, span in places)
            yield remark(rule, quotes, case="twice", facts={"term": term})
    yield from _other_words(scene, rule, defined)


def _other_words(
    scene: Scene, rule: Rule, defined: dict[str, list[tuple[str, Span]]]
) -> Iterator[Remark]:
    """ "The Therapist" in a paper that has defined "the Counselor" for the same part."""
    roles = scene.analysis.vocabulary.roles
    terms = {term.casefold() for term in defined}
    for role in roles.values():
        own = sorted(term for term in terms if term in role.singular)
        if len(own) != 1 or role.systems:
            continue
        for other in sorted(role.bare - set(own)):
            if other in terms:
                continue
            pattern = re.compile(
                rf"(?<=[a-z,;] )[Tt]he ({re.escape(other.title())})\b(?!['’\s]*[A-Z])"
            )
            spans = [m.span() for m in pattern.finditer(scene.text) if _operative(scene, m.start())]
            if spans:
                quotes = tuple(quoted_span(scene, around(scene, span)) for span in spans)
                facts = {"word": other.title(), "term": own[0].title()}
                yield remark(rule, quotes, case="undefined", facts=facts)


def check_designations(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """A party called "Petitioner" in a paper whose caption knows a Plaintiff and a Defendant."""
    parties = [role for role in scene.analysis.vocabulary.roles.values() if role.systems]
    caption = caption_text(scene)
    for role in parties:
        sides = [role.members[m] for m in role.systems[1]] if len(role.systems) > 1 else []
        named = [{w for w in words if _said(w, caption)} for words in sides]
        if not sides or not all(named):
            continue
        for words, known in zip(sides, named, strict=True):
            yield from _foreign(scene, rule, words - known, min(known), caption)


def _foreign(
    scene: Scene, rule: Rule, words: frozenset[str] | set[str], known: str, caption: str
) -> Iterator[Remark]:
    plain = {"plaintiff", "defendant", "petitioner", "respondent"}
    for word in sorted(words & plain):
        pattern = re.compile(rf"\b{word.title()}(?:['’]s)?\s+(?:shall|must|will|may|is|agrees)\b")
        spans = [m.span() for m in pattern.finditer(scene.text) if _operative(scene, m.start())]
        if spans and not _said(word, caption):
            quotes = tuple(quoted_span(scene, around(scene, span)) for span in spans)
            facts = {"word": word.title(), "term": known.title()}
            yield remark(rule, quotes, case="undefined", facts=facts)


def _said(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}s?\b", text, re.IGNORECASE) is not None


def _operative(scene: Scene, at: int) -> bool:
    return any(c.start <= at < c.end and c.operative for c in scene.analysis.outline.clauses)
