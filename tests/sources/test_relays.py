from __future__ import annotations

from dataclasses import replace

import pytest

from claims.core.attribution import Commitment, Manner
from claims.sources import resolve

from .conftest import Saying, attributions_of


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param("reporters", [], id="reporters"),
        pytest.param("lawmakers", [], id="lawmakers"),
        pytest.param("a news conference", [], id="a news conference"),
        pytest.param("the media", [], id="the media"),
        pytest.param("foreign journalists", [], id="foreign journalists"),
        pytest.param("local media", ["local media"], id="local media"),
        pytest.param("state TV", ["state TV"], id="state TV"),
        pytest.param("a Reuters journalist", ["Reuters"], id="a named medium's journalist"),
        pytest.param("Reuters", ["Reuters"], id="agency"),
        pytest.param("Reuters news agency", ["Reuters"], id="agency with what it is"),
    ],
)
def test_only_a_medium_passes_words_on(resolved, told: str, expected: list[str]) -> None:
    text = f"The mayor told {told} that the dam was safe."
    found = resolved(text, Saying("The mayor", "the dam was safe", relay=told))
    assert found.relays(0) == expected


def test_an_agency_is_named_with_its_name(resolved) -> None:
    text = "Nobody was hurt, a fire officer told the news agency Lantern, and the road was clear."
    found = resolved(text, Saying("a fire officer", "Nobody was hurt", relay="the news agency"))
    assert found.relays(0) == ["news agency Lantern"]


@pytest.mark.parametrize(
    ("commitment", "passes"),
    [
        (Commitment.ASSERTS, True),
        (Commitment.REPORTS, True),
        (Commitment.HEDGES, True),
        (Commitment.DENIES, False),
        (Commitment.DOUBTS, False),
        (Commitment.DECLINES, False),
    ],
)
def test_who_rejects_a_claim_does_not_pass_it_on(parsed, actors, commitment, passes: bool) -> None:
    document = parsed("The harbour master spoke of Norwegian claims of a leak.")
    outer, inner = attributions_of(
        document,
        [
            Saying("The harbour master", "Norwegian claims of a leak"),
            Saying("Norwegian", "a leak", manner=Manner.NOMINAL, inside=0),
        ],
    )
    found = resolve(document, [replace(outer, commitment=commitment), inner], actors)
    assert (found.speaker[outer.id] in found.relays.get(inner.id, ())) is passes


@pytest.mark.parametrize(
    ("source", "agency", "party"),
    [
        ("A military source", "SANA", "Syria (government)"),
        ("A military source", "AFP", None),
        ("A French military source", "SANA", "France"),
        ("A doctor", "SANA", None),
    ],
)
def test_an_unnamed_officer_is_of_the_state_whose_agency_he_talks_to(
    resolved, source: str, agency: str, party: str | None
) -> None:
    text = f"{source} told {agency} that the road was open."
    (speaker,) = resolved(text, Saying(source, "the road was open", relay=agency)).sources
    assert speaker.party == party
