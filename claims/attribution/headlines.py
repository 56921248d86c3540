"""Headlines that close with their source and have lost the mark before it: "Strikes kill ten Monitor"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.confidence import BY_SYNTAX
from claims.attribution.lexicon import CueLexicon
from claims.core.attribution import Attribution, Manner
from claims.core.document import Document
from claims.core.spans import cover, joined
from claims.core.tokens import Token

_LONGEST = 3
_SHORTEST = 4
"""Words that such a headline has before its source, at least."""
_ENDING = frozenset({"CD", "NNS", "NNP", "NNPS"})
"""What a clause may end in: a verb, an adjective or a single noun may belong to what follows."""
_STATES = frozenset({"dead", "missing", "injured", "wounded", "killed", "hurt", "arrested", "displaced"})
"""Words for what became of people, in which what is said may end."""
_WATCHED = frozenset({"un", "eu", "osce", "truce", "ceasefire", "election", "peace", "opposition"})
"""Whose or of what a monitor is, so that "UN monitor" is one noun."""


def closed_by_source(
    document: Document, said: Sequence[Attribution], lexicon: CueLexicon
) -> list[Attribution]:
    """``said`` with what the headline says, if it closes with its source."""
    text, headline = document.article.text, document.article.headline
    if headline is None:
        return list(said)
    words = _bare([t for s in document.sentences_in(headline) for t in s.within(headline)])
    said = [a for a in said if a.cue or not _is_governed(a, words)]
    names = {w for a in said for w in joined(a.source, text).split() if w.isupper() and len(w) > 1}
    speaker = _closing(words, lexicon.headline_speakers, names)
    content = words[: len(words) - len(speaker)]
    if not speaker or not _is_whole(content) or not content[-1].text[-1].isalnum():
        return list(said)
    where = cover(t.span for t in speaker)
    within = [a for a in said if any(s.overlaps(headline) for s in a.content)]
    if any(s.overlaps(where) for a in within for s in (*a.cue, *a.content)):
        return list(said)
    # the tagger often takes a figure or a town before the source for part of it
    others = [a for a in said if a not in within or not any(s.overlaps(where) for s in a.source)]
    found = Attribution(
        id="",
        article=document.article.id,
        source=(where,),
        cue=(),
        content=(cover(t.span for t in content),),
        manner=Manner.HEADLINE,
        probability=BY_SYNTAX,
    )
    return [found, *others]


def _is_governed(attribution: Attribution, words: Sequence[Token]) -> bool:
    """Whether the source is the object of a verb in which the content ends ("Gunmen kill *UN monitor*")."""
    if not attribution.source:
        return False
    start = attribution.source[0].start
    before = next((t for t in reversed(words) if t.end <= start), None)
    if before is None or not any(c.overlaps(before.span) for c in attribution.content):
        return False
    return before.tag.startswith("VB") and before.text.lower() not in _STATES


def _bare(words: Sequence[Token]) -> Sequence[Token]:
    end = len(words)
    while end and not any(c.isalnum() for c in words[end - 1].text):
        end -= 1
    return words[:end]


def _closing(words: Sequence[Token], speakers: frozenset[str], names: set[str]) -> Sequence[Token]:
    """The words of the source in which a headline ends, none if it ends otherwise."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        last = words[-length:]
        if " ".join(t.text.lower() for t in last) in speakers or (length == 1 and last[0].text in names):
            return last
    return ()


def _is_whole(content: Sequence[Token]) -> bool:
    """Whether the words before the source can stand alone: they do not lead up to it."""
    if len(content) < _SHORTEST:
        return False
    last = content[-1]
    if last.text.lower() in _STATES:
        return True
    # taggers take "IS" for a verb, and a foreign town for a common noun
    name = last.text.isupper() or (
        last.text[:1].isupper() and any(t.is_noun and t.text.islower() for t in content)
    )
    return (name or last.tag in _ENDING) and last.text.lower() not in _WATCHED
