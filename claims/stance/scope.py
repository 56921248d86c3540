"""Whom or what two figures count: the same, a part of the other, or something else."""

from __future__ import annotations

from enum import StrEnum

from claims.core.claim import Claim, Quantity
from claims.stance.lexicon import Lexicon


class Scope(StrEnum):
    """How those counted by one figure stand to those counted by another.

    ``part`` is the first within the second, ``whole`` the other way round; ``unsaid`` the same
    kind of people, one side of them named and the other not.
    """

    SAME = "same"
    PART = "part"
    WHOLE = "whole"
    UNSAID = "unsaid"
    OTHER = "other"


_MIRROR = {Scope.PART: Scope.WHOLE, Scope.WHOLE: Scope.PART}


def party_of(claim: Claim, quantity: Quantity) -> str | None:
    """The side of those that a figure counts."""
    if quantity.party is not None:
        return quantity.party
    patient = claim.proposition.patient
    if patient is None or quantity.subset or patient.party is None:
        return None
    return patient.party if quantity.of is None or patient.head == head_of(quantity.of) else None


def head_of(phrase: str | None) -> str | None:
    """The head noun of "turkish soldier"."""
    return phrase.split()[-1].casefold() if phrase and phrase.split() else None


def scope(a: Claim, one: Quantity, b: Claim, other: Quantity, lexicon: Lexicon) -> Scope:
    """How those counted by ``one`` of claim ``a`` stand to those counted by ``other`` of ``b``."""
    mine, yours = party_of(a, one), party_of(b, other)
    if mine and yours and mine != yours:
        return Scope.OTHER
    kinds = _kinds(_counted(a, one), _counted(b, other), lexicon, one_side=bool(mine and mine == yours))
    if mine == yours or kinds is Scope.OTHER:
        return kinds
    if kinds is Scope.SAME:
        return Scope.UNSAID
    named_is_part = kinds is (Scope.PART if mine else Scope.WHOLE)
    return kinds if named_is_part else Scope.OTHER


def _counted(claim: Claim, quantity: Quantity) -> tuple[str | None, frozenset[str]]:
    """Head noun and narrowing words of those counted."""
    if quantity.of and quantity.of.split():
        *narrowing, head = quantity.of.casefold().split()
        return head, frozenset(narrowing)
    patient = claim.proposition.patient
    if patient is None or not patient.head or quantity.subset:
        return None, frozenset()
    head = patient.head.casefold()
    return head, frozenset()


def _kinds(
    a: tuple[str | None, frozenset[str]],
    b: tuple[str | None, frozenset[str]],
    lexicon: Lexicon,
    one_side: bool,
) -> Scope:
    (mine, narrow_mine), (yours, narrow_yours) = a, b
    first, second = _class(mine, lexicon), _class(yours, lexicon)
    if mine == yours or (first is not None and first == second and first != "people"):
        return _narrowing(narrow_mine, narrow_yours)
    if one_side and "casualty" in {first, second}:
        return Scope.SAME
    if one_side and {first, second} in ({"man", "combatant"}, {"man", "soldier"}):
        return Scope.SAME  # "three of its men" were fighters
    general = {"people", "casualty"}
    if first in general and second in general:
        return Scope.SAME
    if frozenset({first, second}) in lexicon.disjoint:
        return Scope.OTHER
    if first in general or first in lexicon.within.get(second or "", ()):
        return Scope.WHOLE if _human(second, yours) else Scope.OTHER
    if second in general or second in lexicon.within.get(first or "", ()):
        return Scope.PART if _human(first, mine) else Scope.OTHER
    return Scope.OTHER


def _class(head: str | None, lexicon: Lexicon) -> str | None:
    return "casualty" if head is None else lexicon.people.get(head)


def _human(known_class: str | None, head: str | None) -> bool:
    # A word in no list that is counted beside people ("miner") is taken for one of them.
    return known_class is not None or head is not None


def _narrowing(a: frozenset[str], b: frozenset[str]) -> Scope:
    # "Off-road vehicle" and "armoured vehicle" are two things, "vehicle" may be either.
    return Scope.SAME if a <= b or b <= a else Scope.OTHER


def mirrored(given: Scope) -> Scope:
    """The scope with the two figures exchanged."""
    return _MIRROR.get(given, given)
