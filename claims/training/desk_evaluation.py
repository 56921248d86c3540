"""Measures what the program suggests by what people decided at the desk.

Only disagreements that somebody judged count, and people judge what stands at the head of a queue
first: the figures are of what was decided, not of all that is suggested.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.core.decisions import Decisions
from claims.core.relation import Kind, Label
from claims.core.review import Dispute, Verdict
from claims.training.calibration import expected_calibration_error, reliability

if TYPE_CHECKING:
    from claims.store import Store

LEVEL = 0.95


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    right: int
    whole: int

    def interval(self) -> tuple[float, float]:
        """Where the share lies with 95 % confidence (Wilson 1927).

        Examples
        --------
        >>> [round(bound, 2) for bound in Share(8, 10).interval()]
        [0.49, 0.94]
        """
        from scipy.stats import binomtest

        found = binomtest(self.right, self.whole).proportion_ci(LEVEL, method="wilson")
        return float(found.low), float(found.high)

    def __str__(self) -> str:
        if not self.whole:
            return "0 of 0"
        low, high = self.interval()
        percent = 100 * self.right / self.whole
        return f"{self.right} of {self.whole}, {percent:.0f} % [{100 * low:.0f}, {100 * high:.0f}]"


@dataclass(frozen=True)
class DeskFigures:
    """What people made of the suggestions.

    Attributes
    ----------
    judged
        Suggestions of the program that it makes now and that people confirmed or rejected.
    gone
        Those that people judged and that the program no longer makes.
    added
        Disagreements that people added and did not reject, as the program missed them.
    claims_added
        Claims that people added.
    waiting
        Suggestions about which nobody has decided.
    """

    judged: tuple[Dispute, ...] = ()
    gone: tuple[Dispute, ...] = ()
    added: tuple[Dispute, ...] = ()
    claims_added: int = 0
    waiting: int = 0

    def of_label(self, label: Label) -> Share:
        """How many of the suggestions with that label people confirmed."""
        return _confirmed(d for d in self.judged if d.disagreement.label is label)

    def of_kind(self, kind: Kind) -> Share:
        """How many of the suggestions of that kind people confirmed."""
        return _confirmed(d for d in self.judged if d.disagreement.kind is kind)

    def suggested(self) -> Share:
        """How many of the disagreements that people know of the program suggests."""
        found = sum(map(is_confirmed, self.judged))
        missed = len(self.added) + sum(is_confirmed(d) for d in self.gone)
        return Share(found, found + missed)

    def lines(self) -> list[str]:
        """The figures as people read them."""
        rows = [
            f"suggestions that people judged: {len(self.judged)}, not judged yet: {self.waiting}",
            f"confirmed: {_confirmed(self.judged)}",
        ]
        rows += [
            f"  {label.value:12} {self.of_label(label)}" for label in Label if self.of_label(label).whole
        ]
        rows += [f"  on {kind.value:9} {self.of_kind(kind)}" for kind in Kind if self.of_kind(kind).whole]
        rows += [
            f"of the disagreements that people know of, suggested: {self.suggested()}",
            f"added by people: {len(self.added)} disagreements, {self.claims_added} claims",
            f"judged earlier and no longer suggested: confirmed {_confirmed(self.gone)}",
        ]
        if not self.judged:
            return rows
        chances = [d.disagreement.score for d in self.judged]
        right = [is_confirmed(d) for d in self.judged]
        rows.append(f"expected calibration error: {expected_calibration_error(chances, right):.3f}")
        rows += [
            f"  score {b.low:.1f}–{b.high:.1f}  mean {b.mean:.2f}  confirmed {b.right:.2f}  of {b.count}"
            for b in reliability(chances, right)
        ]
        return rows

    def error_lines(self) -> list[str]:
        """The suggestions that people rejected and the disagreements that they added."""
        rejected = (d for d in self.judged if not is_confirmed(d))
        return [
            *(f"rejected  {_named(d)}; suggested because {d.relations[0].reasons[0]}" for d in rejected),
            *(f"missed    {_named(d)}" for d in (*self.added, *filter(is_confirmed, self.gone))),
        ]


def evaluate_store(store: Store) -> DeskFigures:
    """Measure what the program suggests by the decisions in a store."""
    return measured(tuple(store.disputes()), Decisions.of(store.history(limit=sys.maxsize)))


def measured(disputes: Sequence[Dispute], decisions: Decisions) -> DeskFigures:
    """Count what people confirmed, rejected and added."""
    added = [d for d in disputes if is_added(d, decisions)]
    own = [d for d in disputes if not is_added(d, decisions)]
    judged = [d for d in own if d.standing.verdict is not None]
    return DeskFigures(
        judged=tuple(d for d in judged if d.suggested),
        gone=tuple(d for d in judged if not d.suggested),
        added=tuple(d for d in added if d.standing.verdict is not Verdict.REJECTED),
        claims_added=len(decisions.added),
        waiting=sum(d.suggested and d.standing.verdict is None for d in own),
    )


def is_added(dispute: Dispute, decisions: Decisions) -> bool:
    """Whether a disagreement rests on claims that people added alone."""
    parting = [r for r in dispute.relations if r.id in dispute.disagreement.relations]
    return bool(parting) and all({r.a, r.b} & decisions.added for r in parting)


def is_confirmed(dispute: Dispute) -> bool:
    """Whether people say that it is a disagreement."""
    return dispute.standing.verdict is Verdict.CONFIRMED


def _confirmed(disputes: Iterable[Dispute]) -> Share:
    counts = Counter(is_confirmed(d) for d in disputes)
    return Share(counts[True], counts.total())


def _named(dispute: Dispute) -> str:
    found = dispute.disagreement
    return f"{found.id}  {found.label.value} on {found.kind.value}: {found.question}"
