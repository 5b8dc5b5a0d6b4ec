"""Old binary formats, through LibreOffice where it is installed.

It runs without a window, with a profile of its own that forbids macros and links, in a folder that
is removed at once, and with limits on its memory, time and files, which a small program sets before
it becomes LibreOffice. This is the only place where rtlint writes anything that nobody named.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from rtlint.model.limits import Limits

_PROGRAMS = ("soffice", "libreoffice")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
# Limits are set by a process of its own: after a fork, a program with threads may set none safely.
_START = """
import os, resource, sys
names = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_CORE")
for name, value in zip(names, [*map(int, sys.argv[1:4]), 0]):
    try:
        resource.setrlimit(getattr(resource, name), (value, value))
    except (ValueError, OSError):
        pass  # macOS refuses some
os.execv(sys.argv[4], sys.argv[4:])
"""
_NOWHERE = "http://127.0.0.1:9"  # a proxy that nobody answers, should it look for a network yet


class NotConverted(Exception):
    """No LibreOffice, or it made nothing of the file; the message is "absent" or "failed"."""


def to_docx(data: bytes, limits: Limits) -> bytes:
    """The document as a Word file of today.

    Raises:
        NotConverted: LibreOffice is not there, took too long, or could not read the file.
    """
    program = _program()
    if program is None:
        raise NotConverted("absent")
    with tempfile.TemporaryDirectory(prefix="rtlint-") as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.write_text(_SETTINGS, encoding="utf-8")
        source = folder / "order.doc"
        source.write_bytes(data)
        _run([*_guard(limits), program, *_arguments(folder), str(source)], folder, limits)
        made = folder / "out" / "order.docx"
        if not made.exists() or made.stat().st_size > limits.file_bytes:
            raise NotConverted("failed")
        return made.read_bytes()


def _program() -> str | None:
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or next((path for path in _USUAL if Path(path).exists()), None)


def _arguments(folder: Path) -> tuple[str, ...]:
    return (
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
    )


def _guard(limits: Limits) -> tuple[str, ...]:
    if sys.platform == "win32":  # which has no such limits: the clock alone remains
        return ()
    bounds = (limits.office_bytes, limits.cpu_seconds, limits.file_bytes)
    return (sys.executable, "-I", "-S", "-c", _START, *map(str, bounds))


def _run(command: list[str], folder: Path, limits: Limits) -> None:
    kept = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")
    environment = {key: os.environ[key] for key in kept if key in os.environ}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder)}
    environment |= dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), _NOWHERE)
    process = subprocess.Popen(  # noqa: S603 - a program of a fixed name, arguments of our own
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        process.wait(limits.wall_seconds)
    except subprocess.TimeoutExpired:
        raise NotConverted("failed") from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and whatever it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    process.wait()
