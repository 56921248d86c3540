"""What was found and decided as tables with a type for each column."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum

from claims.core.claim import Claim
from claims.core.decisions import supported
from claims.core.relation import Relation, Side
from claims.core.report import Report
from claims.core.review import Dispute, Entry
from claims.core.source import Source
from claims.core.spans import cover
from claims.exporting.findings import Findings

Cell = str | float | int | bool | date | datetime | tuple[str, ...] | None
Row = Mapping[str, Cell]


class Type(StrEnum):
    """What a column holds; any cell may be empty."""

    TEXT = "text"
    TEXTS = "texts"
    WHOLE = "whole"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"
    INSTANT = "instant"


@dataclass(frozen=True)
class Table:
    """Rows under typed columns."""

    name: str
    columns: Mapping[str, Type]
    rows: tuple[Row, ...]


def tables(findings: Findings) -> tuple[Table, ...]:
    """Claims, sources, relations, disagreements and decisions."""
    report = findings.report
    said = Counter(claim.source for claim in report.claims)
    return (
        _table("claims", _CLAIM, (_claim(c, report) for c in report.claims)),
        _table("sources", _SOURCE, (_source(s, said[s.id]) for s in report.sources)),
        _table("relations", _RELATION, (_relation(r, report) for r in report.relations)),
        disagreements(findings),
        _table("decisions", _DECISION, (_decision(entry) for entry in findings.log)),
    )


def disagreements(findings: Findings) -> Table:
    """The disagreements, one row a side."""
    return _table("disagreements", _SIDE, (row for d in findings.disputes for row in _sides(d)))


def _table(name: str, columns: Mapping[str, Type], rows: Iterable[Row]) -> Table:
    return Table(name, columns, tuple(rows))


_CLAIM = {
    "id": Type.TEXT,
    "article": Type.TEXT,
    "title": Type.TEXT,
    "outlet": Type.TEXT,
    "url": Type.TEXT,
    "published": Type.DAY,
    "source": Type.TEXT,
    "source_name": Type.TEXT,
    "party": Type.TEXT,
    "relays": Type.TEXTS,
    "statement": Type.TEXT,
    "text": Type.TEXT,
    "start": Type.WHOLE,
    "end": Type.WHOLE,
    "commitment": Type.TEXT,
    "manner": Type.TEXT,
    "measure": Type.TEXT,
    "of": Type.TEXT,
    "low": Type.NUMBER,
    "high": Type.NUMBER,
    "figures": Type.TEXTS,
    "places": Type.TEXTS,
    "time": Type.TEXT,
    "event": Type.TEXT,
    "probability": Type.NUMBER,
}


def _claim(claim: Claim, report: Report) -> Row:
    article, source = report.article(claim.article), report.source(claim.source)
    quantity = next(iter(claim.quantities), None)
    raw = article.raw_spans(claim.spans)
    start, end = cover(raw) if raw else (None, None)
    when = claim.proposition.when
    return {
        "id": claim.id,
        "article": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "source": source.id,
        "source_name": source.name,
        "party": source.party,
        "relays": tuple(report.source(relay).name for relay in claim.relays),
        "statement": claim.statement,
        "text": claim.text,
        "start": start,
        "end": end,
        "commitment": claim.commitment.value,
        "manner": claim.manner.value,
        "measure": quantity.measure if quantity else None,
        "of": quantity.of if quantity else None,
        "low": quantity.low if quantity else None,
        "high": _bound(quantity.high) if quantity else None,
        "figures": tuple(q.text for q in claim.quantities),
        "places": tuple(place.name for place in claim.proposition.places),
        "time": when.text if when else None,
        "event": claim.event,
        "probability": claim.probability,
    }


def _bound(high: float | None) -> float | None:
    return None if high is None or math.isinf(high) else high


_SOURCE = {
    "id": Type.TEXT,
    "name": Type.TEXT,
    "kind": Type.TEXT,
    "party": Type.TEXT,
    "aliases": Type.TEXTS,
    "claims": Type.WHOLE,
}


def _source(source: Source, claims: int) -> Row:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        "party": source.party,
        "aliases": source.aliases,
        "claims": claims,
    }


_RELATION = {
    "id": Type.TEXT,
    "label": Type.TEXT,
    "kind": Type.TEXT,
    "score": Type.NUMBER,
    "a": Type.TEXT,
    "b": Type.TEXT,
    "source_a": Type.TEXT,
    "source_b": Type.TEXT,
    "statement_a": Type.TEXT,
    "statement_b": Type.TEXT,
    "reasons": Type.TEXTS,
}


def _relation(relation: Relation, report: Report) -> Row:
    a, b = report.claim(relation.a), report.claim(relation.b)
    return {
        "id": relation.id,
        "label": relation.label.value,
        "kind": relation.kind.value if relation.kind else None,
        "score": relation.score,
        "a": a.id,
        "b": b.id,
        "source_a": report.source(a.source).name,
        "source_b": report.source(b.source).name,
        "statement_a": a.statement,
        "statement_b": b.statement,
        "reasons": relation.reasons,
    }


_SIDE = {
    "id": Type.TEXT,
    "question": Type.TEXT,
    "label": Type.TEXT,
    "kind": Type.TEXT,
    "score": Type.NUMBER,
    "position": Type.TEXT,
    "claims": Type.TEXTS,
    "statements": Type.TEXTS,
    "sources": Type.TEXTS,
    "parties": Type.TEXTS,
    "outlets": Type.TEXTS,
    "urls": Type.TEXTS,
    "published": Type.DAY,
    "event": Type.TEXT,
    "place": Type.TEXT,
    "grade": Type.TEXT,
    "suggested": Type.TRUTH,
    "state": Type.TEXT,
    "verdict": Type.TEXT,
    "flagged": Type.TRUTH,
    "supported": Type.TRUTH,
    "evidence": Type.TEXTS,
    "reviewer": Type.TEXT,
    "second_reviewer": Type.TEXT,
    "changed": Type.INSTANT,
}


def _sides(dispute: Dispute) -> Iterator[Row]:
    disagreement, standing = dispute.disagreement, dispute.standing
    grade = dispute.event_standing.grade if dispute.event_standing else None
    whole: dict[str, Cell] = {
        "id": disagreement.id,
        "question": disagreement.question,
        "label": disagreement.label.value,
        "kind": disagreement.kind.value,
        "score": disagreement.score,
        "event": dispute.event.what if dispute.event else None,
        "place": dispute.event.where if dispute.event else None,
        "grade": grade.value if grade else None,
        "suggested": dispute.suggested,
        "state": standing.state.value,
        "verdict": standing.verdict.value if standing.verdict else None,
        "flagged": standing.flagged,
        "evidence": tuple(evidence.url for evidence in standing.evidence),
        "reviewer": standing.reviewer,
        "second_reviewer": standing.second_reviewer,
        "changed": standing.changed,
    }
    for side in disagreement.sides:
        yield {**whole, **_side(side, dispute), "supported": supported(dispute, side)}


def _side(side: Side, dispute: Dispute) -> Row:
    """What is of one side: the first day on which it was published among others."""
    claims = [dispute.claims[id] for id in side.claims]
    sources = [dispute.sources[claim.source] for claim in claims]
    articles = [dispute.articles[claim.article] for claim in claims]
    return {
        "position": side.position,
        "claims": side.claims,
        "statements": _each(claim.statement for claim in claims),
        "sources": _each(source.name for source in sources),
        "parties": _each(source.party for source in sources),
        "outlets": _each(article.outlet for article in articles),
        "urls": _each(article.url for article in articles),
        "published": min((a.published for a in articles if a.published), default=None),
    }


def _each(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Every known text, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))


_DECISION = {
    "number": Type.WHOLE,
    "at": Type.INSTANT,
    "who": Type.TEXT,
    "item": Type.TEXT,
    "key": Type.TEXT,
    "change": Type.TEXT,
    "value": Type.TEXT,
    "why": Type.TEXT,
    "evidence": Type.TEXTS,
    "before": Type.TEXT,
    "after": Type.TEXT,
    "digest": Type.TEXT,
}


def _decision(entry: Entry) -> Row:
    decision = entry.decision
    return {
        "number": entry.number,
        "at": entry.at,
        "who": decision.who,
        "item": decision.item.kind.value,
        "key": decision.item.key,
        "change": type(decision.change).__name__.lower(),
        "value": _json(decision.change),
        "why": decision.why,
        "evidence": tuple(evidence.url for evidence in decision.evidence),
        "before": _json(dict(entry.before)),
        "after": _json(dict(entry.after)),
        "digest": entry.digest,
    }


def _json(value: object) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    """Dataclasses as mappings of what they hold, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        known = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: _plain(held) for name, held in known.items() if held is not None}
    if isinstance(value, tuple | list):
        return [_plain(held) for held in value]
    return value
