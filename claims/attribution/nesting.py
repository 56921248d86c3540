"""Which attribution stands within which."""

from __future__ import annotations

from dataclasses import replace

from claims.core.attribution import Attribution
from claims.core.span_index import SpanIndex
from claims.core.spans import Spans, characters


def nest(found: list[Attribution]) -> list[Attribution]:
    """Give each an id (its position) and the id of the smallest attribution that holds its cue.

    A content that holds its own holder's cue does not count; so no circle can arise.
    """
    named = [replace(a, id=str(i)) for i, a in enumerate(found)]
    sizes = [len(characters(a.content)) for a in named]
    contents = SpanIndex((span, i) for i, a in enumerate(named) for span in a.content)
    result = []
    for number, inner in enumerate(named):
        near = set(contents.overlapping(_words(inner)[0])) - {number}
        holders = [i for i in sorted(near) if _holds(named[i], inner) and not _holds(inner, named[i])]
        holder = min(holders, key=lambda i: sizes[i], default=None)
        result.append(replace(inner, inside=None if holder is None else named[holder].id))
    return result


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return all(any(c.contains(w) for c in outer.content) for w in _words(inner))


def _words(attribution: Attribution) -> Spans:
    """The words that have to stand within another's content."""
    return attribution.cue or attribution.content
