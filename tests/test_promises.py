"""What SECURITY.md promises: no network, nothing kept, originals untouched, equal bytes twice."""

import hashlib
import json
import sys
from pathlib import Path

import pytest

from tests.running import CHECKOUT, ORDERS, one_of_each_form, python, rtlint

SOCKET = "import socket; socket.socket()"
# spaCy brings urllib3 along, which asks the system once, as it is imported, whether it knows IPv6:
# a socket on this machine that is never connected, and here not even granted.
PROBE = "socket.__new__ in urllib3.util.connection._has_ipv6"
JUDGED = (0, 1)  # nothing to mend, or something: either way the document was judged
each_form = pytest.mark.parametrize("order", one_of_each_form(), ids=lambda path: path.suffix)


@each_form
def test_no_network_and_nothing_written(order: Path, tmp_path: Path) -> None:
    run = rtlint("check", str(order), "-f", "json", folder=tmp_path)
    assert run.code in JUDGED, run.err
    assert set(run.network) <= {PROBE}
    assert run.written == ()


def test_a_pdf_is_read_in_a_child_process_that_is_watched_too(tmp_path: Path) -> None:
    order = next(path for path in one_of_each_form() if path.suffix == ".pdf")
    assert rtlint("check", str(order), folder=tmp_path).processes > 1


def test_only_the_output_is_written(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    run = rtlint("check", str(one_of_each_form()[0]), "-o", str(report), folder=tmp_path)
    assert run.code in JUDGED, run.err
    assert set(run.written) == {str(report)}


@each_form
def test_the_document_is_untouched(order: Path, tmp_path: Path) -> None:
    copy = tmp_path / order.name
    copy.write_bytes(order.read_bytes())
    copy.chmod(0o444)
    before = (hashlib.sha256(copy.read_bytes()).hexdigest(), copy.stat().st_mtime_ns)
    run = rtlint("check", str(copy), folder=tmp_path)
    assert run.code in JUDGED, run.err
    assert (hashlib.sha256(copy.read_bytes()).hexdigest(), copy.stat().st_mtime_ns) == before


@each_form
@pytest.mark.parametrize("form", ["json", "text"])
def test_two_runs_give_the_same_bytes(order: Path, form: str, tmp_path: Path) -> None:
    circumstances = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    ]
    runs = []
    for number, environment in enumerate(circumstances):
        folder = tmp_path / str(number)
        folder.mkdir()
        environment["PYTHONIOENCODING"] = "utf-8"
        runs.append(rtlint("check", str(order), "-f", form, folder=folder, environment=environment))
    assert runs[0].code in JUDGED, runs[0].err
    assert runs[0].out
    assert runs[0].out == runs[1].out


@each_form
def test_no_report_holds_a_path_of_this_machine(order: Path, tmp_path: Path) -> None:
    run = rtlint("check", str(order), "-f", "json", folder=tmp_path)
    assert [document["name"] for document in json.loads(run.out)["documents"]] == [order.name]
    for place in (CHECKOUT, tmp_path, Path(sys.prefix)):
        assert str(place).encode() not in run.out


@pytest.mark.parametrize("order", sorted(ORDERS.glob("*/order.*")), ids=lambda p: p.parent.name)
def test_every_quotation_stands_where_its_offsets_say(order: Path) -> None:
    from rtlint.api import audit, load_rules
    from rtlint.read import read

    text = read(order).text
    document = audit([order], rules=load_rules()).documents[0]
    assert document.error is None
    judged = (*document.assessments, *document.findings)
    quoted = [evidence for item in judged for evidence in item.evidence]
    wrong = [part.quote for part in quoted if text[part.start : part.end] != part.quote]
    assert wrong == []
    assert all(part.quote for part in quoted)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        f"import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', {SOCKET!r}]))",
    ],
    ids=["connection", "look-up", "http", "in-a-child"],
)
def test_the_guard_sees_and_refuses_the_network(code: str, tmp_path: Path) -> None:
    run = python("-c", code, folder=tmp_path)
    assert run.code != 0
    assert run.network


@pytest.mark.parametrize(
    "code",
    [
        "open('x', 'w').close()",
        "import os; os.close(os.open('x', os.O_CREAT | os.O_WRONLY))",
        "import tempfile; tempfile.TemporaryFile().close()",
        "from pathlib import Path; Path('x').mkdir()",
    ],
    ids=["open", "os.open", "temporary", "folder"],
)
def test_the_guard_sees_what_is_written(code: str, tmp_path: Path) -> None:
    run = python("-c", code, folder=tmp_path)
    assert (run.code, bool(run.written)) == (0, True)
