"""What is counted, how many, of whom."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claims.core.claim import Quantity
from claims.core.errors import DataError
from claims.core.spans import Span
from claims.core.tokens import Sentence, Token
from claims.statements.measures import Measures
from claims.statements.quantities import LocatedQuantity, quantities

Parse = Callable[[str], Sentence]
Row = tuple[str, str | None, float, float | None]
SIDES = {"turkish": "Turkey", "russian": "Russia", "georgian": "Georgia", "malian": "Mali"}


def party_of(words: str) -> str | None:
    return next((side for name, side in SIDES.items() if name in words.lower()), None)


def possessor(sentence: Sentence, token: Token) -> str | None:
    return "Turkey"


@pytest.fixture(scope="module")
def measures() -> Measures:
    return Measures()


@pytest.fixture
def read(parse: Parse, measures: Measures) -> Callable[[str], tuple[LocatedQuantity, ...]]:
    def of(text: str) -> tuple[LocatedQuantity, ...]:
        sentence = parse(text)
        return quantities(sentence, sentence.span, party_of, possessor, measures)

    return of


Read = Callable[[str], tuple[LocatedQuantity, ...]]


def rows(found: tuple[LocatedQuantity, ...]) -> list[Row]:
    return [(q.quantity.measure, q.quantity.of, q.quantity.low, q.quantity.high) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 12 people were killed in the fire.", ("killed", "person", 12, None)),
        ("More than 100 miners died when the shaft collapsed.", ("killed", "miner", 101, None)),
        ("The army killed 10 to 15 fighters in the valley.", ("killed", "fighter", 10, 15)),
        ("The death toll of the collapse has risen to 15.", ("killed", "person", 15, 15)),
        ("The number of dead rose from 12 to 31.", ("killed", "person", 31, 31)),
        ("Officials put the death toll at 47.", ("killed", "person", 47, 47)),
        ("The blast claimed 19 lives.", ("killed", "person", 19, 19)),
        ("They put the number of civilians killed at 13.", ("killed", "civilian", 13, 13)),
        ("The death toll rose to 8 civilians.", ("killed", "civilian", 8, 8)),
        ("The raid resulted in the martyrdom of 3 citizens.", ("killed", "citizen", 3, 3)),
        ("More than 120 prisoners were tortured to death.", ("killed", "prisoner", 121, None)),
        ("Clashes left 23 villagers of the region dead.", ("killed", "villager", 23, 23)),
        ("In the province of Daraa 16 civilians were killed.", ("killed", "civilian", 16, 16)),
        ("Eighteen migrants lost their lives at sea.", ("killed", "migrant", 18, 18)),
        ("The strike left 14 people dead.", ("killed", "person", 14, 14)),
        ("A bus crash in which 12 died is being investigated.", ("killed", "person", 12, 12)),
        ("The attack resulted in the deaths of nine soldiers.", ("killed", "soldier", 9, 9)),
        ("Rescuers pulled 33 bodies from the rubble.", ("killed", "person", 33, 33)),
        ("The ministry recorded 12 civilian deaths.", ("killed", "civilian", 12, 12)),
        ("At least five dead after strike on hospital", ("killed", "person", 5, None)),
        ("Three Turkish soldiers hurt in roadside blast", ("injured", "turkish soldier", 3, 3)),
        ("Around a dozen people were treated for minor injuries.", ("injured", "person", 11, 13)),
        ("There were 30 casualties in the ambush.", ("casualties", "person", 30, 30)),
        ("The strike killed or wounded 60 militants.", ("casualties", "militant", 60, 60)),
        ("Seven people are still missing after the flood.", ("missing", "person", 7, 7)),
        ("About 500 families fled the village.", ("displaced", "family", 475, 525)),
        ("The fighting has driven 900,000 people from their homes.", ("displaced", "person", 9e5, 9e5)),
        ("Almost 2,000 residents were evacuated.", ("evacuated", "resident", 1800, 1999)),
        ("Police detained twenty-one demonstrators.", ("detained", "demonstrator", 21, 21)),
        ("Tens of thousands of people marched.", ("present", "person", 20_000, 99_999)),
        ("An estimated 4,000 protesters gathered.", ("present", "protester", 3800, 4200)),
        ("Several houses were damaged by the storm.", ("house", "house", 3, 12)),
        ("Both pilots were killed.", ("killed", "pilot", 2, 2)),
        ("A boy aged 12 was injured.", ("injured", "boy", 1, 1)),
        ("A total of 17 people lost their lives.", ("killed", "person", 17, 17)),
        ("The army fired 40 rockets.", ("rocket", "rocket", 40, 40)),
        ("Four of the dead were children.", ("killed", "child", 4, 4)),
        ("At least 50 feared dead in mine collapse", ("killed", "person", 50, None)),
        ("The shelling claimed the lives of two men.", ("killed", "man", 2, 2)),
        ("A string of bombings left 134 people dead.", ("killed", "person", 134, 134)),
        ("A car bomb wounded at least 37 people.", ("injured", "person", 37, None)),
        ("17-06-2016 Seven civilians hurt by rockets", ("injured", "civilian", 7, 7)),
        ("The raid killed 32 people medics and rescuers said", ("killed", "person", 32, 32)),
        ("Assads forces killed 14 villagers the rebels said", ("killed", "villager", 14, 14)),
        ("Lawyers counted 211 people held over the riot.", ("detained", "person", 211, 211)),
        ("The group held 30 soldiers captive.", ("detained", "soldier", 30, 30)),
        ("More than 40 men were behind bars.", ("detained", "man", 41, None)),
        ("The mayor put the number of those held after the riot at 64.", ("detained", "person", 64, 64)),
        ("The mayor put the number of detainees who have died at 6.", ("killed", "detainee", 6, 6)),
        ("A third of the houses were destroyed.", ("percent", "house", 33, 33)),
        ("Two-thirds of voters turned out.", ("percent", "voter", 67, 67)),
        ("Less than half had voted for it.", ("percent", None, 0, 50)),
        ("No more than a third of those on the rolls had voted.", ("percent", "person", 0, 33)),
    ],
    ids=lambda v: v if isinstance(v, str) else None,
)
def test_one_count(read: Read, text: str, expected: Row) -> None:
    assert rows(read(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "measure", "of"),
    [
        ("None of its soldiers were hurt.", "injured", "soldier"),
        ("Nobody was killed in the crash.", "killed", "person"),
        ("No civilians were harmed.", "injured", "civilian"),
        ("The drone strike ended without casualties.", "casualties", "person"),
        ("The rockets did not cause any injuries.", "injured", "person"),
        ("Not a single soldier was hurt.", "injured", "soldier"),
        ("There were no Turkish casualties.", "casualties", "turkish person"),
        ("The strike did not kill any civilians.", "killed", "civilian"),
        ("Neither side suffered casualties.", "casualties", "person"),
    ],
)
def test_none(read: Read, text: str, measure: str, of: str) -> None:
    assert rows(read(text)) == [(measure, of, 0, 0)]


def test_a_zero_from_negation_says_that_the_negation_is_spent(read: Read) -> None:
    assert [q.from_negation for q in read("The rockets did not cause any injuries.")] == [True]
    assert [q.from_negation for q in read("None of its soldiers were hurt.")] == [False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eight people were killed and 22 wounded in the ambush.",
            [("killed", "person", 8, 8), ("injured", "person", 22, 22)],
        ),
        (
            "The gunmen killed six officers and wounded nine others.",
            [("killed", "officer", 6, 6), ("injured", "person", 9, 9)],
        ),
        (
            "Rebels destroyed four tanks and an armoured vehicle.",
            [("tank", "tank", 4, 4), ("vehicle", "armoured vehicle", 1, 1)],
        ),
        (
            "A child was killed and two women were wounded.",
            [("killed", "child", 1, 1), ("injured", "woman", 2, 2)],
        ),
        (
            "The ministry reported 210 new deaths and 1,400 injuries.",
            [("killed", "person", 210, 210), ("injured", "person", 1400, 1400)],
        ),
        (
            "Five Syrian and three Russian soldiers were killed.",
            [("killed", "syrian soldier", 5, 5), ("killed", "russian soldier", 3, 3)],
        ),
        (
            "Twelve people were hurt; three of them later died.",
            [("injured", "person", 12, 12), ("killed", "person", 3, 3)],
        ),
    ],
    ids=lambda v: v if isinstance(v, str) else None,
)
def test_several_counts(read: Read, text: str, expected: list[Row]) -> None:
    assert rows(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people, including three children, were killed.",
        "The bombing killed 12 people, three of them children.",
        "Twelve people were killed, among them three children.",
        "Twelve people were killed including three children",
    ],
)
def test_a_part_is_a_subset_of_the_same_measure(read: Read, text: str) -> None:
    whole, part = (q.quantity for q in read(text))
    assert (whole.measure, whole.low, whole.subset) == ("killed", 12, False)
    assert (part.measure, part.of, part.low, part.subset) == ("killed", "child", 3, True)


def test_one_place_alone_is_a_part(read: Read) -> None:
    (found,) = (q.quantity for q in read("In Mbalewa alone 38 people died."))
    assert (found.measure, found.low, found.subset) == ("killed", 38, True)


def test_the_injured_are_put_at_a_number(read: Read) -> None:
    (found,) = (q.quantity for q in read("The ministry put the injured at 12."))
    assert (found.measure, found.low) == ("injured", 12)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Despite rumours of Georgian casualties, it went on.", "georgian person"),
        ("Civilians were killed.", "civilian"),
    ],
)
def test_a_bare_plural_is_at_least_one(read: Read, text: str, of: str) -> None:
    (found,) = (q.quantity for q in read(text))
    assert (found.of, found.low, found.high, found.vague, found.exact) == (of, 1, None, True, False)


@pytest.mark.parametrize(
    "text",
    [
        "The injured soldiers were taken to the airbase.",
        "In 2016 a patrol on the M4 was hit at 10:30.",
        "The truce held for 24 hours.",
        "It was the deadliest attack since 2014.",
        "Rebels claimed 40.",
        "There were no immediate reports of injuries.",
        "Seven of the wounded are in critical condition.",
        "His brother was killed in 2014.",
        "Police arrested the suspect.",
        "About 2,000 people held a rally.",
        "Half of the day passed before help came.",
        "A third convoy reached the camp.",
    ],
)
def test_what_is_no_count(read: Read, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "measure", "of", "low", "unit", "period"),
    [
        (
            "Inflation was 5.1 percent year on year in May.",
            "percent",
            "inflation",
            5.1,
            "percent",
            "year on year",
        ),
        ("Unemployment fell to 4 per cent in March.", "percent", "unemployment", 4, "percent", None),
        ("Exports grew by 3 percent.", "percent", "export", 3, "percent change", None),
        ("Prices rose 2 percent month on month.", "percent", "price", 2, "percent change", "month on month"),
        ("The fund pledged $3 million for the camps.", "money", None, 3e6, "USD", None),
        ("Its losses came to €1.5bn.", "money", "loss", 1.5e9, "EUR", None),
        ("The mine killed 30 soldiers a day.", "killed", "soldier", 30, None, "a day"),
    ],
)
def test_units_and_periods(
    read: Read, text: str, measure: str, of: str | None, low: float, unit: str | None, period: str | None
) -> None:
    (found,) = (q.quantity for q in read(text))
    assert (found.measure, found.of) == (measure, of)
    assert found.low == pytest.approx(low)
    assert (found.unit, found.period) == (unit, period)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Three Russian soldiers were killed.", "Russia"),
        ("None of its soldiers were hurt.", "Turkey"),
        ("Two soldiers from the Malian army died.", "Mali"),
        ("Three soldiers were killed.", None),
    ],
)
def test_the_side_of_those_counted(read: Read, text: str, party: str | None) -> None:
    (found,) = (q.quantity for q in read(text))
    assert found.party == party


@pytest.mark.parametrize(
    ("text", "exact", "vague"),
    [
        ("At least 12 people died.", True, False),
        ("About 500 people died.", False, False),
        ("Dozens of people died.", False, True),
    ],
)
def test_exact_and_vague(read: Read, text: str, exact: bool, vague: bool) -> None:
    (found,) = (q.quantity for q in read(text))
    assert (found.exact, found.vague) == (exact, vague)


def test_says_where_the_words_stand(read: Read) -> None:
    text = "At least 12 people were killed."
    (found,) = read(text)
    assert found.span.of(text) == found.quantity.text == "At least 12"
    assert (text.split()[found.noun], text.split()[found.predicate]) == ("people", "killed.")


def test_reads_only_the_span(parse: Parse, measures: Measures) -> None:
    text = "Eight people were killed and 22 wounded."
    found = quantities(parse(text), Span(0, text.index(" and")), party_of, possessor, measures)
    assert rows(found) == [("killed", "person", 8, 8)]


def test_a_tree_written_by_hand() -> None:
    words = [("12", "CD", "12", 1, "nsubj"), ("died", "VBD", "die", 1, "ROOT")]
    tokens = (Token(0, 0, 2, *words[0]), Token(1, 3, 7, *words[1]))
    (found,) = quantities(Sentence((tokens[0], tokens[1])), Span(0, 7), party_of, possessor)
    assert found.quantity == Quantity("killed", "person", 12, 12, "12")


def test_a_preposition_at_the_root_ends_the_climb() -> None:
    words = [
        ("Of", "IN", "of", 0, "ROOT"),
        ("those", "DT", "those", 0, "pobj"),
        ("at", "IN", "at", 0, "prep"),
        ("12", "CD", "12", 2, "pobj"),
    ]
    tokens = tuple(Token(n, 6 * n, 6 * n + len(word[0]), *word) for n, word in enumerate(words))
    assert rows(quantities(Sentence(tokens), Span(0, 24), party_of, possessor)) == []


def test_a_damaged_lexicon_says_so(tmp_path: Path) -> None:
    (tmp_path / "measures.yaml").write_text("measures: {}")
    with pytest.raises(DataError, match=r"measures\.yaml"):
        Measures(tmp_path / "measures.yaml")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Among the dead were 22 children.", "child"),
        ("Those killed included 22 women.", "woman"),
        ("At least 22 nurses were among those killed.", "nurse"),
    ],
)
def test_some_of_the_dead_are_a_part(read: Read, text: str, of: str) -> None:
    (found,) = read(text)
    assert (found.quantity.measure, found.quantity.of, found.quantity.low) == ("killed", of, 22)
    assert found.quantity.subset
