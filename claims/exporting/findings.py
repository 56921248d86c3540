"""What there is to export: a report, where its disagreements stand, and what people decided."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.core.report import Report
from claims.core.review import Dispute, Entry, Filter, Item, ItemKind, Standing, Verdict

if TYPE_CHECKING:
    from claims.store import Store


@dataclass(frozen=True)
class Findings:
    """A report and what people made of it.

    Attributes
    ----------
    disputes
        The disagreements of the report, and those that were rejected or are no longer found.
    log
        What was decided, in the order of the review log.
    """

    report: Report
    disputes: tuple[Dispute, ...]
    log: tuple[Entry, ...] = ()


def undecided(report: Report) -> Findings:
    """A report about which nobody has decided anything yet."""
    events = {event.id: event for event in report.events}
    relations = {relation.id: relation for relation in report.relations}
    found = []
    for disagreement in report.disagreements:
        claims = {id: report.claim(id) for side in disagreement.sides for id in side.claims}
        sources = {id for c in claims.values() for id in (c.source, *c.relays)}
        event = next((events[c.event] for c in claims.values() if c.event in events), None)
        found.append(
            Dispute(
                disagreement,
                claims,
                {id: report.source(id) for id in sources},
                {c.article: report.article(c.article) for c in claims.values()},
                tuple(relations[id] for id in disagreement.relations),
                event,
                Standing(Item(ItemKind.DISAGREEMENT, disagreement.id)),
            )
        )
    return Findings(report, tuple(found))


def stored(store: Store, wanted: Filter) -> Findings:
    """What a store holds; with a filter only the disagreements that pass it, and what belongs to them."""
    log = tuple(reversed(store.history(limit=sys.maxsize)))
    every = tuple(store.disputes())
    report = without_rejected(store.report(), every)
    if wanted == Filter():
        return Findings(report, every, log)
    return narrowed(Findings(report, tuple(store.disputes(wanted)), log))


def without_rejected(report: Report, disputes: Iterable[Dispute]) -> Report:
    """``report`` without the relations on which only a rejected disagreement rests."""
    rejected = [d for d in disputes if d.standing.verdict is Verdict.REJECTED]
    gone = {id for dispute in rejected for id in dispute.disagreement.relations}
    return replace(report, relations=tuple(r for r in report.relations if r.id not in gone))


def narrowed(findings: Findings) -> Findings:
    """Only the claims of the disagreements that are there, and what belongs to these."""
    claims = {id for d in findings.disputes for side in d.disagreement.sides for id in side.claims}
    return Findings(
        _part(findings.report, claims, {d.disagreement.id for d in findings.disputes}),
        findings.disputes,
        _log_of(findings, claims),
    )


def _part(report: Report, claims: set[str], disagreements: set[str]) -> Report:
    kept = tuple(c for c in report.claims if c.id in claims)
    sources = {id for c in kept for id in (c.source, *c.relays)}
    attributions, articles = {c.attribution for c in kept}, {c.article for c in kept}
    events = (replace(e, claims=tuple(c for c in e.claims if c in claims)) for e in report.events)
    return Report(
        articles=tuple(a for a in report.articles if a.id in articles),
        sources=tuple(s for s in report.sources if s.id in sources),
        attributions=tuple(a for a in report.attributions if a.id in attributions),
        claims=kept,
        events=tuple(e for e in events if e.claims),
        relations=tuple(r for r in report.relations if {r.a, r.b} <= claims),
        disagreements=tuple(d for d in report.disagreements if d.id in disagreements),
    )


def _log_of(findings: Findings, claims: Iterable[str]) -> tuple[Entry, ...]:
    """The entries about the disagreements, and about their claims, sources and events."""
    told = {Item(ItemKind.CLAIM, id) for id in claims}
    for dispute in findings.disputes:
        told.add(Item(ItemKind.DISAGREEMENT, dispute.disagreement.id))
        told.update(Item(ItemKind.SOURCE, id) for id in dispute.sources)
        if dispute.event is not None:
            told.add(Item(ItemKind.EVENT, dispute.event.id))
    return tuple(entry for entry in findings.log if entry.decision.item in told)
