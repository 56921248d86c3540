"""Quotations that go on without naming their speaker again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.attribution.quotations import Quotation
from claims.core.attribution import Attribution, Manner
from claims.core.document import Document
from claims.core.span_index import SpanIndex
from claims.core.spans import Span, characters, trimmed
from claims.core.tokens import Sentence

_LEAST_WORDS = 4
_FIRST_PERSON = frozenset({"we", "my", "our", "us", "me", "myself", "ourselves"})
_OWN_WORDS = (Manner.DIRECT, Manner.MIXED, Manner.FLOATING)
_OPENING_MARKS = ('"', "“", "„", "«", "''", "``")


def parted(document: Document, said: Sequence[Attribution]) -> list[Attribution]:
    """``said`` with quotations that float after it taken out of their contents, to stand alone.

    The tagger gives a whole run of quotations to the one cue among them. A quotation that begins
    after the sentence of the cue has ended is a saying of its own, unless all of the content comes
    after the cue ("He said: ...").
    """
    return [_without_floating(document, a) for a in said]


def _without_floating(document: Document, attribution: Attribution) -> Attribution:
    place = document.sentence_at(attribution.cue[-1].start) if attribution.cue else None
    if place is None or len(attribution.content) < 2:
        return attribution
    text = document.article.text
    kept = tuple(
        s
        for s in attribution.content
        if s.start < place.span.end or not text.startswith(_OPENING_MARKS, s.start)
    )
    return replace(attribution, content=kept) if kept else attribution


def floating(
    document: Document, said: Sequence[Attribution], quoted: Sequence[Quotation]
) -> list[Attribution]:
    """Quotations of whole sentences that no attribution holds, in the paragraph of one that speaks
    before them or in the next.

    Scare quotes and titles are too short to count, and stand inside a sentence.
    """
    text = document.article.text
    taken = characters(s for a in said for s in (*a.content, *a.source, *a.cue))
    found: list[Attribution] = []
    for number, quotation in enumerate(quoted):
        span = quotation.span
        own = characters([span])
        if len(own & taken) > 0.3 * len(own) or not _is_whole(document, span):
            continue
        before = [a for a in (*said, *found) if a.content and a.content[0].start < span.start]
        if before and _follows(before, span, text):
            found.append(
                Attribution(
                    id=f"floating-{number}",
                    article=document.article.id,
                    source=(),
                    cue=(),
                    content=(span,),
                    manner=Manner.FLOATING,
                )
            )
    return found


def unmarked(
    document: Document, said: Sequence[Attribution], quoted: Sequence[Quotation]
) -> list[Attribution]:
    """Sentences in the first person, without quotation marks, right after somebody's own words.

    Many texts have lost their marks: '"... beside me" he said. I thought he looked strange.' A
    reporter seldom says "I" between two of a witness's sentences.
    """
    found: list[Attribution] = []
    words = SpanIndex((s, a) for a in said for s in (*a.content, *a.cue))
    marked = SpanIndex((q.span, q) for q in quoted)
    for number, (before, sentence) in enumerate(pairwise(document.sentences)):
        span = sentence.span
        if words.overlapping(span) or marked.overlapping(span) or not _first_person(sentence):
            continue
        last = [a for a in found[-1:] if a.content[0].overlaps(before.span)]
        if any(a.manner in _OWN_WORDS for a in (*words.overlapping(before.span), *last)):
            found.append(
                Attribution(
                    id=f"unmarked-{number}",
                    article=document.article.id,
                    source=(),
                    cue=(),
                    content=(trimmed(span, document.article.text, " \t\r\n."),),
                    manner=Manner.FLOATING,
                )
            )
    return found


def _first_person(sentence: Sentence) -> bool:
    words = [t.text for t in sentence.tokens]
    return any(w == "I" or w.lower() in _FIRST_PERSON for w in words) and len(words) > _LEAST_WORDS


def _is_whole(document: Document, span: Span) -> bool:
    """Whether the quotation is made of whole sentences and long enough to state something."""
    sentences = document.sentences_in(span)
    words = sum(len(s.within(span)) for s in sentences)
    outside = sum(1 for s in sentences for t in s.tokens if not span.contains(t.span) and t.text.isalnum())
    return words >= _LEAST_WORDS + 2 and outside == 0


def _follows(before: Sequence[Attribution], span: Span, text: str) -> bool:
    last = max(before, key=lambda a: max(s.end for s in (*a.content, *a.cue, *a.source)))
    end = max(s.end for s in (*last.content, *last.cue, *last.source))
    between = text[end : span.start] if end <= span.start else ""
    speaks = last.manner in (Manner.DIRECT, Manner.MIXED, Manner.FLOATING, Manner.INDIRECT)
    return speaks and between.count("\n\n") <= 1
