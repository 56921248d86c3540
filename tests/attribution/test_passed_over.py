from __future__ import annotations

import pytest

from claims.attribution.confidence import BY_SYNTAX
from claims.core.attribution import Commitment
from claims.reading import article_from_text


@pytest.fixture(scope="module")
def said(pipeline):
    def run(text):
        article = article_from_text(text)
        found = pipeline.report([article]).attributions

        def words(spans):
            return " … ".join(s.of(article.text) for s in spans)

        return [(words(a.source), words(a.cue), words(a.content), a.commitment) for a in found if a.cue]

    return run


def test_a_denial_by_a_relative_pronoun(said) -> None:
    found = said("The ministry accused rebels of shelling the roads, which rebels have denied.")
    assert ("rebels", "have denied", "which", Commitment.DENIES) in found


@pytest.mark.parametrize("share", ["involvement", "any responsibility"])
def test_who_denies_a_share_in_it(said, share: str) -> None:
    found = said(f"The mayor said jets had hit the convoy. Norway denies {share}. Talks went on in Geneva.")
    assert ("Norway", "denies", share, Commitment.DENIES) in found


def test_reports_that_somebody_dismisses_are_no_part_of_the_report(said) -> None:
    found = said("The navy reported dozens had fled by boat but residents dismissed the reports as lies.")
    assert any(s == "residents" and c is Commitment.DENIES for s, _, _, c in found)
    assert not any("residents" in content for s, _, content, _ in found if s == "The navy")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The mayor accused rebels of storing fuel in the depot, which he said had blown up by accident.",
            ("he", "said", "which … had blown up by accident", Commitment.ASSERTS),
        ),
        (
            "Jets struck the building, which he said was being used as a command centre.",
            ("he", "said", "which … was being used as a command centre", Commitment.ASSERTS),
        ),
        (
            "Norway accused Chile of that attack which it estimates killed 400 people.",
            ("it", "estimates", "which … killed 400 people", Commitment.ASSERTS),
        ),
    ],
)
def test_what_is_said_of_a_thing_in_a_relative_clause(said, text: str, found) -> None:
    assert found in said(text)


def test_a_second_verb_shares_the_source_of_the_first(said) -> None:
    found = said("Chile denies involvement and instead suggests the rebels or a drone were responsible.")
    assert any(s == "Chile" and content.startswith("the rebels or a drone") for s, _, content, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry rejected the plan.",
        "The council dismissed its director.",
        "Nobody denied entry was hurt.",
    ],
)
def test_what_is_refused_is_not_denied(pipeline, text) -> None:
    found = pipeline.report([article_from_text(text)]).attributions
    assert not any(a.probability == BY_SYNTAX for a in found)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("It sank at 9:10, by the coastguard's account.", "the coastguard's", "It sank at 9:10"),
        ("By the union's count, 40 miners were trapped.", "the union", "40 miners were trapped"),
        ("The archivist was in Oslo, by her own account.", "The archivist", "The archivist was in Oslo"),
    ],
)
def test_what_stands_by_somebodys_account(said, text: str, source: str, content: str) -> None:
    assert [(s, c) for s, _, c, _ in said(text)] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    ["By all accounts the choir sang well.", "The school was shut down by the bishop's own account office."],
)
def test_nobodys_account(said, text: str) -> None:
    assert said(text) == []


def test_a_figure_that_stands_before_its_toll(said) -> None:
    ((_, _, content, _),) = said("The mayor put at nine the number of villagers who had drowned.")
    assert content == "at nine the number of villagers who had drowned"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It weighed nine tons, the curator said of the bell.", "It weighed nine tons"),
        ("The vote had been a farce, the lawyer said of the poll in March.", "The vote had been a farce"),
        ("The curator spoke of nine tons.", "nine tons"),
    ],
)
def test_what_it_is_said_of_is_no_part_of_what_is_said(said, text: str, content: str) -> None:
    assert [c for _, _, c, _ in said(text)] == [content]


def test_what_is_expected_without_a_deed_is_said_by_nobody(said) -> None:
    assert said("A verdict is expected in March.") == []
