from __future__ import annotations

import math
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.core.attribution import Commitment
from claims.core.claim import Claim, Quantity
from claims.core.relation import Label
from claims.stance import Entailment, relate
from claims.stance.comparators import COMPARATORS, counts
from claims.stance.context import Context
from claims.stance.fusion import related
from claims.stance.intervals import Interval, about_equal, interval, overlap
from claims.stance.lexicon import Lexicon
from claims.stance.run import Run
from claims.stance.verdict import Verdict
from tests.stance.builders import articles, claim, clock, count, someone, sources, toll

LEXICON = Lexicon.load()

numbers = st.integers(0, 60)
parties = st.sampled_from([None, "North", "South"])
nouns = st.sampled_from([None, "person", "soldier", "fighter", "child", "casualty", "vehicle"])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low = draw(numbers)
    high = draw(st.one_of(st.none(), st.integers(low, 80)))
    return count(
        draw(st.sampled_from(["killed", "injured", "casualties", "vehicle"])),
        draw(st.sampled_from(["some", "a", "at least so many", ""])),
        low,
        high,
        draw(nouns),
        party=draw(parties),
        exact=draw(st.booleans()),
        vague=draw(st.booleans()),
        subset=draw(st.booleans()),
    )


@st.composite
def any_claim(draw: st.DrawFn, id: str) -> Claim:
    people = st.one_of(
        st.none(),
        st.sampled_from(["rebels", "the clinic", "North troops", "a rocket", "the ferry"]).map(
            lambda text: someone(text, party="North" if "North" in text else None)
        ),
    )
    return claim(
        id,
        "Something happened at the old mill",
        draw(st.sampled_from(["kill", "hit", "sink", "rise", "remain", "happen", "fail", "beat"])),
        frame=draw(st.sampled_from([None, "attack", "kill", "rise"])),
        commitment=draw(st.sampled_from(list(Commitment))),
        negated=draw(st.booleans()),
        hedged=draw(st.booleans()),
        agent=draw(people),
        patient=draw(people),
        happening=draw(st.sampled_from([None, "mill fire"])),
        when=draw(st.sampled_from([None, clock("noon", 12), clock("later", 13)])),
        instrument=draw(st.sampled_from([None, "drone", "gas leak"])),
        words=draw(st.sampled_from(["mill fire", "mill fire afloat", "prevent mill hit clinic", ""])),
        source=draw(st.sampled_from(["one", "two"])),
        figures=tuple(draw(st.lists(quantities(), max_size=2))),
    )


def context(*claims: Claim) -> Context:
    return Context.of(claims[0], claims[1], Run(claims, sources(*claims), articles(*claims), LEXICON))


def mirrored(verdict: Verdict | None) -> tuple | None:
    if verdict is None:
        return None
    later = not verdict.later if verdict.label is Label.UPDATES else verdict.later
    return verdict.label, verdict.kind, verdict.score, later


def plain(verdict: Verdict | None) -> tuple | None:
    return None if verdict is None else (verdict.label, verdict.kind, verdict.score, verdict.later)


@given(any_claim("a"), any_claim("b"))
@settings(deadline=None, max_examples=300)
def test_comparators_do_not_mind_the_order(a: Claim, b: Claim) -> None:
    for compare in COMPARATORS:
        there, back = compare(a, b, context(a, b)), compare(b, a, context(b, a))
        assert plain(there) == mirrored(back), compare.__module__


@given(st.tuples(numbers, numbers), st.tuples(numbers, numbers), st.booleans(), st.booleans())
@settings(deadline=None)
def test_overlapping_intervals_never_contradict(
    one: tuple[int, int], other: tuple[int, int], open_end: bool, vague: bool
) -> None:
    a, b = (
        toll(id, "so many", min(ends), None if open_end and id == "a" else max(ends), vague=vague)
        for id, ends in (("a", one), ("b", other))
    )
    found = counts.compare(a, b, context(a, b))
    sizes = interval(a.quantities[0]), interval(b.quantities[0])
    if overlap(*sizes) or about_equal(*sizes):
        assert found is None or found.label is not Label.CONTRADICTS
    else:
        assert found is not None
        assert found.label in {Label.CONTRADICTS, Label.DIFFERS}


@given(any_claim("a"))
@settings(deadline=None)
def test_a_claim_repeats_itself(a: Claim) -> None:
    found = related(a, a, Run([a], {}, {}, LEXICON))
    assert found is not None
    assert found.label is Label.REPEATS


@given(any_claim("a"), any_claim("b"))
@settings(deadline=None, max_examples=100)
def test_relations_point_at_claims_and_say_why(a: Claim, b: Claim) -> None:
    for relation in relate([a, b], {}, {}).relations:
        assert {relation.a, relation.b} == {"a", "b"}
        assert 0 < relation.score <= 1
        assert all(relation.reasons)
        assert (relation.kind is None) == (relation.label is Label.REPEATS)


def archive(size: int) -> list[Claim]:
    """Claims of many articles of which three each tell of one fire in a street of its own."""
    return [
        toll(
            f"c{n}",
            str(n % 40),
            n % 40,
            n % 40,
            happening=f"fire at number{n // 3}",
            words=f"fire at number{n // 3} report rescue crew street",
            places=(f"Town{n % 7}x",) if n % 2 else (),
        )
        for n in range(size)
    ]


def test_work_grows_with_the_number_of_articles_and_not_with_its_square() -> None:
    claims = archive(2_000)
    start = perf_counter()
    found = relate(claims, sources(*claims), articles(*claims))
    assert perf_counter() - start < 10
    fires = {c.id: c.proposition.happening for c in claims}
    assert len(found.relations) > 300
    assert all(fires[r.a] == fires[r.b] for r in found.relations)


def test_events_join_what_the_gate_calls_the_same_and_mark_the_claims() -> None:
    claims = [
        toll("a", "12", 12, 12, places=("Homs",)),
        toll("b", "17", 17, 17, places=("Homs",)),
        toll("c", "9", 9, 9, places=("Hama",), happening="bus crash", words="bus crash"),
    ]
    found = relate(claims, {}, {})
    assert [(e.what, e.where, e.claims) for e in found.events] == [("market fire", "Homs", ("a", "b"))]
    assert [c.event for c in found.claims] == ["e1", "e1", None]


def test_a_chain_of_likenesses_does_not_join_two_towns() -> None:
    claims = [
        toll("a", "12", 12, 12, places=("Homs",)),
        toll("b", "12", 12, 12),
        toll("c", "12", 12, 12, places=("Hama",)),
    ]
    for event in relate(claims, {}, {}).events:
        assert not {"a", "c"} <= set(event.claims)


def test_the_model_is_asked_of_two_sources_that_speak_of_one_happening() -> None:
    class Model:
        asked: list[tuple[str, str]]

        def probabilities(self, pairs):
            self.asked = list(pairs)
            return [Entailment(0.0, 1.0, 0.0) for _ in pairs]

    model = Model()
    claims = [
        toll("a", "12", 12, 12),
        toll("b", "17", 17, 17),
        toll("c", "17", 17, 17, places=("Homs",), happening="crash"),
        toll("d", "15", 15, 15, source="source a"),
    ]
    relate(claims, {}, {}, model)
    told = {c.statement: c.id for c in claims}
    pairs = {frozenset({told[x], told[y]}) for x, y in model.asked}
    assert frozenset({"a", "b"}) in pairs
    assert frozenset({"a", "d"}) not in pairs
    assert len(model.asked) == 2 * len(pairs)


def test_one_source_that_says_it_twice_repeats() -> None:
    a = toll("a", "12", 12, 12, source="mayor")
    b = replace(toll("b", "Twelve", 12, 12, source="mayor"), statement="The fire left a dozen dead")
    assert [r.label for r in relate([a, b], {}, {}).relations] == [Label.REPEATS]


@pytest.mark.parametrize(("bound", "figure", "same"), [(61, 60, True), (12, 11, False), (101, 100, True)])
def test_over_a_round_number_is_about_that_number(bound: int, figure: int, same: bool) -> None:
    assert about_equal(Interval(bound, math.inf), Interval(figure, figure)) is same
