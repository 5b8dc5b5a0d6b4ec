"""Who is who: one person given two parts that do not go together, a child left out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from rtlint.checks.drafting.scene import Scene, caption_text, quoted, remark
from rtlint.language.analysis import ClauseReading
from rtlint.language.mentions import BENCH, EVERYONE, Mention
from rtlint.model.drafting import Remark
from rtlint.model.rule import Rule

_ALSO = re.compile(
    r"(?:[a-z.,\s]{0,30}\b(?:shall|will|may|is|to)\s+)(?:hereby\s+|also\s+|further\s+)*(?:be\s+|(?:be\s+)?(?:appointed|designated|named)\s+"
    r"|serve\s+|act\s+|continue\s+)(?:also\s+)?(?:to\s+serve\s+)?(?:as\s+)?(?:both\s+)?(?:the\s+|a\s+|an\s+|this\s+|family['’]s\s+|court['’]s\s+)*",
    re.IGNORECASE,
)
_AND = re.compile(
    r",?\s+and\s+(?:also\s+)?(?:as\s+)?(?:the\s+|a\s+|an\s+)?(?:parties['’]\s+|court['’]s\s+)?",
    re.IGNORECASE,
)
_AS = re.compile(
    r"\b(?:appoint(?:s|ed)?|designated?|named|serves?|acts?|engaged|retained|selected)\b"
    r"(?:[^.;]{0,60}\bas)?\s+(?:both\s+)?(?:the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)


def check_two_roles(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """ "Dr. Wu shall also serve as custody evaluator": the therapist in a second part."""
    for clause in scene.operative():
        mentions = [m for m in clause.view.mentions if _is_part(scene, m)]
        for one, other in pairwise(mentions):
            if one.role != other.role and not other.named and _joins(scene, clause, one, other):
                second = _words(scene, clause, other)
                facts = {"first": _words(scene, clause, one), "second": second}
                yield remark(rule, quoted(scene, clause, second), case="two-roles", facts=facts)
                break


def _is_part(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is of somebody appointed, not of a party, child, lawyer or the court."""
    role = scene.analysis.vocabulary.roles[mention.role]
    free = not (role.systems or role.bare_names or role.never_named or role.owned)
    return free and mention.role != BENCH and not mention.possessive and not mention.negative


def _joins(scene: Scene, clause: ClauseReading, one: Mention, other: Mention) -> bool:
    tokens = clause.view.tokens
    if one.last > other.first:
        return False
    between = scene.text[tokens[one.last - 1].end : tokens[other.first].start] + " "
    between = re.sub(r"^\s*\([^)]*\)", "", between)
    if "not" in between.split() or "never" in between.split():
        return False
    topics = scene.analysis.vocabulary.topics.values()
    if one.named and _ALSO.fullmatch(between):
        # "Dr. Wu is appointed therapist" gives no second part to a doctor taken for another.
        main = any(one.role in topic.roles for topic in topics if topic.main)
        return main or re.search(r"\balso\b|\bboth\b", between) is not None
    before = scene.text[clause.view.clause.start : tokens[one.first].start]
    if _ALSO.fullmatch(between) and re.search(r"\balso\b|\bboth\b", between):
        return True
    return _AND.fullmatch(between) is not None and _AS.search(before) is not None


def _words(scene: Scene, clause: ClauseReading, mention: Mention) -> str:
    tokens = clause.view.tokens
    words = scene.text[tokens[mention.first].start : tokens[mention.last - 1].end]
    return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)


def check_left_out(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """A child of the caption whom the clauses on the subject never include."""
    role = next((r for r in scene.analysis.vocabulary.roles.values() if r.bare_names), None)
    if role is None:
        return
    caption = caption_text(scene)
    names = [n for line in scene.analysis.roles if line.role == role.name for n in line.names]
    children = [name for name in names if _found(name, caption)]
    clauses = [c for c in scene.operative() if scene.on_topic(c)]
    mentions = [m for c in clauses for m in c.view.mentions if m.role == role.name]
    if len(children) < 2 or any(EVERYONE in m.members and not m.named for m in mentions):
        return
    text = " ".join(scene.words(c) for c in clauses)
    left_out = [name for name in children if not _found(name.split()[0], text)]
    if left_out and len(left_out) < len(children):
        first = next(c for c in clauses if any(m.role == role.name for m in c.view.mentions))
        facts = {"names": ", ".join(left_out)}
        yield remark(rule, quoted(scene, first), case="left-out", facts=facts)


def _found(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None
