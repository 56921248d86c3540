"""Questions to a report, each with a definition: who is contradicted, who stands alone, who relays whom.

Nothing here says who is right. A contradiction holds between two claims, and so counts for both of
their sources.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claims.core.claim import Claim
from claims.core.relation import Label
from claims.core.report import Report
from claims.core.source import Source
from graphs.grouping import components

_SAYS_THE_SAME = frozenset({Label.CORROBORATES, Label.REPEATS})


@dataclass(frozen=True)
class Counted:
    """Another source, and how often."""

    source: Source
    times: int


@dataclass(frozen=True)
class Contradicted:
    """A source that others contradict.

    Attributes
    ----------
    times
        Pairs of claims, one of this source and one of another, that contradict each other.
    claims
        How many of its claims are in such a pair.
    share
        ``claims`` of all claims of the source.
    by
        The others, the most frequent first; their times add up to ``times``.
    """

    source: Source
    times: int
    claims: int
    share: float
    by: tuple[Counted, ...]


@dataclass(frozen=True)
class Relayed:
    """A channel and a source that it carries.

    Attributes
    ----------
    claims
        Claims of ``source`` that came through ``relay``.
    """

    relay: Source
    source: Source
    claims: int


def most_contradicted(report: Report) -> tuple[Contradicted, ...]:
    """The sources that others contradict, the most often contradicted first.

    A source is contradicted once for each relation ``contradicts`` between a claim of its own and a
    claim of another source. What a source says against itself does not count.

    Examples
    --------
    >>> most_contradicted(Report((), (), (), (), (), (), ()))
    ()
    """
    by: dict[str, Counter[str]] = defaultdict(Counter)
    disputed: dict[str, set[str]] = defaultdict(set)
    for one, other in _pairs(report, Label.CONTRADICTS):
        for mine, theirs in ((one, other), (other, one)):
            by[mine.source][theirs.source] += 1
            disputed[mine.source].add(mine.id)
    said = Counter(claim.source for claim in report.claims)
    found = [
        Contradicted(
            source=source,
            times=by[source.id].total(),
            claims=len(disputed[source.id]),
            share=len(disputed[source.id]) / said[source.id],
            by=tuple(Counted(report.source(id), times) for id, times in by[source.id].most_common()),
        )
        for source in report.sources
        if source.id in by
    ]
    return tuple(sorted(found, key=lambda c: -c.times))


def resting_on_one_source(report: Report) -> tuple[Claim, ...]:
    """The claims that no second source is found to make, in the order of the report.

    Claims that corroborate or repeat each other, also by way of a third, say the same. A claim rests
    on one source if all claims that say the same have one source, or if none of them corroborates
    another: a copy of the same wire text, which only repeats, is no second source.

    Examples
    --------
    >>> resting_on_one_source(Report((), (), (), (), (), (), ()))
    ()
    """
    known = {claim.id: claim for claim in report.claims}
    same = [
        (r.a, r.b) for r in report.relations if r.label in _SAYS_THE_SAME and r.a in known and r.b in known
    ]
    confirmed = {claim.id for pair in _pairs(report, Label.CORROBORATES) for claim in pair}
    shared = {id for group in components(known, same) if confirmed & set(group) for id in group}
    return tuple(claim for claim in report.claims if claim.id not in shared)


def relayed(report: Report) -> tuple[Relayed, ...]:
    """Which channel carries whom, the pair with the most claims first.

    A claim counts once for each relay that it passed through, however many there are in a row.

    Examples
    --------
    >>> relayed(Report((), (), (), (), (), (), ()))
    ()
    """
    counts = Counter(
        (relay, claim.source) for claim in report.claims for relay in dict.fromkeys(claim.relays)
    )
    known = {source.id: source for source in report.sources}
    return tuple(
        Relayed(known[relay], known[source], claims)
        for (relay, source), claims in counts.most_common()
        if relay in known and source in known
    )


def _pairs(report: Report, label: Label) -> Iterator[tuple[Claim, Claim]]:
    """Claims of two different sources between which a relation has ``label``."""
    known = {claim.id: claim for claim in report.claims}
    for relation in report.relations:
        if relation.label is label and relation.a in known and relation.b in known:
            one, other = known[relation.a], known[relation.b]
            if one.source != other.source:
                yield one, other
