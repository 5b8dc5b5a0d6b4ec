"""Document and outline → ``Analysis``: the frames of every clause, who is who, the topics."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rtlint.language.frames import Frame, frames_of
from rtlint.language.lexicon import lexicon_for
from rtlint.language.mentions import EVERYONE, Mention, find_mentions
from rtlint.language.names import Names, override_names
from rtlint.language.naming import learn_names
from rtlint.language.people.roles import settle_roles
from rtlint.language.pronouns import Memory
from rtlint.language.sides import tell_sides
from rtlint.language.tokens import TokenizedText
from rtlint.language.topics import topics_of
from rtlint.language.view import View, views
from rtlint.model.document import Document
from rtlint.model.outline import Outline
from rtlint.model.report import RoleLine
from rtlint.model.vocabulary import Vocabulary

DECIDING = frozenset({"decide", "choose"})  # concepts whose subject is a decider


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """One clause as understood."""

    view: View
    topic: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the language layer says of one document."""

    document: Document
    outline: Outline
    vocabulary: Vocabulary
    clauses: tuple[ClauseReading, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[RoleLine, ...]
    named_topics: frozenset[str]  # topics named outright anywhere, in a title or a recital too


def analyse(
    document: Document,
    outline: Outline,
    vocabulary: Vocabulary,
    given: Mapping[str, Sequence[str]] | None = None,
) -> Analysis:
    """Read a document's clauses.

    Args:
        given: names for roles or members that win over what the document says.
    """
    text = TokenizedText(document.text)
    hits = lexicon_for(vocabulary).hits(text)
    names = learn_names(text, document.text, hits, vocabulary)
    settle_roles(document.text, text, hits, outline, vocabulary, names)
    tell_sides(text.tokens, names, vocabulary)
    override_names(names, given or {}, vocabulary)
    mentions = find_mentions(text.tokens, hits, names.aliases, vocabulary, names.same)
    clause_views = views(outline.clauses, text, hits, mentions)
    topics = topics_of(clause_views, text, hits, mentions, vocabulary)
    memory = Memory(vocabulary, group=_addressed(vocabulary))
    read = tuple(
        ClauseReading(view, topic, tuple(frames_of(view, memory, DECIDING)))
        for view, topic in zip(clause_views, topics, strict=True)
    )
    named = frozenset(h.name for h in hits if h.kind == "topic" and h.detail != "weak")
    lines = _role_lines(names, given or {})
    return Analysis(document, outline, vocabulary, read, tuple(mentions), lines, named)


def _addressed(vocabulary: Vocabulary) -> Mention | None:
    """Whom an imperative speaks to: all members of the role that the parties are."""
    role = next((r for r in vocabulary.roles.values() if r.systems), None)
    return Mention(role.name, frozenset({EVERYONE}), 0, 0) if role else None


def _role_lines(names: Names, given: Mapping[str, Sequence[str]]) -> tuple[RoleLine, ...]:
    return tuple(
        RoleLine(member or role, tuple(shown), "option" if (member or role) in given else "text")
        for (role, member), shown in sorted(names.shown.items())
    )
