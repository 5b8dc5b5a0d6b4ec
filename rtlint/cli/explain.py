"""``rtlint explain``: what a rule asks for and why, as a senior colleague would say it."""

from collections.abc import Iterator

import click

from rtlint.cli import options, outputs, selection
from rtlint.model.assessment import Status
from rtlint.model.drafting import Outcome
from rtlint.model.report import Severity
from rtlint.model.rule import Rule
from rtlint.reporters.layout import Block, Run, lines, plain
from rtlint.review.suggest import fill

EXAMPLES_SHOWN = 2
_COUNTS_AS: dict[Status | Outcome, str] = {
    Outcome.RAISED: "This is marked",
    Outcome.CLEAN: "This is in order",
    Status.MET: "This is enough",
    Status.PARTIAL: "This goes only part of the way",
    Status.CONTRADICTED: "This says the opposite",
    Status.MISSING: "This says nothing of it",
    Status.UNDETERMINED: "This cannot be decided",
}
_GRADES = {
    Severity.ERROR: "an error",
    Severity.WARNING: "a warning",
    Severity.INFO: "for your information",
}


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@options.rules
def explain(ids: tuple[str, ...], rules: tuple[str, ...]) -> None:
    """Explain rules: what they ask for, and why.

    ID is a number (RT101) or a short name (both-parents).
    """
    rulebook = options.rulebook(rules)
    chosen = [selection.named(rulebook, key) for key in ids]
    for index, rule in enumerate(chosen):
        separator = "\n" if index else ""
        outputs.say(separator + plain(lines(_advice(rule), outputs.screen_width())))


def _advice(rule: Rule) -> Iterator[Block]:
    yield Block((Run(f"{rule.id} {rule.title} ({rule.name})"),))
    yield from _section("Why it matters", rule.why)
    for status, heading in _COUNTS_AS.items():
        examples = [example for example in rule.examples if example.status is status]
        yield from _section(heading, *(f'"{e.text}"' for e in examples[:EXAMPLES_SHOWN]))
    yield from _section(
        "Do not be misled",
        *(f'"{trap.text}" is {trap.status}: {trap.because}' for trap in rule.traps),
    )
    clauses = dict.fromkeys([rule.clause, *(case.clause for case in rule.cases.values())])
    yield from _section("What to write", *(fill(clause, ()) for clause in clauses))
    grades = [f"{status} is {_GRADES[grade]}" for status, grade in rule.severity.items()]
    grades += [f"{name} is {_GRADES[case.severity]}" for name, case in rule.cases.items()]
    yield from _section("How grave it is", f"{', '.join(grades)}." if grades else "")
    yield from _section("Where it comes from", rule.source)


def _section(heading: str, *texts: str) -> Iterator[Block]:
    shown = [text for text in texts if text]
    if not shown:
        return
    yield Block()
    yield Block((Run(heading),))
    for text in shown:
        for paragraph in text.split("\n\n"):
            yield Block((Run(paragraph),), indent=2)
