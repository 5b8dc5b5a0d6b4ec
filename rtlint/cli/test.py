"""``rtlint test``: every rule file carries its own examples and traps; this runs them."""

from collections import Counter
from pathlib import Path

import click

from rtlint.cli import exits, options, outputs
from rtlint.model.report import DocumentReport


@click.command()
@click.argument("folder", required=False, metavar="[FOLDER]", type=click.Path())
@click.option("-v", "--verbose", is_flag=True, help="List what passes too.")
def test(*, folder: str | None, verbose: bool) -> int:
    """Run the examples that rules carry.

    Those in FOLDER, or those that ship with rtlint.
    """
    rulebook = options.rulebook((folder,) if folder else ())
    from rtlint import api
    from rtlint.evaluation.selftest import run_rule_tests

    def judge(text: str, name: str) -> DocumentReport:
        return api.audit_text(text, name=name, rules=rulebook, model=False)

    home = Path(folder).resolve() if folder else None
    own = {r.id for r in rulebook.rules if home is None or Path(r.path).resolve().parent == home}
    results = [result for result in run_rule_tests(rulebook, judge) if result.rule in own]
    for result in results:
        if verbose or not result.passed:
            verdict = "passed" if result.passed else f"FAILED, {result.problem}"
            outputs.say(f"{result.rule} {result.kind} {verdict}: {' '.join(result.text.split())}\n")
    tally = Counter(result.passed for result in results)
    outputs.say(f"{len(own)} rules, {tally[True]} tests passed, {tally[False]} failed.\n")
    return exits.FINDINGS if tally[False] else exits.CLEAN
