"""Who said what in one article: mentions of sources resolved to speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.document import Document
from claims.core.source import Attributed, Source, SourceKind
from claims.core.spans import Span, Spans, cover
from claims.sources.actors import Actors
from claims.sources.antecedents import points, relative_antecedent
from claims.sources.description import Description
from claims.sources.evidence import Evidence
from claims.sources.grounding import grounded
from claims.sources.identity import identity
from claims.sources.mentions import Form, Mention, name_words
from claims.sources.roster import Roster
from claims.sources.speakers import Speaker

NO_SOURCE = "no source named"
"""Name of the source of what nobody is said to have said."""

ARTICLE = "the article"
"""Name of the narrator where the outlet is not known."""

_FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})
_OF_A_PERSON = frozenset({"he", "she"})
_PASSING_ON = frozenset({Commitment.ASSERTS, Commitment.REPORTS, Commitment.HEDGES})
_OF_A_STATE = frozenset({SourceKind.MILITARY, SourceKind.OFFICIAL, SourceKind.GOVERNMENT})
_FURTHER = frozenset({"another", "other", "second", "separate", "different", "rival", "local"})
_ISSUING = frozenset({"by", "from", "of"})
_ISSUER_WITHIN = 4


def resolve(document: Document, attributions: Sequence[Attribution], actors: Actors) -> Attributed:
    """Find who is answerable for each attribution of one article.

    Ids of the sources tell them apart in the article and name the same speaker in every article
    where that is sure; :func:`~claims.sources.merging.merge` turns them into ids of the run.

    Parameters
    ----------
    attributions
        All of this article's; those they lie ``inside`` of are among them.

    Examples
    --------
    >>> from claims.core.article import Article
    >>> from claims.core.attribution import Attribution, Manner
    >>> from claims.sources.actors import load_actors
    >>> voice = Attribution("a1", "a", (), (), (Span(0, 12),), manner=Manner.NARRATOR)
    >>> document = Document(Article("a", "It rained on.", "It rained on.", ()), ())
    >>> resolve(document, [voice], load_actors()).of("a1").name
    'the article'
    """
    return _Resolution(document, attributions, actors).run()


@dataclass(frozen=True)
class _Slot:
    """One place where a source or a relay is named."""

    attribution: Attribution
    mention: Mention
    relay: bool


class _Resolution:
    """The state of resolving one article; used once."""

    def __init__(self, document: Document, attributions: Sequence[Attribution], actors: Actors) -> None:
        self._document = document
        self._article = document.article
        self._attributions = sorted(attributions, key=_place)
        self._by_id = {a.id: a for a in attributions}
        self._evidence = Evidence(document, actors)
        self._roster = Roster(
            document,
            self._evidence,
            actors,
            [s for a in attributions if a.manner is not Manner.NARRATOR for s in a.content],
        )
        self._nobody = Speaker(Description(SourceKind.ANONYMOUS, None, None, False, NO_SOURCE))
        self._slots = tuple(self._read())
        self._by_spans: dict[Spans, Speaker] = {}
        self._speaker: dict[str, Speaker] = {}
        self._relays: dict[str, list[Speaker]] = {}

    def run(self) -> Attributed:
        """Names first, so that a headline's "monitor" can mean one that is named below it."""
        by_name = sorted(self._slots, key=lambda s: (-len(name_words(s.mention.person)), s.mention.start))
        for slot in by_name:
            self._resolve_named(slot.mention)
        for slot in sorted(self._slots, key=lambda s: s.mention.start):
            speaker = self._speaker_of(slot)
            if slot.mention.person:
                self._place_person(speaker, slot.mention)
            if slot.relay:
                self._relays.setdefault(slot.attribution.id, []).append(speaker)
            else:
                self._speaker[slot.attribution.id] = speaker
        for attribution in self._attributions:
            if attribution.id not in self._speaker:
                self._speaker[attribution.id] = self._unnamed(attribution)
        self._take_sides()
        return self._result()

    def _read(self) -> Iterator[_Slot]:
        for attribution in self._attributions:
            named = [(attribution.source, False)] if attribution.manner is not Manner.NARRATOR else []
            for spans, relay in (*named, *(((s,), True) for s in attribution.relay)):
                words = grounded(self._document, relative_antecedent(self._document, spans), attribution)
                mention = self._evidence.read(words)
                if mention is not None and relay:
                    mention = self._evidence.channel(mention)
                if mention is not None:
                    yield _Slot(attribution, mention, relay)

    # -- mentions that name somebody

    def _resolve_named(self, mention: Mention) -> None:
        if mention.spans in self._by_spans or mention.form is Form.PRONOUN:
            return
        if not self._evidence.is_utterance(mention) and self._names(mention):
            self._by_spans[mention.spans] = self._roster.enter(mention, self._evidence.describe(mention))

    def _names(self, mention: Mention) -> bool:
        known = self._evidence.describe(mention).key is not None
        return known or bool(mention.person) or self._evidence.is_proper(mention)

    def _place_person(self, speaker: Speaker, mention: Mention) -> None:
        """Find a person's body, and whoever spoke before under the description beside the name."""
        self._roster.give_body(speaker, mention)
        before = self._roster.described_before(mention) if mention.gives_name else None
        if before is None or before is speaker:
            return
        self._roster.speakers.unite(speaker, before)
        self._by_spans = {s: speaker if v is before else v for s, v in self._by_spans.items()}
        self._speaker = {a: speaker if v is before else v for a, v in self._speaker.items()}
        self._relays = {a: [speaker if v is before else v for v in r] for a, r in self._relays.items()}

    # -- mentions that point to somebody

    def _resolve_other(self, slot: _Slot) -> Speaker:
        mention = slot.mention
        speaker = self._pointed(slot)
        if speaker is None:
            speaker = self._roster.new(mention, self._evidence.describe(mention))
            if mention.form is Form.PRONOUN:
                speaker.description = replace(speaker.description, kind=SourceKind.ANONYMOUS)
            self._roster.give_body(speaker, mention)
            if slot.relay and speaker.description.kind is SourceKind.OTHER:
                speaker.description = replace(speaker.description, kind=SourceKind.MEDIA)
        elif mention not in speaker.mentions:
            naming = (mention.plural and not points(mention)) or speaker is self._roster.headlined(mention)
            self._roster.speakers.join(speaker, mention, naming=naming)
        self._by_spans[mention.spans] = speaker
        return speaker

    def _pointed(self, slot: _Slot) -> Speaker | None:
        mention = slot.mention
        if mention.form is Form.PRONOUN:
            return self._pronoun(slot)
        if self._evidence.is_utterance(mention):
            return self._issuer(mention)
        if mention.form is Form.POSSESSIVE:
            return self._possessed(mention)
        if self._evidence.is_joint(mention) or (mention.form is Form.BARE and mention.plural):
            return self._roster.speakers.by_name(mention)
        return self._described(mention)

    def _described(self, mention: Mention) -> Speaker | None:
        """Whom "the ministry", "a monitor" or a headline's "governor" mean."""
        body = self._evidence.is_anonymous_body(mention)
        if mention.form is Form.INDEFINITE and (not (body or mention.plural) or _is_a_further_one(mention)):
            return None
        before = self._roster.candidates(mention)
        if body and mention.form is not Form.DEFINITE:
            before = [c for c in before if c.known.description.kind is SourceKind.MONITOR_OR_NGO]
        pointing, lead = self._roster.pointing, self._roster.pointing.in_lead(mention)
        if lead and mention.form is not Form.DEFINITE:
            return self._roster.ahead(mention) or pointing.definite(mention, before)
        found = pointing.definite(mention, before)
        if found is None and (body or lead):
            found = self._roster.ahead(mention)
        return found or self._roster.speakers.by_name(mention) or self._roster.headlined(mention)

    def _pronoun(self, slot: _Slot) -> Speaker | None:
        mention = slot.mention
        if mention.core[0].text.lower() in _FIRST_PERSON:
            return self._quoting(slot.attribution)
        before = self._roster.candidates(mention)
        near = [c for c in before if c.spoke or mention.sentence - c.sentence <= 1]
        word = mention.core[0].text.lower()
        if word == "they" and (acting := self._roster.subjects_before(mention)) is not None:
            return acting
        found = self._roster.pointing.pronoun(mention, near)
        alone = found is None and word in _OF_A_PERSON
        return self._roster.subject_before(mention) if alone else found

    def _quoting(self, attribution: Attribution) -> Speaker | None:
        """The speaker of the words that ``attribution`` stands in."""
        outer = self._by_id.get(attribution.inside or "") or self._holding(attribution)
        if outer is None or outer.id == attribution.id:
            return self._spoke_before(attribution)
        known = self._speaker.get(outer.id)
        if known is None:
            named = (s for s in self._slots if s.attribution.id == outer.id and not s.relay)
            slot = next((s for s in named if s.mention.form is not Form.PRONOUN), None)
            known = None if slot is None else self._speaker_of(slot)
        return known or self._spoke_before(attribution)

    def _speaker_of(self, slot: _Slot) -> Speaker:
        return self._by_spans.get(slot.mention.spans) or self._resolve_other(slot)

    def _holding(self, attribution: Attribution) -> Attribution | None:
        """The attribution with the shortest content around the source of this one."""
        where = cover(attribution.source)
        others = [a for a in self._attributions if a.id != attribution.id]
        holding = [a for a in others if any(s.contains(where) for s in a.content)]
        return min(holding, key=lambda a: sum(s.end - s.start for s in a.content), default=None)

    def _possessed(self, mention: Mention) -> Speaker | None:
        """A body that somebody has ("his group"); of "its spokesman" only the side is known."""
        rest = replace(mention, core=mention.core[1:]) if len(mention.core) > 1 else mention
        bodies = [c for c in self._roster.candidates(mention) if not c.known.individual]
        return self._roster.pointing.definite(rest, bodies)

    def _issuer(self, mention: Mention) -> Speaker | None:
        """Who put out the words that ``mention`` names."""
        place = mention.tokens.index(mention.role) + 1
        for i, token in enumerate(mention.tokens[place : place + _ISSUER_WITHIN - 1], place + 1):
            if token.text.lower() in _ISSUING and i < len(mention.tokens):
                issuer = self._evidence.read((Span(mention.tokens[i].start, mention.tokens[-1].end),))
                return None if issuer is None else self._resolve_issuer(issuer)
        description = self._evidence.describe(mention)
        if description.key is not None:
            return self._roster.enter(mention, description)
        body = self._roster.body_of(mention)
        if body is not None or mention.form is not Form.DEFINITE:
            return body
        before = [c for c in self._roster.candidates(mention) if c.spoke]
        documents = [c for c in before if c.known.description.kind is SourceKind.DOCUMENT]
        chosen = max(documents or before, key=lambda c: c.position, default=None)
        if chosen is None or description.party not in {None, chosen.known.description.party}:
            return None
        return chosen.known

    def _resolve_issuer(self, issuer: Mention) -> Speaker:
        description = self._evidence.describe(issuer)
        if self._names(issuer):
            return self._roster.enter(issuer, description)
        found = self._roster.pointing.definite(issuer, self._roster.candidates(issuer))
        return found or self._roster.speakers.by_name(issuer) or self._roster.new(issuer, description)

    # -- attributions without words for their source

    def _unnamed(self, attribution: Attribution) -> Speaker:
        if attribution.manner is Manner.NARRATOR:
            return self._narrator()
        before = self._spoke_before(attribution) if attribution.manner is Manner.FLOATING else None
        return before or self._nobody

    def _spoke_before(self, attribution: Attribution) -> Speaker | None:
        """Who spoke last, in the article's own frame, before ``attribution``."""
        earlier = self._attributions[: self._attributions.index(attribution)]
        for other in reversed(earlier):
            speaker = self._speaker.get(other.id)
            if speaker in {None, self._nobody} or other.inside or other.manner is Manner.NARRATOR:
                continue
            return speaker
        return None

    def _narrator(self) -> Speaker:
        outlet = self._article.outlet
        key = f"narrator:{outlet}" if outlet else "narrator"
        voice = Description(SourceKind.NARRATOR, None, key, bool(outlet), outlet or ARTICLE)
        speakers = self._roster.speakers
        return speakers.by_key(key) or speakers.add(voice)

    def _take_sides(self) -> None:
        """A state's officer who speaks unnamed through its news agency is of that state."""
        for attribution, relays in self._relays.items():
            speaker = self._speaker[attribution]
            media = (r.description for r in relays if r.description.kind is SourceKind.MEDIA)
            party = next((d.party for d in media if self._evidence.is_states(d.party)), None)
            if party is not None and self._is_any_officer(speaker):
                speaker.description = replace(speaker.description, party=party)

    def _is_any_officer(self, speaker: Speaker) -> bool:
        own = speaker.description
        told = any(self._evidence.names_side(m) for m in speaker.naming)
        return own.kind in _OF_A_STATE and own.key is None and not speaker.named and not told

    # -- the outcome

    def _result(self) -> Attributed:
        ids: dict[Speaker, str] = {}
        relays = {}
        for attribution in self._attributions:
            chain = self._chain(attribution)
            for speaker in (self._speaker[attribution.id], *chain):
                ids.setdefault(speaker, identity(speaker, self._article.id, len(ids)))
            if chain:
                relays[attribution.id] = tuple(dict.fromkeys(ids[s] for s in chain))
        sources = {
            id: Source(id, s.name, s.description.kind, s.description.party, s.aliases())
            for s, id in ids.items()
        }
        traits = {id: s.traits() for s, id in ids.items()}
        spoken = {a: ids[s] for a, s in self._speaker.items()}
        return Attributed(tuple(sources.values()), spoken, relays, traits)

    def _chain(self, attribution: Attribution) -> list[Speaker]:
        """Whom the words went through: its own relays, then whoever passes it on, outwards."""
        chain = list(self._relays.get(attribution.id, ()))
        seen = {attribution.id}
        outer = self._by_id.get(attribution.inside or "")
        while outer is not None and outer.id not in seen:
            seen.add(outer.id)
            if outer.commitment in _PASSING_ON:
                chain.extend((self._speaker[outer.id], *self._relays.get(outer.id, ())))
            outer = self._by_id.get(outer.inside or "")
        no_relays = {self._speaker[attribution.id], self._nobody}
        return [s for s in chain if s not in no_relays and s.description.kind is not SourceKind.NARRATOR]


def _is_a_further_one(mention: Mention) -> bool:
    """Whether words set a body apart from those before: "*another* monitor", "a *local* aid group"."""
    return any(t.text.lower() in _FURTHER for t in mention.chunk)


def _place(attribution: Attribution) -> tuple[int, str]:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return (cover(spans).start if spans else 0, attribution.id)
