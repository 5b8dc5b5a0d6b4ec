"""How much the judgement gains as the corpus grows: the learned reader, trained on parts of it.

    python benchmarks/learning_curve.py                   train what is not measured yet
    python benchmarks/learning_curve.py --show            only show what has been measured
    python benchmarks/learning_curve.py --parts 0.5 1 --train "scripts/train_reader --epochs 2"

Each part is a number of whole develop batches, in an order drawn once. The training program is
called as it is, in a copy of the checkout that holds no other develop batch and no trained
reader, and what it makes is measured on tune. A part takes as long as a training does; every
part is saved as soon as it is done, so the program can be stopped and called again. It needs
the extra ``train``. The rules were written with all of develop in sight, so the curve
shows what more language brings to the learned reader, and to both readers together.
"""

import argparse
import hashlib
import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rtlint.evaluation import load_corpus

CHECKOUT = Path(__file__).resolve().parents[1]
RESULTS = CHECKOUT / "benchmarks" / "learning_curve.json"
TRAINER = "scripts/train_reader --epochs 4"
PARTS = (0.1, 0.25, 0.5, 0.75, 1.0)
SEED = 20261123
_COPIED = ("rtlint", "rules", "scripts", "pyproject.toml")
_MODEL = Path("rtlint") / "readers" / "model"
_SHOWN = (
    ("clauses", "about_accuracy"), ("clauses", "contradicted_f1"),
    ("orders", "accuracy"), ("orders", "wrong_met"), ("orders", "contradicted_f1"),
)  # fmt: skip


@dataclass(frozen=True)
class Point:
    """What a reader trained on some batches reaches on tune."""

    train: str  # the command that trained it
    trainer: str  # digest of the training program, so that another one is not taken for it
    batches: tuple[str, ...]
    clauses: int
    orders: int
    figures: dict[str, dict[str, float | None]]

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        return self.train, self.trainer, self.batches


def main() -> None:
    """Train and measure what is missing, and print the curve."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="train nothing")
    parser.add_argument("--parts", type=float, nargs="+", default=PARTS, help="shares of develop")
    parser.add_argument("--train", default=TRAINER, help=f"what to run (default: {TRAINER})")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where points are kept")
    given = parser.parse_args()
    if not all(0 < part <= 1 for part in given.parts):
        parser.error("a part is a share of develop: more than 0, at most 1")
    points = saved(given.results)
    for batches in [] if given.show else growing(given.parts):
        point = wanted(given.train, batches)
        if point.key not in {known.key for known in points}:
            points.append(trained(point))
            data = [asdict(each) for each in points]
            given.results.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    print("\n".join(lines(points)) if points else f"Nothing is measured yet in {given.results}.")


def saved(path: Path) -> list[Point]:
    """The points measured before."""
    if not path.is_file():
        return []
    return [
        Point(**{**point, "batches": tuple(point["batches"])})
        for point in json.loads(path.read_text(encoding="utf-8"))
    ]


def growing(parts: Iterable[float]) -> list[tuple[str, ...]]:
    """Develop batches of cases, each part holding the smaller ones; orders grow along."""
    corpus = load_corpus(CHECKOUT / "corpus", split="develop")
    clauses = sorted({case.batch for case in corpus.clauses})
    orders = sorted({order.batch for order in corpus.orders})
    chance = random.Random(SEED)
    chance.shuffle(clauses)
    chance.shuffle(orders)
    return [
        tuple(sorted(clauses[: _share(part, clauses)] + orders[: _share(part, orders)]))
        for part in sorted(parts)
    ]


def _share(part: float, batches: Sequence[str]) -> int:
    return max(1, round(part * len(batches))) if batches else 0


def wanted(train: str, batches: tuple[str, ...]) -> Point:
    """A point before it is measured."""
    program = CHECKOUT / shlex.split(train)[0]
    files = sorted(program.glob("*.py")) if program.is_dir() else [program]
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]
    corpus = load_corpus(CHECKOUT / "corpus", batches=batches)
    return Point(train, digest, batches, len(corpus.clauses), len(corpus.orders), {})


def trained(point: Point) -> Point:
    """Train on the point's batches alone, and measure on tune."""
    print(f"training on {point.clauses} clauses and {point.orders} orders …", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        lay_out(copy, point.batches)
        run(copy, *shlex.split(point.train))
        if not (copy / _MODEL / "card.json").is_file():
            raise SystemExit(f"{point.train} left no reader in {_MODEL}.")
        options = ("-m", "rtlint", "evaluate", "corpus", "--split", "tune", "-f", "json")
        sections = json.loads(run(copy, *options))["sections"]
    figures: dict[str, dict[str, float | None]] = {
        kind: {name: figure["value"] for name, figure in section["figures"].items()}
        for kind, section in sections.items()
    }
    return Point(**{**asdict(point), "batches": point.batches, "figures": figures})


def lay_out(copy: Path, batches: Sequence[str]) -> None:
    """A checkout with these develop batches and tune, without locked ones and a trained reader."""
    skip = shutil.ignore_patterns("__pycache__", "*.onnx", "*.pt", "card.json")
    for name in _COPIED:
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=skip)
        else:
            shutil.copy(source, copy / name)
    corpus = CHECKOUT / "corpus"
    kept = load_corpus(corpus, batches=batches)
    tune = load_corpus(corpus, split="tune")
    for order in (*kept.orders, *tune.orders):
        shutil.copytree(corpus / "orders" / order.id, copy / "corpus" / "orders" / order.id)
    (copy / "corpus" / "clauses").mkdir(parents=True, exist_ok=True)
    for batch in {case.batch for case in (*kept.clauses, *tune.clauses)}:
        shutil.copy(corpus / "clauses" / f"{batch}.toml", copy / "corpus" / "clauses")
    for name in ("splits.toml", "other"):
        source = corpus / name
        if source.is_dir():
            shutil.copytree(source, copy / "corpus" / name)
        elif source.is_file():
            shutil.copy(source, copy / "corpus" / name)


def run(copy: Path, *arguments: str) -> str:
    """Run Python in the copy; its modules come before any installed ones."""
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=copy,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} stopped with {done.returncode}.")
    return done.stdout


def lines(points: Sequence[Point]) -> list[str]:
    """The curve as a table: figures on tune, and what the last thousand clauses brought."""
    heads = [f"{kind}: {name.replace('_', ' ')}" for kind, name in _SHOWN]
    table = [
        "| clauses | orders | trained by | " + " | ".join(heads) + " | per 1,000 clauses more |",
        "| " + " | ".join(["---"] * (len(heads) + 4)) + " |",
    ]
    before: dict[tuple[str, str], Point] = {}
    for point in sorted(points, key=lambda point: (point.train, point.trainer, point.clauses)):
        family = (point.train, point.trainer)
        cells = [_cell(point.figures.get(kind, {}).get(name)) for kind, name in _SHOWN]
        table.append(
            f"| {point.clauses} | {point.orders} | `{point.train}` ({point.trainer}) | "
            + " | ".join(cells)
            + f" | {_gain(before.get(family), point)} |"
        )
        before[family] = point
    return table


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _gain(smaller: Point | None, point: Point) -> str:
    """Points of accuracy on what cases are about that each further thousand brought."""
    values: list[Any] = [
        each.figures.get("clauses", {}).get("about_accuracy") if each else None
        for each in (smaller, point)
    ]
    if smaller is None or None in values or point.clauses == smaller.clauses:
        return "–"
    return f"{100_000 * (values[1] - values[0]) / (point.clauses - smaller.clauses):+.1f}"


if __name__ == "__main__":
    main()
