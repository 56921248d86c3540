"""The network that tags, lemmatises and parses the words of a sentence.

A transformer encoder reads the sentence once; linear heads give tag, lemma edit and entity, and
biaffine heads the dependency tree (Dozat & Manning 2017, "Deep biaffine attention for neural
dependency parsing").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import nn
from transformers import AutoModel, PretrainedConfig


@dataclass(frozen=True)
class Inventory:
    """The labels of each head, in the order of its outputs."""

    tags: tuple[str, ...]
    edits: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]


class Scores(NamedTuple):
    """Outputs of :class:`SyntaxNetwork` for B sentences of at most W words.

    ``tags``, ``edits`` and ``entities`` are (B, W, labels); ``arcs`` is (B, W, W + 1), the last
    axis over heads with the root first. ``dependents`` (B, W, size) and ``heads`` (B, W + 1, size) are
    what :meth:`SyntaxNetwork.relations` scores the relation of a word to the head chosen for it from: to
    score it for every possible head costs several times as much.
    """

    tags: torch.Tensor
    edits: torch.Tensor
    entities: torch.Tensor
    arcs: torch.Tensor
    dependents: torch.Tensor
    heads: torch.Tensor


class Biaffine(nn.Module):
    """Scores of every pair of a dependent and a head for each of ``labels``."""

    def __init__(self, size: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(labels, size + 1, size + 1))

    def forward(self, dependents: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """From (B, W, size) and (B, V, size) to (B, labels, W, V)."""
        left = nn.functional.pad(dependents, (0, 1), value=1.0)
        right = nn.functional.pad(heads, (0, 1), value=1.0)
        return torch.einsum("bwi,lij,bvj->blwv", left, self.weight, right)

    def of_pairs(self, dependents: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """From (B, W, size) and as many heads, one for each dependent, to (B, W, labels)."""
        left = nn.functional.pad(dependents, (0, 1), value=1.0)
        right = nn.functional.pad(heads, (0, 1), value=1.0)
        return torch.einsum("bwi,lij,bwj->bwl", left, self.weight, right)


class SyntaxNetwork(nn.Module):
    """Encoder with heads for tags, lemma edits, entities and the dependency tree."""

    def __init__(self, config: PretrainedConfig, inventory: Inventory, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = AutoModel.from_config(config, add_pooling_layer=False)  # type: ignore[no-untyped-call]
        width = config.hidden_size
        arc, rel = 256, 96
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(width, len(inventory.tags))
        self.edits = nn.Linear(width, len(inventory.edits))
        self.entities = nn.Linear(width, len(inventory.entities))
        self.arc_dependent = nn.Sequential(nn.Linear(width, arc), nn.GELU())
        self.arc_head = nn.Sequential(nn.Linear(width, arc), nn.GELU())
        self.dep_dependent = nn.Sequential(nn.Linear(width, rel), nn.GELU())
        self.dep_head = nn.Sequential(nn.Linear(width, rel), nn.GELU())
        self.arcs = Biaffine(arc, 1)
        self.deps = Biaffine(rel, len(inventory.deps))

    def forward(
        self,
        input_ids: torch.Tensor,
        attention_mask: torch.Tensor,
        token_type_ids: torch.Tensor,
        firsts: torch.Tensor,
        word_mask: torch.Tensor,
    ) -> Scores:
        """Score a batch.

        Parameters
        ----------
        input_ids, attention_mask, token_type_ids
            (B, T); the type is 1 for the pieces of a capitalised word, since the vocabulary is
            in lower case and would lose that.
        firsts
            (B, W) position of the first piece of each word.
        word_mask
            (B, W) true for real words.
        """
        pieces = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
        ).last_hidden_state
        index = firsts.unsqueeze(-1).expand(-1, -1, pieces.size(-1))
        word = self.dropout(pieces.gather(1, index))
        with_root = torch.cat([self.dropout(pieces[:, :1]), word], dim=1)
        arcs = self.arcs(self.arc_dependent(word), self.arc_head(with_root)).squeeze(1)
        real = nn.functional.pad(word_mask, (1, 0), value=True)
        arcs = arcs.masked_fill(~real.unsqueeze(1), -1e4)
        return Scores(
            tags=self.tags(word),
            edits=self.edits(word),
            entities=self.entities(word),
            arcs=arcs,
            dependents=self.dep_dependent(word),
            heads=self.dep_head(with_root),
        )

    def relations(self, scores: Scores, heads: torch.Tensor) -> torch.Tensor:
        """Score the relations of each word to its head.

        Parameters
        ----------
        heads
            (B, W) the position of each word's head, 0 for the root.

        Returns
        -------
        Tensor
            (B, W, labels).
        """
        chosen = scores.heads.gather(1, heads.unsqueeze(-1).expand(-1, -1, scores.heads.size(-1)))
        return self.deps.of_pairs(scores.dependents, chosen)
