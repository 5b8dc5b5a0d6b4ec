"""Changes of whole orders: a clause deleted, a denial put in, and rewrites of the whole paper."""

import re
from collections.abc import Callable, Mapping, Sequence

from rtlint.evaluation.corpus import OrderCase
from rtlint.evaluation.mutations.layout import ligatures, misread, wrapped
from rtlint.evaluation.mutations.mutant import Family, Made, OrderKind, choose, rank
from rtlint.evaluation.mutations.wordings import DENIALS, UNDOING_SENTENCES
from rtlint.evaluation.validation import squeeze
from rtlint.model.assessment import Status

_BLANK_LINES = re.compile(r"\n[ \t]*\n+")
_REACH = ("RT302", "RT303", "RT304")  # missing wherever there is no release clause
# What no other paragraph may speak of, if the requirement is to be missing once its clause is gone.
_TELLTALES: Mapping[str, re.Pattern[str]] = {
    "RT106": re.compile(r"recommend|directi(?:on|ve)|directs|instruct|advi[cs]e|suggest|assign"),
    "RT301": re.compile(r"releas|authori[sz]|hipaa|disclos|waive|confidential|privileg|permission"),
    "RT401": re.compile(
        r"(?:counsel\b|attorney|lawyer|amicus|bar no).*"
        r"(?:speak|talk|communicat|confer|contact|consult|report|call|discuss|correspond|cop(?:y|ies)|write|send|exchange)"
        r"|(?:speak|talk|communicat|confer|contact|consult|report|call|discuss|correspond|send"
        r"|cop(?:y|ies)|write|exchange).*(?:counsel\b|attorney|lawyer|amicus)"
    ),
    "RT501": re.compile(
        r"cost|fees?\b|\bpa(?:y|id|ys)\b|expens|bill|invoice|retainer|insur|charg|\$"
    ),
    "RT704": re.compile(
        r"stress|anxi|calm|worr|upset|fear|anger|angry|react|distract|ease|composed"
    ),
}
_FAMILY_NAMES = ("Hathersage", "Ferrante", "Oyelaran", "Blackwood", "Sorensen")
_NAMED_PARENTS = re.compile(r"\b(?:Mother|Father)\b")


def _blocks(text: str) -> list[str]:
    return _BLANK_LINES.split(text)


def _holding(blocks: Sequence[str], quotes: Sequence[str]) -> list[int] | None:
    """The blocks that the quotes stand in; None unless each stands in exactly one."""
    flat = [squeeze(block) for block in blocks]
    places = []
    for quote in quotes:
        found = [n for n, block in enumerate(flat) if squeeze(quote) in block]
        if len(found) != 1:
            return None
        places += found
    return sorted(set(places))


def clause_deleted(order: OrderCase) -> Made | None:
    """The paragraphs that meet a requirement are gone, and no other speaks of its matter.

    Only in orders where silence counts as such: an earlier order that stays in force and is not
    attached would leave the requirement undetermined.
    """
    found = {gold.status for gold in order.labels.values()}
    if Status.MISSING not in found or Status.UNDETERMINED in found:
        return None
    for rule in sorted(_TELLTALES, key=lambda rule: rank(rule, order.id)):
        gold = order.labels[rule]
        blocks = _blocks(order.text)
        places = _holding(blocks, gold.evidence) if gold.status is Status.MET else None
        if not places:
            continue
        kept = [block for n, block in enumerate(blocks) if n not in places]
        if any(_TELLTALES[rule].search(squeeze(block).lower()) for block in kept):
            continue
        gone = (rule, *(_REACH if rule == "RT301" else ()))
        return Made("\n\n".join(kept), dict.fromkeys(gone, Status.MISSING))
    return None


def _denied(*, later: bool) -> Callable[[OrderCase], Made | None]:
    """An ordering paragraph that takes a requirement back, put in among operative ones."""
    wordings = {**DENIALS, **UNDOING_SENTENCES}

    def make(order: OrderCase) -> Made | None:
        blocks = _blocks(order.text)
        parents_named = {"Mother", "Father"} <= set(_NAMED_PARENTS.findall(order.text))
        for rule in sorted(wordings, key=lambda rule: rank(f"{rule}{later}", order.id)):
            gold = order.labels[rule]
            if gold.status is not Status.MET or (rule >= "RT502" and rule <= "RT506"):
                continue
            options = [w for w in wordings[rule] if parents_named or not _NAMED_PARENTS.search(w)]
            place = _place_after(order, blocks, rule, later=later)
            if not options or place is None:
                continue
            sentence = choose(options, "order", order.id, str(later))
            added = f"IT IS FURTHER ORDERED that {sentence[0].lower()}{sentence[1:]}"
            text = "\n\n".join([*blocks[: place + 1], added, *blocks[place + 1 :]])
            return Made(text, {rule: Status.CONTRADICTED})
        return None

    return make


def _place_after(order: OrderCase, blocks: Sequence[str], rule: str, *, later: bool) -> int | None:
    """The block after which a new paragraph is sure to be operative and a sentence of its own.

    Evidence is operative text; so is what stands between two paragraphs of evidence.
    """
    own = _holding(blocks, order.labels[rule].evidence)
    every = [
        places
        for gold in order.labels.values()
        if gold.status in (Status.MET, Status.PARTIAL)
        and (places := _holding(blocks, gold.evidence)) is not None
    ]
    operative = sorted({place for places in every for place in places})
    if not own or not operative:
        return None
    wanted = [
        place
        for place in operative
        if (place >= own[-1] + 3 if later else place == own[-1]) and place < operative[-1]
    ]
    for place in wanted:
        following = blocks[place + 1].lstrip()
        if blocks[place].rstrip().endswith(".") and (
            following[:1].isupper() or following[:1].isdigit()
        ):
            return place
    return None


def _labels(order: OrderCase) -> dict[str, Status]:
    return {rule: gold.status for rule, gold in order.labels.items()}


def _whole(change: Callable[[str, str], str]) -> Callable[[OrderCase], Made | None]:
    def make(order: OrderCase) -> Made | None:
        changed = change(order.text, order.id)
        return Made(changed, _labels(order)) if changed != order.text else None

    return make


def _rewrapped(text: str, case: str) -> str:
    """Paragraphs that are typed as one long line, broken by hand."""
    lines = text.split("\n")
    return "\n".join(
        wrapped(line, case) or line if len(line) > 120 and not line[0].isspace() else line
        for line in lines
    )


def _must(text: str, _case: str) -> str:
    return re.sub(r"\bSHALL\b", "MUST", re.sub(r"\bshall\b", "must", text))


def _other_family(text: str, case: str) -> str:
    """The surname in the order's name, which is the family's, replaced throughout."""
    old = case.rpartition("-")[2]
    new = choose(_FAMILY_NAMES, "family", case)
    if len(re.findall(rf"\b{old}\b", text, re.IGNORECASE)) < 2 or new.lower() in text.lower():
        return text
    text = re.sub(rf"\b{old.title()}\b", new, text)
    return re.sub(rf"\b{old.upper()}\b", new.upper(), text)


def _scanned(text: str, case: str) -> str:
    """A letter misread in every eighth paragraph or so."""
    blocks = text.split("\n\n")
    return "\n\n".join(
        (misread(block, f"{case} {n}") or block) if (n + len(case)) % 8 == 0 else block
        for n, block in enumerate(blocks)
    )


KINDS: tuple[OrderKind, ...] = (
    OrderKind("order_clause_deleted", Family.FLIP, clause_deleted),
    OrderKind("order_denied_next_paragraph", Family.FLIP, _denied(later=False)),
    OrderKind("order_denied_later_paragraph", Family.FLIP, _denied(later=True)),
    OrderKind("order_lines_wrapped", Family.REWRITE, _whole(_rewrapped)),
    OrderKind("order_shall_to_must", Family.REWRITE, _whole(_must)),
    OrderKind("order_other_family", Family.REWRITE, _whole(_other_family)),
    OrderKind("order_ligatures", Family.REWRITE, _whole(ligatures)),
    OrderKind("order_letters_misread", Family.REWRITE, _whole(_scanned)),
)
