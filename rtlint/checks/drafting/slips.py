"""Names that slipped in: another title, letters of initials in another order, a stranger's name.

What a paper made from an older one leaves behind: "Mr. Hargrove" among the Sandovals, "Kayleigh"
for Kaylee, "K.R.D." where the caption has K.D.R.
"""

import re
from collections import Counter
from collections.abc import Iterator

from rtlint.checks.drafting.scene import Scene, around, caption_text, quoted_span, remark
from rtlint.language.names import NAME, WORD, is_name, proper
from rtlint.match.spelling import almost
from rtlint.model.drafting import Remark
from rtlint.model.outline import Span
from rtlint.model.rule import Rule

_TITLED = re.compile(
    rf"\b(?P<title>Dr|Mr|Mrs|Ms|Miss)\.?\s+(?P<name>{WORD})(?!['’]?\s+{WORD}(?<!['’]s))"
)
# A word that may be a given name by itself: no surname, or none but a possessive, after it.
_ALONE = re.compile(
    rf"(?<=[a-z,] )(?:{WORD})\b(?!\s+[A-Z][a-z]|['’]s\s+[A-Z])"
    rf"|\b(?:{WORD})\b(?=\s+(?:shall|must|will|may|should|is|has)\b)"
)
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,4}")
_WOMAN = frozenset({"Ms", "Mrs", "Miss"})
_LONGEST = 3  # letters by which a stranger's name may be longer than the one it stands for
_SAME = 3  # letters at the head of two names that are taken for each other
_GIVEN = 5  # letters of the shortest given name in which a slip is told from another name


def check_slips(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Remarks on titles, initials, given names and surnames that fit nobody in the paper."""
    yield from _titles(scene, rule)
    yield from _initials(scene, rule)
    yield from _given(scene, rule)
    yield from _shadows(scene, rule)


def _titles(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """ "Ms. Crigger" where everybody else calls him Mr. Crigger."""
    caption = caption_text(scene).casefold()
    met: dict[str, dict[str, list[Span]]] = {}
    for match in _TITLED.finditer(scene.text):
        title = "Ms" if match["title"] in _WOMAN else match["title"]
        met.setdefault(match["name"], {}).setdefault(title, []).append(match.span())
    for name, titles in met.items():
        if not {"Mr", "Ms"} <= titles.keys() or len(_bearers(scene, name)) > 1:
            continue
        if name.casefold() in caption:  # spouses share a surname
            continue
        once, often = sorted(("Mr", "Ms"), key=lambda title: len(titles[title]))
        if len(titles[once]) == 1 and len(titles[often]) > 1:
            facts = {"name": f"{once}. {name}", "known": f"{often}. {name}"}
            yield _slip(scene, rule, titles[once][0], titles[often][0], facts)


def _initials(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """ "K.R.D." for K.D.R."""
    places: dict[str, list[Span]] = {}
    for match in _INITIALS.finditer(scene.text):
        places.setdefault(match[0], []).append(match.span())
    for one, spans in places.items():
        for other, known in places.items():
            shuffled = one != other and sorted(one) == sorted(other) and one.count(".") > 2
            if shuffled and len(spans) < len(known):
                facts = {"name": one, "known": other}
                yield _slip(scene, rule, spans[0], known[0], facts)


def _given(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """ "Kayleigh" for Kaylee: the given name of a child or party, misspelled where it is alone."""
    people = _family(scene)
    given = {name.split()[0] for name in people if len(name.split()[0]) >= _GIVEN}
    known = {word for name in _everybody(scene) for word in name.split()}
    counts = Counter(re.findall(WORD, scene.text))
    for match in _ALONE.finditer(scene.text):
        word = re.sub(r"['’][sS]$", "", proper(match[0]))
        common = word.lower() in scene.text or not is_name(word)
        if word in known or common or len(word) < _GIVEN:
            continue
        for name in sorted(given):
            if word[0] == name[0] and almost(word, name) and counts[match[0]] < counts[name]:
                first = re.search(rf"\b{re.escape(name)}\b", scene.text)
                if first:
                    facts = {"name": word, "known": name}
                    yield _slip(scene, rule, match.span(), first.span(), facts)
                break


def _shadows(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """ "Dr. Escobedo" for Dr. Escandon: a title and a name that nobody bears."""
    principals = [name.split()[-1] for name in _principals(scene)]
    seen: set[str] = set()
    for match in _TITLED.finditer(scene.text):
        name = match["name"]
        if name in seen or _bearers(scene, name) or _introduced(scene, match):
            continue
        for known in principals:
            alike = name[:_SAME].casefold() == known[:_SAME].casefold() and name != known
            near = abs(len(name) - len(known)) <= _LONGEST
            place = re.search(rf"\b{re.escape(known)}\b", scene.text)
            if alike and near and place and scene.text.count(name) < scene.text.count(known):
                seen.add(name)
                yield _slip(scene, rule, match.span(), place.span(), {"name": name, "known": known})
                break


def _introduced(scene: Scene, match: re.Match[str]) -> bool:
    """Whether words beside a name say who it is: "Ana's doctor, Dr. Lund", "Dr. Lund, who …"."""
    before, after = scene.text[: match.start()], scene.text[match.end() :]
    return bool(
        re.search(r"[a-z)]['’]?s?,\s+$|\b(?:is|are|counselor|doctor|teacher)\s+$", before)
    ) or bool(re.match(r",\s+(?:a|an|the|who|whose|his|her|their|LPC|LMFT|LCSW|Ph)\b|\s+\(", after))


def _bearers(scene: Scene, surname: str) -> set[str]:
    """The given names with which a surname stands."""
    found = set()
    for match in NAME.finditer(scene.text):
        parts = proper(match["name"]).split()
        if len(parts) > 1 and parts[-1] == proper(surname) and is_name(match["name"]):
            found.add(parts[0])
    return found


def _principals(scene: Scene) -> list[str]:
    """The parties and whoever is known by name for a main topic."""
    topics = scene.analysis.vocabulary.topics.values()
    main = {role for topic in topics if topic.main for role in topic.roles}
    return [n for line in scene.analysis.roles if line.role in main for n in line.names] + [
        name for name in _family(scene) if " " in name
    ]


def _family(scene: Scene) -> list[str]:
    roles = scene.analysis.vocabulary.roles
    kept = {r.name for r in roles.values() if r.systems or r.bare_names}
    kept |= {m for r in roles.values() if r.systems for m in r.members}
    return [
        proper(name)
        for line in scene.analysis.roles
        if line.role in kept
        for name in line.names
        if is_name(name)
    ]


def _everybody(scene: Scene) -> list[str]:
    names = [proper(name) for line in scene.analysis.roles for name in line.names]
    return [*names, *re.findall(WORD, proper(caption_text(scene)))]


def _slip(scene: Scene, rule: Rule, span: Span, known: Span, facts: dict[str, str]) -> Remark:
    quotes = (
        quoted_span(scene, around(scene, span), cue=scene.text[slice(*span)]),
        quoted_span(scene, around(scene, known)),
    )
    return remark(rule, quotes, case="spelling", facts=facts)
