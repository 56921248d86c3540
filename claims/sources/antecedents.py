"""To whom pronouns and short descriptions point back: "it", "the ministry", "the group's director"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.core.document import Document
from claims.core.source import SourceKind
from claims.core.spans import Span, Spans
from claims.sources.actors import Actors
from claims.sources.mentions import Form, Mention, content_words
from claims.sources.phrases import levelled, singular
from claims.sources.speakers import Speaker

_SHE = frozenset({"she", "her", "hers"})
_HE = frozenset({"he", "his", "him"})
_THEY = frozenset({"they", "their", "them"})
_BODIES = frozenset(
    {"group", "organisation", "organization", "body", "movement", "monitor", "watchdog", "agency", "militia"}
    | {"observatory", "charity", "channel", "outlet"}
)
_GROUPS = frozenset(
    {
        SourceKind.ARMED_GROUP,
        SourceKind.MEDIC_OR_RESCUE,
        SourceKind.WITNESS,
        SourceKind.MONITOR_OR_NGO,
        SourceKind.MILITARY,
    }
)
_ONLY_ITSELF = frozenset({"ministry"})
"""Bodies that a body of another name never is: "the ministry" is no Red Cross."""

_COLOURING = frozenset(
    {
        "hard-line",
        "hardline",
        "hard",
        "line",
        "ultra-conservative",
        "radical",
        "notorious",
        "feared",
        "powerful",
    }
    | {"brutal", "influential", "respected", "prominent", "independent"}
)
"""Words that say what a writer thinks of somebody, not who it is."""
_LEAD = 4


@dataclass(frozen=True)
class Candidate:
    """A speaker, or somebody in the text who may become one, and where it was last named."""

    position: int
    sentence: int
    speaker: Callable[[], Speaker]
    known: Speaker
    spoke: bool


class Pointing:
    """Chooses among the candidates for a mention that names nobody."""

    def __init__(self, actors: Actors) -> None:
        self._words = actors.words
        self._parties = actors.parties

    def pronoun(self, mention: Mention, candidates: Sequence[Candidate]) -> Speaker | None:
        """Whom he, she, it or they mean: the nearest that agrees; who spoke before who was spoken of."""
        word = mention.core[0].text.lower()
        fitting = [c for c in candidates if _agrees(word, c.known)]
        if word in _THEY:
            fitting = [
                c for c in fitting if _many(c.known) or (c.known.individual and not c.known.person)
            ] or fitting
        if word in _HE | _SHE:
            # "the source" is seldom he or she, and its sex is not told
            fitting = [c for c in fitting if "source" not in c.known.called] or fitting
        chosen = self._nearest(fitting)
        if chosen is not None and word in _SHE | _HE and not chosen.gender:
            chosen.gender = "she" if word in _SHE else "he"
        return chosen

    def definite(self, mention: Mention, candidates: Sequence[Candidate]) -> Speaker | None:
        """Whom "the Observatory", "the group" or "the spokesman" mean, None if nobody fits."""
        head = self._heads(mention)
        fitting = [c for c in candidates if self._fits(mention, c.known, head)]
        called = [c for c in fitting if head & c.known.called]
        return self._nearest(called or fitting)

    def same_role(self, mention: Mention, candidates: Sequence[Candidate]) -> Speaker | None:
        """The nearest that is called by the very noun of ``mention``."""
        head = self._heads(mention)
        called = [c for c in candidates if head & c.known.called]
        return self._nearest([c for c in called if self._fits(mention, c.known, head)])

    def ahead(self, mention: Mention, candidates: Sequence[Candidate]) -> Speaker | None:
        """Whom a headline's "Monitor" or the lead's "a monitor" mean: one named only further on."""
        head = self._heads(mention)
        later = [c for c in candidates if c.known.named and self._fits(mention, c.known, head)]
        best = min(later, key=lambda c: (not c.spoke, c.position), default=None)
        return None if best is None else best.speaker()

    def in_lead(self, mention: Mention) -> bool:
        """Whether it stands among the first sentences."""
        return mention.sentence < _LEAD

    def _heads(self, mention: Mention) -> frozenset[str]:
        word = levelled(mention.role.text)
        return frozenset({word, singular(word), mention.role.lemma.lower()})

    def _fits(self, mention: Mention, speaker: Speaker, head: frozenset[str]) -> bool:
        called = bool(head & speaker.called)
        kinds = {k for h in head for k in self._words.descriptions.get(h, ())}
        if speaker.joint:
            return False
        if not called and (head & _ONLY_ITSELF or speaker.description.kind not in kinds):
            return False
        if not called and (self._is_personal(head) != speaker.individual or mention.plural != speaker.plural):
            return False
        if called and not self._is_personal(head) and speaker.person:
            return False
        if "government" in head and mention.plural != speaker.plural:
            return False  # "western governments" are not the government
        if self._in_another_office(head, speaker) or self._of_another_rank(head, speaker):
            return False
        if self._is_elsewhere_based(mention, speaker):
            return False
        narrowing = content_words(mention.words) - head
        if mention.form in {Form.INDEFINITE, Form.BARE}:
            # what is not yet named may be described by other words ("a war monitor")
            narrowing = frozenset(
                w
                for w in narrowing
                if w not in content_words([t.text for t in mention.core if t.text.islower()])
            )
        return all(
            w in _COLOURING
            or w in speaker.words
            or self._of_kind(w, speaker)
            or self._of_party(w, mention, speaker)
            for w in narrowing
        )

    def _in_another_office(self, head: frozenset[str], speaker: Speaker) -> bool:
        """Whether "the governor" would be somebody who was called a director."""
        offices = (self._words.roles | self._words.titles) - self._words.unspecific
        held = speaker.called & offices
        return speaker.individual and bool(held and head & offices and not head & held)

    def _of_another_rank(self, head: frozenset[str], speaker: Speaker) -> bool:
        """Whether "the general" would be somebody whom the text names as a lieutenant."""
        ranks = self._words.ranks
        held = {ranks[w] for w in speaker.words if w in ranks}
        meant = {ranks[w] for w in head if w in ranks}
        return bool(speaker.individual and held and meant and not held & meant)

    def _is_elsewhere_based(self, mention: Mention, speaker: Speaker) -> bool:
        """Whether "the London-based group" would be a force that fights."""
        fighting = speaker.description.kind in {SourceKind.ARMED_GROUP, SourceKind.MILITARY}
        return fighting and any(levelled(w) == "based" for w in mention.words)

    def _of_kind(self, word: str, speaker: Speaker) -> bool:
        kind = speaker.description.kind
        return self._words.kinds.get(word) is kind or kind in self._words.descriptions.get(word, ())

    def _is_personal(self, head: frozenset[str]) -> bool:
        return not head & _BODIES and bool(
            head & (self._words.roles | self._words.titles | {"man", "woman", "source"})
        )

    def _of_party(self, word: str, mention: Mention, speaker: Speaker) -> bool:
        written = next((w for w in mention.words if singular(levelled(w)) == word), word)
        party = self._parties.party_of(f"{written} government", speaking=True)
        return party is not None and party == speaker.description.party

    def _nearest(self, candidates: Sequence[Candidate]) -> Speaker | None:
        best = max(candidates, key=lambda c: c.position, default=None)
        return None if best is None else best.speaker()


def _agrees(word: str, speaker: Speaker) -> bool:
    if word in _HE | _SHE:
        gender = "she" if word in _SHE else "he"
        return speaker.individual and not speaker.plural and speaker.gender in {"", gender}
    if word in {"it", "its"}:
        # of one that is only called a source it is not told whether it is a person
        body = not speaker.individual or "source" in speaker.called
        # "State media said ... It added": a plural by form only.
        one = not speaker.plural or speaker.description.kind is SourceKind.MEDIA
        return body and not speaker.person and one
    return True


def _many(speaker: Speaker) -> bool:
    return speaker.plural or (speaker.description.kind in _GROUPS and not speaker.individual)


def points(mention: Mention) -> bool:
    """Whether a mention can only be understood from what was said before."""
    return mention.form in {Form.DEFINITE, Form.PRONOUN, Form.POSSESSIVE}


def relative_antecedent(document: Document, spans: Spans) -> Spans:
    """For a relative pronoun, the words of the noun it stands for; else ``spans`` as they are.

    In "the monks, who say the well is dry" the pronoun stands for "the monks".
    """
    sentence = document.sentence_at(spans[0].start) if len(spans) == 1 else None
    words = sentence.within(spans[0]) if sentence else ()
    if sentence is None or len(words) != 1 or words[0].tag not in {"WP", "WDT"}:
        return spans
    verb = next((t for t in sentence.ancestors(words[0]) if t.dep == "relcl"), None)
    if verb is None:
        return spans
    noun = sentence.subtree(sentence.head(verb), frozenset({"relcl", "punct", "appos", "acl"}))
    return (Span(noun[0].start, noun[-1].end),)
