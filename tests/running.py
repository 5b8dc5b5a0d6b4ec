"""Runs rtlint as its users do, in a process of its own, and says what that process touched."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
GUARD = CHECKOUT / "tests" / "guard"
ORDERS = CHECKOUT / "corpus" / "orders"


def one_of_each_form() -> list[Path]:
    """The first document of the corpus in each file format."""
    first: dict[str, Path] = {}
    for path in sorted(ORDERS.glob("*/order.*")):
        first.setdefault(path.suffix, path)
    return list(first.values())


@dataclass(frozen=True, slots=True)
class Run:
    """What became of one watched process."""

    code: int
    out: bytes
    err: str
    network: tuple[str, ...]
    written: tuple[str, ...]
    processes: int


def python(*arguments: str, folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run Python with these arguments in ``folder``, watched, from this checkout's source."""
    log = folder / "watched.log"
    log.unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=120,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(GUARD), str(CHECKOUT))),
            "PYTHONDONTWRITEBYTECODE": "1",
            "RTLINT_WATCH": str(log),
            **(environment or {}),
        },
    )
    seen = [line.partition("\t") for line in log.read_text(encoding="utf-8").splitlines()]
    return Run(
        code=done.returncode,
        out=done.stdout,
        err=done.stderr.decode("utf-8", "replace"),
        network=tuple(what for kind, _, what in seen if kind == "network"),
        written=tuple(what for kind, _, what in seen if kind == "write"),
        processes=sum(kind == "process" for kind, _, _ in seen),
    )


def rtlint(*arguments: str, folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run the ``rtlint`` command, watched."""
    return python("-m", "rtlint", *arguments, folder=folder, environment=environment)
