from __future__ import annotations

from dataclasses import replace

import pytest

from claims.core.attribution import Commitment
from claims.core.claim import Claim
from claims.core.relation import Disagreement, Kind, Label, Relation, Side
from claims.stance import relate
from graphs.disagreements import corroborated, find
from tests.stance.builders import articles, claim, clock, count, someone, sources, toll


def disagreements(claims: list[Claim]) -> tuple[Disagreement, ...]:
    stance = relate(claims, sources(*claims), articles(*claims))
    return find(stance.claims, stance.relations, stance.events, sources(*claims).values())


def found_with(claims: list[Claim], *relations: Relation) -> tuple[Disagreement, ...]:
    return find(claims, relations, (), sources(*claims).values())


def linked(
    n: int, a: str, b: str, label: Label, kind: Kind | None = Kind.COUNT, score: float = 0.8
) -> Relation:
    return Relation(f"r{n}", a, b, label, kind, score, ("because",))


def hurt(id: str, text: str, low: float, high: float | None, party: str | None, **more) -> Claim:
    return claim(
        id,
        f"{text} hurt at the bridge",
        "injure",
        patient=someone(text, "soldier", party),
        places=("Sarmin",),
        happening="bridge ambush",
        words="bridge ambush",
        figures=(count(more.pop("measure", "injured"), text, low, high, "soldier", party=party, **more),),
    )


@pytest.fixture
def patrol() -> list[Claim]:
    return [
        hurt("three", "three soldiers", 3, 3, None),
        hurt("none", "none of Turkey's soldiers", 0, 0, "Turkey"),
        hurt("some", "casualties", 1, None, "Turkey", measure="casualties", vague=True, exact=False),
    ]


def test_a_relation_between_two_events_joins_no_questions() -> None:
    ferry, bus = (
        [replace(hurt(f"{event}{n}", f"{n} people", n, n, None), event=event) for n in (3, 7)]
        for event in ("ferry", "bus")
    )
    found = found_with(
        [*ferry, *bus],
        linked(1, "ferry3", "ferry7", Label.CONTRADICTS),
        linked(2, "bus3", "bus7", Label.CONTRADICTS),
        linked(3, "ferry3", "bus7", Label.DIFFERS),
    )
    assert sorted(d.relations for d in found) == [("r1",), ("r2",), ("r3",)]


def test_one_question_with_its_sides(patrol: list[Claim]) -> None:
    (found,) = disagreements(patrol)
    assert found.question == "How many of Turkey's soldiers were injured in Sarmin?"
    assert (found.label, found.kind) == (Label.CONTRADICTS, Kind.COUNT)
    assert [(side.position, side.claims) for side in found.sides] == [
        ("three injured (whose is not said)", ("three",)),
        ("none", ("none",)),
        ("at least one casualty", ("some",)),
    ]
    assert [side.sources for side in found.sides] == [("source three",), ("source none",), ("source some",)]


def test_those_who_agree_are_one_side() -> None:
    (found,) = disagreements(
        [
            toll("a", "12", 12, 12),
            toll("b", "Twelve", 12, 12),
            toll("c", "30", 30, 30),
            toll("d", "30", 30, 30),
        ]
    )
    assert [(side.position, side.claims) for side in found.sides] == [
        ("twelve", ("a", "b")),
        ("30", ("c", "d")),
    ]
    assert found.question == "How many people were killed in the market fire?"


def test_those_who_contradict_are_never_one_side_even_through_a_common_friend() -> None:
    claims = [toll(i, "12", 12, 12) for i in "abc"]
    (found,) = found_with(
        claims,
        linked(1, "a", "c", Label.CONTRADICTS),
        linked(2, "a", "b", Label.CORROBORATES, score=0.9),
        linked(3, "b", "c", Label.CORROBORATES, score=0.5),
    )
    assert [side.claims for side in found.sides] == [("a", "b"), ("c",)]


def test_contradictions_come_first_and_then_the_surer() -> None:
    claims = [toll(i, i, n, n, happening=f"fire {i}") for n, i in enumerate("abcdef")]
    found = found_with(
        claims,
        linked(1, "a", "b", Label.DIFFERS, score=0.99),
        linked(2, "c", "d", Label.CONTRADICTS, score=0.6),
        linked(3, "e", "f", Label.CONTRADICTS, score=0.7),
    )
    assert [(d.id, d.relations) for d in found] == [("d1", ("r3",)), ("d2", ("r2",)), ("d3", ("r1",))]
    assert [d.label for d in found] == [Label.CONTRADICTS, Label.CONTRADICTS, Label.DIFFERS]


def test_two_slots_of_one_event_are_two_questions() -> None:
    claims = [toll("a", "12", 12, 12), toll("b", "17", 17, 17)]
    found = found_with(
        claims,
        linked(1, "a", "b", Label.CONTRADICTS),
        linked(2, "a", "b", Label.DIFFERS, Kind.WEAPON),
    )
    assert [d.kind for d in found] == [Kind.COUNT, Kind.WEAPON]


def test_agreement_alone_is_no_disagreement() -> None:
    assert disagreements([toll("a", "12", 12, 12), toll("b", "12", 12, 12)]) == ()


def deed(id: str, agent: str, party: str | None) -> Claim:
    return claim(
        id, f"{agent} shelled the dam", "shell", frame="attack",
        agent=someone(agent, party=party), patient=someone("The dam"), words="shell dam",
    )  # fmt: skip


def crossing(id: str, **more) -> Claim:
    return claim(
        id, "Tanks crossed the river", "cross",
        agent=someone("Tanks", "tank"), patient=someone("the river"), words="tank cross river", **more,
    )  # fmt: skip


def ferry(id: str, predicate: str, words: str) -> Claim:
    return claim(
        id,
        f"The ferry {predicate} {words}",
        predicate,
        agent=someone("The ferry"),
        words=f"ferry strait {words}",
    )


def burning(id: str, **more) -> Claim:
    statement, spark = "The fire was caused by a spark.", someone("a spark")
    return claim(id, statement, "fire", happening="fire", agent=spark, words="fire spark depot", **more)


def eruption(id: str, hour: int) -> Claim:
    return claim(
        id, "It happened", "happen", happening="eruption", when=clock(f"{hour}:00", hour), words="eruption"
    )


@pytest.mark.parametrize(
    ("claims", "question", "positions"),
    [
        (
            [deed("a", "Northern forces", "North"), deed("b", "Southern forces", "South")],
            "Who shelled the dam?",
            ["Northern forces", "Southern forces"],
        ),
        (
            [crossing("a", commitment=Commitment.DENIES), crossing("b")],
            "Did tanks cross the river?",
            ["no", "yes"],
        ),
        (
            [ferry("a", "sink", "quickly"), ferry("b", "remain", "afloat")],
            "What happened to the ferry?",
            ["The ferry sink quickly", "The ferry remain afloat"],
        ),
        (
            [burning("a", commitment=Commitment.DENIES), burning("b")],
            "Is it so: “The fire was caused by a spark”?",
            ["no", "yes"],
        ),
        ([eruption("a", 7), eruption("b", 9)], "When did the eruption happen?", ["7:00", "9:00"]),
    ],
    ids=["blame", "denial", "outcome", "denial by a noun", "time"],
)
def test_question_and_positions_in_words(claims: list[Claim], question: str, positions: list[str]) -> None:
    (found,) = disagreements(claims)
    assert found.question == question
    assert [side.position for side in found.sides] == positions


def test_nothing_is_asked_about_nobody() -> None:
    spared = claim("a", "Nobody was hurt", "hurt", patient=someone("Nobody"), words="port")
    treated = claim("b", "Two people were treated", "treat", patient=someone("Two people"), words="port")
    (found,) = found_with([spared, treated], linked(1, "a", "b", Label.CONTRADICTS, None))
    assert found.question == "Was anybody hurt?"


def test_of_what_there_was_none_it_is_asked_whether_there_was() -> None:
    none = claim("a", "There were no fighters there", "be", patient=someone("no fighters"), words="port")
    some = claim("b", "Three gunmen died", "die", patient=someone("three gunmen"), words="port")
    (found,) = found_with([none, some], linked(1, "a", "b", Label.CONTRADICTS, None))
    assert found.question == "Were there fighters?"


def test_corroborated_groups_name_every_source_and_leave_out_mere_repetition() -> None:
    claims = [
        toll("a", "12", 12, 12),
        toll("b", "12", 12, 12),
        toll("c", "12", 12, 12, source="source a"),
        toll("d", "9", 9, 9, happening="bus crash", words="bus crash", source="mayor"),
        toll("e", "9", 9, 9, happening="bus crash", words="bus crash", source="mayor"),
    ]
    stance = relate(claims, sources(*claims), articles(*claims))
    (found,) = corroborated(stance.claims, stance.relations)
    assert found == Side(claims[0].statement, ("a", "b", "c"), ("source a", "source b"))
