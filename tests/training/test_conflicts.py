from __future__ import annotations

import json
from dataclasses import replace

import pytest

from claims.core.article import Article, Piece
from claims.core.errors import DataError
from claims.core.relation import Label, Relation
from claims.core.spans import Span
from claims.training.attribution_data import Part
from claims.training.conflict_data import event_part_of, read_conflicts
from claims.training.conflict_evaluation import matches, measured
from claims.training.conflict_runs import from_claims
from tests.stance.builders import claim

TEXT = (
    "The army said twelve people were killed in Orlen on Monday. "
    "Rebels said thirty people were killed in Orlen on Monday. It rained."
)


def row(id, event, start, end, source, statement):
    return {
        "type": "claim", "id": id, "event": event, "article": "a1", "start": start, "end": end,
        "source": source, "relay": None, "commitment": "asserts", "statement": statement,
    }  # fmt: skip


CLAIMS = [
    row("1", "e1", 0, 59, "the army", "Twelve people were killed in Orlen on Monday."),
    row("2", "e1", 60, 119, "rebels", "Thirty people were killed in Orlen on Monday."),
    row("3", "e2", 120, 128, None, "It rained."),
]
PAIRS = [
    {"type": "pair", "a": "1", "b": "2", "label": "contradicts", "kind": "count", "why": "12, 30"},
    {"type": "pair", "a": "1", "b": "3", "label": "none", "kind": None, "why": ""},
]


@pytest.fixture
def data(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in (*CLAIMS, *PAIRS)))
    return path


@pytest.fixture
def gold(data):
    return read_conflicts(data)


def related(a, b, label):
    return Relation(f"{a}-{b}", a, b, label, None, 0.8, ("why",))


def test_labels_are_read_and_parted_by_event(gold):
    assert gold.claims["2"].span == Span(60, 119) and gold.pairs[0].kind == "count"
    parts = {part: gold.part(part) for part in Part}
    assert sum(len(p.claims) for p in parts.values()) == 3
    assert set(parts[event_part_of("e2")].claims) >= {"3"}
    assert gold.articles() == ["a1"]


def test_a_line_of_another_form_is_named(tmp_path):
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"type": "claim", "id": "1"}))
    with pytest.raises(DataError, match="line 1"):
        read_conflicts(path)
    path.write_text(json.dumps({**PAIRS[0], "label": "contradict"}))
    with pytest.raises(DataError, match="line 1"):
        read_conflicts(path)
    path.write_text(json.dumps(PAIRS[0]))
    with pytest.raises(DataError, match="no claim 1"):
        read_conflicts(path)


def test_the_gravest_relation_of_two_labelled_claims_counts(gold):
    origin = {"x": frozenset({"1"}), "y": frozenset({"2"}), "z": frozenset({"3"})}
    found = [related("x", "y", Label.REPEATS), related("y", "x", Label.CONTRADICTS)]
    figures = measured(gold, found, origin)
    assert figures.table == {("contradicts", "contradicts"): 1, ("none", "none"): 1}
    assert figures.kinds["count"] == {"all": 1, "flagged": 1}
    assert figures.across == 2 and figures.false_alarms == 0
    assert "flagged 1 (100 %)" in "\n".join(figures.lines())


def test_alarms_on_pairs_labelled_none_and_across_events_are_counted(gold):
    origin = {"x": frozenset({"1"}), "y": frozenset({"2"}), "z": frozenset({"3"})}
    figures = measured(gold, [related("x", "z", Label.CONTRADICTS)], origin)
    assert figures.said("none", "contradicts") == 1 and len(figures.alarms) == 1
    assert [p.a for p in figures.misses] == ["1"]
    assert [line.split()[0] for line in figures.error_lines()] == ["missed", "false"]
    figures = measured(gold, [related("y", "z", Label.CONTRADICTS)], origin)
    assert figures.false_alarms == 1 and not figures.unlabelled
    figures = measured(gold, [related("y", "elsewhere", Label.CONTRADICTS)], origin)
    assert figures.unmatched == 1 and figures.false_alarms == 0


def test_extracted_claims_stand_for_the_labelled_ones_they_share_their_words_with(gold):
    article = Article("a1", TEXT, TEXT, (Piece(0, Span(0, len(TEXT))),))
    near = replace(claim("x", "x", "kill", article="a1"), spans=(Span(14, 50),))
    far = replace(claim("y", "y", "kill", article="a1"), spans=(Span(100, 128),))
    found = matches([near, far], {"a1": article}, gold.claims.values())
    assert found == {"x": frozenset({"1"}), "y": frozenset({"2", "3"})}


def test_given_claims_are_compared_as_their_sources_said_them(gold):
    article = Article("a1", TEXT, TEXT, (Piece(0, Span(0, len(TEXT))),))
    figures = from_claims(gold, {"a1": article})
    assert figures.said("contradicts", "contradicts") == 1
    assert figures.said("none", "none") == 1
