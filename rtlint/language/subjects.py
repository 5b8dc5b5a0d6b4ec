"""Who acts: names before a modal verb, behind "by" in a passive, or in a nominal subject."""

from rtlint.language.anchors import Anchor
from rtlint.language.chain import BE
from rtlint.language.english import words
from rtlint.language.mentions import Mention
from rtlint.language.view import View

_LIST_GLUE = words("list_glue")
_PREPOSITIONS = words("prepositions")
_SUBORDINATORS = words("subordinators")
_INSERTING = words("inserting")
_BEARING = words("bearing")
_JOINING = frozenset({",", "and", "or", "but", ";", "also", "then", "further", "nor", "that"})
_SPLITTING = frozenset({"and", "but", "that", "except", "provided", "however", ",", "or", "nor"})
_PARTICIPLES = tuple(
    "ed en orne aid ought ade ut et one iven een eld ept own".split()
)  # fmt: skip
_NO_PARTICIPLES = frozenset(
    {"between", "when", "then", "often", "children", "even", "involved", "done", "about"}
)


def subject_before(view: View, floor: int, at: int) -> tuple[Mention, ...]:
    """The list of mentions that ends just before ``at``, unless a preposition governs it."""
    if floor and view.tokens[at - 1].lower in (",", "and", "or", "but", ";"):
        return ()  # "she may see the child, may hold sessions": the first subject is meant
    chain: list[Mention] = []
    edge = at
    for mention in sorted(view.mentions, key=lambda m: (-m.last, -m.first)):
        shares_place = bool(chain) and mention.first == chain[-1].first
        if not shares_place:
            if mention.last > edge or mention.first < floor or mention.possessive:
                continue
            gap = view.words(mention.last, edge)
            # The last two names of a list are joined by a word, not by a comma alone.
            if len(chain) == 1 and not set(gap) - {",", "the"}:
                break
            if not _glued(gap, longest=5 if chain else 3):
                break
        chain.append(mention)
        edge = min(edge, mention.first)
    before = view.tokens[edge - 1].lower if chain and edge else ""
    if before in _PREPOSITIONS and edge - 1 > floor:
        return ()
    return tuple(reversed(chain))


def subject_with_insertion(view: View, floor: int, at: int) -> tuple[Mention, ...]:
    """A subject parted from its verb: "Whichever parent has the child that day shall …"."""
    if at > view.own:
        floor = max(floor, view.own)
    for n, mention in enumerate(view.mentions):
        if mention.first < floor or mention.last >= at or mention.possessive:
            continue
        before = view.words(mention.first - 1, mention.first)
        if before and (before[0] in _PREPOSITIONS or before[0] in _SUBORDINATORS):
            return ()
        found = [mention]
        for other in view.mentions[n + 1 :]:
            if other.last < at and _glued(view.words(found[-1].last, other.first), longest=5):
                found.append(other)
        gap = view.words(found[-1].last, at)
        return tuple(found) if gap and gap[0] in _INSERTING else ()
    return ()


def agents_after_operator(view: View, anchor: Anchor) -> tuple[Mention, ...]:
    """ "Compulsory for Mother and Father", "incumbent upon both parties"."""
    if view.words(anchor.last, anchor.last + 1) not in (["for"], ["upon"], ["on"], ["of"], ["to"]):
        return ()
    found: list[Mention] = []
    for mention in view.mentions:
        edge = found[-1].last if found else anchor.last + 1
        if mention.first >= edge and _glued(view.words(edge, mention.first), longest=3):
            found.append(mention)
    return tuple(found)


def joined(view: View, one: Mention, other: Mention) -> bool:
    """Whether two mentions stand in one list, or at one place."""
    same_place = one.first == other.first
    return same_place or _glued(view.words(one.last, other.first), longest=4)


def _glued(gap: list[str], *, longest: int) -> bool:
    """Whether the words between two names, or a name and its verb, only join them."""
    return len(gap) <= longest and all(word in _LIST_GLUE or word.endswith("ly") for word in gap)


def frame_start(view: View, floor: int, anchor: Anchor, subject: tuple[Mention, ...]) -> int:
    """Where the frame of ``anchor`` begins, not before ``floor``."""
    start = min([anchor.first, *(m.first for m in subject)])
    if subject:
        while start > floor and view.tokens[start - 1].lower in _SPLITTING:
            start -= 1
        return start
    for i in range(start - 1, floor, -1):
        word, before = view.tokens[i].lower, view.tokens[i - 1].lower
        if word in (";", ":", ".", "—") or (word in ("and", "but") and i == start - 1):
            return i
        if word in ("and", "but", "or", "nor", ",") and before in (",", ";"):
            return i
    for i in range(start - 1, floor, -1):
        if view.tokens[i].lower in (",", "and", "but", "or", "that", "which", "who"):
            return i
    return max(floor, start)


def is_passive(view: View, anchor: Anchor, act: int) -> bool:
    """A form of "be" in the chain and a participle after it."""
    if act >= len(view.tokens) or not BE & set(view.words(anchor.first, act)):
        return False
    word = view.tokens[act].lower
    return word.endswith(_PARTICIPLES) and word not in _NO_PARTICIPLES


def agents_by(view: View, act: int, last: int) -> tuple[Mention, ...]:
    """Who an act is done or borne by: "by Mother and Father", "falls on the parties"."""
    for i in range(act, last):
        word, before = view.tokens[i].lower, view.tokens[i - 1].lower
        bearing = word in ("to", "on", "upon", "with") and before in _BEARING
        if word not in ("by", "between", "among") and not bearing:
            continue
        found: list[Mention] = []
        edge = i + 1
        for mention in view.mentions:
            if edge <= mention.first < last:
                gap = [w for w in view.words(edge, mention.first) if not w.isdigit() and w != "%"]
                if not _glued(gap, longest=4):
                    break
                found.append(mention)
                edge = mention.last
        if found:
            return tuple(found)
    return ()


def agents_in_noun(view: View, first: int, at: int) -> tuple[Mention, ...]:
    """Who acts in a nominal subject: "participation by both parents", "Mother's attendance"."""
    if at > view.own:
        first = max(first, view.own)
    return tuple(
        mention
        for mention in view.mentions
        if first <= mention.first
        and mention.last <= at
        and (mention.possessive or view.words(mention.first - 1, mention.first) in (["by"], ["of"]))
    )


def subject_left_out(view: View, first: int, at: int) -> bool:
    """Whether only joining words stand where a subject would: "… and shall pay"."""
    between = view.words(first, at)
    if all(word in _JOINING or word.endswith("ly") for word in between):
        return True
    # "…, and in it may touch upon": a few small words and nobody else
    named = any(first <= mention.first < at for mention in view.mentions)
    return between[:1] in ([","], ["and"], ["but"], [";"]) and len(between) <= 5 and not named
