from __future__ import annotations

from dataclasses import replace

import pytest

from claims.core.attribution import Commitment
from claims.stance.legibility import is_legible
from tests.stance.builders import claim


@pytest.mark.parametrize(
    "statement",
    [
        "The port burnt.",
        "Shelling killed nine people.",
        "It [the port] burnt.",
        "Nobody was hurt [Gao]",
        "[Mali's] planes struck the port.",
        "[Rebels'] boats burnt.",
        "Ruling-party youths burnt the port.",
        "We [the sailors] burnt the port.",
        "They [boats] are burning there.",
    ],
)
def test_a_clause_of_its_own_can_be_read_alone(statement) -> None:
    assert is_legible(claim("a", statement, "burn"))


@pytest.mark.parametrize(
    "statement",
    [
        "[announced] the operation.",
        "Using banned weapons in Gao.",
        "Can you show me one?",
        "We were shocked.",
        "None had.",
        "There had been none.",
        "The rebels did not.",
    ],
)
def test_what_is_cut_or_spoken_to_somebody_cannot(statement) -> None:
    assert not is_legible(claim("a", statement, "burn"))


def test_what_somebody_claims_to_have_done_is_a_statement() -> None:
    said = replace(claim("a", "[rebels] had burnt the port.", "burn"), text="to have burnt the port")
    assert is_legible(said)


def test_what_is_denied_needs_no_verb_of_its_own() -> None:
    assert is_legible(claim("a", "Sending troops to Gao.", "send", commitment=Commitment.DENIES))


@pytest.mark.parametrize(
    ("commitment", "legible"),
    [(Commitment.ASSERTS, True), (Commitment.DENIES, True), (Commitment.HEDGES, False)],
)
def test_only_what_is_said_outright(commitment, legible) -> None:
    assert is_legible(claim("a", "The port burnt.", "burn", commitment=commitment)) is legible
