"""Headlines that close with their source and have lost the mark before it."""

from __future__ import annotations

import pytest

from claims.core.attribution import Manner
from claims.core.spans import Span

from ..conftest import article_of


@pytest.fixture(scope="module")
def headlined(parser, extractor):
    def run(headline: str, body: str) -> list[tuple[str, str]]:
        text = f"{headline}\n\n{body}"
        document = parser(article_of(text, headline=Span(0, len(headline))))
        found = [a for a in extractor(document) if a.manner is Manner.HEADLINE]
        return [(a.source[0].of(text), a.content[0].of(text)) for a in found]

    return run


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Air strikes kill dozens in northern Harran Monitor", "Monitor"),
        ("Bomb in Harran kills 30 government fighters Monitoring group", "Monitoring group"),
        ("Mortar fire in Harran kills 12 wounds 50 State media", "State media"),
        ("Rockets kill 20 villagers in Harran Rights group", "Rights group"),
        ("Gas attack kills five villagers in Harran SANA", "SANA"),
    ],
)
def test_the_source_is_the_last_of_the_headline(headlined, headline: str, source: str) -> None:
    body = "Five people died in Harran on Monday, SANA reported. A monitor said the toll would rise."
    assert (source, headline.removesuffix(f" {source}")) in headlined(headline, body)


@pytest.mark.parametrize(
    "headline",
    [
        "Army ends its talks with the state media",
        "Rebels seize the offices of a war monitor",
        "Strikes kill four police in northern Harran",
        "Gunmen in northern Harran kill UN monitor",
        "Soldiers of the Harran garrison storm state television",
        "Army denies all of the gas attack reports",
        "Rebels in northern Harran seize water sources",
        "Clashes go on between rebels and the SANA",
    ],
)
def test_a_noun_that_belongs_to_what_is_said_is_no_source(headlined, headline: str) -> None:
    body = "Five people died in Harran on Monday, SANA reported."
    found = headlined(headline, body)
    assert not [content for _, content in found if headline.startswith(content)]


def test_a_headline_says_all_that_stands_before_its_source(headlined) -> None:
    body = (
        "AL-RUWAISAT, 24 November 2026 (own report) - At least 34 people were killed when rockets struck a "
        "camp for displaced families outside Al-Ruwaisat early on Tuesday, medics and aid workers said, in "
        "what would be the deadliest attack in the region this year."
    )
    found = headlined("Dozens killed in attack on displaced camp, aid workers say", body)
    assert found == [("aid workers", "Dozens killed in attack on displaced camp")]
