"""How two drafts differ, as one HTML file like the report's."""

from rtlint.model.comparison import Comparison
from rtlint.reporters import wording
from rtlint.reporters.comparison import words
from rtlint.reporters.html import page


def render_html(comparison: Comparison) -> str:
    """The comparison as an HTML page."""
    return page(
        "comparison.html.j2",
        comparison=comparison,
        titles={rule.id: rule.title for rule in comparison.rules},
        labels=words.LABELS,
        shown=[change for direction in words.SHOWN for change in comparison.of(direction)],
        cautions=tuple(words.cautions(comparison)),
        summary=words.summary(comparison),
        step=words.step,
        where=wording.where,
        accepted=wording.accepted,
        closing=wording.DISCLAIMER,
    )
