"""Attributions out of one reading of the text, for models that cannot be asked about one cue.

Such a model gives each word one tag, so its attributions neither nest nor overlap. Its spans are
joined as the flat extractors of the literature do: every source, content and relay goes to the
nearest cue of its sentence, or, where that has none, to the nearest cue of the sentences beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.attribution.labels import Role, best_path, runs
from claims.attribution.reading import Reading
from claims.attribution.tagger import Tagger
from claims.attribution.windows import Pieces, encode, runs_of_sentences
from claims.core.spans import Span, Spans

PARTS = (Role.SOURCE, Role.CONTENT, Role.RELAY)


@dataclass(frozen=True)
class _Part:
    """Words (first, one past the last) of one role, with the mean probability of their tags."""

    role: Role
    first: int
    end: int
    probability: float


def read_flat(pieces: Pieces, tagger: Tagger, scheme: str) -> list[Reading]:
    """What a flat tagger finds in the whole text: a reading for each cue that has a content.

    ``scheme`` is told to a tagger that knows schemes of labels.
    """
    parts = _tagged(pieces, tagger, scheme)
    cues = [p for p in parts if p.role is Role.CUE]
    held: dict[_Part, list[_Part]] = {cue: [] for cue in cues}
    for part in parts:
        if part.role in PARTS and (cue := _nearest(part, cues, pieces)) is not None:
            held[cue].append(part)
    readings = [_reading(cue, own, pieces) for cue, own in held.items()]
    return [r for r in readings if r.content]


def _tagged(pieces: Pieces, tagger: Tagger, scheme: str) -> list[_Part]:
    windows = runs_of_sentences(pieces, tagger.sizes.run)
    markers = tagger.vocabulary.markers(scheme)
    encoded = [encode(pieces, w, markers, case_types=tagger.case_types) for w in windows]
    found = []
    for (left, _), scores in zip(windows, tagger.scores(encoded), strict=True):
        path = best_path(scores, tagger.tags, tagger.chain)
        chance = np.exp(scores) if tagger.chain is None else tagger.chain.marginals(scores)
        for role in Role:
            columns = tagger.columns(role)
            for first, end in runs(path, tagger.tags, role):
                sure = float(chance[first:end, columns].sum(axis=1).mean())
                found.append(_Part(role, left + first, left + end, sure))
    return found


def _nearest(part: _Part, cues: Sequence[_Part], pieces: Pieces) -> _Part | None:
    """The cue that a part belongs to: of its own sentences first, then of those beside."""
    here = range(pieces.sentence_of(part.first), pieces.sentence_of(part.end - 1) + 1)

    def sentences_off(cue: _Part) -> int:
        sentence = pieces.sentence_of(cue.first)
        return 0 if sentence in here else min(abs(sentence - here[0]), abs(sentence - here[-1]))

    def words_off(cue: _Part) -> int:
        return max(cue.first - part.end, part.first - cue.end)

    near = [cue for cue in cues if sentences_off(cue) <= 1]
    return min(near, key=lambda cue: (sentences_off(cue), words_off(cue)), default=None)


def _reading(cue: _Part, parts: Sequence[_Part], pieces: Pieces) -> Reading:
    def spans(role: Role) -> Spans:
        return tuple(_span(p, pieces) for p in parts if p.role is role)

    sure = [cue.probability, *(p.probability for p in parts if p.role is Role.CONTENT)]
    return Reading(
        (_span(cue, pieces),), spans(Role.SOURCE), spans(Role.CONTENT), spans(Role.RELAY), min(sure)
    )


def _span(part: _Part, pieces: Pieces) -> Span:
    return Span(pieces.words[part.first].start, pieces.words[part.end - 1].end)
