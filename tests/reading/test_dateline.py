from __future__ import annotations

from datetime import date

import pytest

from claims.reading import article_from_text
from claims.reading.dateline import dateline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("GAO, 3 May 2024 (AFP) - Two men fled.", date(2024, 5, 3)),
        ("QUETTA — A bridge fell.", None),
        ("Port Lamu (Reuters) - A ferry sank.", None),
        ("The Harbour Times, 3 May 2024 - At least two men fled.", date(2024, 5, 3)),
        ("BEIRUT/GAO, May 3 – “We left,” he said.", None),
    ],
)
def test_datelines(text, day):
    found = dateline(text)
    assert found is not None and found.day == day
    assert text[found.span.end :][0] in "A“T"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels - Two men - fled.",
        "The mayor of Gao - A. Sow - fled.",
        "UN-backed troops fled.",
        "A bomb went off in GAO, 3 May 2024 - Two men fled.",
    ],
)
def test_sentences_are_no_datelines(text):
    assert dateline(text) is None


def test_text_without_dateline_leads_back_to_the_raw_text():
    raw = "Bridge falls in Gao\n\nGAO, 3 May 2024 - A bridge fell. Two men drowned.\n\nMore to come."
    article = article_from_text(raw)
    assert article.published == date(2024, 5, 3)
    assert "GAO, 3" not in article.text
    for start, span in article.pieces:
        assert article.text[start : start + span.end - span.start] == span.of(raw)
    assert "".join(article.text.split()) == "".join("".join(p.raw.of(raw) for p in article.pieces).split())
