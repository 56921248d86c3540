"""Disagreements: one question, its sides, and who takes them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.core.claim import Claim, Event
from claims.core.relation import Disagreement, Kind, Label, Relation, Side
from claims.core.source import Source
from graphs.grouping import components, sides
from graphs.positions import position
from graphs.questions import question

_PARTING = frozenset({Label.CONTRADICTS, Label.DIFFERS})
_AGREEING = frozenset({Label.CORROBORATES, Label.REPEATS})


def find(
    claims: Sequence[Claim],
    relations: Sequence[Relation],
    events: Iterable[Event],
    sources: Iterable[Source],
) -> tuple[Disagreement, ...]:
    """Find the questions on which accounts part.

    Claims that contradict or differ on one slot of one event are accounts of one question. Those
    that agree, or give the same position, are one side; two that contradict never are.

    Returns
    -------
    tuple of Disagreement
        Contradictions first, the surer before the less sure; at least two sides each.
    """
    by_id = {claim.id: claim for claim in claims}
    event_of = {event.id: event for event in events}
    known = {source.id for source in sources}
    found = []
    for kind, parting in _questions(relations, by_id):
        accounts = _accounts(kind, parting, relations, by_id)
        event = next((event_of[c.event] for c in accounts if c.event in event_of), None)
        found.append(_disagreement(kind, accounts, parting, relations, event, known))
    found = [d for d in found if len(d.sides) > 1]
    found.sort(key=lambda d: (d.label is not Label.CONTRADICTS, -d.score))
    return tuple(replace(d, id=f"d{n}") for n, d in enumerate(found, 1))


def corroborated(claims: Sequence[Claim], relations: Sequence[Relation]) -> tuple[Side, ...]:
    """Statements that several independent sources make, each with its claims and sources.

    Claims that repeat one of them are listed with it. The most widely shared come first.
    """
    by_id = {claim.id: claim for claim in claims}
    agreed = [r for r in relations if r.label in _AGREEING and r.a in by_id and r.b in by_id]
    opposed = [(r.a, r.b) for r in relations if r.label in _PARTING and r.a in by_id and r.b in by_id]
    confirmed = {i for r in agreed if r.label is Label.CORROBORATES for i in (r.a, r.b)}
    groups = sides(list(by_id), [(r.a, r.b) for r in _surest(agreed)], opposed)
    found = [
        Side(by_id[ids[0]].statement, tuple(ids), _sources(by_id[i] for i in ids))
        for ids in groups
        if len(ids) > 1 and confirmed & set(ids)
    ]
    return tuple(sorted(found, key=lambda side: -len(side.sources)))


def _questions(relations: Sequence[Relation], claims: dict[str, Claim]) -> list[tuple[Kind, list[Relation]]]:
    """The parting relations by question: one slot, and claims connected by them.

    In an archive a relation may bridge two events; it is a question of its own, or a chain of such
    would lead from one happening to the next.
    """
    by_slot: dict[tuple[Kind, frozenset[str | None]], list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.label in _PARTING and relation.a in claims and relation.b in claims:
            a, b = claims[relation.a], claims[relation.b]
            by_slot[_slot(relation, a, b), frozenset({a.event, b.event})].append(relation)
    found: list[tuple[Kind, list[Relation]]] = []
    for (kind, _), parting in by_slot.items():
        ids = [i for r in parting for i in (r.a, r.b)]
        groups = components(dict.fromkeys(ids), [(r.a, r.b) for r in parting])
        found.extend((kind, [r for r in parting if r.a in group]) for group in groups)
    return found


def _slot(relation: Relation, a: Claim, b: Claim) -> Kind:
    """The slot in question: whose the counted are is a part of how many they are."""
    if relation.kind is Kind.VICTIM and a.quantities and b.quantities:
        return Kind.COUNT
    return relation.kind or Kind.OTHER


def _accounts(
    kind: Kind, parting: Sequence[Relation], relations: Sequence[Relation], claims: dict[str, Claim]
) -> list[Claim]:
    """The claims that part, and those that agree with one of them."""
    ids = dict.fromkeys(i for r in parting for i in (r.a, r.b))
    core = set(ids)
    for relation in relations:
        on_it = relation.kind in {kind, None} or kind is not Kind.COUNT
        if relation.label in _AGREEING and on_it and core & {relation.a, relation.b}:
            ids.update(dict.fromkeys(i for i in (relation.a, relation.b) if i in claims))
    order = {claim: n for n, claim in enumerate(claims)}
    return [claims[i] for i in sorted(ids, key=order.__getitem__)]


def _disagreement(
    kind: Kind,
    accounts: Sequence[Claim],
    parting: Sequence[Relation],
    relations: Sequence[Relation],
    event: Event | None,
    known: set[str],
) -> Disagreement:
    ids = [claim.id for claim in accounts]
    inside = [r for r in relations if r.a in ids and r.b in ids]
    words = {claim.id: position(claim, kind, accounts) for claim in accounts}
    agreed = [(r.a, r.b) for r in _surest(inside) if r.label in _AGREEING]
    alike = [(x, y) for n, x in enumerate(ids) for y in ids[n + 1 :] if words[x] == words[y]]
    opposed = [(r.a, r.b) for r in inside if r.label in _PARTING]
    by_id = {claim.id: claim for claim in accounts}
    taken = [
        Side(words[group[0]], tuple(group), tuple(s for s in _sources(by_id[i] for i in group) if s in known))
        for group in sides(ids, [*agreed, *alike], opposed)
    ]
    hard = [r for r in parting if r.label is Label.CONTRADICTS]
    return Disagreement(
        id="",
        question=question(kind, accounts, event),
        sides=tuple(taken),
        score=max(r.score for r in hard or parting),
        label=Label.CONTRADICTS if hard else Label.DIFFERS,
        kind=kind,
        relations=tuple(r.id for r in parting),
    )


def _surest(relations: Iterable[Relation]) -> list[Relation]:
    return sorted(relations, key=lambda r: -r.score)


def _sources(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.source for claim in claims))
