"""ClaimReview: only what was reviewed, as Google asks for it, and readable as linked data."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import rdflib

from claims.core.attribution import Commitment
from claims.core.review import State, Verdict
from claims.exporting.claimreview import NONE, NOTHING, OTHER, SUPPORTED, claim_reviews
from claims.exporting.json_text import json_text
from claims.exporting.options import Imprint
from tests.exporting.builders import EVIDENCE, settled

IMPRINT = Imprint("The Desk", "https://desk.example", "https://desk.example/checks")
SCHEMA = json.loads((Path(__file__).parent / "schemas" / "claimreview.json").read_text())
BLAME = "The Hill Front was behind the blast."
DENIAL = "It is not true that the Hill Front attacked the market."
LOCAL_CONTEXT = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}


def written(findings):
    return claim_reviews(findings, IMPRINT)


def reviews(findings):
    return written(findings).document["@graph"]


def linked(findings) -> rdflib.Graph:
    """The document as a graph; its remote context is replaced, so that no network is needed."""
    document = json.loads(json_text(written(findings).document))
    assert document["@context"] == "https://schema.org"
    return rdflib.Graph().parse(
        data=json.dumps({**document, "@context": LOCAL_CONTEXT}),
        format="json-ld",
        base="https://none.example",
    )


def test_nothing_that_was_not_reviewed_is_written(findings):
    assert reviews(findings) == []
    assert written(findings).warnings == (NOTHING,)
    assert reviews(settled(findings, "d1", "a2.c3", state=State.IN_REVIEW)) == []
    assert reviews(settled(findings, "d1", "a2.c3", verdict=Verdict.REJECTED)) == []


def test_a_confirmed_one_without_an_account_decided_on_is_not_written(findings):
    done = settled(findings, "d1", None)
    assert len(reviews(done)) == 2
    first = done.disputes[0]
    open_yet = replace(first, standing=replace(first.standing, settled=False))
    assert reviews(replace(done, disputes=(open_yet, *done.disputes[1:]))) == []


@pytest.mark.parametrize("state", [State.REVIEWED, State.SECOND_REVIEW, State.PUBLISHED, State.CORRECTED])
def test_each_account_gets_the_rating_that_the_person_gave(findings, state):
    found = reviews(settled(findings, "d1", "a2.c3", state=state, why="Its own statement says so."))
    assert [(r["claimReviewed"], r["reviewRating"]["alternateName"]) for r in found] == [
        (BLAME, SUPPORTED),
        (DENIAL, OTHER),
    ]
    assert {r["reviewBody"] for r in found} == {"Its own statement says so."}
    assert all("ratingValue" not in r["reviewRating"] for r in found)


def test_no_account_may_be_supported(findings):
    found = reviews(settled(findings, "d1", None))
    assert [r["reviewRating"]["alternateName"] for r in found] == [NONE, NONE]


def test_everything_fits_what_google_asks_for(findings):
    done = findings
    for key, claim in (("d1", None), ("d2", "a1.c4"), ("d3", "a1.c3")):
        done = settled(done, key, claim)
    document = json.loads(json_text(written(done).document))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    assert len(document["@graph"]) == 6
    assert len({r["url"] for r in document["@graph"]}) == 6


@pytest.mark.parametrize("missing", ["url", "claimReviewed", "reviewRating"])
def test_the_schema_misses_what_is_required(findings, missing):
    document = written(settled(findings, "d1", None)).document
    del document["@graph"][0][missing]
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(document)


def test_a_query_finds_who_claimed_what_where(findings):
    graph = linked(settled(findings, "d1", "a2.c3"))
    rows = graph.query(
        """
        PREFIX s: <https://schema.org/>
        SELECT ?words ?who ?where ?day ?rating ?desk ?proof WHERE {
            ?review a s:ClaimReview ; s:claimReviewed ?words ; s:itemReviewed ?claim ;
                    s:reviewRating/s:alternateName ?rating ; s:author/s:name ?desk ; s:citation/s:url ?proof .
            ?claim a s:Claim ; s:author/s:name ?who ; s:appearance/s:url ?where ; s:datePublished ?day .
        } ORDER BY ?where
        """
    )
    assert [[str(value) for value in row] for row in rows] == [
        [BLAME, "the governor", "https://news.example/a2", "2024-05-07", SUPPORTED, "The Desk", EVIDENCE.url],
        [DENIAL, "Hill Front", "https://news.example/a3", "2024-05-08", OTHER, "The Desk", EVIDENCE.url],
    ]


def test_a_source_that_says_it_in_two_articles_is_one_review(findings):
    dispute = settled(findings, "d1", "a2.c3").disputes[0]
    first, second = dispute.disagreement.sides
    again = replace(dispute.claims["a2.c3"], id="a3.c9", article="a3")
    longer = replace(
        dispute,
        claims={**dispute.claims, "a3.c9": again},
        disagreement=replace(dispute.disagreement, sides=(replace(first, claims=("a3.c9", "a2.c3")), second)),
    )
    found = reviews(replace(settled(findings, "d1", "a2.c3"), disputes=(longer,)))
    assert len(found) == 2
    item = found[0]["itemReviewed"]
    assert [w["url"] for w in item["appearance"]] == ["https://news.example/a2", "https://news.example/a3"]
    assert item["firstAppearance"]["url"] == "https://news.example/a2"
    assert found[0]["url"] == "https://desk.example/checks/d1#a2.c3"


def test_a_long_claim_is_told(findings):
    done = settled(findings, "d1", "a2.c3")
    dispute = done.disputes[0]
    long = replace(dispute.claims["a2.c3"], statement="The Hill Front " + "x" * 60)
    told = written(replace(done, disputes=(replace(dispute, claims={**dispute.claims, "a2.c3": long}),)))
    assert len(told.warnings) == 1 and "75 characters; Google asks for fewer than 75" in told.warnings[0]
    assert len(told.document["@graph"]) == 2


def test_a_supported_account_that_is_gone_is_told(findings):
    told = written(settled(findings, "d1", "gone"))
    assert told.document["@graph"] == []
    assert "no longer among its sides" in told.warnings[0]


def test_a_nameless_source_is_no_author(findings):
    done = settled(findings, "d1", None)
    dispute = done.disputes[0]
    nameless = replace(dispute.claims["a2.c3"], source="u1", commitment=Commitment.ASSERTS)
    sources = {**dispute.sources, "u1": next(s for s in findings.report.sources if s.id == "u1")}
    claims = {**dispute.claims, "a2.c3": nameless}
    found = reviews(replace(done, disputes=(replace(dispute, claims=claims, sources=sources),)))
    assert "author" not in found[0]["itemReviewed"] and "author" in found[1]["itemReviewed"]


def test_no_words_end_the_script_element_of_a_page(findings):
    done = settled(findings, "d1", "a2.c3", why="</script><script>alert(1)</script>")
    text = json_text(written(done).document)
    assert "<" not in text and json.loads(text)["@graph"][0]["reviewBody"].startswith("</script>")
