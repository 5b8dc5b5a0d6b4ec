"""The trained reader as rtlint ships it: int8 ONNX, its tokenizer and its card."""

import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from encoder import BASE_SHA256, CLASSES, WINDOW, Reader

# A linear layer's matrix is named for its place in the graph: /layers.0/query/MatMul_quant.
_MATRIX = "/MatMul_quant"


def shipped_weights(path: Path) -> dict[str, torch.Tensor]:
    """The weights in a ``reader.onnx`` as floats, to train on from.

    They are what :func:`export` wrote, as far as eight bits keep it. The words' embeddings are
    not among them: training never changes those.
    """
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    stored = {entry.name: numpy_helper.to_array(entry) for entry in graph.initializer}
    weights = {
        name: torch.from_numpy(values.copy())
        for name, values in stored.items()
        if values.ndim and values.dtype == np.float32 and not name.endswith("_scale")
    }
    for node in graph.node:
        if node.op_type != "MatMulInteger":
            continue
        name = node.input[1].removesuffix("_quantized")
        steps = stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"]
        matrix = torch.from_numpy((steps * stored[f"{name}_scale"]).T.copy())
        layer = node.name.removesuffix(_MATRIX).strip("/").replace("/", ".")
        weights[f"{layer}.weight" if layer else "look"] = matrix
    return weights


def export(
    reader: Reader, rules: list[str], base: Path, target: Path, card: dict[str, object]
) -> None:
    """Write ``reader.onnx``, ``tokenizer.json`` and ``card.json`` into ``target``."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    reader.eval()
    whole = target / "whole.onnx"
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
    quantize_dynamic(str(whole), str(target / "reader.onnx"), weight_type=QuantType.QInt8)
    whole.unlink()
    tokenizer = json.loads((base / "tokenizer.json").read_text("utf-8"))
    tokenizer["padding"] = tokenizer["truncation"] = None
    (target / "tokenizer.json").write_text(json.dumps(tokenizer), "utf-8")
    card |= {
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "base_sha256": BASE_SHA256,
        "rules": rules,
        "classes": CLASSES,
        "window": WINDOW,
        "sha256": hashlib.sha256((target / "reader.onnx").read_bytes()).hexdigest(),
    }
    (target / "card.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
