"""Whether a statement tells what it tells when it is read by itself, as a model reads it."""

from __future__ import annotations

import re

from claims.core.attribution import Commitment
from claims.core.claim import Claim

_CUT = re.compile(r"\s*(?:\[(?![^\]]*['’]s?\])|\()")
_VERBLESS = re.compile(
    r"\w+ing\b(?!-)(?! (?:was|were|is|are|has|have|had|killed|hit|left|damaged|by|in|on|of|at|near)\b)"
)
_OF_ONESELF = re.compile(rf"{_VERBLESS.pattern}|to (?:have|be)\b")
_POINTING = re.compile(r"\bthat day")
_SPOKEN = re.compile(r"\b(?:(?:I|[Ww]e)\b(?! \[)|(?:[Oo]ur|[Mm]y|[Yy]ou|[Uu]s)\b)|\?|�|ï¿½")
_REFLEXIVE = re.compile(r"\w+sel(?:f|ves)\b", re.IGNORECASE)
_UNNAMED = re.compile(r"(?:He|She|It|They|This|That|These|Those)\b(?! \[)")
_OF_THEM = re.compile(r"\bof (?:them|it)\b(?! \[)")
_ELLIPTIC = re.compile(
    r"\b(?:there (?:was|were|is|are|(?:had|has|have) been) none"
    r"|(?:had|has|have|did|does|do|was|were|is|are|would|will|could|can|might|may|should|must)"
    r"(?: not|n['’]t)?)\W*$",
    re.IGNORECASE,
)
_PLAIN = frozenset({Commitment.ASSERTS, Commitment.DENIES})


def is_legible(claim: Claim) -> bool:
    """Whether a claim is asserted or denied outright in a clause of its own.

    What begins with a word that was put in ("[announced] the operation", not "[the army's] planes"), has no
    verb of its own ("using banned weapons"), leaves it out ("none had", "there were none"), points somewhere
    ("raids that day"), or is said to a listener ("can you show me one fighter?") tells a reader who sees
    nothing else too little to hold another statement against it.
    """
    said, denied = claim.statement, claim.commitment is Commitment.DENIES
    # "Denied using gas" is shown as "[the army] used gas", "claimed to have won" as "[rebels] had won".
    put_in = _CUT.match(said) and not _OF_ONESELF.match(claim.text.casefold())
    if put_in or _REFLEXIVE.match(said) or _SPOKEN.search(said) or _POINTING.search(said):
        return False
    if _ELLIPTIC.search(said):
        return False
    # "Denied sending troops" is read as "it is not true that ...".
    return claim.commitment in _PLAIN and (denied or _VERBLESS.match(said) is None)


def names_its_subject(claim: Claim) -> bool:
    """Whether a statement says of whom or what it speaks, not only "he", "it" or "ninety of them"."""
    return _UNNAMED.match(claim.statement) is None and _OF_THEM.search(claim.statement) is None
