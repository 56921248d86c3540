"""Sources of several articles brought together."""

from __future__ import annotations

from collections.abc import Sequence

from claims.core.source import Attributed, Source


def merge(attributeds: Sequence[Attributed]) -> tuple[Attributed, ...]:
    """Give the sources of a run ids of the run (``s1``, ``s2`` ...), the same speaker one id.

    Which speakers of two articles are the same is told by the ids that
    :func:`~claims.sources.resolution.resolve` gave them; neither a family name nor a role alone
    ever brings two together.

    Returns
    -------
    tuple of Attributed
        In the order given. A source that occurs in several has in all of them the fullest name,
        and every alias.
    """
    same: dict[str, list[Source]] = {}
    for attributed in attributeds:
        for source in attributed.sources:
            same.setdefault(source.id, []).append(source)
    merged = {id: _one(f"s{number}", group) for number, (id, group) in enumerate(same.items(), 1)}
    return tuple(
        Attributed(
            tuple(merged[s.id] for s in attributed.sources),
            {a: merged[s].id for a, s in attributed.speaker.items()},
            {a: tuple(merged[s].id for s in chain) for a, chain in attributed.relays.items()},
            {merged[s].id: traits for s, traits in attributed.traits.items()},
        )
        for attributed in attributeds
    )


def _one(id: str, group: Sequence[Source]) -> Source:
    fullest = max(group, key=lambda s: len(s.name.split()))
    party = next((s.party for s in group if s.party is not None), None)
    names = dict.fromkeys(
        n for s in group for n in (s.name, *s.aliases) if n.casefold() != fullest.name.casefold()
    )
    return Source(id, fullest.name, fullest.kind, party, tuple(names))
