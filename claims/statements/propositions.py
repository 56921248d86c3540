"""What a clause says happened: predicate, who to whom, where, when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from claims.attribution.commitment import is_negated
from claims.core.claim import Participant, Proposition
from claims.core.tokens import SUBJECTS, Sentence, Token, phrase
from claims.sources.possessors import is_possessive
from claims.statements.blame import Blame
from claims.statements.clauses import Clause
from claims.statements.dismissed import dismissed
from claims.statements.frames import Frames
from claims.statements.negation import hedged_in, negated_in, outer_subject
from claims.statements.phrasal import phrasal
from claims.statements.support import ANSWERABLE, laid_on, support
from claims.statements.verbs import (
    believed_verb,
    caused_one,
    main_verb,
    predicate_of,
    shot_down,
    told_verb,
    untrue_verb,
)

PartyOf = Callable[[str], str | None]
Possessor = Callable[[Sentence, Token], str | None]

_TELEGRAPHIC = frozenset({"harm", "destruction"})
"""Groups whose verb without an object is a passive cut short ("three soldiers hurt in blast")."""
_CAUSES = frozenset({"in", "by", "from", "during", "after"})
_HAPPENING_PREPOSITIONS = frozenset({"in", "during", "by", "after", "from", "with", "of"})
_CONTENT_TAGS = ("NN", "VB", "JJ", "CD")
_LAND = 4
"""Letters by which the sides of one contested land begin alike ("Syrian opposition")."""
_EMPTY = frozenset(["be", "have", "do", "say", "tell", "get", "make", "take", "go", "come"])


@dataclass(frozen=True)
class Reader:
    """Reads propositions with the lexicons of a run.

    Attributes
    ----------
    party_of
        From words to the party they name, if any ("Turkish" is Turkey).
    possessor
        From a possessive pronoun to the party it refers to.
    speaker
        Who says it, and so who has a share in a deed of which no other's is named ("denied a role").
    doers_party
        As ``party_of`` for those who do something, of whom a capital is a government.
    """

    frames: Frames
    party_of: PartyOf
    possessor: Possessor
    speaker: Participant | None = None
    doers_party: PartyOf | None = None

    def __call__(self, clause: Clause) -> Proposition:
        """The proposition of ``clause``; places and time are left to the caller."""
        sentence, words = clause.sentence, (*clause.shared, *clause.words)
        verb = main_verb(clause)
        told = told_verb(sentence, verb)
        verb = told or verb
        copula, untrue = verb, untrue_verb(sentence, verb)
        believed = believed_verb(sentence, verb)
        verb = untrue or believed or verb
        predicate = predicate_of(sentence, verb)
        agent, patient = self._roles(clause, verb)
        happening = self._happening(clause)
        negated = (
            negated_in(sentence, clause, verb, self.frames)
            if untrue is None
            else is_negated(sentence, untrue) is bool(sentence.children(copula, "neg"))
        )
        supported = support(sentence, verb, predicate, self.frames)
        if supported is not None:
            predicate, negated = supported.deed, negated is not supported.denied
            patient = self.participant(sentence, supported.upon)
            happening = _short_phrase(sentence, predicate)
            whose = self.participant(sentence, supported.whose)
            if supported.recorded:
                agent = self._doer_in(sentence, supported.deed)
            else:
                agent = self.speaker if supported.shared else whose or self._doer(clause, verb)
        false = dismissed(sentence, verb, predicate)
        if false is not None:
            predicate, negated = false.deed, not negated
            agent, patient = self._doer_in(sentence, false.deed), self.participant(sentence, false.upon)
            happening = _short_phrase(sentence, predicate) if predicate.is_noun else happening
        named = phrasal(sentence, verb) if supported is None and false is None else None
        if named is not None:
            agent = self.participant(sentence, named.agent) or agent
            patient = self.participant(sentence, named.patient) or patient
        plain = supported is None and false is None and named is None and not self.frames.of(predicate)
        laid = laid_on(sentence, words, self.frames) if plain else None
        if laid is not None and (owner := self._accused(sentence, laid[0])) is not None:
            agent, predicate, negated = owner, laid[1].deed, False
            patient, happening = self.participant(sentence, laid[1].upon), _short_phrase(sentence, predicate)
        agent = agent or self._whose_happening(clause) or self._speaker_of(sentence, verb)
        frame = self.frames.of(predicate) or (self.frames.of(verb) if verb is not predicate else None)
        return Proposition(
            predicate=named.predicate if named else base_of(predicate),
            frame=named.frame if named else frame,
            negated=negated,
            hedged=believed is not None or hedged_in(sentence, words, verb),
            agent=self._sided(agent),
            patient=patient,
            instrument=self._instrument(sentence, verb),
            happening=happening,
            words=content_words(_stated(sentence, words, verb) if told or untrue else words)
            - frozenset([verb.lemma] if named else ()),
        )

    def blamed(self, proposition: Proposition, sentence: Sentence, blame: Blame) -> Proposition:
        """``proposition`` with the accused as the one who did what is laid on it."""
        deed = self._deed(sentence, blame.deed)
        whom = sentence.child(deed, "dobj") if deed is not None and deed.is_verb else None
        named = phrasal(sentence, deed) if deed is not None else None
        whom = (named.patient if named is not None else None) or whom
        frame = named.frame if named is not None else self.frames.of(deed) if deed is not None else None
        predicate = named.predicate if named is not None else deed.lemma if deed is not None else None
        return replace(
            proposition,
            predicate=predicate or proposition.predicate,
            frame=frame or proposition.frame,
            agent=self._sided(self.participant(sentence, blame.accused)),
            patient=self.participant(sentence, whom),
            happening=_short_phrase(sentence, deed)
            if deed is not None and self.frames.names_event(deed)
            else proposition.happening,
        )

    def _deed(self, sentence: Sentence, word: Token | None) -> Token | None:
        """The happening above a word that only places it ("*bombings* in the area blamed on ...")."""
        while word is not None and not self.frames.of(word) and word.dep in ("pobj", "prep", "conj"):
            word = sentence.head(word)
        return word

    def _roles(self, clause: Clause, verb: Token) -> tuple[Participant | None, Participant | None]:
        sentence = clause.sentence
        if not verb.is_verb:
            return self._nominal_roles(clause, verb)
        own = {t.index for t in (*clause.words, *clause.shared)}
        subject = _first_of(
            own, sentence.child(verb, *SUBJECTS), outer_subject(sentence, verb), _shared_subject(clause)
        )
        object_ = _first_of(own, sentence.child(verb, "dobj", "attr", "oprd"), shot_down(sentence, verb))
        passive = sentence.child(verb, "auxpass") is not None or (
            verb.tag == "VBN" and (subject is None or subject.dep == "nsubjpass")
        )
        if passive or any(t.dep == "auxpass" for t in clause.shared):
            by = self._by_agent(sentence, verb)
            return by, self.participant(sentence, subject or _modified(sentence, verb))
        frame = self.frames.of(verb)
        if frame in self.frames.patient_subjects:
            caused = caused_one(sentence, verb)
            if caused is not None:
                return self.participant(sentence, subject), self.participant(sentence, caused)
            if object_ is None:
                return None, self.participant(sentence, subject)
        if object_ is None and frame and self.frames.groups[frame] in _TELEGRAPHIC:
            return None, self.participant(sentence, subject)
        return self.participant(sentence, subject), self.participant(sentence, object_)

    def _sided(self, agent: Participant | None) -> Participant | None:
        """``agent`` with its party where a capital stands for the government in it."""
        if agent is None or agent.party is not None or self.doers_party is None:
            return agent
        if agent.sides:
            return agent
        party = self.doers_party(agent.text)
        return replace(agent, party=party, sides=frozenset([party] if party else ()))

    def _doer(self, clause: Clause, verb: Token) -> Participant | None:
        """Who does the deed that a noun beside ``verb`` names."""
        sentence = clause.sentence
        answerable = verb.lemma in ANSWERABLE
        if sentence.child(verb, "auxpass", "nsubjpass") is not None and not answerable:
            return self._by_agent(sentence, verb)
        # "France was to blame": the subject stands above.
        above = outer_subject(sentence, verb) if answerable else None
        return self.participant(sentence, sentence.child(verb, *SUBJECTS) or above or _shared_subject(clause))

    def _accused(self, sentence: Sentence, noun: Token) -> Participant | None:
        """Who is held answerable, if it is a side that is known; a lost apostrophe is taken off."""
        owner = self.participant(sentence, noun)
        if owner is None or owner.party is not None:
            return owner
        party = self.party_of(owner.text.removesuffix("s"))
        return replace(owner, party=party, sides=frozenset([party])) if party is not None else None

    def _doer_in(self, sentence: Sentence, deed: Token) -> Participant | None:
        """Who did what a noun or verb names, as far as its own words say."""
        own = sentence.child(deed, *SUBJECTS) if deed.is_verb else sentence.child(deed, "poss")
        return self._by_agent(sentence, deed) or self.participant(sentence, own)

    def _nominal_roles(self, clause: Clause, noun: Token) -> tuple[Participant | None, Participant | None]:
        """Read a clause without a verb, as in Turkish casualties, or shelling of Gao by rebels."""
        sentence = clause.sentence
        frame = self.frames.of(noun)
        by = self._by_agent(sentence, noun)
        of = next(
            (self._object_of(sentence, p) for p in sentence.children(noun, "prep") if p.text == "of"), None
        )
        own = self.participant(sentence, noun)
        if frame and self.frames.groups[frame] == "harm":
            return by, of or own
        return by or (own if frame else None), of if frame else own

    def _by_agent(self, sentence: Sentence, word: Token) -> Participant | None:
        for child in sentence.children(word, "agent", "prep"):
            if child.text.lower() == "by":
                return self._object_of(sentence, child)
        return None

    def _object_of(self, sentence: Sentence, preposition: Token) -> Participant | None:
        return self.participant(sentence, sentence.child(preposition, "pobj"))

    def _instrument(self, sentence: Sentence, verb: Token) -> str | None:
        for child in sentence.children(verb, "prep"):
            if child.text.lower() in ("with", "using"):
                tool = sentence.child(child, "pobj")
                return tool.lemma if tool else None
        using = next((c for c in sentence.children(verb, "advcl") if c.lemma == "use"), None)
        tool = sentence.child(using, "dobj") if using else None
        return tool.lemma if tool else None

    def _happening(self, clause: Clause) -> str | None:
        """The event as named beside the predicate ("in the car bombing", "the strike killed ...")."""
        sentence = clause.sentence
        for token in (*clause.words, *clause.shared):
            if not self.frames.names_event(token) or token is clause.head:
                continue
            governor = sentence.head(token)
            if token.dep == "pobj" and governor.text.lower() in _HAPPENING_PREPOSITIONS:
                return _short_phrase(sentence, token)
            if token.dep in SUBJECTS or (token.dep == "conj" and governor.dep in SUBJECTS):
                return _short_phrase(sentence, token)
        return _short_phrase(sentence, clause.head) if self.frames.names_event(clause.head) else None

    def _speaker_of(self, sentence: Sentence, verb: Token) -> Participant | None:
        """Who says it, where it is said of a deed without a doer ("denied *using* gas")."""
        having = any(t.tag == "VBG" for t in sentence.children(verb, "aux", "auxpass"))
        bare = verb.tag == "VBG" or having
        alone = bare and verb.dep in ("xcomp", "pcomp", "ccomp") and not sentence.child(verb, *SUBJECTS)
        return self.speaker if alone else None

    def _whose_happening(self, clause: Clause) -> Participant | None:
        """Who did what the clause names as its cause, where a side is named with it ("in Russian raids")."""
        sentence = clause.sentence
        for token in clause.words:
            named = token.dep == "pobj" and self.frames.names_event(token)
            if not named or sentence.head(token).text.lower() not in _CAUSES:
                continue
            by = self._by_agent(sentence, token)
            if by is not None and (by.sides or self._are_many(sentence, token)):
                return by  # "killed in an ambush by regime soldiers", not "in an ambush by the river"
            before = sentence.children(token, "amod", "compound", "poss")
            words = [*(t for t in before if t.index < token.index), token]
            party = self.party_of(phrase(words))
            if party is not None:
                return Participant(
                    phrase(words), token.lemma, party, content_words(words), frozenset([party])
                )
        return None

    def _are_many(self, sentence: Sentence, deed: Token) -> bool:
        """Whether what stands behind "by" is a plural."""
        by = (p for p in sentence.children(deed, "agent", "prep") if p.text.lower() == "by")
        return any((o := sentence.child(p, "pobj")) is not None and o.tag in ("NNS", "NNPS") for p in by)

    def participant(self, sentence: Sentence, head: Token | None) -> Participant | None:
        """The participant that ``head`` names, with its party."""
        if head is None:
            return None
        if (
            head.tag in ("DT", "NN", "CD") and head.text.lower() in ("none", "all", "some", "many", "most")
        ) or head.tag == "CD":
            of = next((p for p in sentence.children(head, "prep") if p.text.lower() == "of"), None)
            inner = sentence.child(of, "pobj") if of else None
            head = inner or head
        by = {
            t.index
            for c in sentence.children(head, "prep", "agent")
            # Nor "of firing" of "accused the navy of firing".
            if c.text.lower() == "by" or sentence.child(c, "pcomp") is not None
            for t in sentence.subtree(c)
        }
        kept = sentence.subtree(head, frozenset({"relcl", "acl", "punct", "cc", "conj", "appos"}))
        words = tuple(t for t in kept if t.index not in by)
        sides = self._sides(sentence, head, words) or self._doers_sides(sentence, head)
        return Participant(
            text=phrase(words),
            head=head.lemma,
            party=next(iter(sides)) if len(sides) == 1 else None,
            words=content_words(words),
            sides=sides,
        )

    def _doers_sides(self, sentence: Sentence, noun: Token) -> frozenset[str]:
        """The sides of those by whom it was done ("strikes *carried out by Turkish and Russian jets*")."""
        if not self.frames.names_event(noun):
            return frozenset()
        for clause in sentence.children(noun, "acl"):
            for by in sentence.children(clause, "agent", "prep"):
                doer = sentence.child(by, "pobj") if by.text.lower() == "by" else None
                if doer is not None:
                    return self._sides(sentence, doer, sentence.subtree(doer))
        return frozenset()

    def _sides(self, sentence: Sentence, head: Token, words: Iterable[Token]) -> frozenset[str]:
        """The sides that the noun or the words before it name."""
        core = [t for t in words if t.index <= head.index]
        owners = {self.possessor(sentence, t) for t in core if is_possessive(t)}
        named = [t for t in core if not is_possessive(t)]
        whole = self.party_of(phrase(named))
        single = {side for t in named if (side := self.party_of(t.text))}
        if whole is not None:
            # "Syrian" alone is the government's, in "the Syrian opposition" it only says of which land.
            single = {whole} | {side for side in single if side[:_LAND] != whole[:_LAND]}
        return frozenset(side for side in owners | single if side is not None)


def _stated(sentence: Sentence, words: Iterable[Token], verb: Token) -> list[Token]:
    """Those of ``words`` that belong to ``verb``, where it hangs on one that only says that it is so."""
    below = {t.index for t in sentence.subtree(verb)}
    return [t for t in words if t.index in below]


def content_words(words: Iterable[Token]) -> frozenset[str]:
    """Lemmas of nouns, verbs, adjectives and numbers, without the emptiest verbs."""
    return frozenset(
        base_of(t)
        for t in words
        if t.tag.startswith(_CONTENT_TAGS) and t.lemma not in _EMPTY and t.text[0].isalnum()
    )


def base_of(token: Token) -> str:
    """The lemma; of a participle tagged as an adjective that of its verb ("was overloaded")."""
    if token.tag == "JJ" and token.lemma.endswith("ed") and len(token.lemma) > 5:
        return token.lemma.removesuffix("ed")
    return token.lemma


def _first_of(own: set[int], *tokens: Token | None) -> Token | None:
    """The first of ``tokens`` that is there and lies in the clause (indices ``own``)."""
    return next((t for t in tokens if t is not None and t.index in own), None)


def _shared_subject(clause: Clause) -> Token | None:
    return next((t for t in clause.shared if t.dep in SUBJECTS), None)


def _modified(sentence: Sentence, verb: Token) -> Token | None:
    """The noun that a participle hangs on ("three soldiers *hurt* in a blast")."""
    if verb.dep in ("acl", "amod", "relcl"):
        return sentence.head(verb)
    return None


def _short_phrase(sentence: Sentence, noun: Token) -> str:
    kept = [t for t in sentence.children(noun, "compound") if t.index < noun.index and t.entity == "O"]
    return phrase([*kept, noun]).lower()
