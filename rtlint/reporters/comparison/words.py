"""The words in which comparisons speak."""

from collections.abc import Iterator

from rtlint.model.comparison import Change, Comparison, Direction
from rtlint.reporters.wording import number

SHOWN = (Direction.WORSE, Direction.UNCLEAR, Direction.BETTER, Direction.REWORDED)
LABELS = {
    Direction.WORSE: "worse",
    Direction.BETTER: "better",
    Direction.UNCLEAR: "cannot be told",
    Direction.REWORDED: "in other words",
    Direction.SAME: "the same",
}


def summary(comparison: Comparison) -> str:
    """One sentence that says how many requirements went which way."""
    parts = [
        f"{len(comparison.of(direction))} {LABELS[direction]}"
        for direction in (*SHOWN, Direction.SAME)
        if comparison.of(direction)
    ]
    sentence = f"{number(len(comparison.changes), 'requirement')}: {', '.join(parts) or 'none'}"
    if comparison.raised or comparison.resolved:
        raised, resolved = len(comparison.raised), len(comparison.resolved)
        sentence += f"; drafting points: {raised} new, {resolved} gone"
    return f"{sentence}."


def cautions(comparison: Comparison) -> Iterator[str]:
    """What a reader must know before the differences mean anything."""
    if not comparison.same_rules:
        yield (
            "The two were judged by different rules or readers, so a change may come from "
            "those. Check both documents anew to be sure."
        )
    for document in (comparison.old, comparison.new):
        if document.error is not None:
            yield f"{document.name} was not read: {document.error}"
        elif not document.complete:
            yield f"{document.name} was not read wholly."
        elif not document.applicable:
            yield f"The rules do not apply to {document.name}."


def step(change: Change) -> str:
    """``met, now contradicted``."""
    before = change.before.status.value if change.before else "not judged"
    after = change.after.status.value if change.after else "not judged"
    return before if before == after else f"{before}, now {after}"
