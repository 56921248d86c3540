"""The review log, which nothing may change or shorten, and where each item stands after it."""

from __future__ import annotations

from sqlalchemy import Connection

_TABLES = (
    "CREATE TABLE log (number INTEGER NOT NULL PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, "
    "kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, change TEXT NOT NULL, why TEXT, "
    "evidence TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, previous TEXT NOT NULL, "
    "digest TEXT NOT NULL)",
    "CREATE INDEX log_by_item ON log (kind, key)",
    "CREATE TABLE standings (kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, "
    "fields TEXT NOT NULL, who TEXT NOT NULL, changed TEXT NOT NULL, PRIMARY KEY (kind, key))",
)

_TRIGGERS = {
    "sqlite": (
        "CREATE TRIGGER log_keeps_its_entries BEFORE DELETE ON log "
        "BEGIN SELECT RAISE(ABORT, 'entries of the review log are never deleted'); END",
        "CREATE TRIGGER log_keeps_its_words BEFORE UPDATE ON log "
        "BEGIN SELECT RAISE(ABORT, 'entries of the review log are never changed'); END",
        # INSERT OR REPLACE deletes without asking the trigger for that.
        "CREATE TRIGGER log_grows_at_its_end BEFORE INSERT ON log "
        "WHEN NEW.number <= (SELECT coalesce(max(number), 0) FROM log) "
        "BEGIN SELECT RAISE(ABORT, 'entries of the review log are never replaced'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION log_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'entries of the review log are never changed or deleted'; END $$",
        "CREATE TRIGGER log_keeps_its_entries BEFORE UPDATE OR DELETE ON log "
        "FOR EACH ROW EXECUTE FUNCTION log_is_kept()",
        "CREATE TRIGGER log_keeps_its_rows BEFORE TRUNCATE ON log "
        "FOR EACH STATEMENT EXECUTE FUNCTION log_is_kept()",
    ),
}


def upgrade(connection: Connection) -> None:
    """Make the log with its triggers."""
    for statement in (*_TABLES, *_TRIGGERS[connection.dialect.name]):
        connection.exec_driver_sql(statement)
