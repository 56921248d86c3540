"""ClaimReview of schema.org, as Google and the aggregators of fact checks read it.

Only what people reviewed is written: the disagreement is confirmed, its review is done, and a person
said which account the evidence supports, or that it supports none. Each account of each source is
a review of its own. The rating is the person's decision in words; it has no number, as nobody gave one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.decisions import Decisions, supported
from claims.core.relation import Side
from claims.core.review import Dispute, Evidence, State, Support, Verdict
from claims.core.source import Source, SourceKind
from claims.exporting.findings import Findings
from claims.exporting.options import Imprint
from claims.stance.hearing import assertion

LONGEST = 75
"""Google shows a claim of fewer characters than this in one piece."""

SUPPORTED = "The evidence supports this account"
OTHER = "The evidence supports another account"
NONE = "The evidence supports none of the accounts"

NOTHING = (
    "nothing to write: no disagreement is confirmed, reviewed, and says which account the evidence supports"
)

DONE = frozenset({State.REVIEWED, State.SECOND_REVIEW, State.PUBLISHED, State.CORRECTED})
"""States from which on the review of a disagreement is done."""

_PERSONS = frozenset({SourceKind.OFFICIAL, SourceKind.WITNESS})
_AUTHORLESS = frozenset({SourceKind.ANONYMOUS, SourceKind.DOCUMENT})


@dataclass(frozen=True)
class Reviews:
    """A JSON-LD document, and in words what a person should look at before it is published."""

    document: dict[str, Any]
    warnings: tuple[str, ...]


def claim_reviews(findings: Findings, imprint: Imprint) -> Reviews:
    """All that was reviewed, as one document of schema.org's ClaimReview."""
    decisions = Decisions.of(findings.log)
    reviewed = [dispute for dispute in findings.disputes if is_reviewed(dispute)]
    lost = [dispute for dispute in reviewed if dispute.standing.supports not in {None, *_told(dispute)}]
    reviews = [r for d in reviewed if d not in lost for r in _reviews(d, decisions, imprint)]
    document = {"@context": "https://schema.org", "@graph": reviews}
    return Reviews(document, tuple(_warnings(lost, reviews)))


def _warnings(lost: Sequence[Dispute], reviews: Sequence[dict[str, Any]]) -> Iterator[str]:
    for dispute in lost:
        yield (
            f"“{dispute.disagreement.question}” is left out: the account that was said to be supported "
            "is no longer among its sides; decide again at the desk"
        )
    if not reviews:
        yield NOTHING
    for text in dict.fromkeys(str(review["claimReviewed"]) for review in reviews):
        if len(text) >= LONGEST:
            yield (
                f"“{text}” has {len(text)} characters; Google asks for fewer than {LONGEST}: "
                "shorten it at the desk"
            )


def is_reviewed(dispute: Dispute) -> bool:
    """Whether people are done with a disagreement: it is one, and which account is supported is said."""
    standing = dispute.standing
    return standing.state in DONE and standing.verdict is Verdict.CONFIRMED and standing.settled


def _told(dispute: Dispute) -> set[str]:
    return {id for side in dispute.disagreement.sides for id in side.claims}


def _reviews(dispute: Dispute, decisions: Decisions, imprint: Imprint) -> Iterator[dict[str, Any]]:
    for side in dispute.disagreement.sides:
        for claims in _by_source(side, dispute):
            yield _review(dispute, claims, _rating(side, dispute), decisions, imprint)


def _by_source(side: Side, dispute: Dispute) -> list[list[Claim]]:
    """The claims of a side by their source, those published first before the others."""
    found: dict[str, list[Claim]] = {}
    for id in side.claims:
        claim = dispute.claims[id]
        found.setdefault(claim.source, []).append(claim)
    return [sorted(own, key=lambda c: _day(dispute.articles[c.article])) for own in found.values()]


def _day(article: Article) -> str:
    """A day to sort by; unknown ones come last."""
    return article.published.isoformat() if article.published else "~"


def _rating(side: Side, dispute: Dispute) -> str:
    if dispute.standing.supports is None:
        return NONE
    return SUPPORTED if supported(dispute, side) else OTHER


def _review(
    dispute: Dispute, claims: Sequence[Claim], rating: str, decisions: Decisions, imprint: Imprint
) -> dict[str, Any]:
    standing = dispute.standing
    why = decisions.entry(standing.item, Support)
    return _known(
        {
            "@type": "ClaimReview",
            "url": _address(imprint.base, dispute.disagreement.id, claims[0].id),
            "claimReviewed": assertion(claims[0]),
            "itemReviewed": _claim(claims, dispute),
            "reviewRating": {"@type": "Rating", "alternateName": rating},
            "author": _known({"@type": "Organization", "name": imprint.publisher, "url": imprint.url}),
            "datePublished": standing.changed.date().isoformat() if standing.changed else None,
            "inLanguage": "en",
            "name": dispute.disagreement.question,
            "reviewBody": why.decision.why if why else None,
            "creativeWorkStatus": standing.state.value,
            "citation": [_evidence(e) for e in standing.evidence],
        }
    )


def _address(base: str, dispute: str, claim: str) -> str:
    """The page of a disagreement, and in it the anchor of one review, as Google wants several to have."""
    joint = "" if base.endswith(("/", "=")) else "/"
    return f"{base}{joint}{quote(dispute, safe='')}#{quote(claim, safe='')}"


def _claim(claims: Sequence[Claim], dispute: Dispute) -> dict[str, Any]:
    articles = list({c.article: dispute.articles[c.article] for c in claims}.values())
    works = [_appearance(article) for article in articles if article.url]
    first = articles[0].published
    return _known(
        {
            "@type": "Claim",
            "text": assertion(claims[0]),
            "author": _author(dispute.sources[claims[0].source], articles[0]),
            "datePublished": first.isoformat() if first else None,
            "firstAppearance": works[0] if works and articles[0].url else None,
            "appearance": works,
        }
    )


def _author(source: Source, article: Article) -> dict[str, Any] | None:
    """The source; for an article's own voice its outlet, for a nameless one nobody."""
    if source.kind is SourceKind.NARRATOR:
        return {"@type": "Organization", "name": article.outlet} if article.outlet else None
    if source.kind in _AUTHORLESS or not source.name:
        return None
    return {"@type": "Person" if source.kind in _PERSONS else "Organization", "name": source.name}


def _appearance(article: Article) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": article.outlet} if article.outlet else None
    return _known(
        {
            "@type": "CreativeWork",
            "url": article.url,
            "headline": article.title,
            "datePublished": article.published.isoformat() if article.published else None,
            "publisher": publisher,
        }
    )


def _evidence(evidence: Evidence) -> dict[str, Any]:
    kind = "MediaObject" if evidence.sha256 else "CreativeWork"
    return _known(
        {"@type": kind, "url": evidence.url, "sha256": evidence.sha256, "description": evidence.note}
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """What is known: no null, no empty text, no empty list."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
