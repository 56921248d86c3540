"""An article with its sentences parsed: what the stages after the syntax read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from claims.core.article import Article
from claims.core.spans import Span
from claims.core.tokens import Sentence


@dataclass(frozen=True)
class Document:
    """An article and its sentences in order; a sentence never crosses a paragraph."""

    article: Article
    sentences: tuple[Sentence, ...]

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that share a character with ``span``."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        reached = takewhile(lambda s: s.span.start < span.end, self.sentences[first:])
        return tuple(s for s in reached if s.span.overlaps(span))

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds the character at ``position``."""
        return next(iter(self.sentences_in(Span(position, position + 1))), None)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(s.span.start for s in self.sentences)
