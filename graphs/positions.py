"""What one claim answers to a question, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from claims.core.attribution import Commitment
from claims.core.claim import Claim, Quantity
from claims.core.relation import Kind

_HARM = {"killed", "injured", "casualties"}
_SMALL = "none one two three four five six seven eight nine ten eleven twelve"


def position(claim: Claim, kind: Kind, accounts: Sequence[Claim]) -> str:
    """The answer that ``claim`` gives to the question of ``kind`` among ``accounts``."""
    said = claim.proposition
    named = None
    if kind is Kind.COUNT:
        named = _figure(claim, accounts)
    elif kind is Kind.DENIAL:
        return _stance(claim)
    elif kind is Kind.BLAME and said.agent:
        named = said.agent.text
    elif kind is Kind.TIME and said.when:
        named = said.when.text
    elif kind is Kind.PLACE and said.places:
        named = said.places[0].name
    elif kind is Kind.VICTIM and said.patient:
        named = said.patient.text
    elif kind is Kind.WEAPON:
        named = said.instrument or (said.agent.text if said.agent else None)
    return named or (claim.statement or claim.text).rstrip(".")


def _stance(claim: Claim) -> str:
    if claim.commitment is Commitment.DOUBTS:
        return "doubtful"
    if claim.commitment is Commitment.HEDGES or claim.proposition.hedged:
        return "perhaps"
    return "no" if claim.commitment is Commitment.DENIES or claim.proposition.negated else "yes"


def figure_in_question(claim: Claim, accounts: Sequence[Claim]) -> Quantity | None:
    """The figure of ``claim`` that the others of ``accounts`` are set against."""
    others = {_measure(q) for other in accounts if other.id != claim.id for q in other.quantities}
    shared = [q for q in claim.quantities if _measure(q) in others]
    return next(iter(shared or claim.quantities), None)


def _measure(quantity: Quantity) -> str:
    # Casualties are set against killed and injured, so the three are one measure here, unless the
    # same one is at hand.
    return "harm" if quantity.measure in _HARM else quantity.measure


def _figure(claim: Claim, accounts: Sequence[Claim]) -> str | None:
    quantity = figure_in_question(claim, accounts)
    if quantity is None:
        return None
    number = number_in_words(quantity)
    asked = [q for other in accounts if (q := figure_in_question(other, accounts)) is not None]
    if len({q.measure for q in asked}) > 1 and quantity.high != 0 and quantity.measure in _HARM:
        one = number.endswith(" one") or number == "one"
        number = f"{number} {'casualty' if one and quantity.measure == 'casualties' else quantity.measure}"
    if quantity.party is None and not _patient_party(claim) and any(q.party for q in asked):
        return f"{number} (whose is not said)"
    return number


def _patient_party(claim: Claim) -> str | None:
    return claim.proposition.patient.party if claim.proposition.patient else None


def number_in_words(quantity: Quantity) -> str:
    """A figure as a short answer.

    Examples
    --------
    >>> number_in_words(Quantity("injured", "soldier", 3, 3, "three soldiers"))
    'three'
    >>> number_in_words(Quantity("casualties", None, 1, None, "casualties", exact=False, vague=True))
    'at least one'
    """
    low, high = quantity.low, quantity.high
    if high == 0:
        return "none"
    if quantity.vague and (high is not None or low > 2):
        return quantity.text
    unit = " percent" if quantity.unit == "percent" or quantity.measure == "percent" else ""
    about = "" if quantity.exact or quantity.vague else "about "
    if high is None:
        return f"at least {_number(low)}{unit}"
    if low == high:
        return f"{about}{_number(low)}{unit}"
    if not quantity.exact:
        return quantity.text
    return f"at most {_number(high)}{unit}" if low <= 0 else f"{_number(low)} to {_number(high)}{unit}"


def _number(value: float) -> str:
    whole = int(value)
    small = _SMALL.split()
    if whole == value and 0 <= whole < len(small):
        return small[whole]
    return f"{value:,.10g}"
