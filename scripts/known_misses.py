"""Keep the list of mutants that rtlint is known to get wrong: tests/evaluation/known-misses.toml.

    python scripts/known_misses.py          take off what passes by now
    python scripts/known_misses.py --add    put new misses on the list too

The test that reads the list fails on a miss that is not on it, and on one that is on it and
passes. Taking off is always right; adding says that a mistake is accepted for now, so a
commit that adds says why.
"""

import argparse
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from rtlint.api import audit_text, load_rules
from rtlint.evaluation import load_corpus
from rtlint.evaluation.mutations import Outcome, outcomes, sample
from rtlint.model.report import DocumentReport

CHECKOUT = Path(__file__).resolve().parents[1]
LIST = CHECKOUT / "tests" / "evaluation" / "known-misses.toml"
_HEAD = """\
# Mutants of a small fixed sample that rtlint gets wrong, each as kind/case/requirement.
# Kept by scripts/known_misses.py, held to the letter by test_mutants.py. docs/corpus.md says what
# each kind of mutant is; `rtlint evaluate corpus --mutations` measures them all.

"""


@dataclass(frozen=True)
class Known:
    """The sample, by batches and size, and the misses accepted in it."""

    batches: tuple[str, ...]
    per_kind: int
    misses: frozenset[str]


def known() -> Known:
    """The list as it stands."""
    table = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return Known(tuple(table["batches"]), table["per_kind"], frozenset(table["misses"]))


def judged(listed: Known) -> list[Outcome]:
    """Every outcome of the sample, by rtlint as it is."""
    rulebook = load_rules()

    def judge(text: str, name: str) -> DocumentReport:
        return audit_text(text, name=name, rules=rulebook)

    corpus = load_corpus(CHECKOUT / "corpus", batches=listed.batches)
    mutants = sample(corpus, listed.per_kind)
    return [outcome for found, _ in outcomes(mutants, judge) for outcome in found]


def main() -> None:
    """Judge the sample and write the list anew."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--add", action="store_true", help="put new misses on the list")
    given = options.parse_args()
    listed = known()
    missed = {outcome.id for outcome in judged(listed) if not outcome.passed}
    new = missed - listed.misses
    kept = missed if given.add else missed & listed.misses
    LIST.write_text(as_toml(replace(listed, misses=frozenset(kept))), encoding="utf-8")
    print(f"{len(kept)} on the list, {len(listed.misses - missed)} taken off.")
    for name in sorted(new):
        print(f"{'added' if given.add else 'NEW, not on the list'}: {name}")
    raise SystemExit(1 if new and not given.add else 0)


def as_toml(listed: Known) -> str:
    """The list as a file."""
    batches = ", ".join(f'"{batch}"' for batch in listed.batches)
    misses = "".join(f'    "{name}",\n' for name in sorted(listed.misses))
    return f"{_HEAD}batches = [{batches}]\nper_kind = {listed.per_kind}\nmisses = [\n{misses}]\n"


if __name__ == "__main__":
    main()
