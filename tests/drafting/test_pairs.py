"""Contrast pairs: a text that raises a drafting check, and its near twin that does not."""

import tomllib
from pathlib import Path

import pytest

from rtlint import api
from rtlint.model.rule import Rulebook

PAIRS = Path(__file__).parent / "pairs"
FEWEST = 10


def _pairs() -> list[tuple[str, str, str, str]]:
    found = []
    for path in sorted(PAIRS.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        found += [
            (path.stem, table["order"], pair["raises"], pair["clean"]) for pair in table["pair"]
        ]
    return found


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return api.load_rules()


def raised(rulebook: Rulebook, text: str) -> dict[str, list[str]]:
    """The drafting checks that a text raises, each with its quotations."""
    report = api.audit_text(text, name="pair.txt", rules=rulebook, model=False)
    assert report.applicable
    drafting = {rule.id for rule in rulebook.rules if rule.drafting}
    return {
        finding.rule: [evidence.quote for evidence in finding.evidence]
        for finding in report.findings
        if finding.rule in drafting
    }


@pytest.mark.parametrize(("rule", "order", "raises", "clean"), _pairs())
def test_a_pair_is_told_apart(
    rulebook: Rulebook, rule: str, order: str, raises: str, clean: str
) -> None:
    wrong = order.replace("{clause}", raises)
    found = raised(rulebook, wrong)
    assert rule in found
    assert all(quote in wrong.replace("\n", " ") or quote in wrong for quote in found[rule])
    assert rule not in raised(rulebook, order.replace("{clause}", clean))


@pytest.mark.parametrize("path", sorted(PAIRS.glob("*.toml")), ids=lambda path: path.stem)
def test_every_check_has_its_pairs(path: Path) -> None:
    assert len(tomllib.loads(path.read_text("utf-8"))["pair"]) >= FEWEST
