"""Where a content ends: what the tagger gives, put right by the syntax and the quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.quotations import Quotation
from claims.core.document import Document
from claims.core.spans import Span, Spans, cover, merge, subtract, trimmed
from claims.core.tokens import Sentence, Token

_CONCESSIONS = frozenset({"despite", "notwithstanding", "contrary", "amid", "amidst", "after"})
_EDGE = " \t\r\n,;:-–—"


def tidy(content: Spans, holes: Sequence[Span], text: str) -> Spans:
    """``content`` without ``holes`` and stray marks, pieces that touch joined, empty ones dropped."""
    pieces = [p for span in content for p in subtract(span, holes)]
    found = []
    for piece in merge(pieces, text):
        span = trimmed(piece, text, _EDGE)
        if any(map(str.isalnum, span.of(text))):
            found.append(_without_stop(span, text))
    return tuple(found)


def on_one_side(content: Spans, cue: Spans, headline: Span | None) -> Spans:
    """``content`` without spans on the other side of the headline's end than the cue."""
    if headline is None or not cue:
        return content
    if headline.contains(cue[0]):
        parts = [Span(s.start, min(s.end, headline.end)) for s in content]
    else:
        parts = [Span(max(s.start, headline.end), s.end) for s in content]
    return tuple(s for s in parts if s.start < s.end)


def without_lead(span: Span, document: Document) -> Span:
    """``span`` without a conjunction "that" before the statement ("*that* it fell", not "that house")."""
    words = [t for s in document.sentences_in(span) for t in s.within(span)]
    if len(words) < 2 or words[0].text.lower() != "that" or words[0].tag != "IN":
        return span
    return Span(words[1].start, span.end)


def concessions(document: Document, content: Spans, other_cues: Sequence[Span]) -> list[Span]:
    """Adjuncts of a content that set another party's claim against it.

    "... none were hurt, *despite Russian claims of casualties*": the adjunct is the article's own
    remark and holds an attribution of somebody else, so it is no part of what the source said.
    An adjunct without another cue in it stays.
    """
    found = []
    for span in content:
        for sentence in document.sentences_in(span):
            for token in sentence.within(span):
                if token.text.lower() not in _CONCESSIONS or token.dep not in ("prep", "advmod", "mark"):
                    continue
                adjunct = _adjunct(sentence, token)
                if any(adjunct.contains(cue) for cue in other_cues):
                    found.append(adjunct)
    return found


def of_a_topic(sentence: Sentence, cue: Token, content: Spans) -> tuple[Spans, Spans]:
    """What is said and, apart, what it is said of: "*it measured 6.8*, the centre said of *the shock*".

    A tagger that takes the topic for what is said leaves the clause before to the narrator. Where there
    is no such topic the content is as it was, and the second part empty.
    """
    of = next((t for t in sentence.children(cue, "prep") if t.text.lower() == "of"), None)
    clause = sentence.child(cue, "ccomp")
    if of is None or clause is None or clause.index > cue.index or of.index < cue.index:
        return content, ()
    topic = cover(t.span for t in sentence.subtree(of))
    if not any(topic.overlaps(s) for s in content):
        return content, ()
    return (cover(t.span for t in sentence.subtree(clause)), *content), (topic,)


def up_to_source(content: Spans, source: Spans, headline: Span | None, others: Sequence[Span]) -> Spans:
    """``content`` with all that a headline has before the source that it closes with.

    "*Dozens killed in* attack on camp, aid workers say" is the tagger's; the attack is part of it.

    Parameters
    ----------
    others
        Cues of other attributions; what stands between them and the source is not looked at.
    """
    if headline is None or not content or not source or not headline.contains(source[0]):
        return content
    last = content[-1]
    rest = Span(last.start, source[0].start)
    if not headline.contains(last) or last.end > rest.end or any(rest.overlaps(s) for s in others):
        return content
    return (*content[:-1], rest)


def whole_quotations(content: Spans, quoted: Sequence[Quotation]) -> Spans:
    """Quotations that the content fills nearly wholly, given back with their marks."""
    found = []
    for span in content:
        grown = span
        for quotation in quoted:
            inner = quotation.inner
            shared = min(grown.end, inner.end) - max(grown.start, inner.start)
            if shared > 0 and shared >= 0.9 * (inner.end - inner.start):
                grown = Span(min(grown.start, quotation.span.start), max(grown.end, quotation.span.end))
        found.append(grown)
    return tuple(found)


def _adjunct(sentence: Sentence, token: Token) -> Span:
    words = sentence.subtree(token)
    return Span(words[0].start, words[-1].end)


def _without_stop(span: Span, text: str) -> Span:
    if text[span.end - 1] == "." and not text[span.end - 2 : span.end - 1].isupper():
        words = span.of(text)
        if words.count("“") <= words.count("”") and "." not in words[-4:-1]:
            return Span(span.start, span.end - 1)
    return span
