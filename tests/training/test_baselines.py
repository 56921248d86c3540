from __future__ import annotations

import pytest

from claims.core.attribution import Commitment
from claims.core.spans import Span
from claims.stance.entailment import Entailment
from claims.training.baselines import Baseline, flagged
from claims.training.conflict_data import GoldClaim


def gold(id: str, statement: str, source: str = "", article: str = "") -> GoldClaim:
    where = article or f"article {id}"
    return GoldClaim(id, "e1", where, Span(0, 1), source or id, None, Commitment.ASSERTS, statement)


class Sure:
    """Takes every pair for a contradiction."""

    def probabilities(self, pairs):
        return [Entailment(0.0, 0.0, 1.0) for _ in pairs]


def pairs(found) -> set[frozenset[str]]:
    return {frozenset({r.a, r.b}) for r in found}


CLAIMS = [
    gold("a", "Two people died in the ferry accident at Callao."),
    gold("b", "Five people died in the ferry accident at Callao."),
    gold("c", "No people died in the ferry accident at Callao."),
    gold("d", "The market in Gao opened with 12 stalls."),
]


def test_numbers_flags_like_words_with_other_numbers() -> None:
    assert pairs(flagged(Baseline.NUMBERS, CLAIMS)) == {frozenset("ab")}


def test_negation_flags_like_words_of_which_one_is_negated() -> None:
    assert pairs(flagged(Baseline.NEGATION, CLAIMS)) == {frozenset("ac"), frozenset("bc")}


def test_entailment_compares_every_pair_but_those_of_one_voice() -> None:
    same = [gold("a", "It burnt.", "army", "one"), gold("b", "It stands.", "army", "one"), CLAIMS[2]]
    assert pairs(flagged(Baseline.ENTAILMENT, same, Sure())) == {frozenset("ac"), frozenset("bc")}


def test_entailment_without_a_model_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a model"):
        flagged(Baseline.ENTAILMENT, CLAIMS)
