"""Statements that sound like a clash and are of two things or groups."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.stance.context import Context
from claims.stance.parting import of_a_death_and_burial, of_two_groups, of_two_harms, of_two_things
from claims.stance.run import Run
from tests.stance.builders import articles, claim, count, someone


def said(id: str, text: str, **more):
    return claim(id, text, "be", **more)


def context_of(a, b) -> Context:
    return Context.of(a, b, Run((a, b), {}, articles(a, b)))


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("The northern crossing was shut.", "Lorries passed the southern crossing.", True),
        ("The northern crossing was shut.", "The northern crossing was open.", False),
        ("The northern crossing was shut.", "The southern bridge was open.", False),
        ("It was stopped in the fourth round.", "It was stopped in the seventh round.", False),
    ],
)
def test_a_word_before_one_noun_tells_two_things_apart(left, right, apart) -> None:
    a, b = (replace(said(id, text), text=text) for id, text in (("a", left), ("b", right)))
    assert of_two_things(a, b) is apart
    assert of_two_things(b, a) is apart


@pytest.mark.parametrize(("of", "apart"), [("passenger", True), ("crewman", False), ("person", False)])
def test_crew_are_no_passengers(of, apart) -> None:
    a = said("a", "All the crew escaped.", agent=someone("all the crew"))
    b = said("b", "Three drowned.", figures=(count("killed", "three", 3, 3, of),))
    assert of_two_groups(a, b, context_of(a, b)) is apart


def test_who_counts_the_dead_says_nothing_of_the_hurt() -> None:
    dead = said("a", "No one died.", figures=(count("killed", "no one", 0, 0, "person"),))
    hurt = said("b", "55 were hurt.", figures=(count("injured", "55", 55, 55, "person"),))
    both = said("c", "12 were killed.", figures=(count("killed", "12", 12, 12, "person"),))
    assert of_two_harms(dead, hurt, context_of(dead, hurt))
    assert not of_two_harms(dead, both, context_of(dead, both))


def test_who_was_killed_may_have_been_buried() -> None:
    killed, buried = claim("a", "He was killed.", "kill"), claim("b", "He was buried.", "bury")
    assert of_a_death_and_burial(killed, buried) and of_a_death_and_burial(buried, killed)
    assert not of_a_death_and_burial(killed, killed)
