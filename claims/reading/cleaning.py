"""Takes repetitions and page furniture out of a text and keeps the way back.

Whole paragraphs are kept or dropped; no rule cuts into one (but for the date of publication in the first).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from claims.core.article import Piece
from claims.core.spans import Span, subtract
from claims.reading.furniture import furniture
from claims.reading.headline import headline_under
from claims.reading.imprint import imprint
from claims.reading.paragraphs import Paragraph, Visible, paragraphs
from claims.reading.timestamps import Timestamp, timestamp
from claims.reading.words import Key, key

# A shorter paragraph ("Yes.", "Homs", "9:05 p.m.") may well stand twice with good reason.
_FEWEST_REPEATED = 4
# A paragraph of this length is news: bare dates after it are the headings of a timeline.
_BODY = 100


@dataclass(frozen=True)
class Dropped:
    """A stretch of raw text that was left out, and why."""

    raw: Span
    why: str


@dataclass(frozen=True)
class Cleaned:
    """A cleaned text; ``pieces`` as in :class:`claims.core.article.Article`."""

    text: str
    pieces: tuple[Piece, ...]
    headline: Span | None
    published: date | None
    dropped: tuple[Dropped, ...]


def clean(raw: str, title: str | None = None, visible: Visible | None = None) -> Cleaned:
    r"""Clean one text.

    Parameters
    ----------
    raw
        The text as it was given.
    title
        Its title where that is known from elsewhere; a paragraph that equals it is never dropped
        as furniture.
    visible
        What of a line is text, for raw text with markup in it.

    Examples
    --------
    >>> raw = "2 min read\nBomb in Ariha\nBomb in Ariha\nA bomb hit a patrol on Tuesday.\n|"
    >>> cleaned = clean(raw)
    >>> cleaned.text
    'Bomb in Ariha\n\nA bomb hit a patrol on Tuesday.'
    >>> [why.why for why in cleaned.dropped]
    ['reading time', 'repetition', 'punctuation']
    """
    title_key = key(title or "")
    sieve = _Sieve(title_key)
    kept = list(sieve.kept(paragraphs(raw, visible)))
    day, dropped = None, sieve.dropped
    if kept and (found := imprint(kept[0].parts[0].of(raw), title)) is not None:
        start = kept[0].parts[0].start
        cut = Span(start + found.span.start, start + found.span.end)
        kept = [*_parted(kept[0], cut, found.splits), *kept[1:]]
        day, dropped = found.day, [*dropped, Dropped(cut, "date of publication")]
    text, pieces, places = _assembled(kept)
    headline = headline_under(text, places, title, sieve.twice)
    return Cleaned(text, pieces, headline, sieve.published or day, tuple(dropped))


def _parted(paragraph: Paragraph, cut: Span, splits: bool) -> list[Paragraph]:
    """``paragraph`` without ``cut``, as two where a headline stands before it."""
    first, *rest = paragraph.parts
    parts = subtract(first, [cut])
    if splits and len(parts) == 2:
        return [Paragraph(paragraph.raw, (parts[0],)), Paragraph(paragraph.raw, (parts[1], *rest))]
    kept = (*parts, *rest)
    return [Paragraph(paragraph.raw, kept)] if kept else []


class _Sieve:
    """Goes through the paragraphs of one text and remembers what it has seen of that one."""

    def __init__(self, title_key: Key) -> None:
        self.title_key = title_key
        self.seen: set[Key] = set()
        self.last: Key = ()
        self.in_body = False
        self.stamps: list[Timestamp] = []
        self.twice: set[Key] = set()
        self.dropped: list[Dropped] = []

    @property
    def published(self) -> date | None:
        """The first day that a timestamp line gave."""
        return next((stamp.day for stamp in self.stamps if stamp.day), None)

    def kept(self, given: Iterable[Paragraph]) -> Iterator[Paragraph]:
        for paragraph in given:
            words = key(paragraph.text)
            why = self._reason_to_drop(paragraph.text, words)
            if why:
                self.dropped.append(Dropped(Span(paragraph.parts[0].start, paragraph.parts[-1].end), why))
                continue
            self.seen.add(words)
            self.last = words
            self.in_body = self.in_body or len(paragraph.text) >= _BODY
            yield paragraph

    def _reason_to_drop(self, text: str, words: Key) -> str | None:
        if words in self.seen and (words == self.last or _says_enough(words)):
            self.twice.add(words)
            return "repetition"
        if words and words == self.title_key:
            return None
        stamp = timestamp(text)
        if stamp and (stamp.labelled or not self.in_body):
            self.stamps.append(stamp)
            return "timestamp"
        return furniture(text)


def _says_enough(words: Key) -> bool:
    return sum(len(word) > 1 for word in words) >= _FEWEST_REPEATED


def _assembled(kept: list[Paragraph]) -> tuple[str, tuple[Piece, ...], list[Span]]:
    """The text of ``kept``, its pieces, and where each paragraph stands in it."""
    chunks: list[str] = []
    pieces: list[Piece] = []
    places: list[Span] = []
    position = 0
    for number, paragraph in enumerate(kept):
        if number:
            chunks.append("\n\n")
            position += 2
        start = position
        for glue, part in zip(("", *paragraph.glues), paragraph.parts, strict=True):
            position += len(glue)
            pieces.append(Piece(position, part))
            position += part.end - part.start
        chunks.append(paragraph.text)
        places.append(Span(start, position))
    return "".join(chunks), tuple(pieces), places
