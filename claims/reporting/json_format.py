"""The report as JSON: the contract ``claims-report/1`` that scripts outside rely on."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from claims.core.article import Article
from claims.core.attribution import Attribution
from claims.core.claim import Claim, Event, Moment, Participant, Proposition, Quantity
from claims.core.relation import Disagreement, Relation
from claims.core.report import Report
from claims.core.source import Source
from claims.core.spans import Spans

SCHEMA = "claims-report/1"

_NOT_ASCII = re.compile(r"[^\n\x20-\x7e]")


def to_json(report: Report) -> str:
    """The report as one JSON object, in the fixed contract ``claims-report/1``.

    Offsets count code points of each article's raw text. Control and format characters are
    written as escapes, so the text is the same to a program and harmless to a terminal.
    """
    text = json.dumps(as_dict(report), ensure_ascii=False, allow_nan=False, indent=2)
    return _NOT_ASCII.sub(_escaped, text) + "\n"


def as_dict(report: Report) -> dict[str, Any]:
    """What :func:`to_json` writes, as plain dicts, lists, strings and numbers."""
    return {
        "schema": SCHEMA,
        "articles": [_article(a) for a in report.articles],
        "sources": [_source(s) for s in report.sources],
        "attributions": [_attribution(a, report.article(a.article)) for a in report.attributions],
        "claims": [_claim(c, report.article(c.article)) for c in report.claims],
        "events": [_event(e) for e in report.events],
        "relations": [_relation(r) for r in report.relations],
        "disagreements": [_disagreement(d) for d in report.disagreements],
        "skipped": [{"where": s.where, "why": s.why} for s in report.skipped],
    }


def _escaped(match: re.Match[str]) -> str:
    """A character that JSON may hold as it is, escaped where a terminal might obey it."""
    character = match[0]
    return character if character.isprintable() else json.dumps(character)[1:-1]


def _known(text: str | None) -> str | None:
    """Unknown is null, never an empty string."""
    return text or None


def _iso(when: date | datetime | None) -> str | None:
    return when.isoformat() if when else None


def _number(value: float | None) -> float | int | None:
    """A bound; whole numbers without a point, no bound as null."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() else float(value)


def _spans(spans: Spans, article: Article) -> list[list[int]]:
    return [[s.start, s.end] for s in article.raw_spans(spans)]


def _known_all(texts: Iterable[str]) -> list[str]:
    return [t for t in texts if t]


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "path": _known(article.path),
        "title": _known(article.title),
        "outlet": _known(article.outlet),
        "url": _known(article.url),
        "published": _iso(article.published),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "name": _known(source.name),
        "kind": source.kind.value,
        "party": _known(source.party),
        "aliases": _known_all(source.aliases),
    }


def _attribution(attribution: Attribution, article: Article) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "article": attribution.article,
        "source": _spans(attribution.source, article),
        "cue": _spans(attribution.cue, article),
        "content": _spans(attribution.content, article),
        "manner": attribution.manner.value,
        "relay": _spans(attribution.relay, article),
        "commitment": attribution.commitment.value,
        "inside": _known(attribution.inside),
        "probability": float(attribution.probability),
    }


def _claim(claim: Claim, article: Article) -> dict[str, Any]:
    return {
        "id": claim.id,
        "article": claim.article,
        "attribution": claim.attribution,
        "source": claim.source,
        "relays": list(claim.relays),
        "text": claim.text,
        "spans": _spans(claim.spans, article),
        "statement": claim.statement,
        "commitment": claim.commitment.value,
        "manner": claim.manner.value,
        "quantities": [_quantity(q) for q in claim.quantities],
        "event": _known(claim.event),
        "probability": float(claim.probability),
        "proposition": _proposition(claim.proposition),
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    low = _number(quantity.low)
    return {
        "measure": quantity.measure,
        "of": _known(quantity.of),
        "low": 0 if low is None else low,
        "high": _number(quantity.high),
        "text": quantity.text,
        "party": _known(quantity.party),
        "exact": quantity.exact,
        "vague": quantity.vague,
        "subset": quantity.subset,
        "unit": _known(quantity.unit),
        "period": _known(quantity.period),
    }


def _proposition(proposition: Proposition) -> dict[str, Any]:
    return {
        "predicate": proposition.predicate,
        "frame": _known(proposition.frame),
        "negated": proposition.negated,
        "hedged": proposition.hedged,
        "agent": _participant(proposition.agent),
        "patient": _participant(proposition.patient),
        "instrument": _known(proposition.instrument),
        "happening": _known(proposition.happening),
        "places": [{"name": p.name, "within": list(p.within)} for p in proposition.places],
        "when": _moment(proposition.when),
    }


def _participant(participant: Participant | None) -> dict[str, Any] | None:
    if participant is None:
        return None
    return {"text": participant.text, "head": participant.head, "party": _known(participant.party)}


def _moment(moment: Moment | None) -> dict[str, Any] | None:
    if moment is None:
        return None
    return {
        "text": moment.text,
        "start": _iso(moment.start),
        "end": _iso(moment.end),
        "clock": moment.clock,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "what": event.what,
        "where": _known(event.where),
        "when": _known(event.when),
        "who": _known(event.who),
        "whom": _known(event.whom),
        "claims": list(event.claims),
    }


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "id": relation.id,
        "a": relation.a,
        "b": relation.b,
        "label": relation.label.value,
        "kind": relation.kind.value if relation.kind else None,
        "score": float(relation.score),
        "reasons": list(relation.reasons),
    }


def _disagreement(disagreement: Disagreement) -> dict[str, Any]:
    return {
        "id": disagreement.id,
        "question": disagreement.question,
        "sides": [
            {"position": s.position, "claims": list(s.claims), "sources": list(s.sources)}
            for s in disagreement.sides
        ],
        "score": float(disagreement.score),
        "label": disagreement.label.value,
        "kind": disagreement.kind.value,
        "relations": list(disagreement.relations),
    }
