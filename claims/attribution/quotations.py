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
_PAIRS = {
    "“": frozenset({"”", '"'}),
    "„": frozenset({"“", "”"}),
    "«": frozenset({"»"}),
    "‘": frozenset({"’"}),
    "``": frozenset({"''"}),
}
_DECADE = re.compile(r"\d\ds\b")
_STRAIGHT = frozenset({'"', "''"})


@dataclass(frozen=True)
class Quotation:
    """A quotation, marks included; one that is never closed ends with its paragraph.

    ``inner`` is what stands between the marks.
    """

    span: Span
    inner: Span


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


@dataclass(frozen=True)
class _Opened:
    """A mark that was opened: what closes it, and where it and its words begin."""

    closers: frozenset[str]
    start: int
    inside: int


def _in_paragraph(text: str, offset: int) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[_Opened] = []
    for match in _MARKS.finditer(text):
        mark, start, end = match[0], match.start(), match.end()
        if _is_apostrophe(text, start):
            continue
        # A mark within that was never closed does not keep the outer one open.
        level = next((i for i in reversed(range(len(stack))) if mark in stack[i].closers), None)
        if level is not None:
            opened = stack[level]
            del stack[level:]
            if not stack:
                inner = Span(offset + opened.inside, offset + start)
                found.append(Quotation(Span(offset + opened.start, offset + end), inner))
        elif mark in _PAIRS:
            stack.append(_Opened(_PAIRS[mark], start, end))
        elif mark in _STRAIGHT or (mark == "'" and _opens(text, start)):
            stack.append(_Opened(frozenset({mark}), start, end))
    if stack and not stack[0].closers & {"'", "’"}:
        inner = Span(offset + stack[0].inside, offset + len(text.rstrip()))
        found.append(Quotation(Span(offset + stack[0].start, inner.end), inner))
    return found


def _is_apostrophe(text: str, i: int) -> bool:
    """Whether the mark at ``i`` stands within a word, or for a century ("the '90s")."""
    if text[i] not in "'’‘" or text[i : i + 2] == "''":
        return False
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    return (before.isalnum() and after.isalnum()) or bool(_DECADE.match(text, i + 1))


def _opens(text: str, i: int) -> bool:
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    closed = "'" in text[i + 2 :]
    return (not before or before.isspace() or before in '([“"') and after.isalnum() and closed
