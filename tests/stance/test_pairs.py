"""The cases that any tracker of conflicting claims must get right, in words of our own."""

from __future__ import annotations

from datetime import date

import pytest

from claims.core.attribution import Commitment
from claims.core.claim import Claim, Moment
from claims.core.relation import Kind, Label, Relation
from claims.stance import relate
from tests.stance.builders import articles, claim, clock, count, day, someone, sources, toll

Case = tuple[list[Claim], Label | None, Kind | None]


def hurt(
    id: str, text: str, low: float, high: float | None, of: str, party: str | None = None, **more
) -> Claim:
    more.setdefault("measure", "injured")
    return toll(
        id, text, low, high, of=of, party=party, happening="bridge ambush", words="bridge ambush", **more
    )


def march(id: str, text: str, low: float, high: float, **more) -> Claim:
    figure = count("present", text, low, high, "person", **more)
    return claim(
        id,
        f"{text} people rallied in the harbour on Saturday",
        "rally",
        agent=someone("people"),
        places=("the harbour",),
        when=Moment("on Saturday"),
        words="people rally harbour",
        figures=(figure,),
    )


def struck(id: str, agent: str, party: str | None, **more) -> Claim:
    return claim(
        id,
        f"{agent} hit the clinic",
        "hit",
        frame="attack",
        agent=someone(agent, party=party),
        patient=someone("the clinic"),
        words="hit clinic",
        **more,
    )


def crossed(id: str, commitment: Commitment = Commitment.ASSERTS, **more) -> Claim:
    return claim(
        id,
        "Tanks crossed the river",
        "cross",
        agent=someone("tanks", "tank"),
        patient=someone("the river"),
        words="tank cross river",
        commitment=commitment,
        **more,
    )


def match(id: str, winner: str, loser: str) -> Claim:
    return claim(
        id,
        f"{winner} beat {loser} in the cup",
        "beat",
        agent=someone(winner),
        patient=someone(loser),
        words=f"{winner} {loser} beat cup".casefold(),
    )


def rate(id: str, text: str, percent: float, period: str | None, predicate: str = "be") -> Claim:
    figure = count("percent", text, percent, percent, "price", unit="percent", period=period)
    return claim(
        id,
        f"Prices {predicate} {text} in April",
        predicate,
        frame=predicate,
        patient=someone("prices", "price"),
        when=Moment("in April"),
        words="price april",
        figures=(figure,),
    )


def ship(id: str, predicate: str, words: str) -> Claim:
    return claim(
        id,
        f"The tanker {predicate} {words}",
        predicate,
        agent=someone("the tanker"),
        places=("Bari",),
        words=f"tanker {words}",
    )


def crash(id: str, **more) -> Claim:
    return toll(id, "Nine", 9, 9, happening="coach crash", words="coach crash leave road ridge rain", **more)


CASES: dict[str, Case] = {
    "1 exact against none of one party": (
        [
            hurt("a", "Three", 3, 3, "soldier", "Turkey"),
            hurt("b", "none of Turkey's soldiers", 0, 0, "soldier", "Turkey"),
        ],
        Label.CONTRADICTS,
        Kind.COUNT,
    ),
    "2 one does not say whose": (
        [hurt("a", "Three", 3, 3, "soldier"), hurt("b", "none", 0, 0, "soldier", "Turkey")],
        Label.DIFFERS,
        Kind.VICTIM,
    ),
    "3 soldiers of two armies": (
        [hurt("a", "Three", 3, 3, "soldier", "Syria"), hurt("b", "none", 0, 0, "soldier", "Turkey")],
        None,
        None,
    ),
    "4 a floor and a higher figure": (
        [toll("a", "At least 12", 12, None), toll("b", "17", 17, 17)],
        Label.DIFFERS,
        Kind.COUNT,
    ),
    "5 a floor above the figure": (
        [toll("a", "At least 20", 20, None), toll("b", "17", 17, 17)],
        Label.CONTRADICTS,
        Kind.COUNT,
    ),
    "6 more than and fewer than": (
        [
            toll("a", "More than 100", 101, None, of="miner"),
            toll("b", "Fewer than 80", 0, 79, of="miner"),
        ],
        Label.CONTRADICTS,
        Kind.COUNT,
    ),
    "7 about and some": (
        [
            toll("a", "About 500", 500, 500, measure="displaced", of="family", exact=False),
            toll("b", "some 480", 480, 480, measure="displaced", of="family", exact=False),
        ],
        Label.CORROBORATES,
        Kind.COUNT,
    ),
    "8 tens of thousands against a few": (
        [
            march("a", "Tens of thousands of", 20_000, 100_000, vague=True, exact=False),
            march("b", "4,000", 4_000, 4_000),
        ],
        Label.CONTRADICTS,
        Kind.COUNT,
    ),
    "9 a part named in both": (
        [
            claim(
                "a",
                "Twelve people, including three children, were killed in the raid",
                "kill",
                happening="dawn raid",
                words="dawn raid",
                figures=(
                    count("killed", "Twelve", 12, 12, "person"),
                    count("killed", "three children", 3, 3, "child", subset=True),
                ),
            ),
            toll("b", "Three", 3, 3, of="child", happening="dawn raid", words="dawn raid"),
        ],
        Label.CORROBORATES,
        Kind.COUNT,
    ),
    "10 a toll that has risen": (
        [
            toll("a", "Twelve", 12, 12, happening="collapse", words="collapse", source="rescuers"),
            toll(
                "b",
                "15",
                15,
                15,
                happening="collapse",
                words="toll collapse rise",
                source="rescuers",
                predicate="rise",
            ),
        ],
        Label.UPDATES,
        Kind.COUNT,
    ),
    "11 two towns": (
        [
            toll("a", "12", 12, 12, happening="strike", words="strike", places=("Aleppo",), source="monitor"),
            toll("b", "nine", 9, 9, happening="strike", words="strike", places=("Idlib",), source="monitor"),
        ],
        None,
        None,
    ),
    "14 a state's strike or a militant rocket": (
        [
            struck("a", "an Israeli air strike", "Israel"),
            struck("b", "a stray militant rocket", None),
        ],
        Label.CONTRADICTS,
        Kind.BLAME,
    ),
    "15 each side blames the other": (
        [struck("a", "Russian forces", "Russia"), struck("b", "Ukrainian forces", "Ukraine")],
        Label.CONTRADICTS,
        Kind.BLAME,
    ),
    "16 a denial": (
        [crossed("a", Commitment.DENIES), crossed("b")],
        Label.CONTRADICTS,
        Kind.DENIAL,
    ),
    "17 no confirmation is no denial": ([crossed("a", Commitment.DECLINES), crossed("b")], None, None),
    "18 a prevention that failed": (
        [
            claim(
                "a",
                "The wardens failed to prevent the raid on the warehouse",
                "fail",
                agent=someone("the wardens", "warden"),
                words="warden fail prevent raid warehouse",
                happening="raid on the warehouse",
            ),
            claim("b", "The warehouse was raided", "raid", frame="attack", patient=someone("the warehouse")),
        ],
        Label.CORROBORATES,
        Kind.OUTCOME,
    ),
    "19 who beat whom": (
        [match("a", "Albion", "Wanderers"), match("b", "Wanderers", "Albion")],
        Label.CONTRADICTS,
        Kind.OUTCOME,
    ),
    "20 one time by two clocks": (
        [
            claim(
                "a",
                "The eruption happened at 10:00 local time",
                "happen",
                happening="eruption",
                when=clock("10:00 local time", 7),
            ),
            claim(
                "b",
                "The eruption happened at 07:00 GMT",
                "happen",
                happening="eruption",
                when=clock("07:00 GMT", 7),
            ),
        ],
        Label.CORROBORATES,
        Kind.TIME,
    ),
    "21 sunk or afloat": (
        [ship("a", "sink", ""), ship("b", "remain", "afloat")],
        Label.CONTRADICTS,
        Kind.OUTCOME,
    ),
    "21 halted and to resume": (
        [
            claim(
                "a", "Regulators halted the trial", "halt", patient=someone("the trial"), words="halt trial"
            ),
            claim("b", "The trial would resume", "resume", agent=someone("the trial"), words="resume trial"),
        ],
        None,
        None,
    ),
    "22 may have and did not": (
        [
            claim(
                "a",
                "The mayor may have seen the letter",
                "see",
                hedged=True,
                agent=someone("the mayor"),
                patient=someone("the letter"),
                words="mayor see letter",
            ),
            claim(
                "b",
                "The mayor did not see the letter",
                "see",
                negated=True,
                agent=someone("the mayor"),
                patient=someone("the letter"),
                words="mayor see letter",
            ),
        ],
        Label.DIFFERS,
        Kind.DENIAL,
    ),
    "23 two periods": (
        [rate("a", "5.1 percent", 5.1, "year on year"), rate("b", "0.3 percent", 0.3, "month on month")],
        None,
        None,
    ),
    "24 rose or fell": (
        [rate("a", "4 percent", 4, None, "fall"), rate("b", "4 percent", 4, None, "rise")],
        Label.CONTRADICTS,
        Kind.OUTCOME,
    ),
    "25 one agency's words in two outlets": (
        [crash("a", relays=("agency",)), crash("b", relays=("agency",))],
        Label.REPEATS,
        None,
    ),
    "a bare plural against none": (
        [
            hurt(
                "a",
                "Turkish casualties",
                1,
                None,
                "casualty",
                "Turkey",
                measure="casualties",
                vague=True,
                exact=False,
            ),
            hurt("b", "none", 0, 0, "soldier", "Turkey"),
        ],
        Label.CONTRADICTS,
        Kind.COUNT,
    ),
    "killed against injured": (
        [toll("a", "12", 12, 12), toll("b", "17", 17, 17, measure="injured")],
        None,
        None,
    ),
    "a doubt against a statement": (
        [crossed("a", Commitment.DOUBTS), crossed("b")],
        Label.DIFFERS,
        Kind.DENIAL,
    ),
    "a part above the whole": (
        [toll("a", "At least 25", 25, None, of="fighter"), toll("b", "15", 15, 15)],
        Label.CONTRADICTS,
        Kind.COUNT,
    ),
    "a part below the whole": ([toll("a", "14", 14, 14, of="civilian"), toll("b", "30", 30, 30)], None, None),
    "an hour apart": (
        [
            claim(
                "a",
                "The eruption happened at 13:30",
                "happen",
                happening="eruption",
                when=clock("13:30", 13, 30),
            ),
            claim(
                "b",
                "The eruption happened at 14:30",
                "happen",
                happening="eruption",
                when=clock("14:30", 14, 30),
            ),
        ],
        Label.CONTRADICTS,
        Kind.TIME,
    ),
    "two days": (
        [
            toll("a", "12", 12, 12, when=day("14 July", 14)),
            toll("b", "17", 17, 17, when=day("2 July", 2), happening="fire", words="fire"),
        ],
        None,
        None,
    ),
}


def only_relation(claims: list[Claim], **published: date) -> Relation | None:
    found = relate(claims, sources(*claims), articles(*claims, **published)).relations
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_pair_has_the_label_and_kind_of_a_careful_reader(case: Case) -> None:
    claims, label, kind = case
    found = only_relation(claims)
    assert (found.label if found else None, found.kind if found else None) == (label, kind)
    if found is not None:
        assert 0 < found.score <= 1
        assert all(found.reasons)


@pytest.mark.parametrize(
    ("whole", "text", "wanted"),
    [("casualties", "30", Label.CORROBORATES), ("killed", "Thirty", Label.CONTRADICTS)],
    ids=["12 casualties add up", "13 killed do not"],
)
def test_sum_of_two_parts_of_one_statement(whole: str, text: str, wanted: Label) -> None:
    parts = {"article": "hospital", "attribution": "hospital says", "source": "hospital"}
    claims = [
        toll("a", text, 30, 30, measure=whole),
        toll("b", "Eight", 8, 8, **parts),
        toll("c", "22", 22, 22, measure="injured", at=40, **parts),
    ]
    found = relate(claims, sources(*claims), articles(*claims)).relations
    assert {(r.a, r.b): r.label for r in found}["a", "b"] is wanted
    assert all(r.label is wanted and r.kind is Kind.COUNT for r in found)


def test_reason_cites_the_words() -> None:
    found = only_relation(CASES["a bare plural against none"][0])
    assert found is not None
    assert "“none” (soldier, Turkey) is 0" in found.reasons[0]
    assert "“Turkish casualties” is at least 1" in found.reasons[0]


def test_later_and_higher_by_date_is_an_update_whichever_is_given_first() -> None:
    late, early = (
        toll("late", "15", 15, 15, source="rescuers"),
        toll("early", "12", 12, 12, source="rescuers"),
    )
    found = only_relation([late, early], late=date(2024, 5, 3), early=date(2024, 5, 2))
    assert found is not None
    assert (found.label, found.a, found.b) == (Label.UPDATES, "early", "late")


def test_opposed_parties_do_not_update_each_other() -> None:
    claims = [toll("a", "12", 12, 12), toll("b", "40", 40, 40)]
    given = articles(*claims, a=date(2024, 5, 2), b=date(2024, 5, 3))
    found = relate(claims, sources(*claims, a="North", b="South"), given).relations
    assert [r.label for r in found] == [Label.CONTRADICTS]


def test_narrator_is_no_second_witness() -> None:
    claims = [toll("a", "12", 12, 12, article="one"), toll("b", "12", 12, 12, article="one", at=60)]
    named = relate(claims, sources(*claims), articles(*claims)).relations
    told = relate(claims, sources(*claims, a="narrator"), articles(*claims)).relations
    assert [r.label for r in named] == [Label.CORROBORATES]
    assert told == ()


def test_claim_within_another_is_not_compared_with_it() -> None:
    outer = toll("a", "12", 12, 12, article="one")
    inner = toll("b", "17", 17, 17, article="one", at=2)
    apart = toll("b", "17", 17, 17, article="one", at=90)
    assert outer.spans[0].overlaps(inner.spans[0])
    inside = relate([toll("a", "12 or so or so", 12, 12, article="one"), inner], {}, {}).relations
    assert inside == ()
    assert [r.label for r in relate([outer, apart], {}, {}).relations] == [Label.CONTRADICTS]


def test_claims_without_anything_known_are_not_related() -> None:
    assert relate([claim("a", "", ""), claim("b", "", "")], {}, {}).relations == ()


def test_tolls_of_two_sides_deeds_are_two_tolls() -> None:
    one = toll("1", "nine", 9, 9, agent=someone("Russian jets", party="Russia"))
    other = toll("2", "four", 4, 4, agent=someone("Syrian rebels", party="Syrian opposition"))
    assert not [r for r in related(one, other) if r.kind is Kind.COUNT]
    unsaid = toll("3", "four", 4, 4)
    assert [r.label for r in related(one, unsaid)] == [Label.CONTRADICTS]


def test_figures_of_one_side_may_be_successive() -> None:
    pair = (toll("1", "nine", 9, 9), toll("2", "four", 4, 4))
    assert [r.label for r in related(*pair, **{"1": "Peru", "2": "Peru"})] == [Label.DIFFERS]
    assert [r.label for r in related(*pair, **{"1": "Peru", "2": "Chile"})] == [Label.CONTRADICTS]


def related(*claims: Claim, **parties: str) -> tuple[Relation, ...]:
    return relate(claims, sources(*claims, **parties), articles(*claims)).relations


def test_who_disputes_one_account_and_gives_another_is_not_at_odds_with_himself() -> None:
    told = crossed("1", Commitment.ASSERTS, article="a", source="army")
    denied = crossed("2", Commitment.DENIES, article="a", source="army", at=100)
    other = crossed("3", Commitment.DENIES, article="a", source="rebels", at=100)
    assert related(told, denied) == ()
    assert [r.kind for r in related(told, other)] == [Kind.DENIAL]
