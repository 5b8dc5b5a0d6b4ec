"""What each clause is about: its own words decide, then its headings, then the clause before it."""

from collections.abc import Sequence

from rtlint.language.lexicon import Hit
from rtlint.language.mentions import Mention
from rtlint.language.tokens import TokenizedText
from rtlint.language.view import View
from rtlint.model.outline import Span
from rtlint.model.vocabulary import Vocabulary


def topics_of(
    views: Sequence[View],
    text: TokenizedText,
    hits: Sequence[Hit],
    mentions: Sequence[Mention],
    vocabulary: Vocabulary,
) -> list[str]:
    """The topic of each view, "" where nothing says."""
    at_role = {role: topic.name for topic in vocabulary.topics.values() for role in topic.roles}
    ranges = [
        (h.first, h.last, f"~{h.name}" if h.detail == "weak" else h.name)
        for h in hits
        if h.kind == "topic"
    ]
    ranges += [(m.first, m.last, at_role[m.role]) for m in mentions if m.role in at_role]
    headed: dict[Span, str] = {}
    found: list[str] = []
    previous = ""
    previous_block = -1
    previous_headings: tuple[Span, ...] = ()
    for view in views:
        own = _topic_in(text, ranges, (view.clause.start, view.clause.end), vocabulary)
        if not own:
            for span in reversed(view.clause.lead_in):
                own = own or _topic_in(text, ranges, span, vocabulary)
        for span in reversed(view.clause.headings):
            if span not in headed:
                headed[span] = _topic_in(text, ranges, span, vocabulary)
            own = own or headed[span]
        if not own and view.clause.headings == previous_headings:
            same = view.clause.block == previous_block
            if same or (previous and vocabulary.topics[previous].main):
                own = previous
        previous, previous_headings = own, view.clause.headings
        previous_block = view.clause.block
        found.append(own)
    _fill_backwards(found, views)
    return found


def _fill_backwards(found: list[str], views: Sequence[View]) -> None:
    """A first clause without a topic shares that of the next under the same headings."""
    for i in range(len(found) - 2, -1, -1):
        if not found[i] and views[i].clause.headings == views[i + 1].clause.headings:
            found[i] = found[i + 1]


def _topic_in(
    text: TokenizedText,
    ranges: Sequence[tuple[int, int, str]],
    span: Span,
    vocabulary: Vocabulary,
) -> str:
    """The main topic if the span speaks of it at all, else the first other topic in it."""
    tokens = text.between(*span)
    if not tokens:
        return ""
    first, last = tokens[0].index, tokens[-1].index
    names = [name for a, b, name in ranges if first <= a and b - 1 <= last]
    firm = [name for name in names if not name.startswith("~")]
    main = [name for name in firm if vocabulary.topics[name].main]
    weak = [name[1:] for name in names if name.startswith("~")]
    return next(iter((*main, *firm, *weak)), "")
