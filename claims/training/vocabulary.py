"""Gives an encoder a smaller vocabulary, so that its weights can be put in a package.

Each of the 30,522 pieces of words that BERT's encoders know takes as much room, however seldom it is used;
a word whose piece is left out is read as several.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from transformers import PreTrainedModel

from claims.core.errors import DataError

PIECES = 14_000
"""So many make an encoder of twelve layers fit: 54 MB in float16."""

INSIDE = "##"
"""Stands before a piece that goes on a word."""

_LATIN = 0x250
_SHARE = 1000
"""Texts that are cut into pieces at once."""


def most_used(tokenizer: Any, texts: Iterable[str], size: int) -> list[int]:
    """The pieces that ``texts`` use most, at most ``size``, in the order of their numbers.

    Special pieces and single letters are always among them, so that any word can be spelt.

    Raises
    ------
    DataError
        If ``size`` has no room for these.
    """
    pieces = {number: piece for piece, number in tokenizer.get_vocab().items()}
    kept = set(tokenizer.all_special_ids) | {n for n, piece in pieces.items() if _letter(piece)}
    if len(kept) > size:
        raise DataError(
            f"a vocabulary needs at least {len(kept)} pieces for single letters; asked for {size}"
        )
    for number, _ in _counts(tokenizer, texts).most_common():
        if len(kept) == size:
            break
        kept.add(number)
    return sorted(kept)


def keep_pieces(network: PreTrainedModel, kept: Sequence[int]) -> None:
    """Leave ``network`` the embeddings of the pieces ``kept`` only, in their order."""
    old: Any = network.get_input_embeddings()
    padding = list(kept).index(old.padding_idx) if old.padding_idx in kept else None
    new = torch.nn.Embedding(len(kept), old.embedding_dim, padding_idx=padding)
    new.weight.data = old.weight.data[list(kept)].clone()
    network.set_input_embeddings(new)
    network.config.vocab_size = len(kept)


def write_tokenizer(tokenizer: Any, kept: Sequence[int], folder: Path) -> None:
    """Write ``tokenizer`` (of WordPiece) with the pieces ``kept`` only to ``folder``."""
    tokenizer.save_pretrained(folder)
    path = folder / "tokenizer.json"
    state = json.loads(path.read_text())
    place = {number: new for new, number in enumerate(kept)}
    numbers = {piece: place[n] for piece, n in state["model"]["vocab"].items() if n in place}
    state["model"]["vocab"] = numbers
    for added in state["added_tokens"]:
        added["id"] = numbers[added["content"]]
    for special in state["post_processor"]["special_tokens"].values():
        special["ids"] = [numbers[piece] for piece in special["tokens"]]
    path.write_text(json.dumps(state, ensure_ascii=False))


def _counts(tokenizer: Any, texts: Iterable[str]) -> Counter[int]:
    found: Counter[int] = Counter()
    left = iter(texts)
    while share := list(islice(left, _SHARE)):
        for ids in tokenizer(share, add_special_tokens=False, verbose=False)["input_ids"]:
            found.update(ids)
    return found


def _letter(piece: str) -> bool:
    bare = piece.removeprefix(INSIDE)
    return len(bare) == 1 and ord(bare) < _LATIN
