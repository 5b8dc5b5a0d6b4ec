"""The shared words that rules are written in: concepts, roles, topics and cues.

A vocabulary is data (``rules/vocabulary/*.toml``); the engine knows none of its names.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that can be said in many words; ``phrases`` hold every inflected form."""

    name: str
    about: str
    phrases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of person or body that acts in the documents.

    ``members`` are the individuals the role is made of, each with the words that name
    it; ``systems`` group members that are different people (mother and father), so
    that two of one system are known to be everybody.
    """

    name: str
    plural: frozenset[str] = frozenset()
    singular: frozenset[str] = frozenset()
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    systems: tuple[tuple[str, ...], ...] = ()
    everyone: frozenset[str] = frozenset()  # phrases for whichever member it happens to be
    titles: frozenset[str] = frozenset()  # "Ms." before a name of this member
    pronouns: Mapping[str, frozenset[str]] = field(default_factory=dict)  # member or "" -> pronouns
    owned: bool = False  # takes its member from an owner: "Mother's counsel", "counsel for Mother"
    bare: frozenset[str] = frozenset()  # words that mean another role when somebody owns them …
    owned_as: str = ""  # … and that role: "Mother's therapist" is no party's common therapist
    indefinite_as: str = ""  # the role its bare words have after "any", "every", "past"
    expected: bool = False  # a document that shows nobody of this role deserves a notice
    never_named: bool = False  # no name or defined term stands for it: "any provider"
    bare_names: bool = False  # first names and initials alone stand for this role


@dataclass(frozen=True, slots=True)
class Topic:
    """What a passage is about: ``main`` topics are judged, the others stand apart."""

    name: str
    main: bool
    phrases: frozenset[str]
    roles: frozenset[str] = frozenset()  # a mention of one of these roles brings the topic
    weak: frozenset[str] = frozenset()  # words that bring it where nothing else says otherwise


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: what is made of it is kept
class Vocabulary:
    """All words of one rulebook."""

    concepts: Mapping[str, Concept]
    roles: Mapping[str, Role]
    topics: Mapping[str, Topic]
    version: str = ""
