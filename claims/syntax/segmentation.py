"""Sentences and words with their offsets.

Words follow the Penn Treebank's conventions (``does n't``, ``Moscow 's``, hyphens parted),
because the tags and dependencies that come later do.
"""

from __future__ import annotations

import re

import sentencex

from claims.core.spans import Span, trimmed

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Brig|Sgt|Capt|Cpl|Adm|Cmdr|Rep|Sen|Gov|Rev|Hon|St|Jr|Sr|"
    "No|Nos|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Ltd|Co|Corp"
)
_WORD = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"]+[^\s<>".,;:)]
  | (?:[A-Za-z]\.){{2,}}
  | \b(?:{_ABBREVIATIONS})\.
  | \b[A-Z]\.(?=\s+[A-Z])
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th)?
  | [Cc]an(?=not\b)
  | [^\W\d_]+?(?=n['’]t\b)
  | n['’]t\b
  | ['’](?:s|S|re|ve|ll|d|m)\b
  | [^\W\d_][^\W_]*
  | \.{{2,}} | --+
  | [^\s]
    """,
    re.VERBOSE,
)
_QUOTES = str.maketrans(dict.fromkeys('"“”„«»', " "))
_OPENERS, _CLOSERS = "“„«", "”»"
_COLON = re.compile(r":\s+(?=[A-Z“\"'‘])")
_CLOCK = re.compile(r"\b[ap]\.m\.\s*$")
_CLOCK_LENGTH = 40
"""Characters looked at before a cut, so that a long paragraph is not read anew at each of them."""
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on\b|in\b|local\b|GMT")


def words(text: str, start: int = 0) -> list[Span]:
    """Split ``text`` into words and marks.

    Parameters
    ----------
    text
        Any text.
    start
        Added to every offset.

    Examples
    --------
    >>> text = "It doesn't say who's hurt in the U.S."
    >>> [s.of(text) for s in words(text)]
    ['It', 'does', "n't", 'say', 'who', "'s", 'hurt', 'in', 'the', 'U.S.']
    """
    return [Span(start + m.start(), start + m.end()) for m in _WORD.finditer(text)]


def sentences(text: str, start: int = 0) -> list[Span]:
    """Split ``text`` into sentences, those inside of quotations too.

    The splitter (sentencex) keeps a quotation whole; a claim is found in one sentence of it, so
    boundaries found with the quotation marks blanked out are added where they lie inside one. What
    follows a colon and begins with a capital is a sentence of its own ("Police: Two men fled").

    Examples
    --------
    >>> text = "“Three were hurt. They are in hospital,” said Gen. Kaya. He left."
    >>> [s.of(text) for s in sentences(text)]
    ['“Three were hurt.', 'They are in hospital,” said Gen. Kaya.', 'He left.']
    """
    found: list[Span] = []
    position = 0
    for paragraph in re.split(r"(\n\s*\n|\n)", text):
        if paragraph.strip():
            found.extend(_of_paragraph(paragraph, start + position))
        position += len(paragraph)
    return found


def _of_paragraph(text: str, start: int) -> list[Span]:
    colons = (m.end() for m in _COLON.finditer(text))
    cuts = sorted({len(text), *_boundaries(text), *_inside_quotes(text), *colons})
    spans, left = [], 0
    for right in cuts:
        span = trimmed(Span(left, right), text)
        if any(map(str.isalnum, span.of(text))) or right == len(text):
            if span.start < span.end:
                spans.append(Span(span.start + start, span.end + start))
            left = right
    return spans


def _boundaries(text: str) -> list[int]:
    cuts, position = [], 0
    for part in sentencex.segment("en", text):
        position += len(part)
        clock = _CLOCK.search(text, max(0, position - _CLOCK_LENGTH), position)
        if not (clock and _DAY.match(text, position)):
            cuts.append(position)
    return cuts


def _inside_quotes(text: str) -> list[int]:
    blank = text.translate(_QUOTES)
    depth, quoted = 0, []
    for char in text:
        if char in _OPENERS:
            depth += 1
        elif char in _CLOSERS:
            depth = max(0, depth - 1)
        elif char == '"':
            depth = 0 if depth else 1
        quoted.append(depth > 0)
    return [
        cut
        for cut in _boundaries(blank)
        if 0 < cut < len(text) and quoted[cut - 1] and quoted[cut] and text[cut] not in _CLOSERS + '"'
    ]
