"""Disagreements with all that a person needs to decide about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claims.core.claim import Event
from claims.core.relation import Disagreement
from claims.core.review import Dispute, Item, ItemKind, Standing
from claims.store.material import UNTOUCHED, Material
from claims.store.overlay import applied
from claims.store.standing import standing


def disputes(found: Material) -> Iterator[Dispute]:
    """The disagreements of what was loaded, with people's changes, in its order."""
    seen = applied(found)
    for disagreement in seen.disagreements.values():
        yield _dispute(disagreement, seen)


def _dispute(disagreement: Disagreement, seen: Material) -> Dispute:
    claims = {i: seen.claims[i] for side in disagreement.sides for i in side.claims}
    named = {s for c in claims.values() for s in (c.source, *c.relays)}
    event = _event(disagreement, seen)
    return Dispute(
        disagreement=disagreement,
        claims=claims,
        sources={key: seen.sources[key] for key in seen.sources if key in named},
        articles={c.article: seen.articles[c.article] for c in claims.values()},
        relations=tuple(r for r in seen.relations.values() if r.a in claims and r.b in claims),
        event=event,
        standing=_standing(ItemKind.DISAGREEMENT, disagreement.id, seen),
        event_standing=None if event is None else _standing(ItemKind.EVENT, event.id, seen),
        suggested=disagreement.id not in seen.gone,
    )


def _event(disagreement: Disagreement, seen: Material) -> Event | None:
    """The event that most of the claims speak of."""
    spoken_of = Counter(seen.claims[i].event for side in disagreement.sides for i in side.claims)
    known = [event for event, _ in spoken_of.most_common() if event in seen.events]
    return seen.events[known[0]] if known and known[0] is not None else None


def _standing(kind: ItemKind, key: str, seen: Material) -> Standing:
    item = Item(kind, key)
    return standing(item, seen.stands.get(item, UNTOUCHED))
