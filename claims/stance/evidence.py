"""What speaks for and against two claims' conflict, as numbers that a person can check.

Every figure is named, lies between 0 and 1, and is the same for a pair and its mirror image.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

from claims.core.claim import Claim
from claims.core.relation import Label
from claims.core.spans import cover
from claims.stance.alignment import meet, same_statement, theme
from claims.stance.context import Context
from claims.stance.gate import Answer, same_frame
from claims.stance.hearing import NOTHING, Heard
from claims.stance.moments import Timing
from claims.stance.places import Nearness
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
    same_event, unsure_event, tied
        The gate's answer and its score.
    one_place, place_within, place_apart, one_time, time_apart
        How places and times stand to each other.
    shared, covered
        Weight of the telling words in both, and its share of the shorter claim's.
    one_article, one_breath
        Whether they stand in one article, and near each other in it.
    contrast
        Whether words set them against each other there ("but", "despite", "a lower toll").
    one_source, narrator, opposed
        Whether one source says both, one is the article's own voice, the sources are of two sides.
    one_kind, one_theme, doer_apart, statement
        Whether they speak of the same kind of happening, of one theme, name two doers, and state
        the same thing but for its polarity.
    against, open_polarity
        Whether one says yes and the other no; whether one leaves it open.
    contradicts, differs, updates, agrees
        The comparators' scores.
    figures
        Whether both count the same sort of thing.
    contradiction, least_contradiction, entailment, least_entailment
        What the model gives, the surer and the less sure of both directions; 0 without one.
    """

    same_event: float
    unsure_event: float
    tied: float
    one_place: float
    place_within: float
    place_apart: float
    one_time: float
    time_apart: float
    shared: float
    covered: float
    one_article: float
    one_breath: float
    contrast: float
    one_source: float
    narrator: float
    opposed: float
    one_kind: float
    one_theme: float
    doer_apart: float
    statement: float
    against: float
    open_polarity: float
    contradicts: float
    differs: float
    updates: float
    agrees: float
    figures: float
    contradiction: float
    least_contradiction: float
    entailment: float
    least_entailment: float

    def features(self) -> tuple[float, ...]:
        """The figures in order."""
        return tuple(float(x) for x in astuple(self))


NAMES: tuple[str, ...] = tuple(f.name for f in fields(Evidence))
"""Names of the figures, in the order of ``Evidence.features``."""


def evidence(
    a: Claim,
    b: Claim,
    context: Context,
    verdicts: Sequence[Verdict],
    heard: Heard = NOTHING,
) -> Evidence:
    """Gather what is known of a pair.

    Parameters
    ----------
    verdicts
        What the comparators said.
    heard
        What the model said.
    """
    judgement, run = context.judgement, context.run
    says = {label: max((v.score for v in verdicts if v.label is label), default=0.0) for label in Label}
    there, back = heard
    one, other = polarity(a), polarity(b)
    return Evidence(
        same_event=judgement.answer is Answer.SAME,
        unsure_event=judgement.answer is Answer.UNSURE,
        tied=judgement.score,
        one_place=judgement.where is Nearness.SAME,
        place_within=judgement.where is Nearness.INSIDE,
        place_apart=judgement.where is Nearness.DIFFERENT,
        one_time=judgement.when is Timing.SAME,
        time_apart=judgement.when is Timing.APART,
        shared=min(1.0, run.weight_of(judgement.shared) / _MUCH),
        covered=_covered(a, b, run),
        one_article=a.article == b.article,
        one_breath=_one_breath(a, b),
        contrast=_contrasted(a, b, run),
        one_source=run.same_source(a, b),
        narrator=run.is_narrator(a) or run.is_narrator(b),
        opposed=run.opposed(a, b),
        one_kind=same_frame(a, b, run),
        one_theme=meet(theme(a), theme(b)),
        doer_apart=_doers_apart(a, b),
        statement=same_statement(a, b, context),
        against={one, other} == {Polarity.YES, Polarity.NO},
        open_polarity=bool({one, other} & {Polarity.PERHAPS, Polarity.DOUBTED, Polarity.UNANSWERED}),
        contradicts=says[Label.CONTRADICTS],
        differs=says[Label.DIFFERS],
        updates=says[Label.UPDATES],
        agrees=says[Label.CORROBORATES],
        figures=bool({q.measure for q in a.quantities} & {q.measure for q in b.quantities}),
        contradiction=max(there.contradiction, back.contradiction),
        least_contradiction=min(there.contradiction, back.contradiction),
        entailment=max(there.entailment, back.entailment),
        least_entailment=min(there.entailment, back.entailment),
    )


def _covered(a: Claim, b: Claim, run: Run) -> float:
    mine, yours = run.words(a), run.words(b)
    least = min(run.weight_of(mine), run.weight_of(yours))
    return run.weight_of(mine & yours) / least if least > 0 else 0.0


def _one_breath(a: Claim, b: Claim) -> bool:
    if a.article != b.article or not a.spans or not b.spans:
        return False
    first, second = sorted((cover(a.spans), cover(b.spans)))
    return second.start - first.end <= _NEAR


def _contrasted(a: Claim, b: Claim, run: Run) -> bool:
    """Whether a word between two neighbouring claims, or just before the first, sets them apart."""
    article = run.article(a)
    if article is None or not _one_breath(a, b):
        return False
    first, second = sorted((cover(a.spans), cover(b.spans)))
    return _CONTRAST.search(article.text, max(0, first.start - _LEAD), second.end) is not None


def _doers_apart(a: Claim, b: Claim) -> bool:
    one, other = a.proposition.agent, b.proposition.agent
    return one is not None and other is not None and not meet(one, other)
