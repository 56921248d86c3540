"""One act of saying: who, by which words, what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.core.spans import Spans


class Manner(StrEnum):
    """How something is said (see the glossary in the README)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NOMINAL = "nominal"
    HEADLINE = "headline"
    PASSIVE = "passive"
    FLOATING = "floating"
    NARRATOR = "narrator"


class Commitment(StrEnum):
    """How the source stands to the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    HEDGES = "hedges"
    DECLINES = "declines"
    REPORTS = "reports"


@dataclass(frozen=True)
class Attribution:
    """Spans of one act of saying, all of them in the article's cleaned text.

    Attributes
    ----------
    source, cue, content, relay
        May be discontinuous; ``source`` is empty where nobody is named, ``cue`` for a floating
        quotation and for the narrator. ``relay`` is the channel it passed through ("told
        *Reuters*").
    commitment
        How the source stands to all of the content; a claim within it may be weaker.
    inside
        Id of the attribution whose content holds this one.
    probability
        The model's, that this is an attribution with this content; 1.0 where a rule decides.
    """

    id: str
    article: str
    source: Spans
    cue: Spans
    content: Spans
    relay: Spans = ()
    manner: Manner = Manner.INDIRECT
    commitment: Commitment = Commitment.ASSERTS
    inside: str | None = None
    probability: float = 1.0
