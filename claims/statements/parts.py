"""Parts of a whole: "including three children", "three of them children", "four of the dead"."""

from __future__ import annotations

from claims.core.tokens import Sentence, Token
from claims.statements.anchors import ANAPHORS
from claims.statements.counting import Counted, Counting
from claims.statements.nounphrases import is_definite

_OPENINGS = (
    ("including",),
    ("includes",),
    ("included",),
    ("among", "them"),
    ("among", "them", ","),
    ("among", "whom"),
    ("of", "them"),
    ("of", "whom"),
)


_WHOLES = frozenset({"dead", "killed", "wounded", "injured", "victims", "casualties", "fatalities"})


class Parts:
    """Tells in one sentence which counts are parts of others."""

    def __init__(self, sentence: Sentence, counting: Counting) -> None:
        self._sentence = sentence
        self._counting = counting

    def opens_subset(self, first: int, counted: Token, noun: Token | None, last: int) -> bool:
        """Whether the phrase from ``first`` to ``last`` is a part of what was counted before it."""
        tokens = self._sentence.tokens
        before = [t.text.lower() for t in tokens[max(0, first - 4) : first] if t.lemma != "be"]
        after = [t.text.lower() for t in tokens[last + 1 : last + 3]]
        if any(before[-len(opening) :] == list(opening) for opening in _OPENINGS):
            return True
        if after[:1] == ["of"] and after[-1] in ANAPHORS:
            return True
        if noun is not None and noun.dep == "appos":
            return False
        top = self._counting.first_conjunct(noun or counted)
        if top.index != (noun or counted).index or (noun and noun.dep == "conj"):
            above = self._sentence.head(top) if not top.is_root else top
            return above.lemma in {"include", "including"}
        return False

    def is_of_whole(self, last: int) -> bool:
        """Whether "of those killed" or "of the dead" follows: some of whom a toll counts."""
        after = [t.text.lower() for t in self._sentence.tokens[last + 1 : last + 4]]
        if after[:1] != ["of"]:
            return False
        return bool(set(after[1:2]) & ANAPHORS) or (after[1:2] == ["the"] and after[-1] in _WHOLES)

    def after_including(self, first: int) -> bool:
        """Whether "including" stands before the word at ``first``."""
        return first > 0 and self._sentence.tokens[first - 1].lemma in {"include", "including"}

    def is_part(self, noun: Token, how: Counted) -> bool:
        """Whether the measure word names a whole not counted here ("four of the dead")."""
        return how.word.index == noun.index and is_definite(self._sentence, noun) and noun.dep == "pobj"

    def what_they_are(self, counted: Token) -> Token | None:
        """The noun that they are: "children" in "four of the dead were children"."""
        verb = self._counting.clause(counted)
        if verb is None or verb.lemma != "be":
            return None
        attribute = self._sentence.child(verb, "attr")
        return attribute if attribute is not None and attribute.is_noun else None
