"""The outlawed or disputed means of war that a claim names: who used them is asked again and again."""

from __future__ import annotations

import re

from claims.core.claim import Claim
from claims.stance.run import Run

_OUTLAWED = frozenset({"gas"})
_DISPUTED = re.compile(
    r"\b(?:barrel bombs?|cluster (?:bombs?|munitions?)|incendiary (?:bombs?|weapons?)"
    r"|white phosphorus|napalm)\b",
    re.IGNORECASE,
)


def outlawed_means(claim: Claim, run: Run) -> frozenset[str]:
    """The outlawed or disputed means that a claim names, some by class."""
    classes = run.lexicon.means
    named = {classes[word] for word in run.words(claim) if word in classes} & _OUTLAWED
    return frozenset(named | {m.group().casefold().removesuffix("s") for m in _DISPUTED.finditer(claim.text)})
