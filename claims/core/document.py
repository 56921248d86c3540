"""An article with its sentences parsed: what the stages after the syntax read."""

from __future__ import annotations

from dataclasses import dataclass

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
        return tuple(s for s in self.sentences if s.span.overlaps(span))

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds the character at ``position``."""
        return next((s for s in self.sentences if s.span.start <= position < s.span.end), None)
