"""The text of an article with the words of claims marked in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from claims.core.article import Article
from claims.core.spans import Span, Spans

_BREAK = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Stretch:
    """Text that the same claims lie over.

    Attributes
    ----------
    claims
        Keys of those claims, the longest first.
    begins
        Keys of the claims that begin here.
    """

    text: str
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A paragraph; ``start`` is the place of its first character in the text."""

    start: int
    stretches: tuple[Stretch, ...]
    headline: bool = False


def passages(article: Article, claims: Mapping[str, Spans]) -> tuple[Passage, ...]:
    r"""The whole text of an article, paragraph by paragraph.

    Examples
    --------
    >>> text = "A ship sank.\n\nNobody was hurt."
    >>> whole = passages(Article("a", text, text, ()), {"c": (Span(14, 20),)})
    >>> [stretch.text for stretch in whole[1].stretches if stretch.claims]
    ['Nobody']
    """
    return tuple(_passage(article, part, claims) for part in _paragraphs(article))


def around(article: Article, claim: str, spans: Spans) -> tuple[Passage, ...]:
    """The paragraphs in which the words of a claim stand."""
    return tuple(
        _passage(article, part, {claim: spans})
        for part in _paragraphs(article)
        if any(part.overlaps(span) for span in spans)
    )


def _paragraphs(article: Article) -> list[Span]:
    """What lies between blank lines; a headline is one even where none parts it from the text."""
    edges = {0, len(article.text), *(article.headline or ())}
    edges |= {edge for match in _BREAK.finditer(article.text) for edge in match.span()}
    parts = [Span(start, end) for start, end in pairwise(sorted(edges))]
    return [part for part in parts if part.of(article.text).strip()]


def _passage(article: Article, part: Span, claims: Mapping[str, Spans]) -> Passage:
    near = {
        key: spans
        for key, spans in sorted(claims.items(), key=lambda item: -_length(item[1]))
        if any(span.overlaps(part) for span in spans)
    }
    edges = {part.start, part.end}
    edges |= {min(max(e, part.start), part.end) for spans in near.values() for span in spans for e in span}
    stretches = tuple(
        _stretch(article.text, Span(start, end), near) for start, end in pairwise(sorted(edges))
    )
    headline = article.headline is not None and article.headline.contains(part)
    return Passage(part.start, stretches, headline)


def _stretch(text: str, part: Span, claims: Mapping[str, Spans]) -> Stretch:
    over = tuple(key for key, spans in claims.items() if any(span.contains(part) for span in spans))
    begins = tuple(key for key in over if min(claims[key]).start == part.start)
    return Stretch(part.of(text), over, begins)


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)
