"""Token classifiers of other architectures, made on the spot and small enough to learn in seconds."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import (
    AutoModel,
    AutoModelForTokenClassification,
    DebertaV2Config,
    DistilBertConfig,
    PreTrainedTokenizerFast,
    RobertaConfig,
)

from claims.attribution.labels import TAGS, Role, tags_for
from claims.attribution.vocabulary import Vocabulary
from claims.training.attribution import Lesson, Settings, lessons, train
from claims.training.attribution_data import GoldArticle
from claims.training.attribution_questions import Question, Sampling, prepare
from claims.training.checkpoint import Checkpoint
from claims.training.networks import new_tagger
from claims.training.synthetic import read_marks

SENTENCES = (
    "<S1 Police> <C1 said> <T1 two boats sank>.",
    "<S1 The mayor> <C1 said> <T1 the dam was safe>.",
    "<T1 Nobody was hurt>, <S1 the mayor> <C1 said>.",
    "<T1 The road was open>, <C1 according to> <S1 police>.",
    "<C1 According to> <S1 the army>, <T1 the bridge was closed>.",
    "The road was closed. The dam was open.",
)
SIZES = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]


def base(folder: Path, architecture: str) -> Path:
    """An encoder of ``architecture`` with random weights and a vocabulary of its own kind."""
    tokenizer = _tokenizer(architecture)
    more = {"vocab_size": len(tokenizer), "pad_token_id": 1, "max_position_embeddings": 160}
    still = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
    configs = {
        "roberta": lambda: RobertaConfig(**SIZES, **more, **still, type_vocab_size=1),
        "deberta-v2": lambda: DebertaV2Config(
            **SIZES, **more, **still, relative_attention=True, pos_att_type=["p2c", "c2p"], type_vocab_size=0
        ),
        "distilbert": lambda: DistilBertConfig(
            dim=32, n_layers=2, n_heads=2, hidden_dim=64, dropout=0.0, attention_dropout=0.0, **more
        ),
    }
    torch.manual_seed(1)
    AutoModel.from_config(configs[architecture]()).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def conditioned(folder: Path, architecture: str) -> Path:
    """A cue-conditioned tagger as ``claims train attribution --base`` makes it."""
    network, tokenizer, vocabulary = new_tagger(base(folder / "base", architecture))
    prepared = [prepare(a, vocabulary) for a in articles()]
    taught = lessons(prepared, Sampling(bare_cue=0), seed=1)
    train(lambda _: taught, network, vocabulary, _settings(), Checkpoint(folder / "kept"), lambda _: None)
    network.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def flat(folder: Path, architecture: str, labels: tuple[str, ...] = TAGS) -> Path:
    """A plain token classifier that has never heard of this project, with ``labels`` for ``TAGS``."""
    source = base(folder / "base", architecture)
    network = AutoModelForTokenClassification.from_pretrained(source, num_labels=len(TAGS))
    network.config.claims = {"marks": {}, "case_types": False}
    vocabulary = Vocabulary.load(source)
    taught = []
    for article in (prepare(a, vocabulary) for a in articles()):
        merged = {role: [s for gold in article.gold for s in gold[role]] for role in Role}
        tags = tuple(tags_for(len(article.pieces.words), merged))
        taught.append(Lesson(article, (Question((0, len(tags)), (), tags),)))
    train(lambda _: taught, network, vocabulary, _settings(), Checkpoint(folder / "kept"), lambda _: None)
    del network.config.claims
    network.config.id2label = dict(enumerate(labels))
    network.config.label2id = {label: i for i, label in enumerate(labels)}
    network.save_pretrained(folder)
    PreTrainedTokenizerFast.from_pretrained(source).save_pretrained(folder)
    return folder


def _settings() -> Settings:
    return Settings(epochs=60, rate=1e-2, budget=600, warm_up=20)


def articles() -> list[GoldArticle]:
    """Articles of two of the sentences each."""
    pairs = permutations(SENTENCES, 2)
    marked = [read_marks(f"{one} {re.sub('(?<=<[SCT])1', '2', other)}") for one, other in pairs]
    return [GoldArticle(str(i), text, gold, every=True) for i, (text, gold) in enumerate(marked)]


def _tokenizer(architecture: str) -> PreTrainedTokenizerFast:
    texts = [read_marks(s)[0] for s in SENTENCES]
    if architecture == "roberta":
        plain = Tokenizer(models.BPE(unk_token="<unk>"))
        plain.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        plain.decoder = decoders.ByteLevel()
        alphabet = pre_tokenizers.ByteLevel.alphabet()
        trainer = trainers.BpeTrainer(vocab_size=500, special_tokens=SPECIAL, initial_alphabet=alphabet)
    elif architecture == "deberta-v2":
        plain = Tokenizer(models.Unigram())
        plain.pre_tokenizer = pre_tokenizers.Metaspace()
        trainer = trainers.UnigramTrainer(vocab_size=120, special_tokens=SPECIAL, unk_token="<unk>")
    else:
        plain = Tokenizer(models.WordPiece(unk_token="<unk>"))
        plain.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        trainer = trainers.WordPieceTrainer(vocab_size=200, special_tokens=SPECIAL)
    plain.train_from_iterator(texts * 5, trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=plain,
        bos_token="<s>",
        cls_token="<s>",
        eos_token="</s>",
        sep_token="</s>",
        unk_token="<unk>",
        pad_token="<pad>",
    )
