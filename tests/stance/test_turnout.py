"""How many went to vote, in whatever words, from text to relation."""

from __future__ import annotations

import pytest

from claims.core.relation import Kind, Label
from claims.reading import article_from_text


@pytest.fixture(scope="module")
def relations(pipeline):
    def of(text: str) -> list[tuple[Label, Kind | None]]:
        return [(r.label, r.kind) for r in pipeline.report([article_from_text(text)]).relations]

    return of


COMMISSION = "The commission said turnout was 71 per cent. "


@pytest.mark.parametrize(
    "text",
    [
        COMMISSION + "Observers said that only 40 per cent of registered voters had cast a ballot.",
        COMMISSION + "Observers said that no more than a third of those on the rolls had voted.",
        "The board said two thirds of voters had turned out. The union said turnout was below 30 percent.",
    ],
    ids=["ballots", "those on the rolls", "a fraction"],
)
def test_two_figures_of_one_vote_contradict(relations, text) -> None:
    assert (Label.CONTRADICTS, Kind.COUNT) in relations(text)


def test_whom_they_voted_for_is_another_share(relations) -> None:
    other = "Observers said that only 40 per cent of registered voters had voted for the treaty."
    assert relations(COMMISSION + other) == []


def test_decimals_alone_part_nothing(relations) -> None:
    found = relations(COMMISSION + "The opposition said turnout was 70.6 percent.")
    assert found == [(Label.CORROBORATES, Kind.COUNT)]
