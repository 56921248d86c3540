"""Words to the pieces of an encoder's vocabulary, in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

CLS, SEP, UNK = "[CLS]", "[SEP]", "[UNK]"


@dataclass(frozen=True)
class Encoded:
    """One sentence as pieces: ids, case types and the position of each word's first piece."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    firsts: tuple[int, ...]


def encode(words: Sequence[str], tokenizer: Tokenizer, most: int = 510) -> Encoded:
    """Encode ``words``; a word that would not fit in ``most`` pieces is given as one unknown piece.

    A tokenizer without any piece for a word (odd symbols) gives the unknown piece.
    """
    start, end, unknown = (int(tokenizer.token_to_id(piece) or 0) for piece in (CLS, SEP, UNK))
    ids, types, firsts = [start], [0], list[int]()
    shouting = sum(w.isupper() and len(w) > 1 for w in words) > 0.6 * len(words)
    pieces = tokenizer.encode_batch(list(words), add_special_tokens=False)
    for word, piece in zip(words, pieces, strict=True):
        own = piece.ids[:8] or [unknown]
        if len(ids) + len(own) + (len(words) - len(firsts)) > most:
            own = [unknown]
        firsts.append(len(ids))
        ids.extend(own)
        types.extend([int(word[:1].isupper() and not shouting)] * len(own))
    return Encoded((*ids, end), (*types, 0), tuple(firsts))


@dataclass(frozen=True)
class Batch:
    """Several encoded sentences, padded to one length; see ``SyntaxNetwork.forward``."""

    input_ids: torch.Tensor
    attention_mask: torch.Tensor
    token_type_ids: torch.Tensor
    firsts: torch.Tensor
    word_mask: torch.Tensor

    def inputs(self) -> dict[str, torch.Tensor]:
        """Keyword arguments of the network."""
        return dict(vars(self))


def collate(items: Sequence[Encoded]) -> Batch:
    """Pad ``items`` to the longest and stack them."""
    longest = max(len(i.ids) for i in items)
    most_words = max(len(i.firsts) for i in items)
    ids = torch.zeros(len(items), longest, dtype=torch.long)
    mask = torch.zeros_like(ids)
    types = torch.zeros_like(ids)
    firsts = torch.zeros(len(items), most_words, dtype=torch.long)
    words = torch.zeros(len(items), most_words, dtype=torch.bool)
    for row, item in enumerate(items):
        ids[row, : len(item.ids)] = torch.tensor(item.ids)
        mask[row, : len(item.ids)] = 1
        types[row, : len(item.types)] = torch.tensor(item.types)
        firsts[row, : len(item.firsts)] = torch.tensor(item.firsts)
        words[row, : len(item.firsts)] = True
    return Batch(ids, mask, types, firsts, words)


def batches(lengths: Sequence[int], budget: int) -> Iterator[list[int]]:
    """Indices of items grouped by length so that no batch has over ``budget`` padded pieces.

    Examples
    --------
    >>> list(batches([5, 90, 6], budget=100))
    [[0, 2], [1]]
    """
    group: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if group and lengths[index] * (len(group) + 1) > budget:
            yield group
            group = []
        group.append(index)
    if group:
        yield group
