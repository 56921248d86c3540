"""How the file of a store is told from other files, without opening it as one."""

from __future__ import annotations

from pathlib import Path

APPLICATION = 0x434C4D53
"""Marks an SQLite file as a store ("CLMS"); it stands at byte 68 of the file."""

MAGIC = b"SQLite format 3\0"
"""How every SQLite file begins."""


def is_store(path: str | Path) -> bool:
    """Whether ``path`` is the file of a store, or the address of a PostgreSQL database.

    Examples
    --------
    >>> is_store("postgresql://desk@db.example.org/newsroom"), is_store("article.txt")
    (True, False)
    """
    if str(path).startswith("postgresql"):
        return "://" in str(path)
    try:
        with Path(path).open("rb") as file:
            head = file.read(72)
    except (OSError, ValueError):
        return False
    return head.startswith(MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION
