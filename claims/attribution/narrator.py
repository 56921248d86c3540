"""The article's own voice: what stands there and nobody is named for."""

from __future__ import annotations

from collections.abc import Sequence

from claims.core.attribution import Attribution, Manner
from claims.core.document import Document
from claims.core.span_index import SpanIndex
from claims.core.spans import Span, subtract, trimmed
from claims.core.tokens import Sentence, Token

_DANGLING = frozenset({"IN", "TO", "CC", "DT", "WRB", "WDT", "WP", "PRP$"})
_WHEN = frozenset({"after", "as", "when", "while", "since"})
_EDGE = ' \t\r\n,;:-–—."“”`'


def narrated(document: Document, said: Sequence[Attribution]) -> list[Attribution]:
    """What of each sentence no attribution takes and is a clause of its own.

    A sentence is given as one attribution without source and cue, its content all the clauses that
    are left; remains without a verb ("on Tuesday,") are not.
    """
    text = document.article.text
    taken = SpanIndex((s, s) for a in said for s in (*a.content, *a.cue, *a.source, *a.relay))
    found = []
    for number, sentence in enumerate(document.sentences):
        if document.article.headline and document.article.headline.contains(sentence.span):
            continue
        near = taken.overlapping(sentence.span)
        left = [trimmed(s, text, _EDGE) for s in subtract(sentence.span, near)]
        left = [_without_dangling(sentence, s) for s in left if s.end > s.start]
        content = _stated(sentence, [s for s in left if s.end > s.start], bool(near))
        if content:
            found.append(
                Attribution(
                    id=f"narrator-{number}",
                    article=document.article.id,
                    source=(),
                    cue=(),
                    content=content,
                    manner=Manner.NARRATOR,
                )
            )
    return found


def _stated(sentence: Sentence, left: Sequence[Span], partial: bool) -> tuple[Span, ...]:
    """The remains, if one of them is a clause; fragments with a verb then go with it."""
    if not any(_is_clause(sentence, s, partial) for s in left):
        return ()
    return tuple(s for s in left if _is_clause(sentence, s, partial) or _has_verb(sentence, s))


def _without_dangling(sentence: Sentence, span: Span) -> Span:
    """``span`` without words at its edges whose partner was taken away ("... on Tuesday *with*").

    Of when somebody spoke ("said *after* it was signed") the clause is left.
    """
    words = list(sentence.within(span))
    while words and _dangles(words[-1]):
        words.pop()
    while (words and words[0].tag in ("CC", "WDT", "WP")) or (words and words[0].text in ",;:"):
        words.pop(0)
    if words and _tells_when(sentence, words):
        words.pop(0)
    return Span(words[0].start, words[-1].end) if words else Span(span.start, span.start)


def _tells_when(sentence: Sentence, words: Sequence[Token]) -> bool:
    """Whether ``words`` open with the conjunction of a clause whose main clause is not among them."""
    if words[0].dep != "mark" or words[0].text.lower() not in _WHEN:
        return False
    return sentence.head(sentence.head(words[0])) not in words


def _dangles(token: Token) -> bool:
    return token.tag in _DANGLING or token.text in ",;:-–—"


def _has_verb(sentence: Sentence, span: Span) -> bool:
    words = sentence.within(span)
    return len(words) >= 3 and any(t.is_verb and t.dep not in ("aux", "auxpass", "amod") for t in words)


def _is_clause(sentence: Sentence, span: Span, partial: bool) -> bool:
    words = sentence.within(span)
    verbs = [t for t in words if t.is_verb and t.dep not in ("aux", "auxpass", "amod", "compound", "xcomp")]
    if not partial:
        return bool(verbs) or len(words) >= 3
    inside = {t.index for t in words}
    return any(
        v.tag != "VBG" and any(c.index in inside for c in sentence.children(v, "nsubj", "nsubjpass"))
        for v in verbs
    )
