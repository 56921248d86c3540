"""Articles, what was understood of them, what is suggested, and the queue."""

from __future__ import annotations

from sqlalchemy import Connection

_STATEMENTS = (
    "CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY)",
    "CREATE TABLE runs (number INTEGER NOT NULL PRIMARY KEY, at TEXT NOT NULL, program TEXT NOT NULL, "
    "models TEXT NOT NULL, articles TEXT NOT NULL)",
    "CREATE TABLE articles (id TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, title TEXT, "
    "outlet TEXT, url TEXT, published TEXT, data TEXT NOT NULL)",
    "CREATE TABLE understood (article TEXT NOT NULL REFERENCES articles (id), models TEXT NOT NULL, "
    "data BYTEA NOT NULL, PRIMARY KEY (article, models))",
    "CREATE TABLE sources (key TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, name TEXT NOT NULL, "
    "kind TEXT NOT NULL, party TEXT, suggested BOOLEAN NOT NULL, run INTEGER REFERENCES runs (number), "
    "data TEXT NOT NULL)",
    "CREATE TABLE attributions (key TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, "
    "article TEXT NOT NULL REFERENCES articles (id), suggested BOOLEAN NOT NULL, "
    "run INTEGER REFERENCES runs (number), data TEXT NOT NULL)",
    "CREATE TABLE claims (key TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, "
    "article TEXT NOT NULL REFERENCES articles (id), attribution TEXT NOT NULL, source TEXT NOT NULL, "
    "event TEXT, statement TEXT NOT NULL, suggested BOOLEAN NOT NULL, run INTEGER REFERENCES runs (number), "
    "data TEXT NOT NULL)",
    "CREATE INDEX claims_by_source ON claims (source)",
    "CREATE INDEX claims_by_event ON claims (event)",
    "CREATE TABLE events (key TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, what TEXT NOT NULL, "
    "place TEXT, suggested BOOLEAN NOT NULL, run INTEGER REFERENCES runs (number), data TEXT NOT NULL)",
    "CREATE TABLE relations (key TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, a TEXT NOT NULL, "
    "b TEXT NOT NULL, label TEXT NOT NULL, kind TEXT, score DOUBLE PRECISION NOT NULL, "
    "suggested BOOLEAN NOT NULL, run INTEGER REFERENCES runs (number), data TEXT NOT NULL)",
    "CREATE INDEX relations_by_a ON relations (a)",
    "CREATE INDEX relations_by_b ON relations (b)",
    "CREATE TABLE disagreements (key TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL, "
    "question TEXT NOT NULL, suggested BOOLEAN NOT NULL, run INTEGER REFERENCES runs (number), "
    "data TEXT NOT NULL)",
    "CREATE TABLE accounts (disagreement TEXT NOT NULL REFERENCES disagreements (key), claim TEXT NOT NULL, "
    "side INTEGER NOT NULL, PRIMARY KEY (disagreement, claim))",
    "CREATE INDEX accounts_by_claim ON accounts (claim)",
    "CREATE TABLE waiting (disagreement TEXT NOT NULL PRIMARY KEY REFERENCES disagreements (key), "
    "question TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, score DOUBLE PRECISION NOT NULL, "
    "contested DOUBLE PRECISION NOT NULL, positions TEXT NOT NULL, sources TEXT NOT NULL, "
    "parties TEXT NOT NULL, place TEXT, first TEXT, last TEXT, state TEXT NOT NULL, verdict TEXT, "
    "flagged BOOLEAN NOT NULL)",
    "CREATE TABLE facets (disagreement TEXT NOT NULL REFERENCES waiting (disagreement), "
    "facet TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (disagreement, facet, value))",
    "CREATE INDEX facets_by_value ON facets (facet, value)",
)


def upgrade(connection: Connection) -> None:
    """Make the tables of an empty database."""
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement)
