"""The words that say what is counted, read from a lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from claims.core.errors import DataError


class Measures:
    """What is counted by which words.

    Parameters
    ----------
    path
        A lexicon in place of the project's own ``measures.yaml``.

    Raises
    ------
    DataError
        If the lexicon lacks a part or is no YAML.
    """

    def __init__(self, path: Path | None = None) -> None:
        lexicon = path or files("claims.statements").joinpath("measures.yaml")
        try:
            data: dict[str, Any] = yaml.safe_load(lexicon.read_text(encoding="utf-8"))
            measures: Mapping[str, Mapping[str, Any]] = data["measures"]
            self.things = frozenset(data["things"])
            self.tolls: Mapping[str, str] = dict(data["tolls"])
            self.generic = frozenset(data["generic"])
            self.uncounted = frozenset(data["uncounted"])
            self.collective = frozenset(data["collective"])
            self.distances: Mapping[str, str] = dict(data["distances"])
            self.currencies: Mapping[str, str] = dict(data["currencies"])
        except (yaml.YAMLError, KeyError, TypeError) as error:
            raise DataError(f"{lexicon}: not a lexicon of measures ({error}): see measures.yaml") from error
        self.objects = _inverted(measures, "object")
        self.subjects = _inverted(measures, "subject")
        self.agents = _inverted(measures, "agent")
        self.adjectives = _inverted(measures, "adjectives")
        self.nouns = _inverted(measures, "nouns")
        self.people = _inverted(measures, "people")
        self.from_home = _inverted(measures, "places")
        self.treated = _inverted(measures, "treated")
        self._phrases = _inverted(measures, "phrases")
        self._lives = {
            (verb, noun): name
            for name, parts in measures.items()
            for noun, verbs in parts.get("lives", {}).items()
            for verb in verbs
        }
        self.names = frozenset(measures)

    def phrase(self, verb: str, noun: str) -> str | None:
        """The measure of those who ``verb`` a ``noun`` ("lose" their "life")."""
        return self._phrases.get(f"{verb} {noun}")

    def taken(self, verb: str, noun: str) -> str | None:
        """The measure of a ``noun`` that is the object of ``verb`` ("claim" 12 "life")."""
        return self._lives.get((verb, noun))

    def noun(self, lemma: str) -> str | None:
        """The measure that a noun counts by itself."""
        return self.nouns.get(lemma) or self.people.get(lemma)


def _inverted(measures: Mapping[str, Mapping[str, Iterable[str]]], part: str) -> dict[str, str]:
    return {word: name for name, parts in measures.items() for word in parts.get(part, ())}
