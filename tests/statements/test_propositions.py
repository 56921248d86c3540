from __future__ import annotations

import pytest

from claims.core.spans import Span
from claims.statements.clauses import clauses
from claims.statements.frames import Frames
from claims.statements.propositions import Reader

SIDES = {"peruvian": "Peru", "chilean": "Chile", "peru": "Peru", "chile": "Chile"}


@pytest.fixture(scope="module")
def read(parsed):
    reader = Reader(
        Frames.load(),
        lambda words: next((SIDES[w] for w in words.lower().replace("-", " ").split() if w in SIDES), None),
        lambda sentence, token: "Peru",
    )

    def of(text):
        document = parsed(text)
        return [reader(c) for c in clauses(document, [Span(0, len(text))])]

    return of


@pytest.mark.parametrize(
    ("text", "frame", "agent", "patient"),
    [
        ("Chilean jets bombed the harbour.", "attack", "Chilean jets", "the harbour"),
        ("The harbour was bombed by Chilean jets.", "attack", "Chilean jets", "The harbour"),
        ("The ferry sank off Callao.", "sink", None, "The ferry"),
        ("Three sailors hurt in Callao blast", "injure", None, "Three sailors"),
        ("Peruvian casualties", "casualty", None, "Peruvian casualties"),
        ("The flood forced 900 people to flee.", "flee", "The flood", "900 people"),
        ("The ferry remained afloat.", "float", "The ferry", None),
        ("Chilean jets carried out the attack on the harbour.", "attack", "Chilean jets", "the harbour"),
        ("The attack was carried out on Friday by Chilean jets.", "attack", "Chilean jets", None),
        ("The raid on the harbour was carried out by Chilean jets.", "attack", "Chilean jets", "the harbour"),
        ("Chilean jets were behind the strikes on the harbour.", "attack", "Chilean jets", "the harbour"),
        ("Smugglers inflicted damage on the harbour.", "damage", "Smugglers", "the harbour"),
        ("Chile was involved in the shelling of the harbour.", "attack", "Chile", "the harbour"),
        ("Nine sailors died in Chilean raids.", "die", "Chilean raids", "Nine sailors"),
        ("They believe smugglers bombed the harbour.", "attack", "smugglers", "the harbour"),
        ("The blast left nine sailors dead.", "kill", "The blast", "nine sailors"),
        ("Chile was to blame for the raid on the harbour.", "attack", "Chile", "the harbour"),
        ("Smugglers are to be blamed for the raid on the harbour.", "attack", "Smugglers", "the harbour"),
        ("The harbour was set ablaze by smugglers.", "damage", "smugglers", "The harbour"),
        ("The pilot was killed in an ambush by unknown smugglers.", "kill", "unknown smugglers", "The pilot"),
        ("The pilot was killed in an ambush by the river.", "kill", None, "The pilot"),
        ("The blast claimed the lives of nine sailors.", "kill", "The blast", "nine sailors"),
        ("Smugglers are in control of the harbour.", "hold", "Smugglers", "the harbour"),
        ("The harbour is in the hands of smugglers.", "hold", "smugglers", "The harbour"),
        ("Chilean jets dropped bombs on the harbour.", "attack", "Chilean jets", "the harbour"),
        ("Guards opened fire on the crowd.", "attack", "Guards", "the crowd"),
        ("Smugglers took control of the harbour.", "capture", "Smugglers", "the harbour"),
        ("Smugglers blew up the bridge.", "destroy", "Smugglers", "the bridge"),
        ("The sailors beat back the assault.", None, "The sailors", "the assault"),
        (
            "The probe has evidence of the Chilean navy's responsibility for the raid on the harbour.",
            "attack",
            "the Chilean navy's",
            "the harbour",
        ),
        ("The Chilean navys direct responsibility for the raid", "attack", "The Chilean navys", None),
    ],
)
def test_who_did_what_to_whom(read, text, frame, agent, patient):
    (found,) = read(text)
    assert found.frame == frame
    assert (found.agent.text if found.agent else None) == agent
    assert (found.patient.text if found.patient else None) == patient


@pytest.mark.parametrize("said", ["fabricated", "baseless", "false"])
def test_a_report_called_false_denies_what_was_reported(read, said):
    (found,) = read(f"The reports of a Chilean raid on the harbour were {said}.")
    assert (found.frame, found.negated, found.patient.text) == ("attack", True, "the harbour")


def test_a_report_called_true_does_not(read):
    (found,) = read("The reports of a Chilean raid on the harbour were published.")
    assert found.frame is None and not found.negated


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Peruvian sailors were hurt.", "Peru"),
        ("None of its sailors were hurt.", "Peru"),
        ("A joint Peruvian-Chilean patrol was hit.", None),
        ("The sailors were hurt near Chile.", None),
    ],
    ids=["nationality", "possessive", "two sides", "place beside"],
)
def test_whose_those_are_that_it_befell(read, text, party):
    (found,) = read(text)
    assert found.patient.party == party


@pytest.mark.parametrize(
    ("text", "negated", "hedged"),
    [
        ("Neither Peru nor Chile bombed the harbour.", True, False),
        ("Neither side bombed the harbour.", True, False),
        ("Not a single soldier of ours crossed the river.", True, False),
        ("Not one of our boats left the harbour.", True, False),
        ("One of our boats did not leave the harbour.", True, False),
        ("One of our boats left the harbour.", False, False),
        ("Troops crossed the river.", False, False),
        ("Troops did not cross the river.", True, False),
        ("Troops never crossed the river.", True, False),
        ("The guards failed to stop the raid.", True, False),
        ("The dam failed.", False, False),
        ("Troops may have crossed the river.", False, True),
        ("The raid was possibly led by rebels.", False, True),
    ],
)
def test_negation_and_doubt(read, text, negated, hedged):
    (found,) = read(text)
    assert (found.negated, found.hedged) == (negated, hedged)


def test_happening_is_named_beside_the_predicate(read):
    (found,) = read("Two men died in the car bombing.")
    assert found.happening == "car bombing"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Chile played no role in the bombing of the harbour.", True),
        ("Chile was not responsible for the bombing of the harbour.", True),
        ("Chile had a role in the bombing of the harbour.", False),
        ("Chile had nothing to do with the bombing of the harbour.", True),
        ("It is impossible that smugglers bombed the harbour.", True),
        ("It is not untrue that smugglers bombed the harbour.", False),
    ],
)
def test_a_share_in_a_deed_is_had_or_not(read, text, negated):
    (said,) = read(text)
    assert (said.frame, said.negated) == ("attack", negated)


@pytest.mark.parametrize(
    ("text", "predicate", "negated"),
    [
        ("It was impossible that the attackers had entered from Chile.", "enter", True),
        ("There was no evidence that birds had hit the plane.", "hit", True),
        ("There was nothing to suggest that the minister had been hurt.", "hurt", True),
        ("There is no question that birds had hit the plane.", "question", False),
        ("The militia had fired no shells.", "fire", True),
        ("Nobody had come back.", "return", True),
        ("Witnesses saw four men storm the hotel.", "storm", False),
        ("The talks had broken down.", "collapse", False),
        ("The student was beaten to death by guards.", "kill", False),
        ("The strike took place around noon.", "take place", False),
        ("Soldiers had let 200 people leave.", "leave", False),
        ("No more than a third of the voters had voted.", "vote", False),
    ],
)
def test_what_a_clause_says_though_its_verb_says_less(read, text, predicate, negated) -> None:
    [found] = read(text)
    assert (found.predicate, found.negated) == (predicate, negated)
