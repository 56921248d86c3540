"""Counts without a number: "Turkish casualties", "civilians were killed", "a child was hurt"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.core.claim import Quantity
from claims.core.tokens import Sentence, Token
from claims.statements.counting import Counted, Counting
from claims.statements.describing import Describing
from claims.statements.intervals import Interval
from claims.statements.located import LocatedQuantity
from claims.statements.measures import Measures
from claims.statements.nounphrases import DEFINITE, extent, phrase, surface
from claims.statements.parts import Parts

_NEGATIONS = frozenset({"not", "n't", "never", "without", "nor"})
_NOBODY = frozenset({"no", "none", "nobody", "neither"})
_INDEFINITE = frozenset({"a", "an", "another"})
_NEEDS_NUMBER = frozenset({"present", "evacuated", "rescued", "released"})
_MERELY_HIT = frozenset({"shoot", "strike", "hit", "seize", "burn"})
_SINGLE = frozenset({"death", "casualty", "fatality", "injury"})
_SPEECH = frozenset({"say", "report", "tell", "add", "announce", "state", "claim", "confirm", "warn"})
_TOTALS = frozenset({"number", "total", "figure", "toll", "count"})
_NAMES = frozenset({"DATE", "TIME", "ORG", "PERSON", "GPE", "WORK_OF_ART"})


class Plurals:
    """Reads counts without a number in one sentence."""

    def __init__(
        self, sentence: Sentence, measures: Measures, counting: Counting, parts: Parts, describing: Describing
    ) -> None:
        self._sentence = sentence
        self._measures = measures
        self._counting = counting
        self._parts = parts
        self._describing = describing

    def read(self, token: Token, found: Sequence[LocatedQuantity]) -> LocatedQuantity | None:
        """A bare plural ("Turkish casualties"), "a child", or either of them negated."""
        if not token.is_noun or token.entity[2:] in _NAMES:
            return None
        words = phrase(self._sentence, token)
        articles = {t.text.lower() for t in words if t.tag in {"DT", "PDT"}}
        plural = token.tag in {"NNS", "NNPS"} and not articles & DEFINITE
        one = token.tag == "NN" and self._is_one(token, articles)
        if not (plural or one) or self._sentence.child(token, "nummod"):
            return None
        if self._is_aside(token, found):
            return None
        subset = bool(found) and self._parts.opens_subset(words[0].index, token, token, token.index)
        how = self._counting.of(token, token)
        if subset:
            how = Counted(self._part_of(token, found), token)
        if how and any(q.noun == how.word.index for q in found):
            # "several casualties among soldiers": counted there already
            return None
        if how is None or not (subset or self._counts_alone(token, how, one)):
            return None
        return self._alone(token, words, how, one, subset)

    def _is_aside(self, token: Token, found: Sequence[LocatedQuantity]) -> bool:
        """Whether ``token`` only says who those counted are, or speaks itself ("medics said")."""
        clause = self._counting.clause(token)
        itself = token.dep == "dobj" and token.lemma in self._measures.nouns
        if clause is not None and itself and any(q.predicate == clause.index for q in found):
            # "12 received wounds": counted by the subject
            return True
        if token.dep == "appos" and any(q.noun == token.head for q in found):
            return True
        for word in self._sentence.tokens[token.index + 1 :]:
            if word.lemma in _SPEECH and word.tag in {"VBD", "VBZ", "VBP"}:
                return True
            if not (word.is_noun or word.tag in {"CC", "JJ", "DT", ","}):
                break
        return False

    def _part_of(self, token: Token, found: Sequence[LocatedQuantity]) -> str:
        before = [q for q in found if q.span.start < token.start]
        return (before or found)[-1].quantity.measure

    def _is_one(self, token: Token, articles: set[str]) -> bool:
        if token.lemma in self._measures.collective or token.lemma in self._measures.uncounted:
            return False
        if articles & _INDEFINITE:
            return True
        siblings = [*self._sentence.children(token, "conj")]
        siblings += [self._sentence.head(token)] if token.dep == "conj" else []
        return (
            bool(siblings) and any(s.is_noun for s in siblings) and bool(self._sentence.child(token, "poss"))
        )

    def _counts_alone(self, token: Token, how: Counted, one: bool) -> bool:
        """Whether a noun without a number is a count at all."""
        itself = how.word.index == token.index
        if how.measure in _NEEDS_NUMBER or (how.measure is None and how.word.lemma in _MERELY_HIT):
            return False
        if itself and (self._sentence.child(token, "poss") or token.lemma in self._measures.people):
            return False
        if one and itself:
            return token.lemma in _SINGLE
        # "treated for injuries" speaks of those treated
        aside = token.dep == "pobj" and self._sentence.head(token).lemma in {"for", "from", "with", "by"}
        if aside and itself:
            return False
        # "the number of people killed" is counted by the number that follows
        if token.dep == "pobj" and self._counting.stands_for(token).lemma in _TOTALS:
            return False
        # "no reports of casualties" says what is known, not how many there are
        return not any(
            c.text.lower() == "no"
            for a in self._sentence.ancestors(token)
            if a.is_noun
            for c in self._sentence.children(a, "det")
        )

    def _alone(
        self, token: Token, words: tuple[Token, ...], how: Counted, one: bool, subset: bool
    ) -> LocatedQuantity:
        negated = self._is_negated(token, how)
        interval = Interval(0, 0) if negated else Interval(1, 1 if one else None)
        of = self._describing.of(token, how)
        quantity = Quantity(
            measure=how.measure or of.rsplit(" ", maxsplit=1)[-1],
            of=of,
            low=interval.low,
            high=interval.high,
            text=surface(words),
            party=self._describing.party(token),
            exact=negated or one,
            vague=not negated and not one,
            subset=subset,
        )
        return LocatedQuantity(quantity, extent(words), token.index, how.word.index, from_negation=negated)

    def _is_negated(self, token: Token, how: Counted) -> bool:
        """Whether the clause of the measure denies it: "did not cause any injuries", "without"."""
        sentence = self._sentence
        above = sentence.head(token)
        if token.dep in {"pobj", "pcomp"} and above.text.lower() == "without":
            return True
        verbs = [how.word] if how.word.is_verb else []
        clause = self._counting.clause(token)
        if clause is not None:
            verbs += [clause]
            verbs += [sentence.head(clause)] if clause.tag == "IN" and not clause.is_root else []
        near = {*verbs, token}
        subjects = [c for v in verbs for c in sentence.children(v, "nsubj", "nsubjpass")]
        for word in (*subjects, *(d for c in subjects for d in sentence.children(c, "det"))):
            if word.text.lower() in _NOBODY:
                return True
        return any(c.text.lower() in _NEGATIONS for v in near for c in sentence.children(v, "neg", "advmod"))
