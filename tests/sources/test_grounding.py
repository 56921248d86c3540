from __future__ import annotations

import pytest

from claims.core.attribution import Attribution, Manner
from claims.core.spans import Span, joined
from claims.sources.grounding import grounded


def _spans(text: str, *words: str) -> tuple[Span, ...]:
    starts = [text.index(w) for w in words]
    return tuple(Span(s, s + len(w)) for s, w in zip(starts, words, strict=True))


def _attribution(text: str, source: list[str], cue: str, manner: Manner = Manner.INDIRECT) -> Attribution:
    return Attribution("a", "a", _spans(text, *source), _spans(text, cue), (), manner=manner)


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        pytest.param(
            '"The nets are gone," harbour chief Salim Daher told the council.',
            ["harbour chief Salim"],
            "told",
            "harbour chief Salim Daher",
            id="family name left out",
        ),
        pytest.param(
            "The Oslo-based group said the well was dry.",
            ["The Oslo"],
            "said",
            "The Oslo-based group",
            id="compound cut in two",
        ),
        pytest.param(
            "“The ward is full,” its matron said. The bridge had cracked, the governor said.",
            ["its matron", "the governor"],
            "said",
            "its matron",
            id="two sentences, the one with the cue",
        ),
        pytest.param(
            "The mayor said that, as the coastguard reported, the boat had sunk.",
            ["The mayor", "the coastguard"],
            "reported",
            "the coastguard",
            id="two phrases, the one the cue governs",
        ),
        pytest.param(
            "Two tankers burned near Basra a witness said.",
            ["Basra a witness"],
            "said",
            "a witness",
            id="end of the clause before, its comma lost",
        ),
        pytest.param(
            "Brigade commander Omar Said told local radio that the road was open.",
            ["Brigade commander Omar Said"],
            "told",
            "Brigade commander Omar Said",
            id="whole already",
        ),
    ],
)
def test_words_of_a_source_are_one_phrase_and_whole(parsed, text, source, cue, expected) -> None:
    attribution = _attribution(text, source, cue)
    assert joined(grounded(parsed(text), attribution.source, attribution), text) == expected


def test_an_adjective_that_is_the_source_of_a_noun_stays_alone(parsed) -> None:
    text = "The minister rejected Norwegian claims of a leak."
    attribution = _attribution(text, ["Norwegian"], "of", Manner.NOMINAL)
    assert grounded(parsed(text), attribution.source, attribution) == attribution.source


def test_a_name_is_not_completed_over_the_cue(parsed) -> None:
    text = "Norwegian officials warn of a leak."
    attribution = _attribution(text, ["Norwegian"], "officials")
    assert grounded(parsed(text), attribution.source, attribution) == attribution.source
