"""What no reader sees does not reach the stages, and offsets still lead to the raw text."""

from __future__ import annotations

import pytest

from claims.core.spans import Span
from claims.reading import article_from_text

UNSEEN = {
    "colour": "\x1b[1;31m",
    "clear screen": "\x1b[2J",
    "window title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;http://example.org\x1b\\",
    "bell": "\x07",
    "lone escape": "\x1b",
    "C1 control": "\x9b",
    "delete": "\x7f",
    "right-to-left override": "\u202e",
    "isolate": "\u2066",
    "no width": "\u200b",
    "soft hyphen": "\u00ad",
    "byte order mark": "\ufeff",
}
SENTENCE = "Two people were killed on the bridge."


@pytest.mark.parametrize("mark", UNSEEN.values(), ids=UNSEEN.keys())
def test_it_is_taken_out_of_the_middle_of_a_word(mark: str) -> None:
    raw = f"{mark}Two peo{mark}ple were killed on the bridge.{mark}"
    article = article_from_text(raw)
    assert article.text == SENTENCE
    word = Span(4, 10)
    assert "".join(span.of(raw) for span in article.raw_spans([word])) == word.of(SENTENCE) == "people"


def test_an_unclosed_title_hides_no_text() -> None:
    assert article_from_text(f"\x1b]0;{SENTENCE}").text == f"]0;{SENTENCE}"


def test_other_letters_stay() -> None:
    raw = "The café “Żółw” in Ariha – أريحا – cost 5 € a day."
    assert article_from_text(raw).text == raw
