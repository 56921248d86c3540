"""What keeps two statements from clashing although they sound like it: they are of two things or two groups.

The entailment model takes "the northern crossing is shut" and "lorries pass the southern crossing" for a
contradiction, for it hardly sees the one word that parts them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from claims.core.claim import Claim
from claims.stance.context import Context
from claims.stance.scope import head_of

_WORD = re.compile(r"[\w'’-]+")

_OPPOSED = (
    {"northern": 1, "southern": 2, "eastern": 3, "western": 4, "north": 1, "south": 2, "east": 3, "west": 4,
     "northbound": 1, "southbound": 2, "eastbound": 3, "westbound": 4},
    {"upper": 1, "lower": 2},
    {"left": 1, "right": 2},
    {"inner": 1, "outer": 2},
    {"front": 1, "rear": 2, "back": 2},
    {"incoming": 1, "inbound": 1, "outgoing": 2, "outbound": 2},
    {"male": 1, "female": 2},
)  # fmt: skip
_DYING = frozenset({"kill", "die", "execute", "assassinate"})
_BURYING = frozenset({"bury", "cremate", "mourn"})
_HARMS = frozenset({"killed", "injured", "missing", "detained", "displaced", "rescued", "evacuated"})


def of_two_things(a: Claim, b: Claim) -> bool:
    """Whether both name a thing of one kind, and a word before it tells the two apart.

    "The *northern* crossing" and "the *southern* crossing". Ordinals are no such words: on whether it was
    the fourth round or the seventh two accounts may part.
    """
    for sides in _OPPOSED:
        mine, yours = _sided(a, sides), _sided(b, sides)
        if any(mine[noun] != yours[noun] for noun in mine.keys() & yours.keys()):
            return True
    return False


def _sided(claim: Claim, sides: Mapping[str, int]) -> dict[str, int]:
    """From the word that follows one of ``sides`` in a claim to that side."""
    words = _WORD.findall(claim.text.casefold())
    return {noun: sides[word] for word, noun in pairwise(words) if word in sides}


def of_two_groups(a: Claim, b: Claim, context: Context) -> bool:
    """Whether they speak of people of whom none is one of the others ("the crew", "three passengers")."""
    groups = [_group(c, context) for c in (a, b)]
    return None not in groups and frozenset(groups) in context.lexicon.disjoint


def of_two_harms(a: Claim, b: Claim, context: Context) -> bool:
    """Whether each counts another harm ("nobody died", "55 were hurt")."""
    mine, yours = ({context.lexicon.measure(q.measure) for q in c.quantities} for c in (a, b))
    return bool(mine and yours) and mine <= _HARMS and yours <= _HARMS and not mine & yours


def of_a_death_and_burial(a: Claim, b: Claim) -> bool:
    """Whether the one tells that somebody died and the other that he was buried."""
    said = {c.proposition.frame or c.proposition.predicate for c in (a, b)}
    return bool(said & _DYING) and bool(said & _BURYING)


def _group(claim: Claim, context: Context) -> str | None:
    doer = claim.proposition.agent
    heads = [head_of(q.of) for q in claim.quantities] or ([doer.head.casefold()] if doer else [])
    known = {context.lexicon.people[h] for h in heads if h is not None and h in context.lexicon.people}
    return known.pop() if len(known) == 1 else None
