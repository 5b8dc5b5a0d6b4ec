"""Runs a judge over a labelled corpus and measures what it says.

The judge is passed in, so that this package needs no engine: whatever turns a
text or a file into a report can be measured by it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from rtlint.errors import RtlintError
from rtlint.evaluation.corpus import Corpus, OrderCase, Split, load_corpus
from rtlint.evaluation.figures import (
    Breakdown,
    CheckFigures,
    by_batch,
    by_check,
    by_requirement,
    by_state,
    by_trap,
    clause_figures,
    confusion,
    order_figures,
)
from rtlint.evaluation.pairs import DraftingPair, Pair, clause_pairs, drafting_pairs, order_pairs
from rtlint.evaluation.resample import Draws, Figure, ratio_figure
from rtlint.evaluation.second import Agreement, agreement
from rtlint.model.assessment import Status
from rtlint.model.report import DocumentReport

Judge = Callable[[str | Path, str], DocumentReport]
"""Judges a text, or the file at a path, under the name given."""


@dataclass(frozen=True, slots=True)
class Section:
    """Everything measured on one kind of case."""

    name: str  # "orders" or "clauses"
    cases: int
    figures: tuple[Figure, ...]
    confusion: dict[str, dict[str, int]]
    by_requirement: tuple[Breakdown, ...]
    by_batch: tuple[Breakdown, ...]
    by_state: tuple[Breakdown, ...]
    by_trap: tuple[Breakdown, ...]
    pairs: tuple[Pair, ...] = field(repr=False)
    drafting: tuple[DraftingPair, ...] = field(repr=False, default=())
    by_check: tuple[CheckFigures, ...] = ()  # of the drafting checks


@dataclass(frozen=True, slots=True)
class FormPair:
    """One requirement of one order, judged in its text and in another file format."""

    case: str
    split: Split
    form: str  # the file's name: "order.pdf"
    requirement: str
    in_text: Status | None
    in_form: Status | None

    @property
    def cluster(self) -> str:
        return self.case


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a judge fared on a corpus; a section without cases is left out."""

    sections: tuple[Section, ...]
    forms: tuple[FormPair, ...] = ()
    forms_agree: Figure | None = None
    agreements: tuple[Agreement, ...] = ()  # of two labellings, where there are two
    unlabelled: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()  # case and why it could not be judged


def evaluate(
    corpus: Path,
    judge: Judge,
    *,
    split: str | None = None,
    batches: Collection[str] | None = None,
    forms: bool = False,
) -> Evaluation:
    """Measure ``judge`` on the cases of ``corpus`` that the selection names.

    Without a selection, on every case that is not in a locked batch. ``forms``
    judges the other file formats of each order too.
    """
    loaded = load_corpus(corpus, split=split, batches=batches)
    labelled_twice = agreement(corpus, loaded)
    return replace(evaluate_cases(loaded, judge, forms=forms), agreements=labelled_twice)


def evaluate_cases(corpus: Corpus, judge: Judge, *, forms: bool = False) -> Evaluation:
    """Measure ``judge`` on a corpus that is already loaded."""
    failed: list[tuple[str, str]] = []
    reports = {case.id: _try(judge, case.text, case.id, failed) for case in corpus.orders}
    sections = []
    if corpus.orders:
        sections.append(_order_section(corpus.orders, reports))
    if corpus.clauses:
        clauses = [
            pair
            for case in corpus.clauses
            for pair in clause_pairs(case, _try(judge, case.text, case.id, failed))
        ]
        sections.append(_section("clauses", len(corpus.clauses), clauses))
    compared = tuple(_compare_forms(corpus.orders, reports, judge, failed)) if forms else ()
    return Evaluation(
        sections=tuple(sections),
        forms=compared,
        forms_agree=_agreement(compared),
        unlabelled=corpus.unlabelled,
        failed=tuple(failed),
    )


def _try(
    judge: Judge, source: str | Path, name: str, failed: list[tuple[str, str]]
) -> DocumentReport | None:
    """The judge's report, or None (and why) where it refuses the document on purpose."""
    try:
        report = judge(source, name)
    except RtlintError as error:
        failed.append((name, str(error)))
        return None
    if report.error is not None:
        failed.append((name, report.error))
        return None
    return report


def _order_section(
    orders: Iterable[OrderCase], reports: dict[str, DocumentReport | None]
) -> Section:
    pairs = [pair for order in orders for pair in order_pairs(order, reports[order.id])]
    drafting = [pair for order in orders for pair in drafting_pairs(order, reports[order.id])]
    return _section("orders", len(reports), pairs, drafting)


def _section(
    name: str, cases: int, pairs: list[Pair], drafting: list[DraftingPair] | None = None
) -> Section:
    whole_orders = drafting is not None
    return Section(
        name=name,
        cases=cases,
        figures=order_figures(pairs, drafting or []) if whole_orders else clause_figures(pairs),
        confusion=confusion(pairs),
        by_requirement=by_requirement(pairs),
        by_batch=by_batch(pairs),
        by_state=by_state(pairs),
        by_trap=by_trap(pairs),
        pairs=tuple(pairs),
        drafting=tuple(drafting or ()),
        by_check=by_check(drafting or []),
    )


def _compare_forms(
    orders: Iterable[OrderCase],
    reports: dict[str, DocumentReport | None],
    judge: Judge,
    failed: list[tuple[str, str]],
) -> Iterator[FormPair]:
    for order in orders:
        in_text = {pair.requirement: pair for pair in order_pairs(order, reports[order.id])}
        for path in order.forms:
            report = _try(judge, path, f"{order.id}/{path.name}", failed)
            for pair in order_pairs(order, report):
                before = in_text[pair.requirement].found
                yield FormPair(
                    order.id, order.split, path.name, pair.requirement, before, pair.found
                )


def _agreement(pairs: tuple[FormPair, ...]) -> Figure | None:
    if not pairs:
        return None
    return ratio_figure(
        "forms_agree",
        "agreement between forms",
        pairs,
        lambda pair: (pair.in_text is pair.in_form, 1),
        Draws(pair.cluster for pair in pairs),
    )
