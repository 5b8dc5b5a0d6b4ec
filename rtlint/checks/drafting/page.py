"""What a reader of the page cannot see, and pages that rtlint cannot read."""

from collections.abc import Iterator

from rtlint.checks.drafting.scene import Scene, around, quoted_span, remark
from rtlint.checks.reach import unreadable
from rtlint.model.document import ChangeKind, MarkKind
from rtlint.model.drafting import Remark
from rtlint.model.rule import Rule

_UNSEEN = {
    MarkKind.HIDDEN: "hidden on the page",
    MarkKind.STRUCK: "struck out",
    MarkKind.DELETED: "marked as deleted",
}
_SHOWN = 3  # deletions whose words a message repeats
_LENGTH = 60  # characters of each


def check_page(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """One remark for each way in which text is out of sight, or cannot be read."""
    if rule.watch == "unseen":
        yield from _unseen(scene, rule)
        yield from _tracked(scene, rule)
    else:
        yield from _unread(scene, rule)


def _unseen(scene: Scene, rule: Rule) -> Iterator[Remark]:
    for kind, how in _UNSEEN.items():
        marks = [
            mark
            for mark in scene.analysis.document.marks
            if mark.kind is kind and any(c.isalnum() for c in scene.text[mark.start : mark.end])
        ]
        if marks:
            quotes = tuple(quoted_span(scene, (mark.start, mark.end)) for mark in marks)
            yield remark(rule, quotes, facts={"how": how})


def _tracked(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """Deletions that stand in the file and no more in the text: quoted in words, placed beside."""
    deleted = [c for c in scene.analysis.document.changes if c.kind is ChangeKind.DELETED]
    words = [" ".join(change.text.split()) for change in deleted]
    words = [text for text in words if any(c.isalnum() for c in text)]
    if words:
        quotes = tuple(quoted_span(scene, around(scene, (c.start, c.end))) for c in deleted)
        more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
        shown = ", ".join(f'"{_short(text)}"' for text in words[:_SHOWN]) + more
        yield remark(rule, quotes, case="tracked", facts={"words": shown})


def _short(text: str) -> str:
    return text if len(text) <= _LENGTH else f"{text[:_LENGTH].rstrip()}…"


def _unread(scene: Scene, rule: Rule) -> Iterator[Remark]:
    document = scene.analysis.document
    if document.unread_pages:
        pages = ", ".join(str(page) for page in document.unread_pages)
        yield remark(rule, (), facts={"pages": pages})
    said = tuple(quoted_span(scene, span) for span in unreadable(scene.text))
    if said or document.unread_parts:
        yield remark(rule, said, case="parts")
