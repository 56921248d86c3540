"""What a text holds for machines and not for readers: escape sequences, controls, marks of no width."""

from __future__ import annotations

import re

from claims.core.spans import Span, Spans, subtract

_UNSEEN = re.compile(
    r"""
    \x1b\[[0-?]*[ -/]*[@-~]                              # colours and movements of a terminal
  | \x1b\][^\x07\x1b\n]{0,500}(?:\x07|\x1b\\)            # its titles and links
  | [\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]               # control characters that end no line
  | [\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]  # soft hyphens, joiners, directions
    """,
    re.VERBOSE,
)


def without_unseen(raw: str, spans: Spans) -> Spans:
    r"""``spans`` without what no reader sees and what would only break words apart.

    Examples
    --------
    >>> raw = "two \x1b[31mpeople\x1b[0m were kil\u200bled"
    >>> "".join(span.of(raw) for span in without_unseen(raw, (Span(0, len(raw)),)))
    'two people were killed'
    """
    return tuple(part for span in spans for part in subtract(span, _holes(raw, span)))


def _holes(raw: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _UNSEEN.finditer(raw, span.start, span.end)]
