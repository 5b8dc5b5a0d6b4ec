"""Blanks, placeholders and open choices that were left in words which order something.

A blank for a signature, a date of signing or a judge's name is meant to be filled in by hand and
is no mistake; nor is a blank whose box is not ticked.
"""

import re
from collections.abc import Iterator

from rtlint.checks.drafting.scene import Scene, quoted, remark
from rtlint.language.analysis import ClauseReading
from rtlint.language.mentions import EVERYONE
from rtlint.model.drafting import Remark
from rtlint.model.outline import Force
from rtlint.model.rule import Rule

# Underscores or dots in a row; not those round a mark or a word that was filled in ("__X__").
_UNREADABLE = "\ufffd"
_BLANK = re.compile(
    r"(?<![_A-Za-z0-9✓])\$?_{2,}(?:[ /]{0,3}_{2,})*(?![_]*[A-Za-z0-9✓])|\$_{1,}"
    r"|(?<!\.)\.{5,}(?!\.)|…{2,}"
    r"|\(\s{3,}\)|\[_+\]"
)
_PLACEHOLDER = re.compile(
    r"\bT\.?B\.?[DA]\b\.?|\bX{1,2}[/-]X{1,2}(?:[/-]X{2,4})?\b|\b(?:0{2}|_{2})/0{2}/\d{2,4}"
    r"|\$[Xx]+(?:,[Xx]+)*\b"
    r"|\?{3,}|\{\{?[^{}\n]{1,60}\}?\}|<{1,2}[A-Za-z][^<>\n]{0,60}>{1,2}|«[^»\n]{1,60}»|\bXX+\b"
    r"|\[[•●\s*]+\]"
    r"|\b(?:INSERT|FILL IN|CHOOSE ONE|SELECT ONE|DATE|NAME|AMOUNT|LOREM IPSUM)\b(?=\s*(?:HERE|$))"
)
_ASKS = re.compile(r"\b(?:check|choose|select|tick|mark)\s+(?:only\s+)?one\b|:\s*\Z", re.IGNORECASE)
_LEAD = 200  # characters before a set in which it may be asked for
_LEADER = re.compile(r"\.{3,}\s*\$?\d")  # dots that lead the eye to a figure of a list
_BRACKETS = re.compile(r"\[(?P<inside>[^\[\]\n]{1,80})\]")
_TEMPLATE = re.compile(
    r"(?:insert|enter|fill|specify|select|choose|pick|add|state|list|describe|name|names|date"
    r"|dates|amount|"
    r"number|no\.?|address|county|court|state|city|child|children|therapist|provider|mother|father|"
    r"petitioner|respondent|plaintiff|defendant|party|parties|judge|attorney|percent|percentage"
    r"|time|day|"
    r"days|month|year|frequency|initials?|your|agency|telephone|phone|email|e-mail|location|place"
    r"|rate)\b",
    re.IGNORECASE,
)
_SIGNING = re.compile(
    r"\b(?:day\s+of\s*[_.\s]*|dated?\b|signed|signature|judge|magistrate|commissioner|justice"
    r"|clerk|"
    r"attorney\s+(?:for|no)|bar\s+no|notary|witness|so\s+ordered|entered|decided|sworn"
    r"|by\s+the\s+court|j\.s\.c)",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:before|by|until|than|after)\s+(?:the\s+)?[_\s.]*(?:day\s+of\s*)?$", re.IGNORECASE
)
_SLASHED = re.compile(
    r"\b(?:his/her|her/his|he/she|she/he|him/her|himself/herself|(?:mother|father|petitioner"
    r"|respondent|"
    r"plaintiff|defendant)s?\s?/\s?(?:mother|father|petitioner|respondent|plaintiff|defendant)\b"
    r"(?=\s+(?:shall|must|will|may|is)\b)|shall/may|may/shall|is/is not|shall/shall not"
    r"|will/will not)",
    re.IGNORECASE,
)
_ONE_PERSON = re.compile(
    r"(?:petitioner|respondent|plaintiff|defendant|mother|father|wife|husband)\s?/\s?"
    r"(?:petitioner|respondent|plaintiff|defendant|mother|father|wife|husband)",
    re.IGNORECASE,
)
_WHOEVER = re.compile(
    r"\b(?:each|every|either|any|no|neither|both|whichever|whoever|other|another|a|an)\b"
    r"|\b(?:parties|parents|therapist|counselor|children)\b",
    re.IGNORECASE,
)


def check_blanks(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """One remark for each clause with something left open, and one for each set without a tick."""
    for clause in scene.operative():
        for case, words in _left_open(scene, clause):
            yield remark(rule, quoted(scene, clause, words), case=case, facts={"words": words})
            break
    yield from _choices(scene, rule)


def _left_open(scene: Scene, clause: ClauseReading) -> Iterator[tuple[str, str]]:
    text = scene.words(clause)
    tabulated = len(_LEADER.findall(scene.text)) > 1
    for match in _BLANK.finditer(text):
        leads = tabulated and match[0].startswith(".")
        if not leads and not _for_signing(scene, clause, match):
            yield "blank", match[0].strip()
    for match in _PLACEHOLDER.finditer(text):
        yield "placeholder", match[0]
    for match in _BRACKETS.finditer(text):
        if _is_template(match["inside"]):
            yield "placeholder", match[0]
    for match in _SLASHED.finditer(text):
        pronoun = match[0].casefold().startswith(("h", "she"))
        named = _ONE_PERSON.fullmatch(match[0]) is not None
        if not named and not (pronoun and _distributes(clause, text)):
            yield "choice", match[0]


def _for_signing(scene: Scene, clause: ClauseReading, match: re.Match[str]) -> bool:
    """Whether a blank is one that is filled in by hand when the paper is signed."""
    text = match.string
    letters = re.sub(r"[^A-Za-z]+", " ", text).split()
    if not letters or (len(letters) <= 2 and _names_party(scene, clause)):
        return True  # nothing but a line to sign on: "Parent: ______"
    before, after = text[: match.start()], text[match.end() :]
    if re.match(r"\s*day\s+of\b", after) or re.search(r"\bday\s+of\s*[_\s.]*$", before):
        return _DEADLINE.search(before) is None
    near = before[-40:] + " " + after[:25]
    return _SIGNING.search(near) is not None and not re.search(r"\b(?:before|by|than)\s*$", before)


def _names_party(scene: Scene, clause: ClauseReading) -> bool:
    roles = scene.analysis.vocabulary.roles
    return any(roles[mention.role].systems for mention in clause.view.mentions)


def _is_template(inside: str) -> bool:
    """ "[NAME]", "[insert date]", "[equally / ___%]"; not "[sic]", "[t]he" or a tick."""
    words = inside.strip()
    if not re.search(r"[A-Za-z]{2}", words) or words.casefold() == "sic":
        return False
    if "___" in words:
        return True
    shouted = words.upper() == words and len(words) > 2
    few = len(words.split()) <= 6
    slash = re.search(r"[a-z]{2}\s?/\s?[a-z]{2}", words, re.IGNORECASE) is not None
    return few and (shouted or slash or _TEMPLATE.match(words) is not None)


def _distributes(clause: ClauseReading, text: str) -> bool:
    """Whether "his/her" speaks of each of several people, or of somebody not yet known."""
    several = any(EVERYONE in m.members for m in clause.view.mentions if m.members)
    return several or _WHOEVER.search(text) is not None


def _choices(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Options of which none is ticked; those that stand side by side are one set."""
    if _UNREADABLE in scene.text:
        return  # a box that came out as no character may be ticked: nobody can tell
    group: list[ClauseReading] = []
    for clause in scene.operative(Force.UNDECIDED):
        if group and clause.view.number - group[-1].view.number > 2:
            yield from _choice(scene, rule, group)
            group = []
        group.append(clause)
    if group:
        yield from _choice(scene, rule, group)


def _choice(scene: Scene, rule: Rule, group: list[ClauseReading]) -> Iterator[Remark]:
    """A remark on a set to choose from; an item with a box of its own may stay unticked."""
    first = group[0].view.clause
    block = scene.analysis.outline.blocks[first.block]
    before = scene.text[block.start : first.start]
    asked = scene.text[max(0, first.start - _LEAD) : first.start]
    if re.search(r"[A-Za-z]{3}", before) or _ASKS.search(asked) or _alternatives(scene, group):
        quotes = tuple(item for clause in group for item in quoted(scene, clause))
        yield remark(rule, quotes, case="choice", facts={"words": "no box is ticked"})


def _alternatives(scene: Scene, group: list[ClauseReading]) -> bool:
    """Whether items speak of one thing, so that one of them was meant to be chosen."""
    said = [set(re.findall(r"[a-z]{4,}", scene.words(clause).casefold())) for clause in group]
    said = [words for words in said if len(words) > 1]
    return len(said) > 1 and bool(set.intersection(*said))
