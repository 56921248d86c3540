"""What people changed, laid over what scans found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from claims.core.claim import Claim, Event, Quantity
from claims.core.relation import Disagreement, Relation, Side
from claims.core.review import ItemKind
from claims.core.source import Source
from claims.store.codec import typed
from claims.store.following import Following
from claims.store.material import Material
from graphs.positions import position


def applied(found: Material) -> Material:
    """``found`` with all edits, merges, splits and joins made."""
    following = Following(found.stands)
    claims = {key: _claim(claim, found, following) for key, claim in found.claims.items()}
    return replace(
        found,
        claims=claims,
        sources=_sources(found, following),
        events=_events(found, following),
        relations={k: r for k, r in found.relations.items() if _holds(r, found, claims, following)},
        disagreements={k: _disagreement(d, found, claims, following) for k, d in found.disagreements.items()},
    )


def _claim(claim: Claim, found: Material, following: Following) -> Claim:
    own = found.of(ItemKind.CLAIM, claim.id)
    changed: dict[str, Any] = {}
    if (statement := own.get("statement")) is not None:
        changed["statement"] = statement
    if (quantities := own.get("quantities")) is not None:
        changed["quantities"] = typed(quantities, tuple[Quantity, ...])
    return replace(
        claim,
        source=following.source(str(own.get("source") or claim.source)),
        relays=tuple(dict.fromkeys(following.source(r) for r in claim.relays)),
        event=following.event_of(claim.id, claim.event),
        **changed,
    )


def _sources(found: Material, following: Following) -> Mapping[str, Source]:
    same: dict[str, list[Source]] = defaultdict(list)
    for key, source in found.sources.items():
        same[following.source(key)].append(source)
    return {
        key: _named(found.sources[key], [s for s in group if s.id != key])
        for key, group in same.items()
        if key in found.sources
    }


def _named(source: Source, others: list[Source]) -> Source:
    """``source`` with the names of the others as aliases."""
    if not others:
        return source
    names = dict.fromkeys([*source.aliases, *(n for o in others for n in (o.name, *o.aliases))])
    party = source.party or next((o.party for o in others if o.party), None)
    return replace(source, party=party, aliases=tuple(n for n in names if n and n != source.name))


def _events(found: Material, following: Following) -> Mapping[str, Event]:
    named = dict(found.events)
    pending = list(named)
    while pending:
        key = pending.pop()
        for part in following.parts(key):
            if part not in named:
                named[part] = replace(named[key], id=part, claims=())
                pending.append(part)
    members: dict[str, list[str]] = defaultdict(list)
    for event in found.events.values():
        for claim in event.claims:
            members[following.event_of(claim, event.id) or event.id].append(claim)
    return {
        key: replace(event, claims=tuple(dict.fromkeys(members[key])))
        for key, event in named.items()
        if following.event(key) == key and members[key]
    }


def _holds(relation: Relation, found: Material, claims: Mapping[str, Claim], following: Following) -> bool:
    """Whether a relation still stands: people may have put its claims to two happenings."""
    a, b = claims.get(relation.a), claims.get(relation.b)
    if a is None or b is None:
        return False
    parted = any(_is_split_off(claim, found, following) for claim in (a, b))
    return not parted or None in {a.event, b.event} or a.event == b.event


def _is_split_off(claim: Claim, found: Material, following: Following) -> bool:
    """Whether people say that a claim speaks of another happening than the program thinks."""
    event = found.claims[claim.id].event
    return event is not None and claim.event != following.event(event)


def _disagreement(
    given: Disagreement, found: Material, claims: Mapping[str, Claim], following: Following
) -> Disagreement:
    ids = [c for side in given.sides for c in side.claims if c in claims]
    here = _staying(ids, found, claims, following)
    sides = tuple(
        _side(side, given, found, [claims[c] for c in side.claims if c in here], [claims[c] for c in here])
        for side in given.sides
    )
    return replace(given, sides=tuple(side for side in sides if side.claims))


def _staying(ids: list[str], found: Material, claims: Mapping[str, Claim], following: Following) -> list[str]:
    """The claims that people did not put to another happening than most of them speak of."""
    split_off = {i for i in ids if _is_split_off(claims[i], found, following)}
    if not split_off:
        return ids
    # Where as many went as stayed, those that stayed are the disagreement.
    spoken_of = Counter(claims[i].event for i in sorted(ids, key=split_off.__contains__) if claims[i].event)
    usual = spoken_of.most_common(1)[0][0]
    return [i for i in ids if claims[i].event in {usual, None}]


def _side(side: Side, given: Disagreement, found: Material, own: list[Claim], accounts: list[Claim]) -> Side:
    if not own:
        return replace(side, claims=(), sources=())
    ids = tuple(claim.id for claim in own)
    edited = found.of(ItemKind.CLAIM, ids[0])
    worded_anew = edited.get("statement") is not None or edited.get("quantities") is not None
    words = side.position if ids[0] == side.claims[0] and not worded_anew else None
    return Side(
        words or position(own[0], given.kind, accounts),
        ids,
        tuple(dict.fromkeys(claim.source for claim in own)),
    )
