"""Who provides the service, where no definition says so: strangers weighed against each other.

"Ozark Steps will handle reunification": a name that stands nowhere in the caption, and that
the paper says the service is with, or provided by. Every stranger is weighed by what is said
around it; the likeliest is taken, and nobody where the signs are too weak.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rtlint.language.english import words
from rtlint.language.names import NAME, Names, is_name
from rtlint.model.outline import Span

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’]*[a-zß-öø-ÿ](?:-[A-Z]?[a-zß-öø-ÿ]+)*"
_STRANGER = re.compile(
    rf"(?:[Tt]he )?(?P<name>{_CAPITAL}(?: (?:(?:&|and|of|for) )?{_CAPITAL}){{0,4}})"
)
_SENTENCE_END = re.compile(r"(?<=[a-z\d)]{2}[.;])\s+|\n\s*\n")
_PARAGRAPH_END = re.compile(r"\n\s*\n|\n(?=\s*(?:\(?\w{1,4}[.)]|¶)\s)")
_WITH = re.compile(
    r"(?:\s+(?!(?:and|or|but|if)\b)[\w'’-]+){0,8}?,?"
    r"\s+(?P<link>with|at|through|by|under|from|of|to)\s+(?:[Tt]he\s+)?",
)
_APPOSITION = r"(?: of [A-Z][^,.;]{2,50})?(?:,[^,.;]{1,50},)?,?(?:\s*\([^)]{1,60}\),?)?"
_PROVIDES = re.compile(
    rf"{_APPOSITION}\s+(?:shall|will|is|are|has|agrees|provides?|offers?|handles?|conducts?"
    r"|does|runs?|leads?|supplies)\b(?P<rest>[^.;]{0,60})"
    rf"|{_APPOSITION},?\s+for\s+(?:[a-z]+\s+){{0,3}}"
)
_APPOINTED = re.compile(
    rf"{_APPOSITION}\s+(?:is|are)\s+(?:hereby\s+)?(?:appointed|designated|selected|retained|engaged)"
)
_APPOINTS = re.compile(
    r"\b(?:appoints|appointed|designates|selects|selected|engages|retains|retained)\b:?\s+"
    r"(?:[Tt]he\s+|is\s+)?\Z"
)
_CALLED = re.compile(
    rf"{_APPOSITION}[\s,]*(?:is|are|shall|will|be|to|hereby|appointed|designated|selected|act|serve"
    r"|as|continue|the|a|an|our|their|this|\s)*"
)
_CALLING = re.compile(r"\s*[,(.:]?\s*(?:is |be |being |named |shall be |will be )?")
_BY = {"at", "through", "by", "under"}
_TAKING_PART = words("taking_part")
_ORGANISATIONS = words("organisations")
_PLACES = words("places")
_SENTENCE_HEAD = re.compile(r"(?:[.;:)\n]\s*|\d\s+)\Z")
_INDENT = 200  # characters of white space before a sentence, at most
_LONGEST_ROLE = 200  # characters of a role word, at most
_NEAR = 80  # characters between a name and the service, at most
# What each sign of being the provider weighs; signs of one kind do not add up.
_DEFINES, _DIRECT, _BESIDE, _TOGETHER, _MENTION = 4.0, 3.0, 1.0, 0.7, 0.12
_MENTIONS = 12  # more mentions than this say no more
_PERSON = 0.5
_ANOTHER, _TAKES_PART = -6.0, -3.0
_ENOUGH = 1.45


@dataclass(frozen=True, slots=True)
class Clues:
    """Where the source speaks of what tells the provider from other strangers, in text order."""

    services: Sequence[Span]  # the service itself
    providers: Sequence[Span]  # role words of its provider
    others: Sequence[Span]  # role words of other professionals
    spoken_for: Sequence[Span]  # all role words: "Mom" is nobody's name


@dataclass(slots=True)
class _Candidate:
    name: str
    signs: dict[str, float] = field(default_factory=dict)
    places: list[Span] = field(default_factory=list)

    def weigh(self, kind: str, weight: float) -> None:
        if abs(weight) > abs(self.signs.get(kind, 0.0)):
            self.signs[kind] = weight

    @property
    def weight(self) -> float:
        mentions = _MENTION * min(len(self.places), _MENTIONS)
        return sum(self.signs.values()) + mentions if self.signs else 0.0


def likely_provider(source: str, clues: Clues, names: Names) -> str:
    """The stranger who most likely provides the service; "" where nobody is likely."""
    candidates: dict[str, _Candidate] = {}
    heads = {start for start, _ in clues.spoken_for}
    for start, end, name, titled in _strangers(source, names):
        if start in heads:
            continue
        candidate = candidates.setdefault(_key(name), _Candidate(name))
        if len(name) > len(candidate.name):
            candidate.name = name
        candidate.places.append((start, end))
        if titled:
            candidate.weigh("person", _PERSON)
    for candidate in candidates.values():
        for place in candidate.places:
            _weigh(source, clues, candidate, place)
    best = max(candidates.values(), key=lambda c: c.weight, default=None)
    if best is None or best.weight < _ENOUGH:
        return ""
    own = set(best.name.split())
    return max((c.name for c in candidates.values() if own <= set(c.name.split())), key=len)


def _key(name: str) -> str:
    """What the long and the short forms of a name share: a surname, "Sunrise" of a clinic."""
    parts = name.split()
    kinds = [n for n, part in enumerate(parts) if part.lower() in _ORGANISATIONS]
    return " ".join(parts[: kinds[0]]) if kinds and kinds[0] else parts[-1]


def _weigh(source: str, clues: Clues, candidate: _Candidate, place: Span) -> None:
    start, end = place
    first, last = _around(source, place, _SENTENCE_END)
    opening, closing = _around(source, place, _PARAGRAPH_END)
    for span in _from(clues.others, start - _LONGEST_ROLE, end + _NEAR + 1):
        if _called(source, place, span) and "." not in source[span[1] : start]:
            candidate.weigh("another", _ANOTHER)
    for span in _from(clues.providers, start - _LONGEST_ROLE, end + _NEAR + 1):
        if _called(source, place, span):
            candidate.weigh("called", _DEFINES)
    other_words = bool(_from(clues.others, first, last))
    if not other_words and (
        _APPOINTED.match(source, end, last) or _APPOINTS.search(source, first, start)
    ):
        candidate.weigh("appointed", _DIRECT if clues.services else 0.0)
    for span in _from(clues.services, min(first, opening), max(last, closing)):
        if first <= span[0] < last:
            if end <= span[0] and _TAKING_PART & set(source[end : span[0]].lower().split()):
                candidate.weigh("takes part", _TAKES_PART)
            candidate.weigh("service", _relation(source, candidate.name, place, span))
        elif opening <= span[0] < closing:
            candidate.weigh("service", _TOGETHER)


def _from(spans: Sequence[Span], low: int, high: int) -> Sequence[Span]:
    """The spans, of a sorted sequence, that begin in a stretch of the source."""
    return spans[bisect_left(spans, (low,)) : bisect_left(spans, (high,))]


def _relation(source: str, name: str, place: Span, service: Span) -> float:
    """How much a service in the same sentence says of a name."""
    if 0 <= place[0] - service[1] <= _NEAR:
        after = _WITH.fullmatch(source, service[1], place[0])
        # One name after "with" may be whoever the service is to reconcile.
        if after and (" " in name or after["link"] in _BY):
            return _DIRECT
    elif 0 <= service[0] - place[1] <= _NEAR:
        before = _PROVIDES.fullmatch(source, place[1], service[0])
        if before and not _TAKING_PART & set((before["rest"] or "").lower().split()):
            return _DIRECT
    return _BESIDE


def _called(source: str, place: Span, role: Span) -> bool:
    """Whether a role word stands directly beside a name: "Ann Roe, the evaluator"."""
    if 0 <= role[0] - place[1] <= _NEAR:
        return _CALLED.fullmatch(source, place[1], role[0]) is not None
    if 0 <= place[0] - role[1] <= 14:
        return _CALLING.fullmatch(source, role[1], place[0]) is not None
    return False


def _around(source: str, place: Span, end_of: re.Pattern[str]) -> Span:
    """The sentence or paragraph around a place."""
    start, end = place
    before = [match.end() for match in end_of.finditer(source, max(start - 600, 0), start)]
    after = end_of.search(source, end, end + 600)
    return (before[-1] if before else max(start - 600, 0)), (after.start() if after else end + 600)


def _strangers(source: str, names: Names) -> Iterator[tuple[int, int, str, bool]]:
    """Names that stand for nobody yet, and whether they are people with a title."""
    taken: list[Span] = []
    for match in NAME.finditer(source):
        titled = match["title"] or match["credentials"]
        if titled and is_name(match["name"]):
            taken.append(match.span())
            if names.find(match["name"]) is None and names.find(match["name"].split()[-1]) is None:
                yield *match.span(), match.group().strip(" ,").split(",")[0], True
    for match in _STRANGER.finditer(source):
        if any(start < match.end("name") and match.start("name") < end for start, end in taken):
            continue
        if _may_be_called_so(source, match, names):
            yield *match.span("name"), match["name"], False


def _may_be_called_so(source: str, match: re.Match[str], names: Names) -> bool:
    """Whether capitalised words are a name that nobody in the paper bears yet."""
    parts = match["name"].replace("&", "and").split()
    lower = {part.lower() for part in parts}
    if any(names.find(part) for part in (match["name"], parts[-1], parts[0])) or lower & _PLACES:
        return False
    if any(word.startswith(parts[0].lower()) for alias in names.aliases for word in alias.words):
        return False  # a pet name
    if lower & _ORGANISATIONS and len(parts) > 1:
        return is_name(parts[0]) or lower - _ORGANISATIONS > {"and"}
    if not is_name(match["name"]):
        return False
    # A word with a capital at the head of a sentence may be any word.
    before = source[max(match.start() - _INDENT, 0) : match.start()]
    begins = not before or _SENTENCE_HEAD.search(before) is not None
    return not begins or len(parts) > 1 or _within_sentences(source, match["name"])


def _within_sentences(source: str, name: str) -> bool:
    return re.search(rf"[a-z,] {re.escape(name)}\b", source) is not None
