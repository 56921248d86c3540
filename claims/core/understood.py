"""An article after the stages that see it alone."""

from __future__ import annotations

from dataclasses import dataclass

from claims.core.attribution import Attribution
from claims.core.document import Document
from claims.core.source import Attributed


@dataclass(frozen=True)
class Understood:
    """One article with who says what in it; claims come once the sources are merged."""

    document: Document
    attributions: tuple[Attribution, ...]
    attributed: Attributed
