"""What people decide about what the program suggests, and the log of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from claims.core.article import Article
from claims.core.claim import Claim, Event, Quantity
from claims.core.relation import Disagreement, Relation
from claims.core.source import Source
from claims.core.spans import Spans


class ItemKind(StrEnum):
    """What can be decided about."""

    DISAGREEMENT = "disagreement"
    CLAIM = "claim"
    SOURCE = "source"
    EVENT = "event"


class Item(NamedTuple):
    """Something that can be decided about; ``key`` stays the same over scans and models."""

    kind: ItemKind
    key: str


class Verdict(StrEnum):
    """What a person makes of a suggestion of the program."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class State(StrEnum):
    """How far the review of a disagreement is."""

    SUGGESTED = "suggested"
    IN_REVIEW = "in review"
    REVIEWED = "reviewed"
    SECOND_REVIEW = "second review"
    PUBLISHED = "published"
    CORRECTED = "corrected"


class Grade(StrEnum):
    """How well an event is established, after the grades of Airwars; apart from the review's state."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


@dataclass(frozen=True)
class Evidence:
    """Where a decision can be checked; ``sha256`` is that of an archived copy, in hexadecimal."""

    url: str
    sha256: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Judge:
    """A disagreement is one (confirmed) or is none (rejected)."""

    verdict: Verdict


@dataclass(frozen=True)
class Flag:
    """A disagreement is to be looked at again, or no longer."""

    on: bool


@dataclass(frozen=True)
class Move:
    """The review of a disagreement goes to another state."""

    state: State


@dataclass(frozen=True)
class Support:
    """Which account the evidence supports: the key of a claim of that side; None for neither."""

    claim: str | None


@dataclass(frozen=True)
class Assess:
    """An event gets a grade."""

    grade: Grade


@dataclass(frozen=True)
class Edit:
    """A claim is put right; None leaves a field as it is."""

    statement: str | None = None
    source: str | None = None
    quantities: tuple[Quantity, ...] | None = None


@dataclass(frozen=True)
class Merge:
    """A source is the same as the source with the key ``into``."""

    into: str


@dataclass(frozen=True)
class Split:
    """The claims with these keys speak of another event than that they were put to."""

    claims: tuple[str, ...]


@dataclass(frozen=True)
class Join:
    """An event is the same as the event with the key ``into``."""

    into: str


@dataclass(frozen=True)
class Add:
    """A claim that the program missed; decided about the claim that thereby comes to be.

    The store makes the key of that claim; whatever key the decision's item has is not looked at.

    Attributes
    ----------
    article
        Id of the article in the store.
    spans
        Its words, in characters of the article's cleaned text.
    source
        Key of a source, or the name of a new one.
    statement
        The claim written to stand alone; None for the words themselves.
    event
        Key of the event it speaks of.
    opposes
        Key of a claim that it contradicts: the two become a disagreement.
    """

    article: str
    spans: Spans
    source: str
    statement: str | None = None
    event: str | None = None
    opposes: str | None = None


@dataclass(frozen=True)
class Undo:
    """The entry of that number is taken back."""

    entry: int


Change = Judge | Flag | Move | Support | Assess | Edit | Merge | Split | Join | Add | Undo


@dataclass(frozen=True)
class Decision:
    """One change to one item, by one person, with the reason and where it can be checked.

    Attributes
    ----------
    version
        That of the item's :class:`Standing` when the person saw it; a decision about an item that
        somebody else has changed since is refused.
    """

    item: Item
    change: Change
    who: str
    version: int
    why: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A decision in the review log.

    Attributes
    ----------
    number
        From 1, without gaps.
    at
        In UTC.
    before, after
        The fields of the item that the decision changed, as JSON values.
    digest
        SHA-256 of this entry and of ``previous``, the digest of the entry before.
    """

    number: int
    at: datetime
    decision: Decision
    before: Mapping[str, object]
    after: Mapping[str, object]
    previous: str
    digest: str


@dataclass(frozen=True)
class Standing:
    """Where an item stands after all decisions about it; version 0 before the first.

    Attributes
    ----------
    supports, settled
        Key of a claim of the account that the evidence supports; and whether a person said which it
        supports, since ``supports`` is None also where they said that it supports none.
    """

    item: Item
    version: int = 0
    state: State = State.SUGGESTED
    verdict: Verdict | None = None
    flagged: bool = False
    supports: str | None = None
    grade: Grade | None = None
    evidence: tuple[Evidence, ...] = ()
    reviewer: str | None = None
    second_reviewer: str | None = None
    changed: datetime | None = None
    settled: bool = False


@dataclass(frozen=True)
class Dispute:
    """A disagreement with all that a person needs to decide about it; ids in it are keys of the store."""

    disagreement: Disagreement
    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    articles: Mapping[str, Article]
    relations: tuple[Relation, ...]
    event: Event | None
    standing: Standing
    event_standing: Standing | None = None
    suggested: bool = True
    """Whether the last scan still finds it; decisions on what it no longer finds are kept."""


class Order(StrEnum):
    """What comes first in the queue."""

    CONTESTED = "contested"
    SURE = "sure"
    RECENT = "recent"


@dataclass(frozen=True)
class Filter:
    """Which disagreements of the queue are wanted; None for all. Dates are those of publication."""

    source: str | None = None
    party: str | None = None
    kind: str | None = None
    place: str | None = None
    state: State | None = None
    verdict: Verdict | None = None
    flagged: bool | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Waiting:
    """A line of the queue; sources and parties by name, and the date is that of the latest article."""

    key: str
    question: str
    kind: str
    label: str
    score: float
    positions: tuple[str, ...]
    sources: tuple[str, ...]
    parties: tuple[str, ...]
    place: str | None
    published: date | None
    contested: float
    standing: Standing


@dataclass(frozen=True)
class Queue:
    """A page of the queue; ``total`` counts all lines that pass the filter."""

    lines: tuple[Waiting, ...]
    total: int
