"""Where the headline stands in a cleaned text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from claims.core.spans import Span, trimmed
from claims.reading.imprint import shorter_titles
from claims.reading.words import Key, key

_LONGEST = 180
_MOST_WORDS = 25
# A headline may come below a kicker or the name of a section.
_PARAGRAPHS_TRIED = 3
_ENDS_SENTENCE = re.compile(r"[.…;,:][\"'”’)\]]*$|[.!?][\"”’]$")
_WORD = re.compile(r"\w+")
_AFTER_TITLE = re.compile(r"\s*(?:$|[.!?:|–—-])|\s+[\"“‘'A-Z\d]")


def headline_of(
    text: str, places: Sequence[Span], title: Key, printed_twice: Collection[Key] = ()
) -> Span | None:
    """Find the headline.

    Parameters
    ----------
    text
        The cleaned text.
    places
        Where its paragraphs stand.
    title
        The words of its title, empty if unknown.
    printed_twice
        The words of paragraphs that stood more than once in the raw text.

    Returns
    -------
    The headline's words without a final full stop, or None: a title that does not stand in the
    text is no headline of it.
    """
    if not places:
        return None
    if title:
        return _titled(text, places[:_PARAGRAPHS_TRIED], title)
    first = places[0]
    return first if _looks_like_headline(text, places, printed_twice) else None


def headline_under(
    text: str, places: Sequence[Span], title: str | None, printed_twice: Collection[Key] = ()
) -> Span | None:
    """The headline, be it without the names of sections behind the title; see :func:`headline_of`."""
    for shorter in shorter_titles(title or ""):
        found = headline_of(text, places, key(shorter), printed_twice)
        if found is not None:
            return found
    return None


def _titled(text: str, places: Sequence[Span], title: Key) -> Span | None:
    for place in places:
        if key(place.of(text)[: 4 * _LONGEST]) == title:
            return trimmed(place, text, " .")
    # Longer ones are whole texts in the wrong column.
    return _opening(text, places[0], title) if len(title) <= 2 * _MOST_WORDS else None


def _opening(text: str, place: Span, title: Key) -> Span | None:
    """The start of a paragraph that begins with the words of the title and then goes on."""
    limit = min(place.end, place.start + 4 * sum(map(len, title)) + 40)
    for match in _WORD.finditer(text, place.start, limit):
        words = key(text[place.start : match.end()])
        if words == title and _AFTER_TITLE.match(text, match.end(), place.end):
            return Span(place.start, match.end())
        if len(words) > len(title):
            break
    return None


def _looks_like_headline(text: str, places: Sequence[Span], printed_twice: Collection[Key]) -> bool:
    first = places[0].of(text)
    if len(first) > _LONGEST or len(places) < 2:
        return False
    words = len(first.split())
    if not 2 <= words <= _MOST_WORDS or _ENDS_SENTENCE.search(first) or first[0].islower():
        return False
    return key(first) in printed_twice or any(
        place.end - place.start > len(first) or place.of(text).endswith(".") for place in places[1:6]
    )
