"""Who or what is counted, in words, and the side it belongs to."""

from __future__ import annotations

from claims.core.tokens import Sentence, Token
from claims.statements.counting import Counted, Counting
from claims.statements.located import PartyOf, Possessor
from claims.statements.measures import Measures
from claims.statements.nounphrases import narrowed, origin, phrase, surface


class Describing:
    """Describes those counted in one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        measures: Measures,
        counting: Counting,
        party_of: PartyOf,
        possessor: Possessor,
    ) -> None:
        self._sentence = sentence
        self._measures = measures
        self._counting = counting
        self._party_of = party_of
        self._possessor = possessor

    def of(self, noun: Token | None, how: Counted, after: int = -1) -> str:
        """Those counted: ``noun``, or whom the measure word names ("12 civilian deaths")."""
        if noun is None or noun.text.lower() in self._measures.adjectives:
            return self._of_measure(how.word)
        if noun.lemma in self._measures.nouns or self._is_life(noun) or noun.lemma == "victim":
            return self._of_measure(noun)
        return narrowed(self._sentence, noun, self._measures, after)

    def _is_life(self, noun: Token) -> bool:
        verb = self._counting.clause(noun)
        return verb is not None and self._measures.taken(verb.lemma, noun.lemma) is not None

    def _of_measure(self, noun: Token) -> str:
        if not noun.is_noun or noun.lemma in self._measures.tolls or noun.lemma in {"number", "total"}:
            return "person"
        narrowing = narrowed(self._sentence, noun, self._measures).split()[:-1]
        nationalities = [w for w in narrowing if self._party_of(w)]
        kinds = [w for w in narrowing if w not in nationalities and w != "bodily"]
        following = [t for t in self._sentence.tokens[noun.index + 1 : noun.index + 2] if t.tag == "IN"]
        for preposition in (*self._sentence.children(noun, "prep"), *following):
            below = self._sentence.child(preposition, "pobj")
            if (
                below is None
                or not below.is_noun
                or preposition.lemma not in {"of", "among", "amongst", "to"}
            ):
                continue
            # "the deaths of nine soldiers", but not "the casualties of the war"
            if below.tag in {"NNS", "NNPS"} or preposition.lemma != "of":
                return narrowed(self._sentence, below, self._measures)
        named = [c for c in self._sentence.children(noun, "amod") if c.entity.endswith("NORP")]
        adjectives = {c.text.lower() for c in self._sentence.children(noun, "amod")}
        people = [w for w in kinds if w not in adjectives or w in {"civilian", "military"}]
        if people:
            return " ".join([*nationalities, *people])
        origins = nationalities or [c.text.lower() for c in named]
        return " ".join([*origins, "person"])

    def party(self, noun: Token, after: int = -1) -> str | None:
        """The side of ``noun``: its owner's ("its soldiers"), else what its words or origin say."""
        for owner in self._sentence.children(noun, "poss"):
            if owner.tag == "PRP$":
                return self._possessor(self._sentence, owner)
        return self._party_of(surface(phrase(self._sentence, noun, after))) or (
            self._party_of(surface(far)) if (far := origin(self._sentence, noun)) else None
        )
