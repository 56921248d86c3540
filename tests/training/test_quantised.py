"""A tiny encoder written to ONNX in eight bits, as exporters name things, and read again."""

from __future__ import annotations

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from transformers import BertConfig, BertModel

from claims.core.errors import DataError
from claims.training.quantised import QUANTISED, SCALE, ZERO, encoder_of

CONFIG = BertConfig(
    vocab_size=40, hidden_size=8, num_hidden_layers=2, num_attention_heads=2, intermediate_size=12
)


def quantised(name, values):
    scale = np.float32((values.max() - values.min()) / 255)
    zero = np.uint8(round(-values.min() / scale))
    whole = np.clip(np.round(values / scale) + zero, 0, 255).astype(np.uint8)
    parts = {QUANTISED: whole, SCALE: np.array(scale), ZERO: np.array(zero)}
    return [numpy_helper.from_array(part, name + ending) for ending, part in parts.items()]


def write(network, path):
    kept, nodes = [], []
    for name, values in network.state_dict().items():
        numbers = values.numpy()
        if "embeddings." in name and numbers.ndim == 2:
            kept += quantised(f"bert.{name}", numbers)
        elif numbers.ndim == 2:
            matrix = f"onnx::MatMul_{len(nodes)}"
            kept += quantised(matrix, numbers.T)
            place = "/bert/" + name.removesuffix(".weight").replace("layer.", "layer-").replace(".", "/")
            inputs = ["x", matrix + QUANTISED, "z", matrix + ZERO]
            nodes.append(
                helper.make_node(
                    "MatMulInteger",
                    inputs,
                    [f"y{len(nodes)}"],
                    place.replace("layer-", "layer.") + "/MatMul_quant",
                )
            )
        else:
            kept.append(numpy_helper.from_array(numbers, f"bert.{name}"))
    info = helper.make_tensor_value_info("y0", TensorProto.INT32, None)
    onnx.save(helper.make_model(helper.make_graph(nodes, "bert", [], [info], kept)), str(path))


@pytest.fixture
def network():
    torch.manual_seed(3)
    return BertModel(CONFIG).eval()


def test_an_encoder_of_eight_bits_answers_nearly_as_the_one_it_was_made_of(network, tmp_path):
    write(network, tmp_path / "model.onnx")
    again = encoder_of(tmp_path / "model.onnx", CONFIG).eval()
    for (name, old), new in zip(network.state_dict().items(), again.state_dict().values(), strict=True):
        assert torch.allclose(old, new, atol=2e-3), name
    ids = torch.tensor([[2, 7, 11, 3]])
    with torch.no_grad():
        assert torch.allclose(network(ids).pooler_output, again(ids).pooler_output, atol=0.02)


def test_a_file_of_another_form_is_refused(network, tmp_path):
    write(network, tmp_path / "model.onnx")
    other = BertConfig(**{**CONFIG.to_dict(), "num_hidden_layers": 3})
    with pytest.raises(DataError, match=r"layer\.2"):
        encoder_of(tmp_path / "model.onnx", other)
