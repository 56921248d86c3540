"""Runs the tagger over windows of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import AutoConfig, AutoModelForTokenClassification
from transformers.utils import logging

from claims.attribution.labels import Role
from claims.attribution.windows import Encoded, Markers
from claims.core.errors import ModelError
from claims.syntax.encoding import batches
from claims.syntax.folder import autocast


@contextmanager
def _quietly() -> Iterator[None]:
    """Without the progress bar that transformers shows while it loads weights."""
    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class Tagger:
    """A token classifier with its vocabulary and marks.

    Attributes
    ----------
    tags
        Names of the outputs, in order.
    case_types
        Whether the network takes type 1 for words with a capital letter.
    """

    network: Any
    tokenizer: Tokenizer
    tags: tuple[str, ...]
    marks: dict[str, str]
    case_types: bool
    budget: int = 4000

    @classmethod
    def load(cls, folder: Path) -> Tagger:
        """Read a folder with ``config.json``, ``tokenizer.json`` and ``model.safetensors``.

        Raises
        ------
        ModelError
            If a file is missing, or the model is no cue-conditioned tagger of this project's tags.
        """
        try:
            config = AutoConfig.from_pretrained(folder, local_files_only=True)
            own = config.claims
            with _quietly():
                network = AutoModelForTokenClassification.from_pretrained(
                    folder, local_files_only=True, use_safetensors=True, dtype=torch.float32
                )
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except (OSError, ValueError, AttributeError, Exception) as error:
            raise ModelError(f"{folder}: not an attribution model: {error}") from error
        tags = tuple(config.id2label[i] for i in range(len(config.id2label)))
        if missing := [role for role in Role if f"B-{role}" not in tags]:
            raise ModelError(f"{folder}: the model has no tag for {', '.join(missing)}")
        tokenizer.no_padding()
        tokenizer.no_truncation()
        network.eval()
        return cls(network, tokenizer, tags, dict(own["marks"]), bool(own["case_types"]))

    def markers(self, scheme: str) -> Markers:
        """The mark pieces for labels of ``scheme`` (``every`` or ``outermost``)."""

        def number(piece: str) -> int:
            found = self.tokenizer.token_to_id(piece)
            if found is None:
                raise ModelError(f"the model's vocabulary has no piece {piece}")
            return int(found)

        return Markers(
            number("[CLS]"),
            number("[SEP]"),
            number(self.marks["opening"]),
            number(self.marks["closing"]),
            number(self.marks[scheme]),
        )

    def scores(self, items: Sequence[Encoded]) -> list[np.ndarray]:
        """Log probabilities (words, tags) of each window."""
        found: list[np.ndarray] = [np.empty(0)] * len(items)
        for group in batches([len(i.ids) for i in items], self.budget):
            longest = max(len(items[i].ids) for i in group)
            ids = torch.zeros(len(group), longest, dtype=torch.long)
            types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
            for row, index in enumerate(group):
                size = len(items[index].ids)
                ids[row, :size] = torch.tensor(items[index].ids)
                types[row, :size] = torch.tensor(items[index].types)
                mask[row, :size] = 1
            with torch.inference_mode(), autocast():
                logits = self.network(input_ids=ids, token_type_ids=types, attention_mask=mask).logits
            logs = logits.float().log_softmax(-1).numpy()
            for row, index in enumerate(group):
                found[index] = logs[row, list(items[index].firsts)]
        return found

    def columns(self, role: Role) -> list[int]:
        """Outputs that speak for ``role``."""
        return [i for i, tag in enumerate(self.tags) if tag[2:] == role]
