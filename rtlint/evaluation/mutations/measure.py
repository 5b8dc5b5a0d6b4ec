"""Runs a judge over mutants and counts, kind by kind, what flipped and what stayed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rtlint.evaluation.catalogue import default_status
from rtlint.evaluation.corpus import ClauseCase, Split
from rtlint.evaluation.mutations.mutant import Case, Family, Mutant
from rtlint.evaluation.resample import Draws, Figure, ratio_figure
from rtlint.model.assessment import Status
from rtlint.model.report import DocumentReport

TextJudge = Callable[[str, str], DocumentReport]
"""Judges a text under a name."""

Found = Mapping[str, Status]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One requirement of one mutant: its status before the change, after it, and as it must be."""

    mutant: Mutant
    requirement: str
    gold: Status  # of the case as it was written
    expected: Status
    before: Status | None
    after: Status | None

    @property
    def id(self) -> str:
        return f"{self.mutant.id}/{self.requirement}"

    @property
    def cluster(self) -> str:
        return self.mutant.case.id

    @property
    def passed(self) -> bool:
        """A flip passes with the status it must become; a rewrite, with the status it had."""
        flip = self.mutant.family is Family.FLIP
        return self.after is (self.expected if flip else self.before)

    @property
    def began_right(self) -> bool:
        """Whether the case was judged right before the change."""
        return self.before is self.gold


@dataclass(frozen=True, slots=True)
class Trial:
    """The figures of one kind of change, or of a whole family.

    ``of_right`` counts only what was judged right before the change: a judgement that was
    wrong to begin with tells little of the change. ``stirred`` is the number of mutants in
    which a rewrite moved a status that the case leaves at its default.
    """

    name: str
    family: Family
    mutants: int
    passed: Figure
    of_right: Figure
    stirred: int = 0


def outcomes(mutants: Iterable[Mutant], judge: TextJudge) -> Iterator[tuple[list[Outcome], int]]:
    """For each mutant its outcomes, and how many other statuses moved; in the order given.

    A case is judged once as it was written, however many mutants it has.
    """
    before: dict[str, Found] = {}
    for mutant in mutants:
        case = mutant.case
        if case.id not in before:
            before[case.id] = _found(judge(case.text, case.id))
        was, now = before[case.id], _found(judge(mutant.text, mutant.id))
        results = [
            Outcome(mutant, rule, _gold(case, rule, was), expected, was.get(rule), now.get(rule))
            for rule, expected in mutant.expected.items()
        ]
        others = was.keys() - mutant.expected.keys()
        yield results, sum(was[rule] is not now.get(rule) for rule in others)


def _found(report: DocumentReport) -> Found:
    """The statuses of all rules; a text is judged even if it would not count as an order."""
    return {assessment.rule: assessment.status for assessment in report.assessments}


def _gold(case: Case, rule: str, was: Found) -> Status:
    if isinstance(case, ClauseCase):
        return case.labels.get(rule, default_status(rule))
    return case.labels[rule].status if rule in case.labels else was[rule]


def measure(
    judged: Sequence[tuple[list[Outcome], int]], *, split: Split | None = None
) -> list[Trial]:
    """One trial for each kind, and one for each family before its kinds."""
    chosen = [
        (found, stirred)
        for found, stirred in judged
        if found and (split is None or found[0].mutant.split is split)
    ]
    trials: list[Trial] = []
    for family in Family:
        of_family = [pair for pair in chosen if pair[0][0].mutant.family is family]
        if not of_family:
            continue
        trials.append(_trial(f"all {family.value}s", family, of_family))
        kinds = dict.fromkeys(found[0].mutant.kind for found, _ in of_family)
        trials += [
            _trial(kind, family, [pair for pair in of_family if pair[0][0].mutant.kind == kind])
            for kind in kinds
        ]
    return trials


def _trial(name: str, family: Family, judged: Sequence[tuple[list[Outcome], int]]) -> Trial:
    each = [outcome for found, _ in judged for outcome in found]
    draws = Draws(outcome.cluster for outcome in each)
    return Trial(
        name,
        family,
        len(judged),
        ratio_figure("passed", "passed", each, lambda o: (o.passed, 1), draws),
        ratio_figure(
            "of_right",
            "of those judged right before",
            each,
            lambda o: (o.passed and o.began_right, o.began_right),
            draws,
        ),
        sum(stirred > 0 for _, stirred in judged) if family is Family.REWRITE else 0,
    )
