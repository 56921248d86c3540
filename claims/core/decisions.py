"""Which decisions of the review log stand, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.core.relation import Side
from claims.core.review import Add, Dispute, Entry, Item, Undo


def in_force(log: Sequence[Entry]) -> Iterator[Entry]:
    """The entries that nobody has taken back, the newest first.

    An undo that was itself taken back undoes nothing.
    """
    undone: set[int] = set()
    for entry in sorted(log, key=lambda e: -e.number):
        if entry.number in undone:
            continue
        if isinstance(entry.decision.change, Undo):
            undone.add(entry.decision.change.entry)
        else:
            yield entry


class _About(NamedTuple):
    item: Item
    change: type


@dataclass(frozen=True)
class Decisions:
    """The last decision of each sort about each item."""

    last: Mapping[_About, Entry]

    @classmethod
    def of(cls, log: Sequence[Entry]) -> Decisions:
        """Those of a review log."""
        found: dict[_About, Entry] = {}
        for entry in in_force(log):
            found.setdefault(_About(entry.decision.item, type(entry.decision.change)), entry)
        return cls(found)

    @property
    def added(self) -> frozenset[str]:
        """Keys of the claims that people added."""
        return frozenset(about.item.key for about in self.last if about.change is Add)

    def entry(self, item: Item, change: type) -> Entry | None:
        """The last decision of that sort about ``item``."""
        return self.last.get(_About(item, change))


def supported(dispute: Dispute, side: Side) -> bool | None:
    """Whether a person said that the evidence supports that side; None where nobody said which."""
    standing = dispute.standing
    return standing.supports in side.claims if standing.settled else None
