"""The words of a claim with the way to their place, and who said them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.core.claim import Claim
from claims.core.report import Report
from claims.reporting import words
from claims.reporting.digest import Voice
from claims.reporting.page.badges import Badge


@dataclass(frozen=True)
class Quote:
    """Words of an article.

    Attributes
    ----------
    anchor
        Id of the element of the page in which they stand.
    where
        Their characters: "a1:412–440".
    stance
        How the source stands to them, where it does not plainly assert them.
    doubt
        A warning where it is uncertain that the source said this.
    """

    text: str
    anchor: str
    where: str
    stance: str | None
    doubt: str | None


@dataclass(frozen=True)
class Speaker:
    """A source, the channels it came through, and its words on one matter."""

    badge: Badge
    name: str
    about: str
    via: str
    quotes: tuple[Quote, ...]


class Quotes:
    """Makes quotations and speakers of one report."""

    def __init__(self, report: Report, badges: Mapping[str, Badge]) -> None:
        self._report = report
        self._badges = badges
        self._number = {claim.id: number for number, claim in enumerate(report.claims)}

    def number(self, claim: str) -> int:
        """The place of a claim in the report, from 0."""
        return self._number[claim]

    def anchor(self, claim: str) -> str:
        """Id of the element in which the words of a claim stand."""
        return f"c{self._number[claim]}"

    def badge(self, claim: Claim) -> Badge:
        """The badge of who makes a claim."""
        return self._badges[claim.source]

    def name(self, claim: Claim) -> str:
        """Who makes a claim, at the start of a line."""
        source = self._report.source(claim.source)
        return words.opening(words.name(source, self._report.article(claim.article), self._report))

    def via(self, claim: Claim) -> str:
        """The channels that a claim passed through; may be empty."""
        return words.via([self._report.source(relay).name for relay in claim.relays])

    def quote(self, claim: Claim) -> Quote:
        """The words of a claim."""
        return Quote(
            text=claim.text,
            anchor=self.anchor(claim.id),
            where=words.where(claim, self._report),
            stance=words.commitment(claim),
            doubt=words.doubt(claim),
        )

    def speaker(self, voice: Voice) -> Speaker:
        """A voice of the digest with its words."""
        return Speaker(
            badge=self._badges[voice.claims[0].source],
            name=words.opening(voice.name),
            about=voice.about,
            via=words.via(voice.relays),
            quotes=tuple(self.quote(claim) for claim in voice.claims),
        )
