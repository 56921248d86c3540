"""Where an attribution may be: cues that the tagger sees, and words that are worth asking about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.attribution.labels import Role, best_path, runs
from claims.attribution.lexicon import CueLexicon
from claims.attribution.tagger import Tagger
from claims.attribution.windows import Pieces, encode, runs_of_sentences
from claims.core.document import Document
from claims.core.spans import Span
from claims.core.tokens import Token

LEAST_CHANCE = 0.02
"""Of being a cue that the tagger must give a word unasked, for it to be worth asking about."""

_DASHES = frozenset({"-", "–", "—", "--"})


@dataclass(frozen=True)
class Candidate:
    """Words (first, one past the last) to ask the tagger about.

    They are a cue, or, of an attribution without a cue ("Bomb kills ten *Monitor*"), its source.
    ``seen`` is the probability that the tagger gives them without being asked.
    """

    words: tuple[tuple[int, int], ...]
    seen: float
    role: Role = Role.CUE

    @property
    def span(self) -> tuple[int, int]:
        """First word and one past the last."""
        return self.words[0][0], self.words[-1][1]


@dataclass(frozen=True)
class Seen:
    """What the tagger marks by itself, and its probability (words,) that each word is of a cue."""

    candidates: tuple[Candidate, ...]
    chances: np.ndarray


def seen_by_tagger(pieces: Pieces, tagger: Tagger, scheme: str) -> Seen:
    """The cues, and sources without a cue, in the whole text that the tagger marks by itself."""
    windows = runs_of_sentences(pieces, tagger.sizes.run)
    markers = tagger.vocabulary.markers(scheme)
    encoded = [encode(pieces, w, markers, case_types=tagger.case_types) for w in windows]
    found = []
    cues = np.zeros(len(pieces.words))
    for (left, end_of_window), scores in zip(windows, tagger.scores(encoded), strict=True):
        path = best_path(scores, tagger.tags)
        for role in (Role.CUE, Role.SOURCE):
            chance = np.exp(scores[:, tagger.columns(role)]).sum(axis=1)
            if role is Role.CUE:
                cues[left:end_of_window] = chance
            for first, end in runs(path, tagger.tags, role):
                sure = float(chance[first:end].mean())
                found.append(Candidate(((left + first, left + end),), sure, role))
    return Seen(tuple(found), cues)


def worth_asking(
    document: Document, tokens: Sequence[Token], lexicon: CueLexicon, seen: Seen
) -> list[Candidate]:
    """Words of the lexicon, and headline colons and dashes, that the tagger nearly marked."""
    taken = {w for c in seen.candidates for first, end in c.words for w in range(first, end)}
    found = [
        Candidate(((word, word + 1),), 0.0)
        for word, token in enumerate(tokens)
        if word not in taken and seen.chances[word] >= LEAST_CHANCE and _in_lexicon(token, lexicon)
    ]
    headline = document.article.headline or _only_line(document)
    if headline is not None:
        found += [
            Candidate(((word, word + 1),), 0.0)
            for word, token in enumerate(tokens)
            if word not in taken and headline.contains(token.span) and _parts_a_headline(document, token)
        ]
    return found


def _in_lexicon(token: Token, lexicon: CueLexicon) -> bool:
    if token.is_verb:
        return token.lemma in lexicon.verbs
    if token.is_noun:
        return token.lemma in lexicon.nouns
    return token.text.lower() in lexicon.adverbs


def _only_line(document: Document) -> Span | None:
    """A text of one sentence without a final full stop may be a headline by itself."""
    if len(document.sentences) != 1:
        return None
    span = document.sentences[0].span
    return None if document.article.text[: span.end].endswith((".", "!", "?", "”", '"')) else span


def _parts_a_headline(document: Document, token: Token) -> bool:
    text = document.article.text
    after = text[token.end : token.end + 1]
    if token.text == ":":
        return after.isspace()
    return token.text in _DASHES and text[token.start - 1 : token.start].isspace() and after.isspace()
