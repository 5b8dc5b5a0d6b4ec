"""The wheel by itself, away from the checkout: it holds the rules and the corpus, and runs.

It is built from the source distribution, as an installer without a wheel would,
and laid out in a folder of its own; its dependencies are those of this environment.
"""

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.running import CHECKOUT, one_of_each_form

SCRATCH = ("__pycache__", ".pyc", ".mypy_cache", ".ruff_cache", ".venv")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = ["-m", "build", "--no-isolation", "--outdir", str(folder), str(CHECKOUT)]
    subprocess.run([sys.executable, *command], check=True, capture_output=True, timeout=300)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> list[str]:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python outside the checkout, with the unpacked wheel first on its path."""
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def shipped(folder: str, pattern: str) -> list[str]:
    paths = (CHECKOUT / folder).rglob(pattern)
    return sorted(f"rtlint/{path.relative_to(CHECKOUT).as_posix()}" for path in paths)


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [("rules", "*.toml"), ("corpus", "*.toml"), ("corpus", "order.*")],
)
def test_the_wheel_carries_rules_and_corpus(wheel: list[str], folder: str, pattern: str) -> None:
    expected = shipped(folder, pattern)
    assert expected
    assert [name for name in expected if name not in wheel] == []


def test_the_wheel_holds_nothing_else(wheel: list[str]) -> None:
    roots = {name.partition("/")[0] for name in wheel}
    assert {root for root in roots if not root.endswith(".dist-info")} == {"rtlint"}
    assert [name for name in wheel if any(part in name for part in SCRATCH)] == []
    assert {"rtlint/py.typed", "rtlint/reporters/report.schema.json"} <= set(wheel)


def test_the_source_distribution_can_be_tested(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "tests/test_packaging.py"} <= names


def test_the_unpacked_wheel_is_what_runs(installed: Path) -> None:
    done = run(installed, "-c", "import rtlint; print(rtlint.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_the_rules_of_the_wheel_pass_their_own_tests(installed: Path) -> None:
    done = run(installed, "-m", "rtlint", "test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 failed" in done.stdout


@pytest.mark.parametrize("order", one_of_each_form(), ids=lambda path: path.suffix)
def test_the_wheel_judges_a_document(installed: Path, order: Path) -> None:
    done = run(installed, "-m", "rtlint", "check", str(order))
    assert done.returncode in (0, 1), done.stderr
    assert order.name in done.stdout


def test_version_in_one_place() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{project['version']}]" in changelog or "## [Unreleased]" in changelog
