"""What can be asked for, apart from the libraries that do it."""

from __future__ import annotations

from enum import StrEnum


class View(StrEnum):
    """What of a report a graph shows."""

    CLAIMS = "claims"
    SOURCES = "sources"
