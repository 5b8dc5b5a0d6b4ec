"""A rule as data: what it asks for, how to tell, what to write instead, and its own tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rtlint.model.assessment import GivenRole, Status
from rtlint.model.drafting import CASES, Outcome
from rtlint.model.report import Severity
from rtlint.model.vocabulary import Vocabulary


class Force(StrEnum):
    """What a clause does with the act it names: the end of its chain of modal words."""

    MUST = "must"
    WEAK = "weak"
    MAY = "may"
    MUST_NOT = "must_not"
    NEED_NOT = "need_not"
    IS = "is"
    IS_NOT = "is_not"


class Stance(StrEnum):
    """What one clause does for one rule."""

    SUPPORTS = "supports"
    WEAKENS = "weakens"  # provides it, in words that do not bind
    NARROWS = "narrows"  # provides a part of it only
    CONTRADICTS = "contradicts"
    CAPS = "caps"  # leaves it no better than partial, and provides nothing itself
    EXCLUDES = "excludes"  # denies it, unless another clause provides it
    MENTIONS = "mentions"  # speaks of it and decides nothing


@dataclass(frozen=True, slots=True)
class Pattern:
    """When a clause frame is a reading of the rule; every condition given must hold.

    Concept conditions are alternatives joined by ``|``; role conditions likewise.
    ``reads_as`` chooses the table that turns the frame's force into a stance;
    ``stance`` fixes it instead.
    """

    reads_as: str  # "duty", "permission", "statement" or "ban"
    says: tuple[frozenset[str], ...] = ()
    lacks: frozenset[str] = frozenset()
    excepts: tuple[frozenset[str], ...] = ()  # groups that must stand under an exception
    acts: frozenset[str] = frozenset()  # concepts, one of which is the verb of the act itself
    near: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()  # pairs close to each other
    excepted: bool | None = None  # whether the frame has an exception that no court decides
    subject: frozenset[str] = frozenset()  # concepts, one of which stands in the subject
    agent: frozenset[str] = frozenset()  # roles; "none" allows a passive without an agent
    patient: frozenset[str] = frozenset()  # roles, one of which is acted on
    no_mention: frozenset[str] = frozenset()  # roles of which nobody is named
    decided_by: frozenset[str] = frozenset()
    not_decided_by: frozenset[str] = frozenset()
    force: frozenset[Force] = frozenset()
    stance: Stance | None = None
    parts: tuple[str, ...] = ()
    bind: str = ""  # "agent" or "patient": whose members the reading covers
    role: GivenRole | None = None
    topic: str | None = None  # "main" (default of the rule), "any"


@dataclass(frozen=True, slots=True)
class Example:
    """A minimal document and the words of it that decide its status."""

    status: Status | Outcome
    text: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trap:
    """A minimal document that looks like another status than it has, and why."""

    status: Status | Outcome
    text: str
    because: str


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that a drafting check can raise: how grave, in which words, what to write instead.

    ``message`` may hold the facts of a remark as ``{total}``.
    """

    severity: Severity
    message: str
    clause: str = ""


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The concepts by which a prohibition tells advice from a decision (rtlint.checks.given).

    Attributes:
        advises: speaking one's mind.
        hands_over: handing something over; with words of ``advises`` it is speaking too.
        decides: doing what a court does.
        waits: groups of which a frame must say one each for something to wait on a word.
        told: the court is spoken to, so that it decides.
        ought: asks how something should be.
    """

    advises: frozenset[str] = frozenset()
    hands_over: frozenset[str] = frozenset()
    decides: frozenset[str] = frozenset()
    waits: tuple[frozenset[str], ...] = ()
    told: frozenset[str] = frozenset()
    ought: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Rule:
    """One requirement or drafting check; one file in ``rules/``."""

    id: str
    name: str
    title: str
    kind: str
    why: str
    source: str
    severity: Mapping[Status, Severity]
    messages: Mapping[Status, str] = field(default_factory=dict)
    clause: str = ""
    patterns: tuple[Pattern, ...] = ()
    parts: tuple[str, ...] = ()
    need: int = 0  # how many parts make it whole; 0 means all
    everyone: str = ""  # the role whose every member must be covered
    undone_by: frozenset[str] = frozenset()  # roles whose choice undoes the duty this rule asks for
    vetoes: Mapping[str, Stance] = field(default_factory=dict)  # role that may refuse -> effect
    denied_by: Mapping[str, str] = field(
        default_factory=dict
    )  # part -> rule whose breach denies it
    matter: tuple[str, ...] = ()  # how a paper calls what this rule is about, as word beginnings
    given: RoleWords | None = None  # of a prohibition: how advice is told from a decision
    capped_by: tuple[str, ...] = ()  # rules whose breach leaves this one no better than partial
    requires: tuple[str, ...] = ()  # rules that must not be missing for this one to be judged
    topic: str = "main"
    cases: Mapping[str, Case] = field(default_factory=dict)  # of a drafting check
    watch: str = ""  # what a drafting check looks for in the readings or on the page
    named: str = ""  # the role that somebody named may fill, so that no clause is needed
    timed: bool = False  # whether a clause must also say when
    examples: tuple[Example, ...] = ()
    traps: tuple[Trap, ...] = ()
    path: str = ""

    @property
    def drafting(self) -> bool:
        """Whether this is a check of the drafting, raised or not, and no requirement."""
        return self.kind in CASES


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules of one subject with the vocabulary they are written in."""

    name: str
    version: str
    digest: str
    rules: tuple[Rule, ...]
    vocabulary: Vocabulary

    def rule(self, key: str) -> Rule | None:
        """The rule with this id or name, in any case; None when there is none."""
        wanted = key.casefold()
        return next((r for r in self.rules if wanted in (r.id.casefold(), r.name)), None)
