"""The order in which a report is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from claims.core.relation import Kind, Label, Relation
from claims.core.report import Report
from claims.reporting.digest import Digest, digest

Relate = Callable[..., Report]


@pytest.fixture(scope="module")
def found(report: Report) -> Digest:
    return digest(report)


def pair(id: str, a: str, b: str, label: Label, score: float = 0.8, why: str = "So.") -> Relation:
    return Relation(id, a, b, label, Kind.COUNT, score, (why,))


def test_contradictions_come_first_and_the_surest_of_them_leads(found: Digest) -> None:
    assert [(q.label, q.score) for q in found.questions] == [
        (Label.CONTRADICTS, 0.91),
        (Label.CONTRADICTS, 0.86),
        (Label.DIFFERS, 0.74),
    ]


def test_a_side_names_who_speaks_for_it_and_through_whom(found: Digest) -> None:
    voice = found.questions[0].accounts[0].voices[0]
    assert (voice.name, voice.about, voice.relays) == (
        "Talvan officials",
        "official, Talva",
        ("Newswire",),
    )


def test_a_party_of_the_same_name_is_not_said_twice(found: Digest) -> None:
    voice = found.questions[1].accounts[1].voices[0]
    assert (voice.name, voice.about) == ("Hill Front", "armed group")


def test_corroboration_is_grouped_through_others(relate: Relate) -> None:
    a, b, c = "a2.c1", "a2.c2", "a3.c3"
    chain = (pair("x", a, b, Label.CORROBORATES, 0.9), pair("y", b, c, Label.CORROBORATES, 0.6))
    (group,) = digest(relate(chain)).agreements
    assert [v.name for v in group.voices] == ["civil defence", "hospital director", "shopkeepers"]
    assert group.score == 0.6


def test_corroboration_through_one_channel_is_warned_of(relate: Relate) -> None:
    through_one = (pair("x", "a1.c3", "a1.c5", Label.CORROBORATES),)
    report = relate(through_one)
    other = replace(report.claim("a1.c5"), source="s4")
    claims = tuple(other if c.id == other.id else c for c in report.claims)
    (group,) = digest(replace(report, claims=claims)).agreements
    assert group.caveat == "all of them through Newswire: one channel, so perhaps not independent"


def test_independent_corroboration_needs_no_warning(found: Digest) -> None:
    assert [a.caveat for a in found.agreements] == [None, None]


def test_figures_that_moved_stand_in_their_order(relate: Relate) -> None:
    moved = (
        pair("x", "a3.c1", "a3.c3", Label.UPDATES),
        pair("y", "a2.c1", "a3.c1", Label.UPDATES),
    )
    (change,) = digest(relate(moved)).changes
    assert [s.figure for s in change.steps] == ["At least 12 people", "17 people", "Dozens"]


def test_updates_in_a_circle_are_shown_as_they_came(relate: Relate) -> None:
    circle = (pair("x", "a3.c1", "a2.c1", Label.UPDATES), pair("y", "a2.c1", "a3.c1", Label.UPDATES))
    (change,) = digest(relate(circle)).changes
    assert [s.figure for s in change.steps] == ["At least 12 people", "17 people"]


def test_claims_without_a_named_source_come_last(found: Digest) -> None:
    names = [s.name for s in found.sections]
    assert names[0] == "Ruvian defence ministry"
    assert names[-2:] == ["No source named", "In the article's own voice"]


def test_sources_without_a_claim_have_no_section(found: Digest) -> None:
    assert "Newswire" not in [s.name for s in found.sections]


def test_every_claim_is_in_exactly_one_section(found: Digest, report: Report) -> None:
    entries = [e for s in found.sections for e in s.entries]
    shown = [c.id for e in entries for c in (e.claim, *e.again)]
    assert sorted(shown) == sorted(c.id for c in report.claims)


def test_a_repeated_claim_stands_under_the_first(relate: Relate) -> None:
    report = relate((pair("x", "a2.c1", "a3.c1", Label.REPEATS),))
    section = next(s for s in digest(report).sections if s.name == "civil defence")
    assert [(e.claim.id, [c.id for c in e.again]) for e in section.entries] == [("a2.c1", ["a3.c1"])]


def test_a_repetition_by_another_source_stays_with_that_source(relate: Relate) -> None:
    report = relate((pair("x", "a2.c1", "a2.c2", Label.REPEATS),))
    entries = [e for s in digest(report).sections for e in s.entries]
    assert all(e.again == () for e in entries)


def test_each_reason_is_given_once_and_says_when_it_is_for_another_label(relate: Relate) -> None:
    base = digest_question(relate)
    assert base == ("Because.", "differs: Whose they are is not said.")


def digest_question(relate: Relate) -> tuple[str, ...]:
    relations = (
        pair("r1", "a1.c3", "a1.c4", Label.CONTRADICTS, 0.7, "Because."),
        pair("r9", "a1.c3", "a1.c1", Label.DIFFERS, 0.9, "Whose they are is not said."),
        pair("r8", "a1.c3", "a1.c2", Label.CONTRADICTS, 0.6, "Because."),
    )
    report = relate(relations)
    from claims.core.relation import Disagreement, Side

    sides = (Side("none", ("a1.c3",), ("s2",)), Side("some", ("a1.c4", "a1.c1"), ("s1",)))
    asked = Disagreement("d", "How many?", sides, 0.7, relations=("r1", "r8", "r9"))
    return digest(replace(report, disagreements=(asked,))).questions[0].reasons
