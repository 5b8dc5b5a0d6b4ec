"""A second, blind labelling of a part of the corpus, and how far it agrees with the first.

``second/<batch>.toml`` holds what somebody else made of texts whose labels they had not seen.
Agreement needs no judge: it says how far the labelling guide decides a case, and so
how far any judge can be held to the labels.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rtlint.errors import RuleError
from rtlint.evaluation.catalogue import PROHIBITIONS, REQUIREMENTS, default_status
from rtlint.evaluation.corpus import ClauseCase, Corpus, OrderCase
from rtlint.evaluation.resample import Draws, Figure, ratio_figure, with_interval
from rtlint.model.assessment import Status

FOLDER = "second"
_KEYS = {"batch", "note", "cases", "orders"}


@dataclass(frozen=True, slots=True)
class Twice:
    """One requirement of one text, labelled by two people."""

    cluster: str  # the order, or the contrast set
    requirement: str
    first: Status
    second: Status
    about: bool  # what a clause case was written for
    listed: bool  # somebody moved it from its default


@dataclass(frozen=True, slots=True)
class Agreement:
    """Raw agreement and Cohen's kappa over one kind of pair; kappa has no value without variety."""

    name: str
    texts: int
    raw: Figure
    kappa: Figure


def agreement(folder: Path, corpus: Corpus) -> tuple[Agreement, ...]:
    """How two labellings of the selected cases agree; empty where none was labelled twice.

    Raises:
        RuleError: with everything wrong in the files of second labels.
    """
    tables = [(path, _parse(path)) for path in sorted((folder / FOLDER).glob("*.toml"))]
    problems = [f"{path}: {problem}" for path, table in tables for problem in _problems(table)]
    if problems:
        raise RuleError("\n".join(problems))
    cases: dict[str, Mapping[str, str] | str] = {}
    orders: dict[str, Mapping[str, str]] = {}
    for _, table in tables:
        cases |= table.get("cases", {})
        orders |= table.get("orders", {})
    clause_pairs = [p for c in corpus.clauses if c.id in cases for p in _clause(c, cases[c.id])]
    order_pairs = [
        pair
        for order in corpus.orders
        if order.id in orders and order.applicable
        for pair in _order(order, orders[order.id])
    ]
    kinds = (
        ("orders, every requirement", order_pairs),
        ("clauses, what they are about", [pair for pair in clause_pairs if pair.about]),
        ("clauses, all that either listed", [pair for pair in clause_pairs if pair.listed]),
    )
    return tuple(_agreement(name, pairs) for name, pairs in kinds if pairs)


def _clause(case: ClauseCase, labels: Mapping[str, str] | str) -> Iterator[Twice]:
    if isinstance(labels, str):  # only what the case is about was labelled again
        first = case.labels[case.about]
        yield Twice(case.group, case.about, first, Status(labels), about=True, listed=False)
        return
    for rule in REQUIREMENTS:
        default = default_status(rule)
        first, second = case.labels.get(rule, default), Status(labels.get(rule, default))
        listed = first is not default or second is not default
        yield Twice(case.group, rule, first, second, rule == case.about, listed)


def _order(order: OrderCase, labels: Mapping[str, str]) -> Iterator[Twice]:
    for rule, gold in order.labels.items():
        second = Status(labels.get(rule, default_status(rule)))
        yield Twice(order.id, rule, gold.status, second, about=False, listed=True)


def _agreement(name: str, pairs: Sequence[Twice]) -> Agreement:
    draws = Draws(pair.cluster for pair in pairs)
    texts = len({pair.cluster for pair in pairs})
    raw = ratio_figure("raw", "raw agreement", pairs, lambda p: (p.first is p.second, 1), draws)
    kappa = with_interval("kappa", "Cohen's kappa", cohens_kappa(pairs), len(pairs), ())
    return Agreement(name, texts, raw, kappa)


def cohens_kappa(pairs: Sequence[Twice]) -> float | None:
    """Agreement beyond what two labellers with these habits would reach by chance."""
    n = len(pairs)
    first = Counter(pair.first for pair in pairs)
    second = Counter(pair.second for pair in pairs)
    by_chance = sum(first[status] * second[status] for status in Status) / n**2
    if by_chance == 1:
        return None
    observed = sum(pair.first is pair.second for pair in pairs) / n
    return (observed - by_chance) / (1 - by_chance)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path} is not valid TOML: {error}.") from error


def _problems(table: Mapping[str, Any]) -> Iterator[str]:
    for key in table.keys() - _KEYS:
        yield f"'{key}' is no key of this file; use {', '.join(sorted(_KEYS))}."
    for kind in ("cases", "orders"):
        entries = table.get(kind, {})
        if not isinstance(entries, dict):
            yield f"{kind} is no table: write [{kind}] and under it a line for each text."
            continue
        for name, labels in entries.items():
            if kind == "cases" and labels in list(Status):
                continue
            if not isinstance(labels, dict):
                yield f'{name}: give its labels as in "{name}" = {{ RT101 = "met" }}.'
                continue
            yield from (f"{name}: {problem}" for problem in _label_problems(labels))


def _label_problems(labels: Mapping[str, Any]) -> Iterator[str]:
    for rule, word in labels.items():
        if rule not in REQUIREMENTS:
            yield f"'{rule}' is no core requirement."
        elif word not in list(Status):
            yield f"{rule}: '{word}' is no status; use one of {', '.join(Status)}."
        elif rule in PROHIBITIONS and word == Status.MISSING:
            yield f"{rule}: a prohibition is never missing; a silent order is met."
