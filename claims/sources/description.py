"""What the words of a mention say of a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.core.source import SourceKind
from claims.sources.actors import Actor


@dataclass(frozen=True)
class Description:
    """What the words of a mention say of the source.

    Attributes
    ----------
    key
        Tells known speakers apart within an article, None where the words do not name one.
    shared
        Whether the key means the same speaker in every article.
    name
        The name of a listed actor or one made up for a side; None where the words themselves serve.
    certain
        False where neither kind nor body could be read off the words.
    person
        Whether it is a listed human being.
    """

    kind: SourceKind
    party: str | None
    key: str | None = None
    shared: bool = False
    name: str | None = None
    certain: bool = True
    person: bool = False


def of_actor(actor: Actor) -> Description:
    """A listed actor."""
    return Description(actor.kind, actor.party, f"actor:{actor.name}", True, actor.name, person=actor.person)


def joint(parts: Sequence[Description]) -> Description:
    """Several sources that speak as one have the kind and party that all of them have.

    A monitor that others only bear out stays one, of no side; a side that only one of them has, the
    others being of none, is theirs.
    """
    kinds, parties = {p.kind for p in parts}, {p.party for p in parts if p.party is not None}
    monitored = parts[0].kind is SourceKind.MONITOR_OR_NGO
    kind = parts[0].kind if monitored or len(kinds) == 1 else SourceKind.OTHER
    return Description(kind, parties.pop() if len(parties) == 1 and not monitored else None)
