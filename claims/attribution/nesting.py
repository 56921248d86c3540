"""Which attribution stands within which."""

from __future__ import annotations

from dataclasses import replace

from claims.core.attribution import Attribution
from claims.core.spans import Span, characters


def nest(found: list[Attribution]) -> list[Attribution]:
    """Give each an id (its position) and the id of the smallest attribution that holds its cue.

    A content that holds its own holder's cue does not count; so no circle can arise.
    """
    named = [replace(a, id=str(i)) for i, a in enumerate(found)]
    sizes = {a.id: len(characters(a.content)) for a in named}
    result = []
    for inner in named:
        holders = [
            outer
            for outer in named
            if outer.id != inner.id and _holds(outer, inner) and not _holds(inner, outer)
        ]
        holder = min(holders, key=lambda a: sizes[a.id], default=None)
        result.append(replace(inner, inside=holder.id if holder else None))
    return result


def _holds(outer: Attribution, inner: Attribution) -> bool:
    words: tuple[Span, ...] = inner.cue or inner.content
    return all(any(c.contains(w) for c in outer.content) for w in words)
