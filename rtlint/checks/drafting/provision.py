"""Something that every paper of a kind must hold: somebody named, or a clause that says it.

A clause counts if a pattern of the rule takes it, if it says when where the rule asks for
that, and if it leaves no blank just there.
"""

import re
from collections.abc import Collection, Iterator

from rtlint.checks.drafting.scene import Scene, caption_text, quoted, remark
from rtlint.language.analysis import ClauseReading
from rtlint.language.lexicon import lexicon_for
from rtlint.language.mentions import Mention
from rtlint.language.names import proper
from rtlint.language.times import has_deadline
from rtlint.model.assessment import Evidence
from rtlint.model.drafting import Remark
from rtlint.model.rule import Force, Rule, Stance
from rtlint.readers.frames import read_frames
from rtlint.readers.reading import Take
from rtlint.structure.formulas import enacts

_GAP = re.compile(
    r"(?:\b(?:with|by|appoints?|appointed|is|be|named?|namely|as)|(?:counselor|therapist|provider)\s*[:–—-])"
    r"\s*(?:_{3,}|\[[^\]\n]{0,30}name[^\]\n]{0,30}\]|T\.?B\.?D\b)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z][\w’'.-]*(?:\s+(?:of\s+|and\s+|for\s+|de\s+|&\s+)?[A-Z][\w’'.-]*)+")
_LITTLE = re.compile(
    r"^(?:(?:The|This|That|A|An|In|On|At|By|If|When|Until|Upon|For|As|All|Any|Each|Both|Neither|No|So|It|IT|IS|ORDERED|"
    r"FURTHER|THE|COURT|ORDERS|ADJUDGED|AND|DECREED)\s+)+"
)
_BLANK = re.compile(r"_{2,}|\bT\.?B\.?D\b|\[[^\]\n]{0,30}\bname\b[^\]\n]{0,30}\]", re.IGNORECASE)
# What leads to a name that may be the therapist's, and words that only such names have.
_LED_TO = re.compile(
    r"(?:\b(?:with|by|to|at|through|from|is|be|are|as|of|appoints?|retains?|engages?|names?|selects?|chooses)|:)\s+$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:Dr|Prof|Center|Centre|Clinic|Counseling|Counselling|Services|Associates|Institute|Group|Practice|"
    r"Family|Families|House|Bridges?|Therapy|Psycholog\w+|Behavioral|Ph\.?D|LMFT|LCSW|LPC|Psy\.?D)\b"
)
_SHORT = 4  # capital letters alone, up to so many, are an abbreviation and no name


def check_provision(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """One remark where nothing provides it, with the clauses that come near."""
    takes = [t for t in read_frames(scene.analysis, rule) if t.stance is not Stance.EXCLUDES]
    given = [take for take in takes if _provides(scene, rule, take)]
    empty = rule.named and next(
        (c for c in scene.operative() if _gap_for_name(scene, rule, c)), None
    )
    if empty:  # whoever is to be chosen otherwise must be the one whose name is wanting
        given = [take for take in given if _speaks_of(take.clause, rule.named)]
    if given or (rule.timed and _in_time(scene, rule)):
        return
    if empty:
        yield remark(rule, quoted(scene, empty), case="empty")
        return
    if rule.named and (_somebody(scene, rule.named) or _stranger(scene, rule.named)):
        return
    if _out_of_reach(scene):
        return
    near = tuple(item for take in takes for item in quoted(scene, take.clause, take.cue))
    yield remark(rule, near or _first_naming(scene, rule), case="absent")


def _speaks_of(clause: ClauseReading, role: str) -> bool:
    return any(mention.role == role for mention in clause.view.mentions)


def _out_of_reach(scene: Scene) -> bool:
    """Whether a paper that is made part of this one, or a page, cannot be read: it may say it."""
    references = scene.analysis.outline.references
    absent = any(r.kind == "exhibit" and r.incorporates and r.block is None for r in references)
    return absent or bool(scene.analysis.document.unread_pages)


def _gap_for_name(scene: Scene, rule: Rule, clause: ClauseReading) -> bool:
    """ "Therapy with ______": a blank just where the name belongs."""
    about = scene.on_topic(clause) or any(m.role == rule.named for m in clause.view.mentions)
    return about and _GAP.search(scene.sentence(clause)) is not None


def _stranger(scene: Scene, role: str) -> bool:
    """Whether the clauses on the subject name somebody who is not known for another part.

    Who provides a therapy is told in many ways ("The Branchwood Group", "Hope Haven"); a paper
    is blamed for naming nobody only where no name is left that could be meant.
    """
    terms = lexicon_for(scene.analysis.vocabulary).phrases
    caption = set(re.findall(r"[A-Z]\w{2,}", proper(caption_text(scene))))
    for clause in scene.operative():
        if not scene.on_topic(clause) and all(m.role != role for m in clause.view.mentions):
            continue
        others = [m for m in clause.view.mentions if _has_other_part(scene, m, role)]
        taken = {t.start for m in others for t in clause.view.tokens[m.first : m.last]}
        start = clause.view.clause.start
        for match in _CAPITALS.finditer(scene.words(clause)):
            plain = _LITTLE.sub("", match[0])
            spread = range(start + match.start(), start + match.end())
            known = plain.casefold() in terms or caption >= {*re.findall(r"[A-Z]\w{2,}", plain)}
            led = _LED_TO.search(scene.words(clause)[: match.end() - len(plain)]) is not None
            named = _OFFICE.search(plain) is not None or led
            if " " in plain and not known and named and not taken & set(spread):
                return True
    return False


def _has_other_part(scene: Scene, mention: Mention, role: str) -> bool:
    """Whether a mention is of a party, or of somebody else who is known for something else."""
    known = scene.analysis.vocabulary.roles[mention.role]
    if known.systems or not mention.named:
        return True
    return mention.role != role and not known.bare_names


def _provides(scene: Scene, rule: Rule, take: Take) -> bool:
    if take.stance is not Stance.SUPPORTS:
        return False
    if rule.timed:  # a date left blank is no date, nor is that of the paper itself
        governing = (scene.text[slice(*span)] for span in take.clause.view.clause.lead_in)
        spoken = [scene.words(take.clause), *(words for words in governing if not enacts(words))]
        return any(map(has_deadline, spoken))
    return not _BLANK.search(scene.sentence(take.clause))


def _in_time(scene: Scene, rule: Rule) -> bool:
    """Whether a clause on the subject sets a day for what the rule is about, however it is built.

    "Call her office by June 21", "First interviews with Dr. Wu by May 3": no frame takes it.
    """
    things = frozenset().union(*(group for p in rule.patterns for group in p.says))
    acts = frozenset().union(*(p.acts for p in rule.patterns))
    other = frozenset().union(*(p.lacks for p in rule.patterns))
    people = {role for pattern in rule.patterns for role in pattern.patient}
    for clause in scene.operative():
        said = {hit.name for hit in clause.view.hits if hit.kind == "concept"}
        met = [mention.role for mention in clause.view.mentions]
        about = said & things and (scene.on_topic(clause) or people & {*met})
        done = said & acts and people & {*met[1:]}  # what those people do is nobody's first step
        mild = clause.frames and all(f.force in (Force.WEAK, Force.MAY) for f in clause.frames)
        found = (about or done) and not said & other and not mild
        if found and has_deadline(scene.words(clause)):
            return True
    return False


def _somebody(scene: Scene, role: str) -> bool:
    """Whether anybody is known by name to have a role, not only as "the Counselor"."""
    terms = lexicon_for(scene.analysis.vocabulary).phrases
    names = [name for line in scene.analysis.roles if line.role == role for name in line.names]
    parties = caption_text(scene).casefold()  # a party taken for the therapist is not one
    return any(_is_name(n, terms) and n.split()[-1].casefold() not in parties for n in names)


def _is_name(name: str, terms: Collection[str]) -> bool:
    plain = re.sub(r"^(?:the|a|an|our|said)\s+", "", name, flags=re.IGNORECASE).strip()
    abbreviated = plain.isupper() and len(plain) <= _SHORT
    known = plain.casefold() in terms
    return bool(re.search(r"[A-Za-z]{3}", plain)) and not abbreviated and not known


def _first_naming(scene: Scene, rule: Rule) -> tuple[Evidence, ...]:
    """The first clause on the subject: where the provision would stand."""
    role = rule.named
    for clause in scene.operative():
        said = any(m.role == role for m in clause.view.mentions) if role else scene.on_topic(clause)
        if said:
            return quoted(scene, clause)
    return ()
