"""A report as pandas tables, to filter, count and join."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.relation import Relation
from claims.core.report import Report
from claims.core.spans import cover

if TYPE_CHECKING:
    import pandas as pd

CLAIM_COLUMNS = {
    "id": "string",
    "article": "string",
    "outlet": "string",
    "published": "datetime64[s]",
    "source_id": "string",
    "source": "string",
    "kind": "string",
    "party": "string",
    "relays": "string",
    "statement": "string",
    "text": "string",
    "start": "Int64",
    "end": "Int64",
    "commitment": "string",
    "manner": "string",
    "measure": "string",
    "of": "string",
    "low": "Float64",
    "high": "Float64",
    "figures": "string",
    "place": "string",
    "time": "string",
    "event": "string",
    "probability": "float64",
}

RELATION_COLUMNS = {
    "id": "string",
    "label": "string",
    "kind": "string",
    "score": "float64",
    "a": "string",
    "b": "string",
    "article_a": "string",
    "article_b": "string",
    "source_a": "string",
    "source_b": "string",
    "statement_a": "string",
    "statement_b": "string",
    "reasons": "string",
}


def claims_table(report: Report) -> pd.DataFrame:
    """One row a claim, in the order of the report; what is unknown is missing (``pd.NA``).

    Columns
    -------
    id, article, outlet, published
        The claim and where it was read.
    source_id, source, kind, party, relays
        Who said it; ``relays`` are the names of the channels, parted by "; ".
    statement, text, start, end
        The stand-alone wording, the words of the article, and the characters of its raw text from
        the first of those words to the last (end exclusive).
    commitment, manner
        How it was said.
    measure, of, low, high
        The first quantity; ``high`` is missing where there is no upper bound.
    figures, place, time
        The words for all quantities, and where and when.
    event, probability
        The event it speaks of, and how sure it is that this source said it.
    """
    return _table([_claim(c, report) for c in report.claims], CLAIM_COLUMNS)


def relations_table(report: Report) -> pd.DataFrame:
    """One row a relation: its label and the two claims ``a`` and ``b`` with their sources.

    Columns
    -------
    id, label, kind, score
        What is said of the pair, about what, and how sure that is.
    a, b
        Claim ids; for ``updates``, ``b`` is the later.
    article_a, article_b, source_a, source_b, statement_a, statement_b
        Where, by whom and what.
    reasons
        Why, parted by "; ".
    """
    return _table([_relation(r, report) for r in report.relations], RELATION_COLUMNS)


def _table(rows: list[dict[str, Any]], columns: dict[str, str]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=kind) for name, kind in columns.items()}
    )


def _claim(claim: Claim, report: Report) -> dict[str, Any]:
    import pandas as pd

    article, source = report.article(claim.article), report.source(claim.source)
    quantity = next(iter(claim.quantities), None)
    about = claim.proposition
    start, end = _place(claim, article)
    return {
        "id": claim.id,
        "article": claim.article,
        "outlet": article.outlet or None,
        "published": pd.Timestamp(article.published) if article.published else pd.NaT,
        "source_id": claim.source,
        "source": source.name or None,
        "kind": source.kind.value,
        "party": source.party or None,
        "relays": _joined(report.source(r).name for r in claim.relays),
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
        "figures": _joined(q.text for q in claim.quantities),
        "place": _joined(p.name for p in about.places),
        "time": about.when.text if about.when else None,
        "event": claim.event,
        "probability": claim.probability,
    }


def _relation(relation: Relation, report: Report) -> dict[str, Any]:
    a, b = report.claim(relation.a), report.claim(relation.b)
    return {
        "id": relation.id,
        "label": relation.label.value,
        "kind": relation.kind.value if relation.kind else None,
        "score": relation.score,
        "a": a.id,
        "b": b.id,
        "article_a": a.article,
        "article_b": b.article,
        "source_a": report.source(a.source).name or None,
        "source_b": report.source(b.source).name or None,
        "statement_a": a.statement,
        "statement_b": b.statement,
        "reasons": _joined(relation.reasons),
    }


def _place(claim: Claim, article: Article) -> tuple[int | None, int | None]:
    raw = article.raw_spans(claim.spans)
    return cover(raw) if raw else (None, None)


def _bound(high: float | None) -> float | None:
    return None if high is None or math.isinf(high) else high


def _joined(texts: Iterable[str]) -> str | None:
    return "; ".join(t for t in texts if t) or None
