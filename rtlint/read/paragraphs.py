"""Lines in reading order to paragraphs.

No single sign is trusted: a label, a gap, a change of indent, a line that stops short, a title
in capitals each start a paragraph, and a page's end joins what they would join within a page.
"""

from collections.abc import Sequence
from itertools import pairwise

from rtlint.model.document import ParagraphKind
from rtlint.read.labels import (
    begins_lower,
    ends_item,
    ends_sentence,
    ends_with_link,
    ends_with_reference,
    follows_label,
    is_bare_label,
    is_capitals,
    is_entry,
    is_ruled,
    is_versus,
    linked,
    opens_formally,
    starts_with_label,
)
from rtlint.read.page import PageLine, Passage

STEP = 18.0  # points by which an indent must differ to mean something
SAME = 4.0  # points by which equal indents may differ
_NOTHING = 2.0  # points that come of rounding
_SHORT = 0.18  # share of the width that a full line may leave free
_LOOSE = 0.06  # share left free that means an end when the words agree
_GAPING = 0.3  # share left free that means an end even within a sentence
_PROSE = 45  # characters; titles, names and addresses are shorter


def paragraphs(lines: Sequence[PageLine]) -> list[Passage]:
    """The lines grouped into passages, in the order given."""
    _part_indented(lines)
    groups: list[list[PageLine]] = []
    for line in lines:
        if groups and _continues(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Passage(group, group[0].kind, _indent(group[0])) for group in groups]


def _part_indented(lines: Sequence[PageLine]) -> None:
    """Begin a paragraph at every indented line after a sentence, where indents mean that.

    They do where lines that go on in mid-sentence return to the left of the number before them;
    where text hangs beside its number they do not.
    """
    steps = [
        last.x0 - line.x0
        for last, line in pairwise(lines)
        if starts_with_label(last.text) and last.page == line.page
        if begins_lower(line.text) and not starts_with_label(line.text)
    ]
    if 2 * sum(step > STEP for step in steps) <= len(steps):
        return
    for last, line in pairwise(lines):
        level = abs(line.x0 - last.x0) < SAME and line.x0 - line.left > STEP
        if level and ends_sentence(last.text) and not begins_lower(line.text):
            line.fresh = line.fresh or line.page == last.page


def _indent(line: PageLine) -> float:
    indent = round(line.x0 - line.left, 1)
    return indent if indent > _NOTHING else 0.0


def _continues(group: list[PageLine], line: PageLine) -> bool:
    last = group[-1]
    if line.kind is ParagraphKind.ROW or line.kind is not last.kind:
        return False
    if any(map(_stands_alone, (last, line))):
        return False
    if _is_place_to_sign(last) and (last.text.endswith(".") or not begins_lower(line.text)):
        return False
    if line.page != last.page:
        return _continues_over_page(group, line)
    if line.fresh:
        return False
    if _breaks_word(last, line) or _is_centred_title(last, line):
        return True
    if is_bare_label(last.text) and len(group) == 1:
        return not _opens_item(last, line)
    return not (
        _opens_item(last, line)
        or _is_next_item(group[0], line)
        or _is_spaced_otherwise(group, line)
        or _differs_in_size(last, line)
        or _ends_short(group, line)
        or _stands_aside(last, line)
        or _is_title_break(last, line)
        or _changes_indent(group, line)
    )


def _continues_over_page(group: list[PageLine], line: PageLine) -> bool:
    last, first = group[-1], group[0]
    if _opens_item(last, line) or _differs_in_size(last, line) or _is_title_break(last, line):
        return False
    # Columns of text may be set at another x on the next page, so compare indents.
    here, there = line.x0 - line.left, last.x0 - last.left
    if not ends_sentence(last.text):
        full = _is_full(last, line) or ends_with_link(last.text)
        return begins_lower(line.text) or (full and (abs(here - there) < SAME or here < SAME))
    if _room(last, line) > 0 or abs(here - there) > SAME:
        return False
    # Few last lines are full, and an item seldom stands between items without a label.
    return len(group) > 1 or starts_with_label(first.text)


def _stands_alone(line: PageLine) -> bool:
    """Whether the line is no part of a sentence: a drawn line, a "v.", a signature."""
    return is_ruled(line.text) or is_versus(line.text) or line.words[0].text in ("/s/", "s/")


def _breaks_word(last: PageLine, line: PageLine) -> bool:
    """Whether a word goes on from line to line, whatever else the lines look like."""
    end = last.text[-2:]
    return end[:1].isalpha() and end[1:] == "-" and line.text[0].isalpha()


def _is_place_to_sign(line: PageLine) -> bool:
    """Whether the line is a drawn one with a word or two after it: "______ J." """
    drawn = line.words[0].text
    return is_ruled(drawn) and len(drawn) > 9 and len(line.words) <= 4


def _opens_item(last: PageLine, line: PageLine) -> bool:
    if opens_formally(line.text):
        return ends_item(last.text)
    if not starts_with_label(line.text):
        return False
    if ends_with_reference(last.text) or line.text[0] in "-–—*":
        # "paragraph / 4." and a dash in running text: an item only if it is set like one
        return abs(line.x0 - last.x0) > SAME and not _is_full(last, line)
    # Items do not follow in mid-sentence: "Everett / J. Stadler", "within three / (3) days".
    doubtful = line.text[0].isalnum() or line.text[1:2].isdecimal()
    runs_on = doubtful and last.text[-1].isalnum() and not ends_item(last.text)
    return not (runs_on and _is_full(last, line) and abs(line.x0 - last.x0) < STEP)


def _is_next_item(first: PageLine, line: PageLine) -> bool:
    """Whether the line's label goes on from the paragraph's own: a list without full stops."""
    return abs(line.x0 - first.x0) < SAME and follows_label(first.text, line.text)


def _room(last: PageLine, line: PageLine) -> float:
    """Points left on the last line if it had taken the first word of this one as well."""
    first = line.words[0]
    return last.right - last.x1 - (first.x1 - first.x0) - last.size * 0.25


def _is_full(last: PageLine, line: PageLine) -> bool:
    return _room(last, line) <= _LOOSE * (last.right - last.left)


def _ends_short(group: list[PageLine], line: PageLine) -> bool:
    last = group[-1]
    width = last.right - last.left
    room = _room(last, line)
    if ends_sentence(last.text):
        return room > _LOOSE * width
    hangs = len(group) == 1 and starts_with_label(last.text)
    back = line.x0 < last.x0 + SAME or hangs
    if back and (begins_lower(line.text) or ends_with_link(last.text)):
        return room > width / 2
    if is_entry(last.text) and is_entry(line.text):
        return True
    prose = back and len(last.text) > _PROSE and not is_capitals(last.text)
    return room > (_GAPING if prose else _LOOSE) * width


def _stands_aside(last: PageLine, line: PageLine) -> bool:
    """Whether the lines are a signature's in the right half: a name, a title, a court."""
    aside = 0.35 * (last.right - last.left)
    return (
        last.x0 - last.left > aside and line.x0 - line.left > aside and not begins_lower(line.text)
    )


def _is_spaced_otherwise(group: list[PageLine], line: PageLine) -> bool:
    """Whether the step to the line is not the one that the paragraph has kept so far."""
    if len(group) < 2 or not (line.gap and group[-1].gap):
        return False
    return not 0.7 < line.gap / group[-1].gap < 1.3


def _differs_in_size(last: PageLine, line: PageLine) -> bool:
    return abs(line.size - last.size) > 0.12 * max(line.size, last.size)


def _is_centred(line: PageLine) -> bool:
    before, after = line.x0 - line.left, line.right - line.x1
    width = line.right - line.left
    return before > _SHORT * width / 2 and abs(before - after) < 0.06 * width


def _is_title_break(last: PageLine, line: PageLine) -> bool:
    """Whether a heading ends or begins between two lines."""
    if is_capitals(last.text) != is_capitals(line.text):
        return not (_is_full(last, line) and not ends_sentence(last.text))
    return (_is_centred(last) or _is_centred(line)) and not _is_full(last, line)


def _is_centred_title(last: PageLine, line: PageLine) -> bool:
    """Whether the lines are one title broken in two: ORDER FOR / CONJOINT THERAPY."""
    centred = _is_centred(last) and _is_centred(line)
    return centred and not _differs_in_size(last, line) and linked(last.text, line.text)


def _changes_indent(group: list[PageLine], line: PageLine) -> bool:
    last, first = group[-1], group[0]
    change = line.x0 - last.x0
    if _is_full(last, line) and not ends_item(last.text) and not is_capitals(last.text):
        return False
    if change > STEP:
        # A label in the margin with its text hung beside it is one paragraph.
        flows_on = begins_lower(line.text) or ends_with_link(last.text)
        flows_on = flows_on and not ends_sentence(last.text)
        return not (len(group) == 1 and (flows_on or starts_with_label(first.text)))
    return change < -STEP and len(group) >= 2
