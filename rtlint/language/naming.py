"""Names and defined terms learned from the document: who Dr. Ortiz is, what "the Practice" means.

Surest sources first: the caption, defined terms in quotation marks, names beside a role
word, names beside the therapy; last, people who are only ever called "Ms. Reyes".
"""

import re
from collections.abc import Sequence

from rtlint.language.childnames import bare_names, child_words, initials
from rtlint.language.english import phrases
from rtlint.language.lexicon import Hit, lexicon_for
from rtlint.language.mentions import Alias
from rtlint.language.names import COURTESY, NAME, WORD, Names, is_name, proper
from rtlint.language.shortforms import add_short_forms
from rtlint.language.strangers import Clues, likely_provider
from rtlint.language.tokens import TokenizedText, tokenized
from rtlint.model.vocabulary import Role, Vocabulary

_CAPTION = re.compile(
    rf"(?P<name>(?:{WORD})(?: +(?:{WORD}|[A-Z]\.)){{1,3}}),?\s*(?:\([^)]*\)\s*)?[,)(:§\s|]*"
    r"(?=(?P<role>[A-Z][A-Za-z/\- ]{3,30}))"
)
_PARTY_NAME = rf"(?:{WORD})(?: (?:{WORD}|[A-Z]\.)){{1,3}}?"
_VERSUS = re.compile(
    rf"(?P<one>{_PARTY_NAME}),?\s+(?i:v|vs|versus)\.?\s+(?P<other>{_PARTY_NAME})(?=[,\s])"
    rf"|(?i:marriage of):?\s+(?P<wed>{_PARTY_NAME})\s+(?i:and)\s+(?P<to>{_PARTY_NAME})(?=[,\s])"
)
_CAPTION_LENGTH = 3000  # characters at the head of a paper in which its caption stands
_TERM = re.compile(
    r"\((?P<before>[^()\"]{0,60}?)(?P<terms>\"[^\"()]{1,40}\"(?:[^()\"]{0,20}\"[^\"()]{1,40}\")*)"
    r"[^()\"]{0,30}\)"
    r"|(?:hereinafter|hereafter|referred to as|known as|called)(?: referred to as| called)?,? "
    r"(?P<late>(?:the )?\"[^\"()]{1,40}\")"
)
_QUOTED = re.compile(r'"(?:the |The )?([^"]+?),?"')
_SENTENCE = re.compile(r"(?<=[a-z]{3})\.\s|;|\n")
_BEFORE_NAME = re.compile(r"\s*[,(]?\s*(?:is |be |being |named |shall be |will be )?")
_AFTER_NAME = re.compile(
    # "…, LMFT, of Harbor House is": where somebody works
    r"[,\s]*(?:of (?:the )?[A-Z][^,.;()]{2,50}?,? (?=is |shall |will |as ))?"
    r"(?:\([^)]*\),?\s*)?(?:is |are |shall |will |be |to |hereby |appointed |designated "
    r"|selected |named |act |serve |who |as |continue )*"
    r"(?:the |a |an |our |their |this |court-appointed |minor |parties' |child's |new |own )*"
)
_PROVIDED_BY = re.compile(
    r"(?:\s+(?:sessions?|services?|process))?(?:\s+for the [a-z ]+)?,?\s+(?:shall be |to be "
    r"|will be |is |are )*(?:provided |conducted |facilitated |offered |rendered |performed "
    r"|overseen |led |furnished )?(?:with|by|through|under|from)\s+(?:the |therapist |counselor )*"
)
_PROVIDING = re.compile(
    r"\b(?:provide|conduct|facilitate|begin|commence|undertake|perform|lead|deliver|offer|do|doe"
    r"|carrie|carry|run|handle|direct|oversee)s?\b"
)
_SHALL_PROVIDE = re.compile(r" (?:shall|will|is to|must) (?:provide|conduct|furnish|deliver)\b")
_REPRESENTED = re.compile(
    r"(?:represented|appear(?:s|ed|ing)?|present) (?:herein |in person and )?(?:by|with|through) "
    r"(?:(?:his|her|their) )?(?:counsel,? |attorneys?,? |lawyers?,? |counsel of record,? )*"
)
_PAYING = re.compile(r"\b(?:not|cost|costs|fees?|expenses?|charges?|bill|pay|pays|price)\b")
_SAME_PERSON = frozenset(
    {"", "/", "(", "-", '("', "(the", '(the "', ", the", "(hereinafter", '(hereinafter "'}
)
_COUPLE = re.compile(r"\bMr\. and (?:Mrs|Ms)\. [A-Z][a-z'’]+")
_PROVIDER_SPEAKS = tuple(" ".join(phrase) for phrase in phrases("provider_speaks"))
_PARTY_SPEAKS = tuple(" ".join(phrase) for phrase in phrases("party_speaks"))
_OWNED = re.compile(
    r"(?:['’]s?|\b(?:his|her|their|own|individual|speech|occupational|physical|school))"
    r"\s+(?:[a-z-]+\s+)?\Z"
)
_LAWYERS = {"", "ESQ", "JD"}


def learn_names(
    text: TokenizedText, source: str, hits: Sequence[Hit], vocabulary: Vocabulary
) -> Names:
    """Everything the document itself says of who is who."""
    names = Names()
    finder = _Finder(text, source, hits, vocabulary, names)
    finder.from_caption()
    finder.from_terms()
    finder.join_members()
    add_short_forms(source, names, finder.things)
    child_words(source, names, finder.bare_role)
    finder.from_service()
    finder.from_neighbours()
    finder.from_representation()
    finder.from_late_terms()
    finder.from_courtesy_titles()
    finder.from_first_person()
    finder.from_only_doctor()
    finder.from_other_doctors()
    initials(source, names, finder.bare_role, finder.things)
    add_short_forms(source, names, finder.things)
    bare_names(source, names, finder.bare_role, finder.things)
    return names


def _ends_in_name(left: str) -> bool:
    """Whether a name stands directly before the bracket that defines a term."""
    last = [match.end() for match in NAME.finditer(left) if is_name(match["name"])]
    return bool(last) and not left[last[-1] :].strip(" ,")


class _Finder:
    """One pass over one document; each ``from_…`` adds to ``names`` from one source."""

    def __init__(
        self,
        text: TokenizedText,
        source: str,
        hits: Sequence[Hit],
        vocabulary: Vocabulary,
        names: Names,
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.names = names
        self.waiting: list[tuple[str, str]] = []
        tokens = text.tokens
        spans = [(tokens[h.first].start, tokens[h.last - 1].end, h) for h in hits]
        self.roles = [
            span
            for span in spans
            if span[2].kind == "role" and not vocabulary.roles[span[2].name].never_named
        ]
        self.topics = [
            (start, end)
            for start, end, hit in spans
            if hit.kind == "topic" and hit.detail != "weak" and vocabulary.topics[hit.name].main
        ]
        self.things = lexicon_for(vocabulary).phrases
        roles = vocabulary.roles.values()
        self.bare_role = next((role.name for role in roles if role.bare_names), "")
        self.group = next((role for role in roles if role.titles), None)
        topics = vocabulary.topics.values()
        self.main_role = min((role for t in topics if t.main for role in t.roles), default="")
        self.other_role = min((role for t in topics if not t.main for role in t.roles), default="")

    def from_caption(self) -> None:
        """``JANE DOE, Plaintiff`` in the first lines of the paper."""
        for match in _CAPTION.finditer(self.source[:_CAPTION_LENGTH]):
            at = match.start("role")
            here = [h for start, _, h in self.roles if at <= start <= at + 4 and self._member(h)]
            if here and is_name(match["name"]):
                self.names.add(proper(match["name"]), here[0].name, here[0].detail)
        role = self.group
        versus = _VERSUS.search(self.source[:_CAPTION_LENGTH])
        if role and versus and not self._both_named(role):
            sides = (versus["one"] or versus["wed"], versus["other"] or versus["to"])
            for name, member in zip(sides, role.systems[1], strict=True):
                if is_name(name):
                    self.names.add(proper(name), role.name, member)

    def from_terms(self) -> None:
        """Terms in quotation marks: ``Lena Ortiz, Ph.D. (the "Therapist")``."""
        for match in _TERM.finditer(self.source):
            left = _SENTENCE.split(self.source[max(match.start() - 160, 0) : match.start()])[-1]
            name = self._last_name(left)
            known = self._role_within(match.start(), match.end())
            beside = self._role_within(match.start() - len(left), match.start())
            terms = [t.strip() for t in _QUOTED.findall(match["terms"] or match["late"] or "")]
            if known is None and not _ends_in_name(left):
                terms = [t for t in terms if t.lower() not in self.things]
            role = known or beside
            if role is None:
                self.waiting += [(term, name or "") for term in terms]
                continue
            if known and beside and known[0] == beside[0] and known[1] and beside[1]:
                self.names.link(beside[1], known[1])
            if name and (known or len(left) < 90):
                terms.append(name)
            for term in terms:
                self.names.add(term, *role)

    def join_members(self) -> None:
        """``Petitioner/Mother``, ``Respondent (Father)``: one person by two words."""
        for (_, end, left), (start, _, right) in zip(self.roles, self.roles[1:], strict=False):
            one, other = self._member(left), self._member(right)
            if left.name != right.name or not one or not other or one == other:
                continue
            systems = self.vocabulary.roles[left.name].systems
            apart = any(one in system and other in system for system in systems)
            if not apart and self.source[end:start].strip() in _SAME_PERSON:
                self.names.link(one, other)

    def from_neighbours(self) -> None:
        """Names that stand beside a role word, or beside the therapy."""
        for match in NAME.finditer(self.source):
            titled = bool(match["title"] or match["credentials"])
            if not is_name(match["name"]):
                continue
            if not (titled or " " in match["name"] or self._provides(match)):
                continue
            if self._in_heading(match):
                continue
            role = self._role_beside(match.start(), match.end())
            if role is None and (titled or self._provides(match)):
                role = self._therapy_beside(match)
            name = match.group().strip(" ,").split(",")[0]
            if role is not None and self.names.find(name) is None:
                self.names.add(name, *role)

    def from_representation(self) -> None:
        """ "Mother is represented by Ann Roe": Ann Roe is Mother's counsel."""
        owned = next((r.name for r in self.vocabulary.roles.values() if r.owned), "")
        for match in _REPRESENTED.finditer(self.source) if owned else ():
            name = NAME.match(self.source, match.end())
            sides = [
                self._member(hit)
                for _, end, hit in self.roles
                if 0 <= match.start() - end <= 60 and self._member(hit)
            ]
            if name and sides and is_name(name["name"]):
                self.names.add(name.group().strip(" ,").split(",")[0], owned, sides[-1])

    def from_late_terms(self) -> None:
        """Terms whose bearer was learned only afterwards: ``Rivers Counseling ("Rivers")``."""
        for term, name in self.waiting:
            bearer = self.names.find(name) if name else None
            if bearer is not None:
                self.names.add(term, bearer.role, bearer.member)

    def from_service(self) -> None:
        """Where nobody is called the provider, a stranger whom the service is with."""
        if not self.main_role or self.names.knows(self.main_role):
            return
        others, called = [], []
        for start, end, hit in self.roles:
            if hit.name == self.other_role or self._is_owned(start, hit):
                others.append((start, end))
            elif hit.name == self.main_role:
                called.append((start, end))
        spoken_for = [(start, end) for start, end, _ in self.roles]
        clues = Clues(sorted(self.topics), sorted(called), sorted(others), spoken_for)
        name = likely_provider(self.source, clues, self.names)
        if name:
            self.names.add(name, self.main_role, "")

    def from_courtesy_titles(self) -> None:
        """At most two people who are only called Mr. or Ms. So-and-so are the two parties."""
        role = self.group
        if role is None or self._both_named(role):
            return
        found: dict[str, str] = {}
        for match in _COUPLE.finditer(self.source):
            self.names.add(match.group(), role.name, "")
        for match in NAME.finditer(self.source):
            title = (match["title"] or "").rstrip(".").lower()
            unknown = self.names.find(match["name"]) is None
            if (
                title in COURTESY
                and not match["credentials"]
                and unknown
                and is_name(match["name"])
            ):
                found[match.group()] = COURTESY[title]
        surnames = {name.split()[-1] for name in found}
        if not 1 <= len(found) <= 2:
            return
        if len(set(found.values())) < len(found):
            found = dict(zip(found, role.systems[1], strict=True))
        for name, member in found.items():
            if len(surnames) < len(found):
                self.names.aliases.append(Alias(tokenized(name), role.name, member))
            self.names.add(name, role.name, member)

    def from_first_person(self) -> None:
        """ "I" in a provider's own agreement, or in a paper that a party wrote."""
        text = f" {' '.join(self.source.lower().split())} "
        group = self.group
        if self.main_role and any(f" {phrase}" in text for phrase in _PROVIDER_SPEAKS):
            speaker = (self.main_role, "")
        elif group and any(f" {phrase} " in text for phrase in _PARTY_SPEAKS):
            other = next(
                (
                    m
                    for m in group.members
                    if f" their {m}" in text or f" his {m}" in text or f" her {m}" in text
                ),
                "",
            )
            rest = [m for system in group.systems if other in system for m in system if m != other]
            speaker = (group.name, rest[0] if rest else group.systems[1][0])
        else:
            return
        for word in ("i", "me"):
            self.names.aliases.append(Alias((word,), *speaker))

    def from_only_doctor(self) -> None:
        """Where no provider of the therapy is named otherwise, the only titled stranger is it."""
        if not self.main_role or not self.topics or self.names.knows(self.main_role):
            return
        found = {
            match.group().strip(" ,").split(",")[0]
            for match in NAME.finditer(self.source)
            if ((match["title"] or "").startswith("Dr") or match["credentials"])
            and is_name(match["name"])
            and self.names.find(match["name"]) is None
        }
        if len({name.split()[-1] for name in found}) == 1:
            for name in sorted(found):
                self.names.add(name, self.main_role, "")

    def from_other_doctors(self) -> None:
        """Doctors and clinicians beside the known provider are other professionals."""
        role = self.other_role
        if not role or not self.names.knows(self.main_role):
            return
        for match in NAME.finditer(self.source):
            credentials = (match["credentials"] or "").replace(".", "").strip(" ,").upper()
            titled = (match["title"] or "").startswith("Dr") or credentials not in _LAWYERS
            surname = match["name"].split()[-1]
            called = match["name"], surname, f"Dr. {surname}"
            if titled and is_name(match["name"]) and not any(map(self.names.find, called)):
                self.names.add(match.group().strip(" ,").split(",")[0], role, "")

    def _both_named(self, role: Role) -> bool:
        """Whether two members that are two people have names already."""
        named = {member for (name, member) in self.names.shown if name == role.name and member}
        return any(len(named & set(system)) > 1 for system in role.systems)

    def _member(self, hit: Hit) -> str:
        return hit.detail if hit.detail in self.vocabulary.roles[hit.name].members else ""

    def _owner_member(self, hit: Hit, start: int, end: int) -> str:
        """The side of an owned role: "counsel for Mother", "Mother's counsel"."""
        if not self.vocabulary.roles[hit.name].owned:
            return ""
        for s, e, other in self.roles:
            near = 0 <= s - end <= 12 or 0 <= start - e <= 30
            if near and other is not hit and self._member(other):
                return self._member(other)
        return ""

    def _is_owned(self, start: int, hit: Hit) -> bool:
        """ "Liam's counselor", "her own therapist": another professional by a bare word."""
        role = self.vocabulary.roles[hit.name]
        bare = hit.last - hit.first == 1 and bool(role.owned_as)
        return bare and _OWNED.search(self.source[max(start - 30, 0) : start]) is not None

    def _role_within(self, start: int, end: int) -> tuple[str, str] | None:
        """Role and member of the longest, last role word within a stretch of the source."""
        found = [h for s, e, h in self.roles if start <= s and e <= end and h.detail != "plural"]
        if not found:
            return None
        best = max(found, key=lambda h: (h.last - h.first, h.first))
        return best.name, self._member(best)

    def _role_beside(self, start: int, end: int) -> tuple[str, str] | None:
        """The role word just before a name ("Guardian ad litem Ann Roe") or just after it."""
        for s, e, hit in self.roles:
            if hit.detail in ("plural", "everyone"):
                continue
            before = 0 <= start - e <= 14 and _BEFORE_NAME.fullmatch(self.source[e:start])
            after = 0 <= s - end <= 70 and _AFTER_NAME.fullmatch(self.source[end:s])
            if (before or after) and self._is_owned(s, hit):
                return self.vocabulary.roles[hit.name].owned_as, ""
            if before or after:
                return hit.name, self._member(hit) or self._owner_member(hit, s, e)
        return None

    def _therapy_beside(self, match: re.Match[str]) -> tuple[str, str] | None:
        """A titled name that the therapy is with, or that is to provide it."""
        if not self.main_role:
            return None
        for start, end in self.topics:
            before, after = self.source[end : match.start()], self.source[match.end() : start]
            if 0 <= match.start() - end <= 60 and _PROVIDED_BY.fullmatch(before):
                return self.main_role, ""
            near = 0 <= start - match.end() <= 80 and "." not in after.strip(" .")
            if near and _PROVIDING.search(after) and not _PAYING.search(after):
                return self.main_role, ""
        return None

    def _in_heading(self, match: re.Match[str]) -> bool:
        """Whether a name in capitals stands in a line of capitals below the caption: a heading."""
        if match.start() < _CAPTION_LENGTH or not match["name"].isupper():
            return False
        start = self.source.rfind("\n", 0, match.start()) + 1
        end = self.source.find("\n", match.end())
        return self.source[start : end if end >= 0 else None].isupper()

    def _provides(self, match: re.Match[str]) -> bool:
        """An untitled name that is to provide something: "Bridgeway shall provide"."""
        return _SHALL_PROVIDE.match(self.source, match.end()) is not None

    def _last_name(self, left: str) -> str | None:
        found = [m for m in NAME.finditer(left) if is_name(m["name"])]
        return found[-1].group().split(",")[0].strip() if found else None
