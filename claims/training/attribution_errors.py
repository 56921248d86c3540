"""What goes wrong where an attribution is not found to the character: errors by class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.core.spans import Spans, cover, jaccard, joined
from claims.training.attribution_scores import Parts, matched

SHOWN = 160
"""Characters of an example, at most."""


class ErrorClass(StrEnum):
    """Ways to be wrong about one labelled attribution, or to find one that is none."""

    MISSED = "not found"
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
    CUE_OTHER = "cue of other words"
    SOURCE_OTHER = "source of other words"
    TWICE = "found once more"
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
            kind, nearest = _missed([f for i, f in enumerate(found) if i not in used], wanted)
            yield AttributionError(kind, _shown(wanted, text), _shown(nearest, text) if nearest else "")
    for i, ours in enumerate(found):
        near = [j for j, g in enumerate(gold) if _about_one(ours, g)]
        if i not in used and all(j in pairs for j in near):
            kind = ErrorClass.TWICE if near else ErrorClass.NONE_THERE
            yield AttributionError(kind, "", _shown(ours, text))


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
    cues = (ErrorClass.CUE_LONGER, ErrorClass.CUE_SHORTER, ErrorClass.CUE_OTHER)
    sources = (ErrorClass.SOURCE_LONGER, ErrorClass.SOURCE_SHORTER, ErrorClass.SOURCE_OTHER)
    for mine, theirs, (longer, shorter, other) in (
        (ours.cue, wanted.cue, cues),
        (ours.source, wanted.source, sources),
    ):
        if mine != theirs:
            difference = _size(mine) - _size(theirs)
            yield longer if difference > 0 else shorter if difference < 0 else other
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
    near = [f for f in found if _about_one(f, wanted)]
    if not near:
        return ErrorClass.MISSED, None
    nearest = max(near, key=lambda f: jaccard(f.content, wanted.content))
    if _meet(nearest.source, wanted.source) or not (nearest.source or wanted.source):
        return ErrorClass.CONTENT_ELSEWHERE, nearest
    return ErrorClass.SOURCE_MISSED, nearest


def _about_one(a: Parts, b: Parts) -> bool:
    """Whether two attributions share a cue or, where one has none, words of their contents."""
    return _meet(a.cue, b.cue) if a.cue and b.cue else _meet(a.content, b.content)


def _meet(a: Spans, b: Spans) -> bool:
    return any(x.overlaps(y) for x in a for y in b)


def _size(spans: Spans) -> int:
    return sum(s.end - s.start for s in spans)


def _shown(parts: Parts, text: str) -> str:
    said = [joined(spans, text) or "—" for spans in (parts.source, parts.cue, parts.content)]
    return " ".join(" | ".join(said).split())[:SHOWN]
