"""Watches a Python process and its children: any use of the network, any file opened for writing.

Python imports a module of this name when it starts, unless it is told to keep to itself
(``-I -S``), as the child process that reads PDF files is; there the watch is put before the code
that the child is given. The network is refused; all else is only written down, in the file
that ``RTLINT_WATCH`` names.
"""

import os
import sys

_LOG = os.open(os.environ["RTLINT_WATCH"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate",
    "sqlite3.connect", "tempfile.mkdtemp", "tempfile.mkstemp",
}  # fmt: skip
_NAMES = {"__name__": __name__, "__file__": __file__}  # what this file needs where it is a string
_NETWORK = {"ftplib.connect", "http.client.connect", "smtplib.connect", "urllib.Request"}


def _note(kind: str, what: object) -> None:
    try:
        os.write(_LOG, f"{kind}\t{what}\n".encode("utf-8", "backslashreplace"))
    except OSError:  # the child that reads PDF files forbids itself to write: fail loudly
        os._exit(99)


def _watch(event: str, arguments: tuple) -> None:
    if event == "open":
        path, mode, flags = arguments
        writes = set(mode or "") & set("wax+") or (flags or 0) & _WRITING
        if writes and not isinstance(path, int) and path != os.devnull:
            _note("write", os.fspath(path))
    elif event in _CHANGES:
        _note("write", f"{event} {arguments!r}")
    elif event == "subprocess.Popen":
        _, command, _, environment = arguments
        _watch_too(command, environment)
    elif _is_network(event, arguments):
        _note("network", f"{event} in {_caller()}")
        raise PermissionError(f"a test forbids the network: {event}")


def _caller() -> str:
    """Which function uses the network, past the standard library's own socket module."""
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_globals.get("__name__") == "socket":
        frame = frame.f_back
    return f"{frame.f_globals.get('__name__')}.{frame.f_code.co_name}"


def _watch_too(command: object, environment: object) -> None:
    """Make an isolated Python child watch itself: both arguments are used after this event."""
    if isinstance(command, list) and "-S" in command and "-c" in command:
        where = command.index("-c") + 1
        command[where] = f"exec(open({__file__!r}).read(), {_NAMES!r}); {command[where]}"
    if isinstance(environment, dict):
        environment["RTLINT_WATCH"] = os.environ["RTLINT_WATCH"]


def _is_network(event: str, arguments: tuple) -> bool:
    if event == "socket.__new__":
        # Pipes between processes are sockets of this family on some systems.
        return arguments[1] != getattr(sys.modules.get("_socket"), "AF_UNIX", None)
    return event in _NETWORK or event.startswith("socket.")


_note("process", os.getpid())
sys.addaudithook(_watch)
