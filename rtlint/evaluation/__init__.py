"""Measures how well a judge's reports agree with a labelled corpus; knows no engine."""

from rtlint.evaluation.corpus import Corpus, Split, load_corpus
from rtlint.evaluation.evaluate import Evaluation, Judge, evaluate, evaluate_cases
from rtlint.evaluation.misses import Miss, misses
from rtlint.evaluation.report import as_json, as_lines, miss_lines

__all__ = [
    "Corpus",
    "Evaluation",
    "Judge",
    "Miss",
    "Split",
    "as_json",
    "as_lines",
    "evaluate",
    "evaluate_cases",
    "load_corpus",
    "miss_lines",
    "misses",
]
