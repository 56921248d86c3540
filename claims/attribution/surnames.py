"""Surnames that look like verbs of saying: "union leader Halima *Said* told reporters"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.attribution.reading import Reading
from claims.core.spans import Span, Spans


def with_surnames(readings: Sequence[Reading], text: str) -> list[Reading]:
    """``readings`` whose sources have got back what was taken for a cue or for part of one.

    A word is taken for a surname only where somebody says something by another cue, too; a headline
    in capitals ("Police Said Ten Were Hurt") stays as it is.
    """
    names = {span for r in readings for span in r.cue if _continues(span, r.source, text)}
    told = [r for r in readings if set(r.cue) - names]
    others = {span for r in told for span in r.source}
    kept = []
    for reading in readings:
        if not set(reading.cue) - names and reading.cue and others & set(reading.source):
            continue
        kept.append(_completed(reading, names, text) if reading in told else reading)
    return kept


def _continues(word: Span, source: Spans, text: str) -> bool:
    """Whether ``word`` stands right behind a name in ``source`` and is written like one."""
    before = next((s for s in source if text[s.end : word.start] == " "), None)
    return before is not None and word.of(text).istitle() and before.of(text).split()[-1].istitle()


def _completed(reading: Reading, names: set[Span], text: str) -> Reading:
    own = {
        s: next((n for n in names if text[s.end : n.start] == " " and n.start > s.start), None)
        for s in reading.source
    }
    source = tuple(Span(s.start, n.end) if (n := own[s]) is not None else s for s in reading.source)
    return replace(reading, source=source, cue=tuple(s for s in reading.cue if s not in names))
