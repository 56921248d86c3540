"""Keys that stay the same over scans, made of the words of the articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from claims.core.article import Article
from claims.core.report import Report
from claims.core.spans import Spans
from claims.store.codec import to_json

_LENGTH = 20
_READABLE = 8


def article_id(article: Article) -> str:
    """The id of an article in every store: the SHA-256 of its text as it was given."""
    return sha256(article.raw.encode("utf-8", "surrogatepass")).hexdigest()


def key_of(*parts: object) -> str:
    """A short key made of ``parts``.

    Examples
    --------
    >>> key_of("source", "the ministry") == key_of("source", "the ministry")
    True
    """
    return sha256(to_json(parts).encode()).hexdigest()[:_LENGTH]


def claim_key(article: Article, spans: Spans, speaker: str) -> str:
    """The key of a claim: its article, where its words stand in the raw text, and its source's words."""
    raw = [list(span) for span in article.raw_spans(spans)]
    return key_of("claim", article_id(article), raw or [list(span) for span in spans], speaker)


def numbered(keys: Iterable[str]) -> Sequence[str]:
    """The keys, with a number behind those that came before.

    Examples
    --------
    >>> numbered(["a", "b", "a"])
    ['a', 'b', 'a-2']
    """
    seen: Counter[str] = Counter()
    found = []
    for key in keys:
        seen[key] += 1
        found.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return found


def with_short_ids(report: Report) -> Report:
    """``report`` with as much of the articles' ids as tells them apart, for people to read."""
    ids = [a.id for a in report.articles]
    length = next(n for n in (*range(_READABLE, len(max(ids, default="", key=len))), None) if _differ(ids, n))
    return replace(
        report,
        articles=tuple(replace(a, id=a.id[:length]) for a in report.articles),
        attributions=tuple(replace(a, article=a.article[:length]) for a in report.attributions),
        claims=tuple(replace(c, article=c.article[:length]) for c in report.claims),
    )


def _differ(ids: Sequence[str], length: int | None) -> bool:
    return length is None or len({id[:length] for id in ids}) == len(ids)
