"""What lies over the text of an article: sources, cues, contents and claims, one over the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from claims.core.article import Article
from claims.core.attribution import Attribution, Manner
from claims.core.claim import Claim
from claims.core.report import Report
from claims.core.spans import Spans
from claims.reporting.page.badges import NAMELESS, NO_HUE, Badge
from claims.reporting.words import UNCERTAIN_BELOW


class Role(IntEnum):
    """What a stretch of text is in an act of saying; of two at one depth the higher is seen."""

    VOICE = 0
    CONTENT = 1
    CUE = 2
    SOURCE = 3


@dataclass(frozen=True)
class Layer:
    """Spans of one role.

    Attributes
    ----------
    depth
        How many attributions hold the one it belongs to.
    card
        Number of the card that tells about it; None for what has no card of its own.
    """

    spans: Spans
    role: Role
    depth: int
    hue: int
    code: str
    uncertain: bool
    card: int | None = None


def attributions_without_claims(report: Report) -> list[Attribution]:
    """Acts of saying whose content holds nothing to check; their cards follow those of the claims."""
    with_claims = {claim.attribution for claim in report.claims}
    return [
        found
        for found in report.attributions
        if found.id not in with_claims and found.manner is not Manner.NARRATOR
    ]


def layers(report: Report, badges: Mapping[str, Badge]) -> Mapping[str, Sequence[Layer]]:
    """The layers of each article, by its id."""
    made = _Layers(report, badges)
    return {article.id: tuple(made.of(article)) for article in report.articles}


class _Layers:
    def __init__(self, report: Report, badges: Mapping[str, Badge]) -> None:
        self._badges = badges
        self._outer = {a.id: a.inside for a in report.attributions}
        self._source = {claim.attribution: claim.source for claim in report.claims}
        self._claims: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
        for number, claim in enumerate(report.claims):
            self._claims[claim.article].append((number, claim))
        self._attributions = _by_article(report.attributions)
        self._cards = {
            found.id: number
            for number, found in enumerate(attributions_without_claims(report), start=len(report.claims))
        }

    def of(self, article: Article) -> Iterator[Layer]:
        for attribution in self._attributions.get(article.id, ()):
            if attribution.manner is not Manner.NARRATOR:
                yield from self._attribution(attribution)
        for number, claim in self._claims.get(article.id, ()):
            yield self._claim(number, claim)

    def _attribution(self, found: Attribution) -> Iterator[Layer]:
        badge = self._badges.get(self._source.get(found.id, ""))
        hue, code = (badge.hue, badge.code) if badge else (NO_HUE, NAMELESS)
        depth, uncertain = self._depth(found.id), found.probability < UNCERTAIN_BELOW
        for spans, role in (
            (found.content, Role.CONTENT),
            (found.cue, Role.CUE),
            (found.source, Role.SOURCE),
        ):
            card = self._cards.get(found.id) if role is Role.CONTENT else None
            yield Layer(spans, role, depth, hue, code, uncertain, card)

    def _claim(self, number: int, claim: Claim) -> Layer:
        badge = self._badges[claim.source]
        own_voice = claim.manner is Manner.NARRATOR
        return Layer(
            spans=claim.spans,
            role=Role.VOICE if own_voice else Role.CONTENT,
            depth=self._depth(claim.attribution),
            hue=badge.hue,
            code=badge.code,
            uncertain=claim.probability < UNCERTAIN_BELOW,
            card=number,
        )

    def _depth(self, attribution: str) -> int:
        depth, seen = 0, {attribution}
        outer = self._outer.get(attribution)
        while outer is not None and outer not in seen:
            seen.add(outer)
            depth += 1
            outer = self._outer.get(outer)
        return depth


def _by_article(attributions: Iterable[Attribution]) -> dict[str, list[Attribution]]:
    found: dict[str, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        found[attribution.article].append(attribution)
    return found
