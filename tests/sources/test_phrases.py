from __future__ import annotations

import pytest

from claims.sources.phrases import PhraseIndex, pieces


@pytest.fixture
def index() -> PhraseIndex[str]:
    index = PhraseIndex[str]()
    for name in ("UN", "Islamic State", "State", "US-led coalition", "al-Qaeda", "Red Cross"):
        index.add(name, name)
    return index


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("the UN envoy", ["UN"], id="capitals"),
        pytest.param("they run un-tested", [], id="not in small letters"),
        pytest.param("Islamic State fighters", ["Islamic State"], id="longest first"),
        pytest.param("a state of war", [], id="common noun"),
        pytest.param("the U.S.-led Coalition", ["US-led coalition"], id="stops and case"),
        pytest.param("Al Qaedas men", ["al-Qaeda"], id="hyphen and lost apostrophe"),
        pytest.param("the Red Cross's office, the UN's too", ["Red Cross", "UN"], id="possessives"),
    ],
)
def test_finds_names(index: PhraseIndex[str], text: str, found: list[str]) -> None:
    assert [m.value for m in index.find(pieces(text))] == found


def test_the_first_value_given_for_a_name_stays() -> None:
    index = PhraseIndex[int]()
    index.add("Harbour Front", 1)
    index.add("harbour-front", 2)
    assert [m.value for m in index.find(["Harbour", "Front"])] == [1]
