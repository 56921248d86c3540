"""New taggers on the encoders of others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from transformers import AutoConfig, AutoModelForTokenClassification, AutoTokenizer, PreTrainedModel

from claims.attribution.labels import TAGS
from claims.attribution.vocabulary import MARKS, SCHEMES, Vocabulary, of_tokenizer
from claims.core.errors import ModelError

PIECES = ("[unused1]", "[unused2]", "[unused3]", "[unused4]")
"""Pieces that no text gives, one for each of ``MARKS``; BERT's vocabulary and MPNet's have them."""


def new_tagger(
    base: Path, encoder: Path | None = None, *, conditioned: bool = True
) -> tuple[PreTrainedModel, Any, Vocabulary]:
    """A token classifier with this project's tags on the encoder in ``base``.

    A vocabulary without the pieces for the marks is given them.

    Parameters
    ----------
    base
        Any encoder of transformers: its configuration, weights and tokenizer.
    encoder
        A folder of a syntax model whose encoder, of the same form as that in ``base``, to start
        from.
    conditioned
        Whether it is asked about cues that are marked; a flat one has pieces for the schemes alone.

    Returns
    -------
    network, tokenizer, vocabulary

    Raises
    ------
    ModelError
        If a folder does not hold what is needed.
    """
    try:
        return _new_tagger(base, encoder, MARKS if conditioned else SCHEMES)
    except (OSError, ValueError, RuntimeError) as error:
        lines = str(error).strip().splitlines() or [type(error).__name__]
        folders = " and ".join(str(p) for p in (base, encoder) if p is not None)
        raise ModelError(f"{folders}: no encoder to start from: {lines[0]}") from error


def average(network: PreTrainedModel, folders: Sequence[Path]) -> None:
    """Set the weights of ``network`` to the mean of its own and those of the models in ``folders``.

    Models that were trained from one start lie in one basin of the loss, and their mean errs less
    than each (Wortsman et al. 2022, "Model soups").

    Raises
    ------
    ModelError
        If a folder holds no model of the same form.
    """
    if not folders:
        return
    weights = [load_file(folder / "model.safetensors") for folder in folders]
    own = network.state_dict()
    for folder, other in zip(folders, weights, strict=True):
        if any(name not in other or other[name].shape != value.shape for name, value in own.items()):
            raise ModelError(f"{folder}: no model of the form of the one that is trained")
    count = len(weights) + 1
    mean = {name: (value + sum(w[name].float() for w in weights)) / count for name, value in own.items()}
    network.load_state_dict(mean)


def _new_tagger(
    base: Path, encoder: Path | None, names: Sequence[str]
) -> tuple[PreTrainedModel, Any, Vocabulary]:
    marks = {name: piece for name, piece in zip(MARKS, PIECES, strict=True) if name in names}
    tokenizer = AutoTokenizer.from_pretrained(str(base), use_fast=True)
    tokenizer.add_tokens([p for p in PIECES if tokenizer.convert_tokens_to_ids(p) in _absent(tokenizer)])
    network = _network(base, marks)
    if len(tokenizer) > network.config.vocab_size:
        network.resize_token_embeddings(len(tokenizer))
    if encoder is not None:
        weights = load_file(encoder / "model.safetensors")
        own = {k.removeprefix("encoder."): v.float() for k, v in weights.items() if k.startswith("encoder.")}
        network.base_model.load_state_dict(own)
    return network, tokenizer, of_tokenizer(tokenizer, tokenizer.backend_tokenizer, marks, str(base))


def _network(base: Path, marks: dict[str, str]) -> PreTrainedModel:
    config = AutoConfig.from_pretrained(str(base))
    config.id2label = dict(enumerate(TAGS))
    config.label2id = {tag: i for i, tag in enumerate(TAGS)}
    config.claims = {"marks": marks, "case_types": getattr(config, "type_vocab_size", 0) >= 2}
    # On a processor, drawing the attention's dropout costs as much as the products themselves, and
    # the fused attention is slower backwards than the plain one.
    config.attention_probs_dropout_prob = 0.0
    network: PreTrainedModel = AutoModelForTokenClassification.from_pretrained(
        str(base), config=config, attn_implementation="eager", use_safetensors=True, dtype=torch.float32
    )
    return network


def _absent(tokenizer: Any) -> tuple[int | None, ...]:
    return None, tokenizer.unk_token_id
