"""Quotation marks as a state machine: where quotations begin and end.

It knows nested marks of several kinds, among them two single marks for a double one ('' and ``),
quotations that go on over paragraphs (each reopened, only the last closed) and marks that are never
closed (they end with their paragraph).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.core.spans import Span

_MARKS = re.compile("''|``|[\"“”„«»‘’']")
_PAIRS = {"“": "”", "„": "“", "«": "»", "‘": "’", "``": "''"}
_STRAIGHT = frozenset({'"', "''"})


@dataclass(frozen=True)
class Quotation:
    """A quotation, marks included; ``goes_on`` if it ends with its paragraph unclosed."""

    span: Span
    goes_on: bool = False


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of ``text``, in order.

    Examples
    --------
    >>> text = 'He said: “It is ‘over’.” Then "yes".'
    >>> [q.span.of(text) for q in quotations(text)]
    ['“It is ‘over’.”', '"yes"']
    """
    found: list[Quotation] = []
    position = 0
    for paragraph in text.split("\n"):
        found.extend(_in_paragraph(paragraph, position))
        position += len(paragraph) + 1
    return found


def _in_paragraph(text: str, offset: int) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    for found_mark in _MARKS.finditer(text):
        mark, i = found_mark[0], found_mark.start()
        if stack and mark == stack[-1][0] and not _is_apostrophe(text, i):
            _, start = stack.pop()
            if not stack:
                found.append(Quotation(Span(offset + start, offset + found_mark.end())))
        elif mark in _PAIRS and not _is_apostrophe(text, i):
            stack.append((_PAIRS[mark], i))
        elif mark in _STRAIGHT or (mark == "'" and _opens(text, i)):
            stack.append((mark, i))
    if stack:
        closer, start = stack[0]
        if closer not in ("'", "’"):
            found.append(Quotation(Span(offset + start, offset + len(text.rstrip())), goes_on=True))
    return found


def _is_apostrophe(text: str, i: int) -> bool:
    """Whether the mark at ``i`` stands within or at the end of a word rather than a quotation."""
    if text[i] not in "'’‘":
        return False
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    return before.isalnum() and after.isalnum()


def _opens(text: str, i: int) -> bool:
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    closed = "'" in text[i + 2 :]
    return (not before or before.isspace() or before in '([“"') and after.isalnum() and closed
