"""Intervals of numbers, and what "at least", "about" or "nearly" make of a number."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    """A closed interval; ``high`` None for no upper bound.

    Examples
    --------
    >>> Interval(12, None).overlaps(Interval(15, 15))
    True
    >>> Interval(0, 79).overlaps(Interval(101, None))
    False
    """

    low: float
    high: float | None

    def overlaps(self, other: Interval) -> bool:
        """Whether one number can satisfy both."""
        return _at_most(self.low, other.high) and _at_most(other.low, self.high)

    def contains(self, other: Interval) -> bool:
        """Whether whatever satisfies ``other`` satisfies this one."""
        if not (self.low <= other.low):
            return False
        return self.high is None or (other.high is not None and other.high <= self.high)

    def add(self, other: Interval) -> Interval:
        """The interval of the sum ("eight killed" and "22 wounded" are 30 casualties)."""
        open_ended = self.high is None or other.high is None
        high = None if open_ended else (self.high or 0) + (other.high or 0)
        return Interval(self.low + other.low, high)

    def describe(self) -> str:
        """The interval in words.

        Examples
        --------
        >>> [Interval(*b).describe() for b in ((12, None), (12, 12), (0, 79), (0, 0), (10, 15))]
        ['at least 12', '12', 'fewer than 80', 'none', 'between 10 and 15']
        """
        if self.high is None:
            return f"at least {_figure(self.low)}"
        if self.low == self.high:
            return _figure(self.low) if self.low else "none"
        if self.low == 0:
            whole = float(self.high).is_integer()
            return f"fewer than {_figure(self.high + 1)}" if whole else f"up to {_figure(self.high)}"
        return f"between {_figure(self.low)} and {_figure(self.high)}"


def _at_most(low: float, high: float | None) -> bool:
    return high is None or low <= high


def _figure(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,.10g}"


@dataclass(frozen=True)
class Operator:
    """What a phrase before (or after) a number does to its interval.

    Attributes
    ----------
    bound
        From the number's interval and whether things are counted (whole numbers) to the new one.
    exact
        Whether the speaker is bound by it: "at least" is, "about" is not.
    """

    bound: Callable[[Interval, bool], Interval]
    exact: bool = True


def slack(number: float) -> float:
    """How far "about" reaches to either side of ``number``.

    The rounder the number, the wider: 5 % where one or two digits are significant (500, 480), 2 %
    for three (1,230), 1 % for more. A speaker who rounds to 500 has not excluded 480.

    Examples
    --------
    >>> [slack(n) for n in (500, 1230, 12345)]
    [25.0, 24.6, 123.45]
    """
    digits = len(f"{number:.10e}".split("e", maxsplit=1)[0].replace(".", "").rstrip("0"))
    return number * (0.05 if digits <= 2 else 0.02 if digits == 3 else 0.01)


def at_least(given: Interval, _whole: bool = True) -> Interval:
    """Bound for "at least 12"."""
    return Interval(given.low, None)


def more_than(given: Interval, whole: bool = True) -> Interval:
    """Bound for "more than 100": 101 of people; of a continuous measure the number itself."""
    return Interval(given.low + 1 if whole else given.low, None)


def at_most(given: Interval, _whole: bool = True) -> Interval:
    """Bound for "up to 80"."""
    return Interval(0, given.high)


def fewer_than(given: Interval, whole: bool = True) -> Interval:
    """Bound for "fewer than 80": 79 at most."""
    if given.high is None:
        return given
    return Interval(0, max(0, given.high - 1) if whole else given.high)


def about(given: Interval, whole: bool = True) -> Interval:
    """Bound for "about 500": see :func:`slack`; of things counted at least one to either side."""
    if given.high is None:
        return given
    below, above = slack(given.low), slack(given.high)
    if whole:
        below, above = math.ceil(below), math.ceil(above)
    return Interval(max(0, given.low - below), given.high + above)


def nearly(given: Interval, whole: bool = True) -> Interval:
    """Bound for "nearly 100": within a tenth below, the number itself excluded."""
    low, high = given.low * 0.9, given.low
    return Interval(math.floor(low), max(0, high - 1)) if whole else Interval(low, high)


def just_over(given: Interval, whole: bool = True) -> Interval:
    """Bound for "just over 100": within a tenth above, the number itself excluded."""
    low, high = given.low, given.low * 1.1
    return Interval(low + 1, max(low + 1, math.ceil(high - 1e-9))) if whole else Interval(low, high)


BEFORE: dict[tuple[str, ...], Operator] = {
    tuple(phrase.split()): operator
    for operator, phrases in (
        (
            Operator(at_least),
            (
                "at least",
                "no fewer than",
                "no less than",
                "not fewer than",
                "not less than",
                "minimum of",
                "as few as",
                "least",
            ),
        ),
        (
            Operator(more_than),
            (
                "more than",
                "over",
                "above",
                "upwards of",
                "upward of",
                "in excess of",
                "greater than",
                "exceeding",
                "well over",
                "well above",
                "far more than",
                "much more than",
                "beyond",
            ),
        ),
        (
            Operator(at_most),
            (
                "up to",
                "at most",
                "no more than",
                "not more than",
                "no greater than",
                "maximum of",
                "as many as",
                "as much as",
                "as high as",
            ),
        ),
        (
            Operator(fewer_than),
            ("fewer than", "less than", "under", "below", "well under", "well below", "far fewer than"),
        ),
        (
            Operator(about, exact=False),
            (
                "about",
                "around",
                "some",
                "roughly",
                "approximately",
                "estimated",
                "circa",
                "perhaps",
                "in the region of",
                "in the order of",
                "more or less",
                "an estimated",
                "something like",
                "as around",
                "almost about",
                "an average of",
                "possibly",
            ),
        ),
        (
            Operator(nearly, exact=False),
            (
                "nearly",
                "almost",
                "close to",
                "just under",
                "not quite",
                "just below",
                "just short of",
                "approaching",
            ),
        ),
        (
            Operator(just_over, exact=False),
            (
                "just over",
                "just above",
                "slightly more than",
                "little over",
                "a little over",
                "just more than",
            ),
        ),
    )
    for phrase in phrases
}
"""Phrases before a number, longest match first."""

AFTER: dict[tuple[str, ...], Operator] = {
    tuple(phrase.split()): operator
    for operator, phrases in (
        (Operator(at_least), ("or more", "or over", "+", "at least", "and counting")),
        (Operator(at_most), ("or fewer", "or less", "at most")),
        (Operator(about, exact=False), ("or so", "or thereabouts")),
    )
    for phrase in phrases
}
"""Phrases after a number."""

REACHING: dict[str, Operator] = {
    "exceed": Operator(more_than),
    "top": Operator(more_than),
    "surpass": Operator(more_than),
    "pass": Operator(more_than),
    "approach": Operator(nearly, exact=False),
    "near": Operator(nearly, exact=False),
}
"""Verbs between a toll and its number ("the toll exceeded 100")."""
