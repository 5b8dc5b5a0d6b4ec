"""Loads a labelled corpus: whole orders, clause cases, and which batch serves what.

An order that has no ``expected.toml`` yet is skipped and named in the result,
so that a corpus can be measured while it is being written. Anything wrong in
a label is refused, all problems at once.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rtlint.errors import RuleError, UsageError
from rtlint.evaluation.catalogue import REQUIREMENTS
from rtlint.evaluation.traps import traps_of
from rtlint.evaluation.validation import Table, clause_problems, order_problems
from rtlint.model.assessment import GivenRole, Status

SPLITS_FILE = "splits.toml"


class Split(StrEnum):
    """What a batch is for."""

    DEVELOP = "develop"
    TUNE = "tune"
    JOIN = "join"  # how far to trust either reader is learned here, and nothing else
    LOCKED = "locked"  # only its figures may be seen


@dataclass(frozen=True, slots=True)
class Gold:
    """The label of one requirement."""

    status: Status
    evidence: tuple[str, ...] = ()
    role: GivenRole | None = None
    note: str = ""
    traps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Raised:
    """A drafting check that the order is labelled to raise."""

    check: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderCase:
    """A whole order with its labels; ``forms`` are its other file formats."""

    id: str
    batch: str
    split: Split
    text: str
    applicable: bool
    labels: Mapping[str, Gold]
    drafting: tuple[Raised, ...] = ()
    forms: tuple[Path, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True)
class ClauseCase:
    """A minimal order; ``labels`` holds only what differs from the default, and ``about``."""

    id: str
    batch: str
    split: Split
    group: str  # its contrast set
    about: str
    text: str
    labels: Mapping[str, Status]
    note: str = ""
    state: str = ""
    traps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """The selected cases, and the order folders that have no labels yet."""

    orders: tuple[OrderCase, ...]
    clauses: tuple[ClauseCase, ...]
    unlabelled: tuple[str, ...] = ()


def load_corpus(
    folder: Path, *, split: str | None = None, batches: Collection[str] | None = None
) -> Corpus:
    """Load the cases of ``folder`` that the selection names.

    Without a selection every case is loaded that is not locked: a locked batch
    is measured only by whoever asks for it by name.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder: give the one that holds orders/ or clauses/.")
    if not (folder / "orders").is_dir() and not (folder / "clauses").is_dir():
        raise UsageError(f"{folder} holds neither orders/ nor clauses/: it is not a corpus.")
    choice = _Choice.of(folder, split, batches)
    problems: list[str] = []
    orders, unlabelled = _load_orders(folder / "orders", choice, problems)
    clauses = _load_clauses(folder / "clauses", choice, problems)
    if problems:
        raise RuleError("\n".join(problems))
    found = {case.batch for case in orders} | {case.batch for case in clauses}
    for batch in sorted(set(batches or ()) - found):
        raise UsageError(f"The corpus has no case of batch '{batch}'{_known(found)}.")
    return Corpus(tuple(orders), tuple(clauses), tuple(unlabelled))


def _known(batches: Collection[str]) -> str:
    return f"; it has {', '.join(sorted(batches))}" if batches else ""


@dataclass(frozen=True, slots=True)
class _Choice:
    """Which batches are wanted, and which split each belongs to."""

    splits: Mapping[str, Split]
    split: Split | None
    batches: frozenset[str] | None

    @classmethod
    def of(cls, folder: Path, split: str | None, batches: Collection[str] | None) -> "_Choice":
        wanted = _split_named(split, "the selection") if split is not None else None
        named = frozenset(batches) if batches is not None else None
        return cls(_load_splits(folder / SPLITS_FILE), wanted, named)

    def split_of(self, batch: str) -> Split:
        return self.splits.get(batch, Split.DEVELOP)

    def takes(self, batch: str) -> bool:
        if self.batches is not None and batch not in self.batches:
            return False
        if self.split is not None:
            return self.split_of(batch) is self.split
        return self.batches is not None or self.split_of(batch) is not Split.LOCKED


def _split_named(word: object, where: str) -> Split:
    try:
        return Split(str(word))
    except ValueError:
        choices = ", ".join(Split)
        raise UsageError(f"{where}: '{word}' is no split; use one of {choices}.") from None


def _load_splits(path: Path) -> dict[str, Split]:
    if not path.is_file():
        return {}
    return {batch: _split_named(word, f"{path}, {batch}") for batch, word in _parse(path).items()}


def _parse(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path} is not valid TOML: {error}.") from error


def _load_orders(
    folder: Path, choice: _Choice, problems: list[str]
) -> tuple[list[OrderCase], list[str]]:
    orders: list[OrderCase] = []
    unlabelled: list[str] = []
    for path in sorted(folder.glob("*/order.txt")):
        expected = path.with_name("expected.toml")
        if not expected.is_file():
            unlabelled.append(path.parent.name)
            continue
        table = _parse(expected)
        if not choice.takes(str(table.get("batch", ""))):
            continue
        text = path.read_text(encoding="utf-8")
        found = list(order_problems(table, text))
        problems += [f"{expected}: {problem}" for problem in found]
        if not found:
            orders.append(_order(path, text, table, choice))
    return orders, unlabelled


def _order(path: Path, text: str, table: Table, choice: _Choice) -> OrderCase:
    return OrderCase(
        id=path.parent.name,
        batch=table["batch"],
        split=choice.split_of(table["batch"]),
        text=text,
        applicable=table["applicable"],
        labels={key: _gold(table[key]) for key in REQUIREMENTS if key in table},
        drafting=tuple(
            Raised(entry["id"], tuple(entry.get("evidence", ())))
            for entry in table.get("drafting", ())
        ),
        forms=tuple(form for form in sorted(path.parent.glob("order.*")) if form != path),
        state=one_state(table),
    )


def _gold(label: Table) -> Gold:
    role = label.get("role")
    return Gold(
        Status(label["status"]),
        tuple(label.get("evidence", ())),
        GivenRole(role) if role else None,
        label.get("note", ""),
        written_traps(label),
    )


def _load_clauses(folder: Path, choice: _Choice, problems: list[str]) -> list[ClauseCase]:
    cases: list[ClauseCase] = []
    for path in sorted(folder.glob("*.toml")):
        table = _parse(path)
        if not choice.takes(str(table.get("batch", ""))):
            continue
        found = list(clause_problems(table))
        problems += [f"{path}: {problem}" for problem in found]
        if not found:
            cases += _cases(table, choice)
    return cases


def _cases(table: Table, choice: _Choice) -> Iterator[ClauseCase]:
    sets: dict[str, list[Table]] = {}
    for case in table.get("case", ()):
        sets.setdefault(case.get("set", case["id"]), []).append(case)
    for case in table.get("case", ()):
        siblings = [
            other for other in sets[case.get("set", case["id"])] if _answers_differ(case, other)
        ]
        yield ClauseCase(
            id=case["id"],
            batch=table["batch"],
            split=choice.split_of(table["batch"]),
            group=case.get("set", case["id"]),
            about=case["about"],
            text=case["text"],
            labels={key: Status(word) for key, word in case["labels"].items()},
            note=case.get("note", ""),
            state=one_state(table),
            traps=written_traps(case)
            or traps_of(case["text"], [other["text"] for other in siblings]),
        )


def _answers_differ(case: Table, other: Table) -> bool:
    """Whether two cases are about the same requirement and answer it differently."""
    about = case["about"]
    return bool(about == other["about"] and case["labels"][about] != other["labels"][about])


def written_traps(table: Table) -> tuple[str, ...]:
    """The traps that a label names itself: one or several."""
    trap = table.get("trap", ())
    return (trap,) if isinstance(trap, str) else tuple(trap)


def one_state(table: Table) -> str:
    """The state a paper comes from, if it is a single one; what else is written there describes."""
    state = str(table.get("state", ""))
    return "" if re.search(r"[,(]|\b(?:many|mixed|various|several)\b", state) else state
