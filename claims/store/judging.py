"""What a judgement does to a disagreement: verdicts, states, flags, and the account that is supported."""

from __future__ import annotations

from collections.abc import Container

from claims.core.errors import DecisionError
from claims.core.review import Decision, Flag, Judge, Move, Standing, State, Support

_SHOWN = frozenset({State.PUBLISHED, State.CORRECTED})
_NOT_BEGUN = frozenset({State.SUGGESTED, State.IN_REVIEW})
_JUDGED = frozenset({State.REVIEWED, State.SECOND_REVIEW})


def judged(decision: Decision, standing: Standing, claims: Container[str]) -> dict[str, object]:
    """The fields of a disagreement that a decision gives it.

    Parameters
    ----------
    claims
        Keys of the claims of its sides.

    Raises
    ------
    DecisionError
        If the decision makes no sense where the disagreement stands.
    """
    match decision.change:
        case Judge(verdict):
            return {"verdict": verdict.value, **_after_judgement(decision.who, standing)}
        case Flag(on):
            return {"flagged": on or None}
        case Support(claim):
            if claim is not None and claim not in claims:
                raise DecisionError("the account to be supported is none of this disagreement")
            return {"supports": claim, "settled": True, **_after_a_change(standing)}
        case Move(state):
            return _moved(decision.who, state, standing)
    raise DecisionError(f"a disagreement has nothing that {_name(decision)} could change")


def _after_judgement(who: str, standing: Standing) -> dict[str, object]:
    if standing.state in _SHOWN:
        return {"state": State.CORRECTED.value}
    if standing.state is State.REVIEWED and who != standing.reviewer:
        return {"state": State.SECOND_REVIEW.value, "second_reviewer": who}
    return {"state": State.REVIEWED.value, "reviewer": who, "second_reviewer": None}


def _after_a_change(standing: Standing) -> dict[str, object]:
    if standing.state is State.PUBLISHED:
        return {"state": State.CORRECTED.value}
    return {"state": State.IN_REVIEW.value} if standing.state is State.SUGGESTED else {}


def _moved(who: str, state: State, standing: Standing) -> dict[str, object]:
    if state is standing.state:
        raise DecisionError(f"the review is at “{state.value}” already")
    _check_move(who, state, standing)
    nobody = {"reviewer": None, "second_reviewer": None}
    people: dict[State, dict[str, object]] = {
        State.SUGGESTED: {**nobody, "verdict": None},
        State.IN_REVIEW: {**nobody},
        State.REVIEWED: {"reviewer": who, "second_reviewer": None},
        State.SECOND_REVIEW: {"second_reviewer": who},
    }
    return {"state": state.value, **people.get(state, {})}


def _check_move(who: str, state: State, standing: Standing) -> None:
    if state in _NOT_BEGUN and standing.state in _SHOWN:
        raise DecisionError("what was published can be corrected, but not go back to before its review")
    if state is State.REVIEWED and standing.verdict is None:
        raise DecisionError("accept or reject the disagreement first")
    if state is State.REVIEWED and standing.state in _SHOWN:
        raise DecisionError("what was published can be corrected, but not go back to before its publication")
    if state is State.SECOND_REVIEW and standing.state is not State.REVIEWED:
        raise DecisionError("a second review follows on a first")
    if state is State.SECOND_REVIEW and who == standing.reviewer:
        raise DecisionError(f"{who} made the first review; the second is for another person")
    if state is State.PUBLISHED and standing.state not in {*_JUDGED, State.CORRECTED}:
        raise DecisionError("review the disagreement before it is published")
    if state is State.CORRECTED and standing.state is not State.PUBLISHED:
        raise DecisionError("only what was published can be corrected")


def _name(decision: Decision) -> str:
    return f"“{type(decision.change).__name__.lower()}”"
