"""Attributions that stand in what somebody says and that the tagger passes over.

The corpora that taggers learn from mark the outermost attribution only, so that a tagger often
keeps silent about one within it, which the syntax makes plain.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.evidentials import held_to_be
from claims.attribution.lexicon import CueLexicon
from claims.attribution.retold import retold
from claims.core.attribution import Attribution
from claims.core.document import Document
from claims.core.span_index import SpanIndex


def inner(document: Document, said: Sequence[Attribution], lexicon: CueLexicon) -> list[Attribution]:
    """``said`` with what the syntax shows inside it; a word that is part of a cue is not looked at again."""
    cues = SpanIndex((span, span) for a in said for span in a.cue)
    contents = SpanIndex((span, span) for a in said for span in a.content)
    found = list(said)
    for sentence in document.sentences:
        around = contents.overlapping(sentence.span)
        taken = cues.overlapping(sentence.span) if around else []
        for word in sentence.tokens if around else ():
            if any(c.overlaps(word.span) for c in taken) or not any(c.contains(word.span) for c in around):
                continue
            new = held_to_be(document, sentence, word, lexicon) or retold(document, sentence, word, lexicon)
            if new is not None:
                found.append(new)
                taken += new.cue
    return found
