"""In which manner something is said."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.commitment import head_of
from claims.attribution.quotations import Quotation
from claims.attribution.reading import Reading
from claims.core.attribution import Manner
from claims.core.spans import Span, Spans
from claims.core.tokens import Sentence, Token

_MARKS = " \t\n,.;:!?\"“”„«»‘’'`"


def manner_of(
    reading: Reading,
    sentence: Sentence,
    cue: tuple[Token, ...],
    quoted: Sequence[Quotation],
    headline: Span | None,
    text: str,
) -> Manner:
    """The manner of one reading.

    Quotation marks decide first, then the headline, then the form of the cue: a noun is nominal,
    a passive or an adverb without a speaker is passive, all else indirect. Words with a source but
    no cue are a headline that lost its colon, or a quoted post that floats.
    """
    share = quoted_share(reading.content, quoted, text)
    if share > 0.9:
        return Manner.DIRECT
    in_headline = headline is not None and headline.overlaps(reading.content[0])
    if in_headline or _is_mark(cue):
        return Manner.HEADLINE
    if not cue:
        return Manner.HEADLINE if sentence.span.start == 0 else Manner.FLOATING
    if share > 0.05:
        return Manner.MIXED
    word = head_of(sentence, cue)
    if word is None:
        return Manner.INDIRECT
    if word.is_noun:
        return Manner.NOMINAL
    if _is_passive(sentence, word) or not reading.source:
        return Manner.PASSIVE
    return Manner.INDIRECT


def quoted_share(content: Spans, quoted: Sequence[Quotation], text: str) -> float:
    """Share of the letters and figures of ``content`` that stand within quotation marks."""
    inside = total = 0
    for span in content:
        for i in range(*span):
            if text[i] not in _MARKS:
                total += 1
                inside += any(q.span.start < i < q.span.end for q in quoted)
    return inside / total if total else 0.0


def _is_mark(cue: tuple[Token, ...]) -> bool:
    return bool(cue) and not any(c.isalnum() for t in cue for c in t.text)


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    if verb.tag != "VBN":
        return not verb.is_verb and verb.tag.startswith("RB")
    if sentence.child(verb, "auxpass") is not None:
        return True
    return verb.dep in ("acl", "amod") and sentence.child(verb, "aux") is None
