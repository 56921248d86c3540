"""Whose side a source speaks for, where its own words do not say."""

from __future__ import annotations

import pytest

from claims.core.source import SourceKind

from .conftest import Saying


def test_a_report_that_names_only_towns_of_a_contested_land_is_about_that_land(resolved) -> None:
    (source,) = resolved(
        "Shells fell on a school in Aleppo and on a market in Idlib. A source at Police Command said a man "
        "was killed.",
        Saying("A source at Police Command", "a man was killed"),
    ).sources
    assert source.party == "Syria (government)"


def test_a_foreign_state_named_often_does_not_make_the_land_its_own(resolved) -> None:
    (source,) = resolved(
        "Russia said its jets hit Aleppo. Russian planes came back to Aleppo and to Idlib. Moscow and "
        "Russian officials spoke of Idlib and Hama again. The opposition said a clinic was hit.",
        Saying("The opposition", "a clinic was hit"),
    ).sources
    assert source.party == "Syrian opposition"


def test_the_ministry_is_of_the_state_that_the_text_gives_it(resolved) -> None:
    first, second = resolved(
        "Syria was quiet and Syrian towns slept. Russia's defence ministry said a helicopter was lost in "
        "Idlib. The crew had flown to Aleppo, the defence ministry said.",
        Saying("Russia's defence ministry", "a helicopter was lost"),
        Saying("the defence ministry", "The crew had flown to Aleppo"),
    ).sources
    assert first.id == second.id
    assert second.party == "Russia"


def test_who_holds_the_town_does_not_speak_through_those_in_it(resolved) -> None:
    who = "a nurse in rebel-held Homs"
    found = resolved(
        f"Rebels said the road was cut. Syria's army shelled it. The road was open, {who} said.",
        Saying("Rebels", "the road was cut"),
        Saying(who, "The road was open"),
    )
    assert found.sources[1].party is None


def test_television_of_a_contested_land_is_its_governments(resolved) -> None:
    (source,) = resolved(
        "Syrian television said the attack had been foiled.",
        Saying("Syrian television", "the attack had been foiled"),
    ).sources
    assert (source.kind, source.party) == (SourceKind.MEDIA, "Syria (government)")


def test_television_of_another_state_may_be_anybodys(resolved) -> None:
    (source,) = resolved(
        "Turkish television said the attack had been foiled.",
        Saying("Turkish television", "the attack had been foiled"),
    ).sources
    assert source.party is None


def test_a_name_behind_a_bodys_is_its_office_holders(resolved) -> None:
    head, short = resolved(
        "Marwani: talks have failed. Vice-president of the Syrian Coalition Tamer Marwani said that talks "
        "had failed. Marwani pointed out that a school was hit.",
        Saying("Vice-president of the Syrian Coalition Tamer Marwani", "talks had failed"),
        Saying("Marwani", "a school was hit"),
    ).sources
    assert head.id == short.id
    assert short.party == "Syrian opposition"


def test_a_listed_person_named_in_full_is_known_by_the_family_name(resolved) -> None:
    (source,) = resolved(
        "Robert Mardini of the Red Cross came to Aleppo. It was a conservative figure, Mardini said.",
        Saying("Mardini", "It was a conservative figure"),
    ).sources
    assert (source.name, source.kind) == ("Robert Mardini", SourceKind.MEDIC_OR_RESCUE)


def test_western_governments_are_not_the_government(resolved) -> None:
    regime, others = resolved(
        "The Syrian government denied it. Many western governments said the Syrian army had used gas.",
        Saying("The Syrian government", "it"),
        Saying("Many western governments", "the Syrian army had used gas"),
    ).sources
    assert regime.id != others.id


@pytest.mark.parametrize("who", ["a report by the Syrian Center for Policy Research", "The premier"])
def test_a_body_with_the_lands_name_is_not_its_government_but_the_premier_is(resolved, who: str) -> None:
    (source,) = resolved(
        f"The Syrian army shelled Homs. {who} said that Syria had lost a fifth of its people.",
        Saying(who, "Syria had lost a fifth of its people"),
    ).sources
    assert source.party == ("Syria (government)" if who == "The premier" else None)
