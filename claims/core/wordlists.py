"""Closed lists of words, written as running text."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """The words of ``words``, in order.

    Examples
    --------
    >>> listed("one two three")
    ('one', 'two', 'three')
    """
    return tuple(words.split())
