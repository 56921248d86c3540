"""Trains the attribution tagger.

One network learns two readings of a window of text (``claims.training.attribution_questions``), or,
for comparison, a flat one (``claims.training.flat``), with or without a conditional random field. A
scheme piece at the start says which convention the labels follow: ``outermost`` (PolNeAR, which
leaves nested attributions unlabelled and counts attitudes) or ``every`` (all of them, nested too).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field

import numpy as np
import torch
from torch.nn.functional import cross_entropy
from transformers import PreTrainedModel

from claims.attribution.labels import TAGS
from claims.attribution.lexicon import CueLexicon
from claims.attribution.tagger import padded
from claims.attribution.vocabulary import Vocabulary
from claims.attribution.windows import Encoded, encode
from claims.models.inference import autocast, placed
from claims.syntax.encoding import batches
from claims.training.attribution_questions import Prepared, Question, Sampling, questions
from claims.training.checkpoint import Checkpoint
from claims.training.crf import LinearChain, words_of
from claims.training.designs import Design
from claims.training.loop import Schedule, fit
from claims.training.progress import Step

IGNORE = -100
CHAIN = "chain"
"""The conditional random field in a network that is trained with one."""

CHAIN_PACE = 100.0
"""How many times the encoder's learning rate its scores have: they begin at nothing."""


@dataclass(frozen=True)
class Settings(Schedule):
    """How to train.

    Attributes
    ----------
    sampling
        Which questions are asked.
    distil
        Weight of the teachers' answer where there is a label too.
    design
        How the tagger reads a text.
    """

    sampling: Sampling = field(default_factory=Sampling)
    distil: float = 0.7
    design: Design = Design.CONDITIONED


@dataclass(frozen=True)
class Example:
    """An encoded window with what should come out for each of its words.

    Attributes
    ----------
    tags
        A tag number for each word, or None.
    soft
        The teachers' probabilities (words, tags), or None.
    """

    encoded: Encoded
    tags: tuple[int, ...] | None
    soft: np.ndarray | None = None


@dataclass(frozen=True)
class Lesson:
    """An article with its questions and, where teachers were asked, an answer to each."""

    article: Prepared
    questions: tuple[Question, ...]
    answers: tuple[np.ndarray, ...] | None = None

    @property
    def labelled(self) -> bool:
        """Whether labels answer its questions, too."""
        return any(q.tags is not None for q in self.questions)


def lessons(articles: Sequence[Prepared], sampling: Sampling, seed: int) -> list[Lesson]:
    """Draw the questions about labelled ``articles``."""
    chance, forms = random.Random(seed), CueLexicon.load().forms()
    return [Lesson(a, tuple(questions(a, sampling, chance, forms))) for a in articles]


def train(
    given: Callable[[int], Sequence[Lesson]],
    network: PreTrainedModel,
    vocabulary: Vocabulary,
    settings: Settings,
    checkpoint: Checkpoint,
    report: Callable[[Step], None],
) -> None:
    """Fine-tune ``network`` in place; a run that was cut off goes on from its checkpoint.

    The scores of a conditional random field come into the network's configuration, so that the network
    stays a plain token classifier.

    Parameters
    ----------
    given
        What to learn in an epoch, from its number.
    report
        Called after each step.
    """
    chain = LinearChain(len(TAGS)) if settings.design is Design.FLAT_CRF else None
    if chain is not None:
        # As a part of the network it goes where that goes, into checkpoints too.
        network.add_module(CHAIN, chain)

    def batches_of(epoch: int) -> list[list[Example]]:
        items = examples(given(epoch), vocabulary, cased(network))
        groups = batches([len(i.encoded.ids) for i in items], settings.budget)
        return [[items[i] for i in group] for group in groups]

    def loss(items: list[Example]) -> torch.Tensor:
        inputs, labels, soft = collate(items, vocabulary.pad, cased(network))
        device = network.device
        with autocast(device):
            logits = network(**placed(inputs, device)).logits
        if chain is not None:
            likelihood: torch.Tensor = chain(*words_of(logits, labels.to(device), IGNORE))
            return likelihood
        return loss_of(logits.float(), labels.to(device), soft.to(device), settings.distil)

    paces = {CHAIN: CHAIN_PACE} if chain is not None else {}
    fit(network, batches_of, loss, settings, checkpoint, report, paces)
    if chain is not None:
        delattr(network, CHAIN)
        network.config.claims |= asdict(chain.learned())


def examples(found: Sequence[Lesson], vocabulary: Vocabulary, case_types: bool) -> list[Example]:
    """All the questions of ``found``, encoded."""
    items = []
    for lesson in found:
        markers = vocabulary.markers(lesson.article.scheme)
        answers = lesson.answers or (None,) * len(lesson.questions)
        for question, soft in zip(lesson.questions, answers, strict=True):
            encoded = encode(lesson.article.pieces, question.window, markers, question.marked, case_types)
            items.append(Example(encoded, question.tags, soft))
    return items


def cased(network: PreTrainedModel) -> bool:
    """Whether ``network`` learns capital letters through its types."""
    return bool(network.config.claims["case_types"])


def collate(
    items: Sequence[Example], pad: int, case_types: bool
) -> tuple[dict[str, torch.Tensor], torch.Tensor, torch.Tensor]:
    """Pad ``items``; what should come out of a word stands at its first piece.

    Returns
    -------
    inputs
        Of the network.
    labels
        (windows, longest) tags, ``IGNORE`` where there is none.
    soft
        (windows, longest, tags) the teachers' probabilities, zero where there is none.
    """
    inputs = padded([i.encoded for i in items], pad, case_types)
    labels = torch.full_like(inputs["input_ids"], IGNORE)
    soft = torch.zeros(*labels.shape, len(TAGS))
    for row, item in enumerate(items):
        firsts = list(item.encoded.firsts)
        if item.tags is not None:
            labels[row, firsts] = torch.tensor(item.tags)
        if item.soft is not None:
            soft[row, firsts] = torch.from_numpy(item.soft.astype(np.float32))
    return inputs, labels, soft


def loss_of(logits: torch.Tensor, labels: torch.Tensor, soft: torch.Tensor, distil: float) -> torch.Tensor:
    """Mean cross-entropy over the words, against labels, teachers, or both weighted.

    Parameters
    ----------
    logits
        (windows, longest, tags).
    labels, soft
        As of :func:`collate`.
    distil
        Weight of the teachers where there is a label too.
    """
    labelled, taught = labels != IGNORE, soft.sum(-1) > 0
    hard = cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORE, reduction="none")
    taught_loss = -(soft * logits.log_softmax(-1)).sum(-1)
    weight = taught * torch.where(labelled, distil, 1.0)
    each = (1 - weight) * hard.view_as(labels) * labelled + weight * taught_loss
    return each.sum() / (labelled | taught).sum()
