"""Whether two places can be one: spellings, and what lies inside what."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from claims.core.claim import Claim, Place

_ARTICLE = re.compile(r"^(?:the|al|el|as|ad|ar|an|at|ash|az)[\s-]+")
_KIND = re.compile(
    r"\b(?:city|town|village|province|region|district|governorate|area|neighbourhood|suburb)\b"
)
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]")
_ENDING = re.compile(r"[aeiou]+h?$")


class Nearness(StrEnum):
    """How two sets of places stand to each other."""

    SAME = "same"
    INSIDE = "inside"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def folded(name: str) -> str:
    """A place name without article, kind, accents and doubled letters.

    Examples
    --------
    >>> folded("Al-Hassakeh province"), folded("Hasakeh")
    ('hasakeh', 'hasakeh')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    plain = _KIND.sub("", plain).strip(" ,.")
    plain = _ARTICLE.sub("", plain)
    plain = re.sub(r"[^a-z0-9]", "", plain)
    return _DOUBLED.sub(r"\1", plain)


def same_name(a: str, b: str) -> bool:
    """Whether two names may be spellings of one ("Idlib", "Idleb").

    Examples
    --------
    >>> same_name("Idlib", "Idleb"), same_name("Niger", "Nigeria"), same_name("Iran", "Iraq")
    (True, False, False)
    """
    return alike(folded(a), folded(b))


def alike(left: str, right: str) -> bool:
    """:func:`same_name` of names already folded."""
    if left == right:
        return bool(left)
    if left[:1] != right[:1]:
        return False
    if min(len(left), len(right)) < 4 or abs(len(left) - len(right)) > 1:
        return False
    if _skeleton(left) != _skeleton(right):
        return False
    return SequenceMatcher(None, left, right).ratio() >= 0.7


def _skeleton(name: str) -> str:
    return name[:1] + _VOWELS.sub("", _ENDING.sub("", name)[1:])


class Gazetteer:
    """What lies inside what, as the claims of a run say."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._folded: dict[str, str] = {}
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._countries: set[str] = set()
        for claim in claims:
            for place in claim.proposition.places:
                larger = [self.folded(w) for w in place.within]
                for position, inner in enumerate([self.folded(place.name), *larger]):
                    self._holders[inner].update(larger[position:])
                if len(larger) > 1:
                    self._countries.add(larger[-1])

    def folded(self, name: str) -> str:
        """:func:`folded`, worked out once a name."""
        if name not in self._folded:
            self._folded[name] = folded(name)
        return self._folded[name]

    def nearness(self, a: Sequence[Place], b: Sequence[Place]) -> Nearness:
        """How the places of two claims stand to each other; the nearest pair decides."""
        if not a or not b:
            return Nearness.UNKNOWN
        found = {self._pair(left, right) for left in a for right in b}
        order = (Nearness.SAME, Nearness.INSIDE, Nearness.UNKNOWN, Nearness.DIFFERENT)
        return next(n for n in order if n in found)

    def _pair(self, a: Place, b: Place) -> Nearness:
        if self._same(a.name, b.name):
            return Nearness.SAME
        if self._inside(a, b) or self._inside(b, a):
            return Nearness.INSIDE
        if self._unplaced(a, b) or self._unplaced(b, a):
            return Nearness.UNKNOWN
        return Nearness.DIFFERENT

    def _same(self, a: str, b: str) -> bool:
        return alike(self.folded(a), self.folded(b))

    def _inside(self, inner: Place, outer: Place) -> bool:
        name = self.folded(outer.name)
        if any(self._same(larger, outer.name) for larger in inner.within):
            return True
        return name in self._holders.get(self.folded(inner.name), ())

    def _unplaced(self, inner: Place, outer: Place) -> bool:
        """Whether ``inner`` may lie in ``outer`` for all that anybody says.

        It may lie in a country where nobody says in which it lies, and in a town where nothing at all is
        known of it: the name of a quarter, a school, a checkpoint.
        """
        known, name = self._holders.get(self.folded(inner.name), set()), self.folded(outer.name)
        if name in self._countries:
            return not known & self._countries
        return not known and bool(self._holders.get(name))
