"""Names and defined terms learned from the document: who Dr. Ortiz is, what "the Practice" means.

Three sources, surest first: defined terms in quotation marks, the caption, and names
that stand beside a role or beside the therapy in a sentence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rtlint.language.english import words
from rtlint.language.lexicon import Hit
from rtlint.language.mentions import Alias
from rtlint.language.tokens import TokenizedText
from rtlint.model.vocabulary import Vocabulary

_TITLE = r"(?:Dr|Mr|Mrs|Ms|Mx|Miss|Prof)\.?"
_CREDENTIAL = r"(?:Ph\.? ?D\.?|Psy\.? ?D\.?|M\.? ?D\.?|Ed\.? ?D\.?|L\.?M\.?F\.?T\.?|L\.?C\.?S\.?W\.?(?:-[A-Z]+)?|L\.?P\.?C\.?C?(?:-S)?|L\.?I\.?S\.?W\.?(?:-S)?|L\.?M\.?H\.?C\.?|LCMHC|LICSW|M\.S\.W\.|MSW|MFT|M\.?S\.?|M\.?A\.?|JD|J\.D\.|Esq\.?|RSW|R\.S\.W\.|C\.Psych\.?|LPCC|LAC|LMSW)"
_WORD = r"[A-Z][a-z'’]+(?:[-'’][A-Z]?[a-z]+)*|[A-Z]{2,}(?:[-'’][A-Z]+)*|[A-Z][a-z]+[A-Z][a-z]+"
_NAME = re.compile(
    rf"(?:(?P<title>{_TITLE})\s+)?(?P<name>(?:{_WORD}|[A-Z]\.(?:[A-Z]\.)*)(?:\s+(?:{_WORD}|[A-Z]\.|de|van|von|la|del|der)){{0,3}})"
    rf"(?P<credentials>(?:,?\s*{_CREDENTIAL}(?![a-z]))*)"
)
_TERM = re.compile(
    r"\((?P<before>[^()\"]{0,60}?)(?P<terms>\"[^\"()]{1,40}\"(?:[^()\"]{0,20}\"[^\"()]{1,40}\")*)[^()\"]{0,30}\)"
    r"|(?:hereinafter|hereafter|referred to as|known as|called)(?: referred to as| called)?,? (?P<late>(?:the )?\"[^\"()]{1,40}\")"
)
_PAREN_ROLE = re.compile(
    r"\((?:the |hereinafter |\")?(?P<term>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?)\"?\)"
)
_QUOTED = re.compile(r'"(?:the |The )?([^"]+?),?"')
_NOT_NAMES = words("not_names")


@dataclass
class Names:
    """What has been learned of names: aliases for roles, and members that are the same person."""

    aliases: list[Alias] = field(default_factory=list)
    same: dict[str, str] = field(default_factory=dict)
    shown: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def add(self, text: str, role: str, member: str) -> None:
        """Remember that ``text`` names a role, whole and by its parts that can stand alone."""
        for words in _variants(text):
            if words and not any(a.words == words for a in self.aliases):
                self.aliases.append(Alias(words, role, member))
        shown = self.shown.setdefault((role, member), [])
        if text not in shown:
            shown.append(text)

    def known(self, text: str) -> Alias | None:
        """The alias that this very text is, if it was learned."""
        words = tuple(_words(text))
        return next((a for a in self.aliases if a.words == words), None)


def _words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+(?:\.[A-Za-z]+)*\.?|['’]s|[-'’/]", text.lower())


def _variants(text: str) -> Iterator[tuple[str, ...]]:
    """A full name, and the ways it is shortened: "Dr. Lena Ortiz" → "dr. ortiz", "ortiz"."""
    match = _NAME.match(text)
    whole = tuple(token for token in _tokenize(text))
    yield whole
    if match is None:
        return
    parts = match["name"].split()
    if len(parts) > 1 and match["name"].lower() not in _NOT_NAMES:
        yield tuple(_tokenize(match["name"]))
    surname = parts[-1]
    if (
        len(surname) > 2
        and surname.lower() not in _NOT_NAMES
        and (len(parts) > 1 or match["title"])
    ):
        yield tuple(_tokenize(surname))
        for title in ("Dr.", "Mr.", "Ms.", "Mrs."):
            yield (title.lower(), *_tokenize(surname))


def _tokenize(text: str) -> list[str]:
    from rtlint.language.tokens import blank_english

    return [token.lower_ for token in blank_english().tokenizer(text) if not token.is_space]


def learn_names(
    text: TokenizedText, source: str, hits: Sequence[Hit], vocabulary: Vocabulary
) -> Names:
    """Everything the document itself says of who is who."""
    names = Names()
    roles = [hit for hit in hits if hit.kind == "role"]
    topics = [hit for hit in hits if hit.kind == "topic" and vocabulary.topics[hit.name].main]
    finder = _Finder(text, source, roles, topics, vocabulary, names)
    finder.captions()
    finder.terms()
    finder.joined_members()
    finder.named_beside()
    finder.late_terms()
    return names


class _Finder:
    """One pass over one document; its methods add to ``names`` from one source each."""

    def __init__(
        self,
        text: TokenizedText,
        source: str,
        roles: Sequence[Hit],
        topics: Sequence[Hit],
        vocabulary: Vocabulary,
        names: Names,
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.names = names
        tokens = text.tokens
        self.roles = [(tokens[h.first].start, tokens[h.last - 1].end, h) for h in roles]
        self.topics = [(tokens[h.first].start, tokens[h.last - 1].end) for h in topics]
        self.waiting: list[tuple[str, str]] = []

    def _role_of(self, start: int, end: int, *, near: int = 0) -> tuple[str, str] | None:
        """Role and member of the last role word within a stretch of the source."""
        found = [
            h
            for s, e, h in self.roles
            if start - near <= s and e <= end + near and h.detail != "plural"
        ]
        if not found:
            return None
        best = max(found, key=lambda h: (h.last - h.first, h.first))
        return best.name, self._member(best)

    def _member(self, hit: Hit) -> str:
        return hit.detail if hit.detail in self.vocabulary.roles[hit.name].members else ""

    def captions(self) -> None:
        """``JANE DOE, Plaintiff`` in the first lines of the paper."""
        head = self.source[:3000]
        for match in re.finditer(
            rf"(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}|[A-Z]\.)){{1,3}}),?\s*\n*\s*(?:\([^)]*\)\s*)?[,)(:§\s|]*(?P<role>[A-Z][A-Za-z/\- ]{{3,30}})",
            head,
        ):
            at = match.start("role")
            here = next(
                (h for s, e, h in self.roles if at <= s <= at + 4 and self._member(h)), None
            )
            if here is not None and self._is_name(match["name"]):
                self.names.add(_proper(match["name"]), here.name, here.detail)

    def terms(self) -> None:
        """Terms in quotation marks: ``Lena Ortiz, Ph.D. (the "Therapist")``."""
        for match in _TERM.finditer(self.source):
            quoted = [t.strip() for t in _QUOTED.findall(match["terms"] or match["late"] or "")]
            left = self.source[max(match.start() - 160, 0) : match.start()]
            left = re.split(r"(?<=[a-z]{3})\.\s|;|\n", left)[-1]
            known = self._known_term(match.start(), match.end())
            name = self._last_name(left)
            beside = self._role_of(match.start() - len(left), match.start())
            role = known or beside
            if role is None:
                self.waiting += [(term, name or "") for term in quoted]
                continue
            if known and beside and known[0] == beside[0] and known[1] and beside[1]:
                self.link(beside[1], known[1])
            for term in (*quoted, *([name] if name and (known or len(left) < 90) else [])):
                if term:
                    self.names.add(term, *role)

    def _known_term(self, start: int, end: int) -> tuple[str, str] | None:
        return self._role_of(start, end)

    def link(self, one: str, other: str) -> None:
        """Two members are one person; later names win, so that "mother" stands for "petitioner"."""
        one, other = self.names.same.get(one, one), self.names.same.get(other, other)
        if one != other:
            for key, value in list(self.names.same.items()):
                if value == one:
                    self.names.same[key] = other
            self.names.same[one] = other

    def joined_members(self) -> None:
        """``Petitioner/Mother``, ``Plaintiff Mother``, ``Respondent (Father)``: one person, two words."""
        for (_, end, left), (start, _, right) in zip(self.roles, self.roles[1:], strict=False):
            if left.name != right.name or left.first == right.first:
                continue
            a, b = self._member(left), self._member(right)
            gap = self.source[end:start].strip()
            if (
                a
                and b
                and a != b
                and gap
                in (
                    "",
                    "/",
                    "(",
                    "-",
                    '("',
                    "(the",
                    '(the "',
                    ", the",
                    "(hereinafter",
                    '(hereinafter "',
                    '(herein "',
                )
            ):
                if not self._same_system(left.name, a, b):
                    self.link(a, b)

    def _same_system(self, role: str, a: str, b: str) -> bool:
        return any(a in system and b in system for system in self.vocabulary.roles[role].systems)

    def named_beside(self) -> None:
        """Names that stand beside a role word, or beside the therapy."""
        for match in _NAME.finditer(self.source):
            whole = match.group().strip(" ,")
            if not self._is_name(match["name"]) or (
                not match["title"] and not match["credentials"] and " " not in match["name"]
            ):
                continue
            role = self._beside(match.start(), match.end())
            if role is None and (match["title"] or match["credentials"]):
                role = self._therapy_beside(match)
            if role is not None and self.names.known(whole) is None:
                self.names.add(whole.split(",")[0], *role)

    def _beside(self, start: int, end: int) -> tuple[str, str] | None:
        for s, e, hit in self.roles:
            if hit.detail in ("plural", "everyone") or self.vocabulary.roles[hit.name].owned:
                continue
            before, after = self.source[e:start], self.source[end:s]
            if 0 <= start - e <= 14 and re.fullmatch(
                r"\s*[,(]?\s*(?:is |be |being |named |shall be |will be )?", before
            ):
                return hit.name, self._member(hit)
            if 0 <= s - end <= 70 and re.fullmatch(
                r"[,\s]*(?:\([^)]*\),?\s*)?(?:is |are |shall |will |be |to |hereby |appointed |designated |selected |named |act |serve |who |as |continue )*"
                r"(?:the |a |an |our |their |this |court-appointed |minor |parties' |child's |new |own )*",
                after,
            ):
                return hit.name, self._member(hit)
        return None

    def _therapy_beside(self, match: re.Match[str]) -> tuple[str, str] | None:
        """A titled name that the therapy is with, or that is to provide it."""
        main_roles = {
            role for topic in self.vocabulary.topics.values() if topic.main for role in topic.roles
        }
        if not main_roles:
            return None
        role = sorted(main_roles)[0]
        for s, e in self.topics:
            before, after = self.source[e : match.start()], self.source[match.end() : s]
            if 0 <= match.start() - e <= 60 and re.fullmatch(
                r"(?:\s+(?:sessions?|services?|process))?(?:\s+for the [a-z ]+)?,?\s+(?:shall be |to be |will be |is )?(?:provided |conducted |facilitated |offered |rendered |performed |overseen |led )?(?:with|by|through|under|from)\s+(?:the |therapist |counselor )*",
                before,
            ):
                return role, ""
            if (
                0 <= s - match.end() <= 80
                and re.search(
                    r"\b(?:provide|conduct|facilitate|begin|commence|undertake|perform|lead|deliver|offer)s?\b",
                    after,
                )
                and "." not in after.strip(" .")
            ):
                return role, ""
        return None

    def late_terms(self) -> None:
        """Terms whose bearer was learned only afterwards: ``Rivers Counseling ("Rivers")``."""
        for term, name in self.waiting:
            bearer = self.names.known(name) if name else None
            if bearer is not None:
                self.names.add(term, bearer.role, bearer.member)

    def _last_name(self, left: str) -> str | None:
        found = [m for m in _NAME.finditer(left) if self._is_name(m["name"])]
        return found[-1].group().split(",")[0].strip() if found else None

    def _is_name(self, text: str) -> bool:
        words = re.findall(r"[A-Za-z]+", text)
        return bool(words) and not any(word.lower() in _NOT_NAMES for word in words)


def _proper(name: str) -> str:
    return " ".join(
        part.capitalize() if part.isupper() and len(part) > 2 else part for part in name.split()
    )


def overrides(names: Names, given: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> None:
    """Names the user gave win over all that was learned; a key is a role or a member."""
    for key, values in given.items():
        for role in vocabulary.roles.values():
            if key == role.name or key in role.members:
                for value in values:
                    names.aliases = [a for a in names.aliases if a.words != tuple(_tokenize(value))]
                    names.add(value, role.name, "" if key == role.name else key)
