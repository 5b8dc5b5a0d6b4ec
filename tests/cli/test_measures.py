"""``rtlint test`` and ``rtlint evaluate``: rules and figures."""

import json
from pathlib import Path

import pytest

from rtlint.evaluation import selftest as selftests
from rtlint.evaluation.selftest import RuleTest
from rtlint.model.assessment import Status
from tests.cli.conftest import Run

CLAUSES = """
batch = "c1"
[[case]]
id = "c1-001"
about = "RT101"
text = "Both parents shall attend."
labels = { RT101 = "met" }
[[case]]
id = "c1-002"
about = "RT101"
text = "Father may attend. WARNING"
labels = { RT101 = "contradicted" }
"""


@pytest.fixture
def corpus(run: Run) -> Path:
    path = Path("corpus/clauses/c1.toml")
    path.parent.mkdir(parents=True)
    path.write_text(CLAUSES, encoding="utf-8")
    return path


def test_evaluate_prints_figures_and_no_word_of_a_case(run: Run, corpus: Path) -> None:
    result = run("evaluate", "corpus", "--split", "develop")
    assert result.exit_code == 0
    assert "clauses: 2" in result.stdout
    assert "attend" not in result.stdout


def test_evaluate_as_json(run: Run, corpus: Path) -> None:
    assert (
        json.loads(run("evaluate", "corpus", "-f", "json").stdout)["sections"]["clauses"]["cases"]
        == 2
    )


@pytest.mark.parametrize(("rule", "listed"), [("all", True), ("rt101", True), ("RT102", False)])
def test_misses_are_listed_when_asked_for(run: Run, corpus: Path, rule: str, listed: bool) -> None:
    stdout = run("evaluate", "corpus", "--misses", rule).stdout
    assert ("RT101  c1-002  status: contradicted, found partial" in stdout) is listed


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "is no folder"),
        (("corpus", "--split", "all"), "'tune', 'join', 'locked'"),
    ],
)
def test_evaluate_refuses(run: Run, corpus: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("evaluate", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_mutations_are_measured_and_quoted_only_when_asked_for(run: Run, corpus: Path) -> None:
    result = run("evaluate", "corpus", "--mutations", "--per-kind", "1")
    assert result.exit_code == 0
    assert "flips: share that flipped as they must" in result.stdout
    assert "Both parents" not in result.stdout
    quoted = run("evaluate", "corpus", "--mutations", "--misses", "all").stdout
    assert "shall_to_may/c1-001/RT101: partial, found" in quoted
    data = json.loads(run("evaluate", "corpus", "--mutations", "-f", "json").stdout)
    assert data["all flips"]["family"] == "flip"


@pytest.fixture
def selftest(monkeypatch: pytest.MonkeyPatch) -> list[RuleTest]:
    """The outcomes that the rules' own tests are made to have."""
    outcomes = [RuleTest("RT101", "example", "Both shall.", Status.MET, Status.MET)]
    monkeypatch.setattr(selftests, "run_rule_tests", lambda rulebook, judge: outcomes)
    return outcomes


def test_rules_that_pass_are_counted(run: Run, selftest: list[RuleTest]) -> None:
    result = run("test")
    assert result.exit_code == 0
    assert result.stdout == "3 rules, 1 tests passed, 0 failed.\n"
    assert "RT101 example passed: Both shall." in run("test", "--verbose").stdout


def test_rules_that_fail_are_named(run: Run, selftest: list[RuleTest]) -> None:
    problem = "it is judged missing"
    selftest.append(RuleTest("RT102", "trap", "The\nchild.", Status.MET, Status.MISSING, problem))
    result = run("test")
    assert result.exit_code == 1
    assert "RT102 trap FAILED, it is judged missing: The child." in result.stdout


def test_a_missing_folder_of_rules_is_wrong_usage(run: Run, selftest: list[RuleTest]) -> None:
    assert run("test", "nowhere").exit_code == 2
