"""Whether a claim is the same claim again."""

from __future__ import annotations

import re

from claims.core.claim import Claim
from claims.stance.polarity import polarity
from claims.stance.run import Run, name_of

_WORD = re.compile(r"\w+")
_SAME_WORDING = 0.85
_LIKE_WORDING = 0.6
# Words from which on an equal wording in two articles is a copy and no chance.
_COPY = 10


def repetition(a: Claim, b: Claim, run: Run) -> str | None:
    """The reason why one claim repeats the other, None if it does not."""
    if a.id == b.id:
        return "it is the same claim"
    if polarity(a) is not polarity(b):
        return None
    alike = wording(a, b)
    if alike < _SAME_WORDING:
        return None
    if run.same_source(a, b):
        return f"{name_of(run, a)} says the same in the same words"
    if a.article == b.article:
        return None
    if set(a.relays) & set(b.relays) or (run.is_narrator(a) and run.is_narrator(b)):
        return "the same words reached both articles through one channel"
    return "the same words in two articles: one text, copied" if _length(a) >= _COPY else None


def one_origin(a: Claim, b: Claim, run: Run) -> str | None:
    """Why two claims that agree are no two witnesses, None if they are."""
    if run.same_source(a, b):
        return f"{name_of(run, a)} says it in both places"
    if set(a.relays) & set(b.relays) and wording(a, b) >= _LIKE_WORDING:
        return "both came through one channel in like words"
    return None


def wording(a: Claim, b: Claim) -> float:
    """Shared words over all words of two statements."""
    mine, yours = _words(a), _words(b)
    union = mine | yours
    return len(mine & yours) / len(union) if union else 0.0


def _words(claim: Claim) -> set[str]:
    return set(_WORD.findall((claim.statement or claim.text).casefold()))


def _length(claim: Claim) -> int:
    return len(_WORD.findall(claim.statement or claim.text))
