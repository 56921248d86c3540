"""What of a line of Markdown is text."""

from __future__ import annotations

import re

from claims.core.spans import Span, Spans, subtract

_MARK = re.compile(
    r"""
    ^(?:\#{1,6}[ ]+|(?:>[ ]?)+|[-*+][ ]+|\d{1,2}[.)][ ]+)   # heading, quotation, list item
  | [ ]+\#+$                                                 # the end of a heading
  | !\[[^\]\n]*\]\([^)\n]*\)                                 # picture
  | \]\([^)\s]*(?:[ ]"[^"\n]*")?\)                           # the address of a link
  | \[(?=[^\[\]\n]+\]\()                                     # the start of a link
  | \*{1,3}(?=\S) | (?<=\S)\*{1,3}                           # emphasis
  | (?<!\w)_{1,2}(?=\S) | (?<=\S)_{1,2}(?!\w)
  | `+
    """,
    re.VERBOSE,
)
_RULE = re.compile(r"(?:[-*_=]\s*){3,}|\[[^\]]+\]:\s+\S+.*|```.*")


def visible(raw: str, line: Span) -> Spans:
    """The stretches of ``line`` that a reader sees.

    Examples
    --------
    >>> raw = "## A **bomb** in [Ariha](http://example.org)"
    >>> [span.of(raw) for span in visible(raw, Span(0, len(raw)))]
    ['A ', 'bomb', ' in ', 'Ariha']
    """
    text = line.of(raw)
    if _RULE.fullmatch(text):
        return ()
    holes = [Span(line.start + m.start(), line.start + m.end()) for m in _MARK.finditer(text)]
    return subtract(line, holes)
