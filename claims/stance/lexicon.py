"""Closed word lists that the gate and the comparators read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import yaml

Opposites = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Lexicon:
    """The word lists of ``claims/stance/lexicons``; :meth:`load` reads them.

    Attributes
    ----------
    opposites
        Pairs of sets of outcomes that shut each other out.
    light, contests, prevent, fail
        Verbs of states that last, of contests, of prevention, and those that turn it round.
    people
        Head noun to its class ("fighter" to "combatant").
    within, disjoint
        Classes of people that hold a class; pairs of classes that share nobody.
    non_state, targets, means
        Words for groups of no state; things hit to whose they are; weapon words to their class.
    families
        Predicate or frame to the families of happenings it may name.
    growing, later, earlier, measures, generic
        Figures that only grow; words of a later and an earlier figure; other names of measures;
        words too common to tie two claims together.
    """

    opposites: tuple[Opposites, ...]
    light: frozenset[str]
    contests: frozenset[str]
    prevent: frozenset[str]
    fail: frozenset[str]
    people: Mapping[str, str]
    within: Mapping[str, frozenset[str]]
    disjoint: frozenset[frozenset[str]]
    non_state: frozenset[str]
    targets: Mapping[str, str]
    means: Mapping[str, str]
    families: Mapping[str, frozenset[str]]
    growing: frozenset[str]
    later: frozenset[str]
    earlier: frozenset[str]
    measures: Mapping[str, str]
    generic: frozenset[str]

    @classmethod
    def load(cls) -> Lexicon:
        """Read the lists that come with the package.

        Examples
        --------
        >>> Lexicon.load().people["fighter"]
        'combatant'
        """
        antonyms, people, weapons, frames = (
            _read(name) for name in ("antonyms", "people", "weapons", "frames")
        )
        return cls(
            opposites=tuple((frozenset(a), frozenset(b)) for a, b in antonyms["opposites"]),
            light=frozenset(antonyms["light"]),
            contests=frozenset(antonyms["contests"]),
            prevent=frozenset(antonyms["prevent"]),
            fail=frozenset(antonyms["fail"]),
            people=_class_of(people["classes"]),
            within={name: frozenset(larger) for name, larger in people["within"].items()},
            disjoint=frozenset(frozenset(pair) for pair in people["disjoint"]),
            non_state=frozenset(people["non_state"]),
            targets=_class_of(people["targets"]),
            means=_class_of(weapons["means"]),
            families=_classes_of(frames["families"]),
            growing=frozenset(frames["growing"]),
            later=frozenset(frames["later"]),
            earlier=frozenset(frames["earlier"]),
            measures=_class_of(frames["measures"]),
            generic=frozenset(str(w) for w in frames["generic"]),
        )

    def measure(self, name: str) -> str:
        """The one name of a measure that has several ("wounded" is "injured")."""
        return self.measures.get(name.casefold(), name.casefold())


def _read(name: str) -> dict[str, Any]:
    text = files("claims.stance").joinpath("lexicons", f"{name}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return loaded


def _class_of(classes: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in classes.items() for word in words}


def _classes_of(classes: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    words = {word for members in classes.values() for word in members}
    return {w: frozenset(name for name, members in classes.items() if w in members) for w in words}
