"""Reads labelled conflicts: claims by article and offsets, and pairs of them with their label."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.core.attribution import Commitment
from claims.core.errors import DataError
from claims.core.relation import Kind, Label
from claims.core.spans import Span
from claims.training.attribution_data import Part

NOTHING = "none"
"""The label of a pair of which nothing should be said."""


@dataclass(frozen=True)
class GoldClaim:
    """A labelled claim; ``source`` is None for the article's own voice."""

    id: str
    event: str
    article: str
    span: Span
    source: str | None
    relay: str | None
    commitment: Commitment
    statement: str


@dataclass(frozen=True)
class GoldPair:
    """What should be said of two labelled claims, on what, and why."""

    a: str
    b: str
    label: str
    kind: str | None
    why: str = ""


@dataclass(frozen=True)
class Conflicts:
    """Labelled claims by id, and the pairs of them."""

    claims: Mapping[str, GoldClaim]
    pairs: tuple[GoldPair, ...]

    def of(self, wanted: Callable[[str], bool]) -> Conflicts:
        """The claims and pairs of the events that are ``wanted``."""
        kept = {id: c for id, c in self.claims.items() if wanted(c.event)}
        return Conflicts(kept, tuple(p for p in self.pairs if p.a in kept and p.b in kept))

    def part(self, part: Part) -> Conflicts:
        """The claims and pairs of the events of one part."""
        return self.of(lambda event: event_part_of(event) is part)

    def without(self, part: Part) -> Conflicts:
        """The claims and pairs of all other parts."""
        return self.of(lambda event: event_part_of(event) is not part)

    def articles(self) -> list[str]:
        """Ids of the articles that the claims stand in, in order."""
        return list(dict.fromkeys(c.article for c in self.claims.values()))


def event_part_of(event: str) -> Part:
    """Held out are the events whose SHA-1 is divisible by three, of the others a quarter is reserved."""
    number = int(hashlib.sha1(event.encode()).hexdigest(), 16)
    if number % 3 == 0:
        return Part.HELD_OUT
    return Part.RESERVED if number % 4 == 0 else Part.TRAINING


def read_conflicts(path: Path) -> Conflicts:
    """Read JSON lines of type ``claim`` and ``pair``.

    Raises
    ------
    DataError
        If a line is not of that form, or a pair names a claim that is not there.
    """
    claims: dict[str, GoldClaim] = {}
    pairs: list[GoldPair] = []
    for number, row in _rows(path):
        try:
            if row["type"] == "claim":
                claims[row["id"]] = _claim(row)
            else:
                pairs.append(_pair(row))
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(f"{path}, line {number}: neither a claim nor a pair ({error})") from error
    for pair in pairs:
        if missing := {pair.a, pair.b} - claims.keys():
            raise DataError(f"{path}: no claim {min(missing)}, which a pair names")
    return Conflicts(claims, tuple(pairs))


def _pair(row: Mapping[str, Any]) -> GoldPair:
    label = row["label"] if row["label"] == NOTHING else Label(row["label"]).value
    kind = Kind(row["kind"]).value if row["kind"] is not None else None
    if row["a"] == row["b"]:
        raise ValueError("a pair of one claim")
    return GoldPair(row["a"], row["b"], label, kind, row.get("why", ""))


def _claim(row: Mapping[str, Any]) -> GoldClaim:
    return GoldClaim(
        row["id"],
        row["event"],
        str(row["article"]),
        Span(int(row["start"]), int(row["end"])),
        row["source"],
        row["relay"],
        Commitment(row["commitment"]),
        row["statement"],
    )


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                raise DataError(f"{path}, line {number}: not JSON ({error.msg})") from error
