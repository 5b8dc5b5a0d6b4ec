"""All mutants of a corpus, or a sample of each kind that stays the same from run to run."""

from collections.abc import Iterator
from itertools import islice

from rtlint.errors import UsageError
from rtlint.evaluation.corpus import Corpus, Split
from rtlint.evaluation.mutations import duties, exceptions, layout, orders, withdrawn, words
from rtlint.evaluation.mutations.mutant import Kind, Mutant, OrderKind, rank

KINDS: tuple[Kind, ...] = (
    *duties.KINDS,
    *withdrawn.KINDS,
    *exceptions.KINDS,
    *layout.KINDS,
    *words.KINDS,
)


def sample(corpus: Corpus, per_kind: int | None = None) -> list[Mutant]:
    """At most ``per_kind`` mutants of each kind, chosen by lot; None gives all there are.

    The lot is drawn by the names of cases alone, so a case added to the corpus moves few others.
    """
    kinds: tuple[Kind | OrderKind, ...] = (*KINDS, *orders.KINDS)
    return [mutant for kind in kinds for mutant in mutants(corpus, kind, per_kind)]


def mutants(corpus: Corpus, kind: Kind | OrderKind, most: int | None = None) -> list[Mutant]:
    """The mutants of one kind, in the order of their lots.

    Raises:
        UsageError: if the corpus holds cases of a locked batch: mutants would show its text.
    """
    cases = corpus.orders if isinstance(kind, OrderKind) else corpus.clauses
    if any(case.split is Split.LOCKED for case in cases):
        raise UsageError(
            "Mutations are made of develop and tune only: leave the locked batches out."
        )
    made = _made_of_orders(corpus, kind) if isinstance(kind, OrderKind) else _made(corpus, kind)
    return list(islice(made, most))


def _made(corpus: Corpus, kind: Kind) -> Iterator[Mutant]:
    for case in sorted(corpus.clauses, key=lambda case: rank(kind.name, case.id)):
        made = kind.make(case)
        if made is not None:
            yield Mutant(kind.name, kind.family, case, made.text, made.expected)


def _made_of_orders(corpus: Corpus, kind: OrderKind) -> Iterator[Mutant]:
    for order in sorted(corpus.orders, key=lambda order: rank(kind.name, order.id)):
        made = kind.make(order) if order.applicable else None
        if made is not None:
            yield Mutant(kind.name, kind.family, order, made.text, made.expected)
