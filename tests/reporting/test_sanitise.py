"""Nothing of an article reaches a terminal as an instruction."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reporting.sanitise import VISIBLE_FORMATS, is_safe, plain

ANYTHING = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        pytest.param("\x1b[31mred\x1b[0m", "␛[31mred␛[0m", id="colour sequence"),
        pytest.param("\x1b]0;title\x07", "␛]0;title␇", id="window title"),
        pytest.param("\x9b2Jgone", "<9B>2Jgone", id="one-byte control sequence"),
        pytest.param("a\x7fb", "a␡b", id="delete"),
        pytest.param("a\rb\nc\td", "a b c d", id="line ends and tabs"),
        pytest.param("a\u2028b\u0085c", "a b c", id="Unicode line ends"),
        pytest.param("exe\u202etxt\u202c", "exetxt", id="direction override"),
        pytest.param("\u2066a\u2069\u200fb", "ab", id="isolates and marks"),
        pytest.param("ki\u200bll\ufeffed\u00ad", "killed", id="no width"),
        pytest.param("a\U000e0041b", "ab", id="tags"),
        pytest.param("a\ud800b", "a\ufffdb", id="lone surrogate"),
        pytest.param("[bold]x[/bold]", "[bold]x[/bold]", id="rich markup is mere text"),
        pytest.param("Müller – 東京 نص 👩", "Müller – 東京 نص 👩", id="letters of all scripts stay"),
    ],
)
def test_shows_what_is_there_and_obeys_nothing(given_text: str, shown: str) -> None:
    assert plain(given_text) == shown


@given(ANYTHING)
def test_no_control_or_format_character_is_left(text: str) -> None:
    left = {c for c in plain(text) if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}
    assert left <= VISIBLE_FORMATS


@given(ANYTHING)
def test_is_one_line_that_can_be_encoded_and_stays_as_it_is(text: str) -> None:
    shown = plain(text)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert is_safe(shown)


@given(st.text(st.characters(categories=("L", "N", "P", "S"))))
def test_printable_text_without_spaces_is_kept(text: str) -> None:
    assert plain(text) == text
