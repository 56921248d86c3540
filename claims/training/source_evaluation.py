"""Measures the resolution of sources: who is meant, of what kind, and on whose side."""

from __future__ import annotations

import re

from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.document import Document
from claims.core.source import Source
from claims.sources import Actors, resolve
from claims.sources.phrases import pieces
from claims.sources.resolution import NO_SOURCE
from claims.training.attribution_data import GoldArticle, GoldSpeaker
from claims.training.attribution_scores import Counts

_EMPTY = frozenset(
    {"the", "a", "an", "of", "for", "and", "in", "at", "by", "on", "to", "who", "which", "that", "based"}
    | {"so", "called", "also", "known", "as"}
)
"""Words that say nothing of whose name it is."""

_SHARED = 0.6
"""Share of the shorter name's words that two names of one speaker have in common, at least."""

MEASURES = ("resolved", "kind", "party")


def resolution(gold: GoldArticle, document: Document, actors: Actors) -> dict[str, Counts]:
    """How many of the labelled sources are resolved right, given the labelled spans."""
    said = [
        Attribution(
            id=str(number),
            article=gold.id,
            source=a.source,
            cue=a.cue,
            content=a.content,
            relay=a.relay,
            manner=Manner(a.manner or Manner.INDIRECT),
            commitment=Commitment(a.commitment or Commitment.ASSERTS),
            inside=None if a.inside is None else str(a.inside),
        )
        for number, a in enumerate(gold.attributions)
    ]
    attributed = resolve(document, said, actors)
    judged = [
        _judged(attributed.of(str(number)), a.speaker, actors)
        for number, a in enumerate(gold.attributions)
        if a.speaker is not None
    ]
    return {
        measure: Counts(sum(right[i] for right in judged), len(judged), len(judged))
        for i, measure in enumerate(MEASURES)
    }


def _judged(found: Source, wanted: GoldSpeaker, actors: Actors) -> tuple[bool, bool, bool]:
    named = None if found.name == NO_SOURCE else found.name
    return (
        _is_same(named, wanted, actors),
        found.kind.value == wanted.kind,
        found.party == wanted.party,
    )


def _is_same(found: str | None, wanted: GoldSpeaker, actors: Actors) -> bool:
    """Whether both name one speaker: known under both names, or most of their words shared."""
    if found is None or wanted.name is None:
        return found is wanted.name
    if _known(wanted, actors) == found:
        return True
    ours, theirs = _words(found), _words(wanted.name)
    return bool(ours & theirs) and len(ours & theirs) >= _SHARED * min(len(ours), len(theirs))


def _known(wanted: GoldSpeaker, actors: Actors) -> str | None:
    words = [w for w in pieces(wanted.name or "") if w.lower() not in ("the", "a")]
    states = frozenset({wanted.party} if wanted.party else ())
    return next((m.value.name for m in actors.find(words, states) if not m.value.person), None)


def _words(name: str) -> set[str]:
    """The words of a name as stems of six letters ("Syrian", "Syria's": one stem)."""
    words = re.findall(r"\w+", name.lower().replace("'s", ""))
    based = {i for i in range(len(words) - 1) if words[i + 1] == "based"}
    return {w.rstrip("s")[:6] for i, w in enumerate(words) if w not in _EMPTY and i not in based}
