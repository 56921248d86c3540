"""Which pairs of claims may be of one happening: the gate's answers for a whole run."""

from __future__ import annotations

from collections.abc import Sequence

from claims.core.claim import Claim
from claims.stance.candidates import candidates
from claims.stance.events import Judged
from claims.stance.gate import Answer, Gate, stories
from claims.stance.run import Run


def judged(claims: Sequence[Claim], run: Run) -> list[Judged]:
    """The pairs worth a look with the gate's judgement of each.

    Those that do not pass though their articles are known to tell one story are judged once more.
    """
    gate = Gate(run)
    first = [(a, b, gate.judge(a, b)) for a, b in candidates(claims, run)]
    known = stories(first)
    again = Gate(run, known)
    return [
        (a, b, again.judge(a, b))
        if judgement.answer is not Answer.SAME and frozenset({a.article, b.article}) in known
        else (a, b, judgement)
        for a, b, judgement in first
    ]
