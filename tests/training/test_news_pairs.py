from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.core.article import Article
from claims.core.errors import DataError
from claims.pipeline import Pipeline
from claims.reading import article_from_text
from claims.training.attribution_data import Part
from claims.training.conflict_data import event_part_of, read_conflicts
from claims.training.folds import Fold
from claims.training.judged_pairs import articles_of, read_judged, worded
from claims.training.news_pairs import AGAINST, NewsPairs

LABELS = Path(__file__).parent.parent / "stance" / "labels"
TEXT = (
    "The army said four soldiers were killed in the attack on the bridge. "
    "The rebels denied that the bridge had been attacked."
)


@pytest.fixture(scope="module")
def report():
    return Pipeline().report([article_from_text(TEXT)])


def judged(report, label: str) -> dict[str, object]:
    (article,) = report.articles
    a, b = report.claims[0], report.claims[-1]
    sides = [
        {"spans": [[s.start, s.end] for s in article.raw_spans(c.spans)], "said": c.commitment.value}
        for c in (a, b)
    ]
    return {"article": article.id, "a": sides[0], "b": sides[1], "label": label}


def test_a_judged_pair_is_worded_as_the_program_finds_it(report, tmp_path):
    articles: dict[str, Article] = {a.id: a for a in report.articles}
    rows = [judged(report, "contradicts"), judged(report, "none") | {"article": "another"}]
    path = tmp_path / "judged.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    ((a, b, label),) = worded(read_judged(path), report.claims, articles)
    assert "four soldiers" in a.casefold() and b.startswith("It is not true that ")
    assert label == "contradicts"


@pytest.mark.parametrize("row", [{"article": "a"}, {"article": "a", "a": {}, "b": {}, "label": "none"}])
def test_a_line_that_is_no_judged_pair_is_named(row, tmp_path):
    path = tmp_path / "judged.jsonl"
    path.write_text(json.dumps(row))
    with pytest.raises(DataError, match="line 1"):
        read_judged(path)


def test_the_judged_pairs_of_the_package_have_all_labels_and_no_held_out_article():
    pairs = read_judged(LABELS / "judged_pairs.jsonl")
    assert len(pairs) > 1500 and {p.label for p in pairs} == {"contradicts", "differs", "none"}
    golds = [read_conflicts(LABELS / name) for name in ("conflicts.jsonl", "more_conflicts.jsonl")]
    held = {
        c.article for gold in golds for c in gold.claims.values() if event_part_of(c.event) is Part.HELD_OUT
    }
    assert not held & articles_of(pairs)


def test_judged_pairs_of_politics_mostly_have_nothing_at_stake():
    pairs = read_judged(LABELS / "judged_politics.jsonl")
    assert len(pairs) > 800 and sum(p.label == "none" for p in pairs) > 0.9 * len(pairs)


def test_judged_pairs_may_belong_to_several_files(tmp_path):
    texts = {
        "one": "The mayor said two boats sank. Police said no boat had sunk.",
        "two": "The navy said the port burnt. A baker said the port had not burnt.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": name, "text": text}))
    rows = [
        {"article": name, "a": side(text, a), "b": side(text, b), "label": "contradicts"}
        for (name, text), (a, b) in zip(
            texts.items(),
            [("two boats sank", "no boat had sunk"), ("the port burnt", "the port had not burnt")],
            strict=True,
        )
    ]
    (tmp_path / "judged.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    files = tuple(tmp_path / f"{name}.jsonl" for name in texts)
    found = NewsPairs(judged=(tmp_path / "judged.jsonl",), articles=files).read()
    assert [p.premise for p in found] == [
        "Two boats sank.",
        "No boat had sunk.",
        "The port burnt.",
        "The port had not burnt.",
    ]


def side(text, words):
    start = text.index(words)
    return {"spans": [[start, start + len(words)]], "said": "asserts"}


def test_held_out_events_and_those_of_a_fold_are_left_out():
    path = LABELS / "conflicts.jsonl"
    gold = read_conflicts(path)
    held = {c.statement for c in gold.claims.values() if event_part_of(c.event) is Part.HELD_OUT}
    whole = NewsPairs((path,)).read()
    seen = {c.statement for c in gold.claims.values() if event_part_of(c.event) is not Part.HELD_OUT}
    assert whole and not [p for p in whole if p.premise in held - seen]
    assert {p.against for p in whole} == {AGAINST[p.label] for p in gold.without(Part.HELD_OUT).pairs}
    parts = [NewsPairs((path,), fold=Fold(n, 2)).read() for n in (1, 2)]
    assert len(parts[0]) + len(parts[1]) == len(whole) and all(parts)


def test_judged_pairs_need_their_texts():
    with pytest.raises(DataError, match="--articles"):
        NewsPairs(judged=(LABELS / "judged_pairs.jsonl",)).read()
