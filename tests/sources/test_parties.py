from __future__ import annotations

import pytest

from claims.sources import Actors


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Turkish soldiers", "Turkey"),
        ("Turkey's soldiers", "Turkey"),
        ("Turkeys soldiers", "Turkey"),
        ("two Hezbollah fighters", "Hezbollah"),
        ("American troops", "United States"),
        ("U.S. warplanes", "United States"),
        ("British sailors", "United Kingdom"),
        ("UN peacekeepers", "United Nations"),
        ("Kurdish fighters", "Kurdish forces"),
        ("Kurdish villagers", None),
        ("Syrian army units", "Syria (government)"),
        ("Syrian rebels", "Syrian opposition"),
        ("Syrian villagers", None),
        ("Assads forces", "Syria (government)"),
        ("pro-Assad militias", "Syria (government)"),
        ("anti-Assad campaigners", None),
        ("a US-led coalition aircraft", "US-led coalition"),
        ("Russian-backed troops", None),
        ("a Britain-based monitor", None),
        ("a Turkish-Russian patrol", None),
        ("Islamic State fighters in Syria", "Islamic State"),
        ("Ukraine's armed forces", "Ukraine"),
        ("Georgian border guards", "Georgia"),
        ("Kosovan police", "Kosovo"),
        ("residents of Moscow", None),
        ("he told us", None),
        ("soldiers", None),
    ],
)
def test_party_of_words(actors: Actors, words: str, party: str | None) -> None:
    assert actors.parties.party_of(words) == party


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Ankara", "Turkey"),
        ("Damascus", "Syria (government)"),
        ("the Kremlin", "Russia"),
        ("Kyiv", "Ukraine"),
    ],
)
def test_a_capital_is_a_government_only_where_it_speaks(actors: Actors, words: str, party: str) -> None:
    assert actors.parties.party_of(words, speaking=True) == party
    assert actors.parties.party_of(f"people in {words}") is None


@pytest.mark.parametrize(
    ("words", "setting", "party"),
    [
        ("the army", "Syria", "Syria (government)"),
        ("rebels", "Syria", "Syrian opposition"),
        ("the army", "France", "France"),
        ("the French army", "Syria", "France"),
        ("many western governments", "Syria", None),
        ("the rebels", None, None),
        ("villagers", "Syria", None),
    ],
)
def test_bare_words_belong_to_the_state_an_article_is_about(
    actors: Actors, words: str, setting: str | None, party: str | None
) -> None:
    assert actors.parties.party_of(words, setting) == party


def test_setting_is_the_state_named_most(actors: Actors, parsed) -> None:
    text = "Sudan's army shelled a town. Sudanese doctors counted nine dead. Chad closed its border."
    assert actors.parties.setting(parsed(text)) == "Sudan"
    assert actors.parties.setting(parsed("A ferry sank off the coast.")) is None
