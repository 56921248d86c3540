from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.syntax.segmentation import sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Kaya left at 5 p.m. Friday. He slept.", ["Gen. Kaya left at 5 p.m. Friday.", "He slept."]),
        ("“We lost. They won,” he said.", ["“We lost.", "They won,” he said."]),
        ("The U.S. denied it.\n\nA new paragraph", ["The U.S. denied it.", "A new paragraph"]),
        ("“We left. They came.”", ["“We left.", "They came.”"]),
    ],
    ids=["abbreviations", "inside quotation", "paragraphs", "lone opening mark"],
)
def test_sentences(text, expected):
    assert [s.of(text) for s in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moscow’s army didn't hit 1,000 men", ["Moscow", "’s", "army", "did", "n't", "hit", "1,000", "men"]),
        ("Hamas-run, at 10:30 on the M4", ["Hamas", "-", "run", ",", "at", "10:30", "on", "the", "M4"]),
        ("the U.S. cannot say", ["the", "U.S.", "can", "not", "say"]),
    ],
    ids=["clitics", "hyphens and figures", "cannot"],
)
def test_words(text, expected):
    assert [s.of(text) for s in words(text)] == expected


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_words_cover_all_but_space_in_order(text):
    spans = words(text)
    assert "".join(s.of(text) for s in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@given(st.text(alphabet="aB .!?“”\"'\n,1", max_size=80))
def test_sentences_lose_no_letter_and_do_not_overlap(text):
    spans = sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    kept = "".join(c for s in spans for c in s.of(text) if c.isalnum())
    assert kept == "".join(c for c in text if c.isalnum())
