"""Of what sort the happening is that a claim speaks of."""

from __future__ import annotations

from claims.core.claim import Claim
from claims.stance.run import Run

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
    harmed = nobody or dead or measured & {"killed", "injured", "casualties"}
    harm = frozenset({"harm"}) if harmed else frozenset()
    return frozenset().union(harm, *found)


def frames_of(claim: Claim) -> set[str]:
    """The frame and the predicate of a claim."""
    names = (claim.proposition.frame, claim.proposition.predicate)
    return {name.casefold() for name in names if name}
