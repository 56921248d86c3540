"""Who is meant by a description beside a name, in another office, or of a body that was named before."""

from __future__ import annotations

import pytest

from claims.core.source import SourceKind

from .conftest import Saying


def test_a_minister_named_later_is_the_one_described_before(resolved) -> None:
    text = (
        "Karvia's transport minister said the tunnel was safe. Engineers disagreed.\n\n"
        '"Not one bolt was loose," the minister, Nadia Brandt, told a radio station. '
        "Brandt said she had checked."
    )
    found = resolved(
        text,
        Saying("Karvia's transport minister", "the tunnel was safe"),
        Saying("the minister, Nadia Brandt", "Not one bolt was loose"),
        Saying("Brandt", "she had checked"),
    )
    assert found.names == ["Karvia's transport minister Nadia Brandt"] * 3
    assert len({s.id for s in found.sources}) == 1


def test_a_director_with_a_title_is_named_and_has_the_body_before(resolved) -> None:
    text = (
        "The town's old clinic said it was full. “We have no beds,” its director, Dr Salma Idris, said. "
        "A cable caught fire, the governor said."
    )
    found = resolved(
        text,
        Saying("The town's old clinic", "it was full"),
        Saying("its director, Dr Salma Idris", "We have no beds"),
        Saying("the governor", "A cable caught fire"),
    )
    assert found.names == ["town's old clinic", "town's old clinic director Salma Idris", "governor"]
    assert [s.kind for s in found.sources] == [
        SourceKind.MEDIC_OR_RESCUE,
        SourceKind.MEDIC_OR_RESCUE,
        SourceKind.OFFICIAL,
    ]


@pytest.mark.parametrize("role", ["The minister", "The governor", "The general"])
def test_a_role_is_never_a_person_of_another_role(resolved, role: str) -> None:
    text = f"The president of Karvia said the talks had failed. {role} said they had not."
    president, other = resolved(
        text, Saying("The president of Karvia", "the talks had failed"), Saying(role, "they had not")
    ).sources
    assert president.id != other.id


def test_it_is_the_army_that_a_possessive_names(resolved) -> None:
    text = (
        "The army of Karvia said two boats had landed. The mayor of Dorn said nothing.\n\n"
        "Karvia's army said raiders burned the pier. Five huts were lost, it said."
    )
    found = resolved(
        text,
        Saying("The army of Karvia", "two boats had landed"),
        Saying("Karvia's army", "raiders burned the pier"),
        Saying("it", "Five huts were lost"),
    )
    assert len({s.id for s in found.sources}) == 1
    assert "Karvia" in found.names[2]


@pytest.mark.parametrize("body", ["The port authority", "The town council", "The hospital"])
def test_a_body_is_it_and_not_he(resolved, body: str) -> None:
    text = f"{body} said the quay was shut. It said a crane had failed."
    first, second = resolved(
        text, Saying(body, "the quay was shut"), Saying("It", "a crane had failed")
    ).sources
    assert first.id == second.id
    text = f"Baker Tom Reed said he fled. {body} said the quay was shut. He said a crane had failed."
    baker, _, he = resolved(
        text,
        Saying("Baker Tom Reed", "he fled"),
        Saying(body, "the quay was shut"),
        Saying("He", "a crane had failed"),
    ).sources
    assert he.id == baker.id


def test_a_headlines_noun_is_the_body_named_in_full_below(resolved) -> None:
    text = "Union puts toll at forty\n\nForty people drowned, the dockers' union said."
    found = resolved(
        text,
        Saying("Union", "toll at forty"),
        Saying("the dockers' union", "Forty people drowned"),
    )
    assert found.names == ["dockers' union"] * 2
    assert found.sources[0].kind is SourceKind.OTHER


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Amos Kiprono, a fisherman who saw the boat sink", SourceKind.WITNESS),
        ("Amos Kiprono, a tailor who survived the flood", SourceKind.WITNESS),
        ("Amos Kiprono, a reporter who saw the boat sink", SourceKind.MEDIA),
        ("Amos Kiprono, a tailor who sells nets", SourceKind.OTHER),
        ("Amos Kiprono, a local tailor", SourceKind.OTHER),
    ],
)
def test_who_was_there_is_a_witness(resolved, source: str, kind: SourceKind) -> None:
    (found,) = resolved(f'"It went down fast," said {source}.', Saying(source, "It went down fast")).sources
    assert (found.name, found.kind) == ("Amos Kiprono", kind)


def test_a_group_is_called_what_it_calls_itself(resolved) -> None:
    source = "A little-known group calling itself the Ash River Brigades"
    (found,) = resolved(
        f"{source} said it had burned the mill.", Saying(source, "it had burned the mill")
    ).sources
    assert (found.name, found.kind) == ("Ash River Brigades", SourceKind.ARMED_GROUP)


def test_a_based_group_is_no_fighting_force(resolved) -> None:
    text = (
        "The Coastal Conflict Observatory said four had died. Fighters of the Ash River Brigades took "
        "the mill. The Oslo-based group said three were missing."
    )
    monitor, group = resolved(
        text,
        Saying("The Coastal Conflict Observatory", "four had died"),
        Saying("The Oslo-based group", "three were missing"),
    ).sources
    assert monitor.id == group.id


def test_a_definite_number_and_a_day_are_no_part_of_a_name(resolved) -> None:
    text = "The two navies on Monday said the strait was clear. Three sailors said it was not."
    definite, indefinite = resolved(
        text,
        Saying("The two navies on Monday", "the strait was clear"),
        Saying("Three sailors", "it was not"),
    ).names
    assert (definite, indefinite) == ("navies", "three sailors")
