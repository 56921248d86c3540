"""Everything that a run found out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claims.core.article import Article
from claims.core.attribution import Attribution
from claims.core.claim import Claim, Event
from claims.core.relation import Disagreement, Relation
from claims.core.source import Source

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Skipped:
    """An article that could not be read, and why; ``named`` if the person named that input itself."""

    where: str
    why: str
    named: bool = False


@dataclass(frozen=True)
class Report:
    """The result of ``claims.report``: articles, who says what, and where the accounts part."""

    articles: tuple[Article, ...]
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    disagreements: tuple[Disagreement, ...]
    skipped: tuple[Skipped, ...] = ()

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {c.id: c for c in self.claims}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {s.id: s for s in self.sources}

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {a.id: a for a in self.articles}

    @cached_property
    def _attributions(self) -> dict[str, Attribution]:
        return {a.id: a for a in self.attributions}

    def claim(self, id: str) -> Claim:
        """The claim of that id (KeyError if there is none)."""
        return self._claims[id]

    def source(self, id: str) -> Source:
        """The source of that id (KeyError if there is none)."""
        return self._sources[id]

    def article(self, id: str) -> Article:
        """The article of that id (KeyError if there is none)."""
        return self._articles[id]

    def attribution(self, id: str) -> Attribution:
        """The attribution of that id (KeyError if there is none)."""
        return self._attributions[id]

    def claims_table(self) -> pd.DataFrame:
        """One row a claim: source, kind, party, statement, commitment, figures, place, time."""
        from claims.core.tables import claims_table

        return claims_table(self)

    def relations_table(self) -> pd.DataFrame:
        """One row a relation: label, kind, score, both sources and statements, reasons."""
        from claims.core.tables import relations_table

        return relations_table(self)
