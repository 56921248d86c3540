"""What the text of one article tells of those it names, read once before anybody is resolved."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from claims.core.document import Document
from claims.core.source import SourceKind
from claims.core.spans import Span, Spans
from claims.core.tokens import Token
from claims.sources.actors import Actor, Actors
from claims.sources.describing import Describer
from claims.sources.description import Description, of_actor
from claims.sources.entities import Introduction, acronyms, entities, introductions, office_holders
from claims.sources.mentions import Form, Mention, content_words, name_words, read_mention, span_of
from claims.sources.phrases import levelled, pieces, singular
from claims.sources.speakers import may_be_one

_FULL_NAME = 2


class Evidence:
    """The names, introductions and short names of an article.

    Attributes
    ----------
    entities
        Everybody that the text names, in order.
    acronyms
        Short names in brackets and what they stand for.
    """

    def __init__(self, document: Document, actors: Actors) -> None:
        setting, states = _setting(document, actors)
        self._document = document
        self._words = actors.words
        self._described: dict[tuple[Spans, Span, int], Description] = {}
        self._describer = Describer(actors, setting, states, _ministries(document, actors))
        bodies = self._describer.actor_spans(document)
        self._held = office_holders(document, bodies, actors.words.roles | actors.words.titles)
        self._introductions = (*introductions(document), *self._held)
        self._listed = _listed_persons(document, actors, states)
        self.acronyms = acronyms(document.article.text)
        named = entities(document, bodies)
        self.entities = tuple(replace(e, mention=self._describer.settled(e.mention)) for e in named)

    def read(self, spans: Spans) -> Mention | None:
        """The mention at ``spans``, a family name known as a person's where the text has it in full."""
        mention = read_mention(self._document, spans)
        if mention is None:
            return None
        mention = self._describer.settled(mention)
        if held := self._held_in(mention):
            return replace(mention, person=held)
        if mention.person or not mention.proper or self.is_joint(mention):
            return mention
        run = self._proper_run(mention)
        if run and any(may_be_one(name_words(run), i.name) for i in self._introductions):
            return self._describer.settled(replace(mention, person=run))
        leading = self._leading_name(mention)
        return self._describer.settled(replace(mention, person=leading)) if leading else mention

    def describe(self, mention: Mention) -> Description:
        """Kind, party and identity of a mention, by its words and what the text says elsewhere."""
        key = (mention.spans, span_of(mention.core), len(mention.person))
        if key not in self._described:
            self._described[key] = self._describe(mention)
        return self._described[key]

    def _describe(self, mention: Mention) -> Description:
        known = self._listed.get(name_words(mention.chunk)) if mention.proper else None
        if known is not None:
            return of_actor(known)
        said: tuple[str, ...] = ()
        if mention.person:
            introduced = self._introduced(mention)
            listed = self._describer.person({i.written for i in introduced if len(i.name) >= _FULL_NAME})
            if listed is not None:
                return listed
            said = tuple(w for i in introduced for w in i.words)
        elif mention.text in self.acronyms:
            said = tuple(pieces(self.acronyms[mention.text]))
        return self._describer.describe(mention, said)

    def full_name(self, mention: Mention) -> Introduction | None:
        """The fullest form of a person's name in the text."""
        return max(self._introduced(mention), key=lambda i: len(i.name), default=None)

    def is_joint(self, mention: Mention) -> bool:
        """Whether it names several sources at once."""
        return len(self._describer.members(mention)) > 1

    def names_side(self, mention: Mention) -> bool:
        """Whether its own words name a state or a side."""
        return self._describer.names_side(mention)

    def names_actor(self, mention: Mention) -> bool:
        """Whether a listed body stands among its words."""
        return self._describer.actor_in(mention.words) is not None

    def is_states(self, party: str | None) -> bool:
        """Whether ``party`` is the government of a state."""
        return self._describer.is_states(party)

    def is_proper(self, mention: Mention) -> bool:
        """Whether it is a name and not a common noun with a capital (a headline's "Monitor")."""
        names = [t for t in mention.chunk if t.tag in {"NNP", "NNPS"}]
        return mention.proper and not self._describer.is_common(names)

    def is_utterance(self, mention: Mention) -> bool:
        """Whether it names words that somebody put out ("the statement", "a statement by the army")."""
        word = levelled(mention.role.text)
        forms = {word, singular(word), mention.role.lemma.lower()}
        # "The Courier Post" is a newspaper, "a post" is not.
        if mention.role.tag == "NNP" and sum(t.tag == "NNP" for t in mention.chunk) > 1:
            return False
        again = "report" in forms and mention.form is Form.DEFINITE and len(mention.words) == 2
        return not mention.person and (again or bool(forms & self._words.utterances))

    def channel(self, mention: Mention) -> Mention | None:
        """Who passes on what was told to ``mention``: the outlet for its reporter, nobody for an audience."""
        if not self.is_channel(mention):
            return None
        outlet = self._describer.actor_in(mention.words)
        if outlet is None or outlet.value.kind is not SourceKind.MEDIA or mention.person:
            return mention
        named = set(mention.words[outlet.start : outlet.end])
        words = tuple(t for t in mention.core if t.tag != "POS" and named.issuperset(pieces(t.text)))
        return replace(mention, spans=(span_of(words),), tokens=words, core=words) if words else mention

    def is_channel(self, mention: Mention) -> bool:
        """Whether words pass through whom they were told to: a medium or a named body, no audience."""
        if mention.form is Form.PRONOUN:
            return mention.core[0].text.lower() == "it"
        description = self.describe(mention)
        if mention.person:
            return description.kind is SourceKind.MEDIA
        if description.shared or self.is_proper(mention):
            return description.kind is not SourceKind.OFFICIAL
        word = levelled(mention.role.text)
        role = {word, singular(word), mention.role.lemma.lower()}
        if role & self._words.channels:
            # "the media" are whoever was there, "local media" are somebody
            return word not in {"media", "press"} or len(content_words(mention.words)) > 1
        if description.kind is SourceKind.MEDIA:
            # "a Reuters journalist" is Reuters' ear, "foreign journalists" are an audience
            return any(t.text[:1].isupper() and t.index != mention.core[0].index for t in mention.chunk) or (
                self._describer.actor_in(mention.words) is not None
            )
        return not mention.plural and description.kind in {SourceKind.MONITOR_OR_NGO, SourceKind.DOCUMENT}

    def is_anonymous_body(self, mention: Mention) -> bool:
        """Whether "a monitor" is a body that the article names elsewhere, not one of several."""
        return self.describe(mention).kind is SourceKind.MONITOR_OR_NGO and not mention.plural

    def _introduced(self, mention: Mention) -> list[Introduction]:
        name = name_words(mention.person)
        return [i for i in self._introductions if may_be_one(name, i.name)]

    def _proper_run(self, mention: Mention) -> tuple[Token, ...]:
        """The proper names that a chunk ends in, after a title or alone."""
        run: list[Token] = []
        for token in reversed(mention.chunk):
            if token.tag not in {"NNP", "NNPS"} or levelled(token.text) in self._words.titles:
                break
            run.insert(0, token)
        return tuple(run)

    def _held_in(self, mention: Mention) -> tuple[Token, ...]:
        """The name of a body's office holder within a mention of both."""
        starts = {i.position: len(i.name) for i in self._held}
        at = next((n for n, t in enumerate(mention.core) if t.start in starts), len(mention.core))
        run = tuple(takewhile(lambda t: t.tag in {"NNP", "HYPH"}, mention.core[at:]))
        return run if run and len(name_words(run)) == starts[run[0].start] else ()

    def _leading_name(self, mention: Mention) -> tuple[Token, ...]:
        """A person's full name, known from elsewhere, a title behind it ("Ali Kaya Secretary General")."""
        full = {i.name for i in self._introductions if len(i.name) >= _FULL_NAME}
        starts = (mention.chunk[:end] for end in range(_FULL_NAME, len(mention.chunk)))
        return next((run for run in starts if name_words(run) in full), ())


def _listed_persons(
    document: Document, actors: Actors, states: frozenset[str]
) -> dict[tuple[str, ...], Actor | None]:
    """The listed persons whom the text names in full, by family name; None where two share one."""
    found: dict[tuple[str, ...], Actor | None] = {}
    given = pieces(document.article.text)
    for match in actors.find(given, states):
        if match.value.person and match.end - match.start >= _FULL_NAME:
            name = (levelled(given[match.end - 1]),)
            found[name] = match.value if found.get(name, match.value) == match.value else None
    return found


def _ministries(document: Document, actors: Actors) -> dict[str, str]:
    """The state of each ministry that the text names with one state and no other."""
    found: dict[str, set[str]] = {}
    given = pieces(document.article.text)
    for match in actors.institutions.find(given):
        if match.value.name.endswith("ministry"):
            before = given[max(0, match.start - 2) : match.start]
            found.setdefault(match.value.name, set()).update(actors.parties.states_in(before))
    return {name: next(iter(states)) for name, states in found.items() if len(states) == 1}


def _setting(document: Document, actors: Actors) -> tuple[str | None, frozenset[str]]:
    """The state an article is about, and all those it names; a state's own agency speaks of its state."""
    states = frozenset(actors.parties.states(document))
    outlet = actors.named(document.article.outlet or "")
    own = None if outlet is None else actors.parties.state_of(outlet.party)
    return own or actors.parties.setting(document), states
