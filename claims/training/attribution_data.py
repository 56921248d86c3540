"""Reads attribution data: PolNeAR's lines, and labels by article id with the articles beside."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.core.errors import DataError
from claims.core.spans import Span, Spans


@dataclass(frozen=True)
class GoldAttribution:
    """A labelled attribution; see ``claims.core.attribution`` for the roles."""

    source: Spans
    cue: Spans
    content: Spans
    relay: Spans = ()
    manner: str | None = None
    commitment: str | None = None
    inside: int | None = None


@dataclass(frozen=True)
class GoldArticle:
    """A text and all its attributions; ``every`` says that nested ones are labelled too."""

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...]
    every: bool = False


def read_polnear(path: Path) -> list[GoldArticle]:
    """Read a PolNeAR split: one JSON object a line with ``text`` and ``attributions``.

    Raises
    ------
    DataError
        If a line is not of that form.
    """
    return [GoldArticle(str(row["id"]), str(row["text"]), _attributions(row)) for row in _rows(path)]


def read_labels(path: Path, articles: Path) -> list[GoldArticle]:
    """Read labels whose texts stand in another file, by ``id``.

    Raises
    ------
    DataError
        If a line is not of that form or names an article that is not there.
    """
    texts = {str(row["id"]): str(row["text"]) for row in _rows(articles)}
    found = []
    for row in _rows(path):
        if str(row["id"]) not in texts:
            raise DataError(f"{path}: article {row['id']} is not in {articles}")
        found.append(GoldArticle(str(row["id"]), texts[str(row["id"])], _attributions(row), every=True))
    return found


def is_held_out(id: str) -> bool:
    """Whether an article belongs to the third that is never trained or tuned on.

    The SHA-1 of the id decides, so that the third stays the same whatever is added.
    """
    return int(hashlib.sha1(id.encode()).hexdigest(), 16) % 3 == 0


def _rows(path: Path) -> Iterable[Mapping[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield json.loads(line)
                except json.JSONDecodeError as error:
                    raise DataError(f"{path}, line {number}: not JSON ({error.msg})") from error
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error


def _attributions(row: Mapping[str, Any]) -> tuple[GoldAttribution, ...]:
    return tuple(
        GoldAttribution(
            source=_spans(a["source"]),
            cue=_spans(a["cue"]),
            content=_spans(a["content"]),
            relay=_spans(a.get("relay", ())),
            manner=a.get("manner"),
            commitment=a.get("commitment"),
            inside=a.get("inside"),
        )
        for a in row["attributions"]
    )


def _spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(int(s), int(e)) for s, e in sorted(map(tuple, pairs)))
