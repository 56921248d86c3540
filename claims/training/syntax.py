"""Trains the syntax model on a silver treebank."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy
from transformers import AutoConfig

from claims.models.inference import autocast
from claims.syntax.encoding import Encoded, batches, collate, encode
from claims.syntax.lemmas import apply_edit, edit_between
from claims.syntax.network import Inventory, Scores, SyntaxNetwork

IGNORE = -100
_MARKS = frozenset(",\"“”‘’'-—–;") | {"--"}


@dataclass(frozen=True)
class Tree:
    """A sentence of the treebank, lists of one length; the root's head is its own index."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True)
class Settings:
    """How to train: passes over the data, learning rates, pieces a batch and the seed."""

    epochs: int = 4
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    budget: int = 6000
    seed: int = 13


def read_treebank(paths: Iterable[Path]) -> list[Tree]:
    """Read the JSON lines that :mod:`claims.training.silver` writes."""
    trees = []
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                keys = ("words", "tags", "lemmas", "heads", "deps", "entities")
                trees.append(Tree(*(tuple(row[k]) for k in keys)))
    return trees


def inventory_of(trees: Sequence[Tree], rarest: int = 4) -> Inventory:
    """The labels of ``trees``; those seen fewer than ``rarest`` times are left out."""

    def frequent(labels: Iterable[str]) -> tuple[str, ...]:
        counts = Counter(labels)
        return tuple(sorted(label for label, n in counts.items() if n >= rarest))

    return Inventory(
        tags=frequent(t for tree in trees for t in tree.tags),
        edits=frequent(
            edit_between(w, m) for tree in trees for w, m in zip(tree.words, tree.lemmas, strict=True)
        ),
        deps=frequent(d for tree in trees for d in tree.deps),
        entities=frequent(e for tree in trees for e in tree.entities),
    )


def roughened(tree: Tree, chance: random.Random) -> Tree:
    """A copy as scraped text often is: without commas and quotation marks, ``Assads`` for
    ``Assad's``, sometimes all in one case. A word that others depend on is kept.
    """
    words = list(tree.words)
    needed = set(tree.heads)
    keep: list[int] = []
    for i, word in enumerate(tree.words):
        drop = word in _MARKS and i not in needed
        if word in ("'s", "’s") and i not in needed and keep:
            words[keep[-1]] += "s"
            drop = True
        if not drop:
            keep.append(i)
    new = {old: i for i, old in enumerate(keep)}
    case = chance.random()
    change: Callable[[str], str] = (
        str.upper if case < 0.1 else str.lower if case < 0.2 else str.title if case < 0.3 else str
    )
    return Tree(
        words=tuple(change(words[i]) for i in keep),
        tags=tuple(tree.tags[i] for i in keep),
        lemmas=tuple(tree.lemmas[i] for i in keep),
        heads=tuple(new[tree.heads[i]] for i in keep),
        deps=tuple(tree.deps[i] for i in keep),
        entities=tuple(tree.entities[i] for i in keep),
    )


@dataclass(frozen=True)
class Targets:
    """Label indices of a batch, (B, W); ``IGNORE`` where there is none."""

    tags: torch.Tensor
    edits: torch.Tensor
    entities: torch.Tensor
    heads: torch.Tensor
    deps: torch.Tensor


class TargetBuilder:
    """Turns trees into label indices of one inventory."""

    def __init__(self, inventory: Inventory) -> None:
        self._tags = {label: i for i, label in enumerate(inventory.tags)}
        self._edits = {label: i for i, label in enumerate(inventory.edits)}
        self._deps = {label: i for i, label in enumerate(inventory.deps)}
        self._entities = {label: i for i, label in enumerate(inventory.entities)}

    def __call__(self, trees: Sequence[Tree]) -> Targets:
        """Label indices of ``trees``, padded."""
        return Targets(
            tags=self._stack([[self._tags.get(t, IGNORE) for t in tree.tags] for tree in trees]),
            edits=self._stack(
                [
                    [
                        self._edits.get(edit_between(w, m), IGNORE)
                        for w, m in zip(tree.words, tree.lemmas, strict=True)
                    ]
                    for tree in trees
                ]
            ),
            entities=self._stack([[self._entities.get(e, IGNORE) for e in tree.entities] for tree in trees]),
            heads=self._stack([[0 if h == i else h + 1 for i, h in enumerate(tree.heads)] for tree in trees]),
            deps=self._stack([[self._deps.get(d, IGNORE) for d in tree.deps] for tree in trees]),
        )

    @staticmethod
    def _stack(rows: list[list[int]]) -> torch.Tensor:
        longest = max(map(len, rows))
        return torch.tensor([row + [IGNORE] * (longest - len(row)) for row in rows])


def loss_of(network: SyntaxNetwork, scores: Scores, targets: Targets) -> torch.Tensor:
    """The sum of the five heads' cross entropies."""
    deps = network.relations(scores, targets.heads.clamp(min=0))
    pairs = (
        (scores.tags, targets.tags),
        (scores.edits, targets.edits),
        (scores.entities, targets.entities),
        (scores.arcs, targets.heads),
        (deps, targets.deps),
    )
    return torch.stack(
        [cross_entropy(s.flatten(0, 1).float(), t.flatten(), ignore_index=IGNORE) for s, t in pairs]
    ).sum()


def accuracy(
    network: SyntaxNetwork, trees: Sequence[Tree], tokenizer: Tokenizer, inventory: Inventory
) -> dict[str, float]:
    """Agreement with ``trees``, in percent of words: tag, lemma, entity, uas and las
    (the last two without punctuation).
    """
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    builder = TargetBuilder(inventory)
    network.eval()
    items = [encode(t.words, tokenizer) for t in trees]
    for group in batches([len(i.ids) for i in items], 8000):
        chosen = [trees[i] for i in group]
        targets = builder(chosen)
        with torch.inference_mode(), autocast():
            scores = network(**collate([items[i] for i in group]).inputs())
            heads = scores.arcs.argmax(-1)
            deps = network.relations(scores, heads).argmax(-1)
        tags, edits = scores.tags.argmax(-1), scores.edits.argmax(-1)
        entities = scores.entities.argmax(-1)
        for row, tree in enumerate(chosen):
            for w, word in enumerate(tree.words):
                total["words"] += 1
                right["tag"] += int(tags[row, w] == targets.tags[row, w])
                right["entity"] += int(entities[row, w] == targets.entities[row, w])
                lemma = apply_edit(word, inventory.edits[int(edits[row, w])])
                right["lemma"] += int(lemma == tree.lemmas[w])
                if tree.deps[w] != "punct":
                    total["arcs"] += 1
                    good = bool(heads[row, w] == targets.heads[row, w])
                    right["uas"] += int(good)
                    right["las"] += int(good and bool(deps[row, w] == targets.deps[row, w]))
    return {key: 100 * n / total["arcs" if key in ("uas", "las") else "words"] for key, n in right.items()}


def train(
    trees: Sequence[Tree],
    held_out: Sequence[Tree],
    base: Path,
    settings: Settings,
    report: Callable[[str], None],
    rough_share: float = 0.35,
) -> tuple[SyntaxNetwork, Inventory]:
    """Fine-tune the encoder in folder ``base`` on ``trees``.

    Parameters
    ----------
    trees, held_out
        What to learn from, and what to measure on after each epoch.
    base
        A Hugging Face folder (config, tokenizer.json, model.safetensors).
    report
        Takes a line of progress.
    rough_share
        Share of sentences that are seen as :func:`roughened`.
    """
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    inventory = inventory_of(trees)
    network = SyntaxNetwork(AutoConfig.from_pretrained(base), inventory)
    network.encoder = type(network.encoder).from_pretrained(base, add_pooling_layer=False)
    encoder_ids = {id(p) for p in network.encoder.parameters()}
    optimiser = torch.optim.AdamW(
        [
            {"params": network.encoder.parameters(), "lr": settings.encoder_rate},
            {
                "params": [p for p in network.parameters() if id(p) not in encoder_ids],
                "lr": settings.head_rate,
            },
        ],
        weight_decay=0.01,
    )
    plan = list(_epochs(trees, tokenizer, settings, chance, rough_share))
    steps = sum(len(epoch) for epoch in plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / 200, max(0.0, (steps - s) / max(1, steps - 200)))
    )
    builder = TargetBuilder(inventory)
    for number, epoch in enumerate(plan, 1):
        network.train()
        running = 0.0
        for step, (chosen, items) in enumerate(epoch, 1):
            with autocast():
                scores = network(**collate(items).inputs())
                loss = loss_of(network, scores, builder(chosen))
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            running += loss.item()
            if step % 50 == 0:
                report(f"epoch {number} step {step}/{len(epoch)} loss {running / 50:.3f}")
                running = 0.0
        figures = accuracy(network, held_out, tokenizer, inventory)
        report(" ".join(f"{key} {value:.2f}" for key, value in figures.items()))
    return network, inventory


def _epochs(
    trees: Sequence[Tree],
    tokenizer: Tokenizer,
    settings: Settings,
    chance: random.Random,
    rough_share: float,
) -> Iterator[list[tuple[list[Tree], list[Encoded]]]]:
    for _ in range(settings.epochs):
        seen = [roughened(t, chance) if chance.random() < rough_share else t for t in trees]
        items = [encode(t.words, tokenizer) for t in seen]
        groups = list(batches([len(i.ids) for i in items], settings.budget))
        chance.shuffle(groups)
        yield [([seen[i] for i in g], [items[i] for i in g]) for g in groups]
