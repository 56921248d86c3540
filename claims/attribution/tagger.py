"""Runs the tagger over windows of text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoConfig, AutoModelForTokenClassification

from claims.attribution.confidence import FEATURES, Confidence
from claims.attribution.labels import Chain, Role, named
from claims.attribution.vocabulary import Vocabulary
from claims.attribution.windows import Encoded, WindowSizes
from claims.core.errors import ModelError
from claims.models.inference import autocast, fastest, placed, quietly, room
from claims.syntax.encoding import batches

NEEDED = (Role.CUE, Role.SOURCE, Role.CONTENT)
"""Roles that a model must have labels for."""

FRAME = 8
"""Pieces beside those of the text in a window, at most."""

FEWEST = 128
"""Pieces that a model must be able to read at once."""


@dataclass(frozen=True)
class Tagger:
    """A token classifier with its vocabulary.

    Attributes
    ----------
    tags
        Names of the outputs, in order.
    case_types
        Whether the network takes type 1 for words with a capital letter.
    weights
        Of the calibration, by scheme of labels; see ``claims.attribution.confidence``.
    sizes
        Of the windows, as in training.
    chain
        Scores of the order of tags, of a flat tagger that was trained with them.
    """

    network: Any
    vocabulary: Vocabulary
    tags: tuple[str, ...]
    case_types: bool
    weights: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    sizes: WindowSizes = field(default_factory=WindowSizes)
    budget: int = 4000
    chain: Chain | None = None

    @classmethod
    def load(cls, model: str | Path) -> Tagger:
        """Read a token classifier, from a folder or by its name on the Hugging Face hub.

        A model trained by this project says in its configuration (``claims``) which pieces mark a
        cue; it reads each cue by itself. Any other one with labels for cue, source and content,
        whoever made it, is run once over the text, and the parts it finds are joined
        (``claims.attribution.flat``).

        Raises
        ------
        ModelError
            If it cannot be read, or its labels are not those of attributions.
        """
        try:
            config = AutoConfig.from_pretrained(str(model))
            with quietly():
                network = AutoModelForTokenClassification.from_pretrained(
                    str(model), use_safetensors=True, dtype=torch.float32
                )
        except Exception as error:  # transformers raises what its parts raise
            raise ModelError(
                f"{model}: not a token classifier that can be read: {_first_line(error)}"
            ) from error
        try:
            tags = named([config.id2label[i] for i in range(len(config.id2label))])
        except ModelError as error:
            raise ModelError(f"{model}: {error}") from error
        if missing := [role.lower() for role in NEEDED if not any(t[2:] == role for t in tags)]:
            raise ModelError(f"{model}: the model has no label for {', '.join(missing)}")
        own = getattr(config, "claims", None) or {}
        sizes = WindowSizes(**own.get("windows", {}))
        if (most := getattr(config, "max_position_embeddings", None)) and most > 0:
            if most < FEWEST:
                raise ModelError(f"{model}: reads {most} pieces at once, and {FEWEST} are needed")
            sizes = sizes.within(most - FRAME)
        network.to(fastest()).eval()
        vocabulary = Vocabulary.load(model, own.get("marks"))
        weights = {scheme: tuple(map(float, w)) for scheme, w in own.get("confidence", {}).items()}
        if any(len(w) != FEATURES + 1 for w in weights.values()):
            raise ModelError(f"{model}: its calibration is of another version; train it anew")
        chain = _chain(own, len(tags), model)
        return cls(network, vocabulary, tags, bool(own.get("case_types")), weights, sizes, chain=chain)

    @property
    def conditioned(self) -> bool:
        """Whether the model can be asked about one marked cue."""
        return self.vocabulary.conditioned

    def confidence(self, scheme: str) -> Confidence:
        """What turns the tagger's probabilities into one that can be trusted."""
        return Confidence(self.weights.get(scheme, ()))

    def scores(self, items: Sequence[Encoded]) -> list[np.ndarray]:
        """Log probabilities (words, tags) of each window."""
        found: list[np.ndarray] = [np.empty(0)] * len(items)
        device = self.network.device
        for group in batches([len(i.ids) for i in items], room(self.budget, device)):
            inputs = padded([items[i] for i in group], self.vocabulary.pad, self.case_types)
            with torch.inference_mode(), autocast(device):
                logits = self.network(**placed(inputs, device)).logits
            logs = logits.float().log_softmax(-1).cpu().numpy()
            for row, index in enumerate(group):
                found[index] = logs[row, list(items[index].firsts)]
        return found

    def columns(self, role: Role) -> list[int]:
        """Outputs that speak for ``role``."""
        return [i for i, tag in enumerate(self.tags) if tag[2:] == role]


def padded(items: Sequence[Encoded], pad: int, case_types: bool) -> dict[str, torch.Tensor]:
    """Windows as one batch, each tensor (windows, longest), filled up with ``pad``."""
    longest = max(len(i.ids) for i in items)
    ids = torch.full((len(items), longest), pad, dtype=torch.long)
    types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, item in enumerate(items):
        size = len(item.ids)
        ids[row, :size] = torch.tensor(item.ids)
        types[row, :size] = torch.tensor(item.types)
        mask[row, :size] = 1
    inputs = {"input_ids": ids, "attention_mask": mask}
    return {**inputs, "token_type_ids": types} if case_types else inputs


def _chain(own: Mapping[str, Any], tags: int, model: str | Path) -> Chain | None:
    if "transitions" not in own:
        return None
    transitions = tuple(tuple(map(float, row)) for row in own["transitions"])
    starts = tuple(map(float, own.get("starts", (0.0,) * tags)))
    if {len(starts), len(transitions), *map(len, transitions)} != {tags}:
        raise ModelError(f"{model}: its transition scores are not those of its {tags} labels")
    return Chain(starts, transitions)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
