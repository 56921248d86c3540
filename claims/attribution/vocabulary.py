"""The pieces of a tagger's vocabulary: of words, and of the marks that stand for no word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer
from transformers import AutoTokenizer

from claims.core.errors import ModelError
from claims.core.spans import Span

MOST_PIECES = 8
"""Of one word; the rest of a longer one (an address, a run of letters) tells the tagger nothing."""

SCHEMES = ("outermost", "every")
"""The schemes of labels, each of which a tagger trained on both is told by a piece."""

MARKS = ("opening", "closing", *SCHEMES)
"""What a cue-conditioned tagger needs a piece for: around a cue, and for each scheme of labels."""


@dataclass(frozen=True)
class Markers:
    """Pieces that stand for no word: frame, scheme and the marks around a cue."""

    begin: int
    end: int
    opening: int | None = None
    closing: int | None = None
    scheme: int | None = None


@dataclass(frozen=True)
class Vocabulary:
    """A tokenizer as the tagger uses it, word by word.

    Attributes
    ----------
    begin, end, unknown, pad
        Ids of the pieces at both ends of a window, for what has no piece, and for filling up.
    marks
        Ids by name: those of :data:`MARKS`, only :data:`SCHEMES` for a flat tagger of this project's
        making, none for one of others.
    spaced
        Whether a word has other pieces after a space than at the start (byte-level vocabularies).
    """

    tokenizer: Tokenizer
    begin: int
    end: int
    unknown: int
    pad: int
    marks: Mapping[str, int]
    spaced: bool = False

    @classmethod
    def load(cls, model: str | Path, marks: Mapping[str, str] | None = None) -> Vocabulary:
        """Read the tokenizer of a model, by folder or hub name.

        Parameters
        ----------
        marks
            The piece of each of :data:`MARKS`, or only of :data:`SCHEMES`.

        Raises
        ------
        ModelError
            If it cannot be read, has no frame of its own, or lacks a mark.
        """
        try:
            loaded = AutoTokenizer.from_pretrained(str(model), use_fast=True)
            plain = loaded.backend_tokenizer
        except Exception as error:
            raise ModelError(f"{model}: its tokenizer cannot be read: {error}") from error
        return of_tokenizer(loaded, plain, marks or {}, str(model))

    @property
    def conditioned(self) -> bool:
        """Whether a cue can be marked."""
        return "opening" in self.marks

    def markers(self, scheme: str | None = None) -> Markers:
        """The pieces of a window for labels of ``scheme``."""
        return Markers(
            self.begin,
            self.end,
            self.marks.get("opening"),
            self.marks.get("closing"),
            self.marks.get(scheme) if scheme else None,
        )

    def pieces(self, text: str, words: Sequence[Span]) -> tuple[tuple[int, ...], ...]:
        """The pieces of each of ``words`` (spans in ``text``); a word without any is unknown."""
        forms = [self._form(text, w) for w in words]
        encoded = self.tokenizer.encode_batch(forms, add_special_tokens=False)
        return tuple(tuple(e.ids[:MOST_PIECES]) or (self.unknown,) for e in encoded)

    def _form(self, text: str, word: Span) -> str:
        after_space = self.spaced and word.start > 0 and text[word.start - 1].isspace()
        return f" {word.of(text)}" if after_space else word.of(text)


def of_tokenizer(loaded: Any, plain: Tokenizer, marks: Mapping[str, str], model: str) -> Vocabulary:
    """A vocabulary of a tokenizer of transformers and the plain one behind it.

    Raises
    ------
    ModelError
        If it has no frame of its own, or lacks a mark.
    """
    plain.no_padding()
    plain.no_truncation()
    begin = loaded.cls_token_id if loaded.cls_token_id is not None else loaded.bos_token_id
    end = loaded.sep_token_id if loaded.sep_token_id is not None else loaded.eos_token_id
    pad = loaded.pad_token_id
    if begin is None or end is None or pad is None:
        raise ModelError(f"{model}: its tokenizer has no pieces to begin, end and fill up a text with")
    unknown = loaded.unk_token_id if loaded.unk_token_id is not None else pad
    found = {name: plain.token_to_id(piece) for name, piece in marks.items()}
    if missing := [marks[name] for name, number in found.items() if number is None]:
        raise ModelError(f"{model}: its vocabulary has no piece {', '.join(missing)}")
    needed = SCHEMES if set(marks) <= set(SCHEMES) else MARKS
    if marks and (absent := sorted(set(needed) - set(marks))):
        raise ModelError(f"{model}: its configuration names no piece for {', '.join(absent)}")
    spaced = _ids(plain, " a") != _ids(plain, "a")
    ids = {name: number for name, number in found.items() if number is not None}
    return Vocabulary(plain, begin, end, unknown, pad, ids, spaced)


def _ids(tokenizer: Tokenizer, text: str) -> list[int]:
    return list(tokenizer.encode(text, add_special_tokens=False).ids)
