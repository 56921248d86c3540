from __future__ import annotations

import pytest

from claims.core.relation import Label
from claims.core.report import Report
from graphs.analyses import most_contradicted, relayed, resting_on_one_source
from tests.graphs.builders import relation, report_of, said, source


@pytest.fixture
def report() -> Report:
    claims = [
        said("a1", "army", "agency"),
        said("a2", "army", "agency"),
        said("a3", "army"),
        said("r1", "rebels", "agency", "broadcaster"),
        said("m1", "monitor"),
        said("c1", "copy"),
    ]
    names = ("army", "rebels", "monitor", "copy", "agency", "broadcaster")
    relations = [
        relation("a1", "r1", Label.CONTRADICTS),
        relation("a2", "r1", Label.CONTRADICTS),
        relation("m1", "a1", Label.CONTRADICTS),
        relation("a1", "a2", Label.CONTRADICTS),
        relation("r1", "m1", Label.CORROBORATES),
        relation("a3", "c1", Label.REPEATS),
        relation("a3", "gone", Label.CONTRADICTS),
    ]
    return report_of(claims, [source(name) for name in names], relations)


def test_who_is_most_often_contradicted_and_by_whom(report: Report) -> None:
    found = most_contradicted(report)
    assert [(c.source.id, c.times, c.claims) for c in found] == [
        ("army", 3, 2),
        ("rebels", 2, 1),
        ("monitor", 1, 1),
    ]
    assert [(by.source.id, by.times) for by in found[0].by] == [("rebels", 2), ("monitor", 1)]
    assert found[0].share == pytest.approx(2 / 3)


def test_a_copy_is_no_second_source(report: Report) -> None:
    assert [claim.id for claim in resting_on_one_source(report)] == ["a1", "a2", "a3", "c1"]


def test_a_claim_that_repeats_a_corroborated_one_does_not_stand_alone(report: Report) -> None:
    more = (*report.relations, relation("r1", "a3", Label.REPEATS))
    found = resting_on_one_source(report_of(report.claims, report.sources, more))
    assert [claim.id for claim in found] == ["a1", "a2"]


def test_what_a_source_corroborates_itself_rests_on_it_alone() -> None:
    claims = [said("a", "army"), said("b", "army")]
    found = report_of(claims, [source("army")], [relation("a", "b", Label.CORROBORATES)])
    assert [claim.id for claim in resting_on_one_source(found)] == ["a", "b"]


def test_which_channel_carries_whom(report: Report) -> None:
    assert [(r.relay.id, r.source.id, r.claims) for r in relayed(report)] == [
        ("agency", "army", 2),
        ("agency", "rebels", 1),
        ("broadcaster", "rebels", 1),
    ]
