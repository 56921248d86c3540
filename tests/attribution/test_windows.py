from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from claims.attribution.windows import around, cut, runs_of_sentences
from claims.models import folder_of


@pytest.fixture(scope="module")
def tokenizer():
    found = Tokenizer.from_file(str(folder_of("syntax") / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


TEXT = " ".join(f"Sentence number {n} says that house {n} fell down." for n in range(40))


def test_runs_cover_every_word_once_and_fit(tokenizer):
    pieces = cut(TEXT, tokenizer)
    windows = runs_of_sentences(pieces, room=50)
    assert [w for a, b in windows for w in range(a, b)] == list(range(len(pieces.words)))
    assert all(pieces.size(a, b) <= 50 for a, b in windows)


def test_window_holds_its_cue_and_whole_sentences(tokenizer):
    pieces = cut(TEXT, tokenizer)
    left, right = around(pieces, 150, 151, room=60)
    assert left <= 150 < right and pieces.size(left, right) <= 60
    assert {left, right} <= {w for bound in pieces.bounds for w in bound}


def test_one_endless_sentence_is_cut_around_the_cue(tokenizer):
    pieces = cut("said " * 500, tokenizer)
    left, right = around(pieces, 250, 251, room=40)
    assert pieces.size(left, right) <= 40 and left < 250 < right
    assert all(pieces.size(a, b) <= 40 for a, b in runs_of_sentences(pieces, room=40))
