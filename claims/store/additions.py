"""Claims that people add and sources that they name, and the disagreements that come of them."""

from __future__ import annotations

from sqlalchemy import Connection, Table, delete, insert, select

from claims.core.article import Article
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.claim import Claim, Proposition
from claims.core.relation import Disagreement, Kind, Label, Relation, Side
from claims.core.review import Add
from claims.core.source import Source, SourceKind
from claims.core.spans import joined
from claims.store import tables
from claims.store.codec import to_json
from claims.store.keys import key_of
from graphs.questions import question

BY_HAND = "a person says that the two contradict"
"""The reason of a relation that a person added."""


def named_source(name: str) -> str:
    """The key of a source that people name."""
    return key_of("named source", name.strip())


def enter_source(connection: Connection, name: str) -> str:
    """Keep a source that a person names, and give its key."""
    source = Source(named_source(name), name.strip(), SourceKind.OTHER)
    if not _has(connection, tables.sources, source.id):
        _insert(connection, tables.sources, source, name=source.name, kind=source.kind.value, party=None)
    return source.id


def opposed_key(claim: str, opposes: str) -> str:
    """The key of the disagreement between an added claim and the one that it contradicts."""
    return key_of("opposed", claim, opposes)


def enter_claim(connection: Connection, key: str, add: Add, source: Source, article: Article) -> None:
    """Keep an added claim with its act of saying, and with the disagreement if it opposes another."""
    claim = _claim(key, add, source, article)
    if _has(connection, tables.claims, key):
        return
    said = Attribution(key, add.article, (), (), add.spans, manner=claim.manner)
    if not _has(connection, tables.attributions, key):
        _insert(connection, tables.attributions, said, article=add.article)
    _insert(
        connection,
        tables.claims,
        claim,
        article=claim.article,
        attribution=claim.attribution,
        source=claim.source,
        event=claim.event,
        statement=claim.statement,
    )


def oppose(connection: Connection, claim: Claim, other: Claim) -> None:
    """Make a claim and one that it contradicts a disagreement."""
    key = opposed_key(claim.id, other.id)
    relation = Relation(key, other.id, claim.id, Label.CONTRADICTS, Kind.OTHER, 1.0, (BY_HAND,))
    found = Disagreement(
        key,
        question(Kind.DENIAL, [other, claim], None),
        tuple(Side(c.statement.rstrip("."), (c.id,), (c.source,)) for c in (other, claim)),
        1.0,
        relations=(key,),
    )
    _insert(
        connection,
        tables.relations,
        relation,
        a=relation.a,
        b=relation.b,
        label=relation.label.value,
        kind=Kind.OTHER.value,
        score=relation.score,
    )
    _insert(connection, tables.disagreements, found, question=found.question)
    for side, one in enumerate((other, claim)):
        connection.execute(insert(tables.accounts).values(disagreement=key, claim=one.id, side=side))


def remove_claim(connection: Connection, key: str, add: Add) -> None:
    """Take an added claim out again, with what came of it; what a scan found too stays."""
    if add.opposes is not None:
        opposed = opposed_key(key, add.opposes)
        for table in (tables.facets, tables.waiting, tables.accounts):
            connection.execute(delete(table).where(table.c.disagreement == opposed))
        for table in (tables.disagreements, tables.relations):
            connection.execute(delete(table).where(table.c.key == opposed))
    for table in (tables.claims, tables.attributions):
        connection.execute(delete(table).where(table.c.key == key, table.c.run.is_(None)))


def _claim(key: str, add: Add, source: Source, article: Article) -> Claim:
    words = joined(add.spans, article.text)
    return Claim(
        id=key,
        article=add.article,
        attribution=key,
        source=source.id,
        relays=(),
        text=words,
        spans=add.spans,
        statement=add.statement or words,
        commitment=Commitment.ASSERTS,
        manner=Manner.NARRATOR if source.kind is SourceKind.NARRATOR else Manner.INDIRECT,
        proposition=Proposition(""),
        event=add.event,
    )


def _has(connection: Connection, table: Table, key: str) -> bool:
    return connection.execute(select(table.c.key).where(table.c.key == key)).first() is not None


def _insert(
    connection: Connection,
    table: Table,
    made: Source | Attribution | Claim | Relation | Disagreement,
    **columns: object,
) -> None:
    last = connection.execute(select(table.c.position).order_by(table.c.position.desc()).limit(1)).scalar()
    connection.execute(
        insert(table).values(
            key=made.id,
            position=(last or 0) + 1,
            suggested=False,
            run=None,
            data=to_json(made),
            **columns,
        )
    )
