from __future__ import annotations

import pytest

from claims.core.source import SourceKind

from .conftest import Saying


@pytest.mark.parametrize(
    ("source", "kind", "party"),
    [
        ("The French government", SourceKind.GOVERNMENT, "France"),
        ("The Russian defence ministry", SourceKind.MILITARY, "Russia"),
        ("Russia's Ministry of Defence", SourceKind.MILITARY, "Russia"),
        ("A spokesman for the Israeli army", SourceKind.MILITARY, "Israel"),
        ("A Turkish military source", SourceKind.MILITARY, "Turkey"),
        ("Turkish sources", SourceKind.ANONYMOUS, "Turkey"),
        ("Unnamed sources", SourceKind.ANONYMOUS, None),
        ("People familiar with the talks", SourceKind.ANONYMOUS, None),
        ("A US official", SourceKind.OFFICIAL, "United States"),
        ("The governor of the province", SourceKind.OFFICIAL, None),
        ("A police officer", SourceKind.OFFICIAL, None),
        ("A fire officer", SourceKind.MEDIC_OR_RESCUE, None),
        ("The ship's captain", SourceKind.WITNESS, None),
        ("An army captain", SourceKind.MILITARY, None),
        ("A UN spokeswoman", SourceKind.INTERNATIONAL_BODY, "United Nations"),
        ("A Hezbollah commander", SourceKind.ARMED_GROUP, "Hezbollah"),
        ("Militants", SourceKind.ARMED_GROUP, None),
        ("Amnesty International", SourceKind.MONITOR_OR_NGO, None),
        ("A group that monitors the war", SourceKind.MONITOR_OR_NGO, None),
        ("A doctor at the hospital", SourceKind.MEDIC_OR_RESCUE, None),
        ("Civil defence officials", SourceKind.MEDIC_OR_RESCUE, None),
        ("An AFP photographer at the scene", SourceKind.MEDIA, None),
        ("Local media", SourceKind.MEDIA, None),
        ("Turkey's state-run news agency Anadolu", SourceKind.MEDIA, "Turkey"),
        ("Two residents", SourceKind.WITNESS, None),
        ("A French witness", SourceKind.WITNESS, None),
        ("A study by three universities", SourceKind.DOCUMENT, None),
        ("The Swedish foreign minister", SourceKind.GOVERNMENT, "Sweden"),
        (
            "The Syrian Ministry of Foreign Affairs and Expatriates",
            SourceKind.GOVERNMENT,
            "Syria (government)",
        ),
        ("Staff of al-Quds hospital", SourceKind.MEDIC_OR_RESCUE, None),
        ("ISISs statement", SourceKind.ARMED_GROUP, "Islamic State"),
        ("A website affiliated to the Syrian opposition", SourceKind.MEDIA, "Syrian opposition"),
        ("A Hezbollah-linked daily", SourceKind.MEDIA, "Hezbollah"),
    ],
)
def test_kind_and_party(resolved, source: str, kind: SourceKind, party: str | None) -> None:
    found = resolved(
        f"{source} said on Monday that the bridge had collapsed.", Saying(source, "the bridge had collapsed")
    )
    (speaker,) = found.sources
    assert (speaker.kind, speaker.party) == (kind, party)


@pytest.mark.parametrize(
    ("source", "kind", "party"),
    [
        ("Gen. Ali Kaya of the Turkish army", SourceKind.MILITARY, "Turkey"),
        ("Igor Petrov, a spokesman for the Russian defence ministry,", SourceKind.MILITARY, "Russia"),
        ("Lena Marsh, head of Human Rights Watch,", SourceKind.MONITOR_OR_NGO, None),
        ("Swedish Prime Minister Eva Lind", SourceKind.GOVERNMENT, "Sweden"),
    ],
)
def test_a_person_has_kind_and_party_of_the_body(
    resolved, source: str, kind: SourceKind, party: str | None
) -> None:
    found = resolved(f"{source} said the road was open.", Saying(source.rstrip(","), "the road was open"))
    (speaker,) = found.sources
    assert (speaker.kind, speaker.party) == (kind, party)


def test_several_sources_have_the_kind_they_share_and_the_only_side(resolved) -> None:
    text = (
        "Residents and the Turkish army said the road was open. Germany and France denied it. "
        "The monitor and the Turkish army said it was shut."
    )
    both, governments, watched = resolved(
        text,
        Saying("Residents and the Turkish army", "the road was open"),
        Saying("Germany and France", "it"),
        Saying("The monitor and the Turkish army", "it was shut"),
    ).sources
    assert (both.kind, both.party) == (SourceKind.OTHER, "Turkey")
    assert (watched.kind, watched.party) == (SourceKind.MONITOR_OR_NGO, None)
    assert (governments.kind, governments.party) == (SourceKind.GOVERNMENT, None)


def test_rebels_are_of_the_one_contested_land_that_an_article_of_many_states_names(resolved) -> None:
    text = "Germany, France and Italy spoke of the war in Syria. Opposition fighters said the road was open."
    (speaker,) = resolved(text, Saying("Opposition fighters", "the road was open")).sources
    assert (speaker.kind, speaker.party) == (SourceKind.ARMED_GROUP, "Syrian opposition")
