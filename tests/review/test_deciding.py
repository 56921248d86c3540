"""What people decide by plain forms, as a browser without scripts sends them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.core.claim import Quantity
from claims.core.review import (
    Evidence,
    Grade,
    Item,
    ItemKind,
    Judge,
    Merge,
    Split,
    State,
    Undo,
    Verdict,
)
from claims.store import Store
from tests.review.conftest import Answer, Running, Visitor

KeyOf = Callable[[str], str]
DIGEST = "ab" * 32


@pytest.fixture
def hurt(key_of: KeyOf) -> str:
    """The disagreement on how many Talvan soldiers were hurt."""
    return key_of("How many Talvan")


def claim_of(store: Store, dispute: str, words: str) -> str:
    return next(c.id for c in store.dispute(dispute).claims.values() if words in c.text)


def standing(store: Store, dispute: str):
    return store.dispute(dispute).standing


def judge(visitor: Visitor, dispute: str, version: int, verdict: str = "confirmed", **more: object) -> Answer:
    return visitor.post(f"/disputes/{dispute}/judge", version=version, verdict=verdict, **more)


def test_a_verdict_is_recorded_with_name_and_reason(anna: Visitor, store: Store, hurt: str) -> None:
    assert judge(anna, hurt, 0, why="Both speak of the patrol.").status == 303
    entry = store.history()[0]
    assert entry.decision.change == Judge(Verdict.CONFIRMED)
    assert (entry.decision.who, entry.decision.why) == ("Anna", "Both speak of the patrol.")
    assert standing(store, hurt).state is State.REVIEWED


def test_after_a_verdict_the_next_that_is_undecided_opens(anna: Visitor, hurt: str, key_of: KeyOf) -> None:
    assert judge(anna, hurt, 0).headers["location"].startswith(f"/disputes/{key_of('Who was behind')}")
    judge(anna, key_of("Who was behind"), 0)
    last = judge(anna, key_of("How many soldiers were injured"), 0, "rejected")
    assert last.headers["location"] == "/"
    page = anna.get("/").text
    assert "3 of 3 decided" in page
    assert "Entry 3: you rejected it." in page


def test_what_was_skipped_comes_again_after_the_rest(anna: Visitor, hurt: str, key_of: KeyOf) -> None:
    second = anna.get(f"/disputes/{hurt}/next").headers["location"]
    assert second == f"/disputes/{key_of('Who was behind')}?start=1"
    third = anna.get(second.replace("?", "/next?")).headers["location"]
    key = third.partition("?")[0].removeprefix("/disputes/")
    assert judge(anna, key, 0, asked="start=2").headers["location"] == f"/disputes/{hurt}"


def test_the_filter_of_the_queue_is_kept_on_the_way(anna: Visitor, key_of: KeyOf) -> None:
    first, second = key_of("How many Talvan"), key_of("How many soldiers")
    page = anna.get("/?kind=count").text
    assert "Who was behind" not in page
    assert f"/disputes/{first}?kind=count" in page
    assert (
        judge(anna, first, 0, asked="kind=count").headers["location"]
        == f"/disputes/{second}?kind=count&start=1"
    )


def test_a_second_review_is_another_person_s(desk: Running, anna: Visitor, store: Store, hurt: str) -> None:
    judge(anna, hurt, 0)
    ben = desk.visitor("Ben")
    assert "Your verdict is the second review" in ben.get(f"/disputes/{hurt}").text
    assert "Your verdict is the second review" not in anna.get(f"/disputes/{hurt}").text
    judge(ben, hurt, 1, asked="state=reviewed")
    found = standing(store, hurt)
    assert (found.state, found.reviewer, found.second_reviewer) == (State.SECOND_REVIEW, "Anna", "Ben")


def test_a_first_reviewer_cannot_move_it_to_second_review(anna: Visitor, hurt: str) -> None:
    judge(anna, hurt, 0)
    answer = anna.post(f"/disputes/{hurt}/move", version=1, state="second review")
    assert answer.status == 422
    assert "the second is for another person" in answer.text


def test_a_decision_is_taken_back(anna: Visitor, store: Store, hurt: str) -> None:
    judge(anna, hurt, 0)
    page = anna.get("/").text
    assert f'action="/undo/disagreement/{hurt}"' in page
    answer = anna.post(f"/undo/disagreement/{hurt}", version=1, entry=1, dispute=hurt)
    assert answer.headers["location"] == f"/disputes/{hurt}"
    assert store.history()[0].decision.change == Undo(1)
    assert standing(store, hurt).verdict is None
    assert "Undo <kbd" not in anna.get("/").text
    assert "taken back by entry 2" in anna.get(f"/disputes/{hurt}").text


def test_the_account_that_evidence_supports(anna: Visitor, store: Store, hurt: str) -> None:
    claim = claim_of(store, hurt, "none of its soldiers")
    answer = anna.post(
        f"/disputes/{hurt}/support",
        version=0,
        claim=claim,
        url=["https://hospital.example/list?a=1&b=2", "", "http://archive.example/2"],
        sha256=[DIGEST.upper(), "", ""],
        note=["admission list", "", ""],
    )
    assert answer.headers["location"] == f"/disputes/{hurt}"
    found = standing(store, hurt)
    assert found.supports == claim
    assert found.evidence == (
        Evidence("https://hospital.example/list?a=1&b=2", DIGEST, "admission list"),
        Evidence("http://archive.example/2"),
    )
    page = anna.get(f"/disputes/{hurt}").text
    assert 'href="https://hospital.example/list?a=1&amp;b=2" rel="noopener noreferrer external"' in page
    assert page.count("the evidence supports this account") == 1


def test_what_was_typed_stays_when_a_form_is_refused(anna: Visitor, store: Store, hurt: str) -> None:
    answer = anna.post(
        f"/disputes/{hurt}/support",
        version=0,
        claim="neither",
        url="https://a.example",
        sha256="12",
        note="my note",
    )
    assert answer.status == 422
    assert "A SHA-256 has 64 digits" in answer.text
    assert 'value="my note"' in answer.text
    assert 'value="https://a.example"' in answer.text
    assert 'value="neither" checked' in answer.text
    assert store.history() == ()


def test_an_event_is_graded(anna: Visitor, store: Store, hurt: str) -> None:
    event = store.dispute(hurt).event
    assert event
    anna.post(f"/events/{event.id}/assess", version=0, grade="weak", dispute=hurt)
    found = store.dispute(hurt).event_standing
    assert found and found.grade is Grade.WEAK


def test_the_state_moves(anna: Visitor, store: Store, hurt: str) -> None:
    anna.post(f"/disputes/{hurt}/move", version=0, state="in review")
    assert standing(store, hurt).state is State.IN_REVIEW


def test_a_flag_is_put_on_and_taken_off(anna: Visitor, store: Store, hurt: str) -> None:
    anna.post(f"/disputes/{hurt}/flag", version=0, on="yes")
    assert standing(store, hurt).flagged
    assert store.queue().lines[0].standing.flagged
    assert "Take flag off" in anna.get(f"/disputes/{hurt}").text
    anna.post(f"/disputes/{hurt}/flag", version=1, on="no")
    assert not standing(store, hurt).flagged


def test_a_claim_is_put_right(anna: Visitor, store: Store, hurt: str) -> None:
    claim = claim_of(store, hurt, "none of its soldiers")
    answer = anna.post(
        f"/claims/{claim}",
        version=0,
        dispute=hurt,
        statement="Two of Talva's soldiers were hurt.",
        source="The governor",
        low="2",
        high="2",
        measure="injured",
        of="soldier",
        words="two",
    )
    assert answer.status == 303
    found = store.dispute(hurt).claims[claim]
    assert found.statement == "Two of Talva's soldiers were hurt."
    assert store.dispute(hurt).sources[found.source].name == "the governor"
    # The party, which the form does not show, stays.
    assert found.quantities == (Quantity("injured", "soldier", 2, 2, "two", party="Talva"),)
    assert "put right the statement to" in anna.get(f"/disputes/{hurt}").text


def test_a_claim_that_is_not_changed_makes_no_entry(anna: Visitor, store: Store, hurt: str) -> None:
    claim = claim_of(store, hurt, "Talvan casualties")
    answer = anna.post(
        f"/claims/{claim}",
        version=0,
        dispute=hurt,
        statement="There were Talvan casualties.",
        source="Ruvian defence ministry",
        low="1",
        high="",
        measure="casualties",
        of="",
        words="casualties",
    )
    assert answer.status == 422
    assert "Nothing was changed" in answer.text
    assert store.history() == ()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"low": "many"}, "“many” is no number"),
        ({"low": "3", "high": "2"}, "is lower than the lowest"),
        ({"low": "-1"}, "out of range"),
        ({"low": "nan"}, "out of range"),
        ({"low": "inf"}, "out of range"),
        ({"measure": ""}, "A figure needs what is counted"),
        ({"statement": " "}, "“statement” is empty"),
        ({"statement": "x" * 2001}, "2,001 characters; 2,000 are allowed"),
    ],
)
def test_figures_and_words_that_cannot_be(
    anna: Visitor, store: Store, hurt: str, fields: dict[str, str], message: str
) -> None:
    claim = claim_of(store, hurt, "none of its soldiers")
    usual = {"statement": "x", "source": "The mayor", "low": "0", "measure": "injured"}
    answer = anna.post(f"/claims/{claim}", version=0, dispute=hurt, **{**usual, **fields})
    assert answer.status == 422
    assert message in answer.text
    assert store.history() == ()


def test_two_sources_become_one(anna: Visitor, store: Store, hurt: str) -> None:
    found = store.dispute(hurt)
    source = found.claims[claim_of(store, hurt, "none of its soldiers")].source
    unknown = anna.post(f"/sources/{source}", version=0, dispute=hurt, into="Nobody at all")
    assert unknown.status == 422
    assert anna.post(f"/sources/{source}", version=0, dispute=hurt, into="The governor").status == 303
    assert isinstance(store.history()[0].decision.change, Merge)
    assert "The governor" in anna.get(f"/disputes/{hurt}").text


def test_an_event_is_split_and_joined(anna: Visitor, store: Store, hurt: str) -> None:
    event = store.dispute(hurt).event
    assert event
    claim = claim_of(store, hurt, "Talvan casualties")
    page = anna.get(f"/disputes/{hurt}").text
    assert "Blast, Sarn" in page
    nothing = anna.post(f"/events/{event.id}/split", version=0, dispute=hurt)
    assert nothing.status == 422
    other = store.events_like(event)[0]
    assert anna.post(f"/events/{event.id}/join", version=0, dispute=hurt, into=other.id).status == 303
    anna.post(f"/undo/event/{event.id}", version=1, entry=1, dispute=hurt)
    split = anna.post(f"/events/{event.id}/split", version=2, dispute=hurt, claim=claim)
    assert split.status == 303
    assert store.history()[0].decision.change == Split((claim,))
    assert anna.get(f"/disputes/{hurt}").status == 200


def test_a_missed_claim_is_added_by_its_words(anna: Visitor, store: Store, hurt: str) -> None:
    dispute = store.dispute(hurt)
    article = store.article(next(iter(dispute.articles)))
    opposed = claim_of(store, hurt, "none of its soldiers")
    answer = anna.post(
        f"/articles/{article.id}",
        version=0,
        words="a car bomb hit   a patrol",
        source="A passer-by",
        statement="A car bomb hit a patrol.",
        opposes=opposed,
        dispute=hurt,
    )
    assert answer.status == 303
    assert answer.headers["location"].startswith(f"/articles/{article.id}?dispute={hurt}#claim-")
    claims, sources = store.claims_of(article.id)
    made = next(claim for claim in claims if claim.statement == "A car bomb hit a patrol.")
    assert made.text == "a car bomb hit a patrol"
    assert sources[made.source].name == "A passer-by"
    assert store.queue().total == 4
    assert "A passer-by" in anna.get(answer.headers["location"].partition("#")[0]).text


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("words of another text", "do not stand in the article"),
        ("soldiers", "stand in 2 places"),
        ("", "“words” is empty"),
    ],
)
def test_words_that_are_not_found_are_asked_again(
    anna: Visitor, store: Store, hurt: str, words: str, message: str
) -> None:
    article = next(iter(store.dispute(hurt).articles))
    answer = anna.post(f"/articles/{article}", version=0, words=words, source="A passer-by")
    assert answer.status == 422
    assert message in answer.text
    assert 'value="A passer-by"' in answer.text


def test_nobody_overwrites_anybody_unseen(desk: Running, anna: Visitor, store: Store, hurt: str) -> None:
    ben = desk.visitor("Ben")
    ben.get(f"/disputes/{hurt}")
    judge(anna, hurt, 0, why="It is plain.")
    answer = judge(ben, hurt, 0, "rejected", why="I do not think so.")
    assert answer.status == 409
    assert "Anna changed this while you had it open" in answer.text
    assert "What you wanted: <bdi>rejected</bdi>." in answer.text
    assert "It is plain." in answer.text
    assert "I do not think so.</textarea>" in answer.text
    assert 'name="version" value="1"' in answer.text
    assert len(store.history()) == 1
    assert judge(ben, hurt, 1, "rejected").status == 303


def test_a_stale_correction_is_refused_too(desk: Running, anna: Visitor, store: Store, hurt: str) -> None:
    claim = claim_of(store, hurt, "none of its soldiers")
    fields = {"version": 0, "dispute": hurt, "source": "Talvan officials", "low": "0", "measure": "injured"}
    ben = desk.visitor("Ben")
    assert anna.post(f"/claims/{claim}", statement="One.", **fields).status == 303
    assert ben.post(f"/claims/{claim}", statement="Two.", **fields).status == 409
    assert store.dispute(hurt).claims[claim].statement == "One."


def test_what_is_unknown_is_said_to_be(anna: Visitor, hurt: str) -> None:
    assert anna.get("/disputes/none").status == 404
    assert anna.get("/articles/none").status == 404
    assert anna.post("/disputes/none/judge", version=0, verdict="confirmed").status in (404, 422)
    assert anna.post(f"/disputes/{hurt}/dance", version=0).status == 404
    assert anna.get("/?state=asleep").status == 400
    assert anna.get("/?since=yesterday").status == 400


def test_the_standing_of_an_item_is_that_of_the_store(anna: Visitor, store: Store, hurt: str) -> None:
    judge(anna, hurt, 0)
    assert store.standing(Item(ItemKind.DISAGREEMENT, hurt)) == standing(store, hurt)
    assert store.verify() == ()


def test_a_long_correction_can_be_undone_by_one_key(anna: Visitor, store: Store, hurt: str) -> None:
    claim = claim_of(store, hurt, "Talvan casualties")
    long = {"statement": "ж" * 2000, "source": "Ruvian defence ministry", "why": "ж" * 2000}
    assert anna.post(f"/claims/{claim}", version=0, dispute=hurt, **long).status == 303
    assert anna.cookie and len(anna.cookie) < 4000
    assert f'action="/undo/claim/{claim}"' in anna.get("/").text
    assert anna.post(f"/undo/claim/{claim}", version=1, entry=1, dispute=hurt).status == 303


def test_a_form_that_names_no_page_of_the_desk_records_nothing(
    anna: Visitor, store: Store, hurt: str
) -> None:
    event = store.dispute(hurt).event
    assert event
    fields = {"version": 0, "grade": "weak"}
    assert anna.post(f"/events/{event.id}/assess", dispute="none", **fields).status == 404
    assert anna.post(f"/events/{event.id}/assess", dispute=hurt, asked="start=x", **fields).status == 400
    assert store.history() == ()


def test_what_was_added_and_taken_back_can_be_added_again(anna: Visitor, store: Store, hurt: str) -> None:
    article = next(iter(store.dispute(hurt).articles))
    fields = {"version": 0, "words": "a car bomb hit a patrol", "source": "A passer-by", "dispute": hurt}
    assert anna.post(f"/articles/{article}", **fields).status == 303
    made = store.history()[0].decision.item
    assert anna.post(f"/undo/claim/{made.key}", version=1, entry=1, dispute=hurt).status == 303
    assert anna.post(f"/articles/{article}", **fields).status == 303
    assert f'action="/undo/claim/{made.key}"' in anna.get("/").text
    assert anna.post(f"/undo/claim/{made.key}", version=3, entry=3, dispute=hurt).status == 303
    assert store.verify() == ()
