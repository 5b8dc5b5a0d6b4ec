"""What a reader of the page cannot see, and pages that rtlint cannot read."""

from collections.abc import Iterator

from rtlint.checks.drafting.scene import Scene, quoted_span, remark
from rtlint.model.document import MarkKind
from rtlint.model.drafting import Remark
from rtlint.model.rule import Rule

_UNSEEN = {
    MarkKind.HIDDEN: "hidden on the page",
    MarkKind.STRUCK: "struck out",
    MarkKind.DELETED: "marked as deleted",
}


def check_page(scene: Scene, rule: Rule) -> Iterator[Remark]:
    """One remark for each way in which text is out of sight, or for all pages without text."""
    if rule.watch == "unseen":
        yield from _unseen(scene, rule)
    elif scene.analysis.document.unread_pages:
        pages = ", ".join(str(page) for page in scene.analysis.document.unread_pages)
        yield remark(rule, (), facts={"pages": pages})


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
