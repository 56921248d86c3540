"""Where a number hangs in the tree: the noun that it counts, and what stands for them in the clause."""

from __future__ import annotations

from claims.core.tokens import Sentence, Token
from claims.statements.numbers import Number

ANAPHORS = frozenset({"them", "whom", "these", "those", "us"})
_BEFORE_NOUN = frozenset({"nummod", "det", "amod", "quantmod", "compound", "predet", "nmod", "advmod", "neg"})
_COUNTABLE = frozenset({"JJ", "JJR", "VBG", "VBN", "PRP", "CD"})


class Anchors:
    """Finds what the numbers of one sentence count."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence

    def noun(self, number: Number) -> Token | None:
        """The noun that ``number`` counts, None for a bare number."""
        top = self.counted(number)
        tokens = self._sentence.tokens
        if top.index not in number.core:
            return top if top.is_noun or top.tag in {"PRP", "DT", "JJ", "JJR", "VBG"} else None
        for preposition in self._sentence.children(top, "prep"):
            if preposition.lemma == "of" and preposition.index == number.last + 1:
                below = self._sentence.child(preposition, "pobj", "pcomp")
                return self._after_anaphor(below) if below else None
        after = number.last + 1
        if after < len(tokens) and tokens[after].text.lower() == "of" and after + 1 < len(tokens):
            rest = (t for t in tokens[after + 1 :] if t.dep in {"pobj", "dobj"} and t.is_noun)
            return next(rest, None)
        return None

    def counted(self, number: Number) -> Token:
        """The word that stands for what is counted in the clause: the noun, or the number itself."""
        core = [self._sentence.tokens[i] for i in number.core]
        inside = set(range(number.first, number.last + 1))
        outward = [t for t in core if t.head not in inside]
        top = outward[-1] if outward else core[-1]
        if not outward and (following := self._following_noun(number)):
            return following
        if top.is_root:
            return top
        above = self._sentence.head(top)
        # "hundred(s)", "dozen" and figures before their noun; a wrong label is no reason to miss it
        stands_before = top.dep in _BEFORE_NOUN and above.index > number.last
        return above if stands_before and (above.is_noun or above.tag in _COUNTABLE) else top

    def _after_anaphor(self, below: Token) -> Token:
        """The noun after a pronoun: "three of them children", "three of whom were children"."""
        if below.text.lower() not in ANAPHORS:
            return below
        for token in self._sentence.tokens[below.index + 1 : below.index + 5]:
            if token.is_noun and token.dep not in {"compound", "nsubj", "nsubjpass"}:
                return token
            if token.tag not in {"VBD", "VBP", "JJ", "RB", "VBN", "NN"}:
                break
        return below

    def _following_noun(self, number: Number) -> Token | None:
        """The plural right after a number that hangs on its own "around" or "over" in the tree."""
        for token in self._sentence.tokens[number.last + 1 : number.last + 4]:
            if token.tag in {"NNS", "NNPS"}:
                return token
            if token.tag not in {"JJ", "NN", "NNP", "VBN"}:
                break
        return None
