from __future__ import annotations

import pytest

from claims.core.attribution import Commitment, Manner
from claims.core.spans import joined


def _said(extractor, parsed, text):
    document = parsed(text)
    return [
        {
            "source": joined(a.source, text),
            "cue": joined(a.cue, text),
            "content": joined(a.content, text),
            "relay": joined(a.relay, text),
            "attribution": a,
        }
        for a in extractor(document)
    ]


def _one(found, **wanted):
    hits = [f for f in found if all(f[k] == v for k, v in wanted.items())]
    assert len(hits) == 1, found
    return hits[0]["attribution"]


def test_nominal_claim_belongs_to_its_own_side(extractor, parsed):
    found = _said(
        extractor,
        parsed,
        "Peruvian officials told EFE that none of their guards were hurt, "
        "despite Chilean reports of Peruvian losses.",
    )
    outer = _one(found, source="Peruvian officials", content="none of their guards were hurt")
    inner = _one(found, source="Chilean", content="Peruvian losses")
    assert inner.manner is Manner.NOMINAL and inner.inside is None
    assert outer.relay


def test_nested_saying_knows_its_holder(extractor, parsed):
    text = "The Herald reported that the mayor had said four houses were flooded."
    found = _said(extractor, parsed, text)
    outer = _one(found, source="The Herald")
    inner = _one(found, source="the mayor", content="four houses were flooded")
    assert inner.inside == outer.id
    assert outer.commitment is Commitment.REPORTS


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("The navy said its ships were safe.", Commitment.ASSERTS),
        ("The navy denied that its ships had fired.", Commitment.DENIES),
        ("The navy did not confirm that its ships had fired.", Commitment.DECLINES),
        ("The UN has yet to confirm that ships had fired.", Commitment.DECLINES),
        ("The union doubts that the ships had fired.", Commitment.DOUBTS),
        ("A court ruled that the navy had fired.", Commitment.ASSERTS),
        ("The navy ruled out that its ships had fired.", Commitment.DENIES),
        ("Yet the navy has said that its ships fired.", Commitment.ASSERTS),
        ("The navy did not deny that its ships had fired.", Commitment.HEDGES),
    ],
    ids=lambda v: v if isinstance(v, str) else v.value,
)
def test_commitment(extractor, parsed, text, commitment):
    found = [f["attribution"] for f in _said(extractor, parsed, text) if f["cue"]]
    assert [a.commitment for a in found] == [commitment]


def test_floating_quotation_goes_on(extractor, parsed):
    text = "“The bus was hit,” said Maria Lopez. “Four men were wounded. They are in hospital.”"
    found = _said(extractor, parsed, text)
    assert _one(found, source="Maria Lopez").manner is Manner.DIRECT
    floating = _one(found, content="“Four men were wounded. They are in hospital.”")
    assert floating.manner is Manner.FLOATING and not floating.source


def test_passive_without_source(extractor, parsed):
    found = _said(extractor, parsed, "Snipers are said to be hiding in the old mill.")
    said = [f["attribution"] for f in found if f["cue"]]
    assert [a.manner for a in said] == [Manner.PASSIVE]
    assert not said[0].source


def test_when_somebody_spoke_is_a_statement_without_its_conjunction(extractor, parsed):
    text = "“The quay will reopen,” Lena Marsh said after the storm had passed."
    narrated = [a for a in extractor(parsed(text)) if a.manner is Manner.NARRATOR]
    assert [joined(a.content, text) for a in narrated] == ["the storm had passed"]
    whole = "After the storm had passed, ferries ran."
    (voice,) = extractor(parsed(whole))
    assert joined(voice.content, whole).startswith("After")


def test_narrator_keeps_what_nobody_else_says(extractor, parsed):
    found = _said(extractor, parsed, "The bridge reopened on Sunday. The mayor said traffic was light.")
    narrated = [f for f in found if f["attribution"].manner is Manner.NARRATOR]
    assert [f["content"] for f in narrated] == ["The bridge reopened on Sunday"]


@pytest.mark.parametrize(
    "text",
    ["", "¶¶¶", "“““ ‘‘", "SAID SAID SAID", "word " * 600, "He said: “" + "x. " * 200],
    ids=["empty", "marks", "opening marks", "all capitals", "no full stop", "never closed"],
)
def test_odd_text_does_no_harm(extractor, parsed, text):
    for a in extractor(parsed(text)):
        for span in (*a.source, *a.cue, *a.content, *a.relay):
            assert 0 <= span.start < span.end <= len(text)


def test_ids_are_unique_and_holders_exist(extractor, parsed):
    text = "Radio Sud said the mayor had told it that a witness had said the dam was full."
    found = extractor(parsed(text))
    ids = [a.id for a in found]
    assert len(set(ids)) == len(ids)
    assert {a.inside for a in found} - {None} <= set(ids)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry made no mention of any raids on the port.",
        "The colonel said the assault was over, although he gave no casualty toll.",
    ],
)
def test_what_somebody_does_not_tell_is_no_content(extractor, parsed, text):
    found = _said(extractor, parsed, text)
    assert not [f for f in found if f["content"] in ("any raids on the port", "no casualty toll")]


@pytest.mark.parametrize(
    "text",
    [
        "“There were over 100 people on board,” union leader Halima Said told reporters.",
        '"There were over 100 people on board," union leader Halima Said told reporters. It sank, she said.',
    ],
)
def test_a_surname_that_looks_like_a_verb_of_saying_stays_with_its_name(extractor, parsed, text):
    found = [f for f in _said(extractor, parsed, text) if "100 people" in f["content"]]
    assert [(f["source"], f["cue"]) for f in found] == [("union leader Halima Said", "told")]


def test_a_headline_in_capitals_keeps_its_verb_of_saying(extractor, parsed):
    found = _said(extractor, parsed, "Police Said Ten People Were Hurt")
    assert [f["source"] for f in found if f["cue"]] == ["Police"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "In the second city, Ostrana, police commander Filip Huda said 30 people were held.",
            "police commander Filip Huda",
        ),
        ("Filip Huda, the commander, said 30 people were held.", "Filip Huda, the commander"),
    ],
)
def test_a_place_before_the_speaker_is_no_part_of_the_source(text, source, extractor, parsed):
    assert [f["source"] for f in _said(extractor, parsed, text) if f["source"]] == [source]


def test_who_gives_a_thing_says_nothing(extractor, parsed):
    text = "Team doctor Hugo Vandeven gave the sprinter the banned injection, an investigator said."
    assert [f["source"] for f in _said(extractor, parsed, text) if f["source"]] == ["an investigator"]
