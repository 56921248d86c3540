from __future__ import annotations

import json

from claims.training.neighbours import neighbours

TEXTS = [
    "The bridge at Lima collapsed on Monday morning. Officials said nobody was on it then at all.",
    "Police said the bridge at Lima was closed on Sunday evening. Rain fell on the hills for two days.",
    "Farmers harvested wheat early in the northern plains this year. Prices of wheat rose in the plains.",
]


def _written(path, texts):
    path.write_text("".join(json.dumps({"id": str(n), "text": t}) + "\n" for n, t in enumerate(texts)))
    return path


def test_sentences_meet_that_share_telling_words(tmp_path):
    found = {frozenset(pair) for pair in neighbours([_written(tmp_path / "a.jsonl", TEXTS)], seed=1)}
    bridge = {s for pair in found for s in pair if "bridge" in s}
    assert frozenset(bridge) in found and len(bridge) == 2
    assert not [pair for pair in found if len(pair & bridge) == 1 and any("wheat" in s for s in pair)]


def test_the_same_seed_gives_the_same_pairs_and_copies_do_not_meet(tmp_path):
    path = _written(tmp_path / "a.jsonl", [*TEXTS, TEXTS[0]])
    found = neighbours([path], seed=1)
    assert found == neighbours([path], seed=1) and all(a != b for a, b in found)


def test_sentences_of_two_files_do_not_meet_and_short_ones_are_left_out(tmp_path):
    one = _written(tmp_path / "a.jsonl", TEXTS[:1])
    other = _written(tmp_path / "b.jsonl", [TEXTS[1], "The bridge at Lima."])
    assert neighbours([one, other], seed=1) == []
