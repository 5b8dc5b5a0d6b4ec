"""``rtlint accept``: write down beside the order that a finding is left as it is, and why."""

from datetime import date
from pathlib import Path
from typing import Unpack

import click

from rtlint.cli import acceptances, inputs, judge, options, outputs, selection
from rtlint.errors import UnreadableDocument, UsageError
from rtlint.model.report import DocumentReport, Finding
from rtlint.model.rule import Rulebook
from rtlint.review import accept as review

HELP = """\
Accept findings on FILE: they are still shown, with name and reason, but count no more.

RULES are numbers or names of rules: RT505, co-parenting-costs, RT7.

The decision is written to a file beside the order, order.pdf.accepted.toml. It holds while the
words of the order that it was given for stay the same.

\\b
  rtlint accept order.pdf RT505 --by "N. Okafor" --reason "No such sessions are planned."
"""


class AcceptOptions(options.Names):
    """What click passes on, by the names of the options."""

    file: str
    keys: tuple[str, ...]
    reason: str
    by: str
    expires: str | None
    date: str
    quote: str | None
    rules: tuple[str, ...]
    password_file: str | None
    limits: tuple[str, ...]
    config: str | None
    no_config: bool
    no_model: bool


@click.command(help=HELP)
@click.argument("file", metavar="FILE", type=click.Path())
@click.argument("keys", nargs=-1, required=True, metavar="RULES...")
@click.option("--by", required=True, metavar="NAME", help="Who decides so.")
@click.option("--reason", required=True, metavar="WORDS", help="Why.")
@click.option("--expires", metavar="DATE", help="The last day on which it holds: 2027-05-03.")
@click.option(
    "--date", default="today", metavar="DATE", help="When it was decided. [default: today]"
)
@click.option("--quote", metavar="WORDS", help="Only findings that quote these words.")
@options.rules
@options.roles
@options.password_file
@options.limit
@options.config
@options.no_model
def accept(**given: Unpack[AcceptOptions]) -> None:
    """Judge the file, and add the findings of these rules to the file beside it."""
    day, expires = options.day(given["date"]), options.day(given["expires"]) or None
    if not given["by"].strip() or not given["reason"].strip():
        raise UsageError("Say who accepts and why: --by and --reason must not be empty.")
    if expires is not None and expires < day:
        raise UsageError(f"{expires} is before {day}: nothing would be accepted.")
    path = inputs.one(given["file"])
    if path is None:
        raise UsageError("Name a file: beside standard input nothing can be written.")
    rulebook = options.rulebook(given["rules"])
    wanted = selection.ids(rulebook, given["keys"])
    target = acceptances.beside(path)
    text, known = acceptances.read(target)
    document = review.apply(_judged(path, rulebook, given), known, day or date.min.isoformat())
    groups = review.grouped(_chosen(document, wanted, given["quote"]))
    made = [
        review.acceptance(group, reason=given["reason"], by=given["by"], day=day, expires=expires)
        for group in groups
    ]
    outputs.save(review.added(text, made), target)
    for item in made:
        words = f': "{item.quote}"' if item.quote else ""
        outputs.say(f"Accepted {item.rule}{words}\n")
    outputs.say(f"Written to {target}\n")


def _judged(path: Path, rulebook: Rulebook, given: AcceptOptions) -> DocumentReport:
    report = judge.judge(
        [path],
        rulebook,
        roles=options.overrides(given),
        password=options.password(given["password_file"]),
        model=not given["no_model"],
        limits=options.reading(given["limits"], given["config"], ignored=given["no_config"]),
        stdin_name="",
    )
    (document,) = report.documents
    if document.error is not None:
        raise UnreadableDocument(f"{document.name}: {document.error}")
    return document


def _chosen(document: DocumentReport, wanted: set[str], quote: str | None) -> list[Finding]:
    """The findings meant that nobody has accepted yet; a sentence where there are none."""
    found = [finding for finding in document.findings if finding.rule in wanted]
    if quote is not None:
        found = [f for f in found if any(quote in part.quote for part in f.evidence)]
    if not found:
        raise UsageError(
            f"{document.name} has no such finding, so there is nothing to accept. "
            f"To see its findings: rtlint {document.name}"
        )
    open_ones = [finding for finding in found if not finding.accepted]
    if not open_ones:
        raise UsageError("That is accepted already.")
    return open_ones
