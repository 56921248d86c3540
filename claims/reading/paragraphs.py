"""Raw text to paragraphs, each with the stretches of raw text that it is made of.

A line is a paragraph, as in scraped articles, unless lines were wrapped at a fixed width, as in
mail and old archives: there a break after which the next word would not have fitted is no break.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from claims.core.spans import Span, Spans, trimmed
from claims.reading.controls import without_unseen

Visible = Callable[[str, Span], Spans]

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\Z")
_EDGE = "".join(map(chr, (9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C))))
_EDGE += "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
_ENDS_SENTENCE = re.compile(r"[.!?…:]['\"”’)\]»]*$")
_BULLET = re.compile(r"(?:[-*+•·▪●►>#]|\(?\d{1,2}[.)]|[-–—]{2,})\s")
_NAME_PARTICLE = re.compile(r"(?:al|el|an|ar|as|at|ash|bin|ibn|de|van|von)[-\s]")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_WIDEST, _NARROWEST = 120, 40


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of ``raw``: its parts in order, joined in ``text``."""

    raw: str
    parts: Spans

    @cached_property
    def text(self) -> str:
        """Its words; a wrapped line break is one space."""
        return "".join(
            glue + part.of(self.raw) for glue, part in zip(("", *self.glues), self.parts, strict=True)
        )

    @property
    def glues(self) -> tuple[str, ...]:
        """What stands between each two of ``parts``."""
        return tuple(_glue(self.raw, a, b) for a, b in pairwise(self.parts))


@dataclass(frozen=True)
class _Line:
    raw: str
    span: Span
    parts: Spans
    indent: int

    @property
    def width(self) -> int:
        return self.indent + self.span.end - self.span.start

    @property
    def ends_sentence(self) -> bool:
        return bool(_ENDS_SENTENCE.search(self.raw[max(self.span.start, self.span.end - 8) : self.span.end]))

    @property
    def starts_item(self) -> bool:
        return bool(_BULLET.match(self.raw, self.span.start))

    @property
    def is_heading(self) -> bool:
        return self.raw.startswith("#", self.span.start)


def paragraphs(raw: str, visible: Visible | None = None) -> Iterator[Paragraph]:
    r"""Split ``raw`` into paragraphs.

    Parameters
    ----------
    raw
        Any text, with any line ends.
    visible
        Given ``raw`` and a line, the stretches of it that are text and not markup.

    Examples
    --------
    >>> [p.text for p in paragraphs("Bomb in Ariha\r\nOne hurt.\r\n\r\nTwo fled.")]
    ['Bomb in Ariha', 'One hurt.', 'Two fled.']
    """
    blocks = [
        list(lines) for filled, lines in groupby(_lines(raw, visible), lambda x: bool(x.parts)) if filled
    ]
    page = max((w for b in blocks if (w := _wrapped_at(b))), default=0)
    for block in blocks:
        width = max(page, _wrapped_at(block))
        yield from (Paragraph(raw, parts) for parts in _joined(block, width))


def _lines(raw: str, visible: Visible | None) -> Iterator[_Line]:
    start = 0
    for match in _LINE_END.finditer(raw):
        span = trimmed(Span(start, match.start()), raw, _EDGE)
        shown = without_unseen(raw, visible(raw, span) if visible else (span,))
        parts = tuple(part for part in shown if part.start < part.end)
        yield _Line(raw, span, parts, span.start - start)
        start = match.end()


def _wrapped_at(block: list[_Line]) -> int:
    """The width at which the lines of ``block`` were wrapped; 0 if they were not."""
    width = max(line.width for line in block)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    breaks = [(a, b) for a, b in pairwise(block) if not _fits(a, b, width)]
    in_sentence = [_runs_on(a, b) for a, b in breaks if not a.ends_sentence]
    going_on = sum(in_sentence)
    return width if going_on and going_on * 2 >= len(in_sentence) and going_on * 5 >= len(breaks) else 0


def _joined(block: list[_Line], width: int) -> Iterator[Spans]:
    parts = list(block[0].parts)
    for before, line in pairwise(block):
        if not (width and _is_wrap(before, line, width)):
            yield tuple(parts)
            parts.clear()
        parts += line.parts
    yield tuple(parts)


def _is_wrap(before: _Line, line: _Line, width: int) -> bool:
    if line.starts_item or before.is_heading or line.indent > before.indent + 1:
        return False
    if _runs_on(before, line) and before.width * 2 >= width:
        return True
    # Text wrapped for an even right edge leaves some room at the end of a line.
    return not _fits(before, line, width if before.ends_sentence else width * 7 // 8)


def _fits(before: _Line, line: _Line, width: int) -> bool:
    """Whether the first word of ``line`` would have had room at the end of ``before``."""
    word = line.raw[line.span.start : min(line.span.end, line.span.start + width)].split(maxsplit=1)
    return before.width + 1 + len(word[0]) <= width


def _runs_on(before: _Line, line: _Line) -> bool:
    """Whether a sentence plainly goes on from one line to the next."""
    start = line.span.start
    small = line.raw[start].islower() and not _NAME_PARTICLE.match(line.raw, start)
    return small and not before.ends_sentence


def _glue(raw: str, left: Span, right: Span) -> str:
    """Nothing where two parts stood in one line or a word was broken at its hyphen, else a space."""
    between = raw[left.end : right.start]
    broken = len(between.splitlines()) > 1 or between.endswith(("\n", "\r"))
    hyphen = _HYPHENATED.search(raw[max(0, left.end - 2) : left.end])
    return " " if broken and not (hyphen and raw[right.start].isalpha()) else ""
