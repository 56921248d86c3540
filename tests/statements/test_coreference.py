"""Whom a pronoun stands for, from text to claim."""

from __future__ import annotations

import pytest

from claims.reading import article_from_text


@pytest.fixture(scope="module")
def statements(pipeline):
    return lambda text: [c.statement for c in pipeline.report([article_from_text(text)]).claims]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "State TV said the general was killed in an accident. His family said he had been executed.",
            "He [the general] had been executed.",
        ),
        (
            "The mayor said rebels blew up the bridge. The rebels said it had been destroyed in an air raid.",
            "It [the bridge] had been destroyed in an air raid.",
        ),
        (
            "The state blamed the blackout on sabotage. Engineers said an overloaded line had caused it.",
            "An overloaded line had caused it [the blackout]",
        ),
        (
            "The navy said its ship had been attacked. The minister said he would resign.",
            "He [minister] would resign.",
        ),
        (
            "Jets struck the building, which the mayor said was being used as a clinic.",
            "[The building] was being used as a clinic.",
        ),
        (
            "The king said unemployment fell to 6 percent. The bureau said it had risen to 9 percent.",
            "It [unemployment] had risen to 9 percent.",
        ),
        (
            "Kiev said the missile that hit the depot was Russian. Moscow said it was an old missile.",
            "It [the missile] was an old missile.",
        ),
        (
            "Rebels said they shot down the helicopter. The ministry said it made an emergency landing.",
            "It [the helicopter] made an emergency landing.",
        ),
        (
            "The mayor said the warehouse was empty. The union said it was packed with fertiliser.",
            "It [the warehouse] was packed with fertiliser.",
        ),
        (
            "The prison said the inmate hanged himself. An autopsy found that he had been strangled.",
            "He [the inmate] had been strangled.",
        ),
        (
            "The ministry said it had sent 300 soldiers.",
            "It [ministry] had sent 300 soldiers.",
        ),
        (
            "The clerk was fired and the lawyer was sued. The court said he had lied.",
            "He had lied.",
        ),
        (
            "Elephants have vanished, the ministry said. They are thriving, said the zoologist Ruth Amt.",
            "They [elephants] are thriving.",
        ),
        (
            "The firm said sales had soared. Its sales were in free fall, according to a trade body.",
            "Its sales were in free fall.",
        ),
        (
            "Mr. Hurt said the ship sank. Mrs. Amt of the navy said he had not been on board.",
            "He had not been on board.",
        ),
        (
            "The coalition said that Russia proves day after day it is no guarantor.",
            "It [Russia] is no guarantor.",
        ),
        (
            "The monitor said it is not known who carried out the strike.",
            "It is not known who carried out the strike.",
        ),
        (
            "The general said they had crossed the river.",
            "They had crossed the river.",
        ),
        (
            "Activists said they had filmed the raid.",
            "They [Activists] had filmed the raid.",
        ),
        (
            "The group claimed the attack, saying it was carried out by three bombers.",
            "It [the attack] was carried out by three bombers.",
        ),
        (
            "A spokesman for the army said it would not withdraw.",
            "It [a spokesman for the army] would not withdraw.",
        ),
        (
            "The minister knew nothing, her office said. "
            "A former aide told the commission that he himself had informed her.",
            "He [a former aide] himself had informed her.",
        ),
        (
            "Air defences shot down 14 of the 17 drones, the ministry said. "
            "The governor said not one of them had been intercepted.",
            "Not one of them [the 17 drones] had been intercepted.",
        ),
        (
            "The bridge is passable, the roads office said. "
            "The middle of it was in the river, a courier said.",
            "The middle of it [the bridge] was in the river.",
        ),
        (
            "Inflation fell in August, said the statistics office. Its former head spoke of fraud.",
            "Its former head spoke of fraud.",
        ),
        (
            "The vaccine had to be frozen, its maker said. "
            "Not so, said the chief pharmacist: it kept in any refrigerator.",
            "It [the vaccine] kept in any refrigerator.",
        ),
        (
            "Vostria said the exchange would go ahead. Kedra's chief negotiator said it had been called off.",
            "It [the exchange] had been called off.",
        ),
        (
            "No invitation was received, Ema Kostic said. The office said it had been delivered on Thursday.",
            "It [the invitation] had been delivered on Thursday.",
        ),
        (
            "The airline said both pilots had rested. The union said they had been on duty since noon.",
            "They [both pilots] had been on duty since noon.",
        ),
    ],
    ids=[
        "a family is no he",
        "a thing",
        "an object",
        "the speaker himself",
        "a relative clause",
        "no office rises",
        "what it is said to be",
        "what lands",
        "what is packed",
        "an autopsy is no he",
        "the speaker itself",
        "two candidates",
        "several are not one who speaks",
        "who is named after the words",
        "another gender",
        "somebody named in between",
        "nothing",
        "one person is no they",
        "several who speak",
        "what is carried out",
        "for whom he speaks",
        "he himself",
        "some of several",
        "a part",
        "no head of a figure",
        "not so",
        "a person is no it",
        "what did not come",
        "several and no body",
    ],
)
def test_a_pronoun_is_whoever_the_sentence_before_leaves_alone(statements, text, said) -> None:
    assert said in statements(text)
