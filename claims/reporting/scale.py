"""A scale of numbers from nought, on which ranges are drawn."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_FAR_APART = 50
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class Scale:
    """Where a number stands between 0 and ``top``, as a share of the way.

    Attributes
    ----------
    logarithmic
        For figures so far apart that the small ones would fall into one.

    Examples
    --------
    >>> Scale(8).at(2)
    0.25
    >>> [round(Scale(999, logarithmic=True).at(n), 2) for n in (0, 9, 99)]
    [0.0, 0.33, 0.67]
    """

    top: float
    logarithmic: bool = False

    @classmethod
    def of(cls, numbers: Iterable[float]) -> Scale:
        """The scale that holds ``numbers``, with a little room at its end for what is open.

        Examples
        --------
        >>> Scale.of([0, 4]), Scale.of([3, 1200]).logarithmic
        (Scale(top=5, logarithmic=False), True)
        """
        given = [n for n in numbers if n > 0] or [1.0]
        top = max(given)
        step = next(_nice(top / 4))
        return cls((top // step + 1) * step, top / min(given) > _FAR_APART)

    def at(self, number: float) -> float:
        """The share of the way from 0 to the top."""
        inside = min(max(number, 0), self.top)
        if self.logarithmic:
            return math.log1p(inside) / math.log1p(self.top)
        return inside / self.top

    def ticks(self) -> tuple[int, ...]:
        """Round numbers to write at the scale, 0 first.

        Examples
        --------
        >>> Scale(5).ticks(), Scale(15).ticks(), Scale(2000, logarithmic=True).ticks()
        ((0, 1, 2, 3, 4, 5), (0, 5, 10, 15), (0, 1, 10, 100, 1000))
        """
        if self.logarithmic:
            return (0, *(10**n for n in range(int(math.log10(self.top)) + 1)))
        step = next(_nice(self.top / 5))
        return tuple(range(0, int(self.top) + 1, step))


def _nice(least: float) -> Iterator[int]:
    """Round steps of at least ``least``: 1, 2, 5, 10, 20 ..."""
    power = 10 ** max(math.floor(math.log10(max(least, 1))), 0)
    yield from (step * power for step in _STEPS if step * power >= least)
