"""What one comparator says of a pair."""

from __future__ import annotations

from dataclasses import dataclass

from claims.core.relation import Kind, Label


@dataclass(frozen=True)
class Verdict:
    """A label with its grounds.

    Attributes
    ----------
    label
        ``corroborates`` here means only that the two agree; whether the sources are independent is
        for the fusion to say.
    later
        For ``updates``: whether the second claim of the pair is the later.
    weighed
        Whether the score already counts how sure it is that the two speak of one happening.
    """

    label: Label
    kind: Kind
    score: float
    reasons: tuple[str, ...]
    later: bool = True
    weighed: bool = False


# What is weighed first where several comparators speak: a contradiction is not made up for by an
# agreement elsewhere in the two claims.
_RANK = {Label.CONTRADICTS: 3, Label.UPDATES: 2, Label.DIFFERS: 1, Label.CORROBORATES: 0, Label.REPEATS: 0}


def strongest(verdicts: list[Verdict]) -> Verdict | None:
    """The verdict that decides, None for none."""
    return max(verdicts, key=lambda v: (_RANK[v.label], v.score), default=None)
