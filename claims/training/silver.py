"""A silver treebank: sentences parsed by spaCy, from which the small syntax model learns.

spaCy is needed only here, when the embedded model is made anew (extra ``train``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claims.core.errors import MissingExtraError
from claims.syntax.segmentation import sentences, words

LONGEST = 90
"""Sentences of more words are left out: they are mostly lists and tables."""


def load_teacher(name: str) -> Any:
    """Load the spaCy pipeline ``name``.

    Raises
    ------
    MissingExtraError
        If spaCy or the pipeline is not installed.
    """
    try:
        import spacy

        return spacy.load(name)
    except (ImportError, OSError) as error:
        raise MissingExtraError(f"spaCy with its pipeline {name}", "train") from error


def parse_texts(texts: Iterable[str], teacher: Any, batch: int = 256) -> Iterator[dict[str, Any]]:
    """Parse the sentences of ``texts``, one tree a sentence, in this project's own words.

    Yields
    ------
    dict
        ``words``, ``tags``, ``lemmas``, ``heads`` (own index for the root), ``deps``,
        ``entities`` (BIO) and ``spaces`` (whether a space follows), lists of one length.
    """
    for doc in teacher.pipe(_documents(texts, teacher.vocab), batch_size=batch):
        yield {
            "words": [t.text for t in doc],
            "spaces": [bool(t.whitespace_) for t in doc],
            "tags": [t.tag_ for t in doc],
            "lemmas": [t.lemma_.lower() for t in doc],
            "heads": [t.head.i for t in doc],
            "deps": [t.dep_ for t in doc],
            "entities": [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
        }


def _documents(texts: Iterable[str], vocab: Any) -> Iterator[Any]:
    from spacy.tokens import Doc

    for text in texts:
        for sentence in sentences(text):
            spans = words(sentence.of(text), sentence.start)
            if not 2 <= len(spans) <= LONGEST:
                continue
            ends = [s.start for s in spans[1:]] + [spans[-1].end]
            yield Doc(
                vocab,
                words=[s.of(text) for s in spans],
                spaces=[end > s.end for s, end in zip(spans, ends, strict=True)],
                sent_starts=[i == 0 for i in range(len(spans))],
            )


def write_treebank(texts: Iterable[str], teacher_name: str, path: Path) -> int:
    """Write the silver treebank of ``texts`` to ``path`` as JSON lines; returns the trees."""
    teacher = load_teacher(teacher_name)
    count = 0
    with path.open("w", encoding="utf-8") as file:
        for tree in parse_texts(texts, teacher):
            file.write(json.dumps(tree, ensure_ascii=False) + "\n")
            count += 1
    return count
