"""What can be asked for, apart from the libraries that do it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """What an export is written as."""

    CLAIMREVIEW = "claimreview"
    ANNOTATIONS = "annotations"
    CSV = "csv"
    PARQUET = "parquet"
    GEXF = "gexf"


@dataclass(frozen=True)
class Imprint:
    """Who publishes the reviews, and where.

    Attributes
    ----------
    publisher
        Name of the organisation.
    url
        Its web address.
    base
        Where the pages of the reviews are: the page of a disagreement is this with its key behind.
    """

    publisher: str
    url: str | None
    base: str
