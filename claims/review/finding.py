"""Where words that a person selected or typed stand in an article."""

from __future__ import annotations

from claims.core.errors import FieldError
from claims.core.spans import Span
from claims.reporting.sanitise import plain, visible


def place_of(words: str, text: str, near: int | None = None) -> Span:
    r"""The place of ``words`` in ``text``, however they are broken into lines.

    Words are compared as they are shown, because that is what a person selects. What was selected
    says about where; what was typed must stand there once only.

    Parameters
    ----------
    near
        About where they begin in ``text``; None where they were typed.

    Raises
    ------
    FieldError
        If they do not stand there, or in several places of which none is said to be meant.

    Examples
    --------
    >>> place_of("three soldiers", "Some said three\n soldiers were hurt.")
    Span(start=10, end=25)
    """
    wanted = plain(words)
    shown, places = _as_shown(text)
    found = _all(wanted, shown) if wanted else []
    if not found:
        raise FieldError("These words do not stand in the article: copy them letter by letter.")
    if len(found) > 1 and near is None:
        raise FieldError(
            f"These words stand in {len(found)} places of the article: give more of what is around them."
        )
    start = min(found, key=lambda at: abs(places[at] - (near or 0)))
    return Span(places[start], places[start + len(wanted) - 1] + 1)


def _as_shown(text: str) -> tuple[str, list[int]]:
    """``text`` as it is shown on one line, and the place in ``text`` of each of its characters."""
    shown: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in visible(character):
            if letter != " " or (shown and shown[-1] != " "):
                shown.append(letter)
                places.append(place)
    return "".join(shown), places


def _all(wanted: str, shown: str) -> list[int]:
    found, at = [], shown.find(wanted)
    while at >= 0:
        found.append(at)
        at = shown.find(wanted, at + 1)
    return found
