"""What a later report leaves as it is, and what it changes."""

from __future__ import annotations

import pytest

from claims.core.errors import DecisionError
from claims.core.review import Edit, Flag, ItemKind, Judge, Merge, Verdict
from claims.core.spans import joined
from claims.store import Run
from tests.store.conftest import claim_of, decide, key_of, source_of
from tests.store.made_up import BLAME, COUNT, DAY, report_of


def everything(store) -> tuple[object, ...]:
    return store.report(), store.queue(limit=100), store.sources(), store.articles()


def test_the_same_report_again_changes_nothing(store, found):
    before = everything(store)
    taken = store.take(found)
    assert (taken.new, taken.gone) == (0, 0)
    assert everything(store) == before


def test_ids_of_a_run_do_not_matter(store):
    before = everything(store)
    store.take(report_of(prefix="x"))
    assert everything(store) == before


def test_a_report_comes_back_as_it_was_taken(store, found):
    kept = store.report()
    assert [c.statement for c in kept.claims] == [c.statement for c in found.claims]
    assert [d.question for d in kept.disagreements] == [d.question for d in found.disagreements]
    assert [s.name for s in kept.sources] == [s.name for s in found.sources]
    for claim in kept.claims:
        assert joined(claim.spans, kept.article(claim.article).text) == claim.text
        assert kept.attribution(claim.attribution).article == claim.article
    for one in kept.disagreements:
        assert {kept.claim(c).source for s in one.sides for c in s.claims} == {
            s for side in one.sides for s in side.sources
        }
        assert one.relations


def test_of_two_articles_with_one_text_one_is_kept(store, found):
    copy = report_of(texts=("one",), prefix="copy ")
    both = [getattr(found, n) + getattr(copy, n) for n in ("articles", "sources", "attributions", "claims")]
    store.take(type(found)(*both, found.events, found.relations, found.disagreements))
    assert len(store.articles()) == 3
    assert len(store.report().claims) == len(found.claims)


def test_what_is_found_no_longer_goes_unless_somebody_decided_about_it(store):
    decided, other = key_of(store, "How many"), key_of(store, "Who laid")
    decide(store, ItemKind.DISAGREEMENT, decided, Judge(Verdict.CONFIRMED))
    taken = store.take(report_of([DAY]), Run("2", {"stance": "new"}))
    assert (taken.new, taken.gone, taken.decided, taken.unfound) == (0, 2, 1, 1)
    kept = store.dispute(decided)
    assert not kept.suggested
    assert kept.standing.verdict is Verdict.CONFIRMED
    assert {line.key for line in store.queue().lines} == {decided, key_of(store, "When did")}
    with pytest.raises(KeyError):
        store.dispute(other)
    assert [d.question for d in store.report().disagreements] == [COUNT[0], DAY[0]]


def test_what_is_found_again_is_suggested_again(store):
    decided = key_of(store, "How many")
    decide(store, ItemKind.DISAGREEMENT, decided, Judge(Verdict.CONFIRMED))
    store.take(report_of([DAY]))
    store.take(report_of())
    assert store.dispute(decided).suggested
    assert store.dispute(decided).standing.verdict is Verdict.CONFIRMED


def test_a_disagreement_keeps_its_key_when_an_account_comes_or_goes(store):
    key = key_of(store, "How many")
    decide(store, ItemKind.DISAGREEMENT, key, Flag(on=True))
    words, kind, sides, score = COUNT
    store.take(report_of([(words, kind, sides[:2], score), BLAME, DAY]))
    assert len(store.dispute(key).disagreement.sides) == 2
    assert store.dispute(key).standing.flagged
    assert store.dispute(key).suggested


def test_a_decision_does_not_pass_to_another_contradiction_that_shares_one_account(store):
    words, kind, sides, score = COUNT
    store.take(report_of([(words, kind, sides[:2], score)]))
    key = key_of(store, "How many")
    decide(store, ItemKind.DISAGREEMENT, key, Judge(Verdict.CONFIRMED))
    store.take(report_of([(words, kind, (sides[0], sides[2]), score)]))
    assert not store.dispute(key).suggested
    fresh = next(line for line in store.queue().lines if line.key != key)
    assert fresh.standing.version == 0


def test_events_and_sources_keep_their_keys_when_a_claim_goes(store):
    events, sources = [{x.id for x in getattr(store.report(), n)} for n in ("events", "sources")]
    store.take(report_of(texts=("one", "three")))
    assert {e.id for e in store.report().events} <= events
    assert {s.id for s in store.report().sources} <= sources


def test_corrections_outlive_a_scan(store):
    claim, monitor, ministry = (
        claim_of(store, "Five"),
        source_of(store, "monitor"),
        source_of(store, "ministry"),
    )
    decide(store, ItemKind.CLAIM, claim, Edit(statement="Five or six soldiers died."))
    decide(store, ItemKind.SOURCE, monitor, Merge(into=ministry))
    store.take(report_of(prefix="y"))
    kept = store.report().claim(claim)
    assert (kept.statement, kept.source) == ("Five or six soldiers died.", ministry)
    assert "monitor" in next(s for s in store.sources() if s.id == ministry).aliases


def test_a_claim_keeps_its_key_when_its_words_are_cut_a_little_differently(store, found):
    claim = claim_of(store, "Five")
    decide(store, ItemKind.CLAIM, claim, Edit(statement="Five or six soldiers died."))
    from dataclasses import replace

    from claims.core.spans import Span

    longer = tuple(
        replace(c, spans=(Span(c.spans[0].start - 4, c.spans[0].end),)) if c.id == "c3" else c
        for c in found.claims
    )
    store.take(replace(found, claims=longer))
    assert store.report().claim(claim).statement == "Five or six soldiers died."
    assert len(store.report().claims) == len(found.claims)


def test_an_item_of_another_kind_is_refused(store):
    with pytest.raises(DecisionError, match="no change of a claim"):
        decide(store, ItemKind.CLAIM, claim_of(store, "Five"), Judge(Verdict.CONFIRMED))
