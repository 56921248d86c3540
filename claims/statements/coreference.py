"""What "he", "she", "it" and "they" stand for where it is not who speaks: somebody of the sentence before.

After the first passes of a sieve (Lee et al. 2013, "Deterministic coreference resolution based on
entity-centric, precision-ranked rules"): one candidate that agrees and stands where what is spoken of
stands, or none. What two candidates could be is left open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from claims.core.attribution import Attribution
from claims.core.claim import Participant, Proposition
from claims.core.document import Document
from claims.core.source import Source
from claims.core.spans import Span, joined
from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.statements.clauses import Clause
from claims.statements.pronouns import means_speaker, object_pronoun, opening_pronoun
from claims.statements.wordlists import listed

_HE = frozenset({"he", "she", "him", "her"})
_PERSONAL = ("man", "woman", "er", "or", "ist", "ian", "ee", "ess", "ent")
_THINGS = frozenset(
    listed(
        "helicopter tower water shelter power order number letter corner border river door floor motor "
        "tractor mortar matter weather fighter-bomber steamer tanker freighter trawler cover paper offer "
        "winter summer error terror sector corridor reactor incident accident event tent cent talent "
        "committee process loss mess access success airliner carrier centre center quarter chapter barrier "
        "container computer disaster murder slaughter encounter former other latter"
    )
)
_PERSONS = frozenset(
    listed(
        "boy girl child student prisoner general pilot colonel captain soldier journalist leader suspect "
        "victim patient driver priest monk nun king queen prince princess emir sheikh imam bishop pope "
        "chief judge nurse guard thief spy groom bride baby infant teenager hostage captive detainee "
        "refugee migrant mother father son daughter brother sister husband wife uncle aunt cousin "
        "mayor clerk cleric witness inmate athlete candidate coach cook pupil toddler rival"
    )
)
_OF_THINGS = frozenset(
    listed(
        "rise fall increase decrease drop explode crash sink capsize burst detonate burn spread happen occur"
    )
)
_MADE = frozenset(listed("build destroy demolish repair launch fire shoot pack load stuff cram fill moor"))
_NO_PERSONS = ("ORG", "GPE", "NORP", "LOC", "FAC", "DATE", "TIME", "EVENT", "PRODUCT")


class SpokenOf:
    """Whom or what the pronouns of one article stand for."""

    def __init__(self, document: Document, attributions: Sequence[Attribution]) -> None:
        self._sentences = document.sentences
        self._text = document.article.text
        self._sources = [span for a in attributions for span in a.source]

    def means_speaker(self, clause: Clause, attribution: Attribution, speaker: Source) -> bool:
        """Whether the pronoun that a clause begins with is for who says it; of "his lawyer" it is his."""
        pronoun, source = opening_pronoun(clause), joined(attribution.source, self._text).lower()
        owner = "her " if pronoun is not None and pronoun.text.lower() == "she" else "his "
        if pronoun is not None and pronoun.text.lower() in ("he", "she") and source.startswith(owner):
            return False
        it = pronoun is not None and pronoun.text.lower() == "it"
        if pronoun is not None and it and self._is_of_a_thing(pronoun, clause.sentence):
            return False
        return means_speaker(clause, attribution.manner, speaker)

    def _is_of_a_thing(self, pronoun: Token, sentence: Sentence) -> bool:
        """Whether "it" does what no office does: rises to nine percent, lands in a field, is a missile."""
        verb = sentence.head(pronoun)
        if verb.lemma in _OF_THINGS or (verb.lemma in _MADE and pronoun.dep == "nsubjpass"):
            return True
        does, is_it = sentence.child(verb, "dobj"), sentence.child(verb, "attr")
        if does is not None and does.lemma == "landing":
            return True
        at = next((n for n, s in enumerate(self._sentences) if s is sentence), 0)
        before = self._sentences[at - 1].tokens if at else ()
        # "It was a Ukrainian missile" goes on about "the missile that hit the station".
        return is_it is not None and any(t.is_noun and t.lemma == is_it.lemma for t in before)

    def named(
        self,
        clause: Clause,
        proposition: Proposition,
        participant: Callable[[Sentence, Token], Participant | None],
    ) -> tuple[Proposition, Mapping[int, str]]:
        """``proposition`` with whom or what its pronoun stands for, and that pronoun with those words.

        Parameters
        ----------
        participant
            From a sentence and a noun in it to whom it names.
        """
        relative = relative_pronoun(clause)
        pronoun = relative or opening_pronoun(clause) or object_pronoun(clause)
        found = None
        if relative is not None:
            found = antecedent(relative, clause.sentence)
        elif pronoun is not None:
            found = named_before(pronoun, clause.sentence, self._sentences, self._sources)
        who = participant(*found) if found else None
        if pronoun is None or who is None:
            return proposition, {}
        word = pronoun.text.lower()
        if proposition.agent is not None and proposition.agent.text.lower() == word:
            proposition = replace(proposition, agent=who)
        if proposition.patient is not None and proposition.patient.text.lower() == word:
            proposition = replace(proposition, patient=who)
        name = who.text[:1].lower() + who.text[1:] if who.text.startswith("The ") else who.text
        shown = f"{pronoun.text} [{name}]" if relative is None else f"[{who.text[:1].upper()}{who.text[1:]}]"
        return proposition, {pronoun.index: shown}


def relative_pronoun(clause: Clause) -> Token | None:
    """The "which" that a clause begins with and is about."""
    first = clause.words[0]
    return first if first.text.lower() == "which" and first.dep in SUBJECTS else None


def antecedent(pronoun: Token, sentence: Sentence) -> tuple[Sentence, Token] | None:
    """The noun that the relative clause of ``pronoun`` belongs to."""
    verb = next((t for t in sentence.ancestors(pronoun) if t.dep == "relcl"), None)
    noun = sentence.head(verb) if verb is not None else None
    return (sentence, noun) if noun is not None and noun.is_noun else None


def named_before(
    pronoun: Token, sentence: Sentence, sentences: Sequence[Sentence], taken: Sequence[Span]
) -> tuple[Sentence, Token] | None:
    """Whom or what a pronoun stands for in the sentence before, None where that is not plain.

    Parameters
    ----------
    sentences
        Those of the article, in order.
    taken
        Spans of sources: who says something is not spoken of by the next to speak.
    """
    if pronoun.dep == "dobj":
        # "The silos were destroyed and nobody held *them*."
        does = sentence.child(sentence.head(pronoun), *SUBJECTS)
        told = [t for t in sentence.tokens[: pronoun.index] if _is_spoken_of(pronoun, t, taken)]
        own = [t for t in told if does is None or t not in sentence.subtree(does)]
        if own:
            return (sentence, own[0]) if len(own) == 1 else None
    at = next((n for n, s in enumerate(sentences) if s is sentence), 0)
    if at == 0:
        return None
    before = sentences[at - 1]
    fitting = [t for t in before.tokens if _is_spoken_of(pronoun, t, taken)]
    subjects = [t for t in fitting if t.dep in SUBJECTS]
    spoken_of = subjects or [t for t in fitting if t.dep == "dobj"]
    return (before, spoken_of[0]) if len(spoken_of) == 1 else None


def _is_spoken_of(pronoun: Token, noun: Token, taken: Sequence[Span]) -> bool:
    return _agrees(pronoun, noun) and not any(s.overlaps(noun.span) for s in taken)


def _agrees(pronoun: Token, noun: Token) -> bool:
    if not noun.is_noun:
        return False
    plural, word = noun.tag in ("NNS", "NNPS"), pronoun.text.lower()
    if word in ("they", "them"):
        return plural and not noun.entity.endswith(("DATE", "TIME"))
    if plural:
        return False
    return is_person(noun) if word in _HE else not is_person(noun) and not noun.entity.endswith("PERSON")


def is_person(noun: Token) -> bool:
    """Whether a noun names one person, by its entity or its form ("the student", "a negotiator")."""
    if noun.entity.endswith("PERSON"):
        return True
    if noun.entity.endswith(_NO_PERSONS) or noun.tag in ("NNS", "NNPS"):
        return False
    lemma = noun.lemma.casefold()
    formed = lemma.endswith(_PERSONAL) and not lemma.endswith("ment")
    return lemma in _PERSONS or (formed and lemma not in _THINGS and len(lemma) > 4)
