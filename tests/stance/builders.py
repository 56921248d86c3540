"""Terse builders of claims, sources and articles."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from claims.core.article import Article
from claims.core.attribution import Commitment, Manner
from claims.core.claim import Claim, Moment, Participant, Place, Proposition, Quantity
from claims.core.source import Source, SourceKind
from claims.core.spans import Span

MEASURES = {"killed": "kill", "injured": "injure", "casualties": "casualty"}


def someone(text: str, head: str | None = None, party: str | None = None) -> Participant:
    """A participant; the head is its last word unless told."""
    words = frozenset(w.strip(".,'’").removesuffix("'s").casefold() for w in text.split()) - {
        "the",
        "a",
        "an",
    }
    head = (head or text.rsplit(maxsplit=1)[-1]).casefold()
    return Participant(text, head, party, words | {head}, frozenset([party] if party else ()))


def count(measure: str, text: str, low: float, high: float | None, of: str | None = None, **more) -> Quantity:
    """A quantity; ``of`` is a lemma phrase."""
    return Quantity(measure, of, low, high, text, **more)


def clock(text: str, hour: int, minute: int = 0) -> Moment:
    """A time of 14 July 2020, in UTC, to the minute."""
    start = datetime(2020, 7, 14, hour, minute)
    return Moment(text, start, start + timedelta(minutes=1), clock=True)


def day(text: str, number: int, month: int = 7) -> Moment:
    """A day of 2020."""
    start = datetime(2020, month, number)
    return Moment(text, start, start + timedelta(days=1))


def claim(
    id: str,
    statement: str,
    predicate: str,
    *,
    source: str | None = None,
    article: str | None = None,
    attribution: str | None = None,
    relays: tuple[str, ...] = (),
    frame: str | None = None,
    commitment: Commitment = Commitment.ASSERTS,
    negated: bool = False,
    hedged: bool = False,
    agent: Participant | None = None,
    patient: Participant | None = None,
    instrument: str | None = None,
    happening: str | None = None,
    places: tuple[Place | str, ...] = (),
    when: Moment | None = None,
    words: str = "",
    at: int = 0,
    figures: tuple[Quantity, ...] = (),
) -> Claim:
    """A claim of its own article, attribution and source unless told; ``words`` are lemmas."""
    return Claim(
        id=id,
        article=article or f"article {id}",
        attribution=attribution or f"attribution {id}",
        source=source or f"source {id}",
        relays=relays,
        text=statement,
        spans=(Span(at, at + len(statement)),),
        statement=statement,
        commitment=commitment,
        manner=Manner.INDIRECT,
        proposition=Proposition(
            predicate=predicate,
            frame=frame,
            negated=negated,
            hedged=hedged,
            agent=agent,
            patient=patient,
            instrument=instrument,
            happening=happening,
            places=tuple(Place(p) if isinstance(p, str) else p for p in places),
            when=when,
            words=frozenset(words.split()) | {predicate},
        ),
        quantities=figures,
    )


def toll(id: str, text: str, low: float, high: float | None, **more) -> Claim:
    """A claim that so many people were killed in the market fire, unless told otherwise."""
    measure = more.pop("measure", "killed")
    of = more.pop("of", "person")
    quantity = {
        name: more.pop(name)
        for name in ("party", "exact", "vague", "unit", "period", "subset")
        if name in more
    }
    more.setdefault("happening", "market fire")
    more.setdefault("words", "market fire")
    predicate = more.pop("predicate", MEASURES.get(measure, measure))
    figure = count(measure, text, low, high, of, **quantity)
    return claim(
        id, f"{text} {of} {measure} in the {more['happening']}", predicate, figures=(figure,), **more
    )


def articles(*claims: Claim, **published: date) -> dict[str, Article]:
    """The articles of ``claims``; ``published`` by claim id."""
    return {c.article: Article(c.article, c.text, c.text, (), published=published.get(c.id)) for c in claims}


def sources(*claims: Claim, **parties: str) -> dict[str, Source]:
    """The sources of ``claims``; ``parties`` by claim id, ``narrator`` for the article's own voice."""
    return {
        c.source: Source(
            c.source,
            c.source,
            SourceKind.NARRATOR if parties.get(c.id) == "narrator" else SourceKind.OFFICIAL,
            None if parties.get(c.id) == "narrator" else parties.get(c.id),
        )
        for c in claims
    }
