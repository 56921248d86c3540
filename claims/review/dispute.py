"""A disagreement as it is shown: the sides in their context, what was decided, and what can be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.core.claim import Claim, Event, Quantity
from claims.core.relation import Relation, Side
from claims.core.review import Dispute, Entry, Evidence, Grade, Item, ItemKind, Standing, State
from claims.reporting import words
from claims.reporting.ranges import side_letter
from claims.review import entries, links
from claims.review.asking import Asked
from claims.review.marks import Mark, marks_of, name_of
from claims.review.passages import Passage, around
from claims.review.sources import name_in_field
from claims.store import Store


@dataclass(frozen=True)
class Figure:
    """A quantity as the fields of a form hold it."""

    measure: str
    of: str
    low: str
    high: str
    words: str


@dataclass(frozen=True)
class Account:
    """A claim of a side, with all that shows where it comes from.

    Attributes
    ----------
    context
        The paragraphs of the article in which its words stand.
    version, source_version
        Those of the claim and of its source, to be sent with decisions about them.
    """

    claim: Claim
    mark: Mark
    name: str
    about: str
    via: str
    facts: tuple[str, ...]
    context: tuple[Passage, ...]
    article: str
    imprint: str
    where: str
    link: str
    source_field: str
    figures: tuple[Figure, ...]
    version: int
    source_version: int


@dataclass(frozen=True)
class SideView:
    """One answer; ``claim`` is the key under which the evidence is said to support it."""

    letter: str
    position: str
    accounts: tuple[Account, ...]
    claim: str | None
    supported: bool


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
    claims
        Those of this disagreement that speak of it, each with its statement.
    others
        Events that it might be the same as.
    """

    key: str
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
        sides=tuple(_sides(found, versions)),
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


def name_in(source_id: str, found: Dispute) -> str:
    """What to call a source of a disagreement."""
    return name_of(found.sources[source_id]) if source_id in found.sources else "another source"


def changes_since(store: Store, item: Item, version: int) -> tuple[entries.Line, ...]:
    """What was decided about ``item`` after somebody saw it at ``version``, the newest first."""
    now = store.standing(item).version
    newer = store.history(item)[: max(now - version, 0)]
    return entries.lines(newer, {item: now}, {})


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


def _sides(found: Dispute, versions: Mapping[Item, int]) -> Iterable[SideView]:
    speaking = dict.fromkeys(found.claims[c].source for s in found.disagreement.sides for c in s.claims)
    marks = marks_of(found.sources[key] for key in speaking)
    for number, side in enumerate(found.disagreement.sides):
        yield _side(number, side, found, marks, versions)


def _side(
    number: int,
    side: Side,
    found: Dispute,
    marks: Mapping[str, Mark],
    versions: Mapping[Item, int],
) -> SideView:
    return SideView(
        letter=side_letter(number),
        position=words.opening(side.position),
        accounts=tuple(_account(found.claims[key], found, marks, versions) for key in side.claims),
        claim=side.claims[0] if side.claims else None,
        supported=found.standing.supports in side.claims,
    )


def _account(
    claim: Claim,
    found: Dispute,
    marks: Mapping[str, Mark],
    versions: Mapping[Item, int],
) -> Account:
    article, source = found.articles[claim.article], found.sources[claim.source]
    raw = article.raw_spans(claim.spans)
    facts = (words.manner(claim), words.doubt(claim))
    return Account(
        claim=claim,
        mark=marks[source.id],
        name=name_of(source, article),
        about=words.kind_and_party(source),
        via=words.via([name_in(relay, found) for relay in claim.relays]),
        facts=tuple(fact for fact in facts if fact),
        context=around(article, claim.id, claim.spans),
        article=words.title(article),
        imprint=words.imprint(article),
        where=", ".join(f"{span.start}–{span.end}" for span in raw),
        link=links.article(article.id, claim.id, found.disagreement.id),
        source_field=name_in_field(source),
        figures=tuple(_figure(quantity) for quantity in claim.quantities),
        version=versions.get(Item(ItemKind.CLAIM, claim.id), 0),
        source_version=versions.get(Item(ItemKind.SOURCE, source.id), 0),
    )


def _figure(quantity: Quantity) -> Figure:
    open_above = quantity.high is None or quantity.high == float("inf")
    return Figure(
        measure=quantity.measure,
        of=quantity.of or "",
        low=f"{quantity.low:.15g}",
        high="" if open_above else f"{quantity.high:.15g}",
        words=quantity.text,
    )


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
        what=words.opening(event.what),
        facts=tuple((name, fact) for name, fact in facts if fact),
        grade=standing.grade if standing else None,
        version=standing.version if standing else 0,
        claims=tuple((claim.id, claim.statement) for claim in own),
        others=tuple((other.id, _named(other)) for other in others),
    )


def _named(event: Event) -> str:
    return ", ".join(part for part in (words.opening(event.what), event.where, event.when) if part)
