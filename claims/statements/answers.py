"""What a bare denial answers: "Ankara denied those accusations", "Damascus denied responsibility".

Such a denial names what it denies only by pointing back. It is tied to the claim it answers, the one
before it that lays something on the denier or, failing that, the nearest of another source.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from claims.core.claim import Claim
from claims.core.source import Source
from claims.core.spans import cover
from claims.core.tokens import Token
from claims.statements.blame import BLAMING
from claims.statements.verbs import ASKING

_SHARES = frozenset(
    {"involvement", "responsibility", "role", "part", "complicity", "participation", "wrongdoing", "hand"}
)
_CHARGES = frozenset({"accusation", "charge", "allegation"})
_SAYINGS = frozenset(
    {"report", "claim", "assertion", "statement", "suggestion", "account", "rumour", "rumor"}
)
_POINTING = frozenset({"it", "this", "that", "them", "these", "those", "which"})
_UNTRUE = frozenset(
    {"baseless", "false", "untrue", "lies", "unfounded", "fabricated", "propaganda", "absurd", "groundless"}
)
_BESIDE = frozenset(
    {"any", "all", "the", "such", "a", "an", "his", "her", "its", "their", "both", "direct", "no"}
)

_ACCUSING = tuple(f"[{verb.removesuffix('e')}" for verb in sorted(BLAMING))
"""How a statement begins whose cue, a verb of blaming, the program put in."""

_NEAR = 400
_WITHIN = 800
"""Characters from a claim to the denial that answers it, at most: any claim, one that names the denier."""


class Reference(StrEnum):
    """How a content points back: to a share in a deed, to what was laid on somebody, or to what was said."""

    SHARE = "share"
    CHARGE = "charge"
    SAYING = "saying"


def refers_back(content: Sequence[Token]) -> Reference | None:
    """How ``content`` points back, None where it says itself what it is about."""
    words = [t for t in content if t.text[0].isalnum()]
    if len(words) > 2 and words[-2].text.lower() == "as" and words[-1].text.lower() in _UNTRUE:
        words = words[:-2]  # "rejected the claims as baseless"
    if not words or len(words) > 3:
        return None
    head = words[-1]
    if any(t.text.lower() not in _BESIDE | _POINTING for t in words[:-1]):
        return None
    for lemmas, reference in (
        (_SHARES, Reference.SHARE),
        (_CHARGES, Reference.CHARGE),
        (_SAYINGS, Reference.SAYING),
    ):
        if head.lemma.lower() in lemmas:
            return reference
    return Reference.SAYING if len(words) == 1 and head.text.lower() in _POINTING else None


def antecedent(reference: Reference, denier: Source, at: int, before: Sequence[Claim]) -> Claim | None:
    """The claim that a denial answers, None where none is near enough.

    Parameters
    ----------
    at
        Where the denial's cue begins, in characters.
    before
        The claims of the article that were made so far.
    """
    others = [c for c in before if c.source != denier.id and c.spans and cover(c.spans).end <= at]
    others.sort(key=lambda c: cover(c.spans).end)
    if reference is Reference.CHARGE and (charges := [c for c in others if _accuses(c, denier)]):
        return charges[-1]
    for claim in reversed(others):
        if at - cover(claim.spans).end <= _WITHIN and _lays_on(claim, denier):
            return claim
    if reference is Reference.SHARE:
        return None
    near = [c for c in others if at - cover(c.spans).end <= _NEAR and not (_is_aside(c) or _asks(c))]
    if not near:
        return None
    # "Denied the report" is of what was reported first, not of what was added to it.
    return next(c for c in near if c.attribution == near[-1].attribution)


def _accuses(claim: Claim, denier: Source) -> bool:
    """Whether a claim is told as an accusation of the denier ("[accuse] the mayor of ignoring reports")."""
    return claim.statement.startswith(_ACCUSING) and _lays_on(claim, denier)


def _asks(claim: Claim) -> bool:
    """Whether it only tells of a request ("she had asked him to publish it")."""
    return claim.proposition.predicate in ASKING


def _is_aside(claim: Claim) -> bool:
    """Whether it is told in passing, in a relative clause ("a leak, *which he said had been reported*")."""
    return claim.text.casefold().startswith("which")


def _lays_on(claim: Claim, denier: Source) -> bool:
    """Whether a claim says that the denier, or those of his side, did something."""
    agent = claim.proposition.agent
    if agent is None:
        return False
    if agent.party is not None and agent.party == denier.party:
        return True
    words = denier.name.casefold().split()
    named = {w.removesuffix("s") for w in (agent.head, *agent.words)}
    # "Activists" are the "environmental activists" accused before, "the Chilean army" is not any army.
    return words[-1].removesuffix("s") in named and (len(words) == 1 or denier.party is None)
