"""Everything a store holds as one report, as the program and the people see it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claims.core.relation import Disagreement, Label
from claims.core.report import Report
from claims.core.review import ItemKind, Verdict
from claims.core.source import Source
from claims.store.following import Following
from claims.store.material import Material
from claims.store.overlay import applied


def report_of(found: Material) -> Report:
    """A report without what was rejected, and without what only the program once suggested."""
    seen = applied(found)
    disagreements = [d for d in seen.disagreements.values() if _stands(d, seen)]
    claims = _claims(disagreements, seen)
    relations = [r for r in seen.relations.values() if r.a in claims and r.b in claims]
    known = {r.id for r in relations}
    disagreements.sort(key=lambda d: (d.label is not Label.CONTRADICTS, -d.score))
    shown = [claim for key, claim in seen.claims.items() if key in claims]
    speaking = {c.attribution for c in shown}
    return Report(
        articles=tuple(seen.articles.values()),
        sources=current_sources(found),
        attributions=tuple(
            a for key, a in seen.attributions.items() if key not in seen.gone or key in speaking
        ),
        claims=tuple(shown),
        events=tuple(
            replace(e, claims=own)
            for e in seen.events.values()
            if (own := tuple(c for c in e.claims if c in claims))
        ),
        relations=tuple(relations),
        disagreements=tuple(
            replace(d, relations=tuple(r for r in d.relations if r in known)) for d in disagreements
        ),
    )


def current_sources(found: Material) -> tuple[Source, ...]:
    """The sources that people see: those merged into others left out, and those nobody needs.

    Parameters
    ----------
    found
        With at least the claims that no scan finds, or that people edited.
    """
    seen = applied(found)
    needed = {s for claim in seen.claims.values() for s in (claim.source, *claim.relays)}
    needed |= {into for _, into in Following(found.stands).merged(ItemKind.SOURCE)}
    unneeded = (found.gone | found.added) - needed
    return tuple(source for key, source in seen.sources.items() if key not in unneeded)


def _stands(disagreement: Disagreement, seen: Material) -> bool:
    verdict = seen.of(ItemKind.DISAGREEMENT, disagreement.id).get("verdict")
    if verdict == Verdict.REJECTED.value or len(disagreement.sides) < 2:
        return False
    return disagreement.id not in seen.gone or verdict == Verdict.CONFIRMED.value


def _claims(disagreements: Iterable[Disagreement], seen: Material) -> set[str]:
    """Claims that are found now, or that a disagreement still rests on."""
    needed = {c for d in disagreements for side in d.sides for c in side.claims}
    return {key for key in seen.claims if key not in seen.gone} | needed
