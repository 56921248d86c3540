"""Web Annotations of the W3C: each claim on the words of its article."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.decisions import supported
from claims.core.relation import Side
from claims.core.report import Report
from claims.core.review import Dispute, Verdict
from claims.exporting.findings import Findings
from claims.exporting.selectors import selectors

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"}]

Body = dict[str, Any]


def web_annotations(findings: Findings) -> dict[str, Any]:
    """A collection with one annotation for each claim that has a place in its article.

    The targets are the words of the claim in the raw text, several where they are discontinuous;
    their bodies the statement, its source and its labels as tags, and for each disagreement the
    position that it takes, with what people decided. ``sha256`` is that of the raw text to which
    the offsets belong.
    """
    report = findings.report
    texts = {
        a.id: hashlib.sha256(a.raw.encode("utf-8", "surrogatepass")).hexdigest() for a in report.articles
    }
    sides = _sides(findings)
    labels = _labels(report)
    items = [
        _annotation(claim, report, texts[claim.article], _bodies(claim, report, labels, sides))
        for claim in report.claims
        if report.article(claim.article).raw_spans(claim.spans)
    ]
    whole = str(uuid5(NAMESPACE_URL, " ".join(item["id"] for item in items)))
    page = {"id": f"urn:uuid:{whole}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": f"urn:uuid:{whole}",
        "type": "AnnotationCollection",
        "label": "Who says what, and where the accounts part",
        "total": len(items),
        "first": page,
    }


def _annotation(claim: Claim, report: Report, text: str, bodies: list[Body]) -> dict[str, Any]:
    article = report.article(claim.article)
    source = _source(article, text)
    return {
        "id": f"urn:uuid:{uuid5(NAMESPACE_URL, f'{text} {claim.id}')}",
        "type": "Annotation",
        "motivation": ["describing", "tagging"],
        "generator": {"type": "Software", "name": "claims"},
        "body": bodies,
        "target": [
            {"type": "SpecificResource", "source": source, "selector": selectors(article.raw, span)}
            for span in article.raw_spans(claim.spans)
        ],
    }


def _source(article: Article, text: str) -> dict[str, Any]:
    """The article by its web address, else by the digest of its text (RFC 6920)."""
    digest = urlsafe_b64encode(bytes.fromhex(text)).decode().rstrip("=")
    return {"id": article.url or f"ni:///sha-256;{digest}", "type": "Text", "sha256": text}


def _sides(findings: Findings) -> Mapping[str, list[tuple[Dispute, Side]]]:
    found: dict[str, list[tuple[Dispute, Side]]] = defaultdict(list)
    for dispute in findings.disputes:
        for side in dispute.disagreement.sides:
            for claim in side.claims:
                found[claim].append((dispute, side))
    return found


def _labels(report: Report) -> Mapping[str, dict[str, None]]:
    """The labels of the relations of each claim, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for relation in report.relations:
        for claim in (relation.a, relation.b):
            found[claim][relation.label.value] = None
    return found


def _bodies(
    claim: Claim,
    report: Report,
    labels: Mapping[str, dict[str, None]],
    sides: Mapping[str, list[tuple[Dispute, Side]]],
) -> list[Body]:
    source = report.source(claim.source)
    bodies = [
        _body("describing", claim.statement),
        _body("tagging", source.name or source.kind.value),
        *(_body("tagging", label) for label in labels.get(claim.id, ())),
    ]
    for dispute, side in sides.get(claim.id, ()):
        bodies.append(_body("describing", f"{dispute.disagreement.question} {side.position}"))
        bodies += _decided(dispute, side)
    return bodies


def _decided(dispute: Dispute, side: Side) -> Iterator[Body]:
    """What people decided about a disagreement, as seen from one of its sides."""
    standing = dispute.standing
    if standing.verdict is None:
        return
    told = [f"{standing.verdict.value}, {standing.state.value}"]
    given = supported(dispute, side) if standing.verdict is Verdict.CONFIRMED else None
    if given is not None:
        told.append("the evidence supports it" if given else "the evidence does not support it")
    body = _body("assessing", ": ".join(told))
    if standing.reviewer:
        body["creator"] = {"type": "Person", "name": standing.reviewer}
    if standing.changed:
        body["modified"] = standing.changed.isoformat()
    yield body
    for evidence in standing.evidence:
        yield {"type": "SpecificResource", "purpose": "linking", "source": evidence.url}


def _body(purpose: str, value: str) -> Body:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": "en",
    }
