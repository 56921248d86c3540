"""How two claims of one article stand to each other in its text.

Sources are set against each other by the words between them, a bare toll points back to what another
counts, and who denies a deed answers what was laid on his side.
"""

from __future__ import annotations

import re

from claims.core.claim import Claim
from claims.core.spans import cover
from claims.stance.polarity import Polarity, polarity
from claims.stance.run import Run

_CONTRAST = re.compile(r"\b(?:while|whereas|but|although|though|despite)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?]\s|\n")
_WITHIN = 800
"""Characters within which an answer follows what it answers."""

_TAKING_PART = frozenset(
    {"active", "present", "involve", "operate", "fly", "conduct", "carry", "participate", "take", "bomb"}
    | {"use", "hit", "target", "strike", "attack", "shell", "kill", "responsible", "behind", "launch"}
)


def distance(a: Claim, b: Claim) -> int | None:
    """Characters between two claims, None if they are not of one article."""
    if a.article != b.article or not a.spans or not b.spans:
        return None
    first, second = sorted((cover(a.spans), cover(b.spans)))
    return max(0, second.start - first.end)


def gives_toll(a: Claim, b: Claim, run: Run) -> bool:
    """Whether one is a bare toll ("a lower toll of 31") of a thing that another source told before."""
    apart = distance(a, b) is not None and not run.same_source(a, b)
    return apart and (_is_toll_of(a, b) or _is_toll_of(b, a))


def _is_toll_of(toll: Claim, claim: Claim) -> bool:
    said = toll.proposition
    bare = (not said.places or said.borrowed) and said.when is None and said.happening is None
    if not bare or "toll" not in toll.text.casefold():
        return False
    measures = {q.measure for q in toll.quantities} & {q.measure for q in claim.quantities}
    return bool(measures) and cover(claim.spans).end <= cover(toll.spans).start


def set_against(a: Claim, b: Claim, run: Run) -> bool:
    """Whether two sources speak in one sentence, with a word between that sets them apart."""
    article = run.article(a)
    if article is None or distance(a, b) is None or run.same_source(a, b):
        return False
    if run.is_narrator(a) or run.is_narrator(b):
        return False
    first, second = sorted((cover(a.spans), cover(b.spans)))
    between = article.text[first.end : second.start]
    return _CONTRAST.search(between) is not None and _STOP.search(between) is None


def answers(a: Claim, b: Claim, run: Run) -> bool:
    """Whether one denies for his side that it took part, and the other lays a deed on that side."""
    apart = distance(a, b)
    if apart is None or apart > _WITHIN or run.same_source(a, b):
        return False
    return _answers(a, b, run) or _answers(b, a, run)


def _answers(denial: Claim, charge: Claim, run: Run) -> bool:
    if polarity(denial) is not Polarity.NO or polarity(charge) not in {Polarity.YES, Polarity.PERHAPS}:
        return False
    mine, accused = denial.proposition.agent, charge.proposition.agent
    if mine is None or accused is None or not mine.sides & accused.sides:
        return False
    source, accuser = run.source(denial), run.source(charge)
    speaks_for_it = source is not None and (source.party in mine.sides or source.name == mine.text)
    lays_it_on_another = accuser is None or accuser.party not in accused.sides
    return speaks_for_it and lays_it_on_another and denial.proposition.predicate in _TAKING_PART
