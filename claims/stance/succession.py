"""Which of two claims is the later account."""

from __future__ import annotations

from typing import NamedTuple

from claims.core.claim import Claim
from claims.stance.run import Run


class Succession(NamedTuple):
    """``order`` is 1 if the second claim is the later, -1 if the first is, 0 if nobody can tell."""

    order: int
    reason: str = ""
    by_words: bool = False


def succession(a: Claim, b: Claim, run: Run) -> Succession:
    """By the words of the claims ("has risen to"), else by the dates of their articles."""
    rank = _stage(b, run) - _stage(a, run)
    if rank:
        word = "the words of the second call it the later account" if rank > 0 else ""
        return Succession(
            1 if rank > 0 else -1, word or "the words of the first call it the later account", True
        )
    first, second = run.published(a), run.published(b)
    if first is None or second is None or first == second:
        return Succession(0)
    later = 1 if second > first else -1
    return Succession(later, f"published on {max(first, second)}, the other on {min(first, second)}")


def _stage(claim: Claim, run: Run) -> int:
    words = run.words(claim)
    if words & run.lexicon.later:
        return 1
    return -1 if words & run.lexicon.earlier else 0
