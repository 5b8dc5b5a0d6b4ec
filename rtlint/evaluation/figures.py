"""The figures of merit, as pure functions over pairs of label and finding.

Evidence counts as right when a run of consecutive words is common to a found
and a labelled quote and is at least half as long as the shorter of the two:
sharing scattered words proves nothing, since all orders are made of the same ones.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from statistics import fmean

from rtlint.evaluation.pairs import DEFECTS, DraftingPair, Pair
from rtlint.evaluation.resample import Draws, Figure, ratio_figure, with_interval
from rtlint.model.assessment import Status

NOT_JUDGED = "not judged"
Count = tuple[int, int]  # what a pair adds above and below the line


@dataclass(frozen=True, slots=True)
class Breakdown:
    """How one requirement or one batch fared."""

    key: str
    accuracy: Figure  # over the listed pairs: the defaults of clause cases would drown them
    wrong_met: int
    false_alarms: int  # unlisted pairs that were given another status than their default
    confusion: Mapping[str, Mapping[str, int]]  # label -> found -> how many pairs


@dataclass(frozen=True, slots=True)
class CheckFigures:
    """How one drafting check fared; each figure's n is how many orders raise it, or should."""

    key: str
    precision: Figure
    recall: Figure


def is_right(pair: Pair) -> Count:
    return pair.right, 1


def is_wrong_met(pair: Pair) -> Count:
    """Judged met though it is a defect: the error that costs a client most."""
    return pair.found is Status.MET and pair.gold in DEFECTS, 1


def defect_precision(pair: Pair) -> Count:
    said = pair.found in DEFECTS
    return said and pair.gold in DEFECTS, said


def defect_recall(pair: Pair) -> Count:
    real = pair.gold in DEFECTS
    return real and pair.found in DEFECTS, real


def contradicted_precision(pair: Pair) -> Count:
    said = pair.found is Status.CONTRADICTED
    return said and pair.right, said


def contradicted_recall(pair: Pair) -> Count:
    real = pair.gold is Status.CONTRADICTED
    return real and pair.right, real


def contradicted_f1(pair: Pair) -> Count:
    said, real = pair.found is Status.CONTRADICTED, pair.gold is Status.CONTRADICTED
    return 2 * (said and real), said + real


def evidence_right(pair: Pair) -> Count:
    """Only where the status is right and the label has words to show for it."""
    asked = pair.right and bool(pair.gold_evidence)
    return asked and quotes_meet(pair.gold_evidence, pair.found_evidence), asked


def role_right(pair: Pair) -> Count:
    """Advisory or decision; only where the status is right and the label names a role."""
    asked = pair.right and pair.gold_role is not None
    return asked and pair.found_role is pair.gold_role, asked


def sent_to_review(pair: Pair) -> Count:
    return pair.review, 1


def right_without_review(pair: Pair) -> Count:
    return pair.right and not pair.review, not pair.review


def drafting_precision(pair: DraftingPair) -> Count:
    return pair.found and pair.gold, pair.found


def drafting_recall(pair: DraftingPair) -> Count:
    return pair.found and pair.gold, pair.gold


_ON_EVERY_PAIR: tuple[tuple[str, str, Callable[[Pair], Count]], ...] = (
    ("defect_precision", "defect precision", defect_precision),
    ("defect_recall", "defect recall", defect_recall),
    ("wrong_met", "wrong met", is_wrong_met),
    ("contradicted_precision", "contradicted precision", contradicted_precision),
    ("contradicted_recall", "contradicted recall", contradicted_recall),
    ("contradicted_f1", "contradicted F1", contradicted_f1),
    ("evidence_overlap", "evidence overlap", evidence_right),
    ("role_right", "role right", role_right),
    ("review_rate", "review rate", sent_to_review),
    ("accuracy_of_the_rest", "accuracy of the rest", right_without_review),
)


def order_figures(pairs: Sequence[Pair], drafting: Sequence[DraftingPair]) -> tuple[Figure, ...]:
    """Every figure over whole orders; one that no pair takes part in is left out."""
    draws = Draws({pair.cluster for pair in pairs} | {pair.cluster for pair in drafting})
    return _with_pairs(
        ratio_figure("accuracy", "status accuracy, micro", pairs, is_right, draws),
        macro_accuracy(pairs, draws),
        *_common(pairs, draws),
        ratio_figure(
            "drafting_precision", "drafting precision", drafting, drafting_precision, draws
        ),
        ratio_figure("drafting_recall", "drafting recall", drafting, drafting_recall, draws),
    )


def clause_figures(pairs: Sequence[Pair]) -> tuple[Figure, ...]:
    """Every figure over clause cases: over the labels that a writer chose, then over the defaults.

    The two are kept apart because a case has one or two labels of its own and
    some thirty defaults, which nearly any judge gets right.
    """
    draws = Draws(pair.cluster for pair in pairs)
    about = [pair for pair in pairs if pair.about]
    listed = [pair for pair in pairs if pair.listed]
    unlisted = [pair for pair in pairs if not pair.listed]
    return _with_pairs(
        ratio_figure("about_accuracy", "accuracy, about", about, is_right, draws),
        ratio_figure("listed_accuracy", "accuracy, listed", listed, is_right, draws),
        *_common(listed, draws),
        ratio_figure("false_alarms", "false alarms, unlisted", unlisted, _is_wrong, draws),
        ratio_figure("false_met", "  of them met", unlisted, is_wrong_met, draws),
        ratio_figure(
            "false_contradicted", "  of them contradicted", unlisted, _is_contradicted, draws
        ),
    )


def macro_accuracy(pairs: Sequence[Pair], draws: Draws) -> Figure:
    """The mean of the requirements' accuracies, so that a rare failure of one rule shows."""
    groups = list(_grouped(pairs, lambda pair: pair.requirement).values())
    value = fmean(_share_right(group) for group in groups) if groups else None
    each = [draws.ratios(group, is_right) for group in groups]
    series = (_mean_of_known(values) for values in zip(*each, strict=True))
    return with_interval("macro_accuracy", "status accuracy, macro", value, len(pairs), series)


def by_requirement(pairs: Sequence[Pair]) -> tuple[Breakdown, ...]:
    """One row for each requirement, in the order of their ids."""
    return _breakdown(pairs, lambda pair: pair.requirement)


def by_batch(pairs: Sequence[Pair]) -> tuple[Breakdown, ...]:
    """One row for each batch."""
    return _breakdown(pairs, lambda pair: pair.batch)


def by_state(pairs: Sequence[Pair]) -> tuple[Breakdown, ...]:
    """One row for each state; papers of no single state take no part."""
    return _breakdown([pair for pair in pairs if pair.state], lambda pair: pair.state)


def by_trap(pairs: Sequence[Pair]) -> tuple[Breakdown, ...]:
    """One row for each trap; a pair with several takes part in each."""
    draws = Draws(pair.cluster for pair in pairs)
    names = sorted({trap for pair in pairs for trap in pair.traps})
    return tuple(_row(name, [p for p in pairs if name in p.traps], draws) for name in names)


def by_check(pairs: Sequence[DraftingPair]) -> tuple[CheckFigures, ...]:
    """One row for each drafting check that is labelled or raised, then one for all together."""
    draws = Draws(pair.cluster for pair in pairs)
    groups: dict[str, list[DraftingPair]] = {}
    for pair in pairs:
        groups.setdefault(pair.check, []).append(pair)
    rows = [*sorted(groups.items()), *([("all", list(pairs))] if pairs else [])]
    return tuple(
        CheckFigures(
            name,
            ratio_figure("precision", "precision", group, drafting_precision, draws),
            ratio_figure("recall", "recall", group, drafting_recall, draws),
        )
        for name, group in rows
    )


def confusion(pairs: Iterable[Pair]) -> dict[str, dict[str, int]]:
    """Label → found → how many pairs; only what occurs, in the guide's order of statuses."""
    counts = Counter((pair.gold.value, name_of(pair.found)) for pair in pairs)
    names = [*Status, NOT_JUDGED]
    return {
        gold: {found: counts[gold, found] for found in names if counts[gold, found]}
        for gold in Status
        if any(counts[gold, found] for found in names)
    }


def name_of(found: Status | None) -> str:
    """How a finding is called where there may be none."""
    return found.value if found is not None else NOT_JUDGED


def quotes_meet(gold: Iterable[str], found: Iterable[str]) -> bool:
    """Whether any found quote rests on the words of any labelled one."""
    labelled = [_words(quote) for quote in gold]
    return any(_runs_meet(words, _words(quote)) for quote in found for words in labelled)


def _runs_meet(first: list[str], second: list[str]) -> bool:
    shorter = min(len(first), len(second))
    if not shorter:
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return 2 * matcher.find_longest_match().size >= shorter


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _is_wrong(pair: Pair) -> Count:
    return not pair.right, 1


def _is_contradicted(pair: Pair) -> Count:
    return pair.found is Status.CONTRADICTED, 1


def _common(pairs: Sequence[Pair], draws: Draws) -> list[Figure]:
    return [ratio_figure(key, title, pairs, count, draws) for key, title, count in _ON_EVERY_PAIR]


def _with_pairs(*figures: Figure) -> tuple[Figure, ...]:
    return tuple(figure for figure in figures if figure.value is not None)


def _grouped(pairs: Iterable[Pair], key: Callable[[Pair], str]) -> dict[str, list[Pair]]:
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(key(pair), []).append(pair)
    return dict(sorted(groups.items()))


def _breakdown(pairs: Sequence[Pair], key: Callable[[Pair], str]) -> tuple[Breakdown, ...]:
    draws = Draws(pair.cluster for pair in pairs)
    return tuple(_row(name, group, draws) for name, group in _grouped(pairs, key).items())


def _row(name: str, pairs: Sequence[Pair], draws: Draws) -> Breakdown:
    listed = [pair for pair in pairs if pair.listed]
    return Breakdown(
        key=name,
        accuracy=ratio_figure("accuracy", "status accuracy", listed, is_right, draws),
        wrong_met=sum(is_wrong_met(pair)[0] for pair in pairs),
        false_alarms=sum(not pair.right for pair in pairs if not pair.listed),
        confusion=confusion(pairs),
    )


def _share_right(pairs: Sequence[Pair]) -> float:
    return sum(pair.right for pair in pairs) / len(pairs)


def _mean_of_known(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None
