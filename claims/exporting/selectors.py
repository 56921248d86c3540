"""Where words stand, so that any program finds them again: by the words themselves and by offset."""

from __future__ import annotations

from typing import Any

from claims.core.spans import Span

CONTEXT = 32
"""Characters before and after the words; more where the words with them occur twice."""


def selectors(raw: str, span: Span) -> list[dict[str, Any]]:
    """Two selectors of the W3C Web Annotation model for the same words of ``raw``.

    Examples
    --------
    >>> quoted, placed = selectors("No one was hurt.", Span(0, 6))
    >>> quoted["exact"], quoted["prefix"], quoted["suffix"]
    ('No one', '', ' was hurt.')
    >>> placed
    {'type': 'TextPositionSelector', 'start': 0, 'end': 6}
    """
    return [_quoted(raw, span), {"type": "TextPositionSelector", "start": span.start, "end": span.end}]


def _quoted(raw: str, span: Span) -> dict[str, Any]:
    reach = CONTEXT
    while True:
        start, end = max(0, span.start - reach), min(len(raw), span.end + reach)
        if _is_single(raw[start:end], raw) or (start, end) == (0, len(raw)):
            break
        reach *= 2
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(raw),
        "prefix": raw[start : span.start],
        "suffix": raw[span.end : end],
    }


def _is_single(words: str, text: str) -> bool:
    return text.find(words, text.find(words) + 1) < 0
