"""What scans found, by key, and what people changed of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from claims.core.article import Article
from claims.core.attribution import Attribution
from claims.core.claim import Claim, Event
from claims.core.relation import Disagreement, Relation
from claims.core.review import Item, ItemKind
from claims.core.source import Source

Fields = Mapping[str, object]


@dataclass(frozen=True)
class Stand:
    """An item's version and the fields that decisions gave it, and who changed it last and when."""

    version: int = 0
    fields: Fields = field(default_factory=dict)
    who: str | None = None
    changed: datetime | None = None


UNTOUCHED = Stand()
"""How an item stands that nobody decided about."""


@dataclass(frozen=True)
class Material:
    """Objects by their keys, and the fields that people's decisions gave to items.

    Attributes
    ----------
    stands
        Of the items that people decided about.
    gone
        Keys of what the last scan did not find again.
    added
        Keys of what people added.
    """

    articles: Mapping[str, Article] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    attributions: Mapping[str, Attribution] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    disagreements: Mapping[str, Disagreement] = field(default_factory=dict)
    stands: Mapping[Item, Stand] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()

    def of(self, kind: ItemKind, key: str) -> Fields:
        """The fields of an item, none if nobody decided about it."""
        return self.stands.get(Item(kind, key), UNTOUCHED).fields
