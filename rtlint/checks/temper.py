"""What the build of a clause does to a grant that the learned reader hears in it.

The learned reader knows wording but is easily deaf to small words far from the verb. A duty
that waits for a parent's choice is undone, and one in "may" is no more than half a duty, in
whatever words the rest is put (rules 4 and 5 of the labelling guide).
"""

from collections.abc import Sequence

from rtlint.language.analysis import ClauseReading
from rtlint.language.choice import choosers
from rtlint.model.assessment import Status
from rtlint.model.rule import Force, Rule

_WEAK = frozenset({Force.MAY, Force.WEAK})


def tempered(rule: Rule, clauses: Sequence[ClauseReading]) -> Status:
    """The status of a requirement that these clauses grant, by their build alone."""
    if not rule.undone_by or not clauses:
        return Status.MET
    frames = [frame for clause in clauses for frame in clause.frames]
    if any(decider.role in rule.undone_by for frame in frames for decider in choosers(frame)):
        return Status.CONTRADICTED
    if all(frame.force in _WEAK for frame in frames):
        return Status.PARTIAL
    return Status.MET
