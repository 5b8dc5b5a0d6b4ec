"""Who provides the service, where no title and no role word says so.

"Ozark Steps will handle reunification": a name that stands nowhere else in the caption, and
that the paper says the service is with, or provided by. Every stranger who shares a sentence
with the service is weighed, and the likeliest is taken.
"""

import re
from collections.abc import Iterator, Sequence

from rtlint.language.english import words
from rtlint.language.names import NAME, Names, is_name
from rtlint.model.outline import Span

_CAPITAL = r"[A-Z][a-z'’]*[a-z](?:-[A-Z]?[a-z]+)*"
_STRANGER = re.compile(
    rf"(?:[Tt]he )?(?P<name>{_CAPITAL}(?: (?:(?:&|and|of|for) )?{_CAPITAL}){{0,4}})"
)
_SENTENCE_END = re.compile(r"(?<=[a-z\d)]{2}[.;])\s+|\n\s*\n")
_PROVIDER_AFTER = re.compile(
    r"(?:\s+(?!(?:and|or|but|if)\b)[\w'’-]+){0,8}?,?\s+(?P<link>with|at|through|by|under|from|of|to)"
    r"\s+(?:[Tt]he\s+)?",
)
_PROVIDER_BEFORE = re.compile(
    r"(?:,[^,.;]{1,40},)?,?(?:\s*\([^)]{1,60}\))?\s+(?:shall|will|is|are|has|agrees|provides?|offers?|handles?|conducts?"
    r"|does|runs?|leads?|supplies)\b(?P<rest>[^.;]{0,60})"
)
_BY = {"at", "through", "by", "under"}
_APPOINTS = re.compile(
    r"\b(?:appoints|appointed|designates|selects|selected|engages|retains|retained)\b:?\s+"
    r"(?:[Tt]he\s+|is\s+)?"
)
_TAKING_PART = words("taking_part")
_ORGANISATIONS = words("organisations")
_PLACES = words("places")
_NEAR = 80  # characters between a name and the service, at most
_DIRECT, _BESIDE, _MENTION = 3.0, 1.0, 0.1  # how much each sign of being the provider weighs
_ENOUGH = 3.0


def likely_provider(
    source: str, services: Sequence[Span], others: Sequence[Span], names: Names
) -> str:
    """The stranger who most likely provides the service; "" where nobody is likely.

    Args:
        services: where the source names the service itself, or the role of its provider.
        others: where it names other professionals; whom it appoints there is one of them.
    """
    weights = _appointed(source, others, names)
    for start, end in services:
        first, last = _sentence(source, start, end)
        for name_start, name_end, name in _strangers(source, first, last, names):
            weight = _BESIDE
            if 0 <= name_start - end <= _NEAR:
                after = _PROVIDER_AFTER.fullmatch(source[end:name_start])
                # One name after "with" may be whoever the service is to reconcile.
                if after and (" " in name or after["link"] in _BY):
                    weight = _DIRECT
            elif 0 <= start - name_end <= _NEAR:
                between = _PROVIDER_BEFORE.fullmatch(source[name_end:start])
                if between and not _TAKING_PART & set(between["rest"].lower().split()):
                    weight = _DIRECT
            weights[name] = max(weights.get(name, 0.0), weight)
    for name in weights:
        weights[name] += _MENTION * min(len(re.findall(rf"\b{re.escape(name)}\b", source)), 9)
    best = max(weights, key=lambda name: weights[name], default="")
    return best if best and weights[best] >= _ENOUGH else ""


def _appointed(source: str, others: Sequence[Span], names: Names) -> dict[str, float]:
    """Strangers whom the paper appoints without a word of any other profession."""
    found: dict[str, float] = {}
    for match in _APPOINTS.finditer(source):
        first, last = _sentence(source, *match.span())
        if not any(first <= start < last for start, _ in others):
            for start, _, name in _strangers(source, match.end(), last, names):
                if start == match.end():
                    found[name] = _DIRECT
    return found


def _sentence(source: str, start: int, end: int) -> Span:
    """The sentence around a span."""
    ends = [match.end() for match in _SENTENCE_END.finditer(source, max(start - 400, 0), start)]
    after = _SENTENCE_END.search(source, end, end + 400)
    return (ends[-1] if ends else max(start - 400, 0)), (after.start() if after else end + 400)


def _strangers(source: str, first: int, last: int, names: Names) -> Iterator[tuple[int, int, str]]:
    """Names within a stretch that stand for nobody yet: people with a title, organisations."""
    taken: list[Span] = []
    for match in NAME.finditer(source, first, last):
        titled = match["title"] or match["credentials"]
        if titled and is_name(match["name"]):
            taken.append(match.span())
            if names.find(match["name"]) is None and names.find(match["name"].split()[-1]) is None:
                yield *match.span(), match.group().strip(" ,").split(",")[0]
    for match in _STRANGER.finditer(source, first, last):
        if any(start < match.end("name") and match.start("name") < end for start, end in taken):
            continue
        if _may_be_called_so(source, match, names):
            yield *match.span("name"), match["name"]


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
    begins = re.search(r"(?:\A|[.;:)\n]\s*|\d\s+)\Z", source[: match.start()]) is not None
    return not begins or len(parts) > 1 or _within_sentences(source, match["name"])


def _within_sentences(source: str, name: str) -> bool:
    return re.search(rf"[a-z,] {re.escape(name)}\b", source) is not None
