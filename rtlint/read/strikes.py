"""Words with a line drawn through them, which every extractor returns as live text.

A form's rule that runs through typed words is no strike: a strike begins and ends with its words.
"""

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
    struck = {index for rule in level for index in _struck_by(rule, words)}
    return [
        word._replace(mark=MarkKind.STRUCK.value) if index in struck else word
        for index, word in enumerate(words)
    ]


def _struck_by(rule: Rule, words: list[PageWord]) -> list[int]:
    """The words that the rule was drawn to strike: it begins and ends with them."""
    found = [index for index, word in enumerate(words) if _runs_through(rule, word)]
    if not found:
        return []
    slack = max(words[index].size for index in found)
    starts = abs(min(words[index].x0 for index in found) - rule.x0) < slack
    ends = abs(max(words[index].x1 for index in found) - rule.x1) < slack
    return found if starts and ends else []


def _runs_through(rule: Rule, word: PageWord) -> bool:
    low, high = _THROUGH
    height = word.base - (rule.top + rule.bottom) / 2
    if not low * word.size < height < high * word.size or not word.text.strip("_"):
        return False
    return min(rule.x1, word.x1) - max(rule.x0, word.x0) >= _COVER * (word.x1 - word.x0)
