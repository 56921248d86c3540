"""What the tagger reads at a cue: its source, content and relay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.attribution.candidates import Candidate
from claims.attribution.labels import Role, best_path, runs
from claims.attribution.tagger import Tagger
from claims.attribution.windows import Markers, Pieces, around, encode
from claims.core.spans import Span, Spans


@dataclass(frozen=True)
class Reading:
    """The parts of one attribution, as spans of the text, with the tagger's probability."""

    cue: Spans
    source: Spans
    content: Spans
    relay: Spans
    probability: float


def read(candidates: Sequence[Candidate], pieces: Pieces, tagger: Tagger, markers: Markers) -> list[Reading]:
    """Read the text once for each candidate with that cue marked.

    Returns
    -------
    list of Reading
        One a candidate, in order; its probability is that of the marked words being a cue, and
        zero where no content was found.
    """
    windows = [around(pieces, *c.span) for c in candidates]
    encoded = [
        encode(pieces, w, markers, c.words, tagger.case_types)
        for w, c in zip(windows, candidates, strict=True)
    ]
    return [
        _reading(candidate, window[0], scores, pieces, tagger)
        for candidate, window, scores in zip(candidates, windows, tagger.scores(encoded), strict=True)
    ]


def _reading(candidate: Candidate, left: int, scores: np.ndarray, pieces: Pieces, tagger: Tagger) -> Reading:
    path = best_path(scores, tagger.tags)

    def spans(role: Role) -> Spans:
        return tuple(
            Span(pieces.words[left + first].start, pieces.words[left + end - 1].end)
            for first, end in runs(path, tagger.tags, role)
        )

    chance = np.exp(scores[:, tagger.columns(Role.CUE)]).sum(axis=1)
    marked = [w - left for first, end in candidate.words for w in range(first, end)]
    marked = [w for w in marked if 0 <= w < len(chance)]
    content = spans(Role.CONTENT)
    probability = float(chance[marked].mean()) if content and marked else 0.0
    cue = spans(Role.CUE) or tuple(
        Span(pieces.words[first].start, pieces.words[end - 1].end) for first, end in candidate.words
    )
    return Reading(cue, spans(Role.SOURCE), content, spans(Role.RELAY), probability)
