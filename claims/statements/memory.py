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

_NO_SHARE = re.compile(
    r"\b(?:no (?:part|hand|role|share|involvement) in|nothing to do with) (?:it|this|that|them|these|those)$"
)

_NONE_THERE = re.compile(r"there (?:was|were|is|are|(?:had|has|have) been) none\b(?! of)", re.IGNORECASE)
_TOLLS = frozenset({"toll", "number", "figure", "count", "death", "casualty"})
"""What counts a deed's victims and is none."""


_FIGURES = frozenset({"figure", "number", "total", "count", "tally", "toll"})
"""What stands for those counted before ("put *the figure* at 1,300")."""


class Memory:
    """The last figure and the last deed of one article."""

    def __init__(self, document: Document) -> None:
        self._sentences = document.sentences
        self._text = document.article.text
        self._counted: tuple[Sentence, Proposition, Quantity] | None = None
        self._measures: set[str] = set()
        self._deed: Proposition | None = None

    def keep(
        self, clause: Clause, proposition: Proposition, counted: Sequence[Quantity], group: str | None
    ) -> None:
        """Remember a claim; ``group`` is that of its frame."""
        if group in DEEDS and proposition.predicate not in _TOLLS:
            self._deed = proposition
        if counted:
            known = self._measures if self._counted and self._counted[0] is clause.sentence else set()
            self._measures = known | {q.measure for q in counted if not q.subset}
            self._counted = (clause.sentence, proposition, counted[0])

    def counted_again(self, clause: Clause) -> tuple[Proposition, tuple[Quantity, ...]] | None:
        """For a bare number ("rebels claimed 40"): what was counted just before in the sentence.

        "Put the figure at 1,300" may also be of the sentence before, if that counts one thing only.
        """
        words = [t for t in clause.words if t.text[0].isalnum()]
        if self._counted is not None and _NONE_THERE.match(phrase(words)):
            return self._none_of_them(clause.sentence)
        if self._counted is None or not any(t.tag == "CD" for t in words):
            return None
        before, proposition, counted = self._counted
        naming = [t for t in words if t.is_noun or t.is_verb]
        of_figure = bool(naming) and all(t.lemma in _FIGURES for t in naming)
        alone = of_figure and len(self._measures) == 1
        near = before is clause.sentence or (alone and self._follows(before, clause.sentence))
        if not near or (naming and not of_figure):
            return None
        said = phrase(words[words.index(naming[-1]) + 1 :] if naming else words)
        said = re.sub(r"^(?:at|to) (?!least|most)", "", said)
        interval = read_interval(said)
        if interval is None:
            return None
        return proposition, (replace(counted, low=interval.low, high=interval.high, text=said),)

    def _none_of_them(self, sentence: Sentence) -> tuple[Proposition, tuple[Quantity, ...]] | None:
        """None ("there had been none"), where the sentence or the one before counts one thing only."""
        if self._counted is None:
            return None
        before, proposition, counted = self._counted
        near = before is sentence or self._follows(before, sentence)
        if not near or len(self._measures) != 1:
            return None
        return proposition, (replace(counted, low=0, high=0, text="none", exact=True, vague=False),)

    def scene(self, clause: Clause) -> Setting | None:
        """Where the sentence before counted somebody, for a claim that gives another figure."""
        if self._counted is None:
            return None
        before, proposition, _ = self._counted
        near = before is clause.sentence or self._follows(before, clause.sentence)
        if not near or not proposition.places:
            return None
        return Setting("", "", proposition.places[0], proposition.when, self._sentences.index(before))

    def _follows(self, first: Sentence, second: Sentence) -> bool:
        return any(a is first and b is second for a, b in pairwise(self._sentences))

    def with_deed(self, clause: Clause, proposition: Proposition) -> Proposition:
        """Of "rebels were responsible" or "had no hand in it" the deed that was told of last."""
        if proposition.agent is not None and _NO_SHARE.search(joined(clause.spans, self._text)):
            return replace(self.laid(proposition), negated=True)
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
