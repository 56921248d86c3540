"""What the place of two claims in one text says of them, from text to relation."""

from __future__ import annotations

import pytest

from claims.core.article import Article, Piece
from claims.core.relation import Kind, Label
from claims.core.spans import Span
from claims.stance.answering import answers
from claims.stance.discourse import distance, gives_toll, pointed_to, set_against
from claims.stance.run import Run
from tests.stance.builders import articles, claim, count, someone, sources


@pytest.fixture(scope="module")
def relations(pipeline):
    def run(text):
        report = pipeline.report([Article("a", text, text, (Piece(0, Span(0, len(text))),))])
        return {(r.label, r.kind) for r in report.relations}

    return run


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Shelling in the town of Gao killed three people, the Red Cross said. The Gao Media Centre said "
            "four were killed.",
            Kind.COUNT,
            id="a bare figure right after",
        ),
        pytest.param(
            "Mortar fire near Callao on Monday killed four people, the navy said. The mayor put the toll at "
            "six dead.",
            Kind.COUNT,
            id="the toll",
        ),
        pytest.param(
            "Raids in Gao killed 40 civilians on Saturday, the Red Cross said, while local committees put "
            "the toll at 45 dead.",
            Kind.COUNT,
            id="the toll of whoever died",
        ),
        pytest.param(
            "Peru has accused Chile of killing six fishermen in airstrikes off Callao. Chilean defence "
            "ministry spokeswoman Ana Rojas denied the country's air force was active there at the time.",
            Kind.DENIAL,
            id="the accused was not there",
        ),
        pytest.param(
            "Kenya's government said it had not sent troops across the border. Somali officials said Kenyan "
            "soldiers had entered the town of Gedo.",
            Kind.DENIAL,
            id="a pronoun for who speaks",
        ),
        pytest.param(
            "State media reported that rebels inflicted heavy damage on the Gao generating station, while an "
            "activist in a nearby town said the power plant was not targeted.",
            Kind.DENIAL,
            id="another name in one sentence",
        ),
        pytest.param(
            "On Saturday the navy reported that dozens of sailors had fled via the harbour, but residents on "
            "the quay dismissed the reports as lies.",
            Kind.DENIAL,
            id="reports dismissed",
        ),
        pytest.param(
            "The ministry has accused rebels of stopping people from leaving, which rebels have denied.",
            Kind.DENIAL,
            id="a relative pronoun",
        ),
    ],
)
def test_accounts_that_part_within_one_text(relations, text, kind) -> None:
    assert (Label.CONTRADICTS, kind) in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The navy said the plane had crashed due to a technical failure. The Gao Front said its fighters "
            "shot down the plane.",
            id="a mishap is no deed",
        ),
        pytest.param(
            "The ministry in Lima said Peruvian forces had killed the smugglers Omar Quispe and Juan Mamani. "
            "The Chilean navy said that Chilean forces had killed Quispe.",
            id="one dies once",
        ),
    ],
)
def test_two_accounts_of_who_did_it(relations, text) -> None:
    assert relations(text) & {(Label.CONTRADICTS, Kind.BLAME), (Label.DIFFERS, Kind.BLAME)}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Shelling in the town of Gao killed three people, the Red Cross said. The mayor said another "
            "four were killed in the port.",
            id="four more",
        ),
        pytest.param(
            "The navy said three people died. The mayor said the head of the clinic and several colleagues "
            "were killed.",
            id="some of them",
        ),
        pytest.param(
            "Chile denies involvement in the blast at Callao. Peru's president said Chile will be guilty of "
            "war crimes if it does not stop.",
            id="what will be",
        ),
        pytest.param(
            "The navy said its jets struck camps on Sunday. It made no mention of any strikes in Gao. An "
            "activist said the power plant was not targeted.",
            id="no mention",
        ),
        pytest.param("The ministry rejected the peace plan. The rebels said the plan was fair.", id="a plan"),
    ],
)
def test_accounts_that_do_not(relations, text) -> None:
    assert Label.CONTRADICTS not in {label for label, _ in relations(text)}


def run_of(*claims) -> Run:
    return Run(claims, sources(*claims), articles(*claims))


def toll(id: str, statement: str, number: float, at: int, **more):
    figure = count("killed", str(number), number, number, of="person")
    return claim(id, statement, "kill", article="one", at=at, figures=(figure,), **more)


def test_a_bare_toll_is_of_what_was_counted_last() -> None:
    first, second = (
        toll("a", "Nine died.", 9, 0, places=("Gao",)),
        toll("b", "Four died.", 4, 300, places=("Ica",)),
    )
    last = toll("c", "The toll was five.", 5, 600)
    run = run_of(first, second, last)
    assert gives_toll(second, last, run) and not gives_toll(first, last, run)


def test_a_toll_with_a_place_of_its_own_is_no_bare_one() -> None:
    first, last = toll("a", "Nine died.", 9, 0), toll("b", "The toll was five.", 5, 60, places=("Ica",))
    assert not gives_toll(first, last, run_of(first, last))


def test_who_denies_for_another_answers_nothing() -> None:
    charge = claim("a", "Chile bombed it.", "bomb", article="one", agent=someone("Chile", party="Chile"))
    denial = claim(
        "b",
        "Peru bombed nothing.",
        "bomb",
        article="one",
        at=50,
        negated=True,
        agent=someone("Peru", party="Peru"),
    )
    assert not answers(charge, denial, run_of(charge, denial))


def test_claims_of_two_articles_have_no_distance() -> None:
    a, b = claim("a", "It burnt.", "burn"), claim("b", "It stands.", "stand")
    assert distance(a, b) is None and not set_against(a, b, run_of(a, b))


def test_a_bare_definite_noun_points_to_the_fuller_one_before_it() -> None:
    full = claim("a", "They took it.", "take", article="one", patient=someone("the town of Veld", "town"))
    bare = claim("b", "They hold it.", "hold", article="one", at=90, patient=someone("the town", "town"))
    assert pointed_to(full, bare) == "the town" == pointed_to(bare, full)
