"""Gerunds of what somebody denies or admits, as statements with a subject."""

from __future__ import annotations

import pytest

from claims.reading import article_from_text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The army denied using cluster bombs in the town.", "[army] used cluster bombs in the town."),
        ("The driver admitted having been drunk.", "[driver] had been drunk."),
        ("The group denied being behind the attack.", "[group] was behind the attack."),
        (
            "The union said it was considering leaving the talks.",
            "It [union] was considering leaving the talks.",
        ),
        ("The group claimed to have taken the town.", "[group] had taken the town."),
        ("Rebels claim to be near the airport.", "[Rebels] are near the airport."),
        ("The group vowed to be at the polls.", "To be at the polls."),
        ("Police reported missing persons in the town.", "There were missing persons in the town."),
    ],
    ids=[
        "a deed",
        "a perfect",
        "a state",
        "no gerund of its own",
        "an infinitive",
        "of several",
        "a promise",
        "no verb",
    ],
)
def test_what_is_denied_or_admitted_has_its_subject(pipeline, text, said) -> None:
    assert [c.statement for c in pipeline.report([article_from_text(text)]).claims] == [said]


def test_a_denied_deed_is_held_against_who_tells_of_it(pipeline) -> None:
    text = (
        "Russia denied carrying out the strike on the hospital. "
        "Rebels said Russia carried out the strike on the hospital."
    )
    (found,) = pipeline.report([article_from_text(text)]).relations
    assert (found.label, found.kind) == ("contradicts", "denial")
