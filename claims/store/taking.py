"""What a run found out, put in the place of what the run before it found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from claims.core.article import Article
from claims.core.report import Report
from claims.core.review import ItemKind
from claims.store import loading, queue, tables
from claims.store.codec import to_json
from claims.store.keys import key_of
from claims.store.material import Material
from claims.store.rekeying import rekeyed
from claims.store.runs import Run


@dataclass(frozen=True)
class Taken:
    """What a run changed.

    Attributes
    ----------
    run
        Its number.
    new, gone
        Disagreements that were not found before, and those that are found no longer.
    decided
        Items that people decided about; all of them are kept.
    unfound
        Those of them that are found no longer.
    """

    run: int
    new: int
    gone: int
    decided: int
    unfound: int


def take(connection: Connection, report: Report, run: Run) -> Taken:
    """Put a report in the place of the last, within the transaction of ``connection``.

    Articles stay, and so does whatever people decided about.
    """
    before = loading.everything(connection)
    found = rekeyed(report, before)
    enter_articles(connection, found.articles)
    number = _enter(connection, run, [a.id for a in found.articles])
    kept = _kept(before)
    connection.execute(delete(tables.facets))
    connection.execute(delete(tables.waiting))
    for table, rows in _rows(found).items():
        _replace(connection, table, rows, kept[table.name], number)
    _replace_accounts(connection, found)
    queue.rewrite(connection)
    return _taken(number, before, found)


def enter_articles(connection: Connection, articles: Iterable[Article]) -> None:
    """Keep articles whose ids are their hashes; those that are there already stay as they are."""
    given = {article.id: article for article in articles}
    known = set(loading.article_ids(connection, given))
    last = connection.execute(select(func.max(tables.articles.c.position))).scalar() or 0
    fresh = [article for id, article in given.items() if id not in known]
    if fresh:
        rows = [_article(article, last + n) for n, article in enumerate(fresh, 1)]
        connection.execute(insert(tables.articles), rows)


def _article(article: Article, position: int) -> dict[str, object]:
    return {
        "id": article.id,
        "position": position,
        "title": _column(article.title),
        "outlet": _column(article.outlet),
        "url": _column(article.url),
        "published": article.published.isoformat() if article.published else None,
        "data": to_json(article),
    }


def is_compared(connection: Connection, run: Run, articles: Iterable[str]) -> bool:
    """Whether the last run was made with the same program and models of the same articles."""
    table = tables.runs
    last = connection.execute(select(table).order_by(table.c.number.desc()).limit(1)).first()
    if last is None:
        return False
    same = (last.program, last.models) == (run.program, to_json(run.models))
    return same and last.articles == _together(articles)


def _enter(connection: Connection, run: Run, articles: Iterable[str]) -> int:
    table = tables.runs
    number = (connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1
    connection.execute(
        insert(table).values(
            number=number,
            at=datetime.now(UTC).isoformat(),
            program=run.program,
            models=to_json(run.models),
            articles=_together(articles),
        )
    )
    return number


def _together(articles: Iterable[str]) -> str:
    return key_of("articles", sorted(articles))


def _rows(found: Report) -> dict[Table, list[dict[str, object]]]:
    return {
        tables.sources: [
            {
                "key": s.id,
                "name": _column(s.name),
                "kind": s.kind.value,
                "party": _column(s.party),
                "data": to_json(s),
            }
            for s in found.sources
        ],
        tables.attributions: [
            {"key": a.id, "article": a.article, "data": to_json(a)} for a in found.attributions
        ],
        tables.claims: [
            {
                "key": c.id,
                "article": c.article,
                "attribution": c.attribution,
                "source": c.source,
                "event": c.event,
                "statement": _column(c.statement),
                "data": to_json(c),
            }
            for c in found.claims
        ],
        tables.events: [
            {"key": e.id, "what": _column(e.what), "place": _column(e.where), "data": to_json(e)}
            for e in found.events
        ],
        tables.relations: [
            {
                "key": r.id,
                "a": r.a,
                "b": r.b,
                "label": r.label.value,
                "kind": r.kind.value if r.kind else None,
                "score": r.score,
                "data": to_json(r),
            }
            for r in found.relations
        ],
        tables.disagreements: [
            {"key": d.id, "question": _column(d.question), "data": to_json(d)} for d in found.disagreements
        ],
    }


def _replace(
    connection: Connection, table: Table, rows: Sequence[dict[str, Any]], kept: set[str], run: int
) -> None:
    """Write ``rows``; of the others those that are kept stay, marked as found no longer."""
    named = {row["key"] for row in rows}
    found = connection.execute(select(table.c.key, table.c.run)).all()
    unkept = [key for key, made in found if made is not None and key not in named and key not in kept]
    if table is tables.disagreements:
        _delete(connection, tables.accounts, "disagreement", [*unkept, *named])
    _delete(connection, table, "key", [key for key, _ in found if key in named] + unkept)
    connection.execute(update(table).where(table.c.run.is_not(None)).values(suggested=False))
    if rows:
        connection.execute(
            insert(table),
            [{**row, "position": n, "suggested": True, "run": run} for n, row in enumerate(rows, 1)],
        )


def _replace_accounts(connection: Connection, found: Report) -> None:
    rows = {
        (d.id, claim): {"disagreement": d.id, "claim": claim, "side": n}
        for d in found.disagreements
        for n, side in enumerate(d.sides)
        for claim in side.claims
    }
    if rows:
        connection.execute(insert(tables.accounts), list(rows.values()))


def _delete(connection: Connection, table: Table, column: str, values: Sequence[str]) -> None:
    for start in range(0, len(values), loading.AT_ONCE):
        group = values[start : start + loading.AT_ONCE]
        connection.execute(delete(table).where(table.c[column].in_(group)))


def _kept(before: Material) -> dict[str, set[str]]:
    """Keys of what decisions are about and of all that is needed to show it, by table."""
    decided: dict[ItemKind, set[str]] = {kind: set() for kind in ItemKind}
    for item, stand in before.stands.items():
        decided[item.kind].add(item.key)
        for name, kind in _REFERRING.get(item.kind, {}).items():
            if isinstance(key := stand.fields.get(name), str):
                decided[kind].add(key)
    disagreements = [d for key, d in before.disagreements.items() if key in decided[ItemKind.DISAGREEMENT]]
    claims = decided[ItemKind.CLAIM] | {c for d in disagreements for s in d.sides for c in s.claims}
    claims |= _opposed(before, claims)
    shown = [before.claims[key] for key in claims if key in before.claims]
    return {
        tables.disagreements.name: decided[ItemKind.DISAGREEMENT],
        tables.claims.name: claims,
        tables.attributions.name: {c.attribution for c in shown},
        tables.sources.name: decided[ItemKind.SOURCE] | {s for c in shown for s in (c.source, *c.relays)},
        tables.events.name: decided[ItemKind.EVENT] | {c.event for c in shown if c.event is not None},
        tables.relations.name: {r.id for r in before.relations.values() if r.a in claims and r.b in claims},
    }


_REFERRING: Mapping[ItemKind, Mapping[str, ItemKind]] = {
    ItemKind.DISAGREEMENT: {"supports": ItemKind.CLAIM},
    ItemKind.CLAIM: {"source": ItemKind.SOURCE},
    ItemKind.SOURCE: {"into": ItemKind.SOURCE},
    ItemKind.EVENT: {"into": ItemKind.EVENT},
}


def _opposed(before: Material, claims: set[str]) -> set[str]:
    """Claims that stand against an added one."""
    sides = [
        {c for s in d.sides for c in s.claims}
        for key, d in before.disagreements.items()
        if key in before.added
    ]
    return {claim for one in sides if one & claims for claim in one}


def _taken(number: int, before: Material, found: Report) -> Taken:
    was = {key for key in before.disagreements if key not in before.gone and key not in before.added}
    now = {d.id for d in found.disagreements}
    here = {
        ItemKind.DISAGREEMENT: now,
        ItemKind.CLAIM: {c.id for c in found.claims},
        ItemKind.SOURCE: {s.id for s in found.sources},
        ItemKind.EVENT: {e.id for e in found.events},
    }
    decided = [item for item, stand in before.stands.items() if stand.fields]
    unfound = [item for item in decided if item.key not in here[item.kind] | before.added]
    return Taken(number, len(now - was), len(was - now), len(decided), len(unfound))


def _column(text: str | None) -> str | None:
    """A text as a server takes it in a column of its own."""
    return None if text is None else text.replace("\0", "")
