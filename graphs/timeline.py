"""When each part of a report came up, for a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from claims.core.report import Report


@dataclass(frozen=True)
class Timeline:
    """Days of publication: of each article, and of each claim its article's.

    Attributes
    ----------
    last
        The last day of the report. What was once said stays said, so everything lasts until then.
    """

    articles: Mapping[str, date]
    claims: Mapping[str, date]
    last: date | None

    def since(self, claims: Iterable[str]) -> dict[str, str]:
        """``start`` and ``end`` of what comes up with the first of ``claims``, as ISO 8601 days.

        Empty where no day is known: such a thing is there at any time.
        """
        return self._spell(min((self.claims[c] for c in claims if c in self.claims), default=None))

    def once(self, claims: Iterable[str]) -> dict[str, str]:
        """Like :meth:`since`, of what needs all of ``claims``: from the day of the last."""
        return self._spell(max((self.claims[c] for c in claims if c in self.claims), default=None))

    def of_article(self, article: str) -> dict[str, str]:
        """``start`` and ``end`` of an article."""
        return self._spell(self.articles.get(article))

    def _spell(self, first: date | None) -> dict[str, str]:
        if first is None or self.last is None:
            return {}
        return {"start": first.isoformat(), "end": self.last.isoformat()}


def timeline(report: Report) -> Timeline:
    """The days of a report."""
    days = {a.id: _day(a.published) for a in report.articles if a.published is not None}
    claims = {c.id: days[c.article] for c in report.claims if c.article in days}
    return Timeline(days, claims, max(days.values(), default=None))


def _day(published: date) -> date:
    return published.date() if isinstance(published, datetime) else published
