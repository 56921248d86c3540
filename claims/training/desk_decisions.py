"""What people decided at the desk as labelled pairs for the combiner.

A confirmed disagreement says that the pairs on which it rests have their labels, a rejected one that
nothing should be said of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.decisions import Decisions
from claims.core.report import Report
from claims.core.review import Dispute, Verdict
from claims.core.spans import Span, cover
from claims.stance.entailment import EntailmentModel
from claims.training.combiner import Instance, instances
from claims.training.conflict_data import NOTHING, Conflicts, GoldClaim, GoldPair

if TYPE_CHECKING:
    from claims.store import Store


@dataclass(frozen=True)
class DecidedPairs:
    """Labelled pairs that the gate lets through, and how many disagreements were decided."""

    rows: tuple[Instance, ...]
    confirmed: int
    rejected: int


def decided_pairs(store: Store, model: EntailmentModel) -> DecidedPairs:
    """The pairs of a store's claims about which people decided.

    Claims that people added are no part of it: the program did not read them.
    """
    decisions = Decisions.of(store.history(limit=sys.maxsize))
    return pairs_of(store.report(), tuple(store.disputes()), decisions, model)


def pairs_of(
    report: Report, disputes: Sequence[Dispute], decisions: Decisions, model: EntailmentModel
) -> DecidedPairs:
    """The pairs about which people decided, with what speaks for and against their conflict.

    Parameters
    ----------
    report
        All claims, as the weight of words depends on how rare they are among them.
    """
    judged = [d for d in disputes if d.standing.verdict is not None]
    gold = labelled(judged, decisions.added, {c.id for c in report.claims})
    own = [c for c in report.claims if c.id not in decisions.added]
    rows = instances(
        gold,
        own,
        {s.id: s for s in report.sources},
        {a.id: a for a in report.articles},
        {id: frozenset({id}) for id in gold.claims},
        model,
    )
    confirmed = sum(d.standing.verdict is Verdict.CONFIRMED for d in judged)
    return DecidedPairs(tuple(rows), confirmed, len(judged) - confirmed)


def labelled(disputes: Iterable[Dispute], left_out: frozenset[str], known: set[str]) -> Conflicts:
    """Decided disagreements in the form of labelled conflicts, whose events stay whole.

    Parameters
    ----------
    left_out
        Claims of which nothing is to be learnt.
    known
        The claims that the program finds now.
    """
    claims: dict[str, GoldClaim] = {}
    pairs: list[GoldPair] = []
    for dispute in disputes:
        wanted = [p for p in _pairs(dispute) if not {p.a, p.b} & left_out and {p.a, p.b} <= known]
        for id in (id for pair in wanted for id in (pair.a, pair.b)):
            claims.setdefault(id, _claim(dispute.claims[id], dispute))
        pairs += wanted
    return Conflicts(claims, tuple(pairs))


def _pairs(dispute: Dispute) -> Iterator[GoldPair]:
    is_one = dispute.standing.verdict is Verdict.CONFIRMED
    for relation in dispute.relations:
        if relation.id in dispute.disagreement.relations:
            kind = relation.kind.value if relation.kind else None
            label = relation.label.value if is_one else NOTHING
            yield GoldPair(relation.a, relation.b, label, kind if is_one else None)


def _claim(claim: Claim, dispute: Dispute) -> GoldClaim:
    event = dispute.event.id if dispute.event else f"disagreement {dispute.disagreement.id}"
    return GoldClaim(
        claim.id,
        event,
        claim.article,
        _place(claim, dispute.articles),
        dispute.sources[claim.source].name,
        None,
        claim.commitment,
        claim.statement,
    )


def _place(claim: Claim, articles: Mapping[str, Article]) -> Span:
    raw = articles[claim.article].raw_spans(claim.spans)
    return cover(raw) if raw else Span(0, 0)
