"""What an article has told so far, for claims that go on from it.

"Rebels claimed 40" counts whom the words before counted, "four were killed" of the next sentence is
of the place just named, and "a drone was responsible" is so for the deed told of last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.core.claim import Proposition, Quantity
from claims.core.document import Document
from claims.core.spans import joined
from claims.core.tokens import Sentence, phrase
from claims.statements.clauses import Clause
from claims.statements.numbers import read_interval
from claims.statements.setting import Setting
from claims.statements.support import ANSWERABLE, DEEDS

_ANSWERS = re.compile(r"\b(?:responsible|guilty|to blame|involved|culpable|behind (?:it|this|that))\b")
# "Guilty of war crimes" says of what.
_NAMES_DEED = re.compile(r"\b(?:responsible|behind|guilty|blame|involved|culpable) (?:for|of|in|on|the)\b")

_TOLLS = frozenset({"toll", "number", "figure", "count", "death", "casualty"})
"""What counts a deed's victims and is none."""


class Memory:
    """The last figure and the last deed of one article."""

    def __init__(self, document: Document) -> None:
        self._sentences = document.sentences
        self._text = document.article.text
        self._counted: tuple[Sentence, Proposition, Quantity] | None = None
        self._deed: Proposition | None = None

    def keep(
        self, clause: Clause, proposition: Proposition, counted: Sequence[Quantity], group: str | None
    ) -> None:
        """Remember a claim; ``group`` is that of its frame."""
        if group in DEEDS and proposition.predicate not in _TOLLS:
            self._deed = proposition
        if counted:
            self._counted = (clause.sentence, proposition, counted[0])

    def counted_again(self, clause: Clause) -> tuple[Proposition, tuple[Quantity, ...]] | None:
        """For a bare number ("rebels claimed 40"): what was counted just before in the sentence."""
        words = [t for t in clause.words if t.text[0].isalnum()]
        if self._counted is None or self._counted[0] is not clause.sentence or not words:
            return None
        if any(t.is_noun or t.is_verb for t in words) or not any(t.tag == "CD" for t in words):
            return None
        _, proposition, counted = self._counted
        said = phrase(words)
        interval = read_interval(said)
        if interval is None:
            return None
        return proposition, (replace(counted, low=interval.low, high=interval.high, text=said),)

    def scene(self, clause: Clause) -> Setting | None:
        """Where the sentence before counted somebody, for a claim that gives another figure."""
        if self._counted is None:
            return None
        before, proposition, _ = self._counted
        follows = any(a is before and b is clause.sentence for a, b in pairwise(self._sentences))
        if not (follows or before is clause.sentence) or not proposition.places:
            return None
        return Setting("", "", proposition.places[0], proposition.when, self._sentences.index(before))

    def with_deed(self, clause: Clause, proposition: Proposition) -> Proposition:
        """Of "rebels were responsible" the deed that was told of last."""
        if proposition.predicate not in ANSWERABLE or proposition.frame:
            return proposition
        text = joined(clause.spans, self._text)
        if proposition.agent is None or not _ANSWERS.search(text) or _NAMES_DEED.search(text):
            return proposition
        return self.laid(proposition)

    def laid(self, proposition: Proposition) -> Proposition:
        """Of "blamed rebels" the deed that was told of last, laid on who is its agent."""
        deed = self._deed
        if deed is None or proposition.frame or proposition.agent is None:
            return proposition
        return replace(
            proposition,
            predicate=deed.predicate,
            frame=deed.frame,
            patient=deed.patient,
            happening=deed.happening,
            words=proposition.words | deed.words,
        )
