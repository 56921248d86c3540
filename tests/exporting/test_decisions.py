from __future__ import annotations

from dataclasses import replace

from claims.core.review import Flag, Support, Undo
from claims.exporting.decisions import Decisions, in_force
from tests.exporting.builders import disagreement, entry, settled

ITEM = disagreement("d1")


def numbers(*changes):
    log = [entry(n, ITEM, change) for n, change in enumerate(changes, 1)]
    return [e.number for e in in_force(log)]


def test_what_was_taken_back_is_not_in_force():
    assert numbers(Flag(True), Flag(False)) == [2, 1]
    assert numbers(Flag(True), Flag(False), Undo(2)) == [1]


def test_an_undo_taken_back_undoes_nothing():
    assert numbers(Flag(True), Undo(1), Undo(2)) == [1]
    assert numbers(Flag(True), Undo(1), Undo(2), Undo(3)) == []


def test_supporting_no_account_is_a_decision(findings):
    dispute = findings.disputes[0]
    assert Decisions.of(()).support(dispute) is None
    sides = dispute.disagreement.sides
    neither = settled(findings, "d1", None)
    decisions = Decisions.of(neither.log)
    assert decisions.support(neither.disputes[0]) == Support(None)
    assert [decisions.supported(neither.disputes[0], side) for side in sides] == [False, False]
    one = settled(findings, "d1", "a2.c3")
    assert [Decisions.of(one.log).supported(one.disputes[0], side) for side in sides] == [True, False]


def test_a_support_taken_back_is_none(findings):
    done = settled(findings, "d1", None)
    back = replace(done, log=(*done.log, entry(3, ITEM, Undo(2))))
    assert Decisions.of(back.log).support(back.disputes[0]) is None
