"""Places as scenes, what holds them, and which exclude each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claims.core.claim import Place
from claims.core.errors import DataError
from claims.core.tokens import Sentence
from claims.statements.places import Gazetteer, compatible, places, spelling_key

Parse = Callable[[str], Sentence]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mine exploded in Ariha, southern Idlib, at noon.", [Place("Ariha", ("Idlib", "Syria"))]),
        ("Jets bombed the Kabana area of northern Latakia.", [Place("Kabana", ("Latakia", "Syria"))]),
        ("A patrol was attacked in Syria's Idlib province.", [Place("Idlib", ("Syria",))]),
        ("A patrol was attacked in Syrias Idlib province", [Place("Idlib", ("Syria",))]),
        ("Rockets on Aleppo's al-Shrafiyeh injured four.", [Place("Shrafiyeh", ("Aleppo", "Syria"))]),
        ("Shells on Salah Eddin in Aleppo killed three.", [Place("Salah Eddin", ("Aleppo", "Syria"))]),
        ("Terrorists in al-Haidariye injured 22 people.", [Place("Haidariye")]),
        ("Police have no confidence in Miller.", []),
        ("The bus left the road near Homs.", [Place("Homs", ("Syria",))]),
        ("Thousands marched in the capital Damascus.", [Place("Damascus", ("Syria",))]),
        ("Fighting raged in the village of Tel Rifa in Idlib.", [Place("Tel Rifa", ("Idlib", "Syria"))]),
        ("The wounded were taken to the Russian Hmeimim airbase.", [Place("Hmeimim", ("Latakia", "Syria"))]),
        ("The ferry sank off Izmir.", [Place("Izmir", ("Turkey",))]),
        ("Troops captured the town of Saraqib from rebels.", [Place("Saraqib", ("Idlib", "Syria"))]),
        ("Moscow said that Aleppo was shelled.", [Place("Aleppo", ("Syria",))]),
        ("The Ariha bombing injured three.", [Place("Ariha", ("Idlib", "Syria"))]),
        (
            "Shells fell on Kharkiv, Kherson and Odesa.",
            [Place(n, ("Ukraine",)) for n in ("Kharkiv", "Kherson", "Odesa")],
        ),
    ],
    ids=lambda v: v if isinstance(v, str) else None,
)
def test_scenes_with_what_holds_them(
    parse: Parse, gazetteer: Gazetteer, text: str, expected: list[Place]
) -> None:
    sentence = parse(text)
    assert [p.place for p in places(sentence, sentence.span, gazetteer)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Turkey and Russia agreed a ceasefire.",
        "Kyiv accused Moscow of lying.",
        "Turkish soldiers met Syrian officials.",
        "US officials blamed Iran.",
        "The convoy stopped on the M4 highway.",
        "The deal was signed by France.",
    ],
)
def test_states_that_act_and_nationalities_are_no_scenes(
    parse: Parse, gazetteer: Gazetteer, text: str
) -> None:
    sentence = parse(text)
    assert places(sentence, sentence.span, gazetteer) == ()


def test_the_span_holds_the_larger_places_too(parse: Parse, gazetteer: Gazetteer) -> None:
    text = "The mine exploded in Ariha, southern Idlib."
    sentence = parse(text)
    (found,) = places(sentence, sentence.span, gazetteer)
    assert found.span.of(text) == "Ariha, southern Idlib"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Idlib", "Idleb"),
        ("al-Hasakah", "Hasaka"),
        ("Raqqa", "Ar Raqqah"),
        ("Deir ez-Zor", "Deir al-Zour"),
        ("Kyiv", "Kiev"),
        ("Odesa", "Odessa"),
        ("Jisr al-Shughour", "Jisr al Shughur"),
    ],
)
def test_spellings_of_one_name_share_a_key(a: str, b: str) -> None:
    assert spelling_key(a) == spelling_key(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("Homs", "Hama"), ("Iran", "Iraq"), ("Niger", "Nigeria"), ("Mali", "Male"), ("Austria", "Australia")],
)
def test_different_names_keep_different_keys(a: str, b: str) -> None:
    assert spelling_key(a) != spelling_key(b)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Ariha", "Idleb", True),
        ("Idlib", "Syria", True),
        ("Homs", "Hims", True),
        ("Aleppo", "Idlib", False),
        ("Ariha", "Kabana", False),
        ("Baghdad", "Damascus", False),
        ("Harasta", "Damascus", None),
        ("Jobar", "Damascus", True),
        ("Kyiv", "Kharkiv", False),
        ("Khan Younis", "Gaza", True),
        ("El Fasher", "Sudan", True),
        ("Mali", "Somalia", False),
        ("Idlib", "Turkey", False),
        ("Ariha", "Saraqib", None),
        ("Nowhereville", "Idlib", None),
    ],
)
def test_places_that_exclude_each_other(gazetteer: Gazetteer, a: str, b: str, expected: bool | None) -> None:
    assert compatible(Place(a), Place(b), gazetteer) is expected
    assert compatible(Place(b), Place(a), gazetteer) is expected


def test_what_the_text_says_of_an_unknown_place_counts(gazetteer: Gazetteer) -> None:
    village = Place("Tel Rifa", ("Idlib",))
    assert gazetteer.compatible(village, Place("Idlib")) is True
    assert gazetteer.compatible(village, Place("Aleppo")) is False


def test_a_damaged_word_list_says_so(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_text("classes: [town]")
    with pytest.raises(DataError, match=r"places\.yaml"):
        Gazetteer(tmp_path / "places.yaml")


def test_owner_stands_behind_what_it_owns_in_a_chain_of_three(parse):
    sentence = parse("A truck blew up near the town of Tal Aran in Syria's Aleppo province.")
    found = places(sentence, sentence.span, Gazetteer())
    assert [p.place for p in found] == [Place("Tal Aran", ("Aleppo", "Syria"))]


@pytest.mark.parametrize("name", ["Korea", "Kelly", "Maria", "Ray", "Hull", "Ezra", "salami", "Mashhad"])
def test_names_and_words_of_others_lie_in_no_town_of_a_war(gazetteer: Gazetteer, name: str) -> None:
    assert not {"Syria", "Gaza Strip", "Lebanon"} & {*gazetteer.within(name)}
