"""One atomic, checkable statement by one source, and what it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.core.attribution import Commitment, Manner
from claims.core.spans import Spans


@dataclass(frozen=True)
class Quantity:
    """How many, of what, of whom.

    Attributes
    ----------
    measure
        What is counted: ``killed``, ``injured``, ``casualties`` (killed or injured), ``missing``,
        ``displaced``, ``detained``, ``present``, ``percent``, ``money`` or the head noun in the
        singular (``vehicle``).
    of
        Whom or what of, head noun in the singular with what narrows it ("turkish soldier").
    low, high
        Closed interval; ``high`` None for no upper bound. ``more than 100`` of people is 101.
    text
        The words as given ("at least 12").
    party
        The side that those counted belong to, where the words say so.
    exact
        False for "about", "some" and for vague words ("dozens"), whose interval is a reading.
    vague
        True for words that name no number ("dozens", "several", "many").
    subset
        True for a part of another quantity of the claim ("including three children").
    unit, period
        "percent", "USD"; "month on month", "a day": another unit or period is another scope.
    """

    measure: str
    of: str | None
    low: float
    high: float | None
    text: str
    party: str | None = None
    exact: bool = True
    vague: bool = False
    subset: bool = False
    unit: str | None = None
    period: str | None = None


@dataclass(frozen=True)
class Moment:
    """A time as an interval of naive UTC; ``text`` as given.

    ``clock`` says that it is exact to the minute or hour; otherwise the interval covers whole
    days, months or years. Both bounds are None where the words could not be resolved (no date of
    the article is known); ``text`` is then all there is to compare.
    """

    text: str
    start: datetime | None = None
    end: datetime | None = None
    clock: bool = False


@dataclass(frozen=True)
class Place:
    """A place as named, with the larger places that hold it, the nearest first.

    "Ariha, southern Idlib" is ``Place("Ariha", ("Idlib", "Syria"))``.
    """

    name: str
    within: tuple[str, ...] = ()


@dataclass(frozen=True)
class Participant:
    """Somebody or something that takes part in a happening.

    Attributes
    ----------
    text
        The words as given, possessives resolved ("Turkey's soldiers").
    head
        Lemma of the head noun ("soldier").
    party
        The one side it belongs to, where the words or the resolved possessive say so.
    words
        Lemmas of its content words, the head among them.
    sides
        All sides that the words name ("Syrian and Russian forces").
    """

    text: str
    head: str
    party: str | None = None
    words: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Proposition:
    """What a claim says happened.

    Attributes
    ----------
    predicate
        Lemma of the word that names it ("injure", "casualty", "sink").
    frame
        Its class in ``claims/statements/frames.yaml`` ("injure", "kill", "attack", "damage",
        "sink", "rise" ...), None for a word that is in none.
    negated
        Whether the content itself says that it did not happen ("none were hurt" is not: that is
        a quantity of zero).
    hedged
        Whether the content leaves it open ("may have", "is expected to").
    agent, patient, instrument
        Who did it, to whom or what, with what.
    happening
        The event as the claim names it apart from its predicate ("car bombing", "market fire").
    places, when
        Where and when.
    borrowed
        Whether these are those of the happening that the text told of before, not the claim's own.
    words
        Lemmas of all content words of the claim.
    """

    predicate: str
    frame: str | None = None
    negated: bool = False
    hedged: bool = False
    agent: Participant | None = None
    patient: Participant | None = None
    instrument: str | None = None
    happening: str | None = None
    places: tuple[Place, ...] = ()
    when: Moment | None = None
    borrowed: bool = False
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Claim:
    """One atomic statement by one source.

    Attributes
    ----------
    source, relays
        Source ids.
    text, spans
        The words of the article and where they stand in its cleaned text.
    statement
        The claim rewritten to stand alone.
    commitment
        How the source stands to it.
    event
        Id of the event it speaks of, None before the stance stage and where there is none.
    probability
        That of its attribution.
    """

    id: str
    article: str
    attribution: str
    source: str
    relays: tuple[str, ...]
    text: str
    spans: Spans
    statement: str
    commitment: Commitment
    manner: Manner
    proposition: Proposition
    quantities: tuple[Quantity, ...] = ()
    event: str | None = None
    probability: float = 1.0


@dataclass(frozen=True)
class Event:
    """A happening that claims speak of: what, where, when, who to whom; unknown is None."""

    id: str
    what: str
    where: str | None = None
    when: str | None = None
    who: str | None = None
    whom: str | None = None
    claims: tuple[str, ...] = ()
