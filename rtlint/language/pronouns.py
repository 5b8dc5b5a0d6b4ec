"""Who "they", "she" or "each" stands for: the nearest earlier mention that fits.

The memory runs through the document clause by clause, as a reader's does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rtlint.language.lexicon import Hit
from rtlint.language.mentions import Mention
from rtlint.language.view import View
from rtlint.model.vocabulary import Vocabulary

if TYPE_CHECKING:
    from rtlint.language.frames import Frame

_PLURAL = frozenset({"they", "them", "both", "each", "their", "themselves", "neither", "either"})


@dataclass
class Memory:
    """The subjects and persons last spoken of, latest first."""

    vocabulary: Vocabulary
    subject: tuple[Mention, ...] = ()
    recent: list[Mention] = field(default_factory=list)
    spoken: tuple[Hit, ...] = ()  # what the last frame spoke of
    frame: "Frame | None" = None  # the last frame
    group: Mention | None = None  # everybody the document speaks to, for imperatives

    def remember(self, subject: Sequence[Mention], others: Iterable[Mention]) -> None:
        """Keep the subject of a frame, and whom it speaks of, for the frames after it."""
        named = [m for m in (*others, *subject) if not m.pronoun]
        if subject:
            self.subject = tuple(subject)
        self.recent = [*reversed(named), *self.recent][:12]

    def find(self, pronoun: str, here: Sequence[Mention]) -> tuple[Mention, ...]:
        """The latest mentions that ``pronoun`` can stand for; empty when none fits.

        Args:
            here: mentions earlier in the same clause, nearest first.
        """
        if pronoun in _PLURAL and len(self.subject) > 1 and not here:
            return self.subject
        for mention in (*here, *self.subject, *self.recent):
            role = self.vocabulary.roles[mention.role]
            for member, words in role.pronouns.items():
                if pronoun in words and _fits(mention, member):
                    return (mention,)
        return ()


def _fits(mention: Mention, member: str) -> bool:
    if member == "plural":
        return mention.everyone
    return (
        not member or member in mention.members or (not mention.everyone and not _gendered(mention))
    )


def _gendered(mention: Mention) -> bool:
    return bool(mention.members & {"mother", "father"})


_PERSONAL = frozenset({"she", "he", "they", "her", "his", "their", "him"})


def personal_pronouns(
    view: View, span: range, agents: Sequence[Mention], memory: Memory
) -> list[Mention]:
    """Personal pronouns after the act, each as a mention of whom it stands for.

    The frame's own agent comes first: "the therapist may meet whom she chooses".
    """
    found = []
    for i in span:
        word = view.tokens[i].lower
        if word in _PERSONAL:
            earlier = [m for m in reversed(view.mentions) if m.last <= i]
            meant = memory.find(word, [*agents, *earlier])
            found += [replace(m, first=i, last=i + 1, pronoun=True) for m in meant[:1]]
    return found


def resolve(
    view: View, subject: tuple[Mention, ...], at: int, memory: Memory
) -> tuple[Mention, ...]:
    """The subject itself, or what a pronoun just before ``at`` stands for."""
    if subject:
        return subject
    for i in range(at - 1, max(at - 4, -1), -1):
        word = view.tokens[i].lower
        if word in ("they", "she", "he", "each", "both", "neither", "either", "we", "you"):
            here = [m for m in reversed(view.mentions) if m.last <= i and not m.pronoun]
            found = memory.find(word, here)
            return tuple(replace(m, negative=word == "neither", pronoun=True) for m in found)
        if not (word.endswith("ly") or word in ("of", "them", "also", "hereby", "then", ",")):
            break
    return ()
