"""One comparator a file, each for one slot of an event.

Every comparator has ``compare(a, b, context)`` and returns a verdict or None where it has nothing to
say. ``compare(b, a, context)`` mirrors ``compare(a, b, context)``.
"""

from __future__ import annotations

from collections.abc import Callable

from claims.core.claim import Claim
from claims.stance.comparators import (
    agreement,
    blame,
    cause,
    counts,
    denial,
    higher,
    outcome,
    place,
    time,
    victim,
    weapon,
)
from claims.stance.context import Context
from claims.stance.verdict import Verdict

Comparator = Callable[[Claim, Claim, Context], Verdict | None]

COMPARATORS: tuple[Comparator, ...] = (
    counts.compare,
    higher.compare,
    denial.compare,
    blame.compare,
    cause.compare,
    outcome.compare,
    time.compare,
    place.compare,
    victim.compare,
    weapon.compare,
    agreement.compare,
)
