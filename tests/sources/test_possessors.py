from __future__ import annotations

import pytest

from claims.core.spans import Span
from claims.sources import Actors, possessor_party


@pytest.mark.parametrize(
    ("text", "content", "word", "party"),
    [
        pytest.param(
            "Turkish sources told a reporter that none of its soldiers were hurt.",
            "none of its soldiers were hurt",
            "its",
            "Turkey",
            id="the speaker's",
        ),
        pytest.param(
            "Ankara said that Russia had lost two of its tanks.",
            "Russia had lost two of its tanks",
            "its",
            "Russia",
            id="a nearer subject's",
        ),
        pytest.param(
            "Ankara said that Russia had hit our tanks.",
            "Russia had hit our tanks",
            "our",
            "Turkey",
            id="our",
        ),
        pytest.param(
            "Ankara said that it had lost two of its tanks.",
            "it had lost two of its tanks",
            "its",
            "Turkey",
            id="a pronoun for the speaker",
        ),
        pytest.param(
            "Ankara said that the ship had lost its crew.",
            "the ship had lost its crew",
            "its",
            None,
            id="of no known party",
        ),
        pytest.param(
            "Ankara said that Russian soldiers had left their post.",
            "Russian soldiers had left their post",
            "their",
            "Russia",
            id="plural",
        ),
    ],
)
def test_whose_it_is(parsed, actors: Actors, text: str, content: str, word: str, party: str | None) -> None:
    (sentence,) = parsed(text).sentences
    token = next(t for t in sentence.tokens if t.text == word)
    start = text.index(content)
    spans = (Span(start, start + len(content)),)
    assert possessor_party(sentence, token, "Turkey", actors.parties, spans) == party
