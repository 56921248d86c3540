"""The speakers of one article, entered as they are found, and the candidates they make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from claims.core.document import Document
from claims.core.source import SourceKind
from claims.core.spans import Span
from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.sources.actors import Actors
from claims.sources.antecedents import Candidate, Pointing
from claims.sources.description import Description
from claims.sources.entities import Entity
from claims.sources.evidence import Evidence
from claims.sources.mentions import Form, Mention, name_words, read_mention
from claims.sources.persons import is_person, names_persons
from claims.sources.phrases import levelled, singular
from claims.sources.speakers import Speaker, Speakers

_OWN_KINDS = frozenset(
    {SourceKind.MEDIA, SourceKind.WITNESS, SourceKind.ANONYMOUS, SourceKind.MEDIC_OR_RESCUE}
    | {SourceKind.DOCUMENT}
)
_NARROWING = frozenset({"JJ", "VBN", "HYPH"})
_OF_A_PERSON = {"his": "he", "her": "she"}
_RECENT = 4
"""Sentences within which whom the article calls "he" comes before others whose gender it does not tell."""

_QUOTES = frozenset({'"', "“", "”", "''", "``", "«"})
_MAIN = frozenset({"ROOT", "conj"})
_ASIDE = frozenset({"relcl", "acl", "conj", "cc", "advcl", "punct"})
_OWNING = frozenset({"the", "his", "her", "its", "their"})


class Roster:
    """Enters mentions as speakers and says who can be meant at a place.

    Parameters
    ----------
    said
        What is said in the article; who is only spoken of in there does not take up a pronoun.
    """

    def __init__(self, document: Document, evidence: Evidence, actors: Actors, said: Sequence[Span]) -> None:
        self._document = document
        self._evidence = evidence
        self._words = actors.words
        self._said = tuple(said)
        self.pointing = Pointing(actors)
        self.speakers = Speakers(actors.words)

    def enter(self, mention: Mention, description: Description) -> Speaker:
        """The speaker of a mention that names it, new or known."""
        found = self._known(mention, description)
        if found is None:
            found = self.new(mention, description)
        else:
            self.speakers.join(found, mention)
            if description.shared and not found.description.shared:
                found.description = replace(found.description, shared=True, name=None)
        full = self._evidence.full_name(mention) if mention.person else None
        if full is not None and len(full.name) > len(found.person):
            found.person, found.written = full.name, full.written
        short = self._evidence.acronyms.items()
        found.known_as.update(levelled(a) for a, whole in short if whole in mention.text)
        return found

    def new(self, mention: Mention, description: Description) -> Speaker:
        """A speaker that has not been met."""
        speaker = self.speakers.add(description, mention)
        speaker.joint = self._evidence.is_joint(mention)
        return speaker

    def candidates(self, mention: Mention) -> list[Candidate]:
        """Speakers mentioned before ``mention``, and those spoken of before it."""
        found = []
        for speaker in self.speakers:
            position = speaker.mentioned_before(mention.start)
            if position >= 0:
                found.append(Candidate(position, self._sentence(position), _always(speaker), speaker, True))
        found.extend(self._spoken_of(mention))
        return found

    def ahead(self, mention: Mention) -> Speaker | None:
        """Whom a mention means that names somebody only further on."""
        later = [
            Candidate(position, self._sentence(position), _always(s), s, True)
            for s in self.speakers
            if (position := s.mentioned_after(mention.start)) is not None
        ]
        later.extend(self._candidate(e) for e in self._evidence.entities if e.mention.start > mention.start)
        return self.pointing.ahead(mention, later)

    def body_of(self, mention: Mention) -> Speaker | None:
        """The body that a mention's possessive or short description names ("the group's director")."""
        first, before = mention.core[0], self.candidates(mention)
        if first.tag == "PRP$":
            owner = replace(mention, core=(first,))
            gender = _OF_A_PERSON.get(first.text.lower())
            if gender is None:  # "its office" is of a body, "her office" of somebody
                if self._is_of_a_thing(mention, before):
                    return None
                if (land := self._land_before(mention)) is not None:
                    return land
                return self.pointing.pronoun(owner, [c for c in before if not c.known.person])
            known = [c for c in before if c.known.gender == gender]
            near = [c for c in known if mention.sentence - c.sentence <= _RECENT]
            return self.pointing.pronoun(owner, near or before)
        bodies = [c for c in before if not c.known.individual]
        words = mention.described_tokens
        for i, token in enumerate(words):
            described = singular(levelled(token.text)) in self._words.descriptions
            bare = token.is_noun and token is not mention.role and not _is_linked(words, i)
            if described and bare and not _is_named(words, i):
                part = words[_beginning(words, i) : i + 1]
                short = replace(mention, tokens=part, core=part, person=())
                if found := self.pointing.definite(short, bodies):
                    return found
        return None

    def headlined(self, mention: Mention) -> Speaker | None:
        """The speaker of the headline that its one noun names and ``mention`` names more fully."""
        head = {levelled(mention.head.text), mention.head.lemma.lower()}
        for speaker in self.speakers:
            first = speaker.mentions[0] if speaker.mentions else mention
            short = first.sentence == 0 and first.form is Form.BARE and len(first.words) == 1
            if short and levelled(first.head.text) in head and first.start < mention.start:
                return speaker
        return None

    def described_before(self, mention: Mention) -> Speaker | None:
        """The speaker without a name whose name ``mention`` gives ("the minister, Ali Kaya")."""
        nameless = [
            c
            for c in self.candidates(mention)
            if c.spoke and c.known.individual and not c.known.person and not c.known.description.key
        ]
        bare = replace(mention, person=())
        return self.pointing.same_role(bare, nameless)

    def give_body(self, speaker: Speaker, mention: Mention) -> None:
        """Give "its spokesman" and "sources close to the group" kind and side of their body."""
        if "and" in mention.words or self._evidence.names_actor(mention):
            return  # of several sides, perhaps ("government and opposition forces"), or of one that is told
        body = self.body_of(mention)
        if body is None or speaker.description.key is not None:
            return
        if mention.core[0].text.lower() in _OF_A_PERSON:
            # Whose family or office it is, which makes it neither of that person's kind nor of that side.
            speaker.body = body.name + ("'" if body.name.endswith("s") else "'s")
            return
        own = speaker.description
        kind = own.kind if own.kind in _OWN_KINDS else body.description.kind
        speaker.description = replace(own, kind=kind, party=own.party or body.description.party)
        if mention.form is Form.POSSESSIVE:
            speaker.body = body.name

    def _known(self, mention: Mention, description: Description) -> Speaker | None:
        if description.key is not None:
            return self.speakers.by_key(description.key)
        if mention.person:
            return self.speakers.by_person(name_words(mention.person))
        return self.speakers.by_alias(mention.text) or self.speakers.by_name(mention)

    def _spoken_of(self, mention: Mention) -> Iterator[Candidate]:
        """Those that the text names before ``mention`` without letting them speak."""
        spoken = [m for s in self.speakers for m in s.mentions]
        speaking = {p for m in spoken for p in (m.start, m.head.start)}
        pronoun = mention.form in {Form.PRONOUN, Form.POSSESSIVE}
        for entity in self._evidence.entities:
            start = entity.mention.start
            if start >= mention.start:
                return
            told = entity.subject and not self._is_said(start)
            titled = mention.form is Form.POSSESSIVE and entity.mention.gender
            if speaking & {start, entity.mention.head.start} or (pronoun and not told and not titled):
                continue
            candidate = self._candidate(entity)
            description = candidate.known.description
            if description.key or entity.mention.person or description.kind is not SourceKind.OTHER:
                yield candidate

    def _candidate(self, entity: Entity) -> Candidate:
        named = entity.mention
        description = self._evidence.describe(named)
        known = Speaker(description, [named], name_words(named.person), naming=[named])
        known.gender = named.gender
        known.individual, known.plural = bool(named.person), named.plural and not description.key
        return Candidate(named.start, named.sentence, lambda: self.enter(named, description), known, False)

    def subject_before(self, mention: Mention) -> Speaker | None:
        """Who acts in the main clause before a pronoun, where it is one person ("*the driver* fled").

        In the pronoun's own sentence also who acts first of all, though it be said ("*a shepherd* saw it,
        he said").
        """
        return self._acting(mention, is_person)

    def subjects_before(self, mention: Mention) -> Speaker | None:
        """Who act in the main clause before "they", where they are persons ("*observers* disagreed")."""
        return self._acting(mention, names_persons)

    def _acting(self, mention: Mention, fits: Callable[[Token], bool]) -> Speaker | None:
        own, *before = reversed(self._document.sentences[max(0, mention.sentence - 1) : mention.sentence + 1])
        first = next((t for t in own.tokens if t.dep in SUBJECTS or t.text in _QUOTES), None)
        if first is not None and first.is_noun and first.start < mention.start and fits(first):
            return self._as_speaker(own, first)
        for sentence in (own, *before):
            for noun in reversed(sentence.tokens):
                acts = noun.is_noun and noun.dep in SUBJECTS and sentence.head(noun).dep in _MAIN
                if acts and noun.start < mention.start and not self._is_said(noun.start):
                    return self._as_speaker(sentence, noun) if fits(noun) else None
        return None

    def _as_speaker(self, sentence: Sentence, noun: Token) -> Speaker | None:
        words = sentence.subtree(noun, without=_ASIDE)
        found = read_mention(self._document, (Span(words[0].start, words[-1].end),))
        return None if found is None else self.enter(found, self._evidence.describe(found))

    def _is_of_a_thing(self, mention: Mention, candidates: Sequence[Candidate]) -> bool:
        """Whether "its" is of a subject beside it that never speaks ("the tanker sank, its captain said")."""
        words = self._document.sentences[mention.sentence].tokens
        subjects = (t for t in words if t.dep in SUBJECTS or t.is_root)
        before = [t for t in subjects if t.is_noun and t.start < mention.start]
        if not before or before[-1].tag not in {"NN", "NNP"}:
            return False
        named = {t.start for c in candidates for m in c.known.mentions for t in m.tokens}
        return before[-1].start not in named

    def _land_before(self, mention: Mention) -> Speaker | None:
        """The land that acts in the sentence before "its minister" ("*Vestria* congratulated him")."""
        before = self._document.sentences[mention.sentence - 1] if mention.sentence else None
        opens = mention.start == self._document.sentences[mention.sentence].span.start
        if before is None or not opens:
            return None
        acts = (t for t in before.tokens if t.dep in SUBJECTS and before.head(t).is_root)
        noun = next(acts, None)
        if noun is None or not noun.entity.endswith("GPE"):
            return None
        named = read_mention(self._document, (noun.span,))
        return None if named is None else Speaker(self._evidence.describe(named), [named], naming=[named])

    def _is_said(self, position: int) -> bool:
        return any(s.start <= position < s.end for s in self._said)

    def _sentence(self, position: int) -> int:
        return next((i for i, s in enumerate(self._document.sentences) if position < s.span.end), 0)


def _is_named(words: Sequence[Token], noun: int) -> bool:
    """Whether a body's name follows the noun ("the rebel group River Guard")."""
    return noun + 1 < len(words) and words[noun + 1].tag in {"NNP", "NNPS"} and words[noun].tag == "NN"


def _is_linked(words: Sequence[Token], noun: int) -> bool:
    """Whether a noun is half of a compound ("rebel-held Homs", "anti-government activists")."""
    beside = (*words[max(0, noun - 1) : noun], *words[noun + 1 : noun + 2])
    return any(t.tag == "HYPH" for t in beside)


def _beginning(words: Sequence[Token], noun: int) -> int:
    """Where the phrase that ends in a noun begins: at its article, with the words that narrow it down."""
    begin = noun
    while begin and (words[begin - 1].is_noun or words[begin - 1].tag in _NARROWING):
        begin -= 1
    return begin - 1 if begin and words[begin - 1].text.lower() in _OWNING else begin


def _always(speaker: Speaker) -> Callable[[], Speaker]:
    return lambda: speaker
