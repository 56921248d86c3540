"""The speakers of one article while their mentions are being gathered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from claims.core.source import SourceKind, Traits
from claims.core.tokens import Token
from claims.sources.description import Description
from claims.sources.lexicons import KindWords
from claims.sources.mentions import COURTESY, Form, Mention, content_words, name_words, phrase
from claims.sources.persons import is_one_person
from claims.sources.phrases import levelled, pieces, singular

_LONGEST_NAME = 14
_SEVERAL = frozenset(
    {"people", "percent", "%", "majority", "lot", "number", "most", "many", "some", "both", "police", "half"}
    | {"third", "quarter"}
)
_INDIVIDUALS = frozenset(
    {SourceKind.WITNESS, SourceKind.MEDIC_OR_RESCUE, SourceKind.OFFICIAL, SourceKind.ANONYMOUS}
)


@dataclass(eq=False)
class Speaker:
    """A source in the making.

    Attributes
    ----------
    person
        Levelled words of a person's name, the fullest found.
    written
        A fuller name that the text gives elsewhere.
    body
        The name of the body that a possessive ("its spokesman") stands for.
    """

    description: Description
    mentions: list[Mention] = field(default_factory=list)
    person: tuple[str, ...] = ()
    written: str = ""
    body: str = ""
    individual: bool = False
    plural: bool = False
    gender: str = ""
    joint: bool = False
    naming: list[Mention] = field(default_factory=list)
    known_as: set[str] = field(default_factory=set)

    @property
    def words(self) -> frozenset[str]:
        """Content words of everything it is called by."""
        own = frozenset(w for m in self.naming for w in content_words(m.described))
        return own | content_words(pieces(f"{self.description.name or ''} {self.body}")) | self.known_as

    @property
    def called(self) -> frozenset[str]:
        """The nouns that name it: heads and roles, and all words of a known body's name."""
        nouns = {f for m in self.naming for t in (m.head, m.role) for f in _forms(t)}
        key = (self.description.key or "").partition(":")
        known = key[2] if key[0] == "actor" else key[0]
        return (
            frozenset(nouns)
            | self.known_as
            | (content_words(pieces(known)) if not self.person else frozenset())
        )

    @property
    def named(self) -> bool:
        """Whether something it is called by is a name of its own."""
        return bool(self.person or self.description.key or any(m.proper for m in self.naming))

    @property
    def name(self) -> str:
        """The fullest name found, tidied."""
        if self.description.name:
            return self.description.name
        names = [m.text for m in self.naming if m.text and m.form is not Form.PRONOUN]
        best = max(names, key=_fullness, default="")
        told = [p for p in best.split() if levelled(p.strip(".")) not in COURTESY]
        if self.written and len(self.written.split()) > len(told):
            best = self.written
        if self.body:
            best = f"{self.body} {best}".strip()
        if self.person and not set(self.person) & {levelled(p) for p in pieces(best)}:
            best = f"{best} {self._person_written}"
        return best or "unnamed speaker"

    @property
    def _person_written(self) -> str:
        names = [phrase(m.person) for m in self.naming if m.person]
        return max((*names, self.written), key=lambda n: len(n.split()))

    def mentioned_before(self, position: int) -> int:
        """Where its last mention before ``position`` begins, -1 if there is none."""
        return max((m.start for m in self.mentions if m.start < position), default=-1)

    def mentioned_after(self, position: int) -> int | None:
        """Where its first mention after ``position`` begins."""
        return min((m.start for m in self.mentions if m.start > position), default=None)

    def traits(self) -> Traits:
        """Its number and gender, for pronouns to agree with."""
        heads = [m.head for m in self.naming]
        counted = any(_is_several(head) for head in heads)
        # A family name may look like a plural ("Sanders"), but one person is "he".
        several = counted or (self.plural and not self.gender)
        return Traits((self.individual or bool(self.gender)) and not several, several, self.gender)

    def aliases(self) -> tuple[str, ...]:
        """The other words that were used for it, in order."""
        name = self.name.casefold()
        said = [m for m in self.mentions if m.form not in {Form.PRONOUN, Form.POSSESSIVE}]
        words = [m.text for m in said if m.text.casefold() != name]
        return tuple(dict.fromkeys(w for w in words if w))


class Speakers:
    """The speakers found so far, with look-up by what they are called."""

    def __init__(self, words: KindWords) -> None:
        self._words = words
        self._all: list[Speaker] = []

    def __iter__(self) -> Iterator[Speaker]:
        return iter(self._all)

    def add(self, description: Description, mention: Mention | None = None) -> Speaker:
        """A new speaker."""
        speaker = Speaker(description)
        self._all.append(speaker)
        if mention is not None:
            speaker.plural = mention.plural and not (description.key or "").startswith("actor:")
            told = not description.key and _is_individual(mention, description, self._words)
            speaker.individual = description.person or told
            self.join(speaker, mention)
        return speaker

    def join(self, speaker: Speaker, mention: Mention, naming: bool = True) -> None:
        """Count ``mention`` as one of ``speaker``'s; one that only points to it adds no name."""
        speaker.mentions.append(mention)
        if not naming:
            return
        speaker.naming.append(mention)
        speaker.gender = speaker.gender or mention.gender
        person = name_words(mention.person)
        if person:
            speaker.individual = True
            if len(person) > len(speaker.person):
                speaker.person = person

    def unite(self, kept: Speaker, gone: Speaker) -> None:
        """Make one of two: ``gone``, met before, turns out to be ``kept``."""
        self._all.remove(gone)
        kept.mentions[:0] = gone.mentions
        kept.naming[:0] = gone.naming
        kept.known_as |= gone.known_as
        kept.gender, kept.body = kept.gender or gone.gender, kept.body or gone.body
        own, other = kept.description, gone.description
        kind = other.kind if own.kind is SourceKind.OTHER else own.kind
        kept.description = replace(own, kind=kind, party=own.party or other.party)

    def by_key(self, key: str) -> Speaker | None:
        """The speaker of that key."""
        return next((s for s in self._all if s.description.key == key), None)

    def by_person(self, name: Sequence[str]) -> Speaker | None:
        """The person that ``name`` can be short for."""
        return next((s for s in self._all if s.person and may_be_one(name, s.person)), None)

    def by_name(self, mention: Mention) -> Speaker | None:
        """The speaker called by the same words, or by those words and more with the same last one."""
        words = content_words(mention.words)
        for speaker in self._all:
            for other in speaker.naming:
                theirs = content_words(other.words)
                alike = mention.proper or mention.plural == other.plural
                if (
                    words
                    and alike
                    and (words == theirs or (_same_head(mention, other) and _one_in_other(words, theirs)))
                ):
                    return speaker
        return None

    def by_alias(self, word: str) -> Speaker | None:
        """The speaker with that short name in brackets."""
        return next((s for s in self._all if levelled(word) in s.known_as), None)


def may_be_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two persons' names can be one person's: the shorter is part of the longer, family name and all.

    Examples
    --------
    >>> may_be_one(("kaya",), ("ali", "kaya")), may_be_one(("ali",), ("ali", "kaya"))
    (True, False)
    """
    short, long = sorted((a, b), key=len)
    return bool(short) and short[-1] == long[-1] and set(short) <= set(long)


def _is_several(head: Token) -> bool:
    """Whether a noun or number is of several people ("aides", "46 percent", "three in ten")."""
    word = head.text.lower()
    named = head.tag == "NNS" and head.text[:1].islower()
    return named or (head.tag == "CD" and word not in ("one", "1")) or word in _SEVERAL


def _is_individual(mention: Mention, description: Description, words: KindWords) -> bool:
    """Whether a mention without a person's name means one person, not a body."""
    role = _forms(mention.role)
    if mention.plural or role & words.bodies:
        return False
    if mention.head.text.lower() == "one":
        return True
    personal = bool(role & (words.roles | words.titles)) or is_one_person(mention.role)
    return personal or (description.kind in _INDIVIDUALS and not mention.proper)


def _forms(token: Token) -> frozenset[str]:
    word = levelled(token.text)
    return frozenset({word, singular(word), token.lemma.lower()})


def _same_head(a: Mention, b: Mention) -> bool:
    return a.proper and b.proper and levelled(a.head.text) == levelled(b.head.text)


def _one_in_other(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(min(a, b, key=len)) > 1 and (a <= b or b <= a)


def _fullness(name: str) -> tuple[int, int]:
    words = pieces(name)
    count = len(content_words(words))
    return (count if len(words) <= _LONGEST_NAME else 1, sum(w[:1].isupper() for w in words))
