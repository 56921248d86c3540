"""Whole texts in which accounts part, or only seem to."""

from __future__ import annotations

import pytest

from claims.core.relation import Kind, Label
from claims.reading import article_from_text


@pytest.fixture(scope="module")
def relations(pipeline):
    def run(text):
        found = pipeline.report([article_from_text(text)]).relations
        return {(r.label, r.kind) for r in found if r.label in (Label.CONTRADICTS, Label.DIFFERS)}

    return run


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The Observatory said Russian air strikes killed 23 civilians in strikes on Idlib on May 31. "
            "Russia denied carrying out raids there that day.",
            Kind.DENIAL,
        ),
        (
            "Syria's government blamed Syrian rebels for the attack in Aleppo. "
            "The Syrian opposition said President Bashar al-Assad's forces staged the attack.",
            Kind.BLAME,
        ),
        (
            "The Pentagon said the airstrike on Thursday was unintentional. "
            "Syrian officials said the airstrike was intentional.",
            Kind.OUTCOME,
        ),
        (
            "An air strike on a hospital in the town killed at least 34 people on Sunday, residents said, "
            "while the country's military government denied that its aircraft had bombed the building.",
            Kind.DENIAL,
        ),
        (
            "Police said two bombers attacked the station in Callao on Monday. "
            "The ministry said the attack on the station was carried out by three bombers.",
            Kind.COUNT,
        ),
        (
            "Moscow said neither the government nor the rebels had used chlorine in Ghouta on Monday. "
            "Washington said government forces had used chlorine in Ghouta on Monday.",
            Kind.DENIAL,
        ),
        (
            "The airstrike near Raqqa was a mistake, the Pentagon said. "
            "The attack was intentional, Syrian officials said.",
            Kind.OUTCOME,
        ),
        (
            "Syrian state media said US-led coalition strikes in the city of Abu Kamal left at least 31 "
            "civilians dead. The coalition did not carry out strikes near Abu Kamal, John Dorrian said.",
            Kind.DENIAL,
        ),
        (
            "Residents said government forces had dropped chlorine on Saraqeb on Monday. "
            "The Syrian army said the reports of a chlorine attack on Saraqeb were fabricated.",
            Kind.DENIAL,
        ),
        (
            "The Assad regime denied responsibility for the Ghouta massacre. The Coalition said there was "
            "evidence of the Assad regimes direct responsibility for the chemical attack on Ghouta.",
            Kind.DENIAL,
        ),
        (
            "The Observatory said the regime's barrel bombs killed 12 in Douma on Tuesday. "
            "Syria's president said his army does not use barrel bombs.",
            Kind.DENIAL,
        ),
        (
            "Russia says it targets only militants. "
            "Western countries say Russian bombing has deliberately targeted hospitals and bakeries.",
            Kind.VICTIM,
        ),
        (
            "The ministry said the helicopter crashed near Saraqeb on Monday because of a technical fault. "
            "Rebels said they had shot down the helicopter near Saraqeb on Monday.",
            Kind.BLAME,
        ),
        (
            "The Observatory said the raid on the market in Ariha killed 44 civilians. "
            "Russia said its jets had struck militants in Ariha and that no civilians were hurt.",
            Kind.COUNT,
        ),
        (
            "The ministry said aid trucks were allowed into Madaya on Thursday. The Red Cross said the aid "
            "trucks were turned back at a checkpoint outside Madaya on Thursday.",
            Kind.OUTCOME,
        ),
        (
            "Rebels said the truce was holding around Daraa on Monday. "
            "The army violated the truce around Daraa on Monday, activists said.",
            Kind.OUTCOME,
        ),
        (
            "SANA said a child was killed by terrorist rockets in Damascus on Tuesday. "
            "The rebels said they had not fired at Damascus on Tuesday.",
            Kind.DENIAL,
        ),
        (
            "The coalition said it had killed 14 Islamic State fighters in Raqqa on Tuesday. "
            "Residents said those killed in the Raqqa strike on Tuesday were civilians.",
            Kind.VICTIM,
        ),
        (
            "The army said it had repelled the attack on the Kweiris air base. "
            "Islamic State said its fighters had overrun the Kweiris air base.",
            Kind.OUTCOME,
        ),
        (
            "The Northern Accord said its fighters killed 45 soldiers in the ambush on the Tessala road. "
            "The defence ministry said the army had lost three men in the ambush.",
            Kind.COUNT,
        ),
        (
            "The head of the village council said the school had been empty at the time of the raid. "
            "The teachers' union said 40 pupils were in class when the bombs fell.",
            Kind.OTHER,
        ),
        (
            "Sudanese journalist Amal Idriss was taken from her home on Thursday night, her husband said. "
            "Security officials said she had been picked up on Wednesday morning.",
            Kind.TIME,
        ),
    ],
    ids=[
        "own raids",
        "one attack",
        "intent",
        "its aircraft",
        "how many attackers",
        "neither of two",
        "mistake",
        "left dead",
        "fabricated",
        "responsibility",
        "means never used",
        "only militants",
        "technical fault",
        "nobody hurt",
        "turned back",
        "truce",
        "rebels who did not fire",
        "who they were",
        "assault beaten off",
        "own losses",
        "not a word in common",
        "two days of one arrest",
    ],
)
def test_accounts_that_part(relations, text, kind) -> None:
    assert (Label.CONTRADICTS, kind) in relations(text)


def test_leaving_of_ones_own_will_and_being_driven_out(relations) -> None:
    found = relations(
        "The governor said the fighters left the village of Kefraya voluntarily. "
        "Residents said they were forced out of Kefraya by shelling."
    )
    assert {kind for _, kind in found} == {Kind.OUTCOME}


def test_a_bridge_that_two_sides_are_said_to_have_blown_up(relations) -> None:
    found = relations(
        "The governor said the bridge near Ramadi was destroyed by coalition jets on Sunday. The coalition "
        "said Islamic State militants had blown up the bridge near Ramadi on Sunday."
    )
    assert {kind for _, kind in found} == {Kind.BLAME}


@pytest.mark.parametrize(
    "text",
    [
        "The Observatory said Russian air strikes killed 23 civilians in Homs. "
        "Russia denied bombing a market in Raqqa.",
        "A monitor documented the deaths of 27 people in raids on Tal Hamis. "
        "Its director said nine of those killed had been identified as civilians.",
        "Rebels captured the gas fields near Homs, a monitor said. "
        "A witness said the rebels held the gas fields near Homs.",
        "Residents said shells killed two in Homs. The army said the reports of shelling of Hama were false.",
        "Rebels said they beat back an assault on Daraya. The army said it lifted the siege of Daraya.",
        "A blast in Idlib wounded nobody, a medic said. The Observatory said a raid in Homs killed 12.",
        "Officials said residents left Madaya voluntarily. Activists said families were driven from Daraya.",
    ],
    ids=[
        "another raid",
        "some of them",
        "one side both",
        "another place's reports",
        "two deeds",
        "nobody there",
        "another town",
    ],
)
def test_accounts_that_do_not(relations, text) -> None:
    assert relations(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "An explosion at a mosque in Syria's Idlib province on Friday killed at least 25 members of the "
        "Nusra Front, the Observatory said. The blast hit the Salem Mosque in Ariha. Turkey's Anadolu agency "
        "said there were 15 deaths.",
        "A suicide bomber struck a wedding in northeast Syria on Monday, killing 32 people, a medical source "
        "said. The dead included women. In Hasakeh, Islamic State said that 40 people had been killed.",
    ],
    ids=["a mosque", "a wedding"],
)
def test_one_happening_may_be_placed_roughly(relations, text: str) -> None:
    assert (Label.CONTRADICTS, Kind.COUNT) in relations(text)


def test_strikes_on_a_province_and_on_a_village_of_it_differ_at_least(relations) -> None:
    found = relations(
        "Air strikes on Idlib province on Wednesday killed 22 children, UNICEF said. The Observatory said "
        "strikes on a school in the village of Binnish killed at least 35 civilians, including 11 "
        "schoolchildren."
    )
    assert found & {(Label.DIFFERS, Kind.COUNT), (Label.CONTRADICTS, Kind.COUNT)}


@pytest.mark.parametrize(
    "text",
    [
        "An air strike on Monday killed 12 people in Idlib province, activists said. In Ariha, rescuers said "
        "that 30 people had been killed since the start of the month.",
        "A car bomb in Homs province killed ten soldiers, the Observatory said. In Palmyra, the army said, "
        "three civilians were killed by a mine.",
    ],
    ids=["a month's toll", "a mine"],
)
def test_a_toll_of_something_else_in_the_same_province(relations, text: str) -> None:
    assert relations(text) == set()


def test_an_answer_may_stand_further_on(relations) -> None:
    found = relations(
        "Boris Johnson said that Russia's air force may have deliberately targeted the convoy on Sept. 19. "
        "Russia denies involvement. "
        + "The talks in Geneva went on, and nobody left. " * 20
        + "The U.S. says it believes Russian jets were behind the strikes."
    )
    assert (Label.CONTRADICTS, Kind.DENIAL) in found


def test_means_that_one_source_rules_out_by_name(relations) -> None:
    found = relations(
        "A drone hit a market in Omdurman on Tuesday, the Sudan Doctors Network said. Tamer Hassan told "
        "Reuters the market was hit by two barrel bombs, not by a drone."
    )
    assert (Label.CONTRADICTS, Kind.WEAPON) in found
