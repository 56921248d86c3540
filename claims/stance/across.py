"""What ties claims of two articles to one happening beyond their words, places and times."""

from __future__ import annotations

import re
from typing import NamedTuple

from claims.core.claim import Claim
from claims.stance.answering import denies_means
from claims.stance.happenings import same_frame
from claims.stance.run import Run

_DEVICE = re.compile(
    r"\b(?P<what>(?:car|truck|lorry|bus|van|roadside|motorcycle|suicide)[ -](?:bomb|bomber|bombing)s?)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\b(?:north|south|east|west|central)[a-z]* [A-Z]\w+")
_AT_ONCE = frozenset({0, 1})
_SOON = frozenset({0, 1, 2})
# Weight from which a word tells one person, or one group, from others.
_RARE = 0.6


class Tie(NamedTuple):
    """How much something speaks for one happening, and what it is, in words."""

    weight: float
    reason: str


def ties_across(a: Claim, b: Claim, run: Run, days: int | None) -> list[Tie]:
    """The ties of two claims of two articles that came out ``days`` apart."""
    ties = []
    if days in _SOON:
        ties.append(Tie(0.15, "the articles came out within two days"))
    if (means := denies_means(a, b, run)) is not None:
        ties.append(Tie(0.35, f"the one answers for its side what the other lays on it (“{means}”)"))
    if days in _AT_ONCE and (device := same_device(a, b)) is not None:
        ties.append(Tie(0.15, f"both tell of a “{device}” of one day"))
    if days in _AT_ONCE and same_frame(a, b, run) and (side := _same_sides(a, b, run)) is not None:
        ties.append(Tie(0.1, f"both say on one day what {side} did to such people"))
    return ties


def names_one(a: Claim, b: Claim, run: Run, days: int | None) -> bool:
    """Whether two claims name one thing so closely that neither place nor time has to tell.

    The means of which the one side is accused and that it denies; within two days a person whom the news
    seldom names; on one day a bomb of one sort in one part of a country ("eastern Syria").
    """
    if denies_means(a, b, run) is not None or (days in _SOON and one_person(a, b, run)):
        return True
    found = [{m.group().casefold() for m in _PARTS.finditer(c.text)} for c in (a, b)]
    return days in _AT_ONCE and bool(found[0] & found[1]) and same_device(a, b) is not None


def one_person(a: Claim, b: Claim, run: Run) -> bool:
    """Whether both name one person of whom the news does not speak every day."""
    return bool(_names(a, run) & _names(b, run))


def _names(claim: Claim, run: Run) -> set[str]:
    said = claim.proposition
    places = {word.casefold() for place in said.places for word in place.name.split()}
    return {
        word.casefold()
        for person in (said.patient, said.agent)
        if person is not None and person.party is None
        for word in re.findall(r"\b[A-Z][\w'’-]{3,}", person.text)
        if word.casefold() not in places and run.weight(word.casefold()) >= _RARE
    }


def same_device(a: Claim, b: Claim) -> str | None:
    """The bomb that both name ("car bomb", "car bombing")."""
    found = [{_plain(m["what"]) for m in _DEVICE.finditer(c.text)} for c in (a, b)]
    return min(found[0] & found[1], default=None)


def _plain(device: str) -> str:
    kind, _ = re.split(r"[ -]", device.casefold(), maxsplit=1)
    return f"{kind} bomb"


def _same_sides(a: Claim, b: Claim, run: Run) -> str | None:
    """The side that did it by both accounts, to people of one kind."""
    one, other = a.proposition, b.proposition
    if one.agent is None or other.agent is None or one.patient is None or other.patient is None:
        return None
    sides = one.agent.sides & other.agent.sides
    kinds = [run.lexicon.people.get(p.head.casefold()) for p in (one.patient, other.patient)]
    return min(sides, default=None) if kinds[0] is not None and kinds[0] == kinds[1] else None
