"""Texts as they come: marks unclosed, nested, lost; all in capitals; very long."""

from __future__ import annotations

from time import perf_counter

import pytest

from claims.core.attribution import Manner
from claims.core.spans import joined
from tests.conftest import article_of


def _said(extractor, document):
    text = document.article.text
    return [
        (joined(a.source, text), joined(a.content, text))
        for a in extractor(document)
        if a.manner is not Manner.NARRATOR
    ]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph(extractor, parsed):
    text = (
        "“The dam held, said engineer Rosa Paz.\n\n"
        "The mayor said two houses were flooded.\n\nThe road reopened on Monday."
    )
    found = _said(extractor, parsed(text))
    assert ("The mayor", "two houses were flooded") in found
    assert not any("reopened" in content for _, content in found)


def test_quotations_of_three_kinds_may_nest(extractor, parsed):
    text = '“The guard shouted ‘the sign says "no entry"’ and ran,” Ana Ruiz told police.'
    found = _said(extractor, parsed(text))
    outer = [content for source, content in found if source == "Ana Ruiz"]
    assert outer and outer[0].startswith("“The guard shouted") and outer[0].endswith("ran,”")


def test_capitals_say_no_less(extractor, parsed):
    plain = "Police said two boats had sunk off Lagos. Nobody was hurt, according to the harbour master."
    found = [(s.lower(), c.lower()) for s, c in _said(extractor, parsed(plain.upper()))]
    assert ("police", "two boats had sunk off lagos") in found
    assert ("the harbour master", "nobody was hurt") in found


def test_lost_marks_lose_no_source(extractor, parsed):
    text = (
        "The army said on Sunday that two soldiers were hurt near Gao but rebels said ten had died. "
        "We saw the smoke from the market a baker Moussa Keita told AFP. "
        "The governors spokesman denied that the market had been hit"
    )
    found = dict(_said(extractor, parsed(text)))
    assert found.get("The army", "").startswith("two soldiers were hurt near Gao")
    assert "ten had died" in found.get("rebels", "")
    assert "the market had been hit" in found.get("The governors spokesman", "")
    assert any("We saw the smoke" in content for content in found.values())


@pytest.mark.slow
def test_time_grows_no_faster_than_the_text(extractor, parser):
    """A chapter of 20,000 words in which every third sentence is somebody's saying."""
    paragraph = (
        "The mayor of Gao said two houses were flooded. Water stood in the streets of the old town. "
        "The bridge to the north was closed on Monday. "
    )

    def seconds(words):
        text = paragraph * (words // 27)
        start = perf_counter()
        found = extractor(parser(article_of(text)))
        assert len(found) >= words // 27
        return perf_counter() - start

    seconds(500)
    assert seconds(20_000) < 10 * 2 * seconds(2_000)
