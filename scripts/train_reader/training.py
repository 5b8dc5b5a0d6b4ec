"""The training loop: batches of like length, weights for what a sample is sure of, bfloat16."""

import math
import random
from collections.abc import Iterable
from pathlib import Path

import torch
from encoder import Reader
from samples import UNTAUGHT, Maker, Sample
from torch import nn
from torch.nn import functional

BATCH = 16
COMPOSED = 3500  # paragraphs put together anew for every epoch
# What a case is about counts most, what it also decides next, what it is silent on least. The
# passages of whole orders are silent on nearly everything, and that is what they teach.
ABOUT, DECIDES, SILENT, SILENT_IN_ORDERS = 4.0, 2.0, 0.25, 0.4


def train(
    reader: Reader,
    maker: Maker,
    pools: tuple[list[Sample], list[Sample], list[Sample]],
    checked: list[Sample],
    *,
    epochs: int,
    rate: float,
    target: Path,
) -> None:
    """Train in place; the weights are written to ``target`` after every epoch.

    Args:
        pools: cases, passages of orders, sentences that decide nothing.
        checked: cases that only measure.
        rate: learning rate of the encoder; the heads learn ten times as fast.
    """
    heads = [reader.look, reader.choice, reader.bias]
    others = [p for p in reader.parameters() if p.requires_grad and all(p is not h for h in heads)]
    groups = [{"params": heads, "lr": 10 * rate}, {"params": others, "lr": rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    size = sum(map(len, pools)) + COMPOSED
    steps = epochs * math.ceil(size / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / 60, 1.0) * max(0.0, 1 - step / steps)
    )
    for epoch in range(epochs):
        reader.train()
        composed = [maker.composed(*pools) for _ in range(COMPOSED)]
        everything = [sample for pool in pools for sample in pool] + composed
        for batch in batches(everything, shuffle=True):
            loss = _loss(reader, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        right, total = accuracy(reader, checked)
        print(f"epoch {epoch + 1}: tune cases right {right} of {total}", flush=True)
        torch.save(reader.state_dict(), target)


def _loss(reader: Reader, batch: list[Sample]) -> torch.Tensor:
    ids, mask, classes = tensors(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, _ = reader(ids, mask)
    losses = functional.cross_entropy(
        logits.float().flatten(0, 1),
        classes.flatten(),
        reduction="none",
        ignore_index=UNTAUGHT,
    ).view(classes.shape)
    weights = weight_of(batch, classes)
    return (losses * weights).sum() / weights.sum()


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
    """Ids, mask (1 for a token, 0 for padding) and classes."""
    length = max(len(sample.ids) for sample in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.zeros(len(batch), length)
    for row, sample in enumerate(batch):
        ids[row, : len(sample.ids)] = torch.tensor(sample.ids)
        mask[row, : len(sample.ids)] = 1.0
    return ids, mask, torch.tensor([sample.classes for sample in batch])


def weight_of(batch: list[Sample], classes: torch.Tensor) -> torch.Tensor:
    """How much each class of each sample counts."""
    weights = torch.full(classes.shape, SILENT)
    for row, sample in enumerate(batch):
        if sample.about < 0:
            weights[row] = SILENT_IN_ORDERS
    weights = torch.where(classes > 0, DECIDES, weights) * (classes != UNTAUGHT)
    for row, sample in enumerate(batch):
        if sample.about >= 0:
            weights[row, sample.about] = ABOUT
    return weights


@torch.no_grad()
def accuracy(reader: Reader, samples: list[Sample]) -> tuple[int, int]:
    """How many cases are right on the rule they are about, and of how many."""
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
