from __future__ import annotations

from dataclasses import replace

from claims.core.review import Flag, Item, ItemKind, Verdict
from claims.exporting.findings import narrowed, undecided, without_rejected
from tests.exporting.builders import disagreement, entry, settled


def test_a_fresh_report_has_a_dispute_for_each_disagreement(report):
    found = undecided(report)
    assert [d.disagreement for d in found.disputes] == list(report.disagreements)
    assert all(d.standing.version == 0 and d.suggested for d in found.disputes)
    second = found.disputes[1]
    assert set(second.claims) == {"a1.c3", "a1.c4"} and set(second.sources) == {"s1", "s2", "s3"}
    assert second.event is not None and second.event.id == "e1"
    assert [r.id for r in second.relations] == ["r1"]


def test_narrowed_keeps_what_belongs_to_the_disagreements_that_are_left(findings):
    log = (
        entry(1, disagreement("d1"), Flag(True)),
        entry(2, disagreement("d2"), Flag(True)),
        entry(3, Item(ItemKind.CLAIM, "a1.c4"), Flag(True)),
        entry(4, Item(ItemKind.SOURCE, "s6"), Flag(True)),
        entry(5, Item(ItemKind.EVENT, "e1"), Flag(True)),
    )
    found = narrowed(replace(findings, disputes=findings.disputes[1:2], log=log))
    report = found.report
    assert [c.id for c in report.claims] == ["a1.c3", "a1.c4"]
    assert {s.id for s in report.sources} == {"s1", "s2", "s3"}
    assert [a.id for a in report.articles] == ["a1"]
    assert [e.claims for e in report.events] == [("a1.c3",)]
    assert [r.id for r in report.relations] == ["r1"]
    assert [d.id for d in report.disagreements] == ["d2"]
    assert [e.number for e in found.log] == [2, 3, 5]


def test_relations_of_a_rejected_disagreement_are_left_out(findings):
    rejected = settled(findings, "d2", None, verdict=Verdict.REJECTED)
    left = without_rejected(findings.report, rejected.disputes)
    assert {r.id for r in findings.report.relations} - {r.id for r in left.relations} == {"r1"}
    confirmed = settled(findings, "d2", None)
    assert without_rejected(findings.report, confirmed.disputes) == findings.report
