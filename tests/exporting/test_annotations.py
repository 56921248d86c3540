"""Web Annotations: read as linked data, and each selector leads back to the words of the claim."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyld import jsonld

from claims.core.article import Piece
from claims.core.review import Verdict
from claims.core.spans import Span
from claims.exporting.annotations import web_annotations
from claims.exporting.findings import undecided
from claims.exporting.json_text import json_text
from claims.exporting.selectors import selectors
from tests.exporting.builders import settled

OA = "http://www.w3.org/ns/oa#"
REMOTE = "http://www.w3.org/ns/anno.jsonld"
# The terms of the W3C's context that the annotations may use, and none else.
CONTEXT = {
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in ("Annotation", "TextualBody", "SpecificResource")},
    **{name: f"{OA}{name}" for name in ("TextQuoteSelector", "TextPositionSelector")},
    **{name: f"{OA}{name}" for name in ("assessing", "describing", "linking", "tagging")},
    **{name: f"{OA}{name}" for name in ("exact", "prefix", "suffix", "start", "end")},
    "Text": "http://purl.org/dc/dcmitype/Text",
    "Person": "http://xmlns.com/foaf/0.1/Person",
    "Software": "http://www.w3.org/ns/activitystreams#Application",
    "AnnotationCollection": "http://www.w3.org/ns/activitystreams#OrderedCollection",
    "AnnotationPage": "http://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
    "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "creator": {"@id": "http://purl.org/dc/terms/creator", "@type": "@id"},
    "generator": {"@id": "http://www.w3.org/ns/activitystreams#generator", "@type": "@id"},
    "modified": "http://purl.org/dc/terms/modified",
    "format": "http://purl.org/dc/elements/1.1/format",
    "language": "http://purl.org/dc/elements/1.1/language",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "name": "http://xmlns.com/foaf/0.1/name",
    "total": "http://www.w3.org/ns/activitystreams#totalItems",
    "startIndex": "http://www.w3.org/ns/activitystreams#startIndex",
    "first": {"@id": "http://www.w3.org/ns/activitystreams#first", "@type": "@id"},
    "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
}


def local(url, options):
    """Stands for the network: the one context that is asked for."""
    assert url == REMOTE
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


def items(findings):
    return json.loads(json_text(web_annotations(findings)))["first"]["items"]


def of(findings, words):
    """The annotation of the claim with these words."""
    return next(a for a in items(findings) if a["target"][0]["selector"][0]["exact"] == words)


def bodies(annotation, purpose):
    return [body["value"] for body in annotation["body"] if body["purpose"] == purpose]


def resolved(raw, quoted):
    """Where a reader of the quote finds it, as the W3C's notes have it."""
    whole = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
    start = raw.index(whole) + len(quoted["prefix"])
    return start, start + len(quoted["exact"])


def test_each_claim_is_annotated_where_its_words_stand_in_the_raw_text(findings):
    raw = {hashlib.sha256(a.raw.encode()).hexdigest(): a.raw for a in findings.report.articles}
    found = items(findings)
    assert len(found) == len(findings.report.claims)
    for annotation in found:
        text = raw[annotation["target"][0]["source"]["sha256"]]
        quoted, placed = annotation["target"][0]["selector"]
        assert text[placed["start"] : placed["end"]] == quoted["exact"]
        assert resolved(text, quoted) == (placed["start"], placed["end"])
    words = [annotation["target"][0]["selector"][0]["exact"] for annotation in found]
    assert words == [claim.text for claim in findings.report.claims]


def test_an_article_without_an_address_goes_by_its_digest(findings):
    names = {a["target"][0]["source"]["id"] for a in items(findings)}
    assert sum(name.startswith("ni:///sha-256;") for name in names) == 1


def test_ids_are_distinct_and_stay_the_same(findings):
    ids = [a["id"] for a in items(findings)]
    assert len(set(ids)) == len(ids) and ids == [a["id"] for a in items(findings)]


def test_a_claim_in_two_parts_has_two_targets(report):
    first = report.claims[0]
    cut = replace(first, spans=(Span(first.spans[0].start, first.spans[0].start + 5), first.spans[0]))
    found = items(undecided(replace(report, claims=(cut, *report.claims[1:]))))
    assert [t["selector"][0]["exact"] for t in found[0]["target"]] == ["three", "three soldiers were injured"]


def test_words_that_have_no_place_in_the_raw_text_are_not_annotated(report):
    article = replace(report.articles[0], pieces=(Piece(0, Span(0, 3)),))
    bare = replace(report, articles=(article, *report.articles[1:]))
    gone = {c.id for c in report.claims if c.article == "a1"}
    assert len(items(undecided(bare))) == len(report.claims) - len(gone)


def test_tags_are_the_source_and_the_labels(findings):
    assert bodies(of(findings, "Talvan casualties"), "tagging") == ["Ruvian defence ministry", "contradicts"]
    assert "How many Talvan soldiers were hurt near Sarn? some" in bodies(
        of(findings, "Talvan casualties"), "describing"
    )


def test_decisions_are_bodies_of_both_sides(findings):
    assert not bodies(of(findings, "it attacked the market"), "assessing")
    done = settled(findings, "d1", "a2.c3")
    for words, told in (
        ("the Hill Front for the blast", "confirmed, reviewed: the evidence supports it"),
        ("it attacked the market", "confirmed, reviewed: the evidence does not support it"),
    ):
        annotation = of(done, words)
        assert bodies(annotation, "assessing") == [told]
        (body,) = [b for b in annotation["body"] if b["purpose"] == "assessing"]
        assert body["creator"] == {"type": "Person", "name": "Ada"}
        assert [b["source"] for b in annotation["body"] if b["purpose"] == "linking"] == [
            "https://archive.example/1"
        ]


def test_a_rejected_disagreement_says_nothing_of_its_accounts(findings):
    done = settled(findings, "d1", "a2.c3", verdict=Verdict.REJECTED)
    assert bodies(of(done, "it attacked the market"), "assessing") == ["rejected, reviewed"]


def test_a_reader_of_linked_data_finds_quotes_and_tags(findings):
    document = json.loads(json_text(web_annotations(settled(findings, "d1", "a2.c3"))))
    (whole,) = jsonld.expand(document, {"documentLoader": local})
    page = whole["http://www.w3.org/ns/activitystreams#first"][0]
    found = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    quads = jsonld.to_rdf(document, {"documentLoader": local})["@default"]
    told = [(q["predicate"]["value"], q["object"]["value"]) for q in quads]
    assert sum(o == f"{OA}Annotation" for _, o in told) == len(found) == len(findings.report.claims)
    assert (f"{OA}exact", "it attacked the market") in told
    assert ("https://schema.org/sha256", found[0][f"{OA}hasTarget"][0][f"{OA}hasSource"][0][
        "https://schema.org/sha256"
    ][0]["@value"]) in told  # fmt: skip
    assert {o for p, o in told if p == f"{OA}hasPurpose"} == {
        f"{OA}{name}" for name in ("assessing", "describing", "linking", "tagging")
    }
    assert not [o for p, o in told if not p.startswith(("http://", "https://"))]


def test_no_term_is_dropped_for_want_of_a_meaning(findings):
    """A key that no context knows would be lost without a word when the document is expanded."""
    document = json.loads(json_text(web_annotations(settled(findings, "d1", "a2.c3"))))
    known = {*CONTEXT, "sha256", "@context"}

    def keys(value):
        if isinstance(value, dict):
            yield from value
            for inner in value.values():
                yield from keys(inner)
        if isinstance(value, list):
            for inner in value:
                yield from keys(inner)

    assert set(keys({k: v for k, v in document.items() if k != "@context"})) <= known


WORDS = st.text(alphabet="ab .\u0645\u202e👩\u200d🚒é\n", max_size=60) | st.text(max_size=60)


@settings(deadline=None)
@given(WORDS, WORDS, WORDS, st.integers(0, 4))
@example("three ", "three", " three three", 3)
@example("🔥🔥", "🔥", "🔥", 2)
@example("\u202eمرحبا ", "بالعالم", " مرحبا بالعالم", 2)
@example("a" * 400, "a", "a" * 400, 0)
def test_selectors_lead_back_to_the_same_words(before, words, after, times):
    """Also among repetitions, emoji of several code points, and text from right to left."""
    raw = (before + words + after) * times + before + words + after
    start = (len(before) + len(words) + len(after)) * (times // 2) + len(before)
    span = Span(start, start + len(words))
    quoted, placed = json.loads(json_text(selectors(raw, span)))
    assert quoted["exact"] == words == raw[placed["start"] : placed["end"]]
    assert resolved(raw, quoted) == span


def test_context_is_short_where_it_tells_enough():
    raw = "One said three died. " + "x" * 100 + " Another said three died."
    quoted, _ = selectors(raw, Span(9, 19))
    assert (quoted["prefix"], len(quoted["suffix"])) == ("One said ", 32)


@pytest.mark.parametrize("times", [2, 50])
def test_context_grows_where_words_are_repeated(times):
    raw = "It was said that three died. " * times
    start = raw.index("three", len(raw) // 2)
    quoted, _ = selectors(raw, Span(start, start + 5))
    assert resolved(raw, quoted) == (start, start + 5)
