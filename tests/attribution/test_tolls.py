from __future__ import annotations

import pytest

from claims.attribution.tolls import toll_given
from claims.core.attribution import Manner
from claims.core.spans import joined


def _tolls(parsed, text):
    document = parsed(text)
    found = [toll_given(s, t) for s in document.sentences for t in s.tokens if t.is_verb]
    return [(t.speaker.text, " ".join(w.text for w in t.content)) for t in found if t is not None]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The Lima Observatory gave a slightly lower toll of 31 people killed.", "Observatory", "31"),
        ("The ministry put the number of missing at 12.", "ministry", "number of missing at 12"),
        ("The group put the figure at around 1,300.", "group", "the figure at around 1,300"),
        ("Rescuers have documented the deaths of 43 people so far.", "Rescuers", "deaths of 43 people"),
        ("A women's circle counted 57 prisoners.", "circle", "57 prisoners"),
        ("Helpers tallied 14 huts.", "Helpers", "14 huts"),
        ("The parish books list 29 graves in all.", "books", "29 graves"),
        ("The brigade's report lists 112 children.", "report", "112 children"),
        ("The group registered 17 raids on Sunday.", "group", "17 raids on Sunday"),
        ("The navy spoke of five dead.", "navy", "five dead"),
        ("The navy spoke of “five pirates sunk”.", "navy", "five pirates sunk"),
        ("The monitor also reported the raid, putting the number of dead at 13.", "monitor", "at 13"),
    ],
)
def test_tolls_that_somebody_gives(parsed, text, speaker, content):
    ((who, told),) = _tolls(parsed, text)
    assert who == speaker and content in told


@pytest.mark.parametrize(
    "text",
    [
        "The blast left a toll of 31.",
        "The ministry gave no toll of the 31 raids.",
        "The ministry did not give a toll of 31.",
        "The police put the cars at 12 corners.",
        "The ministry gave a toll later.",
        "The town counts 9,000 inhabitants.",
        "The store lists 29 kinds of tea.",
        "The navy spoke of its dead.",
        "The fire put the town at risk for 12 days.",
    ],
)
def test_what_is_no_toll_that_somebody_gives(parsed, text):
    assert _tolls(parsed, text) == []


def test_a_toll_that_the_tagger_passes_over_has_its_source(extractor, parsed):
    text = "The Lima Observatory, a monitoring group, gave a slightly lower toll of 31 people killed."
    (toll,) = [a for a in extractor(parsed(text)) if a.manner is not Manner.NARRATOR]
    assert joined(toll.content, text) == "a slightly lower toll of 31 people killed"
    assert joined(toll.source, text).startswith("The Lima Observatory")
