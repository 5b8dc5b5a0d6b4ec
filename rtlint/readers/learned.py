"""The learned reader: a small encoder, trained on the develop corpus, that reads passages.

It runs on the CPU through ONNX Runtime and downloads nothing. Its rules, classes, training
batches and hash stand in ``model/card.json``; docs/model.md is its card in words.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from rtlint.errors import RtlintError
from rtlint.model.assessment import Status
from rtlint.readers.passages import Passage

MODEL = Path(__file__).parent / "model"
_BATCH = 16


@dataclass(frozen=True, slots=True)
class Belief:
    """What the reader makes of one passage for one rule.

    ``chances`` are the shares of belief in each status the passage may give the rule;
    what is left of 1 is the belief that it says nothing of it. ``clause`` is the index of
    the clause, within the passage, that the reader looked at most.
    """

    passage: Passage
    chances: Mapping[Status, float]
    clause: int

    @property
    def best(self) -> Status:
        """The status it believes in most."""
        return max(self.chances, key=lambda status: self.chances[status])


Beliefs = Mapping[str, Sequence[Belief]]  # rule id -> one belief for each passage


class LearnedReader:
    """The trained model, loaded once for each process."""

    def __init__(self, folder: Path = MODEL) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.card: dict[str, Any] = json.loads((folder / "card.json").read_text("utf-8"))
        data = (folder / "reader.onnx").read_bytes()
        if hashlib.sha256(data).hexdigest() != self.card["sha256"]:
            raise RtlintError(
                "The learned reader is damaged: its file is not the one its card names. "
                "Install rtlint again, or run with --no-model."
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 2
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(data, options)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(self.card["window"])
        self.classes = [None if name == "none" else Status(name) for name in self.card["classes"]]

    @property
    def rules(self) -> frozenset[str]:
        """Ids of the rules it was trained for."""
        return frozenset(self.card["rules"])

    def read(self, passages: Sequence[Passage]) -> Beliefs:
        """Beliefs on every rule it knows, passage by passage in the order given."""
        found: dict[str, dict[int, Belief]] = {rule: {} for rule in self.card["rules"]}
        # A short paragraph is the same at every look and is read but once.
        first = {(p.text, p.starts): i for i, p in reversed(list(enumerate(passages)))}
        encoded = {i: self.tokenizer.encode(text or ".") for (text, _), i in first.items()}
        by_length = sorted(encoded, key=lambda i: (len(encoded[i].ids), i))
        for start in range(0, len(by_length), _BATCH):
            batch = by_length[start : start + _BATCH]
            for i, rule, belief in self._beliefs(passages, encoded, batch):
                found[rule][i] = belief
        return {
            rule: [replace(beliefs[first[p.text, p.starts]], passage=p) for p in passages]
            for rule, beliefs in found.items()
        }

    def _beliefs(
        self, passages: Sequence[Passage], encoded: Mapping[int, Any], batch: Sequence[int]
    ) -> Iterator[tuple[int, str, Belief]]:
        import numpy as np

        length = max(len(encoded[i].ids) for i in batch)
        ids = np.zeros((len(batch), length), dtype=np.int64)
        mask = np.zeros((len(batch), length), dtype=np.float32)
        for row, i in enumerate(batch):
            ids[row, : len(encoded[i].ids)] = encoded[i].ids
            mask[row, : len(encoded[i].ids)] = 1.0
        logits, focus = self.session.run(None, {"ids": ids, "mask": mask})
        powers = np.exp(logits - logits.max(-1, keepdims=True))
        shares = powers / powers.sum(-1, keepdims=True)
        for row, i in enumerate(batch):
            owners = _owners(passages[i], encoded[i].offsets)
            for column, rule in enumerate(self.card["rules"]):
                chances = {
                    status: float(shares[row, column, k])
                    for k, status in enumerate(self.classes)
                    if status is not None
                }
                weights = focus[row, column, : len(owners)]
                looked = np.bincount(owners, weights=weights, minlength=len(passages[i].clauses))
                yield i, rule, Belief(passages[i], chances, int(looked.argmax()))


def _owners(passage: Passage, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """For each token of a passage the index of the clause it stands in."""
    owners = []
    for start, _ in offsets:
        owner = 0
        for n, clause_start in enumerate(passage.starts):
            if start >= clause_start:
                owner = n
        owners.append(owner)
    return owners


def shipped_digest() -> str:
    """The digest of the reader that ships with rtlint; "" where there is none."""
    card = MODEL / "card.json"
    return f"sha256:{json.loads(card.read_text('utf-8'))['sha256']}" if card.is_file() else ""


@lru_cache(maxsize=1)
def shipped_reader() -> LearnedReader | None:
    """The reader that ships with rtlint; None where this installation carries none."""
    return LearnedReader() if (MODEL / "card.json").is_file() else None
