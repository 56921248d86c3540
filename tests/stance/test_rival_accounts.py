"""Whole texts in which accounts part, or only seem to."""

from __future__ import annotations

import pytest

from claims.core.relation import Kind, Label
from claims.reading import article_from_text


@pytest.fixture(scope="module")
def relations(pipeline):
    def run(text):
        found = pipeline.report([article_from_text(text)]).relations
        return {(r.label, r.kind) for r in found if r.label in (Label.CONTRADICTS, Label.DIFFERS)}

    return run


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The Observatory said Russian air strikes killed 23 civilians in strikes on Idlib on May 31. "
            "Russia denied carrying out raids there that day.",
            Kind.DENIAL,
        ),
        (
            "Syria's government blamed Syrian rebels for the attack in Aleppo. "
            "The Syrian opposition said President Bashar al-Assad's forces staged the attack.",
            Kind.BLAME,
        ),
        (
            "The Pentagon said the airstrike on Thursday was unintentional. "
            "Syrian officials said the airstrike was intentional.",
            Kind.OUTCOME,
        ),
    ],
    ids=["own raids", "one attack", "intent"],
)
def test_accounts_that_part(relations, text, kind) -> None:
    assert (Label.CONTRADICTS, kind) in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Observatory said Russian air strikes killed 23 civilians in Homs. "
        "Russia denied bombing a market in Raqqa.",
        "A monitor documented the deaths of 27 people in raids on Tal Hamis. "
        "Its director said nine of those killed had been identified as civilians.",
        "Rebels captured the gas fields near Homs, a monitor said. "
        "A witness said the rebels held the gas fields near Homs.",
    ],
    ids=["another raid", "some of them", "one side both"],
)
def test_accounts_that_do_not(relations, text) -> None:
    assert relations(text) == set()
