"""Who is answerable for a claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class SourceKind(StrEnum):
    """What sort of speaker a source is."""

    GOVERNMENT = "government"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    MONITOR_OR_NGO = "monitor_or_ngo"
    MEDIC_OR_RESCUE = "medic_or_rescue"
    MEDIA = "media"
    INTERNATIONAL_BODY = "international_body"
    OFFICIAL = "official"
    WITNESS = "witness"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"
    OTHER = "other"
    NARRATOR = "narrator"


@dataclass(frozen=True)
class Source:
    """A speaker, resolved over its mentions in one or more articles.

    Attributes
    ----------
    name
        The fullest name found.
    party
        The side it belongs to ("Russia", "Turkey", "United Nations"), None if it has none.
    aliases
        The other words that were used for it.
    """

    id: str
    name: str
    kind: SourceKind
    party: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Traits:
    """What the words for a source tell of it that pronouns agree with.

    Attributes
    ----------
    individual, plural
        Whether it is one person; whether it is several that speak together. A body is neither.
    gender
        "he" or "she" where the text tells, else empty.
    """

    individual: bool = False
    plural: bool = False
    gender: str = ""


@dataclass(frozen=True)
class Attributed:
    """Who said what: the sources of one article and the part each has in its attributions.

    Attributes
    ----------
    speaker
        Attribution id to source id; every attribution has one (the anonymous source of the
        article where nobody is named, the narrator for its own voice).
    relays
        Attribution id to the sources it passed through, the nearest to the speaker first.
    traits
        Source id to what is known of its number and gender.
    """

    sources: tuple[Source, ...]
    speaker: Mapping[str, str]
    relays: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    traits: Mapping[str, Traits] = field(default_factory=dict)

    def of(self, attribution: str) -> Source:
        """The source of an attribution.

        Raises
        ------
        KeyError
            If the attribution is not of this article.
        """
        wanted = self.speaker[attribution]
        return next(s for s in self.sources if s.id == wanted)
