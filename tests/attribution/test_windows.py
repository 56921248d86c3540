from __future__ import annotations

import pytest

from claims.attribution.vocabulary import Vocabulary
from claims.attribution.windows import WindowSizes, around, cut, runs_of_sentences
from claims.core.spans import Span
from claims.models import folder_of


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary.load(folder_of("attribution"))


TEXT = " ".join(f"Sentence number {n} says that house {n} fell down." for n in range(40))


def test_runs_cover_every_word_once_and_fit(vocabulary):
    pieces = cut(TEXT, vocabulary)
    windows = runs_of_sentences(pieces, room=50)
    assert [w for a, b in windows for w in range(a, b)] == list(range(len(pieces.words)))
    assert all(pieces.size(a, b) <= 50 for a, b in windows)


def test_window_holds_its_cue_and_whole_sentences(vocabulary):
    pieces = cut(TEXT, vocabulary)
    left, right = around(pieces, 150, 151, WindowSizes(reach=60))
    assert left <= 150 < right and pieces.size(left, right) <= 60
    assert {left, right} <= {w for bound in pieces.bounds for w in bound}


def test_one_endless_sentence_is_cut_around_the_cue(vocabulary):
    pieces = cut("said " * 500, vocabulary)
    left, right = around(pieces, 250, 251, WindowSizes(longest=40))
    assert pieces.size(left, right) <= 40 and left < 250 < right
    assert all(pieces.size(a, b) <= 40 for a, b in runs_of_sentences(pieces, room=40))


def test_words_of_a_span_are_those_that_it_touches(vocabulary):
    pieces = cut("Two boats sank off Lagos.", vocabulary)
    assert pieces.words_in(Span(4, 14)) == (1, 3)
    assert pieces.words_in(Span(5, 6)) == (1, 2)
    assert pieces.sentence_of(0) == 0 and pieces.sentence_of(len(pieces.words) - 1) == 0


def test_a_text_in_capitals_has_no_capital_words(vocabulary):
    assert not any(cut("TWO BOATS SANK OFF LAGOS, SAID POLICE.", vocabulary).capital)
    assert cut("Two boats sank off Lagos.", vocabulary).capital == (True, False, False, False, True, False)


def test_window_follows_a_quotation_beyond_its_reach(vocabulary):
    quoted = TEXT.replace("Sentence number 20", "“Sentence number 20").replace(
        "house 24 fell down.", "house 24 fell down.” said the mayor."
    )
    pieces = cut(quoted, vocabulary)
    cue = next(w for w, span in enumerate(pieces.words) if span.of(quoted) == "mayor")
    left, right = around(pieces, cue, cue + 1, WindowSizes(reach=30))
    assert quoted[pieces.words[left].start :].startswith("“Sentence number 20")
    assert pieces.size(left, right) > 30
    assert pieces.size(*around(pieces, cue, cue + 1, WindowSizes(reach=30, longest=40))) <= 40
