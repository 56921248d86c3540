"""Written scenes: what several sources say of one happening, with the label of every pair.

Templates teach figures and denials in few words; news says the same in free ones ("the strike hit an
empty warehouse" against "families were pulled from the rubble"). The scenes in ``scenes/`` were
written for this. Many are modelled on what wars and accidents are like, some on real events with
other names and figures: they are examples of wording and say nothing of the world.

A line holds a scene: ``claims`` by letter, each with its source and its words, and ``pairs`` such as
"ab C blame" (a contradicts b), "ad D count" (they differ but can be reconciled), "cd S" (they say the
same), "ae F" (e follows from a), "bd A" (one states a part of what the other does, or more than a part);
pairs that are not listed have nothing at stake.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations

from claims.core.errors import DataError
from claims.training.stance_pairs import Pair
from claims.training.stance_teachers import Leaning

CONTRADICTION, DIFFERENCE, SAME, FOLLOWS, AGREEMENT = "C", "D", "S", "F", "A"
LABELS = frozenset({CONTRADICTION, DIFFERENCE, SAME, FOLLOWS, AGREEMENT})
DOUBTFUL = 0.35
"""Share of the pairs that differ which an epoch has as contradictions; the others are neutral."""

AGREEING = 0.4
"""Share of the pairs that agree in part which an epoch has as the one following from the other."""

AGAINST = {CONTRADICTION: 0.95, DIFFERENCE: 0.3}
"""How probable a contradiction a label makes, for lessons with teachers; other labels as good as none."""

HARDLY = 0.03
ALIKE = {SAME: 0.8, FOLLOWS: 0.8, AGREEMENT: AGREEING}
"""How probable it is at least that the one follows from the other."""

UNLISTED = 0.35
"""Share of the pairs with nothing at stake that lessons with teachers have: most pairs are such."""

COPIED = 0.35
"""Share of the claims that an epoch has next to a copy as another outlet prints it."""

STRAYED = 0.6
"""Share of the claims that an epoch has next to one of another scene."""

_NAMES_OF_FIGHTERS = ("militants", "terrorists", "rebels", "insurgents", "gunmen", "fighters")
_NAMES_OF_A_GROUP = ("Daesh", "ISIL", "the Islamic State")
_LEFT_OUT = {"the": 0.2}
_DROPPED = 0.03
_UNENDED = 0.3


@dataclass(frozen=True)
class Scene:
    """The claims of a happening by letter, and the labels of its pairs as "ab" to "C"."""

    claims: Mapping[str, str]
    labels: Mapping[str, str]

    def pairs(self, chance: random.Random) -> Iterator[Pair]:
        """Every pair of claims in both directions."""
        for a, b in combinations(self.claims, 2):
            label = self.labels.get(a + b) or self.labels.get(b + a)
            there, back = _labels(label, a + b in self.labels, chance)
            yield Pair(self.claims[a], self.claims[b], there)
            yield Pair(self.claims[b], self.claims[a], back)

    def leanings(self, chance: random.Random) -> Iterator[Leaning]:
        """The pairs in both directions, of those with nothing at stake some."""
        for a, b in combinations(self.claims, 2):
            for one, other in ((a, b), (b, a)):
                label = self.labels.get(one + other) or self.labels.get(other + one)
                if label is None and chance.random() >= UNLISTED:
                    continue
                forward = label != FOLLOWS or one + other in self.labels
                alike = ALIKE.get(label or "", 0.0) if forward else 0.0
                yield Leaning(self.claims[one], self.claims[other], AGAINST.get(label or "", HARDLY), alike)


def read_scenes() -> list[Scene]:
    """The scenes of the package, in the order of the files' names.

    Raises
    ------
    DataError
        If a line is not of that form.
    """
    folder = files("claims.training").joinpath("scenes")
    found = []
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            try:
                found.append(scene_of(json.loads(line)))
            except (KeyError, ValueError, TypeError) as error:
                raise DataError(f"{file.name}, line {number}: is no scene ({error})") from error
    return found


def scene_pairs(seed: int) -> list[Pair]:
    """The pairs of all scenes for one epoch, with copies of claims and pairs across scenes.

    Examples
    --------
    >>> pairs = scene_pairs(1)
    >>> len(pairs) > 40_000, pairs == scene_pairs(1)
    (True, True)
    """
    chance = random.Random(seed)
    scenes = read_scenes()
    found = [pair for scene in scenes for pair in scene.pairs(chance)]
    every = [claim for scene in scenes for claim in scene.claims.values()]
    found += [Pair(c, reprinted(c, chance), "entailment") for c in every if chance.random() < COPIED]
    found += [Pair(c, chance.choice(every), "neutral") for c in every if chance.random() < STRAYED]
    return found


def scene_leanings(seed: int, share: float = 1.0) -> list[Leaning]:
    """A ``share`` of the pairs of all scenes, for lessons in which teachers answer, too."""
    chance = random.Random(seed)
    found = [leaning for scene in read_scenes() for leaning in scene.leanings(chance)]
    return [leaning for leaning in found if chance.random() < share]


def reprinted(claim: str, chance: random.Random) -> str:
    """``claim`` as another outlet prints it: other names for the same people, a word or stop lost."""
    words = [kept for word in claim.split() if (kept := _reprinted(word, chance))]
    again = " ".join(words) or claim
    return again.rstrip(".") if chance.random() < _UNENDED else again


def _reprinted(word: str, chance: random.Random) -> str:
    bare = word.strip(".,;").lower()
    for names in (_NAMES_OF_FIGHTERS, _NAMES_OF_A_GROUP):
        if bare in {n.lower() for n in names}:
            return chance.choice(names)
    return "" if chance.random() < _LEFT_OUT.get(bare, _DROPPED) else word


def scene_of(row: Mapping[str, object]) -> Scene:
    """The scene of a line, read as JSON.

    Raises
    ------
    KeyError, TypeError, ValueError
        If it is not of that form.
    """
    claims, pairs = row["claims"], row["pairs"]
    if not isinstance(claims, dict) or not isinstance(pairs, Sequence):
        raise TypeError("needs claims by letter and a list of pairs")
    labels = {named: label for named, label, *_ in (str(p).split() for p in pairs)}
    strange = {n for n in labels if not set(n) <= claims.keys()} | (set(labels.values()) - LABELS)
    if strange:
        raise ValueError(f"does not know {', '.join(sorted(strange))}")
    return Scene({letter: str(words) for letter, (_, words) in claims.items()}, labels)


def _labels(label: str | None, forward: bool, chance: random.Random) -> tuple[str, str]:
    """What the one says of the other, and the other way round."""
    if label == CONTRADICTION or (label == DIFFERENCE and chance.random() < DOUBTFUL):
        return "contradiction", "contradiction"
    if label == SAME:
        return "entailment", "entailment"
    if label == FOLLOWS:
        return ("entailment", "neutral") if forward else ("neutral", "entailment")
    if label == AGREEMENT:
        there, back = ("entailment" if chance.random() < AGREEING else "neutral" for _ in range(2))
        return there, back
    return "neutral", "neutral"
