from __future__ import annotations

import pytest

from claims.core.attribution import Attribution, Manner
from claims.core.source import SourceKind
from claims.sources import resolve

from .conftest import Saying, attributions_of

MONITOR = (
    "Drone strike kills four near the harbour: monitor\n\n"
    "A drone hit a market on Monday, a war monitor said.\n\n"
    "The Coastal Conflict Observatory (CCO) said four people had died. “We counted four bodies,” its "
    "director Lena Marsh said. “Two more are missing.”\n\n"
    "She added that the drone came from the sea. The group said it had no names. CCO said it would "
    "publish a list."
)


def test_one_monitor_under_all_its_names(resolved) -> None:
    found = resolved(
        MONITOR,
        Saying("monitor", "Drone strike kills four", manner=Manner.HEADLINE),
        Saying("a war monitor", "A drone hit a market"),
        Saying("The Coastal Conflict Observatory (CCO)", "four people had died"),
        Saying("The group", "it had no names"),
        Saying("CCO", "it would publish a list"),
    )
    assert found.names == ["Coastal Conflict Observatory"] * 5
    assert {"CCO", "group"} <= set(found.sources[0].aliases)


@pytest.mark.parametrize("other", ["a local aid group", "another aid group"])
def test_a_body_that_is_set_apart_is_another(resolved, other: str) -> None:
    text = f"Doctors Without Borders said its staff were safe. A man said {other} reported two deaths."
    found = resolved(
        text, Saying("Doctors Without Borders", "its staff were safe"), Saying(other, "two deaths")
    )
    assert len({s.id for s in found.sources}) == 2


def test_a_director_is_a_person_of_the_body_and_goes_on_speaking(resolved) -> None:
    found = resolved(
        MONITOR,
        Saying("The Coastal Conflict Observatory (CCO)", "four people had died"),
        Saying("its director Lena Marsh", "We counted four bodies"),
        Saying("", "Two more are missing", manner=Manner.FLOATING),
        Saying("She", "the drone came from the sea"),
    )
    body, *person = found.sources
    assert {p.id for p in person} == {person[0].id} != {body.id}
    assert person[0].name == "Coastal Conflict Observatory director Lena Marsh"
    assert person[0].kind is SourceKind.MONITOR_OR_NGO


def test_first_person_in_a_quotation_is_its_speaker(resolved) -> None:
    inner, outer = resolved(
        "The mayor said the road was open. “I think the wall fell first,” a witness said.",
        Saying("I", "the wall fell first", inside=1),
        Saying("a witness", "I think the wall fell first"),
    ).sources
    assert inner.id == outer.id
    assert inner.kind is SourceKind.WITNESS


MINISTRIES = (
    "The Russian defence ministry said three soldiers were injured. The Turkish defence ministry said nobody "
    "was hurt. The ministry said a vehicle was damaged. Moscow called for calm. Gen. Ali Kaya of the Turkish "
    "army said the road was open. Kaya said he had been there. The Russian ministry gave no names."
)


def test_two_ministries_stay_two_and_the_capital_apart(resolved) -> None:
    russian, turkish, nearest, moscow, kaya, short, named_by_state = resolved(
        MINISTRIES,
        Saying("The Russian defence ministry", "three soldiers were injured"),
        Saying("The Turkish defence ministry", "nobody was hurt"),
        Saying("The ministry", "a vehicle was damaged"),
        Saying("Moscow", "calm"),
        Saying("Gen. Ali Kaya of the Turkish army", "the road was open"),
        Saying("Kaya", "he had been there"),
        Saying("The Russian ministry", "no names"),
    ).sources
    assert russian.name == "Russian defence ministry"
    assert nearest.id == turkish.id != russian.id
    assert moscow.party == russian.party == "Russia"
    assert moscow.id != russian.id
    assert short.id == kaya.id
    assert named_by_state.id == russian.id


def test_an_adjective_is_a_side_and_not_its_ministry(resolved) -> None:
    text = (
        "The Russian defence ministry said three soldiers were injured. Turkish sources told Reuters that "
        "none of its soldiers were hurt, despite Russian claims of Turkish casualties."
    )
    found = resolved(
        text,
        Saying("The Russian defence ministry", "three soldiers were injured"),
        Saying("Turkish sources", "none of its soldiers were hurt", relay="Reuters"),
        Saying("Russian", "Turkish casualties", manner=Manner.NOMINAL),
    )
    ministry, turkish, side = found.sources
    assert (side.name, side.kind, side.party) == ("Russian side", SourceKind.OTHER, "Russia")
    assert side.id != ministry.id
    assert turkish.party == "Turkey"
    assert found.relays(1) == ["Reuters"]


def test_whoever_passes_words_on_is_a_relay_nearest_to_the_speaker_first(resolved) -> None:
    text = "Interfax reported on Sunday that the mayor had told local radio that the dam was safe."
    found = resolved(
        text,
        Saying("Interfax", "the mayor had told local radio that the dam was safe"),
        Saying("the mayor", "the dam was safe", relay="local radio", inside=0),
    )
    assert found.relays(1) == ["local radio", "Interfax"]
    assert found.relays(0) == []


def test_the_narrator_is_never_a_relay(resolved) -> None:
    text = "It rained while the mayor said that the dam was safe."
    found = resolved(
        text,
        Saying("", "It rained while the mayor said that the dam was safe", manner=Manner.NARRATOR),
        Saying("the mayor", "the dam was safe", inside=0),
    )
    assert found.sources[0].kind is SourceKind.NARRATOR
    assert found.relays(1) == []


def test_unnamed_sources_are_one_and_say_so(resolved) -> None:
    text = "Fighters are said to be present. Ten people were reportedly hurt. A man said he saw smoke."
    found = resolved(
        text,
        Saying("", "Fighters", manner=Manner.PASSIVE),
        Saying("", "Ten people were", manner=Manner.PASSIVE),
        Saying("A man", "he saw smoke"),
    )
    assert found.names[:2] == ["no source named"] * 2
    assert found.sources[0].id == found.sources[1].id != found.sources[2].id
    assert found.sources[0].kind is SourceKind.ANONYMOUS


def test_residents_do_not_become_one(resolved) -> None:
    text = (
        "A resident said the roof fell in. Another resident said he heard nothing. "
        "Residents said aid was slow."
    )
    found = resolved(
        text,
        Saying("A resident", "the roof fell in"),
        Saying("Another resident", "he heard nothing"),
        Saying("Residents", "aid was slow"),
    )
    assert len({s.id for s in found.sources}) == 3


@pytest.mark.parametrize(
    ("pronoun", "expected"),
    [("He", "Omar Haddad"), ("It", "Interfax"), ("They", "Miners")],
)
def test_pronouns_agree(resolved, pronoun: str, expected: str) -> None:
    text = (
        "Miners said the shaft was flooded. Engineer Omar Haddad said a pump had failed. Interfax said two "
        f"men were missing. {pronoun} said the search went on."
    )
    found = resolved(
        text,
        Saying("Miners", "the shaft was flooded"),
        Saying("Engineer Omar Haddad", "a pump had failed"),
        Saying("Interfax", "two men were missing"),
        Saying(pronoun, "the search went on"),
    )
    assert expected in found.names[3]


def test_a_statement_is_its_issuers(resolved) -> None:
    text = (
        "The Harbour Guard Brigade attacked the port. A statement issued by the Harbour Guard Brigade said "
        "two boats sank. The statement said nobody died."
    )
    found = resolved(
        text,
        Saying("A statement issued by the Harbour Guard Brigade", "two boats sank"),
        Saying("The statement", "nobody died"),
    )
    assert found.names == ["Harbour Guard Brigade"] * 2


def test_a_bare_army_is_that_of_the_state_the_article_is_about(resolved) -> None:
    text = "Sudan buried its dead. The army said the capital was calm. Sudanese shops reopened."
    (army,) = resolved(text, Saying("The army", "the capital was calm")).sources
    assert (army.name, army.kind, army.party) == ("Sudanese army", SourceKind.MILITARY, "Sudan (government)")


def test_every_attribution_has_a_source_even_where_no_word_was_parsed(actors, parsed) -> None:
    document = parsed("Nothing.")
    beyond = Attribution(
        "x", "a", attributions_of(document, [Saying("Nothing", "Nothing")])[0].source, (), ()
    )
    assert resolve(document, [beyond], actors).of("x").name


def test_a_family_name_is_the_listed_person_that_the_text_names_in_full(resolved) -> None:
    found = resolved(
        "A briefing by relief coordinator Valerie Amos drew attention. Amos stressed that aid was late. "
        "The UN official said that trucks had been held up.",
        Saying("Amos", "aid was late"),
        Saying("The UN official", "trucks had been held up"),
    )
    assert {s.name for s in found.sources} == {"Valerie Amos"}
    assert {s.kind for s in found.sources} == {SourceKind.INTERNATIONAL_BODY}


def test_a_title_behind_a_name_without_a_comma_is_the_persons(resolved) -> None:
    found = resolved(
        "Lena Marsh Secretary General of the Harbour Council said the road was open. The council met Lena "
        "Marsh on Monday. Marsh added that nobody was hurt.",
        Saying("Lena Marsh Secretary General of the Harbour Council", "the road was open"),
        Saying("Marsh", "nobody was hurt"),
    )
    first, second = found.sources
    assert first.id == second.id
    assert first.kind is SourceKind.OFFICIAL


@pytest.mark.parametrize("who", ["some non-governmental organisations", "Humanitarian groups"])
def test_who_helps_is_an_organisation(resolved, who: str) -> None:
    (source,) = resolved(f"{who} put the toll at 40.", Saying(who, "the toll at 40")).sources
    assert source.kind is SourceKind.MONITOR_OR_NGO


def test_a_ministry_is_no_body_of_another_name(resolved) -> None:
    first, second = resolved(
        "The ministry said the trucks had arrived. The Red Cross said they were turned back.",
        Saying("The ministry", "the trucks had arrived"),
        Saying("The Red Cross", "they were turned back"),
    ).sources
    assert first.id != second.id


def test_a_regimes_television_is_a_medium_and_not_the_regime(resolved) -> None:
    medium, regime = resolved(
        "Syrian regime television said the army was not responsible. The Syrian regime said that talks "
        "in Syria would go on.",
        Saying("Syrian regime television", "the army was not responsible"),
        Saying("The Syrian regime", "talks in Syria would go on"),
    ).sources
    assert medium.kind is SourceKind.MEDIA
    assert medium.id != regime.id


def test_nobody_is_called_by_the_name_of_a_happening(resolved) -> None:
    (coalition,) = resolved(
        "The Coalition rejected the claims made by the Assad regimes UN representative Bashar Aljaafari who "
        "on Monday blamed France for the Ghouta Massacre that claimed the lives of over 1127 civilians.",
        Saying("The Coalition", "the claims made by the Assad regimes UN representative"),
    ).names
    assert coalition == "Coalition"


def test_a_name_that_ends_in_war_may_be_somebodys(resolved) -> None:
    found = resolved(
        "A map by the Institute for the Study of War showed the front. The institute said the road was cut.",
        Saying("The institute", "the road was cut"),
    )
    assert found.names == ["Institute for the Study of War"]


@pytest.mark.parametrize(("rank", "same"), [("Lieutenant", False), ("Gen.", True), ("Major General", True)])
def test_a_general_is_no_lieutenant(resolved, rank: str, same: bool) -> None:
    text = f"{rank} Ali Kaya said the bridge was safe. It had been mined, the general said."
    found = resolved(text, Saying(f"{rank} Ali Kaya", "the bridge was safe"), Saying("the general", "It had"))
    assert (len({s.id for s in found.sources}) == 1) is same


def test_she_is_a_person_who_is_named_beside_the_subject(resolved) -> None:
    text = (
        "The mill burnt after explosions that the governor, Lena Marsh, blamed on drones. "
        "“We shot two down,” she said. Ms Marsh said no ship was hit."
    )
    found = resolved(text, Saying("she", "We shot two down"), Saying("Ms Marsh", "no ship was hit"))
    assert found.names == ["Lena Marsh", "Lena Marsh"]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "They accuse Mr Kaya of theft. “He lied,” said the prosecutor, Lena Marsh. His lawyer denied it.",
            "His lawyer",
            "Mr Kaya's lawyer",
        ),
        ("The port authority said it was calm. A tanker sank, its captain said.", "its captain", "captain"),
        (
            "The port authority said it was calm. It said so twice, and its captain did too.",
            "its captain",
            "port authority captain",
        ),
    ],
)
def test_whose_somebody_is(resolved, text: str, source: str, name: str) -> None:
    first = "the prosecutor, Lena Marsh" if "prosecutor" in text else "The port authority"
    found = resolved(
        text, Saying(first, "He lied" if "lied" in text else "it was calm"), Saying(source, "it")
    )
    assert found.names[1] == name


def test_a_paper_called_post_is_no_post_of_somebody(resolved) -> None:
    text = "Three stewards told the Lima Post that the gates had been locked."
    found = resolved(text, Saying("Three stewards", "the gates had been locked", relay="the Lima Post"))
    assert found.relays(0) == ["Lima Post"] and found.sources[0].aliases == ()


def test_he_is_the_engineer_of_before_and_no_captain_farther_up(resolved) -> None:
    text = (
        "Stavros Milonas, the captain, said he had left last. A former engineer said one engine had failed. "
        "He had been dismissed for saying so, he said."
    )
    found = resolved(
        text,
        Saying("Stavros Milonas, the captain", "he had left last"),
        Saying("A former engineer", "one engine had failed"),
        Saying("he", "He had been dismissed"),
    )
    assert found.names[1] == found.names[2]


def test_a_firm_of_two_names_is_one(resolved) -> None:
    text = "The firm, Brandt & Cole, said it had refused. It had asked for more drilling, it said."
    found = resolved(text, Saying("The firm, Brandt & Cole", "it had refused"), Saying("it", "more drilling"))
    assert len({s.id for s in found.sources}) == 1


def test_a_body_that_is_called_so_comes_before_one_that_might_be(resolved) -> None:
    text = (
        "The medicines agency said the trial was over. The hospital denied it. "
        "The agency said it had not decided."
    )
    found = resolved(
        text,
        Saying("The medicines agency", "the trial was over"),
        Saying("The hospital", "it"),
        Saying("The agency", "it had not decided"),
    )
    assert found.names[2] == found.names[0]


def test_her_husband_is_no_spokesmans(resolved) -> None:
    text = "“Ms Doss left,” a ministry spokesman said. Her husband said four men had taken her from home."
    found = resolved(
        text, Saying("a ministry spokesman", "Ms Doss left,"), Saying("Her husband", "four men had taken her")
    )
    assert "spokesman" not in found.names[1]
