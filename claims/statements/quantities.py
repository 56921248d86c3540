"""Quantities: how many of what a stretch of a sentence says were killed, hurt, seen, paid."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from claims.core.claim import Quantity
from claims.core.spans import Span
from claims.core.tokens import Sentence, Token
from claims.statements.anchors import Anchors
from claims.statements.counting import Counted, Counting, is_change
from claims.statements.describing import Describing
from claims.statements.intervals import REACHING, Interval
from claims.statements.located import LocatedQuantity, PartyOf, Possessor
from claims.statements.measures import Measures
from claims.statements.nounphrases import extent, is_definite, narrowed, phrase, surface
from claims.statements.numbers import Number, numbers
from claims.statements.parts import Parts
from claims.statements.plurals import Plurals
from claims.statements.units import Unit, period, unit

__all__ = ["LocatedQuantity", "quantities"]

_THING_VAGUE = frozenset(
    {"dozens", "scores", "tens", "hundreds", "thousands", "several", "dozen", "millions"}
)

_ADDING = frozenset({"another", "further", "additional"})


def quantities(
    sentence: Sentence,
    span: Span,
    party_of: PartyOf,
    possessor: Possessor,
    measures: Measures | None = None,
) -> tuple[LocatedQuantity, ...]:
    """Every quantity that ``span`` of ``sentence`` gives, in the order of the words.

    Parameters
    ----------
    sentence, span
        The parsed sentence, and the characters of it to read.
    party_of, possessor
        Say which side those counted belong to.
    measures
        The lexicon; give one where many sentences are read, it is loaded for the call otherwise.

    Raises
    ------
    DataError
        If the project's own lexicon is damaged.
    """
    reader = _Reader(sentence, span, party_of, possessor, measures or Measures())
    return reader.read()


class _Reader:
    def __init__(
        self, sentence: Sentence, span: Span, party_of: PartyOf, possessor: Possessor, measures: Measures
    ) -> None:
        self._sentence = sentence
        self._span = span
        self._measures = measures
        self._counting = Counting(sentence, measures)
        self._anchors = Anchors(sentence)
        self._parts = Parts(sentence, self._counting)
        self._describing = Describing(sentence, measures, self._counting, party_of, possessor)
        self._plurals = Plurals(sentence, measures, self._counting, self._parts, self._describing)

    def read(self) -> tuple[LocatedQuantity, ...]:
        found: list[LocatedQuantity] = []
        used: set[int] = set()
        for number in numbers(self._sentence):
            noun = self._anchors.noun(number)
            used.update(number.core)
            used.update([noun.index] if noun else [])
            words = self._sentence.tokens[number.first : number.last + 1]
            if self._span.contains(extent(words)):
                located = self._numbered(number, noun, found)
                found.extend([located] if located else [])
        for token in self._sentence.within(self._span):
            if token.index not in used:
                located = self._plurals.read(token, found)
                found.extend([located] if located else [])
        if self._is_of_a_part():
            found = [replace(q, quantity=replace(q.quantity, subset=True)) for q in found]
        return tuple(sorted(found, key=lambda q: q.span))

    def _is_of_a_part(self) -> bool:
        """Whether a sentence counts at one of several places or days ("in Gao *alone* 38 died")."""
        tokens = self._sentence.tokens
        return any(
            word.text.lower() == "alone" and named.is_noun and named.dep in ("pobj", "npadvmod")
            for named, word in pairwise(tokens)
        )

    # -- numbers -----------------------------------------------------------------------------

    def _numbered(
        self, number: Number, noun: Token | None, found: list[LocatedQuantity]
    ) -> LocatedQuantity | None:
        measured = unit(self._sentence, number, self._measures)
        if measured:
            return self._share(number, measured)
        if number.share:
            return None
        counted = self._anchors.counted(number)
        if (
            noun is not None
            and noun.entity[2:] in {"DATE", "TIME"}
            and noun.lemma in self._measures.uncounted
        ):
            return None
        how = self._counting.of(counted, noun)
        whole = self._superset(number, noun, counted, found)
        if whole:
            apart = how and how.word.is_verb and how.measure and how.measure != whole.quantity.measure
            if how and apart and not self._parts.after_including(number.first):
                return self._located(number, noun, how)
            return self._located(number, noun, Counted(whole.quantity.measure, noun or counted), subset=True)
        if how is None:
            how = self._thing(number, noun, counted)
        elif noun is not None and self._parts.is_part(noun, how):
            noun = self._parts.what_they_are(counted)
            if noun is None:
                return None
        if how is None or self._is_step(counted):
            return None
        noun = noun or self._counting.numbered(how.word)
        return self._located(number, noun, how)

    def _superset(
        self, number: Number, noun: Token | None, counted: Token, found: list[LocatedQuantity]
    ) -> LocatedQuantity | None:
        """The quantity that this one is a part of ("including three children")."""
        if not found:
            return None
        first = min(
            [number.first, *(t.index for t in phrase(self._sentence, noun))] if noun else [number.first]
        )
        shared = next((q for q in found if noun and q.noun == noun.head and q.quantity.subset), None)
        if shared and noun and noun.dep == "conj":
            return shared
        return found[-1] if self._parts.opens_subset(first, counted, noun, number.last) else None

    def _thing(self, number: Number, noun: Token | None, counted: Token) -> Counted | None:
        """A count of things by no word of the lexicon ("fired 40 rockets")."""
        if noun is None or noun.tag not in {"NNS", "NNPS"} or noun.lemma in self._measures.uncounted:
            return None
        if noun.lemma in self._measures.generic or noun.entity[2:] in {"DATE", "TIME", "ORDINAL", "ORG"}:
            return None
        if is_definite(self._sentence, noun) or number.interval == Interval(0, 0):
            return None
        first = self._sentence.tokens[number.core[0]].text.lower()
        words = {self._sentence.tokens[i].text.lower() for i in number.core}
        if number.vague and not words & _THING_VAGUE:
            return None
        if first in {"one", "both"}:
            return None
        clause = self._counting.clause(counted)
        return Counted(None, clause if clause and clause.is_verb else noun)

    def _is_step(self, counted: Token) -> bool:
        """Whether it is how far something went or whence ("rose by 12"), not where it stands."""
        if counted.dep != "pobj" or counted.is_root:
            return False
        preposition = self._sentence.head(counted)
        verb = self._sentence.head(preposition)
        if preposition.lemma == "by":
            return is_change(verb)
        if preposition.lemma == "from":
            nearby = self._sentence.children(preposition, "prep")
            return not nearby and (is_change(verb) or verb.lemma in {"up", "down", "to"})
        return False

    def _share(self, number: Number, measured: Unit) -> LocatedQuantity:
        words = self._sentence.tokens[measured.first : measured.last + 1]
        of = measured.of
        interval = number.continuous
        governor = self._governor(words[-1])
        if number.upper and is_change(governor):
            interval = number.upper
        name = measured.name
        if name == "percent" and is_change(governor) and not number.upper and not self._is_level(words[0]):
            name = "percent change"
        quantity = Quantity(
            measure=measured.measure,
            of=narrowed(self._sentence, of, self._measures) if of else None,
            low=interval.low,
            high=interval.high,
            text=surface(words),
            party=self._describing.party(of) if of else None,
            exact=number.exact,
            vague=number.vague,
            unit=name,
            period=period(self._sentence, measured.last),
        )
        predicate = governor if governor.is_verb else (of or words[-1])
        return LocatedQuantity(quantity, extent(words), words[-1].index, predicate.index)

    def _is_level(self, first: Token) -> bool:
        """Whether the number is where something arrived ("rose to 4 percent"), not how far it went."""
        before = self._sentence.tokens[first.index - 1].lemma if first.index else ""
        return before in {"to", "at", "from", "of"}

    def _adds(self, number: Number) -> bool:
        """Whether a figure comes on top of another ("a further nine", "another ten", "two more")."""
        tokens = self._sentence.tokens
        before = tokens[number.first - 1].text.lower() if number.first else ""
        after = [t.text.lower() for t in tokens[number.last + 1 : number.last + 3]]
        return before in _ADDING or (after[:1] == ["more"] and after[1:] != ["than"])

    def _governor(self, token: Token) -> Token:
        return next((t for t in self._sentence.ancestors(token) if t.is_verb), token)

    def _located(
        self, number: Number, noun: Token | None, how: Counted, subset: bool = False
    ) -> LocatedQuantity:
        words = self._sentence.tokens[number.first : number.last + 1]
        interval, exact = number.interval, number.exact
        verb = self._governor(words[-1])
        if number.upper and is_change(verb):
            interval = number.upper
        reaching = REACHING.get(verb.lemma)
        if reaching and words[-1].dep in {"dobj", "nummod"} and how.word.index < verb.index:
            interval, exact = reaching.bound(interval, True), exact and reaching.exact
        after = number.last if noun is not None and noun.index > number.last else -1
        of = self._describing.of(noun, how, after)
        quantity = Quantity(
            measure=how.measure or of.rsplit(" ", maxsplit=1)[-1],
            of=of,
            low=interval.low,
            high=interval.high,
            text=surface(words),
            party=self._describing.party(noun, after) if noun else None,
            exact=exact,
            vague=number.vague,
            subset=subset or how.part or self._parts.is_of_whole(number.last) or self._adds(number),
            period=period(self._sentence, noun.index if noun and after >= 0 else number.last),
        )
        place = noun.index if noun else words[-1].index
        return LocatedQuantity(quantity, extent(words), place, how.word.index)
