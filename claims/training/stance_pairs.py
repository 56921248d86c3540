"""Pairs of statements generated from templates, with the label of each direction.

The templates are ``stance_pairs.yaml`` beside this module. Labels of figures are not written there
but follow from the intervals that the words stand for.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import yaml

LABELS = ("entailment", "neutral", "contradiction")
_SLOT = re.compile(r"\{([A-Za-z_]+)(\d?)\}")
_SHORT = {label[0]: label for label in LABELS}
_DIGITS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)

_ONE = re.compile(
    r"(?<![Nn]o )\b([Oo]ne|1) ((?:[A-Z]\w+ )?(?:police |aid )?)"
    r"(people|fishermen|bodies|children|women|[a-z]+s)\b(?<!was)( were| are| have)?"
)
_IRREGULAR = {
    "people": "person",
    "fishermen": "fisherman",
    "bodies": "body",
    "children": "child",
    "women": "woman",
}
_SINGULAR_VERB = {" were": " was", " are": " is", " have": " has"}

EXTENDED = 0.25
"""Share of premises that tell of a second thing, too."""


SHARES = {"figures": 0.25, "entailment": 0.2, "neutral": 0.3, "contradiction": 0.25}
"""Of the entries by what their first direction says; as many speak of other events or slots as conflict."""

Entry = Mapping[str, object]


@dataclass(frozen=True)
class Pair:
    """A premise, a hypothesis, and whether the first entails, leaves open or contradicts the second."""

    premise: str
    hypothesis: str
    label: str


@dataclass(frozen=True)
class Figure:
    """A number of things in words, and the interval they stand for; ``high`` None: no upper bound."""

    words: str
    low: int
    high: int | None
    vague: bool = False


@dataclass(frozen=True)
class Templates:
    """The lists of words, and the entries of pairs."""

    words: Mapping[str, Sequence[str]]
    pairs: Sequence[Entry]

    @classmethod
    def load(cls) -> Templates:
        """Read those of the package."""
        text = files("claims.training").joinpath("stance_pairs.yaml").read_text(encoding="utf-8")
        stored = yaml.safe_load(text)
        return cls(stored["words"], stored["pairs"])


def generate_pairs(count: int, seed: int) -> Iterator[Pair]:
    """At least ``count`` pairs: both directions of each drawn entry, or one with a longer premise."""
    templates, chance = Templates.load(), random.Random(seed)
    made, shares = 0, _by_share(templates.pairs)
    while made < count:
        entries = chance.choices([own for _, own in shares], [share for share, _ in shares])[0]
        a, b, there, back = _drawn(chance.choice(entries), templates, chance)
        if chance.random() < EXTENDED:
            second = _drawn(chance.choice(templates.pairs), templates, chance)[0]
            joined = f"{a} {second}" if chance.random() < 0.5 else f"{second} {a}"
            yield Pair(joined, b, there)
            made += 1
        else:
            yield Pair(a, b, there)
            yield Pair(b, a, back)
            made += 2


def _by_share(entries: Sequence[Entry]) -> list[tuple[float, list[Entry]]]:
    """The entries in groups, with the share of the pairs that each group gets."""
    groups: dict[str, list[Entry]] = {"figures": [], "entailment": [], "neutral": [], "contradiction": []}
    for entry in entries:
        there = str(entry.get("labels", ""))[:1]
        groups["figures" if entry.get("counts") else _SHORT[there]].append(entry)
    return [(SHARES[name], own) for name, own in groups.items()]


def between(a: Figure, b: Figure) -> str:
    """What a figure of the same things says of another one.

    Examples
    --------
    >>> between(Figure("12", 12, 12), Figure("at least ten", 10, None))
    'entailment'
    >>> between(Figure("none", 0, 0), Figure("three", 3, 3))
    'contradiction'
    """
    if _beyond(a, b) or _beyond(b, a):
        return "contradiction"
    within = a.low >= b.low and (b.high is None or (a.high is not None and a.high <= b.high))
    return "entailment" if within and (not b.vague or a.words == b.words) else "neutral"


def figure(chance: random.Random, least: int = 0) -> Figure:
    """A random figure."""
    number = chance.choice([chance.randint(1, 12), chance.randint(1, 40), chance.randint(20, 400)])
    said = _said(number, chance)
    forms = [
        Figure(said, number, number),
        Figure(said, number, number),
        Figure(said, number, number),
        Figure(f"at least {said}", number, None),
        Figure(f"more than {said}", number + 1, None),
        Figure(f"over {said}", number + 1, None),
        Figure(f"up to {said}", 0, number),
        Figure(f"between {number} and {number + 5}", number, number + 5),
    ]
    if number > 9:
        forms.append(Figure(f"about {said}", int(number * 0.8), int(number * 1.2) + 1, vague=True))
        forms.append(Figure("dozens of", 20, 200, vague=True))
    if number > 100:
        forms.append(Figure("hundreds of", 100, 2000, vague=True))
    if 3 <= number <= 12:
        forms.append(Figure("several", 3, 40, vague=True))
    if least == 0:
        forms.append(Figure("no", 0, 0))
    return chance.choice(forms)


def near(other: Figure, chance: random.Random) -> Figure:
    """A random figure, often one that is close to ``other`` or the same."""
    if chance.random() < 0.5:
        return figure(chance)
    base = max(1, other.high if other.high is not None else other.low)
    number = max(1, base + chance.choice([-3, -2, -1, 0, 0, 0, 1, 2, 3]))
    said = _said(number, chance)
    return chance.choice(
        [
            Figure(said, number, number),
            Figure(f"at least {said}", number, None),
            Figure(f"more than {said}", number + 1, None),
            Figure(f"up to {said}", 0, number),
        ]
    )


def _beyond(a: Figure, b: Figure) -> bool:
    return b.high is not None and a.low > b.high


def _said(number: int, chance: random.Random) -> str:
    return _DIGITS[number] if number < len(_DIGITS) and chance.random() < 0.7 else str(number)


def _drawn(entry: Entry, templates: Templates, chance: random.Random) -> tuple[str, str, str, str]:
    """One pair of an entry: the two statements, and the labels of both directions."""
    least = int(str(entry.get("least", 0)))
    n = figure(chance, least)
    m = near(n, chance)
    filled: dict[tuple[str, str], str] = {("n", ""): n.words, ("m", ""): m.words}
    a, b = (_filled(chance.choice(_texts(entry[side])), filled, templates, chance) for side in "ab")
    if entry.get("counts"):
        return a, b, between(n, m), between(m, n)
    labels = str(entry["labels"])
    return a, b, _SHORT[labels[0]], _SHORT[labels[1]]


def _texts(given: object) -> Sequence[str]:
    return [str(text) for text in given] if isinstance(given, list) else [str(given)]


def _filled(
    text: str, filled: dict[tuple[str, str], str], templates: Templates, chance: random.Random
) -> str:
    def word(match: re.Match[str]) -> str:
        name, number = match[1].lower(), match[2]
        if (name, number) not in filled:
            used = {w for (slot, _), w in filled.items() if slot == name}
            filled[name, number] = chance.choice([w for w in templates.words[name] if w not in used])
        said = filled[name, number]
        return said[:1].upper() + said[1:] if match[1][0].isupper() else said

    return _articles(_grammatical(_SLOT.sub(word, text)))


def _grammatical(text: str) -> str:
    """Put "one soldiers were killed" right."""

    def single(match: re.Match[str]) -> str:
        noun = _IRREGULAR.get(match[3], match[3].removesuffix("s"))
        return f"{match[1]} {match[2]}{noun}{_SINGULAR_VERB.get(match[4] or '', '')}"

    return _ONE.sub(single, text)


def _articles(text: str) -> str:
    """An indefinite article that suits the word after it."""
    text = re.sub(r"\b([Aa]) (?=[aeioAEIO])", r"\1n ", text)
    return re.sub(r"\b([Aa])n (?=[^aeioAEIO\W])", r"\1 ", text)
