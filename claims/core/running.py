"""How a scan runs: where articles are read, and in how many processes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """Where articles are read: on this machine, or by Ray on the machines of a cluster."""

    LOCAL = "local"
    RAY = "ray"


@dataclass(frozen=True)
class Running:
    """The way of a scan, and how many processes read articles."""

    way: Way = Way.LOCAL
    workers: int = 1
