"""Labelled cases for free: texts of a corpus changed so that the right answer is known beforehand.

A *flip* must change a status as the labelling guide says; a *rewrite* must leave every status
alone. A change is made only where its result is certain by construction: a text about which a
careful reader could argue is left out.
"""

from rtlint.evaluation.mutations.generate import mutants, sample
from rtlint.evaluation.mutations.measure import Outcome, Trial, measure, outcomes
from rtlint.evaluation.mutations.mutant import Family, Mutant
from rtlint.evaluation.mutations.report import as_json, as_lines, miss_lines

__all__ = [
    "Family",
    "Mutant",
    "Outcome",
    "Trial",
    "as_json",
    "as_lines",
    "measure",
    "miss_lines",
    "mutants",
    "outcomes",
    "sample",
]
