"""Inflected forms of English verbs and nouns, so that a vocabulary lists only the plain form.

Only the first word of a verb phrase and the last of a noun phrase change.
"""

_IRREGULAR_VERBS = {
    "be": ("is", "are", "was", "were", "been", "being"),
    "bear": ("bears", "bore", "borne", "bearing"),
    "bring": ("brings", "brought", "bringing"),
    "choose": ("chooses", "chose", "chosen", "choosing"),
    "come": ("comes", "came", "coming"),
    "do": ("does", "did", "done", "doing"),
    "drive": ("drives", "drove", "driven", "driving"),
    "find": ("finds", "found", "finding"),
    "forbid": ("forbids", "forbade", "forbidden", "forbidding"),
    "get": ("gets", "got", "gotten", "getting"),
    "give": ("gives", "gave", "given", "giving"),
    "go": ("goes", "went", "gone", "going"),
    "have": ("has", "had", "having"),
    "hear": ("hears", "heard", "hearing"),
    "hold": ("holds", "held", "holding"),
    "keep": ("keeps", "kept", "keeping"),
    "know": ("knows", "knew", "known", "knowing"),
    "leave": ("leaves", "left", "leaving"),
    "let": ("lets", "letting"),
    "make": ("makes", "made", "making"),
    "meet": ("meets", "met", "meeting"),
    "pay": ("pays", "paid", "paying"),
    "put": ("puts", "putting"),
    "see": ("sees", "saw", "seen", "seeing"),
    "seek": ("seeks", "sought", "seeking"),
    "send": ("sends", "sent", "sending"),
    "set": ("sets", "setting"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "split": ("splits", "splitting"),
    "take": ("takes", "took", "taken", "taking"),
    "tell": ("tells", "told", "telling"),
    "think": ("thinks", "thought", "thinking"),
    "undergo": ("undergoes", "underwent", "undergone", "undergoing"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "withhold": ("withholds", "withheld", "withholding"),
    "write": ("writes", "wrote", "written", "writing"),
}
_IRREGULAR_NOUNS = {"child": "children", "person": "people"}
_DOUBLING = frozenset(
    "admit begin bar commit confer defer refer permit plan opt stop drop ship occur submit "
    "transfer rid allot omit prefer recur transmit enrol compel expel control".split()
)
_VOWELS = "aeiou"


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _stem(verb: str) -> tuple[str, str]:
    """Stems before ``-ed`` and ``-ing``."""
    if verb.endswith("ie"):
        return verb[:-1], verb[:-2] + "y"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1], verb[:-1]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "i", verb
    if verb.endswith("e"):
        return verb[:-1], verb  # agree: agre + ed, agree + ing
    if verb in _DOUBLING:
        return verb + verb[-1], verb + verb[-1]
    return verb, verb


def verb_forms(phrase: str) -> set[str]:
    """All forms of a verb phrase: ``sign off on``, ``signs off on``, ``signed …``."""
    verb, _, rest = phrase.partition(" ")
    irregular = _IRREGULAR_VERBS.get(verb)
    if irregular:
        forms = {verb, *irregular}
    else:
        past, present = _stem(verb)
        forms = {verb, _third_person(verb), past + "ed", present + "ing"}
    return {f"{form} {rest}" if rest else form for form in forms}


def noun_forms(phrase: str) -> set[str]:
    """Singular and plural of a noun phrase; in ``release of information`` of its first noun."""
    if " of " in phrase:
        head, _, rest = phrase.partition(" of ")
        return {f"{form} of {rest}" for form in noun_forms(head)}
    before, _, noun = phrase.rpartition(" ")
    plural = _IRREGULAR_NOUNS.get(noun) or _third_person(noun)
    return {f"{before} {form}" if before else form for form in (noun, plural)}
