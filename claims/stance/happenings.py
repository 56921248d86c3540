"""Of what sort the happening is that a claim speaks of."""

from __future__ import annotations

import re

from claims.core.claim import Claim
from claims.stance.discourse import ONE_BREATH, distance, in_order
from claims.stance.run import Run

_HARM = frozenset({"killed", "injured", "casualties"})
_DEED = (
    r"(?:attack|bombing|blast|explosion|strike|raid|bomber|assault|massacre|ambush|crash|fire|shooting|gunman"
    r"|missile|rocket|shell|bomb|mine)"
)
_SINGLE = re.compile(rf"\b(?:an?|one)\s+(?:[\w-]+\s+){{0,3}}?{_DEED}\b", re.IGNORECASE)
_SUMMED = re.compile(
    r"\bsince\b|\b(?:over|in|during|within) the (?:past|last)\b|\bso far this\b|\bin recent\b",
    re.IGNORECASE,
)
_THE_DEAD = frozenset({"the dead", "those killed", "the victims", "those who died", "all those killed"})


def same_frame(a: Claim, b: Claim, run: Run) -> bool:
    """Whether predicates or frames of two claims are one, or of one family."""
    return bool(frames_of(a) & frames_of(b)) or bool(families(a, run) & families(b, run))


def families(claim: Claim, run: Run) -> frozenset[str]:
    """The families of happenings that a claim's predicate, frame and figures belong to."""
    found = [run.lexicon.families.get(name, frozenset()) for name in frames_of(claim)]
    measured = {run.lexicon.measure(q.measure) for q in claim.quantities}
    # "None of its fighters had been hit" is of harm that was not done.
    nobody = any(q.high == 0 and (q.of or " ").split(" ")[-1] in run.lexicon.people for q in claim.quantities)
    subject = claim.proposition.agent
    dead = subject is not None and subject.text.casefold() in _THE_DEAD
    harmed = nobody or dead or measured & _HARM
    harm = frozenset({"harm"}) if harmed else frozenset()
    return frozenset().union(harm, *found)


def frames_of(claim: Claim) -> set[str]:
    """The frame and the predicate of a claim."""
    names = (claim.proposition.frame, claim.proposition.predicate)
    return {name.casefold() for name in names if name}


def one_told_widely(a: Claim, b: Claim) -> bool:
    """Whether two claims of one article place one happening, one of them only roughly.

    "An explosion in Idlib province" is one, wherever another source puts it; "air strikes on the province"
    may be many, but not where the next source goes on with "the strikes".
    """
    apart = distance(a, b)
    if apart is None or any(_SUMMED.search(c.text) for c in (a, b)):
        return False
    if any(_SINGLE.search(c.text) for c in (a, b)):
        return True
    mine, yours = ((c.proposition.happening or "").casefold().split()[-1:] for c in (a, b))
    return apart <= ONE_BREATH and bool(mine) and mine == yours


def counts_the_one(a: Claim, b: Claim, run: Run) -> bool:
    """Whether another source gives a figure, without a happening, of the single one told before."""
    if distance(a, b) is None or run.same_source(a, b) or any(_SUMMED.search(c.text) for c in (a, b)):
        return False
    first, second = in_order(a, b)
    harmed = {q.measure for q in first.quantities} & {q.measure for q in second.quantities} & _HARM
    return bool(harmed) and second.proposition.happening is None and _SINGLE.search(first.text) is not None


def sums_against_one(a: Claim, b: Claim) -> bool:
    """Whether one sums up a stretch of time ("since early May") and the other tells of one happening."""
    summed, single = ([pattern.search(c.text) is not None for c in (a, b)] for pattern in (_SUMMED, _SINGLE))
    return summed[0] != summed[1] and single[summed.index(False)]
