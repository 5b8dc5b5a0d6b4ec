"""What only a process of its own shows: terminals, pipes, encodings and imports."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "tests.cli.with_engine"]
NEEDS_PTY = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")


def environment(**changes: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "TERM")}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **changes}


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "order.txt"
    path.write_text("Both \u201cparties\u201d \u2265 one. [PROPOSED] ERROR", encoding="utf-8")
    return path


def on_a_terminal(arguments: list[str], env: Mapping[str, str]) -> str:
    """What the command shows on a terminal of 60 columns (both of its streams)."""
    import pty
    import termios

    leader, follower = pty.openpty()
    termios.tcsetwinsize(follower, (24, 60))
    with subprocess.Popen(
        [*COMMAND, *arguments], stdin=follower, stdout=follower, stderr=follower, env=env
    ) as process:
        os.close(follower)
        shown = b""
        while True:
            try:
                chunk = os.read(leader, 65536)
            except OSError:  # how Linux reports the end of a terminal
                break
            if not chunk:
                break
            shown += chunk
        process.wait()
    os.close(leader)
    return shown.decode().replace("\r\n", "\n")


@NEEDS_PTY
def test_a_terminal_gets_colour_and_its_own_width(order: Path) -> None:
    shown = on_a_terminal([str(order)], environment(TERM="xterm-256color"))
    assert "\x1b[1;31mPARTIAL (error)\x1b[0m" in shown
    assert "[PROPOSED]" in shown
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert 50 < max(map(len, plain.splitlines())) <= 60


@NEEDS_PTY
@pytest.mark.parametrize("plain", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_plain_terminals_are_honoured(order: Path, plain: dict[str, str]) -> None:
    shown = on_a_terminal([str(order)], environment(**{"TERM": "xterm", **plain}))
    assert "PARTIAL (error)" in shown
    assert "\x1b" not in shown


@NEEDS_PTY
def test_progress_is_shown_for_several_files_on_a_terminal_only(order: Path) -> None:
    second = order.with_name("second [x].txt")
    second.write_text("fine", encoding="utf-8")
    arguments = [str(order), str(second), "-o", str(order.with_name("report.json"))]
    assert "1/2" in on_a_terminal(arguments, environment(TERM="xterm"))
    assert "1/2" not in on_a_terminal(arguments, environment(TERM="dumb"))
    piped = subprocess.run(
        [*COMMAND, *arguments], env=environment(), capture_output=True, check=False
    )
    assert b"1/2" not in piped.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8", "cp437"])
def test_piped_output_survives_every_encoding(order: Path, encoding: str) -> None:
    env = environment(PYTHONIOENCODING=encoding)
    done = subprocess.run([*COMMAND, str(order)], env=env, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stderr == b""
    text = done.stdout.decode(encoding)
    assert "[PROPOSED]" in text
    assert ("\u201cparties\u201d" in text) is (encoding in ("cp1252", "utf-8"))


def test_json_is_the_same_bytes_in_every_encoding_and_zone(order: Path) -> None:
    outputs = set()
    for seed, encoding, zone in (("1", "cp1252", "UTC"), ("2", "utf-8", "Asia/Tokyo")):
        env = environment(PYTHONHASHSEED=seed, PYTHONIOENCODING=encoding, TZ=zone)
        command = [*COMMAND, str(order), "-f", "json"]
        outputs.add(subprocess.run(command, env=env, capture_output=True, check=False).stdout)
    assert len(outputs) == 1


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_a_reader_that_stops_is_no_error(order: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*COMMAND, str(order)],
        env=environment(),
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_full_disk_is_told_in_a_sentence(order: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, str(order), "-f", form],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"rtlint: Standard output could not be written")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["--version"],
        ["check", "--help"],
        ["rules"],
        ["explain", "RT101"],
        ["schema"],
    ],
)
def test_commands_that_only_inform_import_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        "from rtlint.cli import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        "heavy = ('spacy', 'pypdfium2', 'pdfplumber', 'rich', 'rapidfuzz', 'numpy')\n"
        "print(*(name for name in heavy if name in sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(),
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.stderr == "\n", done.stderr


@pytest.mark.parametrize(
    ("words", "offered"),
    [("rtlint ex", "plain,explain"), ("rtlint o", "file,o"), ("rtlint check --q", "plain,--quiet")],
)
def test_the_shell_completes_commands_files_and_options(words: str, offered: str) -> None:
    position = str(words.count(" "))
    env = environment(_RTLINT_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=position)
    command = [sys.executable, "-m", "rtlint"]
    done = subprocess.run(command, env=env, capture_output=True, check=False, text=True)
    assert offered in done.stdout.splitlines()
