"""The articles, cut into stretches of text that are marked alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claims.core.article import Article
from claims.core.report import Report
from claims.core.spans import Span
from claims.reporting import words
from claims.reporting.page.badges import NAMELESS, NO_HUE, Badge
from claims.reporting.page.layers import Layer, Role, layers

_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Mark:
    """A stretch of text.

    Attributes
    ----------
    role
        "source", "cue", "content", "voice" (of the article itself) or "" for plain text.
    tag
        Codes of the sources whose claims begin here, the outermost first; may be empty.
    cards
        Numbers of the cards that tell about it.
    anchors
        Ids to which the quotations of the page lead.
    """

    text: str
    role: str = ""
    hue: int = NO_HUE
    uncertain: bool = False
    tag: str = ""
    cards: tuple[int, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """Marks that follow each other without a break."""

    marks: tuple[Mark, ...]
    headline: bool = False


@dataclass(frozen=True)
class MarkedArticle:
    """An article with its marks, and the sources that speak in it."""

    id: str
    title: str
    imprint: str
    titled: bool
    paragraphs: tuple[Paragraph, ...]
    badges: tuple[Badge, ...]


def marked_articles(report: Report, badges: Mapping[str, Badge]) -> Iterator[MarkedArticle]:
    """The articles of a report in its order."""
    lying = layers(report, badges)
    for article in report.articles:
        said = dict.fromkeys(claim.source for claim in report.claims if claim.article == article.id)
        yield MarkedArticle(
            id=article.id,
            title=words.title(article),
            imprint=words.imprint(article),
            titled=article.headline is not None,
            paragraphs=tuple(_paragraphs(article, lying[article.id])),
            badges=tuple(badge for source in said if (badge := badges[source]).hue != NO_HUE),
        )


def marks(text: str, stretch: Span, lying: Iterable[Layer]) -> tuple[Mark, ...]:
    """``stretch`` of ``text`` as marks, in order, none of them empty."""
    near = [layer for layer in lying if any(span.overlaps(stretch) for span in layer.spans)]
    edges = {stretch.start, stretch.end}
    edges |= {min(max(e, stretch.start), stretch.end) for layer in near for span in layer.spans for e in span}
    found: list[Mark] = []
    for start, end in pairwise(sorted(edges)):
        mark = _mark(text, Span(start, end), near)
        if found and _goes_on(found[-1], mark):
            found[-1] = replace(found[-1], text=found[-1].text + mark.text)
        else:
            found.append(mark)
    return tuple(found)


def _paragraphs(article: Article, lying: Sequence[Layer]) -> Iterator[Paragraph]:
    for stretch in _stretches(article):
        if stretch.of(article.text).strip():
            headline = article.headline is not None and article.headline.contains(stretch)
            yield Paragraph(marks(article.text, stretch, lying), headline)


def _stretches(article: Article) -> Iterator[Span]:
    """What lies between blank lines; a headline is one even where none parts it from the text."""
    edges = {0, len(article.text), *(article.headline or ())}
    edges |= {edge for match in _PARAGRAPH.finditer(article.text) for edge in match.span()}
    yield from (Span(start, end) for start, end in pairwise(sorted(edges)))


def _mark(text: str, span: Span, lying: Iterable[Layer]) -> Mark:
    over = [layer for layer in lying if any(part.contains(span) for part in layer.spans)]
    if not over or not span.of(text).strip():
        return Mark(span.of(text))
    over.sort(key=lambda layer: (layer.depth, layer.role))
    seen = over[-1]
    carded = [layer for layer in over if layer.card is not None]
    beginning = [layer for layer in carded if layer.spans[0].start == span.start]
    tags = dict.fromkeys(layer.code for layer in carded if layer.role is not Role.VOICE)
    return Mark(
        text=span.of(text),
        role=seen.role.name.lower(),
        hue=seen.hue,
        uncertain=seen.uncertain,
        tag=_tag(tags, seen.uncertain) if beginning else "",
        cards=tuple(layer.card for layer in carded if layer.card is not None),
        anchors=tuple(f"c{layer.card}" for layer in beginning),
    )


def _tag(codes: Iterable[str], uncertain: bool) -> str:
    """Codes with blanks at which no line breaks; an uncertain attribution ends in a question mark."""
    tag = "\u00a0›\u00a0".join(codes)
    return f"{tag}\u00a0?" if uncertain and tag and not tag.endswith(NAMELESS) else tag


def _goes_on(before: Mark, mark: Mark) -> bool:
    alike = (before.role, before.hue, before.uncertain, before.cards)
    return not mark.anchors and alike == (mark.role, mark.hue, mark.uncertain, mark.cards)
