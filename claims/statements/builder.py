"""From attributions to claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.claim import Claim, Moment, Participant, Place, Proposition, Quantity
from claims.core.document import Document
from claims.core.source import Attributed, Source, SourceKind
from claims.core.spans import Span, Spans, cover, joined
from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.sources.parties import Parties
from claims.sources.possessors import possessor_party
from claims.statements.answers import antecedent, refers_back
from claims.statements.blame import blame_in
from claims.statements.clauses import Clause, clauses, runs
from claims.statements.coreference import SpokenOf, relative_pronoun
from claims.statements.dismissed import without_exclamation
from claims.statements.frames import Frames
from claims.statements.gerunds import told_of_oneself
from claims.statements.leads import is_within_a_noun, lead
from claims.statements.measures import Measures
from claims.statements.memory import Memory
from claims.statements.moments import moments
from claims.statements.places import Gazetteer, places
from claims.statements.pronouns import PRONOUNS, replacements
from claims.statements.propositions import Reader
from claims.statements.quantities import LocatedQuantity, quantities
from claims.statements.setting import Setting, Settings
from claims.statements.wording import Additions, statement

_ASKING = frozenset({"WP", "WRB", "WDT", "WP$"})
_ANSWERING = frozenset({Commitment.DENIES, Commitment.DOUBTS, Commitment.DECLINES})


@dataclass(frozen=True)
class ClaimBuilder:
    """Makes claims with the lexicons of a run."""

    frames: Frames
    parties: Parties
    gazetteer: Gazetteer
    measures: Measures

    def __call__(
        self,
        document: Document,
        attributions: Sequence[Attribution],
        attributed: Attributed,
        state: str | None = None,
    ) -> tuple[Claim, ...]:
        """All claims of one article, in order, with ids ``<article>:c<number>``.

        Parameters
        ----------
        state
            The state that "the army" belongs to; read off the article where it is not given.
        """
        article = _ArticleBuilder(self, document, attributions, attributed, state)
        found: list[Claim] = []
        for attribution in attributions:
            found += article.claims_of(attribution, found)
        return tuple(replace(c, id=f"{document.article.id}:c{number}") for number, c in enumerate(found, 1))

    def state_of(self, document: Document) -> str | None:
        """The state that an article is about: the one most of its happenings lie in."""
        return _ArticleBuilder(self, document, (), Attributed((), {}), None).state()


class _ArticleBuilder:
    """The state of one article while its claims are made."""

    def __init__(
        self,
        lexicons: ClaimBuilder,
        document: Document,
        attributions: Sequence[Attribution],
        attributed: Attributed,
        state: str | None,
    ) -> None:
        self._lexicons = lexicons
        self._document = document
        self._text = document.article.text
        self._attributions = attributions
        self._attributed = attributed
        self._published: date | None = document.article.published
        self._settings = Settings(document, lexicons.frames, self._place_near, self._moment)
        self._state = state or self.state()
        self._memory = Memory(document)
        self._spoken_of = SpokenOf(document, attributions, attributed.traits)

    def claims_of(self, attribution: Attribution, before: Sequence[Claim]) -> Iterable[Claim]:
        """The claims of one attribution, without those of attributions within it.

        Parameters
        ----------
        before
            The article's claims so far, which a bare denial may answer.
        """
        if _is_hearsay_within(attribution):
            return []
        speaker = self._attributed.of(attribution.id)
        answer = self._answer(attribution, speaker, before)
        return [answer] if answer is not None else list(self._told(attribution, speaker))

    def _answer(self, attribution: Attribution, speaker: Source, before: Sequence[Claim]) -> Claim | None:
        """A denial of what another claim says ("denied those accusations")."""
        if attribution.commitment not in (Commitment.DENIES, Commitment.DOUBTS) or not attribution.cue:
            return None
        content = cover(attribution.content)
        words = [t for s in self._document.sentences_in(content) for t in s.within(content)]
        reference = refers_back(words)
        if reference is None:
            return None
        claim = antecedent(reference, speaker, attribution.cue[0].start, before)
        if claim is None:
            return None
        return replace(
            claim,
            id="",
            attribution=attribution.id,
            source=speaker.id,
            relays=tuple(self._attributed.relays.get(attribution.id, ())),
            text=joined(attribution.content, self._text),
            spans=attribution.content,
            commitment=attribution.commitment,
            manner=attribution.manner,
            proposition=replace(claim.proposition, hedged=False),
            probability=min(attribution.probability, claim.probability),
        )

    def _told(self, attribution: Attribution, speaker: Source) -> Iterable[Claim]:
        party = speaker.party

        def possessor(sentence: Sentence, token: Token) -> str | None:
            return possessor_party(sentence, token, party, self._lexicons.parties, attribution.content)

        reader = Reader(
            self._lexicons.frames, self._party_of, possessor, self._as_participant(speaker), self._doers_party
        )
        stated = clauses(self._document, *self._stated(attribution))
        for clause in stated:
            beside = [other for other in stated if other is not clause and _linked(other, clause)]
            claim = self._claim(clause, beside, attribution, speaker, reader)
            if claim is not None:
                yield claim

    def state(self) -> str | None:
        """The state that most happenings of the article lie in, else the one that it names most."""
        parties, lands = self._lexicons.parties, self._settings.lands()
        land, count = max(lands.items(), key=lambda item: item[1], default=("", 0))
        scene = parties.states_in(land) if count * 2 > lands.total() and parties.is_state(land) else ()
        return scene[0] if scene else parties.setting(self._document)

    def _party_of(self, words: str) -> str | None:
        return self._lexicons.parties.party_of(words, self._state)

    def _doers_party(self, words: str) -> str | None:
        return self._lexicons.parties.party_of(words, self._state, speaking=True)

    def _as_participant(self, speaker: Source) -> Participant | None:
        """The source as one who does things, None for a voice without a name."""
        if speaker.kind in (SourceKind.NARRATOR, SourceKind.ANONYMOUS):
            return None
        named = speaker.name.split()
        words = frozenset(w.casefold() for w in named if w[0].isupper())
        parts = speaker.name.split(" and ") if speaker.kind is SourceKind.OTHER else []
        sides = {self._doers_party(part) for part in parts} if len(parts) > 1 else set()
        if len(parts) > 1:
            # "Government and opposition forces" are of two sides.
            words = frozenset(w.casefold() for w in named if w != "and")
        if len(sides) > 1:
            sides -= {None}
        elif speaker.party:
            sides = {speaker.party}
        else:
            sides = {self._doers_party(w) for w in named}
        known = frozenset(side for side in sides if side)
        party = speaker.party if known <= {speaker.party} else None
        return Participant(speaker.name, named[-1].casefold(), party, words, known)

    def _stated(self, outer: Attribution) -> tuple[Spans, list[Span]]:
        """What an attribution states itself: its content, and what of it others within it say.

        Who denies or doubts "Russian claims of casualties" denies the casualties, not the claims.
        """
        holes = []
        for inner in self._attributions:
            if inner.inside != outer.id:
                continue
            parts = (*inner.source, *inner.cue, *inner.content, *inner.relay)
            # A source that lies outside what it is said to say within is one that both share.
            whole = cover([s for s in parts if any(c.overlaps(s) for c in outer.content)])
            fills = len(whole.of(self._text)) > 0.8 * sum(s.end - s.start for s in outer.content)
            if outer.commitment in _ANSWERING and fills:
                return inner.content, []
            if inner.manner is not Manner.NOMINAL and not _is_hearsay_within(inner):
                holes.append(whole)
        return without_exclamation(outer.content, self._text), holes

    def _claim(
        self,
        clause: Clause,
        beside: Sequence[Clause],
        attribution: Attribution,
        speaker: Source,
        reader: Reader,
    ) -> Claim | None:
        text = self._text
        spans = clause.spans
        if not spans or _is_question(clause, text):
            return None
        located = self._quantities(clause, reader)
        counted = tuple(q.quantity for q in located)
        proposition = self._proposition(clause, attribution, reader)
        if any(q.from_negation or _is_none(q, clause) for q in located):
            proposition = replace(proposition, negated=False)
        proposition = self._memory.with_deed(clause, proposition)
        cue = tuple(t for s in attribution.cue for t in clause.sentence.within(s))
        named = told_of_oneself(clause, attribution.manner, cue, speaker)
        own = self._spoken_of.means_speaker(clause, attribution, speaker)
        if _is_pronoun(proposition.agent) and own:
            proposition = replace(proposition, agent=self._as_participant(speaker))
        elif not own and not named:
            proposition, named = self._spoken_of.named(
                clause, proposition, reader.participant, attribution.source
            )
        if (borrowed := self._memory.counted_again(clause)) is not None:
            proposition, counted = borrowed
        elif not _states_something(clause, attribution, counted):
            return None
        own_places, own_moment = self._own_setting(clause)
        setting = None if own_places or own_moment else self._setting(clause, proposition, attribution)
        beside = [other for other in beside if _is_foretold(other) == _is_foretold(clause)]
        # "Shells at Midan killed three and injured 15 on Monday": the subject tells where for both.
        own_places = own_places or (() if setting else self._places_in(clause.sentence, runs(clause.shared)))
        own_moment = own_moment or self._moment_with(beside)
        proposition = replace(
            proposition,
            places=own_places or ((setting.place,) if setting else ()),
            when=own_moment or (setting.when if setting else None),
            borrowed=setting is not None,
        )
        self._memory.keep(
            clause, proposition, counted, self._lexicons.frames.groups.get(proposition.frame or "")
        )
        return Claim(
            id="",
            article=self._document.article.id,
            attribution=attribution.id,
            source=speaker.id,
            relays=tuple(self._attributed.relays.get(attribution.id, ())),
            text=joined(spans, text),
            spans=spans,
            statement=statement(
                clause,
                text,
                Additions(
                    {**replacements(clause, attribution.manner, speaker, reader.possessor, own), **named},
                    attribution.cue,
                    _where(setting),
                    lead(clause, attribution),
                ),
            ),
            commitment=_commitment(attribution, proposition),
            manner=attribution.manner,
            proposition=proposition,
            quantities=counted,
            probability=attribution.probability,
        )

    def _proposition(self, clause: Clause, attribution: Attribution, reader: Reader) -> Proposition:
        cue = tuple(t for s in attribution.cue for t in clause.sentence.within(s))
        blame = blame_in(clause.sentence, cue)
        found = reader(clause)
        if blame is None:
            return found
        found = reader.blamed(found, clause.sentence, blame)
        return self._memory.laid(found) if blame.bare else found

    def _quantities(self, clause: Clause, reader: Reader) -> tuple[LocatedQuantity, ...]:
        sentence = clause.sentence
        located = quantities(
            sentence, sentence.span, reader.party_of, reader.possessor, self._lexicons.measures
        )
        own = {t.index for t in clause.words}
        shared = {t.index for t in clause.shared}
        return tuple(q for q in located if q.noun in own or (q.noun in shared and q.predicate in own))

    def _moment_with(self, beside: Sequence[Clause]) -> Moment | None:
        """When those a clause shares its subject with say that it is."""
        found = dict.fromkeys(when for _, when in map(self._own_setting, beside) if when is not None)
        return next(iter(found)) if len(found) == 1 else None

    def _places_in(self, sentence: Sentence, spans: Iterable[Span]) -> tuple[Place, ...]:
        located = (p.place for s in spans for p in places(sentence, s, self._lexicons.gazetteer))
        return tuple(dict.fromkeys(located))

    def _own_setting(self, clause: Clause) -> tuple[tuple[Place, ...], Moment | None]:
        when: Moment | None = None
        for span in clause.spans:
            for moment in moments(clause.sentence, span, self._published):
                when = when or moment.moment
        return self._places_in(clause.sentence, clause.spans), when

    def _setting(self, clause: Clause, proposition: Proposition, by: Attribution) -> Setting | None:
        found = self._settings.of(clause.sentence, (*clause.words, *clause.shared))
        group = self._lexicons.frames.groups.get(proposition.frame or "")
        if found is None and proposition.happening is None and group in ("harm", "destruction"):
            told = self._settings.opening(clause.sentence, (*by.source, *by.content))
            told = told or self._memory.scene(clause) or self._settings.just_before(clause.sentence)
            return told or self._settings.only
        return found

    def _place_near(self, sentence: Sentence, noun: Token) -> Place | None:
        found = places(sentence, sentence.span, self._lexicons.gazetteer)
        nearest = min(found, key=lambda p: abs(p.span.start - noun.start), default=None)
        return nearest.place if nearest else None

    def _moment(self, sentence: Sentence) -> Moment | None:
        found = moments(sentence, sentence.span, self._published)
        return found[0].moment if found else None


def _is_hearsay_within(attribution: Attribution) -> bool:
    """Whether somebody says it of persons unnamed: "the monitor said ten *were believed to be* dead".

    The one who says so answers for it, as hearsay or a guess.
    """
    unnamed = attribution.manner is Manner.PASSIVE and not attribution.source
    return unnamed and attribution.inside is not None


def _is_none(counted: LocatedQuantity, clause: Clause) -> bool:
    """Whether the subject or object is counted as none ("no barrel bombs"), which is the clause's "not"."""
    named = {t.index for t in clause.sentence.children(clause.head, *SUBJECTS, "dobj")}
    return counted.quantity.high == 0 and counted.noun in named


def _is_pronoun(agent: Participant | None) -> bool:
    return agent is not None and agent.text.lower() in PRONOUNS


def _is_foretold(clause: Clause) -> bool:
    """Whether a clause says what will be."""
    words = (*clause.words, *clause.shared)
    return any(t.tag == "MD" and t.lemma in ("will", "shall") for t in words)


def _linked(a: Clause, b: Clause) -> bool:
    """Whether one of two clauses of a sentence leaves its subject to the other."""
    if a.sentence is not b.sentence:
        return False
    mine, yours = ({t.index for t in (*c.words, *c.shared)} for c in (a, b))
    shared = {t.index for t in a.shared}, {t.index for t in b.shared}
    return bool(shared[0] & yours or shared[1] & mine)


def _where(setting: Setting | None) -> str | None:
    if setting is None:
        return None
    place = setting.place
    return ", ".join((place.name, *place.within[:1]))


def _commitment(attribution: Attribution, proposition: Proposition) -> Commitment:
    if attribution.commitment is Commitment.ASSERTS and proposition.hedged:
        return Commitment.HEDGES
    return attribution.commitment


def _is_question(clause: Clause, text: str) -> bool:
    end = clause.words[-1].end
    return text[end - 1 : end + 1].startswith("?") or text[end : end + 1] == "?"


def _states_something(clause: Clause, attribution: Attribution, counted: Sequence[Quantity]) -> bool:
    """Whether a clause can be checked: it has a verb with arguments, or counts or names a happening."""
    words = [t for t in clause.words if t.text[0].isalnum()]
    asks = words[0].tag in _ASKING and relative_pronoun(clause) is None
    if asks or words[0].text.lower() in ("whether", "if"):
        return False
    if attribution.manner is Manner.NARRATOR and clause.head.tag == "IN":
        return False  # "Hours before a march that drew thousands" is left over from a report's sentence
    if counted:
        return True
    if len(words) < 2:
        return False
    if attribution.manner is Manner.NARRATOR:
        return any(t.is_verb and not is_within_a_noun(clause, t) for t in words)
    has_verb = any(t.is_verb for t in words)
    return has_verb or any(t.is_noun for t in words)
