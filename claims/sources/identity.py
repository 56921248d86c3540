"""Ids of sources: the same in every article where the name is sure to mean the same speaker."""

from __future__ import annotations

from claims.core.source import SourceKind
from claims.sources.mentions import content_words
from claims.sources.phrases import levelled, pieces
from claims.sources.speakers import Speaker

OWN = "#"
"""Marks the id of a source that is known in its own article only."""

_FULL_NAME = 2
_UNSHARED = frozenset({SourceKind.WITNESS, SourceKind.ANONYMOUS, SourceKind.DOCUMENT})


def identity(speaker: Speaker, article: str, number: int) -> str:
    """The id of a speaker of ``article``.

    A listed actor, an institution of a named state, a person with a full name and a body with a
    proper name of several words are themselves everywhere; a family name alone, a bare role ("the
    police", "a resident") and whoever is not named belong to their article.
    """
    description = speaker.description
    if description.key is not None and description.shared:
        return description.key
    party = description.party or ""
    if len(speaker.person) >= _FULL_NAME:
        return f"person:{' '.join(speaker.person)}|{party}"
    if not speaker.person and not speaker.individual and description.kind not in _UNSHARED:
        for mention in speaker.naming:
            proper = [t for t in mention.chunk if t.tag in {"NNP", "NNPS"}]
            if (
                mention.proper
                and len(proper) >= _FULL_NAME
                and len(content_words(mention.words)) >= _FULL_NAME
            ):
                return f"name:{' '.join(levelled(p) for p in pieces(speaker.name))}|{party}"
    return f"{article}{OWN}{number}"
