"""What somebody denies or admits doing, told without a subject: "denied *having been* there"."""

from __future__ import annotations

from collections.abc import Mapping

from claims.core.attribution import Manner
from claims.core.source import Source
from claims.core.tokens import SUBJECTS
from claims.core.wordlists import listed
from claims.statements.clauses import Clause
from claims.statements.pronouns import QUOTING, is_named
from claims.syntax.lemmas import past_of

_OWNING_UP = frozenset(listed("deny admit acknowledge confess recall remember regret concede report mention"))
"""Verbs whose gerund is of who says it ("*recommend* leaving" is of others)."""

_PAST = {"having": "had", "being": "was"}


def told_of_oneself(
    clause: Clause, manner: Manner, cue: tuple[str, ...], speaker: Source
) -> Mapping[int, str]:
    """The gerund that a clause begins with, by its index, as the past that the speaker is the subject of.

    Parameters
    ----------
    cue
        Lemmas of the words of saying.

    Returns
    -------
    Mapping
        Empty where the clause has a subject or begins otherwise, or nobody is named.
    """
    first = clause.words[0]
    if clause.shared or manner in QUOTING or not is_named(speaker) or not _OWNING_UP & set(cue):
        return {}
    verb = first is clause.head or first.dep in ("aux", "auxpass")  # "reported *missing* persons" has none
    if first.tag != "VBG" or not verb or clause.sentence.child(clause.head, *SUBJECTS) is not None:
        return {}
    said = _PAST.get(first.text.lower()) or past_of(first.lemma)
    return {first.index: f"[{speaker.name}] {said}"}
