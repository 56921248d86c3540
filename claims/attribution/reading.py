"""What the tagger reads at a cue: its source, content and relay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.attribution.candidates import Candidate
from claims.attribution.confidence import Confidence, Evidence
from claims.attribution.labels import Role, best_path, runs
from claims.attribution.tagger import Tagger
from claims.attribution.windows import Pieces, around, encode
from claims.core.spans import Span, Spans


@dataclass(frozen=True)
class Reading:
    """The parts of one attribution, as spans of the text, and how sure it is."""

    cue: Spans
    source: Spans
    content: Spans
    relay: Spans
    probability: float
    evidence: Evidence | None = None

    @property
    def anchor(self) -> Spans:
        """What it was asked about: its cue, or, where it has none, its source."""
        return self.cue or self.source


def read(candidates: Sequence[Candidate], pieces: Pieces, tagger: Tagger, scheme: str) -> list[Reading]:
    """Read the text once for each candidate with that cue marked.

    Returns
    -------
    list of Reading
        One for each candidate with a content, in order.
    """
    markers = tagger.vocabulary.markers(scheme)
    windows = [around(pieces, *c.span, tagger.sizes) for c in candidates]
    encoded = [
        encode(pieces, w, markers, c.words, tagger.case_types)
        for w, c in zip(windows, candidates, strict=True)
    ]
    confidence = tagger.confidence(scheme)
    readings = (
        _reading(candidate, window[0], scores, pieces, tagger, confidence)
        for candidate, window, scores in zip(candidates, windows, tagger.scores(encoded), strict=True)
    )
    return [r for r in readings if r.content]


def _reading(
    candidate: Candidate,
    left: int,
    scores: np.ndarray,
    pieces: Pieces,
    tagger: Tagger,
    confidence: Confidence,
) -> Reading:
    path = best_path(scores, tagger.tags)
    found = {role: runs(path, tagger.tags, role) for role in Role}

    def spans(words: Sequence[tuple[int, int]]) -> Spans:
        return tuple(Span(pieces.words[a].start, pieces.words[b - 1].end) for a, b in words)

    def of(role: Role) -> Spans:
        return spans([(left + a, left + b) for a, b in found[role]])

    evidence = _evidence(candidate, left, scores, path, found, tagger)
    asked = spans(candidate.words)
    own = {Role.CUE: of(Role.CUE), Role.SOURCE: of(Role.SOURCE)}
    own[candidate.role] = own[candidate.role] or asked
    cue = own[Role.CUE] if candidate.role is Role.CUE else ()
    return Reading(cue, own[Role.SOURCE], of(Role.CONTENT), of(Role.RELAY), confidence(evidence), evidence)


def _evidence(
    candidate: Candidate,
    left: int,
    scores: np.ndarray,
    path: Sequence[int],
    found: dict[Role, list[tuple[int, int]]],
    tagger: Tagger,
) -> Evidence:
    chances = np.exp(scores)
    taken = chances[np.arange(len(path)), list(path)]
    role = chances[:, tagger.columns(candidate.role)].sum(axis=1)
    marked = [w - left for first, end in candidate.words for w in range(first, end)]
    content = [w for first, end in found[Role.CONTENT] for w in range(first, end)]
    source = [w for first, end in found[Role.SOURCE] for w in range(first, end)]
    edges = [w for first, end in found[Role.CONTENT] for w in (first, end - 1)]
    return Evidence(
        asked=float(role[marked].mean()),
        seen=candidate.seen,
        content=float(taken[content].mean()) if content else 0.0,
        edge=float(taken[edges].min()) if edges else 0.0,
        source=float(taken[source].mean()) if source else 1.0,
    )
