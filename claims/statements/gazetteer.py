"""What is known of places: which holds which, and when two names cannot be one place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from countryinfo import all_countries

from claims.core.claim import Place
from claims.core.errors import DataError

_ARTICLE = re.compile(r"(?<![a-z])(?:al|el|ul|ar|as|ash|ad|an|at|az|ez|et|es|er|en|the)[\s-]+(?=[a-z])")
_VOWELS = (("ou", "u"), ("oo", "u"), ("aw", "u"), ("ay", "i"), ("ai", "i"), ("ei", "i"), ("ey", "i"))
_DOUBLE = re.compile(r"(.)\1+")
_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)")


def spelling_key(name: str) -> str:
    """A key that spellings of one name share: articles, accents, hyphens and vowels levelled.

    Examples
    --------
    >>> spelling_key("Idlib") == spelling_key("Idleb")
    True
    >>> spelling_key("Deir al-Zour") == spelling_key("Dayr az Zawr")
    True
    >>> spelling_key("Hama") == spelling_key("Homs")
    False
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _ARTICLE.sub("", plain)
    plain = "".join(c for c in plain if c.isalnum())
    for spelled, level in _VOWELS:
        plain = plain.replace(spelled, level)
    # a final "e" is often all that tells two names apart ("Male", "Mali")
    head, tail = plain[:-1], plain[-1:]
    plain = head.translate(str.maketrans("eyowq", "iiuuk")) + tail.translate(str.maketrans("yq", "ik"))
    plain = _DOUBLE.sub(r"\1", plain)
    return plain.removesuffix("h") if len(plain) > 4 else plain


class Gazetteer:
    """Countries, their capitals and provinces, and the words by which places are found.

    Parameters
    ----------
    path
        A word list in place of the project's own ``places.yaml``.

    Raises
    ------
    DataError
        If the word list lacks a part or is no YAML.
    """

    def __init__(self, path: Path | None = None) -> None:
        lexicon = path or files("claims.statements").joinpath("places.yaml")
        try:
            data: dict[str, Any] = yaml.safe_load(lexicon.read_text(encoding="utf-8"))
            self.classes = frozenset(data["classes"])
            self.directions = frozenset(data["directions"])
            self.prepositions = frozenset(data["prepositions"])
            self.motion = frozenset(data["motion"])
            self.motion_verbs = frozenset(data["motion_verbs"])
            self.verbs = frozenset(data["verbs"])
            self.undergoing = frozenset(data["undergoing"])
            self.actors = frozenset(data["actors"])
            aliases: dict[str, list[str]] = data["aliases"]
            towns: dict[str, list[str]] = data["towns"]
        except (yaml.YAMLError, KeyError, TypeError) as error:
            raise DataError(f"{lexicon}: not a word list of places ({error}): see places.yaml") from error
        self._canonical = {spelling_key(o): spelling_key(n) for n, others in aliases.items() for o in others}
        self._names = {self.key(name): name for name in (*aliases, *towns)}
        self._countries: set[str] = set()
        self._capitals: set[str] = set()
        self._provinces: dict[str, str | None] = {}
        self._demonyms: set[str] = set()
        for country in all_countries():
            self._add_country(country)
        self._towns = {
            self.key(town): self.key(province) for province, those in towns.items() for town in those
        }

    def _add_country(self, country: Any) -> None:
        name = str(country.name()).title() if str(country.name()).islower() else str(country.name())
        key = self.key(name)
        self._names.setdefault(key, name)
        self._countries.add(key)
        for other in country.alt_spellings() or ():
            # two letters are an ISO code, which in a text is rather a word
            if len(other) > 3:
                self._canonical.setdefault(spelling_key(other), key)
        self._demonyms.add(str(country.demonym() or "").lower())
        for province in _provinces(country):
            self._hold(province, key)
        given = country.capital()
        for capital in given if isinstance(given, list) else [given] if given else []:
            self._capitals.add(self.key(capital))
            self._hold(capital, key)

    def _hold(self, name: str, country: str) -> None:
        key = self.key(name)
        if name.lower() in self.directions or not key or key in self._countries:
            return
        known = self._provinces.get(key, country)
        # a name that two countries share says nothing about where it is
        self._provinces[key] = country if known == country else None
        self._names.setdefault(key, name)

    def key(self, name: str) -> str:
        """The key of a name, the same for all names of one place."""
        key = spelling_key(name)
        return self._canonical.get(key, key)

    def knows(self, name: str) -> bool:
        """Whether ``name`` is a country, province, capital or town known here."""
        key = self.key(name)
        return key in self._countries or key in self._provinces or key in self._towns

    def is_country(self, name: str) -> bool:
        """Whether ``name`` is a state."""
        return self.key(name) in self._countries

    def is_capital(self, name: str) -> bool:
        """Whether ``name`` is the capital of a state (and may stand for its government)."""
        return self.key(name) in self._capitals

    def is_demonym(self, word: str) -> bool:
        """Whether ``word`` is a nationality ("Syrian")."""
        return word.lower() in self._demonyms

    def within(self, name: str) -> tuple[str, ...]:
        """The larger places that hold ``name``, the nearest first.

        Examples
        --------
        >>> Gazetteer().within("Ariha")
        ('Idlib', 'Syria')
        """
        return tuple(self._names[key] for key in self._above(self.key(name)))

    def _above(self, key: str) -> Iterator[str]:
        while key in self._towns:
            yield self._towns[key]
            key = self._towns[key]
        country = None if key in self._countries else self._provinces.get(key)
        if country:
            yield country

    def compatible(self, a: Place, b: Place) -> bool | None:
        """Whether something that happened at ``a`` may be what happened at ``b``.

        Returns
        -------
        bool or None
            True for one place or one that holds the other, False for two that exclude each other
            (other countries, or other provinces of one), None where that is not known.
        """
        first, second = list(self._chain(a)), list(self._chain(b))
        if first[0] in second or second[0] in first:
            return True
        for level in (self._countries, self._provinces):
            left = next((k for k in first if k in level), None)
            right = next((k for k in second if k in level), None)
            if left and right and left != right:
                # "Rural Damascus" begins where Damascus ends, and reports tell the two apart seldom
                names = [set(self._names[k].split()) for k in (left, right)]
                around = level is self._provinces and (names[0] < names[1] or names[1] < names[0])
                return None if around else False
        return None

    def _chain(self, place: Place) -> Iterator[str]:
        keys = [self.key(name) for name in (place.name, *place.within)]
        yield from dict.fromkeys([*keys, *self._above(keys[-1]), *self._above(keys[0])])


def compatible(a: Place, b: Place, gazetteer: Gazetteer) -> bool | None:
    """See :meth:`Gazetteer.compatible`."""
    return gazetteer.compatible(a, b)


def _provinces(country: Any) -> Iterable[str]:
    for name in country.provinces() or ():
        pair = _BRACKETS.fullmatch(name)
        # "Kharkivs'ka (Kharkiv)": the name in brackets is the one that reports use
        yield from (reversed(pair.groups()) if pair else (name,))
