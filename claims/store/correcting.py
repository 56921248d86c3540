"""What a correction does to a claim, a source or an event."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, Table, select

from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.errors import DecisionError
from claims.core.review import (
    Add,
    Assess,
    Change,
    Decision,
    Edit,
    Item,
    ItemKind,
    Join,
    Merge,
    Split,
)
from claims.core.source import Source
from claims.core.spans import Spans
from claims.store import additions, loading, tables
from claims.store.codec import from_json, plain
from claims.store.following import Following
from claims.store.keys import claim_key, key_of
from claims.store.material import Stand

_TABLES = {
    ItemKind.DISAGREEMENT: tables.disagreements,
    ItemKind.CLAIM: tables.claims,
    ItemKind.SOURCE: tables.sources,
    ItemKind.EVENT: tables.events,
}
_OF = {
    ItemKind.CLAIM: (Edit, Add),
    ItemKind.SOURCE: (Merge,),
    ItemKind.EVENT: (Assess, Split, Join),
}


def corrected(connection: Connection, decision: Decision, stand: Stand) -> dict[str, object]:
    """The fields of a claim, a source or an event that a decision gives it.

    Raises
    ------
    DecisionError
        If the decision makes no sense.
    """
    item, change = decision.item, decision.change
    if not isinstance(change, _OF.get(item.kind, ())):
        raise DecisionError(f"“{type(change).__name__.lower()}” is no change of a {item.kind.value}")
    match change:
        case Assess(grade):
            return {"grade": grade.value}
        case Edit():
            return _edited(connection, change)
        case Merge(into) | Join(into):
            _check_target(connection, item, into, stand)
            return {"into": into}
        case Split(claims):
            return _split(connection, item, claims, stand)
        case Add():
            return {"added": plain(change)}
    raise AssertionError(change)


def check_known(connection: Connection, item: Item) -> None:
    """Refuse an item that the store does not have.

    Raises
    ------
    DecisionError
        If it has none of that key.
    """
    if not is_known(connection, item):
        raise DecisionError(f"the store has no {item.kind.value} {item.key}; reload the page")


def is_known(connection: Connection, item: Item) -> bool:
    """Whether the store has such an item, found by a scan or made by people."""
    if _row(connection, _TABLES[item.kind], item.key) is not None:
        return True
    return item.kind is ItemKind.EVENT and item.key in {p for _, p in loading.following(connection).split()}


def completed(connection: Connection, decision: Decision) -> Decision:
    """An addition with the key of the claim that comes to be, and with its event.

    Raises
    ------
    DecisionError
        If its words are not in the article, if it is there already, or if it names what is not.
    """
    add = decision.change
    assert isinstance(add, Add)
    article = _article(connection, add.article)
    spans = _checked_spans(add.spans, article)
    opposed = None if add.opposes is None else _claim(connection, add.opposes)
    if add.opposes is not None and opposed is None:
        raise DecisionError("the claim that it is to contradict is not in the store")
    event = add.event
    if event is None and opposed is not None:
        event = loading.following(connection).event_of(opposed.id, opposed.event)
    elif event is not None:
        check_known(connection, Item(ItemKind.EVENT, event))
    source = _source(connection, add.source)
    key = claim_key(article, spans, source.name if source else add.source.strip())
    if _claim(connection, key) is not None:
        raise DecisionError("the store has that claim already")
    if not add.source.strip():
        raise DecisionError("say who is answerable for the claim: a source, or a new name")
    item = Item(ItemKind.CLAIM, key)
    return replace(
        decision,
        item=item,
        # Nobody can have seen a claim that is not there: it may have been added and taken back before.
        version=loading.stand(connection, item).version,
        change=replace(add, spans=spans, event=event, statement=(add.statement or "").strip() or None),
    )


def carry_out(connection: Connection, item: Item, change: Change) -> None:
    """Make the rows that a decision brings with it."""
    match change:
        case Edit(source=str(name)) if _source(connection, name) is None:
            additions.enter_source(connection, name)
        case Add():
            source = _source(connection, change.source) or _entered(connection, change.source)
            article = _article(connection, change.article)
            additions.enter_claim(connection, item.key, change, source, article)
            claim = _claim(connection, item.key)
            opposed = _claim(connection, change.opposes) if change.opposes else None
            if claim is not None and opposed is not None:
                additions.oppose(connection, claim, opposed)


def carry_back(connection: Connection, item: Item, change: Change) -> None:
    """Take the rows away that a decision brought with it; sources that were named stay."""
    if isinstance(change, Add):
        additions.remove_claim(connection, item.key, change)


def _edited(connection: Connection, edit: Edit) -> dict[str, object]:
    found: dict[str, object] = {}
    if edit.statement is not None:
        if not edit.statement.strip():
            raise DecisionError("a claim needs words")
        found["statement"] = edit.statement.strip()
    if edit.source is not None:
        if not edit.source.strip():
            raise DecisionError("say who is answerable for the claim: a source, or a new name")
        known = _source(connection, edit.source)
        found["source"] = known.id if known else additions.named_source(edit.source)
    if edit.quantities is not None:
        if any(q.high is not None and q.high < q.low for q in edit.quantities):
            raise DecisionError("a figure's lower bound is above its upper bound")
        found["quantities"] = plain(edit.quantities)
    return found


def _check_target(connection: Connection, item: Item, into: str, stand: Stand) -> None:
    if into == item.key:
        raise DecisionError("nothing can be brought together with itself")
    if stand.fields.get("into") is not None:
        raise DecisionError(
            f"this {item.kind.value} was brought together with another already; undo that first"
        )
    check_known(connection, Item(item.kind, into))


def _split(connection: Connection, item: Item, claims: tuple[str, ...], stand: Stand) -> dict[str, object]:
    if stand.fields.get("into") is not None:
        raise DecisionError("this event was joined to another; split that one")
    here = loading.claims_of_event(connection, item.key)
    if not claims or any(claim not in here for claim in claims):
        raise DecisionError("choose claims of this event for the other one")
    if set(claims) >= set(here):
        raise DecisionError("at least one claim must stay with this event")
    parts = Following({item: stand}).parts(item.key)
    part = key_of("part", item.key, stand.version, sorted(claims))
    return {"parts": {**parts, part: sorted(set(claims))}}


def _checked_spans(spans: Spans, article: Article) -> Spans:
    ordered = tuple(sorted(spans))
    ends = [0, *(span.end for span in ordered)]
    sound = all(
        end <= start < stop <= len(article.text) for end, (start, stop) in zip(ends, ordered, strict=False)
    )
    if not ordered or not sound or not article.raw_spans(ordered):
        raise DecisionError("the words of the claim are not in the article; select them again")
    return ordered


def _article(connection: Connection, id: str) -> Article:
    found = loading.articles(connection, [id]).get(id)
    if found is None:
        raise DecisionError("the article is not in the store")
    return found


def _entered(connection: Connection, name: str) -> Source:
    found = _source(connection, additions.enter_source(connection, name))
    assert found is not None
    return found


def _source(connection: Connection, key: str) -> Source | None:
    data = _row(connection, tables.sources, key)
    return None if data is None else from_json(data, Source)


def _claim(connection: Connection, key: str) -> Claim | None:
    data = _row(connection, tables.claims, key)
    return None if data is None else from_json(data, Claim)


def _row(connection: Connection, table: Table, key: str) -> str | None:
    found = connection.execute(select(table.c.data).where(table.c.key == key)).scalar()
    return None if found is None else str(found)
