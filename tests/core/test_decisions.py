from __future__ import annotations

from dataclasses import replace

import pytest

from claims.core.decisions import Decisions, in_force, supported
from claims.core.review import Add, Flag, Item, ItemKind, Support, Undo
from tests.exporting.builders import disagreement, dispute, entry

ITEM = disagreement("d")


def numbers(*changes):
    log = [entry(n, ITEM, change) for n, change in enumerate(changes, 1)]
    return [e.number for e in in_force(log)]


def test_what_was_taken_back_is_not_in_force():
    assert numbers(Flag(True), Flag(False)) == [2, 1]
    assert numbers(Flag(True), Flag(False), Undo(2)) == [1]


def test_an_undo_taken_back_undoes_nothing():
    assert numbers(Flag(True), Undo(1), Undo(2)) == [1]
    assert numbers(Flag(True), Undo(1), Undo(2), Undo(3)) == []


@pytest.mark.parametrize(
    ("settled", "supports", "wanted"),
    [(False, None, [None, None]), (True, None, [False, False]), (True, "da", [True, False])],
)
def test_supporting_no_account_is_not_saying_nothing(settled, supports, wanted):
    given = dispute("d")
    known = replace(given, standing=replace(given.standing, settled=settled, supports=supports))
    assert [supported(known, side) for side in given.disagreement.sides] == wanted


def test_the_last_decision_of_each_sort_counts():
    log = [entry(1, ITEM, Flag(True)), entry(2, ITEM, Support(None)), entry(3, ITEM, Flag(False))]
    last = Decisions.of(log)
    assert last.entry(ITEM, Flag) == log[2] and last.entry(ITEM, Support) == log[1]
    assert last.entry(disagreement("e"), Flag) is None


def test_claims_that_people_added_are_known_until_that_is_undone():
    claim = Item(ItemKind.CLAIM, "c")
    log = [entry(1, claim, Add("a", (), "s"))]
    assert Decisions.of(log).added == {"c"}
    assert Decisions.of([*log, entry(2, claim, Undo(1))]).added == frozenset()
