"""``rtlint check``: exit codes, selection, what it is passed and what it never does."""

import json
from datetime import date
from pathlib import Path

import pytest

from rtlint.model.limits import Limits
from tests.cli.conftest import Engine, Run


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path(f"{name}.txt").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        ("fine", "error", 0),
        ("ERROR", "error", 1),
        ("ERROR", "warning", 1),
        ("WARNING", "error", 0),
        ("WARNING", "warning", 1),
        ("WARNING", "info", 1),
        ("INFO", "warning", 0),
        ("INFO", "info", 1),
        ("fine", "info", 0),
        ("ERROR", "never", 0),
        ("PARTLY", "error", 3),
        ("PARTLY ERROR", "error", 3),
        ("DAMAGED", "never", 3),
    ],
)
def test_exit_codes(run: Run, text: str, fail_on: str, code: int) -> None:
    write(order=text)
    assert run("order.txt", "--fail-on", fail_on).exit_code == code


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a")])
def test_the_worst_document_decides_wherever_it_stands(run: Run, order: tuple[str, ...]) -> None:
    write(a="fine", b="ERROR", c="DAMAGED")
    assert run(*(f"{name}.txt" for name in order)).exit_code == 3
    assert run(*(f"{name}.txt" for name in order if name != "c")).exit_code == 1


def test_the_other_documents_are_judged_and_order_is_kept(run: Run) -> None:
    write(a="ERROR", b="DAMAGED", c="fine")
    output = run("a.txt", "b.txt", "c.txt").output
    assert output.index("a.txt") < output.index("b.txt (document 2 of 3)\nNOT READ: It is damaged.")
    assert output.index("b.txt") < output.index("c.txt")
    assert "RT601" in output


@pytest.mark.parametrize("arguments", [("order.txt",), ("check", "order.txt")])
def test_check_is_the_default_command(run: Run, arguments: tuple[str, ...]) -> None:
    write(order="ERROR")
    assert "RT601" in run(*arguments).stdout


def test_an_option_may_come_first(run: Run) -> None:
    write(order="ERROR")
    assert json.loads(run("-f", "json", "order.txt").stdout)["summary"]["errors"] == 1


def test_a_command_wins_over_a_file_of_its_name(run: Run) -> None:
    Path("rules").write_text("ERROR", encoding="utf-8")
    assert "3 rules" in run("rules").stdout
    assert "PARTIAL (error)" in run("./rules").stdout


def test_select_and_ignore(run: Run) -> None:
    write(order="ERROR WARNING INFO")
    assert run("order.txt", "--select", "RT1").exit_code == 0
    assert run("order.txt", "--select", "rt101,no-custody-role").exit_code == 1
    assert run("order.txt", "--ignore", "RT6xx").exit_code == 0
    written = json.loads(run("order.txt", "-f", "json", "--select", "both-parents").stdout)
    document = written["documents"][0]
    assert [item["id"] for item in document["requirements"]] == ["RT101"]
    assert [item["id"] for item in document["findings"]] == ["RT101"]
    assert [item["id"] for item in written["rulebook"]["rules"]] == ["RT101"]


def test_an_unknown_rule_stops_before_any_work(run: Run, engine: Engine) -> None:
    write(order="fine")
    result = run("order.txt", "--select", "RT110")
    assert result.exit_code == 2
    assert "RT101 (both-parents)" in result.stderr
    assert engine.asked == {}


def test_what_the_engine_is_told(run: Run, engine: Engine) -> None:
    write(order="fine", key="open sesame\nsecond line\n")
    names = ["--mother", "Dana", "--child", "A.", "--child", "B."]
    run("order.txt", *names, "--password-file", "key.txt")
    assert engine.asked["roles"] == {"mother": ("Dana",), "child": ("A.", "B.")}
    assert engine.asked["password"] == "open sesame"  # noqa: S105, an invented one


def test_the_settings_file_is_used_and_options_win(run: Run, engine: Engine) -> None:
    write(order="The clause. WARNING")
    Path("rtlint.toml").write_text('fail-on = "warning"\nfiled = 2026-03-01\n', "utf-8")
    assert run("order.txt").exit_code == 1
    assert engine.asked["filed"] == date(2026, 3, 1)
    assert run("order.txt", "--fail-on", "error").exit_code == 0
    assert run("order.txt", "--no-config").exit_code == 0
    run("order.txt", "--filed", "2026-04-02")
    assert engine.asked["filed"] == date(2026, 4, 2)
    shown = run("config").stdout
    assert "fail-on = warning  (rtlint.toml, line 1)" in shown
    assert "model = true  (default)" in shown


def test_limits_of_the_settings_file_and_of_options(run: Run, engine: Engine) -> None:
    write(order="fine")
    Path("rtlint.toml").write_text("[limits]\npages = 9\nparts = 7\n", "utf-8")
    run("order.txt", "--limit", "pages=3", "--limit", "file-mb = 2")
    assert engine.asked["limits"] == Limits(pages=3, parts=7, file_bytes=2 * 1024 * 1024)
    shown = run("config").stdout
    assert "limits.pages = 9  (rtlint.toml, line 2)" in shown
    assert "limits.cpu-seconds = 60  (default)" in shown


@pytest.mark.parametrize("command", [("check",), ("text",), ("compare", "order.txt")])
def test_limits_that_mean_nothing_are_refused(run: Run, command: tuple[str, ...]) -> None:
    write(order="fine")
    for given, said in (("page=3", 'no limit "page"'), ("pages=-3", "1 or more"), ("pages", "=9")):
        result = run(*command, "order.txt", "--limit", given)
        assert (result.exit_code, said in result.stderr) == (2, True), result.stderr


def test_limits_hold_for_every_command_that_reads(run: Run) -> None:
    write(order="x" * 2 * 1024 * 1024)
    Path("rtlint.toml").write_text("[limits]\nfile-mb = 1\n", "utf-8")
    refused = run("text", "order.txt")
    assert (refused.exit_code, "larger than 1 MB" in refused.stderr) == (3, True)
    assert run("text", "order.txt", "--limit", "file-mb=3").exit_code == 0
    assert run("text", "order.txt", "--no-config").exit_code == 0


def test_the_settings_change_a_severity(run: Run) -> None:
    write(order="The clause. ERROR")
    assert run("order.txt").exit_code == 1
    Path("rtlint.toml").write_text('[severity]\nRT6 = "info"\n', "utf-8")
    assert run("order.txt").exit_code == 0


def test_quiet_and_show_met(run: Run) -> None:
    write(order="The clause. WARNING")
    plain = run("order.txt").stdout
    assert "MET\nRT102 The child takes part: p. 1" in plain
    assert "MET\n" not in run("order.txt", "--quiet").stdout
    assert run("order.txt", "--show-met").stdout.count("The clause.") > plain.count("The clause.")
    assert run("order.txt", "--show-met", "-q").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing.txt",), "There is no file 'nothing.txt'"),
        (("oder.txt",), "Did you mean 'order.txt'?"),
        (("order.txt", "-f", "xml"), "Use one of these: text, html"),
        (("order.txt", "--fail-on", "bad"), "never"),
        (("order.txt", "--quite"), "--quiet"),
        (("order.txt", "--rules", "nowhere"), "no folder of rules"),
        (("order.txt", "--password-file", "nowhere"), "could not be read"),
        (("check",), "Name at least one file"),
        (("exlpain", "RT101"), "Did you mean the command 'explain'?"),
        (("empty",), "There is no .pdf"),
        (("x" * 5000,), "There is no file"),
    ],
)
def test_wrong_usage_says_what_to_do(run: Run, arguments: tuple[str, ...], said: str) -> None:
    write(order="fine")
    Path("empty").mkdir()
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_an_unforeseen_error_is_one_sentence_without_the_document(run: Run) -> None:
    write(order="CRASH the client's secret")
    result = run("order.txt")
    assert result.exit_code == 2
    assert "fault in rtlint" in result.stderr
    assert "ValueError at conftest.py:" in result.stderr
    assert "secret" not in result.stderr
    assert "Traceback" not in result.stderr
    for arguments in (("--debug", "order.txt"), ("check", "order.txt", "--debug")):
        assert "Traceback" in run(*arguments).stderr


def test_only_outputs_are_written_and_documents_stay_as_they_are(run: Run) -> None:
    write(a="ERROR", b="DAMAGED")
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    run(".", "-f", "text", "-f", "json:report.json")
    after = {path.name: path.read_bytes() for path in Path().iterdir()}
    assert after.keys() - before.keys() == {"report.json"}
    assert all(after[name] == content for name, content in before.items())


def test_two_runs_write_the_same_bytes(run: Run) -> None:
    write(order="ERROR")
    Path("elsewhere").mkdir()
    Path("elsewhere/order.txt").write_text("ERROR", encoding="utf-8")
    assert run("order.txt", "-f", "json").stdout == run("elsewhere/order.txt", "-f", "json").stdout
