"""What sort of speaker a mention names, for which side, and whether it is one that is known."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from claims.core.document import Document
from claims.core.source import SourceKind
from claims.core.spans import Span
from claims.core.tokens import Token
from claims.sources.actors import Actor, Actors
from claims.sources.affiliation import affiliation
from claims.sources.description import Description, joint, of_actor
from claims.sources.mentions import Form, Mention, phrase
from claims.sources.phrases import Match, levelled, pieces, singular

_RULERS = frozenset({"minister", "president", "premier", "king", "emir", "chancellor", "prince", "secretary"})
_IN_OFFICE = frozenset({SourceKind.OFFICIAL, SourceKind.GOVERNMENT})
_STATELESS = frozenset({SourceKind.WITNESS, SourceKind.MEDIC_OR_RESCUE, SourceKind.MONITOR_OR_NGO})
_AFFILIATED = frozenset({SourceKind.MEDIA, SourceKind.MONITOR_OR_NGO})
_OF_THE_STATE = frozenset({"state", "official", "regime", "government", "pro"})
_CABINET = frozenset({"ministry", "premier"})
_AIRED = frozenset({"television", "radio"})
_NAMELESS = frozenset({SourceKind.OFFICIAL, SourceKind.ANONYMOUS, SourceKind.OTHER})
_REPORTS = frozenset({"report", "account"})
_BODIES = frozenset({"group", "organisation", "organization", "body", "network"})
_NAMED_BODIES = _BODIES | frozenset(
    {"movement", "brigade", "militia", "faction", "battalion", "agency", "channel", "newspaper"}
)
_OPPOSED = frozenset({"opposition", "rebel", "insurgent"})
_HOUSES = frozenset({"hospital", "clinic", "morgue", "ambulance"})
_OF_PLACE = frozenset({"local", "civilian"})
_HONORIFICS = frozenset(
    {"sayyed", "sayyid", "sayed", "imam", "ayatollah", "sheikh", "shaikh", "haji", "hajj"}
)
_LIVED_THROUGH = frozenset({"see", "watch", "hear", "witness", "survive", "live", "flee", "escape"})
_WATCHING = frozenset({"monitor", "track", "document", "observe"})
_HELPING = frozenset({"humanitarian", "aid", "relief"})
_SECURITY = frozenset({"security", "intelligence", "diplomatic", "police", "judicial", "court", "border"})


class Describer:
    """Describes mentions of one article.

    Parameters
    ----------
    setting
        The state the article is about.
    states
        All states that it names.
    ministries
        The state of each ministry that it names with one state only ("Russia's defence ministry").
    """

    def __init__(
        self, actors: Actors, setting: str | None, states: frozenset[str], ministries: Mapping[str, str]
    ) -> None:
        self._actors = actors
        self._parties = actors.parties
        self._words = actors.words
        self._setting = setting
        self._states = states
        self._ministries = ministries

    def describe(self, mention: Mention, introduction: Sequence[str] = ()) -> Description:
        """Kind, party and identity of ``mention``; ``introduction`` are words said of a person elsewhere."""
        members = self.members(mention)
        if len(members) > 1:
            return joint([self.describe(m) for m in members])
        found = (
            self._actor_itself(mention) or self._state_itself(mention) or self._institution_itself(mention)
        )
        if found is not None:
            return found
        described = self._of_words(mention, mention.described)
        if introduction and not described.certain:
            described = self._of_words(mention, (*mention.described, *introduction))
        elif introduction and described.party is None:
            described = replace(described, party=self._of_words(mention, tuple(introduction)).party)
        if described.party is None and described.kind in _AFFILIATED:
            party = affiliation(phrase(mention.tokens), self._setting, self._parties)
            described = replace(described, party=party)
        return described

    def names_side(self, mention: Mention) -> bool:
        """Whether the words of a mention, without what the article is about, name a state or a side."""
        words = mention.described
        return bool(self._parties.states_in(words)) or self._parties.party_of(words) is not None

    def person(self, names: Collection[str]) -> Description | None:
        """The listed person whom all of ``names`` name, None for nobody or several."""
        found = {self._actors.named(name, self._states) for name in names}
        one = found.pop() if len(found) == 1 else None
        return of_actor(one) if one is not None and one.person else None

    def is_states(self, party: str | None) -> bool:
        """Whether ``party`` is the government of a state."""
        return self._parties.state_of(party) is not None

    def actor_spans(self, document: Document) -> tuple[Span, ...]:
        """Where the text of an article names listed actors."""
        found: list[Span] = []
        for sentence in document.sentences:
            given = [(p, t) for t in sentence.tokens if t.tag != "POS" for p in pieces(t.text)]
            words = [p for p, _ in given]
            matches: list[Match[Any]] = [*self._actors.find(words, self._states)]
            matches += self._actors.institutions.find(words)
            found += (Span(given[m.start][1].start, given[m.end - 1][1].end) for m in matches)
        return tuple(found)

    def actor_in(self, words: Sequence[str]) -> Match[Actor] | None:
        """The first listed actor in ``words`` that is no person.

        "Al-Quds hospital" is not the newspaper of that name.
        """
        return next(
            (
                m
                for m in self._actors.find(words, self._states)
                if not m.value.person and not self._lends_name(words, m)
            ),
            None,
        )

    def _lends_name(self, words: Sequence[str], match: Match[Actor]) -> bool:
        """Whether a noun of a medical house follows, which is then what the name belongs to."""
        if match.value.kind is SourceKind.MEDIC_OR_RESCUE or match.end >= len(words):
            return False
        return levelled(words[match.end]) in _HOUSES

    def members(self, mention: Mention) -> list[Mention]:
        """The mention's parts where it joins several sources ("rebels and a monitor")."""
        if any(" and " in f" {n.lower()} " for n in self._names(mention)):
            return [mention]
        parts: list[list[Token]] = [[]]
        for token in mention.core:
            if (token.tag == "CC" or (token.text == "," and len(mention.core) > 1)) and parts[-1]:
                parts.append([])
            elif token.tag != "CC":
                parts[-1].append(token)
        groups = [tuple(p) for p in parts if any(t.is_noun or t.tag == "PRP" for t in p)]
        if len(groups) < 2:
            return [mention]
        return [
            Mention(mention.spans, mention.sentence, g, g, tuple(t for t in mention.person if t in g))
            for g in groups
        ]

    def _names(self, mention: Mention) -> list[str]:
        words = mention.words
        matches: list[Match[Any]] = [*self._actors.find(words, self._states)]
        matches += self._actors.institutions.find(words)
        return [" ".join(words[m.start : m.end]) for m in matches]

    def settled(self, mention: Mention) -> Mention:
        """``mention`` without a person's name where it names several sources or a listed body."""
        if not mention.person:
            return mention
        bare = replace(mention, person=())
        joint = len(self.members(mention)) > 1
        if joint or self.is_common(mention.person) or self._puts_out(mention) or _is_a_bodys(mention):
            return bare
        listed = [m for m in self._actors.find(mention.words, self._states) if self._is_itself(mention, m)]
        return bare if any(not m.value.person for m in listed) else mention

    def is_common(self, tokens: Sequence[Token]) -> bool:
        """Whether words with a capital are common nouns of this package's lists ("the Centre")."""
        words = self._words
        common = words.kinds.keys() | words.descriptions.keys() | words.roles | words.titles
        return all(self._forms(t) & common for t in tokens)

    def _puts_out(self, mention: Mention) -> bool:
        forms = self._forms(replace(mention, person=()).role)
        return bool(forms & self._words.utterances) or self._listed(forms) is SourceKind.DOCUMENT

    def _actor_itself(self, mention: Mention) -> Description | None:
        person = phrase(mention.person)
        if person:
            actor = self._actors.named(person, self._states) or self._honoured(mention)
            return of_actor(actor) if actor is not None and actor.person else None
        for match in self._actors.find(mention.words, self._states):
            if self._is_itself(mention, match) and not self._follows_name(mention, match):
                return of_actor(match.value)
        return None

    def _honoured(self, mention: Mention) -> Actor | None:
        """The listed person behind titles that read like parts of the name ("Imam Ali Kaya")."""
        words = pieces(phrase(mention.person))
        name = [w for w in words if levelled(w) not in _HONORIFICS]
        return self._actors.named(" ".join(name), self._states) if 1 < len(name) < len(words) else None

    def _follows_name(self, mention: Mention, match: Match[Actor]) -> bool:
        """Whether a family name on the list stands behind other names ("Ibrahim al-Assad")."""
        before = mention.words[match.start - 1] if match.start else ""
        return match.value.person and match.end - match.start == 1 and levelled(before) in {"al", "el"}

    def _is_itself(self, mention: Mention, match: Match[Any]) -> bool:
        """Whether the match is what the mention names, not a part of what it says about another."""
        chunk = len(pieces(phrase(mention.chunk)))
        if match.start >= chunk:
            return False
        rest = [singular(levelled(w)) for w in mention.words[match.end : chunk]]
        if match.value.kind is not SourceKind.MEDIA and self._is_medium(rest):
            return False  # "the regime television" is not the regime
        if match.value.kind is SourceKind.GOVERNMENT and {"force", "troop"} & {*rest}:
            return False  # nor are "regime forces"
        return all(w in self._words.generic or w in self._words.utterances or w == "s" for w in rest)

    def _is_medium(self, words: Sequence[str]) -> bool:
        return any(self._words.kinds.get(w) is SourceKind.MEDIA for w in words) and not {*words} & _REPORTS

    def _state_itself(self, mention: Mention) -> Description | None:
        text = phrase(mention.core)
        if mention.person or not self._parties.is_state(text):
            return None
        state = self._parties.states_in(text)
        if not state:
            return None
        party = self._parties.government(state[0])
        adjective = self._parties.demonym(state[0])
        if singular(levelled(mention.text)) == levelled(adjective) and adjective != state[0]:
            return Description(SourceKind.OTHER, party, f"side:{party}", True, f"{adjective} side")
        return Description(SourceKind.GOVERNMENT, party, f"government:{party}", True)

    def _institution_itself(self, mention: Mention) -> Description | None:
        if mention.person:
            return None
        for match in self._actors.institutions.find(mention.words):
            if not self._is_itself(mention, match):
                continue
            states = self._parties.states_in(mention.words)
            own = self._ministries.get(match.value.name, self._setting)
            state = states[0] if states else own if mention.form is not Form.INDEFINITE else None
            if state is None or self._names_more(mention, match):
                return None
            party = self._party(mention.words, match.value.kind) or self._parties.government(state)
            shared = bool(states) and match.value.kind is not SourceKind.OFFICIAL
            name = (
                None
                if states or party != self._parties.government(state)
                else self._with_state(mention, state)
            )
            return Description(match.value.kind, party, f"{match.value.name}:{party}", shared, name)
        return None

    def _names_more(self, mention: Mention, match: Match[Any]) -> bool:
        """Whether other proper names narrow an institution down ("Aleppo police")."""
        held = {levelled(w) for w in mention.words[match.start : match.end]}
        return any(
            t.tag in {"NNP", "NNPS"} and levelled(t.text) not in held and not self._parties.states_in(t.text)
            for t in mention.core
        ) and not self._parties.states_in(phrase(mention.core))

    def _with_state(self, mention: Mention, state: str) -> str:
        return f"{self._parties.demonym(state)} {mention.text}"

    def _of_words(self, mention: Mention, words: Sequence[str]) -> Description:
        own = self._kind(mention)
        body = (
            self._body(words)
            if mention.person or own is None or own in _NAMELESS or self._has_role(mention)
            else None
        )
        if body is not None and own not in {SourceKind.DOCUMENT, SourceKind.MEDIA}:
            ruler = own is SourceKind.GOVERNMENT and body.kind in {SourceKind.MILITARY, SourceKind.GOVERNMENT}
            kind = SourceKind.GOVERNMENT if ruler else body.kind
            if own in _IN_OFFICE and kind is SourceKind.OTHER:
                kind = SourceKind.OFFICIAL
            return Description(kind, body.party or self._party(words, body.kind))
        kind = own or self._kind_beside(words) or self._fallback(mention)
        if kind is SourceKind.OTHER and _lived_through(mention):
            kind = SourceKind.WITNESS
        if own is SourceKind.DOCUMENT and (author := self.actor_in(words)) is not None:
            body = of_actor(author.value)
        party = body.party if body is not None else self._party(words, kind)
        if party is None and self._is_settings(mention, words):
            party = self._parties.government(self._setting or "")
        if kind is SourceKind.ANONYMOUS and party is not None and _SECURITY & {levelled(w) for w in words}:
            kind = SourceKind.OFFICIAL
        return Description(
            kind, party, certain=own is not None or body is not None or kind is not SourceKind.OTHER
        )

    def _is_settings(self, mention: Mention, words: Sequence[str]) -> bool:
        """Whether "the premier" and "the Ministry of Culture" are those of the state an article is about."""
        told = mention.person or mention.form is Form.INDEFINITE or self._parties.states_in(words)
        return self._setting is not None and not told and bool(self._forms(mention.role) & _CABINET)

    def _body(self, words: Sequence[str]) -> Description | None:
        """The listed actor or the institution that words mention first."""
        match = self.actor_in(words)
        if match is not None:
            return of_actor(match.value)
        institution = next(iter(self._actors.institutions.find(words)), None)
        states = self._parties.states_in(words)
        if institution is None or not states:
            return None
        kind = institution.value.kind
        return Description(kind, self._party(words, kind) or self._parties.government(states[0]))

    def _has_role(self, mention: Mention) -> bool:
        return self._forms(mention.role) & self._words.roles != frozenset()

    def _kind(self, mention: Mention) -> SourceKind | None:
        """By the common noun that heads it and, for a part in a body, the words beside that."""
        named = {t.index for t in mention.person}
        telling = [
            t for t in mention.core if t.is_noun or t.tag == "VBG" or (t.tag == "JJ" and not _is_of_place(t))
        ]
        words = [t for t in telling if t.index not in named]
        forms = [self._forms(t) for t in words]
        whole = " ".join(t.lemma.lower() for t in mention.chunk)
        for two, kind in self._words.kinds.items():
            if " " in two and f" {two} " in f" {whole} ":
                return kind
        role = self._forms(mention.role)
        if role & self._words.roles:
            return self._kind_of_role(role, forms)
        own = self._listed(role)
        if own is SourceKind.DOCUMENT and "report" in role:
            press = mention.role.tag == "NNS" and mention.form is not Form.DEFINITE
            return (
                SourceKind.MEDIA if press or any(self._listed(f) is SourceKind.MEDIA for f in forms) else own
            )
        if own is SourceKind.MILITARY and any(f & _OPPOSED for f in forms):
            return SourceKind.ARMED_GROUP
        if own is not None:
            return own
        helping = any(f & _HELPING for f in forms) or "non" in levelled(whole).split()
        if role & _BODIES and (helping or any(t.lemma.lower() in _WATCHING for t in mention.tokens)):
            return SourceKind.MONITOR_OR_NGO
        return next((k for f in reversed(forms) if (k := self._listed(f)) is not None), None)

    def _kind_of_role(self, role: frozenset[str], forms: Sequence[frozenset[str]]) -> SourceKind | None:
        own = self._listed(role)
        if own is SourceKind.MEDIA:
            return own
        others = [f for f in forms if not f & role]
        for form in others:
            kind = self._listed(form)
            if kind is SourceKind.OTHER and own is SourceKind.ANONYMOUS:
                continue
            if kind is not None and kind not in {SourceKind.ANONYMOUS, SourceKind.WITNESS}:
                return kind
        if any(f & _SECURITY for f in others) and own is not SourceKind.ANONYMOUS:
            return SourceKind.OFFICIAL
        return SourceKind.GOVERNMENT if role & _RULERS else own

    def _kind_beside(self, words: Sequence[str]) -> SourceKind | None:
        level = [levelled(w) for w in words if levelled(w) not in _OF_PLACE]
        if "minister" in level:  # of health, say
            return SourceKind.GOVERNMENT
        forms = (frozenset({w, singular(w)}) for w in level)
        return next((k for f in forms if (k := self._listed(f))), None)

    def _fallback(self, mention: Mention) -> SourceKind:
        spokesmen = {"spokesman", "spokeswoman", "spokesperson"}
        return SourceKind.OFFICIAL if self._forms(mention.role) & spokesmen else SourceKind.OTHER

    def _party(self, words: Sequence[str], kind: SourceKind) -> str | None:
        party = self._parties.party_of(words, self._setting, speaking=True)
        if party is None and self._setting is None:
            party = self._parties.opposing(words, self._states)
        of_state = party is not None and party in {
            self._parties.government(s)
            for s in (*self._parties.states_in(words), *filter(None, [self._setting]))
        }
        if of_state and kind in _STATELESS:
            return None
        if of_state and kind is SourceKind.MEDIA:
            # in a contested land "Syrian television" is the government's
            telling = _OF_THE_STATE if self._parties.state_of(party) == party else _OF_THE_STATE | _AIRED
            return party if telling & {levelled(w) for w in words} else None
        return party

    def _listed(self, forms: frozenset[str]) -> SourceKind | None:
        return next((self._words.kinds[f] for f in sorted(forms) if f in self._words.kinds), None)

    def _forms(self, token: Token) -> frozenset[str]:
        word = levelled(token.text)
        return frozenset({word, singular(word), token.lemma.lower()})


def _is_a_bodys(mention: Mention) -> bool:
    """Whether a name is a body's by the noun before it ("the group Khalid's Sons")."""
    before = [t for t in mention.core if t.index == mention.person[0].index - 1]
    return any(levelled(t.text) in _NAMED_BODIES for t in before)


def _is_of_place(token: Token) -> bool:
    """Whether an adjective reads like a witness ("a local group")."""
    return levelled(token.text) in _OF_PLACE


def _lived_through(mention: Mention) -> bool:
    """Whether a relative clause says that they were there ("a teacher who saw the blast")."""
    who = next((i for i, t in enumerate(mention.tokens) if t.text.lower() == "who"), len(mention.tokens))
    return any(t.is_verb and t.lemma.lower() in _LIVED_THROUGH for t in mention.tokens[who + 1 : who + 4])
