"""Trains the attribution tagger.

One network learns two readings of a window of text: without a mark it tags the cues; with one cue
marked it tags that cue's source, content and relay, or nothing where the marked word is no cue.
A scheme piece at the start says which convention the labels follow: ``outermost`` (PolNeAR, which
leaves nested attributions unlabelled and counts attitudes) or ``every`` (all of them, nested too).
"""

from __future__ import annotations

import json
import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy
from transformers import AutoConfig, AutoModelForTokenClassification, PreTrainedModel

from claims.attribution.labels import TAGS, Role, tags_for
from claims.attribution.lexicon import CueLexicon
from claims.attribution.windows import Encoded, Markers, Pieces, around, cut, encode, runs_of_sentences
from claims.core.spans import Spans
from claims.syntax.encoding import batches
from claims.training.attribution_data import GoldArticle, GoldAttribution

IGNORE = -100
SPECIAL = {
    "opening": "[unused1]",
    "closing": "[unused2]",
    "outermost": "[unused3]",
    "every": "[unused4]",
}
"""Pieces of the vocabulary that no text gives, used as marks."""


@dataclass(frozen=True)
class Settings:
    """How to train.

    Attributes
    ----------
    epochs, rate, budget, seed
        Passes over the data, learning rate, padded pieces a batch, and the seed of everything.
    bare_cue
        Share of cues of several words of which only one is marked, so that a cue known by one
        word is completed.
    negatives
        Look-alike cues a true one.
    """

    epochs: int = 2
    rate: float = 2e-4
    budget: int = 6000
    seed: int = 13
    bare_cue: float = 0.3
    negatives: float = 0.5


@dataclass(frozen=True)
class Example:
    """A window with a tag for each of its words."""

    encoded: Encoded
    tags: tuple[int, ...]


@dataclass(frozen=True)
class Prepared:
    """A labelled article cut into pieces, with each attribution's words by role."""

    pieces: Pieces
    gold: tuple[dict[Role, list[tuple[int, int]]], ...]
    forms: tuple[str, ...]
    every: bool


@dataclass
class Checkpoint:
    """Where training stands; kept on disk so that a killed run goes on."""

    folder: Path
    epoch: int = 0
    history: list[dict[str, float]] = field(default_factory=list)


def prepare(article: GoldArticle, tokenizer: Tokenizer) -> Prepared:
    """Cut ``article`` and find the words of its labels."""
    pieces = cut(article.text, tokenizer)
    starts = [w.start for w in pieces.words]
    ends = [w.end for w in pieces.words]

    def ranges(spans: Spans) -> list[tuple[int, int]]:
        found = [(bisect_right(ends, s.start), bisect_left(starts, s.end)) for s in spans]
        return [(first, end) for first, end in found if first < end]

    def by_role(a: GoldAttribution) -> dict[Role, list[tuple[int, int]]]:
        return {
            Role.CUE: ranges(a.cue),
            Role.SOURCE: ranges(a.source),
            Role.CONTENT: ranges(a.content),
            Role.RELAY: ranges(a.relay),
        }

    return Prepared(
        pieces,
        tuple(by_role(a) for a in article.attributions),
        tuple(w.of(article.text).lower() for w in pieces.words),
        article.every,
    )


def examples(
    article: Prepared, markers: Markers, settings: Settings, chance: random.Random, forms: frozenset[str]
) -> Iterator[Example]:
    """All the windows of an article: those that show cues, and one for each cue and look-alike."""
    pieces = article.pieces
    cues = [span for gold in article.gold for span in gold[Role.CUE]]
    for window in runs_of_sentences(pieces):
        tags = tags_for(len(pieces.words), {Role.CUE: cues})
        yield Example(encode(pieces, window, markers), tuple(tags[window[0] : window[1]]))
    for gold in article.gold:
        cue = gold[Role.CUE]
        if cue:
            tags = tags_for(len(pieces.words), gold)
            yield _marked(pieces, _bare(cue, settings, chance), tags, markers)
    taken = {w for first, end in cues for w in range(first, end)}
    if not article.every:
        contents = [span for gold in article.gold for span in gold[Role.CONTENT]]
        taken |= {w for first, end in contents for w in range(first, end)}
    lookalikes = [w for w, form in enumerate(article.forms) if form in forms and w not in taken]
    wanted = max(2, int(settings.negatives * len(article.gold)))
    for word in chance.sample(lookalikes, min(wanted, len(lookalikes))):
        yield _marked(pieces, [(word, word + 1)], [0] * len(pieces.words), markers)


def _bare(cue: list[tuple[int, int]], settings: Settings, chance: random.Random) -> list[tuple[int, int]]:
    words = [w for first, end in cue for w in range(first, end)]
    if len(words) > 1 and chance.random() < settings.bare_cue:
        word = chance.choice(words)
        return [(word, word + 1)]
    return cue


def _marked(pieces: Pieces, cue: list[tuple[int, int]], tags: list[int], markers: Markers) -> Example:
    window = around(pieces, cue[0][0], cue[-1][1])
    return Example(encode(pieces, window, markers, cue), tuple(tags[window[0] : window[1]]))


def collate(items: Sequence[Example]) -> tuple[dict[str, torch.Tensor], torch.Tensor]:
    """Pad ``items``; a word's tag stands at its first piece, the other pieces are ignored."""
    longest = max(len(i.encoded.ids) for i in items)
    ids = torch.zeros(len(items), longest, dtype=torch.long)
    types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    labels = torch.full_like(ids, IGNORE)
    for row, item in enumerate(items):
        size = len(item.encoded.ids)
        ids[row, :size] = torch.tensor(item.encoded.ids)
        types[row, :size] = torch.tensor(item.encoded.types)
        mask[row, :size] = 1
        labels[row, list(item.encoded.firsts)] = torch.tensor(item.tags)
    return {"input_ids": ids, "token_type_ids": types, "attention_mask": mask}, labels


def markers_of(tokenizer: Tokenizer, scheme: str | None) -> Markers:
    """The pieces used as marks, for labels of ``scheme``."""

    def number(piece: str) -> int:
        found = tokenizer.token_to_id(piece)
        if found is None:
            raise ValueError(f"the vocabulary has no piece {piece}")
        return int(found)

    return Markers(
        number("[CLS]"),
        number("[SEP]"),
        number(SPECIAL["opening"]),
        number(SPECIAL["closing"]),
        number(SPECIAL[scheme]) if scheme else None,
    )


def new_network(base: Path) -> PreTrainedModel:
    """A token classifier on the encoder in ``base`` with this project's tags."""
    config = AutoConfig.from_pretrained(base)
    config.id2label = dict(enumerate(TAGS))
    config.label2id = {tag: i for i, tag in enumerate(TAGS)}
    config.claims = {"marks": SPECIAL, "case_types": True}
    # On a processor, drawing the attention's dropout costs as much as the products themselves, and
    # the fused attention is slower backwards than the plain one.
    config.attention_probs_dropout_prob = 0.0
    network: PreTrainedModel = AutoModelForTokenClassification.from_pretrained(
        base, config=config, attn_implementation="eager"
    )
    return network


def train(
    articles: Sequence[GoldArticle],
    network: PreTrainedModel,
    tokenizer: Tokenizer,
    settings: Settings,
    checkpoint: Checkpoint,
    report: Callable[[str], None],
    weights: Callable[[GoldArticle], int] = lambda _: 1,
) -> None:
    """Fine-tune ``network`` in place, keeping a checkpoint after each epoch.

    Parameters
    ----------
    articles
        What to learn from; ``every`` of each decides its scheme.
    checkpoint
        Where to keep the state; an existing one there is taken up.
    report
        Takes a line of progress.
    weights
        How often an article is seen in an epoch.
    """
    torch.manual_seed(settings.seed)
    forms = CueLexicon.load().forms()
    prepared = [p for a in articles for p in [prepare(a, tokenizer)] * weights(a)]
    schemes = {e: markers_of(tokenizer, "every" if e else "outermost") for e in (True, False)}
    optimiser = torch.optim.AdamW(network.parameters(), lr=settings.rate, weight_decay=0.01)
    start = _resume(checkpoint, network, optimiser)
    for epoch in range(start, settings.epochs):
        chance = random.Random(settings.seed + epoch)
        items = [e for p in prepared for e in examples(p, schemes[p.every], settings, chance, forms)]
        groups = list(batches([len(i.encoded.ids) for i in items], settings.budget))
        chance.shuffle(groups)
        _one_epoch(network, optimiser, items, groups, (epoch, settings), report)
        checkpoint.epoch = epoch + 1
        _keep(checkpoint, network, optimiser)


def _one_epoch(
    network: PreTrainedModel,
    optimiser: torch.optim.Optimizer,
    items: Sequence[Example],
    groups: Sequence[list[int]],
    place: tuple[int, Settings],
    report: Callable[[str], None],
) -> None:
    epoch, settings = place
    network.train()
    running, total = 0.0, settings.epochs * len(groups)
    for step, group in enumerate(groups, 1):
        done = epoch * len(groups) + step
        rate = settings.rate * min(done / 200, max(0.01, (total - done) / max(1, total - 200)))
        for parameters in optimiser.param_groups:
            parameters["lr"] = rate
        inputs, labels = collate([items[i] for i in group])
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(**inputs).logits
        loss = cross_entropy(logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORE)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        running += loss.item()
        if step % 50 == 0:
            report(f"epoch {epoch + 1} step {step}/{len(groups)} loss {running / 50:.4f}")
            running = 0.0


def _keep(checkpoint: Checkpoint, network: PreTrainedModel, optimiser: torch.optim.Optimizer) -> None:
    checkpoint.folder.mkdir(parents=True, exist_ok=True)
    state = {"network": network.state_dict(), "optimiser": optimiser.state_dict()}
    fresh = checkpoint.folder / "state.new"
    torch.save(state, fresh)
    fresh.replace(checkpoint.folder / "state.pt")
    (checkpoint.folder / "progress.json").write_text(json.dumps({"epoch": checkpoint.epoch}))


def _resume(checkpoint: Checkpoint, network: PreTrainedModel, optimiser: torch.optim.Optimizer) -> int:
    progress = checkpoint.folder / "progress.json"
    if not progress.exists():
        return 0
    state = torch.load(checkpoint.folder / "state.pt", weights_only=True)
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    checkpoint.epoch = int(json.loads(progress.read_text())["epoch"])
    return checkpoint.epoch
