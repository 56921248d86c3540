from __future__ import annotations

from dataclasses import replace

import pytest

from claims.core.attribution import Commitment
from claims.stance.entailment import Entailment
from claims.stance.hearing import UNHEARD, assertion, hear
from tests.stance.builders import claim


class Parrot:
    """Answers with the lengths of what it is asked, so that each answer tells its question."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def probabilities(self, pairs):
        self.asked += pairs
        return [Entailment(float(len(a)), 0.0, float(len(b))) for a, b in pairs]


@pytest.mark.parametrize(
    ("statement", "commitment", "negated", "wanted"),
    [
        ("The navy fired.", Commitment.ASSERTS, False, "The navy fired."),
        ("The navy fired.", Commitment.DENIES, False, "It is not true that the navy fired."),
        ("Chilean ships fired.", Commitment.DENIES, False, "It is not true that Chilean ships fired."),
        ("The navy did not fire.", Commitment.DENIES, True, "The navy did not fire."),
    ],
)
def test_a_denial_is_put_as_one(statement, commitment, negated, wanted) -> None:
    assert assertion(claim("a", statement, "fire", commitment=commitment, negated=negated)) == wanted


def test_each_pair_is_heard_in_both_directions() -> None:
    a, b, c = (
        claim(i, text, "fire") for i, text in (("a", "One."), ("b", "Twenty."), ("c", "Three hundred."))
    )
    model = Parrot()
    heard = hear([(a, b), (c, a)], model)
    assert set(model.asked) == {
        ("One.", "Twenty."),
        ("Twenty.", "One."),
        ("Three hundred.", "One."),
        ("One.", "Three hundred."),
    }
    assert heard["a", "b"].there == Entailment(4.0, 0.0, 7.0)
    assert heard["a", "b"].back == Entailment(7.0, 0.0, 4.0)
    assert heard["c", "a"].against == 14.0


def test_nobody_asked_is_nothing_heard() -> None:
    assert hear([], Parrot()) == {}
    assert UNHEARD.against == 0.0


def test_hearing_does_not_mind_ids_alone() -> None:
    a = claim("a", "One.", "fire")
    assert list(hear([(a, replace(a, id="b"))], Parrot())) == [("a", "b")]


def test_the_model_reads_no_brackets() -> None:
    a, b = claim("a", "They [the ships] fired.", "fire"), claim("b", "[Chile's] ships fired.", "fire")
    model = Parrot()
    hear([(a, b)], model)
    assert model.asked[0] == ("The ships fired.", "Chile's ships fired.")
