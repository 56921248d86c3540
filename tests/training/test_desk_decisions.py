from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from claims.core.decisions import Decisions
from claims.core.relation import Disagreement, Kind, Label, Relation, Side
from claims.core.report import Report
from claims.core.review import Add, Dispute, Item, ItemKind, Standing, Verdict
from claims.stance.entailment import Entailment
from claims.training.conflict_data import NOTHING
from claims.training.desk_decisions import labelled, pairs_of
from tests.exporting.builders import disagreement, dispute, entry
from tests.stance.builders import articles, sources, toll

YES, NO = Verdict.CONFIRMED, Verdict.REJECTED
NOBODY = Decisions.of(())


class Reader:
    """Stands for the entailment model."""

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        return [Entailment(0.1, 0.1, 0.8) for _ in pairs]


def known(*disputes):
    return {id for d in disputes for id in d.claims}


def test_confirmed_is_the_label_and_rejected_is_none():
    found = (dispute("1", YES, label=Label.DIFFERS), dispute("2", NO, kind=Kind.BLAME))
    gold = labelled(found, frozenset(), known(*found))
    assert [(p.a, p.b, p.label, p.kind) for p in gold.pairs] == [
        ("1a", "1b", "differs", "count"),
        ("2a", "2b", NOTHING, None),
    ]


def test_what_is_of_one_event_stays_together():
    found = (dispute("1", YES, event="e1"), dispute("2", NO, event="e1"), dispute("3", NO))
    gold = labelled(found, frozenset(), known(*found))
    events = [gold.claims[pair.a].event for pair in gold.pairs]
    assert events == ["e1", "e1", "disagreement 3"]


def test_claims_that_people_added_or_that_are_gone_teach_nothing():
    found = (dispute("1", YES), dispute("2", YES), dispute("3", YES))
    gold = labelled(found, frozenset({"1b"}), known(*found) - {"2a"})
    assert [pair.a for pair in gold.pairs] == ["3a"] and set(gold.claims) == {"3a", "3b"}


def reported(verdict: Verdict | None) -> tuple[Report, Dispute]:
    """Two tolls of one fire, from two articles, and what people made of them."""
    day = date(2020, 7, 14)
    a, b = toll("a", "12", 12, 12), toll("b", "30", 30, 30)
    held, told = sources(a, b, a="Velmark", b="Orlen"), articles(a, b, a=day, b=day)
    related = Relation("r", "a", "b", Label.CONTRADICTS, Kind.COUNT, 0.9, ("12, 30",))
    found = Disagreement(
        "d", "How many?", (Side("12", ("a",), (a.source,)), Side("30", ("b",), (b.source,))), 0.9,
        Label.CONTRADICTS, Kind.COUNT, ("r",),
    )  # fmt: skip
    report = Report(tuple(told.values()), tuple(held.values()), (), (a, b), (), (related,), (found,))
    standing = Standing(disagreement("d"), verdict=verdict)
    return report, Dispute(found, {"a": a, "b": b}, held, told, (related,), None, standing)


def test_a_decided_pair_has_the_evidence_that_the_program_weighs():
    for verdict, label in ((YES, "contradicts"), (NO, NOTHING)):
        report, decided = reported(verdict)
        found = pairs_of(report, [decided], NOBODY, Reader())
        (row,) = found.rows
        assert (row.label, row.event) == (label, "disagreement d")
        assert row.evidence.contradicts > 0 and row.evidence.opposed == 1
        assert (found.confirmed, found.rejected) == (verdict is YES, verdict is NO)


def test_what_nobody_decided_teaches_nothing():
    report, waiting = reported(None)
    assert pairs_of(report, [waiting], NOBODY, Reader()).rows == ()


def test_an_added_claim_is_not_what_the_program_weighs():
    report, decided = reported(YES)
    decisions = Decisions.of([entry(1, Item(ItemKind.CLAIM, "b"), Add("article b", (), "s"))])
    assert pairs_of(report, [decided], decisions, Reader()).rows == ()
    gone = replace(report, claims=report.claims[:1], relations=(), disagreements=())
    assert pairs_of(gone, [decided], NOBODY, Reader()).rows == ()
