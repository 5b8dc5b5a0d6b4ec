"""What each layer of the judgement is worth: its cost in right answers when it is taken out.

One layer at a time is replaced by one that does nothing, and the tune split is judged again. A
layer whose loss costs nothing does not earn its place. The switches live here and reach into the
engine from outside, so that the product carries none; a switch whose place in the engine
has moved stops the program rather than measuring nothing.
"""

import argparse
import importlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

from rtlint.api import audit_text, load_rules
from rtlint.evaluation import Corpus, load_corpus
from rtlint.evaluation.evaluate import evaluate_cases
from rtlint.evaluation.pairs import Pair
from rtlint.evaluation.resample import Draws, Figure, ratio_figure
from rtlint.model.assessment import Status
from rtlint.model.outline import Force, Zone
from rtlint.model.report import DocumentReport

_OF_LEARNED = "rtlint.readers.passages"
CORPUS = Path(__file__).resolve().parents[1] / "corpus"
Null = Callable[[Any], Any]  # from the layer as it is to the layer that does nothing


@dataclass(frozen=True)
class Layer:
    """A layer by name, and for each of its places in the engine what stands in for it."""

    name: str
    places: tuple[tuple[str, Null], ...] = ()
    model: bool = True


def constant(value: object) -> Null:
    """A function that always gives the same, whatever it is asked."""
    return lambda _original: lambda *_args, **_more: value


def fresh(make: Callable[[], object]) -> Null:
    """A function that gives a new empty thing each time."""
    return lambda _original: lambda *_args, **_more: make()


def every_clause(**changes: object) -> Null:
    """The clauses that the engine finds, with something put the same for all."""
    return lambda found: lambda *args: [replace(clause, **changes) for clause in found(*args)]


def without_kind(*kinds: str) -> Null:
    """The adjuncts that the engine finds, but for some kinds."""
    return lambda found: lambda *args: [a for a in found(*args) if a.kind.value not in kinds]


def same_force(_original: object) -> Callable[[Any, Any], Any]:
    """A negation, a permission or a refusal changes nothing."""
    return lambda force, _operator: force


def one_take_each(whole: Any) -> Callable[..., bool]:
    """Every clause must bind everyone by itself: twins in two paragraphs are not put together."""
    return lambda rule, role, takes: any(whole(rule, role, [take]) for take in takes)


def unchanged(_original: object) -> Callable[..., Any]:
    """A step across rules that leaves an assessment as it was."""
    return lambda rule, found, *_more: found[rule.id]


def as_printed(_original: object) -> Callable[..., str]:
    """The learned reader is shown names, not roles."""
    return lambda analysis, _clause, span: analysis.document.text[slice(*span)]


def names_of_nobody() -> object:
    """What is known of names before anything is learned."""
    return importlib.import_module("rtlint.language.names").Names()


LAYERS: tuple[Layer, ...] = (
    Layer(
        "names and defined terms",
        (
            ("rtlint.language.analysis.learn_names", fresh(names_of_nobody)),
            ("rtlint.language.analysis.settle_roles", constant(None)),
        ),
    ),
    Layer(
        "people told from all their signs",
        (("rtlint.language.analysis.settle_roles", constant(None)),),
    ),
    Layer("pronouns", (("rtlint.language.pronouns.Memory.find", constant(())),)),
    Layer("lead-ins of lists", (("rtlint.structure.clauses._leads", constant(())),)),
    Layer("headings", (("rtlint.structure.clauses._headings", constant(())),)),
    Layer(
        "negation and its reach",
        (
            ("rtlint.language.frames.compose", same_force),
            ("rtlint.language.anchors.compose", same_force),
        ),
    ),
    Layer(
        "exceptions",
        (
            ("rtlint.language.frames.find_adjuncts", without_kind("exception")),
            ("rtlint.language.frames._EXCEPTING", lambda _words: frozenset()),
            ("rtlint.readers.frames._veto", constant(None)),
        ),
    ),
    Layer("conditions", (("rtlint.language.frames.find_adjuncts", without_kind("condition")),)),
    Layer(
        "who decides",
        (
            ("rtlint.language.frames.find_deciders", fresh(list)),
            ("rtlint.language.frames._deciders", constant(())),
        ),
    ),
    Layer(
        "zones and recitals",
        (("rtlint.structure.clauses.clauses", every_clause(zone=Zone.DECRETAL)),),
    ),
    Layer(
        "unticked, struck and superseded text",
        (
            ("rtlint.structure.clauses.clauses", every_clause(force=Force.LIVE)),
            ("rtlint.structure.force.weigh", fresh(list)),
            ("rtlint.structure.supersede", fresh(list)),
        ),
    ),
    Layer(
        "topics",
        (
            (
                "rtlint.language.analysis.topics_of",
                lambda _f: lambda views, *_more: [""] * len(views),
            ),
        ),
    ),
    Layer("cross-references", (("rtlint.structure.references", fresh(list)),)),
    Layer("both parents bound", (("rtlint.checks.coverage.binds_everyone", constant(value=True)),)),
    Layer("twin duties put together", (("rtlint.checks.requirement.whole", one_take_each),)),
    Layer(
        "rules that look at each other",
        tuple(
            (f"rtlint.checks.judge.{step}", unchanged) for step in ("denied", "depends", "capped")
        ),
    ),
    Layer(
        "roles in place of names, learned reader",
        (("rtlint.readers.passages._with_roles", as_printed),),
    ),
    Layer("learned reader", model=False),
    Layer("frame reader", (("rtlint.checks.judge.read_frames", fresh(list)),)),
)


def main() -> None:
    """Judge the split once whole and once without each layer, and print what each loss costs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--split", choices=("tune", "develop"), default="tune")
    parser.add_argument("--no-model", action="store_true", help="the frame reader's layers, alone")
    parser.add_argument("--layer", action="append", help="only this layer; may be repeated")
    parser.add_argument("-f", "--format", choices=("markdown", "json"), default="markdown")
    given = parser.parse_args()
    layers = alone(LAYERS) if given.no_model else LAYERS
    chosen = [layer for layer in layers if not given.layer or layer.name in given.layer]
    if not chosen:
        parser.error(f"no such layer; there are: {', '.join(layer.name for layer in LAYERS)}")
    show = as_json if given.format == "json" else as_markdown
    print(measured(given.split, chosen, model=not given.no_model, show=show))


def measured(
    split: str,
    layers: Sequence[Layer],
    *,
    model: bool = True,
    show: Callable[[Sequence["Cost"], "Judged"], str] | None = None,
) -> str:
    """What each of the layers costs on a split, as a table unless ``show`` makes something else."""
    corpus = load_corpus(CORPUS, split=split)
    whole = judged(corpus, Layer("nothing", model=model))
    rows = [cost(layer, whole, judged(corpus, layer)) for layer in layers]
    rows.sort(key=lambda row: -max(row.orders.value or 0, row.clauses.value or 0))
    return (show or as_markdown)(rows, whole)


def alone(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """The layers of the frame reader, taken out where it reads alone."""
    return tuple(
        replace(layer, model=False)
        for layer in layers
        if layer.places and not any(place.startswith(_OF_LEARNED) for place, _ in layer.places)
    )


@contextmanager
def without(layer: Layer) -> Iterator[None]:
    """The engine without a layer."""
    with ExitStack() as stack:
        for place, null in layer.places:
            owner, name = _owner(place)
            stack.enter_context(mock.patch.object(owner, name, null(getattr(owner, name))))
        yield


def _owner(place: str) -> tuple[Any, str]:
    """The module or class that holds a name; stops the program where there is none."""
    path, _, name = place.rpartition(".")
    module, _, inner = path.rpartition(".")
    try:
        try:
            owner: Any = importlib.import_module(path)
        except ModuleNotFoundError:
            owner = getattr(importlib.import_module(module), inner)
        getattr(owner, name)
    except (ImportError, AttributeError):
        raise SystemExit(f"{place} has moved: mend LAYERS in {Path(__file__).name}.") from None
    return owner, name


Judged = dict[tuple[str, str, str], Pair]  # by kind of case, case and requirement


def judged(corpus: Corpus, layer: Layer) -> Judged:
    """All pairs of the corpus, judged without a layer."""
    rulebook = load_rules()

    def judge(source: str | Path, name: str) -> DocumentReport:
        return audit_text(str(source), name=name, rules=rulebook, model=layer.model)

    with without(layer):
        found = evaluate_cases(corpus, judge)
    return {
        (section.name, pair.case, pair.requirement): pair
        for section in found.sections
        for pair in section.pairs
        if section.name == "orders" or pair.listed
    }


@dataclass(frozen=True)
class Change:
    """One pair with a layer and without it."""

    cluster: str
    before: Pair
    after: Pair


@dataclass(frozen=True)
class Cost:
    """What the loss of a layer costs: shares of pairs, positive where answers were lost."""

    layer: str
    orders: Figure
    clauses: Figure
    wrong_met: Figure  # what is judged met without the layer though it is a defect
    moved: int  # pairs whose status changed at all


def cost(layer: Layer, whole: Judged, less: Judged) -> Cost:
    """The cost of a layer, from the same pairs judged with it and without."""
    changes = {key: Change(whole[key].cluster, whole[key], less[key]) for key in whole}

    def lost(kind: str) -> Figure:
        chosen = [change for key, change in changes.items() if key[0] == kind]
        draws = Draws(change.cluster for change in chosen)
        return ratio_figure(
            kind, kind, chosen, lambda c: (c.before.right - c.after.right, 1), draws
        )

    everything = list(changes.values())
    return Cost(
        layer.name,
        lost("orders"),
        lost("clauses"),
        ratio_figure(
            "wrong_met",
            "more judged met wrongly",
            everything,
            lambda c: (_wrongly_met(c.after) - _wrongly_met(c.before), 1),
            Draws(change.cluster for change in everything),
        ),
        sum(change.before.found is not change.after.found for change in everything),
    )


def _wrongly_met(pair: Pair) -> bool:
    return pair.found is Status.MET and not pair.right


def _share_right(whole: Judged, kind: str) -> tuple[float, int]:
    chosen = [pair for key, pair in whole.items() if key[0] == kind]
    return sum(pair.right for pair in chosen) / max(len(chosen), 1), len(chosen)


def as_markdown(rows: Sequence[Cost], whole: Judged) -> str:
    """The costs as a table, the dearest layer first, in points of a hundred."""
    shares = {kind: _share_right(whole, kind) for kind in ("orders", "clauses")}
    said = ", ".join(f"{kind} {share:.3f} (n {n})" for kind, (share, n) in shares.items())
    lines = [
        f"Status accuracy with every layer: {said}. Costs are points of a hundred, with a 95 %",
        "interval by resampling orders or contrast sets; below nought means better without.",
        "",
        "| without | orders | clauses, listed | wrong met, more | statuses moved |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {row.layer} | {_points(row.orders)} | {_points(row.clauses)} "
        f"| {_points(row.wrong_met)} | {row.moved} |"
        for row in rows
    ]
    return "\n".join(lines)


def _points(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return f"{100 * figure.value:.1f}"
    return f"{100 * figure.value:.1f} ({100 * figure.low:.1f} to {100 * figure.high:.1f})"


def as_json(rows: Sequence[Cost], whole: Judged) -> str:
    """The costs as data; every share is a fraction of one."""

    def data(figure: Figure) -> dict[str, float | int | None]:
        return {"value": figure.value, "low": figure.low, "high": figure.high, "n": figure.n}

    return json.dumps(
        {
            "with_every_layer": {
                kind: _share_right(whole, kind)[0] for kind in ("orders", "clauses")
            },
            "without": {
                row.layer: {
                    "orders": data(row.orders),
                    "clauses": data(row.clauses),
                    "wrong_met": data(row.wrong_met),
                    "moved": row.moved,
                }
                for row in rows
            },
        },
        indent=2,
    )


if __name__ == "__main__":
    main()
