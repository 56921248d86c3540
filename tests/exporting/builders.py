"""Decisions about a report, without a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from claims.core.article import Article
from claims.core.claim import Event
from claims.core.relation import Disagreement, Kind, Label, Side
from claims.core.review import (
    Change,
    Decision,
    Dispute,
    Entry,
    Evidence,
    Item,
    ItemKind,
    Judge,
    Standing,
    State,
    Support,
    Verdict,
)
from claims.exporting.findings import Findings
from tests.graphs.builders import relation, said, source

AT = datetime(2024, 5, 9, 12, 30, tzinfo=UTC)
EVIDENCE = Evidence("https://archive.example/1", "ab" * 32, "the hospital's list")


def disagreement(key: str) -> Item:
    return Item(ItemKind.DISAGREEMENT, key)


def dispute(
    key: str,
    verdict: Verdict | None = None,
    *,
    label: Label = Label.CONTRADICTS,
    kind: Kind = Kind.COUNT,
    score: float = 0.9,
    event: str | None = None,
    suggested: bool = True,
) -> Dispute:
    """A disagreement between two sources; its claims are the key with ``a`` and with ``b``."""
    a, b = said(f"{key}a", f"{key} one"), said(f"{key}b", f"{key} other")
    related = relation(a.id, b.id, label, kind, score)
    sides = (Side("yes", (a.id,), (a.source,)), Side("no", (b.id,), (b.source,)))
    return Dispute(
        Disagreement(key, f"What of {key}?", sides, score, label, kind, (related.id,)),
        {a.id: a, b.id: b},
        {s: source(s) for s in (a.source, b.source)},
        {c.article: Article(c.article, "", "", ()) for c in (a, b)},
        (related,),
        Event(event, event) if event else None,
        Standing(disagreement(key), verdict=verdict),
        suggested=suggested,
    )


def entry(
    number: int,
    item: Item,
    change: Change,
    why: str | None = None,
    evidence: Sequence[Evidence] = (),
    who: str = "Ada",
) -> Entry:
    decision = Decision(item, change, who, 0, why, tuple(evidence))
    return Entry(number, AT, decision, {}, {}, "0" * 64, f"{number:064x}")


def settled(
    findings: Findings,
    key: str,
    claim: str | None,
    *,
    state: State = State.REVIEWED,
    verdict: Verdict = Verdict.CONFIRMED,
    why: str | None = None,
) -> Findings:
    """``findings`` after a person judged a disagreement and said which account is supported."""
    number = len(findings.log)
    log = (
        *findings.log,
        entry(number + 1, disagreement(key), Judge(verdict)),
        entry(number + 2, disagreement(key), Support(claim), why, [EVIDENCE]),
    )

    def decided(dispute: Dispute) -> Dispute:
        if dispute.disagreement.id != key:
            return dispute
        standing = replace(
            dispute.standing,
            version=2,
            state=state,
            verdict=verdict,
            supports=claim,
            settled=True,
            evidence=(EVIDENCE,),
            reviewer="Ada",
            changed=AT,
        )
        return replace(dispute, standing=standing)

    return replace(findings, disputes=tuple(decided(d) for d in findings.disputes), log=log)
