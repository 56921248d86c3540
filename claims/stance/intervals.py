"""Arithmetic on the intervals of quantities, and their words."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from claims.core.claim import Quantity

_INDEFINITE = re.compile(
    r"^(?:a|an|another|the)\b(?! (?:dozen|hundred|thousand|million|score|couple|handful|few))", re.I
)
_ABOUT = 0.1
_HALF = 0.5
_MARGIN = 0.2


class Interval(NamedTuple):
    """Lowest and highest number that the words allow; ``high`` may be infinite."""

    low: float
    high: float
    exact: bool = True
    vague: bool = False

    @property
    def is_none(self) -> bool:
        """Whether it is zero."""
        return self.high == 0

    @property
    def is_some(self) -> bool:
        """Whether it only says that there are any ("casualties", "a vehicle")."""
        return math.isinf(self.high) and 0 < self.low <= 2 and (self.vague or not self.exact)

    @property
    def middle(self) -> float:
        """Its midpoint, or its one bound."""
        return self.low if math.isinf(self.high) else (self.low + self.high) / 2


def interval(quantity: Quantity) -> Interval:
    """The interval of a quantity; "a vehicle" is read as at least one.

    Examples
    --------
    >>> interval(Quantity("vehicle", "vehicle", 1, 1, "an armoured vehicle")).high
    inf
    """
    high = math.inf if quantity.high is None else quantity.high
    low = min(quantity.low, high)
    if low == high == 1 and _INDEFINITE.match(quantity.text.strip()):
        return Interval(1, math.inf, exact=False, vague=True)
    return Interval(low, high, quantity.exact, quantity.vague)


def overlap(a: Interval, b: Interval) -> bool:
    """Whether one number fits both."""
    return a.low <= b.high and b.low <= a.high


def about_equal(a: Interval, b: Interval) -> bool:
    """Whether a reader takes the two for the same figure.

    Examples
    --------
    >>> about_equal(Interval(500, 500, exact=False), Interval(480, 480, exact=False))
    True
    >>> about_equal(Interval(12, math.inf), Interval(17, 17))
    False
    """
    if (a.low, a.high) == (b.low, b.high):
        return not a.is_some
    if _just_over(a, b) or _just_over(b, a) or _rounds_to(a, b) or _rounds_to(b, a):
        return True
    if a.vague or b.vague or a.is_none or b.is_none:
        return False
    bounded = not math.isinf(a.high) and not math.isinf(b.high)
    if a.exact and b.exact and (bounded or not overlap(a, b)):
        return False
    difference = abs(a.middle - b.middle)
    return difference <= _ABOUT * max(a.middle, b.middle)


def _rounds_to(fine: Interval, whole: Interval) -> bool:
    """Whether one is the other without its decimals ("70.6 per cent", "71 per cent")."""
    if fine.low != fine.high or whole.low != whole.high:
        return False
    written_out = not float(fine.low).is_integer() and float(whole.low).is_integer()
    return written_out and abs(fine.low - whole.low) <= _HALF


def _just_over(bound: Interval, figure: Interval) -> bool:
    """Whether one is "over 60" and the other "60": news copy swaps the two.

    Only round numbers: "at least 61" is not what anybody says for "over 60", "at least 12" is.
    """
    one_below = figure.low == figure.high == bound.low - 1
    return math.isinf(bound.high) and one_below and figure.low >= 10 and figure.low % 10 == 0


def narrowly(a: Interval, b: Interval) -> bool:
    """Whether two intervals miss each other by less than their looseness."""
    if (a.exact and b.exact and not a.vague and not b.vague) or a.is_none or b.is_none:
        return False
    lower, higher = sorted((a, b))
    return higher.low - lower.high <= _MARGIN * higher.low


def in_words(number: Interval) -> str:
    """The interval for a sentence.

    Examples
    --------
    >>> in_words(Interval(12, math.inf)), in_words(Interval(0, 0)), in_words(Interval(10, 20))
    ('at least 12', '0', '10 to 20')
    """
    if math.isinf(number.high):
        return f"at least {number.low:,.10g}"
    if number.low == number.high:
        return f"{number.low:,.10g}"
    if number.low <= 0:
        return f"at most {number.high:,.10g}"
    return f"{number.low:,.10g} to {number.high:,.10g}"
