"""What speaks for and against two claims' conflict, as numbers that a person can check.

Every figure is named, lies between 0 and 1, and is the same for a pair and its mirror image. What
the gate has weighed already, place, time and what else ties two claims, is not weighed once more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

from claims.core.claim import Claim
from claims.core.relation import Label
from claims.core.spans import cover
from claims.stance.alignment import meet
from claims.stance.context import Context
from claims.stance.discourse import distance
from claims.stance.hearing import UNHEARD, Heard
from claims.stance.polarity import Polarity, polarity
from claims.stance.run import Run
from claims.stance.verdict import Verdict

_NEAR = 400
_LEAD = 80
_CONTRAST = re.compile(
    r"\b(?:but|however|while|although|though|despite|contrary|whereas|instead|yet|den(?:y|ies|ied|ying)"
    r"|reject(?:s|ed|ing)?|dismiss(?:es|ed)?|disput(?:e|es|ed)|conflicting|contradict\w*|refut\w*"
    r"|(?:lower|higher|different) (?:\w+ )?(?:toll|figure|number|count)|for (?:its|his|their) part)\b",
    re.IGNORECASE,
)
_MUCH = 3.0


@dataclass(frozen=True)
class Evidence:
    """The figures of one pair.

    Attributes
    ----------
    shared
        Weight of the telling words in both.
    contrast
        Whether words set them against each other in one article ("but", "despite", "a lower toll").
    rivals
        Whether two sources of different sides say next to each other what a comparator calls a
        contradiction.
    one_source, narrator, opposed
        Whether one source says both, one is the article's own voice, the sources are of two sides.
    doer_apart, against
        Whether they name two doers; whether one says yes and the other no.
    contradicts, differs, agrees
        The comparators' scores.
    contradiction, least_contradiction, least_entailment
        What the entailment model gives by the surer and the less sure of both directions; 0 without
        one.
    """

    shared: float
    contrast: float
    rivals: float
    one_source: float
    narrator: float
    opposed: float
    doer_apart: float
    against: float
    contradicts: float
    differs: float
    agrees: float
    contradiction: float
    least_contradiction: float
    least_entailment: float

    def features(self) -> tuple[float, ...]:
        """The figures in order."""
        return tuple(float(x) for x in astuple(self))


NAMES: tuple[str, ...] = tuple(f.name for f in fields(Evidence))
"""Names of the figures, in the order of ``Evidence.features``."""


def evidence(
    a: Claim, b: Claim, context: Context, verdicts: Sequence[Verdict], heard: Heard = UNHEARD
) -> Evidence:
    """Gather what is known of a pair.

    Parameters
    ----------
    verdicts
        What the comparators said.
    heard
        What the model said.
    """
    run = context.run
    says = {label: max((v.score for v in verdicts if v.label is label), default=0.0) for label in Label}
    there, back = heard
    return Evidence(
        shared=min(1.0, run.weight_of(context.judgement.shared) / _MUCH),
        contrast=_contrasted(a, b, run),
        rivals=bool(says[Label.CONTRADICTS]) and _near(a, b) and run.rivals(a, b),
        one_source=run.same_source(a, b),
        narrator=run.is_narrator(a) or run.is_narrator(b),
        opposed=run.opposed(a, b),
        doer_apart=_doers_apart(a, b),
        against={polarity(a), polarity(b)} == {Polarity.YES, Polarity.NO},
        contradicts=says[Label.CONTRADICTS],
        differs=says[Label.DIFFERS],
        agrees=says[Label.CORROBORATES],
        contradiction=max(there.contradiction, back.contradiction),
        least_contradiction=min(there.contradiction, back.contradiction),
        least_entailment=min(there.entailment, back.entailment),
    )


def _near(a: Claim, b: Claim) -> bool:
    """Whether two claims of one article stand next to each other."""
    apart = distance(a, b)
    return apart is not None and apart <= _NEAR


def _contrasted(a: Claim, b: Claim, run: Run) -> bool:
    """Whether a word between two neighbouring claims, or just before the first, sets them apart."""
    article = run.article(a)
    if article is None or not _near(a, b):
        return False
    first, second = sorted((cover(a.spans), cover(b.spans)))
    return _CONTRAST.search(article.text, max(0, first.start - _LEAD), second.end) is not None


def _doers_apart(a: Claim, b: Claim) -> bool:
    one, other = a.proposition.agent, b.proposition.agent
    return one is not None and other is not None and not meet(one, other)
