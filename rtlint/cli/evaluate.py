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


class EvaluateOptions(TypedDict):
    """What click passes on, by the names of the options."""

    corpus: str
    split: str | None
    batch: tuple[str, ...]
    form: str
    forms: bool
    misses: str | None
    no_model: bool
    rules: tuple[str, ...]


@click.command()
@click.argument("corpus", metavar="CORPUS", type=click.Path())
@click.option(
    "--split",
    type=click.Choice(("develop", "tune", "locked")),
    help="Only the documents of this part; without it, all that are not locked.",
)
@click.option("--batch", multiple=True, metavar="NAME", help="Only the documents of this batch.")
@click.option(
    "-f", "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True
)
@click.option("--forms", is_flag=True, help="Judge the PDF and Word form of each order too.")
@click.option("--misses", metavar="ID", help=f"List the mistakes in this rule, or in {ALL}.")
@options.no_model
@options.rules
def evaluate(**given: Unpack[EvaluateOptions]) -> None:
    """Measure rtlint on labelled documents.

    CORPUS is a folder in the format of the corpus that ships with rtlint.
    """
    if not Path(given["corpus"]).is_dir():
        raise UsageError(f"{given['corpus']!r} is no folder of labelled documents.")
    rulebook = options.rulebook(given["rules"])
    from rtlint import evaluation

    result = evaluation.evaluate(
        Path(given["corpus"]),
        _judge_with(rulebook, model=not given["no_model"]),
        split=given["split"],
        batches=given["batch"] or None,
        forms=given["forms"],
    )
    if given["form"] == "json":
        outputs.exactly(json.dumps(evaluation.as_json(result), indent=2) + "\n")
        return
    lines = evaluation.as_lines(result)
    if given["misses"]:
        rule = None if given["misses"].lower() == ALL else given["misses"].upper()
        lines += ["", *evaluation.miss_lines(evaluation.misses(result, rule))]
    outputs.say("\n".join(lines) + "\n")


def _judge_with(rulebook: Rulebook, *, model: bool) -> Callable[[str | Path, str], DocumentReport]:
    from rtlint import api

    def judge(source: str | Path, name: str) -> DocumentReport:
        if isinstance(source, Path):
            return api.audit([source], rules=rulebook, model=model).documents[0]
        return api.audit_text(source, name=name, rules=rulebook, model=model)

    return judge
