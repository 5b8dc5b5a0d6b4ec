"""``rtlint accept``: a decision is written beside the order, and counts from then on."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FILE = Path("order.txt.accepted.toml")
GIVEN = ("--by", "N. Okafor", "--reason", "Agreed.", "--date", "2026-05-03")


@pytest.fixture(autouse=True)
def order(run: Run) -> None:
    Path("order.txt").write_text("Both parents. ERROR", encoding="utf-8")


def test_an_accepted_finding_is_shown_and_counts_no_more(run: Run) -> None:
    assert run("order.txt").exit_code == 1
    result = run("accept", "order.txt", "RT601", *GIVEN)
    assert result.exit_code == 0, result.stderr
    checked = run("order.txt")
    assert checked.exit_code == 0
    assert "ACCEPTED, PARTIAL (error): RT601" in checked.stdout
    assert "Accepted by N. Okafor on 2026-05-03: Agreed." in checked.stdout
    assert json.loads(run("order.txt", "-f", "json").stdout)["summary"]["accepted"] == 1
    assert run("order.txt", "--no-accepted").exit_code == 1


def test_only_the_file_beside_the_order_is_written(run: Run) -> None:
    before = Path("order.txt").read_bytes()
    run("accept", "order.txt", "RT601", *GIVEN)
    assert {path.name for path in Path().iterdir()} == {"order.txt", FILE.name}
    assert Path("order.txt").read_bytes() == before


def test_an_acceptance_expires_by_the_day_given(run: Run) -> None:
    run("accept", "order.txt", "RT601", *GIVEN, "--expires", "2026-06-01")
    assert run("order.txt", "--date", "2026-06-01").exit_code == 0
    late = run("order.txt", "--date", "2026-06-02")
    assert late.exit_code == 1
    assert "expired on 2026-06-01" in " ".join(late.stdout.split())


def test_an_acceptance_that_fits_nothing_is_told(run: Run) -> None:
    run("accept", "order.txt", "RT601", *GIVEN)
    Path("order.txt").write_text("fine", encoding="utf-8")
    assert "[acceptance-unused]" in " ".join(run("order.txt").stdout.split())


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("order.txt", "RT101", *GIVEN), 2, "nothing to accept"),
        (("order.txt", "RT601", "--quote", "nowhere", *GIVEN), 2, "nothing to accept"),
        (("order.txt", "RT999", *GIVEN), 2, "There is no rule"),
        (("order.txt", "RT601", "--by", " ", "--reason", "x"), 2, "must not be empty"),
        (("order.txt", "RT601", *GIVEN, "--expires", "2020-01-01"), 2, "nothing would be"),
        (("-", "RT601", *GIVEN), 2, "beside standard input"),
        (("damaged.txt", "RT601", *GIVEN), 3, "It is damaged"),
    ],
)
def test_refused(run: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    Path("damaged.txt").write_text("DAMAGED", encoding="utf-8")
    result = run("accept", *arguments)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert not FILE.exists()


def test_the_same_is_not_accepted_twice(run: Run) -> None:
    run("accept", "order.txt", "RT601", *GIVEN)
    before = FILE.read_bytes()
    again = run("accept", "order.txt", "RT601", *GIVEN)
    assert (again.exit_code, again.stderr) == (2, "rtlint: That is accepted already.\n")
    assert FILE.read_bytes() == before


def test_a_wrong_file_of_acceptances_stops_the_run(run: Run) -> None:
    FILE.write_text("accepted = 1", encoding="utf-8")
    result = run("order.txt")
    assert result.exit_code == 2
    assert FILE.name in result.stderr
