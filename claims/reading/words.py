"""The words of a paragraph without the accidents of its print."""

from __future__ import annotations

import re

Key = tuple[str, ...]

_APOSTROPHES = re.compile(r"['’ʼ]")
# Currencies and per cent make another statement, and so does a question mark.
_KEY = re.compile(r"[^\W_]+|[$€£¥%?]")


def key(text: str) -> Key:
    """The words of ``text``, by which two paragraphs are the same.

    Examples
    --------
    >>> key("Assad’s forces: 12%") == key("ASSADS FORCES – 12 %.")
    True
    """
    return tuple(_KEY.findall(_APOSTROPHES.sub("", text).casefold()))
