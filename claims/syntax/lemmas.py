"""Lemmas as suffix edits, so that a classifier can give them.

``said`` becomes ``say`` by dropping two letters and adding ``y``: the edit ``2y``. A few hundred
edits cover English, irregular forms included (Chrupała 2006, "Simple data-driven
context-sensitive lemmatization").
"""

from __future__ import annotations

import re

_EDIT = re.compile(r"(\d+)(.*)", re.DOTALL)


def edit_between(form: str, lemma: str) -> str:
    """The edit that turns ``form`` (lower-cased) into ``lemma``.

    Examples
    --------
    >>> edit_between("Said", "say")
    '2y'
    """
    form = form.lower()
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return f"{len(form) - shared}{lemma[shared:]}"


def apply_edit(form: str, edit: str) -> str:
    """Apply an edit of :func:`edit_between`; a form too short for it stays as it is.

    Examples
    --------
    >>> apply_edit("Said", "2y")
    'say'
    """
    form = form.lower()
    match = _EDIT.fullmatch(edit)
    if match is None:
        return form
    drop = int(match[1])
    return form[: len(form) - drop] + match[2] if drop <= len(form) else form
