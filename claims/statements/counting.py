"""By which word something is counted: from a noun or number in the tree to its measure.

"Twelve people were killed", "killed twelve", "left twelve dead", "the deaths of twelve people" and
"the toll rose to twelve" reach ``killed`` by different ways; each way is one method here.
"""

from __future__ import annotations

from typing import NamedTuple

from claims.core.tokens import Sentence, Token
from claims.core.wordlists import listed
from claims.statements.custody import held
from claims.statements.measures import Measures

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_OF_OBJECT = ("oprd", "acomp", "attr", "xcomp", "ccomp")
_OF_SUBJECT = ("oprd", "acomp", "attr", "xcomp")
_HELD_TO_BE = frozenset({"fear", "believe", "presume", "report", "confirm", "think", "declare"})
_STAYS = frozenset({"be", "go", "remain", "stay", "lie", "turn", "become", "get"})
_TOLL_PREPOSITIONS = frozenset({"to", "at", "of", "as", "around", "above", "past", "beyond", "over"})
_NOMINAL = frozenset({"CD", "DT", "JJ", "JJR", "PRP", "PRP$", "PDT"})
_NUMBERS = frozenset({"number", "total", "figure"})
_BEFORE_COUNTED = frozenset({"CD", "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "NN"})
_AT_LEAST = frozenset({"at", "than", "to", "as"})
_AMONG = frozenset({"among", "amongst"})
_REACH = 12
"""Words after a count within which its predicate may stand."""
_HOMES = frozenset({"home", "house", "village", "town", "land"})
_CHANGES = frozenset(
    listed(
        "rise fall climb increase decrease drop jump grow decline soar surge go slip ease dip shrink double"
    )
)


class Counted(NamedTuple):
    """A measure and the word that says it; ``measure`` None for things (the noun is the measure).

    ``part`` where they are some of a greater number ("among the dead were 22 children").
    """

    measure: str | None
    word: Token
    part: bool = False


class Counting:
    """Finds the measure of a noun or of a bare number in one sentence."""

    def __init__(self, sentence: Sentence, measures: Measures) -> None:
        self._sentence = sentence
        self._measures = measures

    def of(self, counted: Token, noun: Token | None) -> Counted | None:
        """The measure of ``counted``, the word that stands in the clause for what is counted.

        Parameters
        ----------
        counted
            The noun itself, or the number where it heads ("none of its soldiers").
        noun
            What is counted, None for a bare number.
        """
        return (
            self._itself(counted)
            or self._by_clause(counted)
            or (self._by_attribute(noun) if noun else None)
            or self._by_attribute(counted)
            or self._by_custody(noun)
            or self._by_noun(noun or counted)
            or self._by_toll(counted, noun)
            or self._by_next_word(noun or counted)
            or self._by_word_before(noun or counted)
        )

    def numbered(self, word: Token) -> Token | None:
        """What a number is of: "civilians" of "the *number* of civilians killed"."""
        of = next((p for p in self._sentence.children(word, "prep") if p.lemma == "of"), None)
        below = self._sentence.child(of, "pobj") if of is not None and word.lemma in _NUMBERS else None
        return below if below is not None and below.is_noun else None

    def _among(self, token: Token, verb: Token) -> Counted | None:
        """Measure of "among the dead were 22 children", "those killed included 22 children"."""
        if verb.lemma == "be":
            prepositions = (p for p in self._sentence.children(verb, "prep") if p.lemma in _AMONG)
            wholes = [w for p in prepositions for w in self._sentence.children(p, "pobj")]
        else:
            wholes = list(self._sentence.children(verb, "nsubj")) if verb.lemma == "include" else []
        for whole in wholes:
            name = self._measures.adjectives.get(whole.text.lower()) or self._measures.noun(whole.lemma)
            found = Counted(name, whole) if name else self._by_attribute(whole)
            if found and found.measure and whole.index != token.index:
                return Counted(found.measure, verb, part=True)
        return None

    def clause(self, token: Token) -> Token | None:
        """The verb (or predicate noun) whose argument ``token`` is, coordination climbed."""
        token = self.first_conjunct(token)
        return None if token.is_root else self._sentence.head(token)

    def first_conjunct(self, token: Token) -> Token:
        """The first of the coordinated words that ``token`` is one of; appositions climbed too."""
        while token.dep in {"conj", "appos"} and not token.is_root:
            above = self._sentence.head(token)
            if not (above.is_noun or above.tag in {"CD", "DT", "JJ", "PRP"}):
                break
            token = above
        return token

    def stands_for(self, token: Token) -> Token:
        """The noun that stands in the clause for "a total of 17 people", "a crowd of 5,000"."""
        preposition = self._sentence.head(token)
        above = self._sentence.head(preposition)
        if token.dep == "pobj" and preposition.lemma == "of" and above.lemma in self._measures.collective:
            return above
        return token

    def _itself(self, token: Token) -> Counted | None:
        """Measure of a number's own adjective ("14 dead"), also where it is tagged as a noun."""
        measures = self._measures
        if token.tag in {"JJ", "VBN", "VBD"} or (token.tag == "NN" and token.lemma in measures.adjectives):
            name = measures.adjectives.get(token.text.lower()) or measures.objects.get(token.lemma)
            if name:
                return Counted(name, token)
            # "at least 50 feared dead": a headline's participle that the number stands on
            return self._verb(token, "object") if token.tag == "VBN" and token.is_root else None
        return None

    def _by_clause(self, token: Token) -> Counted | None:
        token = self.stands_for(self.first_conjunct(token))
        if token.is_root:
            return None
        above = self._sentence.head(token)
        if token.dep in {"attr", "nsubj", "dobj"} and (among := self._among(token, above)):
            return among
        if token.dep in _OBJECTS:
            return self._verb(above, "object") or self._left(token, above)
        if token.dep in {"nsubj", "csubj"}:
            return self._verb(above, "subject")
        if token.dep == "attr" and above.lemma == "be":
            return None
        if token.dep == "pobj":
            return self._by_preposition(above)
        return None

    def _verb(self, verb: Token, role: str, depth: int = 0) -> Counted | None:
        """What ``verb`` counts of its object or subject, also through "was reported killed"."""
        measures, lemma = self._measures, verb.lemma
        name = measures.adjectives.get(verb.text.lower()) if not verb.is_verb or verb.tag == "VBG" else None
        if name:
            return Counted(name, verb)
        if lemma in measures.objects and (role == "object" or self._is_reduced_passive(verb)):
            return Counted(self._coordinated(verb, measures.objects[lemma]), verb)
        if role == "subject" and lemma in measures.subjects:
            return Counted(measures.subjects[lemma], verb)
        if role == "subject":
            for thing in self._sentence.children(verb, "dobj", "prt"):
                phrase = measures.phrase(lemma, thing.lemma)
                if phrase:
                    return Counted(phrase, verb)
        name = self._by_place(verb, role)
        if name:
            return Counted(name, verb)
        if depth < 3:
            for below in self._sentence.children(verb, *self._predicative(verb, role)):
                found = self._predicate(below, depth)
                if found:
                    return found
        if lemma in measures.things and role == "object":
            return Counted(None, verb)
        if lemma in measures.things and self._is_reduced_passive(verb):
            return Counted(None, verb)
        return None

    def _left(self, token: Token, verb: Token) -> Counted | None:
        """Measure of "left 25 fighters of the group, among them its leader, *dead*"."""
        if verb.lemma != "leave":
            return None
        for word in self._sentence.tokens[token.index + 1 : token.index + _REACH]:
            if word.is_verb and word.dep not in ("acl", "amod", "prep"):
                return None
            name = self._measures.adjectives.get(word.text.lower())
            before_noun = word.dep == "amod" and word.head > word.index
            if name and word.tag in ("JJ", "VBN") and not before_noun:
                return Counted(name, word)
        return None

    def _predicative(self, verb: Token, role: str) -> tuple[str, ...]:
        """The relations of words below ``verb`` that speak of its subject or object.

        "Bombs left 134 people dead" speaks of the people, "50 feared dead" of the 50.
        """
        if role == "object" or (verb.lemma in _HELD_TO_BE and not self._sentence.child(verb, "dobj")):
            return _OF_OBJECT
        return _OF_SUBJECT if verb.lemma in _STAYS else ("acomp", "xcomp")

    def _by_place(self, verb: Token, role: str) -> str | None:
        """Measure of "drove 900 people from home", "were treated for injuries", "were tortured to death"."""
        measures = self._measures
        for preposition in self._sentence.children(verb, "prep"):
            below = self._sentence.child(preposition, "pobj")
            if below is None:
                continue
            if preposition.lemma == "from" and role == "object" and below.lemma in _HOMES:
                return measures.from_home.get(verb.lemma)
            if preposition.lemma == "to" and below.lemma == "death":
                return measures.noun(below.lemma)
            name = measures.treated.get(verb.lemma)
            if preposition.lemma in {"for", "with"} and name and measures.nouns.get(below.lemma) == name:
                return name
        return None

    def _predicate(self, below: Token, depth: int) -> Counted | None:
        """The word after "left", "reported" or "are believed" that counts their argument."""
        if below.dep == "ccomp" and self._sentence.child(below, "nsubj", "nsubjpass", "mark"):
            return None
        if below.dep == "attr" and below.is_noun:
            return None
        passive = self._sentence.child(below, "auxpass") or (
            below.tag == "VBN" and not self._sentence.child(below, "aux")
        )
        return self._verb(below, "object" if passive else "subject", depth + 1)

    def _is_reduced_passive(self, verb: Token) -> bool:
        """Whether it is a headline's participle ("three soldiers hurt in blast") that looks active."""
        if verb.tag not in {"VBN", "VBD", "VB", "VBP"}:
            return False
        if self._sentence.child(verb, "aux", "auxpass") and verb.tag != "VBN":
            return False
        if self._starts_object(verb.index + 1):
            return False
        # coordinated verbs share an object, unless each has a subject of its own
        shared = [verb, *(v for v in self._sentence.children(verb, "conj") if not self._has_subject(v))]
        if verb.dep == "conj" and not self._has_subject(verb):
            shared.append(self._sentence.head(verb))
        return not any(self._sentence.child(v, "dobj", "ccomp", "prt") for v in shared if v.is_verb)

    def _starts_object(self, at: int) -> bool:
        """Whether an object seems to begin at ``at``, whatever the tree says."""
        following = self._sentence.tokens[at : at + 3]
        if not following:
            return False
        if following[0].text.lower() in {"at", "over", "up", "more", "about", "around", "nearly"}:
            return any(t.tag == "CD" for t in following)
        return following[0].tag in _NOMINAL or (following[0].is_noun and not following[0].text[0].isupper())

    def _has_subject(self, verb: Token) -> bool:
        return self._sentence.child(verb, "nsubj", "nsubjpass") is not None

    def _coordinated(self, verb: Token, name: str) -> str:
        """``casualties`` for "killed or wounded 60", where both verbs have the one object."""
        pair = self._sentence.children(verb, "conj")
        if verb.dep == "conj":
            pair = (*pair, self._sentence.head(verb))
        for other in pair:
            both = {name, self._measures.objects.get(other.lemma)}
            own = [v for v in (verb, other) if self._sentence.child(v, "dobj", "nsubjpass", "nsubj")]
            apart = [v for v in own if self._sentence.child(v, "dobj")]
            between = range(min(verb.index, other.index) + 1, max(verb.index, other.index))
            close = all(self._sentence.tokens[i].dep in {"cc", "auxpass", "advmod", "punct"} for i in between)
            if both == {"killed", "injured"} and len(apart) <= 1 and close:
                return "casualties"
        return name

    def _by_preposition(self, preposition: Token) -> Counted | None:
        measures, above = self._measures, self._sentence.head(preposition)
        word = preposition.lemma
        if word == "by" and above.lemma in measures.agents:
            return Counted(measures.agents[above.lemma], above)
        if word in {"of", "to", "among", "amongst"} and above.is_noun:
            name = measures.nouns.get(above.lemma)
            if name is None and word == "of" and (verb := self.clause(above)):
                name = measures.taken(verb.lemma, above.lemma)
            if name is None and word == "of":
                name = measures.objects.get(above.text.lower().removesuffix("ing"))
            return Counted(name, above) if name else None
        return None

    def _by_attribute(self, noun: Token) -> Counted | None:
        """Measure of "wounded soldiers", "people killed in the blast", "those who died"."""
        measures = self._measures
        for word in self._sentence.children(noun, "amod", "compound"):
            name = measures.adjectives.get(word.text.lower())
            if name or (word.tag == "VBN" and word.lemma in measures.objects):
                return Counted(name or measures.objects[word.lemma], word)
        for clause in self._sentence.children(noun, "acl", "relcl", "advcl"):
            if clause.index < noun.index:
                continue
            if clause.dep == "relcl":
                subject = self._sentence.child(clause, "nsubj", "nsubjpass")
                if subject is None or subject.tag not in {"WP", "WDT"}:
                    continue
                found = self._verb(clause, "object" if subject.dep == "nsubjpass" else "subject")
            else:
                found = self._verb(clause, "object") if clause.tag in {"VBN", "VBD", "JJ"} else None
            if found:
                return found
        return None

    def _by_custody(self, noun: Token | None) -> Counted | None:
        """Measure of "211 people held over the riot", "30 men are in custody"."""
        word = held(self._sentence, noun) if noun is not None else None
        return Counted("detained", word) if word is not None else None

    def _by_noun(self, noun: Token) -> Counted | None:
        """Measure of "12 deaths", "claimed 12 lives"."""
        name = self._measures.noun(noun.lemma)
        if name:
            return Counted(name, noun)
        verb = self.clause(noun)
        name = self._measures.taken(verb.lemma, noun.lemma) if verb else None
        return Counted(name, noun) if name else None

    def _by_toll(self, number: Token, noun: Token | None) -> Counted | None:
        """Measure of "the toll rose to 15", "put the toll at 47 civilians", "casualties reached 30"."""
        if noun is not None and not self._is_counted(noun):
            return None
        above = self._sentence.head(number)
        if number.dep == "pobj":
            if above.lemma not in _TOLL_PREPOSITIONS:
                return None
            above = self._sentence.head(above)
            # "The number of civilians killed at 13" hangs the figure on the participle.
            while not above.is_root and (
                above.tag == "IN" or above.dep in ("pcomp", "acl", "relcl") or self._is_of_number(above)
            ):
                above = self._sentence.head(above)
        toll = self._toll(above)
        if toll:
            return toll
        for _ in range(3):
            for word in self._sentence.children(above, "nsubj", "nsubjpass", "dobj"):
                toll = self._toll(word) if word.index != number.index else None
                if toll:
                    return toll
            if above.dep not in {"xcomp", "conj", "ccomp", "advcl"} or above.is_root:
                return None
            if above.dep in {"ccomp", "advcl"} and self._sentence.child(above, "nsubj", "nsubjpass"):
                return None
            above = self._sentence.head(above)
        return None

    def _is_counted(self, noun: Token) -> bool:
        measures = self._measures
        many = noun.tag == "NNS" and noun.lemma not in measures.uncounted
        return many or noun.lemma in measures.generic

    def _is_of_number(self, noun: Token) -> bool:
        """Whether ``noun`` is what a number is of ("the number of *civilians*")."""
        preposition = self._sentence.head(noun)
        return (
            noun.dep == "pobj"
            and preposition.lemma == "of"
            and self._sentence.head(preposition).lemma in _NUMBERS
        )

    def _toll(self, noun: Token) -> Counted | None:
        measures = self._measures
        if not noun.is_noun:
            # "Put *the injured* at 12"
            name = measures.adjectives.get(noun.text.lower()) if self._sentence.child(noun, "det") else None
            return Counted(name, noun) if name else None
        kind = self._sentence.child(noun, "compound", "amod")
        if noun.lemma in measures.tolls:
            name = measures.nouns.get(kind.lemma) if kind else None
            return Counted(name or measures.tolls[noun.lemma], noun)
        if noun.lemma in _NUMBERS:
            for preposition in self._sentence.children(noun, "prep"):
                counted = self._sentence.child(preposition, "pobj", "pcomp")
                if counted is None:
                    continue
                name = measures.adjectives.get(counted.text.lower()) or measures.noun(counted.lemma)
                # "The number of detainees who have died" is one of deaths.
                found = self._by_attribute(counted) or (Counted(name, noun) if name else None)
                found = found or self._by_custody(counted)
                if found:
                    return Counted(found.measure, noun)
            return None
        name = measures.nouns.get(noun.lemma)
        return Counted(name, noun) if name and noun.tag == "NNS" else None

    def _by_next_word(self, token: Token) -> Counted | None:
        """Measure of "22 wounded", "12 people dead": where the tree says nothing, the next word may."""
        if token.index + 1 >= len(self._sentence.tokens):
            return None
        word = self._sentence.tokens[token.index + 1]
        if word.tag not in {"JJ", "VBN", "NN"} or self._sentence.child(word, "dobj"):
            return None
        name = self._measures.adjectives.get(word.text.lower())
        if name is None and word.tag == "VBN":
            name = self._measures.objects.get(word.lemma)
        return Counted(name, word) if name else None

    def _by_word_before(self, token: Token) -> Counted | None:
        """Measure of "... *killing* at least 35 civilians", whatever word the tree hangs them on."""
        tokens, before = self._sentence.tokens, token.index - 1
        while before >= 0 and (tokens[before].tag in _BEFORE_COUNTED or tokens[before].text in _AT_LEAST):
            if tokens[before].text.endswith("ing"):
                break
            before -= 1
        if before < 0 or before == token.index - 1:
            return None
        word = tokens[before]
        verb = word.lemma if word.tag in ("VBG", "VB", "VBZ", "VBP") else word.text.removesuffix("ing")
        name = self._measures.objects.get(verb)
        return Counted(name, word) if name else None


def is_change(verb: Token) -> bool:
    """Whether ``verb`` leads from one number to another ("rose from 12 to 31")."""
    return verb.lemma in _CHANGES
