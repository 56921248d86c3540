"""The tables of a store, as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

schema_version = Table("schema_version", metadata, Column("version", Integer, primary_key=True))

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text),
    Column("program", Text),
    Column("models", Text),
    Column("articles", Text),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("published", Text),
    Column("data", Text),
)

understood = Table(
    "understood",
    metadata,
    Column("article", Text, primary_key=True),
    Column("models", Text, primary_key=True),
    Column("data", LargeBinary),
)

sources = Table(
    "sources",
    metadata,
    Column("key", Text, primary_key=True),
    Column("position", Integer),
    Column("name", Text),
    Column("kind", Text),
    Column("party", Text),
    Column("suggested", Boolean),
    Column("run", Integer),
    Column("data", Text),
)

attributions = Table(
    "attributions",
    metadata,
    Column("key", Text, primary_key=True),
    Column("position", Integer),
    Column("article", Text),
    Column("suggested", Boolean),
    Column("run", Integer),
    Column("data", Text),
)

claims = Table(
    "claims",
    metadata,
    Column("key", Text, primary_key=True),
    Column("position", Integer),
    Column("article", Text),
    Column("attribution", Text),
    Column("source", Text),
    Column("event", Text),
    Column("statement", Text),
    Column("suggested", Boolean),
    Column("run", Integer),
    Column("data", Text),
)

events = Table(
    "events",
    metadata,
    Column("key", Text, primary_key=True),
    Column("position", Integer),
    Column("what", Text),
    Column("place", Text),
    Column("suggested", Boolean),
    Column("run", Integer),
    Column("data", Text),
)

relations = Table(
    "relations",
    metadata,
    Column("key", Text, primary_key=True),
    Column("position", Integer),
    Column("a", Text),
    Column("b", Text),
    Column("label", Text),
    Column("kind", Text),
    Column("score", Double),
    Column("suggested", Boolean),
    Column("run", Integer),
    Column("data", Text),
)

disagreements = Table(
    "disagreements",
    metadata,
    Column("key", Text, primary_key=True),
    Column("position", Integer),
    Column("question", Text),
    Column("suggested", Boolean),
    Column("run", Integer),
    Column("data", Text),
)

accounts = Table(
    "accounts",
    metadata,
    Column("disagreement", Text, primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("side", Integer),
)

log = Table(
    "log",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", Text),
    Column("who", Text),
    Column("kind", Text),
    Column("key", Text),
    Column("version", Integer),
    Column("change", Text),
    Column("why", Text),
    Column("evidence", Text),
    Column("before", Text),
    Column("after", Text),
    Column("previous", Text),
    Column("digest", Text),
)

standings = Table(
    "standings",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("version", Integer),
    Column("fields", Text),
    Column("who", Text),
    Column("changed", Text),
)

waiting = Table(
    "waiting",
    metadata,
    Column("disagreement", Text, primary_key=True),
    Column("question", Text),
    Column("kind", Text),
    Column("label", Text),
    Column("score", Double),
    Column("contested", Double),
    Column("positions", Text),
    Column("sources", Text),
    Column("parties", Text),
    Column("place", Text),
    Column("first", Text),
    Column("last", Text),
    Column("state", Text),
    Column("verdict", Text),
    Column("flagged", Boolean),
)

facets = Table(
    "facets",
    metadata,
    Column("disagreement", Text, primary_key=True),
    Column("facet", Text, primary_key=True),
    Column("value", Text, primary_key=True),
)
