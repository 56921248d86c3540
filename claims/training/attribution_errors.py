"""What goes wrong where an attribution is not found to the character: errors by class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.core.spans import Spans, cover, joined
from claims.training.attribution_scores import Parts, matched

SHOWN = 160
"""Characters of an example, at most."""


class ErrorClass(StrEnum):
    """Ways to be wrong about one labelled attribution, or to find one that is none."""

    CUE_MISSED = "cue not found"
    SOURCE_MISSED = "source not found or another"
    CONTENT_ELSEWHERE = "content mostly other words"
    CUE_LONGER = "cue has more words"
    CUE_SHORTER = "cue has fewer words"
    SOURCE_LONGER = "source has more words"
    SOURCE_SHORTER = "source has fewer words"
    BEGINS_EARLIER = "content begins earlier"
    BEGINS_LATER = "content begins later"
    ENDS_EARLIER = "content ends earlier"
    ENDS_LATER = "content ends later"
    PIECES = "content in other pieces"
    NONE_THERE = "found where none is labelled"


@dataclass(frozen=True)
class AttributionError:
    """One error: its class, what was labelled and what was found, as the article has it."""

    kind: ErrorClass
    labelled: str
    found: str


def errors(found: Sequence[Parts], gold: Sequence[Parts], text: str) -> Iterator[AttributionError]:
    """All errors in one article; an attribution may be wrong in several ways.

    Parameters
    ----------
    found, gold
        Attributions found and labelled.
    text
        The article.
    """
    pairs = {j: i for i, j in matched(found, gold)}
    used = set(pairs.values())
    for j, wanted in enumerate(gold):
        if j in pairs:
            ours = found[pairs[j]]
            for kind in _within(ours, wanted):
                yield AttributionError(kind, _shown(wanted, text), _shown(ours, text))
        else:
            kind, nearest = _missed(found, wanted)
            yield AttributionError(kind, _shown(wanted, text), _shown(nearest, text) if nearest else "")
    for i, ours in enumerate(found):
        if i not in used and not any(_meet(ours.cue, g.cue) for g in gold):
            yield AttributionError(ErrorClass.NONE_THERE, "", _shown(ours, text))


def table(found: Iterable[AttributionError], examples: int = 3) -> list[str]:
    """Lines with the number of errors of each class, the most frequent first, and examples."""
    by_kind: dict[ErrorClass, list[AttributionError]] = {}
    for error in found:
        by_kind.setdefault(error.kind, []).append(error)
    lines = []
    for kind, own in sorted(by_kind.items(), key=lambda item: -len(item[1])):
        lines.append(f"{len(own):5}  {kind}")
        for error in own[:: max(1, len(own) // examples)][:examples]:
            lines += [f"       labelled  {error.labelled}"] if error.labelled else []
            lines += [f"       found     {error.found}"] if error.found else []
    return lines


def _within(ours: Parts, wanted: Parts) -> Iterator[ErrorClass]:
    """How a relation that is right on the whole differs from its label."""
    if ours.cue != wanted.cue:
        yield ErrorClass.CUE_LONGER if _size(ours.cue) > _size(wanted.cue) else ErrorClass.CUE_SHORTER
    if ours.source != wanted.source:
        longer = _size(ours.source) > _size(wanted.source)
        yield ErrorClass.SOURCE_LONGER if longer else ErrorClass.SOURCE_SHORTER
    if ours.content == wanted.content:
        return
    a, b = cover(ours.content), cover(wanted.content)
    if a.start != b.start:
        yield ErrorClass.BEGINS_EARLIER if a.start < b.start else ErrorClass.BEGINS_LATER
    if a.end != b.end:
        yield ErrorClass.ENDS_EARLIER if a.end < b.end else ErrorClass.ENDS_LATER
    if a == b:
        yield ErrorClass.PIECES


def _missed(found: Sequence[Parts], wanted: Parts) -> tuple[ErrorClass, Parts | None]:
    same_cue = [f for f in found if _meet(f.cue, wanted.cue)]
    if not same_cue:
        return ErrorClass.CUE_MISSED, None
    nearest = same_cue[0]
    if _meet(nearest.source, wanted.source) or not (nearest.source or wanted.source):
        return ErrorClass.CONTENT_ELSEWHERE, nearest
    return ErrorClass.SOURCE_MISSED, nearest


def _meet(a: Spans, b: Spans) -> bool:
    return any(x.overlaps(y) for x in a for y in b)


def _size(spans: Spans) -> int:
    return sum(s.end - s.start for s in spans)


def _shown(parts: Parts, text: str) -> str:
    said = [joined(spans, text) or "—" for spans in (parts.source, parts.cue, parts.content)]
    return " ".join(" | ".join(said).split())[:SHOWN]
