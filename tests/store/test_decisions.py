"""What decisions do, and which are refused."""

from __future__ import annotations

import pytest

from claims.core.claim import Quantity
from claims.core.errors import DecisionError, StaleError
from claims.core.review import (
    Add,
    Assess,
    Decision,
    Edit,
    Evidence,
    Flag,
    Grade,
    Item,
    ItemKind,
    Join,
    Judge,
    Merge,
    Move,
    Split,
    State,
    Support,
    Undo,
    Verdict,
)
from claims.core.spans import Span
from claims.store.additions import opposed_key
from tests.store.conftest import claim_of, decide, key_of, source_of

DISAGREEMENT, CLAIM, SOURCE, EVENT = (
    ItemKind.DISAGREEMENT,
    ItemKind.CLAIM,
    ItemKind.SOURCE,
    ItemKind.EVENT,
)
YES, NO = Judge(Verdict.CONFIRMED), Judge(Verdict.REJECTED)


@pytest.fixture
def key(store) -> str:
    return key_of(store, "How many")


def words_in(store, title: str, words: str) -> tuple[str, tuple[Span, ...]]:
    article = next(a for a in store.articles() if a.title == title)
    start = article.text.index(words)
    return article.id, (Span(start, start + len(words)),)


# -- judging


def test_a_judgement_reviews_and_one_by_another_person_is_the_second(store, key):
    decide(store, DISAGREEMENT, key, YES, "Ada")
    assert store.dispute(key).standing.state is State.REVIEWED
    decide(store, DISAGREEMENT, key, YES, "Ben")
    at = store.dispute(key).standing
    assert (at.state, at.reviewer, at.second_reviewer) == (State.SECOND_REVIEW, "Ada", "Ben")


def test_a_change_of_mind_is_no_second_review(store, key):
    decide(store, DISAGREEMENT, key, YES, "Ada")
    decide(store, DISAGREEMENT, key, NO, "Ada")
    at = store.dispute(key).standing
    assert (at.state, at.verdict, at.second_reviewer) == (State.REVIEWED, Verdict.REJECTED, None)


def test_what_changes_after_publication_is_corrected(store, key):
    for change in (YES, Move(State.PUBLISHED)):
        decide(store, DISAGREEMENT, key, change)
    decide(store, DISAGREEMENT, key, Flag(on=True))
    assert store.dispute(key).standing.state is State.PUBLISHED
    decide(store, DISAGREEMENT, key, NO)
    assert store.dispute(key).standing.state is State.CORRECTED


def test_an_edit_of_a_published_account_corrects_it_too(store, key):
    for change in (YES, Move(State.PUBLISHED)):
        decide(store, DISAGREEMENT, key, change)
    decide(store, CLAIM, claim_of(store, "Five"), Edit(statement="Six soldiers died at Sarn."))
    assert store.dispute(key).standing.state is State.CORRECTED
    assert store.verify() == ()


def test_rejected_disagreements_are_left_out_of_the_report(store, key):
    decide(store, DISAGREEMENT, key, NO)
    assert key not in {d.id for d in store.report().disagreements}
    assert store.queue().total == 3


@pytest.mark.parametrize(
    ("before", "change", "who", "why"),
    [
        ((), Move(State.PUBLISHED), "Ada", "review the disagreement before"),
        ((), Move(State.REVIEWED), "Ada", "accept or reject"),
        ((), Move(State.SECOND_REVIEW), "Ada", "follows on a first"),
        ((YES,), Move(State.SECOND_REVIEW), "Ada", "for another person"),
        ((YES,), Move(State.CORRECTED), "Ada", "only what was published"),
        ((YES,), YES, "Ada", "stands so already"),
        ((YES, Move(State.PUBLISHED)), Move(State.SUGGESTED), "Ada", "not go back"),
        ((), Support("nothing"), "Ada", "none of this disagreement"),
        ((), Undo(1), "Ada", "is not about this"),
        ((), Flag(on=True), " ", "a name is missing"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(store, key, before, change, who, why):
    for earlier in before:
        decide(store, DISAGREEMENT, key, earlier)
    was = store.dispute(key), store.history()
    with pytest.raises(DecisionError, match=why):
        decide(store, DISAGREEMENT, key, change, who)
    assert (store.dispute(key), store.history()) == was


@pytest.mark.parametrize("kind", list(ItemKind))
def test_an_unknown_item_is_refused(store, kind):
    changes = {DISAGREEMENT: YES, CLAIM: Edit("x"), SOURCE: Merge("x"), EVENT: Assess(Grade.FAIR)}
    with pytest.raises(DecisionError, match="the store has no"):
        decide(store, kind, "nothing", changes[kind])


def test_evidence_gathers_and_must_be_a_web_address(store, key):
    decide(store, DISAGREEMENT, key, YES, "Ada", Evidence("https://example.org/1", "a" * 64))
    decide(store, DISAGREEMENT, key, Flag(on=True), "Ben", Evidence("http://example.org/2", note="a copy"))
    assert [e.url[-1] for e in store.dispute(key).standing.evidence] == ["1", "2"]
    for url in ("javascript:alert(1)", "", "https://", "data:text/html,x", "http://[x"):
        with pytest.raises(DecisionError, match="not a web address"):
            decide(store, DISAGREEMENT, key, NO, "Ada", Evidence(url))
    with pytest.raises(DecisionError, match="64 hexadecimal"):
        decide(store, DISAGREEMENT, key, NO, "Ada", Evidence("https://example.org", "b" * 63))


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_text_that_no_database_takes_is_refused(store, key, text):
    for change, who, why in ((YES, text, None), (YES, "Ada", text)):
        with pytest.raises(DecisionError, match="cannot be kept"):
            store.record(Decision(Item(DISAGREEMENT, key), change, who, 0, why))
    with pytest.raises(DecisionError, match="cannot be kept"):
        decide(store, CLAIM, claim_of(store, "Five"), Edit(statement=text))


# -- two people at once


def test_a_decision_about_what_somebody_else_changed_is_refused(store, path, key):
    decision = Decision(Item(DISAGREEMENT, key), YES, "Ada", 0)
    with type(store).open(path) as other:
        other.record(Decision(Item(DISAGREEMENT, key), NO, "Ben", 0))
        with pytest.raises(StaleError, match="Ben changed this on 20") as refused:
            store.record(decision)
    assert refused.value.who == "Ben"
    assert store.dispute(key).standing.verdict is Verdict.REJECTED


# -- correcting


def test_an_edit_shows_in_the_dispute_the_report_and_the_queue(store, key):
    claim = claim_of(store, "Five")
    figures = (Quantity("killed", "soldier", 6, 6, "six"),)
    decide(store, CLAIM, claim, Edit("Six soldiers died at Sarn.", "army spokesman", figures))
    seen = store.dispute(key)
    assert seen.claims[claim].statement == "Six soldiers died at Sarn."
    assert seen.claims[claim].quantities == figures
    assert seen.sources[seen.claims[claim].source].name == "army spokesman"
    assert [s.position for s in seen.disagreement.sides][2] == "six"
    line = next(x for x in store.queue().lines if x.key == key)
    assert "army spokesman" in line.sources
    assert "six" in line.positions
    assert store.report().claim(claim).statement == "Six soldiers died at Sarn."


def test_sources_that_are_merged_are_one_everywhere(store, key):
    monitor, ministry = source_of(store, "monitor"), source_of(store, "ministry")
    decide(store, SOURCE, monitor, Merge(ministry))
    assert monitor not in {s.id for s in store.sources()}
    assert store.dispute(key).claims[claim_of(store, "Five")].source == ministry
    assert "monitor" in store.dispute(key).sources[ministry].aliases
    assert "monitor" not in next(x for x in store.queue().lines if x.key == key).sources


def test_nothing_is_merged_in_a_circle(store):
    monitor, ministry = source_of(store, "monitor"), source_of(store, "ministry")
    decide(store, SOURCE, monitor, Merge(ministry))
    with pytest.raises(DecisionError, match="tied to each other"):
        decide(store, SOURCE, ministry, Merge(monitor))
    with pytest.raises(DecisionError, match="with itself"):
        decide(store, SOURCE, ministry, Merge(ministry))


def test_a_split_takes_claims_out_of_a_disagreement(store, key):
    event, claim = store.dispute(key).event.id, claim_of(store, "Five")
    decide(store, EVENT, event, Split((claim,)))
    seen = store.dispute(key)
    assert claim not in seen.claims
    assert len(seen.disagreement.sides) == 2
    other = store.report().claim(claim).event
    assert other not in {None, event}
    assert next(e for e in store.report().events if e.id == other).claims == (claim,)


def test_a_split_that_leaves_one_side_ends_the_disagreement(store):
    key = key_of(store, "Who laid")
    seen = store.dispute(key)
    decide(store, EVENT, seen.event.id, Split((seen.disagreement.sides[0].claims[0],)))
    assert key not in {line.key for line in store.queue().lines}
    assert key not in {d.id for d in store.report().disagreements}
    assert len(store.dispute(key).disagreement.sides) == 1


def test_joined_events_are_one(store, key):
    first, second = store.dispute(key).event.id, store.dispute(key_of(store, "Who laid")).event.id
    decide(store, EVENT, second, Assess(Grade.WEAK))
    decide(store, EVENT, first, Join(second))
    assert store.dispute(key).event.id == second
    assert store.dispute(key).event_standing.grade is Grade.WEAK
    assert len(store.report().events) == 1
    assert len(store.report().events[0].claims) == 8


def test_what_was_split_off_is_not_joined_again_but_undone(store, key):
    event = store.dispute(key).event.id
    entry = decide(store, EVENT, event, Split((claim_of(store, "Five"),)))
    part = store.report().claim(claim_of(store, "Five")).event
    with pytest.raises(DecisionError, match="undo that first"):
        decide(store, EVENT, part, Join(event))
    decide(store, EVENT, event, Undo(entry.number))
    assert len(store.report().events) == 2


@pytest.mark.parametrize("claims", [(), ("nothing",), "all"])
def test_a_split_needs_some_claims_of_the_event(store, key, claims):
    event = store.dispute(key).event
    with pytest.raises(DecisionError):
        decide(store, EVENT, event.id, Split(event.claims if claims == "all" else claims))


# -- adding


def test_an_added_claim_is_there_and_its_contradiction_with_it(store):
    article, spans = words_in(store, "Title two", "saw smoke")
    other = claim_of(store, "two blasts")
    made = decide(store, CLAIM, "", Add(article, spans, "a baker", "There was smoke.", opposes=other))
    claim = made.decision.item.key
    kept = store.report()
    assert (kept.claim(claim).text, kept.claim(claim).statement) == ("saw smoke", "There was smoke.")
    assert kept.source(kept.claim(claim).source).name == "a baker"
    assert kept.claim(claim).event == kept.claim(other).event
    seen = store.dispute(opposed_key(claim, other))
    assert set(seen.claims) == {claim, other}
    assert seen.suggested
    assert store.queue().total == 4
    store.take(type(kept)(kept.articles[:1], (), (), (), (), (), ()))
    assert set(store.dispute(opposed_key(claim, other)).claims) == {claim, other}
    assert store.verify() == ()


@pytest.mark.parametrize(
    "spans", [(), (Span(5, 5),), (Span(-1, 3),), (Span(0, 10_000),), (Span(0, 5), Span(3, 8))]
)
def test_words_outside_the_article_are_refused(store, spans):
    article, _ = words_in(store, "Title two", "saw smoke")
    with pytest.raises(DecisionError, match="not in the article"):
        decide(store, CLAIM, "", Add(article, spans, "a baker"))


def test_a_claim_is_not_added_twice(store):
    article, spans = words_in(store, "Title two", "saw smoke")
    decide(store, CLAIM, "", Add(article, spans, "a baker"))
    with pytest.raises(DecisionError, match="already"):
        decide(store, CLAIM, "", Add(article, spans, "a baker"))


def test_an_addition_is_undone_after_what_was_decided_about_it(store):
    article, spans = words_in(store, "Title two", "saw smoke")
    other = claim_of(store, "two blasts")
    before = store.report()
    made = decide(store, CLAIM, "", Add(article, spans, "a baker", opposes=other))
    claim = made.decision.item.key
    judged = decide(store, DISAGREEMENT, opposed_key(claim, other), YES)
    with pytest.raises(DecisionError, match=f"entry {judged.number} by Ada builds on"):
        decide(store, CLAIM, claim, Undo(made.number))
    decide(store, DISAGREEMENT, opposed_key(claim, other), Undo(judged.number))
    decide(store, CLAIM, claim, Undo(made.number))
    assert store.report() == before
    assert store.verify() == ()


# -- undoing


def test_undo_restores_and_is_an_entry_itself(store, key):
    first = decide(store, DISAGREEMENT, key, YES, "Ada")
    taken_back = decide(store, DISAGREEMENT, key, Undo(first.number), "Ben")
    at = store.dispute(key).standing
    assert (at.state, at.verdict, at.reviewer, at.version) == (State.SUGGESTED, None, None, 2)
    assert [e.number for e in store.history()] == [2, 1]
    assert taken_back.before["verdict"] == "confirmed"
    for number in (first.number, taken_back.number):
        with pytest.raises(DecisionError):
            decide(store, DISAGREEMENT, key, Undo(number))


def test_what_a_later_decision_builds_on_is_not_undone(store, key):
    first = decide(store, DISAGREEMENT, key, YES, "Ada")
    decide(store, DISAGREEMENT, key, YES, "Ben")
    with pytest.raises(DecisionError, match="entry 2 by Ben builds on entry 1"):
        decide(store, DISAGREEMENT, key, Undo(first.number))


def test_what_touches_other_fields_is_undone_in_any_order(store):
    claim = claim_of(store, "Five")
    first = decide(store, CLAIM, claim, Edit(statement="Six soldiers died."))
    decide(store, CLAIM, claim, Edit(source="army spokesman"))
    decide(store, CLAIM, claim, Undo(first.number))
    kept = store.report()
    assert kept.claim(claim).statement == "Five soldiers died at Sarn."
    assert kept.source(kept.claim(claim).source).name == "army spokesman"
