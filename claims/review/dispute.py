"""A disagreement as it is shown: its sides, why it is suggested, what was decided and what can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.core.claim import Event
from claims.core.relation import Relation
from claims.core.review import Dispute, Entry, Evidence, Grade, Item, ItemKind, Standing, State
from claims.reporting import words
from claims.review import entries
from claims.review.asking import Asked
from claims.review.marks import name_of
from claims.review.sides import SideView, sides
from claims.store import Store


@dataclass(frozen=True)
class Why:
    """A relation between two of the claims."""

    label: str
    likelihood: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class EventView:
    """The happening, with its grade.

    Attributes
    ----------
    named
        What, where and when in one line.
    claims
        Those of this disagreement that speak of it, each with its statement.
    others
        Events that it might be the same as.
    """

    key: str
    named: str
    what: str
    facts: tuple[tuple[str, str], ...]
    grade: Grade | None
    version: int
    claims: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DisputeView:
    """A disagreement.

    Attributes
    ----------
    waits_for
        What a decision of this person would be: "first", "second" or "again".
    asked
        The line of the queue that led here.
    """

    key: str
    question: str
    label: str
    subject: str | None
    likelihood: str
    sides: tuple[SideView, ...]
    why: tuple[Why, ...]
    event: EventView | None
    standing: Standing
    suggested: bool
    waits_for: str
    states: tuple[State, ...]
    grades: tuple[Grade, ...]
    history: tuple[entries.Line, ...]
    asked: Asked
    evidence: tuple[Evidence, ...]


def dispute_view(store: Store, key: str, asked: Asked, who: str) -> DisputeView:
    """The disagreement of that key, for the person ``who``.

    Raises
    ------
    KeyError
        If there is none.
    """
    found = store.dispute(key)
    versions = _versions(store, found)
    names = _names(found)
    log = _log(store, versions)
    return DisputeView(
        key=key,
        question=found.disagreement.question,
        label=found.disagreement.label.value,
        subject=words.subject(found.disagreement.kind),
        likelihood=words.likelihood(found.disagreement.score),
        sides=tuple(sides(found, versions)),
        why=tuple(_why(relation) for relation in found.relations),
        event=_event(found.event, found, store.events_like(found.event)) if found.event else None,
        standing=found.standing,
        suggested=found.suggested,
        waits_for=_waits_for(found.standing, who),
        states=tuple(State),
        grades=tuple(Grade),
        history=entries.lines(log, versions, names),
        asked=asked,
        evidence=found.standing.evidence,
    )


def changes_since(store: Store, item: Item, version: int, dispute: str | None) -> tuple[entries.Line, ...]:
    """What was decided about ``item`` after somebody saw it at ``version``, the newest first.

    Parameters
    ----------
    dispute
        The disagreement on whose page it stood, whose sources are called by name.
    """
    now = store.standing(item).version
    newer = store.history(item)[: max(now - version, 0)]
    names = _names(store.dispute(dispute)) if dispute else {}
    return entries.lines(newer, {item: now}, names)


def _versions(store: Store, found: Dispute) -> dict[Item, int]:
    items = [Item(ItemKind.CLAIM, key) for key in found.claims]
    items += [Item(ItemKind.SOURCE, claim.source) for claim in found.claims.values()]
    versions = {item: store.standing(item).version for item in dict.fromkeys(items)}
    versions[Item(ItemKind.DISAGREEMENT, found.disagreement.id)] = found.standing.version
    if found.event is not None:
        standing = found.event_standing
        versions[Item(ItemKind.EVENT, found.event.id)] = standing.version if standing else 0
    return versions


def _log(store: Store, versions: Mapping[Item, int]) -> list[Entry]:
    """The entries of the disagreement and of all that belongs to it; only what was changed has any."""
    changed = [item for item, version in versions.items() if version]
    return [entry for item in changed for entry in store.history(item)]


def _names(found: Dispute) -> dict[str, str]:
    names = {key: name_of(source) for key, source in found.sources.items()}
    return names | {claim.id: names.get(claim.source, claim.id) for claim in found.claims.values()}


def _waits_for(standing: Standing, who: str) -> str:
    if standing.verdict is None:
        return "first"
    if standing.reviewer != who and standing.second_reviewer is None:
        return "second"
    return "again"


def _why(relation: Relation) -> Why:
    return Why(relation.label.value, words.likelihood(relation.score), relation.reasons)


def _event(event: Event, found: Dispute, others: Sequence[Event]) -> EventView:
    facts: Sequence[tuple[str, str | None]] = (
        ("Where", event.where),
        ("When", event.when),
        ("Who", event.who),
        ("Whom", event.whom),
    )
    standing = found.event_standing
    own = [claim for claim in found.claims.values() if claim.event == event.id]
    return EventView(
        key=event.id,
        named=_named(event),
        what=words.opening(event.what),
        facts=tuple((name, fact) for name, fact in facts if fact),
        grade=standing.grade if standing else None,
        version=standing.version if standing else 0,
        claims=tuple((claim.id, claim.statement) for claim in own),
        others=tuple((other.id, _named(other)) for other in others),
    )


def _named(event: Event) -> str:
    return ", ".join(part for part in (words.opening(event.what), event.where, event.when) if part)
