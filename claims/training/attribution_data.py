"""Reads attribution data: PolNeAR's lines, and labels by article id with the articles beside."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from claims.core.errors import DataError
from claims.core.spans import Span, Spans
from claims.training.files import open_text

Row = TypeVar("Row")


@dataclass(frozen=True)
class GoldSpeaker:
    """Who a labelled source is: its full name (None if it is not named), kind and party."""

    name: str | None
    kind: str
    party: str | None


@dataclass(frozen=True)
class GoldAttribution:
    """A labelled attribution; see ``claims.core.attribution`` for the roles.

    ``inside`` is the place, in its article, of the attribution that holds it.
    """

    source: Spans
    cue: Spans
    content: Spans
    relay: Spans = ()
    manner: str | None = None
    commitment: str | None = None
    inside: int | None = None
    speaker: GoldSpeaker | None = None


@dataclass(frozen=True)
class GoldArticle:
    """A text and all its attributions; ``every`` says that nested ones are labelled too.

    ``title`` is what the archive gives as its title, by which the headline in the text is known.
    """

    id: str
    text: str
    attributions: tuple[GoldAttribution, ...]
    every: bool = False
    title: str | None = None


def read_polnear(path: Path) -> list[GoldArticle]:
    """Read a PolNeAR split: one JSON object a line with ``text`` and ``attributions``.

    Raises
    ------
    DataError
        If a line is not of that form.
    """
    return list(_read(path, lambda row: GoldArticle(str(row["id"]), str(row["text"]), _attributions(row))))


def read_labels(path: Path, articles: Path) -> list[GoldArticle]:
    """Read labels whose texts stand in another file, by ``id``.

    Raises
    ------
    DataError
        If a line is not of that form or names an article that is not there.
    """
    texts = {a.id: a for a in read_texts(articles)}
    found = []
    for id, attributions in _read(path, lambda row: (str(row["id"]), _attributions(row))):
        if id not in texts:
            raise DataError(f"{path}: article {id} is not in {articles}")
        found.append(replace(texts[id], attributions=attributions))
    return found


def read_texts(path: Path) -> list[GoldArticle]:
    """Read articles without labels.

    Raises
    ------
    DataError
        If a line is not of that form.
    """
    return list(
        _read(
            path,
            lambda row: GoldArticle(str(row["id"]), str(row["text"]), (), every=True, title=row.get("title")),
        )
    )


class Part(StrEnum):
    """What a labelled article is for.

    The held-out third is only measured on. A few of the others are reserved for calibration and
    for choosing thresholds; the model does not see them either.
    """

    HELD_OUT = "held-out"
    RESERVED = "reserved"
    TRAINING = "training"


def part_of(id: str) -> Part:
    """The part of an article with labels of every attribution.

    The SHA-1 of the id decides, so that the parts stay the same whatever is added.
    """
    number = _number(id)
    if number % 3 == 0:
        return Part.HELD_OUT
    return Part.RESERVED if number % 5 == 0 else Part.TRAINING


def polnear_part_of(id: str) -> Part:
    """The part of an article of PolNeAR's training split: a twentieth is reserved."""
    return Part.RESERVED if _number(id) % 20 == 0 else Part.TRAINING


def _number(id: str) -> int:
    return int(hashlib.sha1(id.encode()).hexdigest(), 16)


def _read(path: Path, make: Callable[[Mapping[str, Any]], Row]) -> Iterator[Row]:
    """What ``make`` makes of each line."""
    try:
        with open_text(path) as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield make(json.loads(line))
                except json.JSONDecodeError as error:
                    raise DataError(f"{path}, line {number}: not JSON ({error.msg})") from error
                except (KeyError, TypeError, ValueError) as error:
                    raise DataError(
                        f"{path}, line {number}: not an article of that form ({error!r})"
                    ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read ({error})") from error


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
            speaker=GoldSpeaker(a["resolved"], a["kind"] or "anonymous", a["party"]) if "kind" in a else None,
        )
        for a in row["attributions"]
    )


def _spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(int(s), int(e)) for s, e in sorted(map(tuple, pairs)))
