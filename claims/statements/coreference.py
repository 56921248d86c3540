"""What "he", "she", "it" and "they" stand for: who speaks, or somebody of the sentence before.

Of the words that somebody reports, "it", "he" or "they" is who says them where it agrees with them and
nobody else is spoken of; else :class:`~claims.statements.antecedents.Antecedents` may find who is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from claims.core.attribution import Attribution
from claims.core.claim import Participant, Proposition
from claims.core.document import Document
from claims.core.source import Source, Traits
from claims.core.spans import Spans, joined
from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.core.wordlists import listed
from claims.sources.persons import is_person
from claims.statements.agreement import GENDER, OF_A_PERSON, OF_MANY, may_mean, speaks_for_others
from claims.statements.antecedents import ANYWHERE, Antecedents, named_between
from claims.statements.clauses import Clause
from claims.statements.pronouns import (
    QUOTING,
    is_first_person,
    is_named,
    object_pronoun,
    opening,
    opening_pronoun,
    partitive_pronoun,
    possessive,
)

_ARTICLES = frozenset({"The", "A", "An", "Its", "Their", "His", "Her", "Our", "This", "These"})
_ADVERBS = frozenset({"Even", "Only", "Just", "Also"})
_OF_BODIES = frozenset({"it", "its"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_OF_THINGS = frozenset(
    listed(
        "rise fall increase decrease drop explode crash sink capsize burst detonate burn spread happen occur"
    )
)
_MADE = frozenset(
    listed(
        "build destroy demolish repair launch fire shoot pack load stuff cram fill moor carry conduct rule "
        "deliver sign publish postpone cancel call print translate repay replace test"
    )
)


class SpokenOf:
    """Whom or what the pronouns of one article stand for."""

    def __init__(
        self,
        document: Document,
        attributions: Sequence[Attribution],
        traits: Mapping[str, Traits] | None = None,
    ) -> None:
        self._sentences = document.sentences
        self._text = document.article.text
        self._antecedents = Antecedents(document, attributions)
        self._traits = traits or {}

    def means_speaker(self, clause: Clause, attribution: Attribution, speaker: Source) -> bool:
        """Whether the pronoun or possessive that a clause begins with is for who says it.

        Who is named only after the words is not yet "it", nor is who has somebody else named between
        the two; of "his lawyer" it is his.
        """
        first = opening(clause)
        if first is None or not is_named(speaker):
            return False
        if is_first_person(first):
            return True
        if attribution.manner not in QUOTING and _is_stressed(first, clause.sentence):
            return self._agrees(first.text.lower(), attribution, speaker, self._traits.get(speaker.id))
        pronoun = opening_pronoun(clause)
        if pronoun is None or attribution.manner in QUOTING:
            return False
        word, traits = pronoun.text.lower(), self._traits.get(speaker.id)
        return (
            self._agrees(word, attribution, speaker, traits)
            and self._is_named_first(attribution, word)
            and not self._is_somebodys(word, attribution)
            and not self._is_newcomer(pronoun, clause, attribution, speaker)
            and not self._named_between(pronoun, clause, attribution, traits)
            and not self._is_of_a_thing(pronoun, clause.sentence)
        )

    def _agrees(self, word: str, attribution: Attribution, speaker: Source, traits: Traits | None) -> bool:
        """Whether a pronoun has the number and gender of who says it.

        "It" is a body that its spokesman speaks for, and no colonel, though he be its spokesman.
        """
        if word in _OF_BODIES and traits is not None and traits.individual:
            return speaks_for_others(joined(attribution.source, self._text))
        if may_mean(word, speaker, traits):
            return True
        told = traits is None or traits.individual or traits.plural or bool(traits.gender)
        return word in OF_A_PERSON and not told and self._is_one_person(attribution)

    def _is_one_person(self, attribution: Attribution) -> bool:
        """Whether the noun for who says it is of one person ("*a woman* in the crowd", "the scientist")."""
        words = [t for span in attribution.source for s in self._sentences for t in s.within(span)]
        noun = next((t for t in words if t.is_noun and t.dep not in ("compound", "poss")), None)
        return noun is not None and is_person(noun)

    def _is_named_first(self, attribution: Attribution, pronoun: str) -> bool:
        """Whether who says it stands before what is said, or is "he" again ("*he* is ill, he says")."""
        if not attribution.source or not attribution.content:
            return True
        if joined(attribution.source, self._text).lower() == pronoun:
            return True
        return attribution.source[0].start < min(span.start for span in attribution.content)

    def _is_somebodys(self, word: str, attribution: Attribution) -> bool:
        """Whether "he" is rather whose man speaks ("*his* lawyer")."""
        owner = {"he": "his ", "she": "her "}.get(GENDER.get(word, ""))
        return owner is not None and joined(attribution.source, self._text).lower().startswith(owner)

    def _is_newcomer(self, pronoun: Token, clause: Clause, attribution: Attribution, speaker: Source) -> bool:
        """Whether "a lawyer" says of "the student" of the sentence before that *he* was beaten.

        And whether a body, as "the union", says of "both pilots" that *they* were tired.
        """
        traits = self._traits.get(speaker.id)
        if pronoun.text.lower() in OF_MANY and traits is not None and not traits.plural:
            return self._antecedents.of(pronoun, clause.sentence, attribution.source) is not None
        source = joined(attribution.source, self._text).lower()
        if pronoun.text.lower() not in OF_A_PERSON or not source.startswith(("a ", "an ", "one ")):
            return False
        return self._antecedents.of(pronoun, clause.sentence, attribution.source) is not None

    def _named_between(
        self, pronoun: Token, clause: Clause, attribution: Attribution, traits: Traits | None
    ) -> bool:
        """Whether who says it names somebody else before that the pronoun agrees with.

        Of several who speak "they" are more likely they; a body is "they" only where nobody else is.
        """
        they = pronoun.text.lower() in OF_MANY
        if they and traits is not None and traits.plural:
            return False
        among = ANYWHERE if they else SUBJECTS
        return named_between(pronoun, clause.sentence, attribution.source, among) is not None

    def _is_of_a_thing(self, pronoun: Token, sentence: Sentence) -> bool:
        """Whether "it" does what no office does: rises to nine percent, lands in a field, is a missile."""
        if pronoun.text.lower() != "it":
            return False
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
        source: Spans = (),
    ) -> tuple[Proposition, Mapping[int, str]]:
        """``proposition`` with whom or what its pronoun stands for, and that pronoun with those words.

        Parameters
        ----------
        participant
            From a sentence and a noun in it to whom it names.
        source
            Who says it, and is not meant.
        """
        relative = relative_pronoun(clause)
        pronoun = relative or opening_pronoun(clause) or object_pronoun(clause) or partitive_pronoun(clause)
        found = None
        if relative is not None:
            found = _relative_antecedent(relative, clause.sentence)
        elif pronoun is not None:
            found = self._antecedents.of(pronoun, clause.sentence, source)
        who = participant(*found) if found else None
        if pronoun is None or who is None:
            return proposition, {}
        word = pronoun.text.lower() if pronoun.dep != "pobj" else ""  # "one of *them*" is not they
        if proposition.agent is not None and proposition.agent.text.lower() == word:
            proposition = replace(proposition, agent=who)
        if proposition.patient is not None and proposition.patient.text.lower() == word:
            proposition = replace(proposition, patient=who)
        name = _within_a_sentence(who.text, found[1]) if found else who.text
        # "No *invitation* came. It was delivered, his office said."
        name = re.sub(r"^no ", "the ", name, flags=re.IGNORECASE)
        if pronoun.tag == "PRP$":
            return proposition, {pronoun.index: f"[{possessive(name)}]"}
        shown = f"{pronoun.text} [{name}]" if relative is None else f"[{who.text[:1].upper()}{who.text[1:]}]"
        return proposition, {pronoun.index: shown}


def _within_a_sentence(name: str, noun: Token) -> str:
    """A name as it stands within a sentence: "the bridge", also where it began one."""
    first, _, rest = name.partition(" ")
    if first in _ADVERBS and rest:
        return rest
    common = first == noun.text and noun.tag in ("NN", "NNS") and noun.entity == "O"
    return name[:1].lower() + name[1:] if common or first in _ARTICLES else name


def _is_stressed(pronoun: Token, sentence: Sentence) -> bool:
    """Whether it is "he himself", who is hardly anybody but who speaks."""
    follows = sentence.tokens[pronoun.index + 1 : pronoun.index + 2]
    return any(t.text.lower() in _REFLEXIVES for t in follows)


def relative_pronoun(clause: Clause) -> Token | None:
    """The "which" that a clause begins with and is about."""
    first = clause.words[0]
    return first if first.text.lower() == "which" and first.dep in SUBJECTS else None


def _relative_antecedent(pronoun: Token, sentence: Sentence) -> tuple[Sentence, Token] | None:
    """The noun that the relative clause of ``pronoun`` belongs to."""
    verb = next((t for t in sentence.ancestors(pronoun) if t.dep == "relcl"), None)
    noun = sentence.head(verb) if verb is not None else None
    return (sentence, noun) if noun is not None and noun.is_noun else None
