"""Gates on the cases in the data folder (skipped where it is not at hand)."""

from __future__ import annotations

import json

import pytest

from claims.core.attribution import Manner
from claims.core.relation import Label
from claims.core.spans import Span, jaccard
from tests.conftest import article_of

pytestmark = pytest.mark.shared


def _rows(folder, name):
    path = folder / "data" / "cases" / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _spans(text, words):
    """Where the parts of a wanted string ("one … two") stand in ``text``, in order."""
    found, position = [], 0
    for part in filter(None, (p.strip() for p in words.split("…"))):
        start = text.find(part, position)
        start = start if start >= 0 else text.find(part)
        assert start >= 0, part
        found.append(Span(start, start + len(part)))
        position = start + len(part)
    return tuple(found)


def _cue_right(text, wanted, cue):
    if not wanted:
        return not cue
    return any(s.overlaps(w) for s in cue for w in _all(text, wanted))


def _all(text, words):
    spans, start = [], text.find(words)
    while start >= 0:
        spans.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return spans


@pytest.fixture(scope="module")
def attributions(data_folder, parser, extractor):
    right, spurious, missed = 0, 0, []
    for row in _rows(data_folder, "attribution_sentences.jsonl"):
        text = row["text"]
        document = parser(article_of(text))
        found = [a for a in extractor(document) if a.manner is not Manner.NARRATOR]
        taken: set[int] = set()
        for wanted in row["attributions"]:
            content = _spans(text, wanted["content"])
            source = _spans(text, wanted["source"])
            floating = wanted["kind"] == "floating"
            hit = next(
                (
                    i
                    for i, a in enumerate(found)
                    if i not in taken
                    and jaccard(a.content, content) >= 0.5
                    and (floating or jaccard(a.source, source) >= 0.5)
                    and _cue_right(text, wanted["cue"], a.cue)
                ),
                None,
            )
            if hit is None:
                missed.append((row["id"], wanted["kind"]))
            else:
                taken.add(hit)
                right += 1
        if not row["attributions"]:
            spurious += len(found)
    print(f"attributions right: {right} of 28, spurious: {spurious}, missed: {missed}")
    return right, spurious


def test_attribution_sentences(attributions):
    right, spurious = attributions
    assert right >= 20
    assert spurious <= 1


@pytest.fixture(scope="module")
def pairs(data_folder, pipeline):
    from claims.reading import article_from_text

    right, wrong = 0, []
    for row in _rows(data_folder, "claim_pairs.jsonl"):
        articles = [article_from_text(row[key], id=key) for key in ("a", "b")]
        found = pipeline.report(articles)
        across = [
            r for r in found.relations if {found.claim(r.a).article, found.claim(r.b).article} == {"a", "b"}
        ]
        best = max(across, key=lambda r: (r.label is Label.CONTRADICTS, r.score), default=None)
        label = best.label.value if best else None
        kind = best.kind.value if best and best.kind else None
        if label == row["label"] and (row["kind"] is None or kind == row["kind"]):
            right += 1
        else:
            wrong.append((row["id"], row["label"], row["kind"], label, kind))
    print(f"pairs right: {right} of 25, wrong: {wrong}")
    return right


def test_claim_pairs(pairs):
    assert pairs >= 15
