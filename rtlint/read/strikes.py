"""Words with a line drawn through them, which every extractor returns as live text."""

from rtlint.model.document import MarkKind
from rtlint.read.page import PageWord, Rule

_THROUGH = (0.1, 0.55)  # how high above the baseline, in font sizes, a striking line runs
_COVER = 0.6  # share of the word's width
_MOST_RULES = 500


def strike(words: list[PageWord], rules: list[Rule]) -> list[PageWord]:
    """The words, marked as struck where a rule runs through them."""
    level = [rule for rule in rules if rule.bottom - rule.top < 2.5 < rule.x1 - rule.x0]
    if not level or len(level) > _MOST_RULES:
        return words
    return [
        word._replace(mark=MarkKind.STRUCK.value)
        if any(_strikes(rule, word) for rule in level)
        else word
        for word in words
    ]


def _strikes(rule: Rule, word: PageWord) -> bool:
    low, high = _THROUGH
    height = word.base - (rule.top + rule.bottom) / 2
    if not low * word.size < height < high * word.size or word.text.strip("_") == "":
        return False
    return min(rule.x1, word.x1) - max(rule.x0, word.x0) >= _COVER * (word.x1 - word.x0)
