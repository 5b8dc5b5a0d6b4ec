"""``rtlint evaluate``: how often rtlint is right, measured on labelled documents.

Without ``--misses`` it prints no word of a document, so that the figures on a
confidential or a locked corpus may be shown around.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict, Unpack

import click

from rtlint.cli import options, outputs
from rtlint.errors import UsageError
from rtlint.model.report import DocumentReport
from rtlint.model.rule import Rulebook

ALL = "all"
PER_KIND = 100  # enough for an interval of a few points on each kind, in a few minutes
Judge = Callable[[str | Path, str], DocumentReport]


class EvaluateOptions(TypedDict):
    """What click passes on, by the names of the options."""

    corpus: str
    split: str | None
    batch: tuple[str, ...]
    form: str
    forms: bool
    misses: str | None
    mutations: bool
    per_kind: int
    no_model: bool
    rules: tuple[str, ...]


@click.command()
@click.argument("corpus", metavar="CORPUS", type=click.Path())
@click.option(
    "--split",
    type=click.Choice(("develop", "tune", "join", "locked")),
    help="Only the documents of this part; without it, all that are not locked.",
)
@click.option("--batch", multiple=True, metavar="NAME", help="Only the documents of this batch.")
@click.option(
    "-f", "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True
)
@click.option("--forms", is_flag=True, help="Judge the PDF and Word form of each order too.")
@click.option("--misses", metavar="ID", help=f"List the mistakes in this rule, or in {ALL}.")
@click.option(
    "--mutations",
    is_flag=True,
    help="Measure on changed documents instead: flips of meaning, and rewrites that keep it.",
)
@click.option(
    "--per-kind",
    type=click.IntRange(min=0),
    default=PER_KIND,
    metavar="N",
    show_default=True,
    help="With --mutations: at most N changed documents of each kind; 0 for all.",
)
@options.no_model
@options.rules
def evaluate(**given: Unpack[EvaluateOptions]) -> None:
    """Measure rtlint on labelled documents.

    CORPUS is a folder in the format of the corpus that ships with rtlint.
    """
    if not Path(given["corpus"]).is_dir():
        raise UsageError(f"{given['corpus']!r} is no folder of labelled documents.")
    rulebook = options.rulebook(given["rules"])
    judge = _judge_with(rulebook, model=not given["no_model"])
    if given["mutations"]:
        _mutations(given, judge)
        return
    from rtlint import evaluation

    result = evaluation.evaluate(
        Path(given["corpus"]),
        judge,
        split=given["split"],
        batches=given["batch"] or None,
        forms=given["forms"],
    )
    if given["form"] == "json":
        outputs.exactly(json.dumps(evaluation.as_json(result), indent=2) + "\n")
        return
    lines = evaluation.as_lines(result)
    if given["misses"]:
        lines += ["", *evaluation.miss_lines(evaluation.misses(result, _rule(given["misses"])))]
    outputs.say("\n".join(lines) + "\n")


def _mutations(given: EvaluateOptions, judge: Judge) -> None:
    """Measure on mutants of the documents, in place of the documents themselves."""
    from rtlint.evaluation import load_corpus, mutations

    corpus = load_corpus(
        Path(given["corpus"]), split=given["split"], batches=given["batch"] or None
    )
    sample = mutations.sample(corpus, given["per_kind"] or None)
    judged = list(mutations.outcomes(sample, judge))
    trials = mutations.measure(judged)
    if given["form"] == "json":
        outputs.exactly(json.dumps(mutations.as_json(trials), indent=2) + "\n")
        return
    lines = mutations.as_lines(trials)
    if given["misses"]:
        lines += ["", *mutations.miss_lines(judged, _rule(given["misses"]))]
    outputs.say("\n".join(lines) + "\n")


def _rule(named: str) -> str | None:
    return None if named.lower() == ALL else named.upper()


def _judge_with(rulebook: Rulebook, *, model: bool) -> Judge:
    from rtlint import api

    def judge(source: str | Path, name: str) -> DocumentReport:
        if isinstance(source, Path):
            return api.audit([source], rules=rulebook, model=model).documents[0]
        return api.audit_text(source, name=name, rules=rulebook, model=model)

    return judge
