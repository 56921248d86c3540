"""The queue as it is shown: a page of its lines, the fields of its filter, and how much is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claims.core.relation import Kind
from claims.core.review import Filter, Order, State, Verdict, Waiting
from claims.reporting import words
from claims.review import links
from claims.review.asking import PAGE, Asked
from claims.store import Store

_ORDERS = {
    Order.CONTESTED: "most contested first",
    Order.SURE: "surest first",
    Order.RECENT: "newest first",
}


@dataclass(frozen=True)
class Line:
    """A disagreement that waits, or was decided."""

    link: str
    question: str
    label: str
    subject: str | None
    likelihood: str
    positions: str
    sources: str
    further: str
    state: State
    verdict: Verdict | None
    flagged: bool
    people: str


@dataclass(frozen=True)
class Choice:
    """A value of a field of the filter."""

    value: str
    shown: str
    chosen: bool


@dataclass(frozen=True)
class Progress:
    """How many of all disagreements are decided."""

    decided: int
    total: int


@dataclass(frozen=True)
class QueueView:
    """A page of the queue.

    Attributes
    ----------
    first
        The number of its first line, from 1.
    earlier, later
        Links to the pages before and after, None where there is none.
    begin
        The first disagreement that is still to be decided, None where there is none.
    """

    lines: tuple[Line, ...]
    asked: Asked
    total: int
    first: int
    earlier: str | None
    later: str | None
    progress: Progress
    begin: str | None
    kinds: tuple[Choice, ...]
    states: tuple[Choice, ...]
    verdicts: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    parties: tuple[str, ...]


def queue_view(store: Store, asked: Asked) -> QueueView:
    """The part of the queue that was asked for."""
    found = store.queue(asked.filter, asked.order, asked.start, PAGE)
    end = asked.start + len(found.lines)
    return QueueView(
        lines=tuple(_line(one, asked.at(asked.start + n)) for n, one in enumerate(found.lines)),
        asked=asked,
        total=found.total,
        first=asked.start + 1,
        earlier=links.queue(asked.at(asked.start - PAGE)) if asked.start else None,
        later=links.queue(asked.at(end)) if end < found.total else None,
        progress=progress(store),
        begin=following(store, asked),
        kinds=tuple(_choices(Kind, asked.filter.kind)),
        states=tuple(_choices(State, asked.filter.state)),
        verdicts=tuple(_choices(Verdict, asked.filter.verdict)),
        orders=tuple(Choice(o.value, _ORDERS[o], o is asked.order) for o in Order),
        parties=store.parties(),
    )


def progress(store: Store) -> Progress:
    """How far all reviews together are."""
    decided = sum(store.queue(Filter(verdict=verdict), limit=1).total for verdict in Verdict)
    return Progress(decided, store.queue(limit=1).total)


def following(store: Store, asked: Asked, after: str | None = None) -> str | None:
    """A link to the next disagreement to decide about, from the line asked for on; None at the end.

    Lines may have moved since they were seen, so that the search begins anew from the top where
    nothing is left below.

    Parameters
    ----------
    after
        Key of the disagreement that is left behind.
    """
    for beginning in dict.fromkeys((asked.start, 0)):
        for number, one in _from(store, asked.at(beginning)):
            if one.key != after and (asked.wants_decided or one.standing.verdict is None):
                return links.dispute(one.key, asked.at(number))
        if asked.wants_decided:
            break
    return None


def skipping(store: Store, asked: Asked, key: str) -> str | None:
    """A link to what stands below ``key`` in the queue and is to be decided; None at the end."""
    for number, one in _from(store, asked):
        if one.key != key and (asked.wants_decided or one.standing.verdict is None):
            return links.dispute(one.key, asked.at(number))
    return None


def _from(store: Store, asked: Asked) -> Iterator[tuple[int, Waiting]]:
    """The lines of the queue from the one asked for, with their numbers."""
    start = asked.start
    while True:
        found = store.queue(asked.filter, asked.order, start, PAGE)
        yield from enumerate(found.lines, start)
        start += PAGE
        if start >= found.total:
            return


def _line(one: Waiting, asked: Asked) -> Line:
    standing = one.standing
    when = words.day(one.published) if isinstance(one.published, date) else None
    people = [name for name in (standing.reviewer, standing.second_reviewer) if name]
    return Line(
        link=links.dispute(one.key, asked),
        question=one.question,
        label=one.label,
        subject=None if one.kind == Kind.OTHER else one.kind,
        likelihood=words.likelihood(one.score),
        positions=" · ".join(words.opening(position) for position in one.positions),
        sources=" · ".join(dict.fromkeys(words.opening(name) for name in one.sources if name)),
        further=" · ".join(part for part in (one.place, when) if part),
        state=standing.state,
        verdict=standing.verdict,
        flagged=standing.flagged,
        people=" and ".join(people),
    )


def _choices(choices: type[Kind] | type[State] | type[Verdict], chosen: str | None) -> Iterator[Choice]:
    for choice in choices:
        yield Choice(choice.value, choice.value, choice == chosen)
