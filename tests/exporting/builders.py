"""Decisions about a report, without a store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from claims.core.review import (
    Change,
    Decision,
    Dispute,
    Entry,
    Evidence,
    Item,
    ItemKind,
    Judge,
    State,
    Support,
    Verdict,
)
from claims.exporting.findings import Findings

AT = datetime(2024, 5, 9, 12, 30, tzinfo=UTC)
EVIDENCE = Evidence("https://archive.example/1", "ab" * 32, "the hospital's list")


def disagreement(key: str) -> Item:
    return Item(ItemKind.DISAGREEMENT, key)


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
            evidence=(EVIDENCE,),
            reviewer="Ada",
            changed=AT,
        )
        return replace(dispute, standing=standing)

    return replace(findings, disputes=tuple(decided(d) for d in findings.disputes), log=log)
