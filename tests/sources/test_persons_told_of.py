"""Whom "she" and "her office" mean after the article's own words on a person."""

from __future__ import annotations

import pytest

from claims.reading import article_from_text


@pytest.fixture(scope="module")
def names_of(pipeline):
    def run(text):
        report = pipeline.report([article_from_text(text)])
        names = {s.id: s.name for s in report.sources}
        return {c.statement: names[c.source] for c in report.claims}

    return run


def test_she_is_the_person_whom_the_article_tells_of(names_of) -> None:
    found = names_of(
        "A fire officer told reporters that sparks had lit the sacks. Lena Orsk visited the port on Friday. "
        "She said the harbour would reopen on Monday."
    )
    assert found["The harbour would reopen on Monday."] == "Lena Orsk"


def test_her_office_is_that_of_a_person(names_of) -> None:
    found = names_of(
        "Lena Orsk said the port was safe. A fire brigade was called. Her office said no letter had come."
    )
    assert found["No letter had come."] == "Lena Orsk's office"


def test_her_office_is_of_whom_the_text_has_called_she(names_of) -> None:
    found = names_of(
        "Lena Orsk said the port was safe. She said it would reopen. Tomas Vey said three letters were sent. "
        "Her office said no letter had come."
    )
    assert found["No letter had come."] == "Lena Orsk's office"


def test_its_office_is_that_of_a_body(names_of) -> None:
    found = names_of("The Coastal Observatory said the port was safe. Its office said no letter had come.")
    assert found["No letter had come."] == "Coastal Observatory office"


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        (
            "The driver fled. He said the child had run into the road.",
            "The child had run into the road.",
            "driver",
        ),
        (
            "A shepherd above the town saw the helicopter fall, he said, at first light.",
            "A shepherd above the town saw the helicopter fall.",
            "a shepherd above the town",
        ),
        (
            "The bus burned. He said the child had run into the road.",
            "The child had run into the road.",
            "unnamed speaker",
        ),
    ],
    ids=["of the sentence before", "of the same sentence", "a thing is no he"],
)
def test_he_is_who_acts_in_the_main_clause_before(names_of, text, said, name) -> None:
    assert names_of(text)[said] == name


def test_they_are_those_who_act_in_the_clause_before(names_of) -> None:
    found = names_of("The commissioner said all went well. Observers disagreed. They said boxes lay open.")
    assert found["Boxes lay open."] == "Observers"


def test_its_minister_is_of_the_land_that_acts_before(names_of) -> None:
    found = names_of(
        "The health ministry said two were hurt. Chile congratulated the president. "
        "Its foreign minister said the vote was fair."
    )
    assert found["The vote was fair."] == "Chile foreign minister"
