"""Who and what something is after people merged sources and split and joined events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from claims.core.review import Item, ItemKind
from claims.store.material import UNTOUCHED, Fields, Stand


class Following:
    """The sources and events that people brought together and took apart."""

    def __init__(self, stands: Mapping[Item, Stand]) -> None:
        self._stands = stands

    def source(self, key: str) -> str:
        """The source that a source was merged into, and so on to the last."""
        seen = {key}
        while (into := self._into(ItemKind.SOURCE, key)) is not None and into not in seen:
            seen.add(into)
            key = into
        return key

    def event(self, key: str) -> str:
        """The event that an event was joined to, and so on to the last."""
        seen = {key}
        while (into := self._into(ItemKind.EVENT, key)) is not None and into not in seen:
            seen.add(into)
            key = into
        return key

    def event_of(self, claim: str, event: str | None) -> str | None:
        """The event that a claim, put to ``event`` at first, speaks of."""
        seen = {event}
        while event is not None:
            next_one = self._part(event, claim) or self._into(ItemKind.EVENT, event)
            if next_one is None or next_one in seen:
                return event
            seen.add(next_one)
            event = next_one
        return None

    def parts(self, event: str) -> Mapping[str, list[str]]:
        """The events that were split off from an event, with the claims that went with each."""
        found = self._of(ItemKind.EVENT, event).get("parts")
        return found if isinstance(found, dict) else {}

    def merged(self, kind: ItemKind) -> Iterator[tuple[str, str]]:
        """Pairs of what was brought together, the first into the second."""
        for item in self._stands:
            if item.kind is kind and (into := self._into(kind, item.key)) is not None:
                yield item.key, into

    def split(self) -> Iterator[tuple[str, str]]:
        """Pairs of an event and one that was split off from it."""
        for item in self._stands:
            if item.kind is ItemKind.EVENT:
                for part in self.parts(item.key):
                    yield item.key, part

    def turns_in_a_circle(self) -> bool:
        """Whether somebody's merges, splits and joins would lead back to where they began."""
        events = [*self.merged(ItemKind.EVENT), *self.split()]
        return _has_circle(self.merged(ItemKind.SOURCE)) or _has_circle(events)

    def _into(self, kind: ItemKind, key: str) -> str | None:
        into = self._of(kind, key).get("into")
        return into if isinstance(into, str) else None

    def _of(self, kind: ItemKind, key: str) -> Fields:
        return self._stands.get(Item(kind, key), UNTOUCHED).fields

    def _part(self, event: str, claim: str) -> str | None:
        return next((part for part, claims in self.parts(event).items() if claim in claims), None)


def _has_circle(pairs: Iterable[tuple[str, str]]) -> bool:
    order: TopologicalSorter[str] = TopologicalSorter()
    for one, other in pairs:
        order.add(one, other)
    try:
        order.prepare()
    except CycleError:
        return True
    return False
