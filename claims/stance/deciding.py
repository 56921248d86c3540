"""The comparators' verdict on a pair, weighed with everything else that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.alignment import one_happening
from claims.stance.combiner import Combiner
from claims.stance.comparators.blame import apart
from claims.stance.context import Context
from claims.stance.discourse import answers
from claims.stance.evidence import evidence
from claims.stance.hearing import Heard
from claims.stance.moments import Timing
from claims.stance.places import Nearness
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict, strongest

# Probability of a contradiction that the entailment model has to give, in both directions, where no
# comparator speaks.
_SURELY = 0.8
# The same for a difference within one article, whose sources mostly speak of one thing, and what the
# rest of the evidence has to give a contradiction for it.
_SURELY_BESIDE = 0.6
_LIKELY = 0.5
# How much has to tie two claims that name their happening by one noun, for a contradiction to stand.
_TIED = 0.95
# Score of a difference that a comparator sees and the evidence makes little of.
_SHOWN = 0.45
_DOUBT = "but little else speaks for a contradiction"


def decided(
    a: Claim, b: Claim, verdicts: Sequence[Verdict], heard: Heard, context: Context, combiner: Combiner
) -> Verdict | None:
    """What to say of a pair that the gate lets through, None for nothing.

    A contradiction that a comparator sees is doubted where the rest of the evidence is against it, and
    a difference may be one where much speaks for it. Agreements and updates are left to the
    comparators.
    """
    verdict = strongest(list(verdicts))
    if verdict is not None and verdict.label in (Label.CORROBORATES, Label.UPDATES, Label.REPEATS):
        return verdict
    chances = combiner.chances(evidence(a, b, context, verdicts, heard))
    if verdict is None:
        return _read(a, b, heard, chances.contradiction, context)
    if verdict.label is Label.CONTRADICTS:
        if _tied(a, b, context) or _put_together(a, b, context):
            return verdict
        if chances.contradiction >= combiner.doubted:
            return replace(verdict, score=max(chances), weighed=True)
        verdict = replace(verdict, reasons=(*verdict.reasons, _DOUBT), label=Label.DIFFERS)
    elif chances.contradiction >= combiner.flagged:
        return replace(verdict, label=Label.CONTRADICTS, score=max(chances), weighed=True)
    if _by_chance(a, b, context) and chances.conflict < combiner.shown:
        return None
    return replace(verdict, score=max(chances.conflict, _SHOWN), weighed=True)


def _tied(a: Claim, b: Claim, context: Context) -> bool:
    """Whether so much says that both are of one happening that the comparator is to be believed."""
    judgement = context.judgement
    at_one = judgement.where is Nearness.SAME and judgement.when is Timing.SAME
    return at_one or judgement.toll or _one_happening(a, b, context) or answers(a, b, context.run)


def _by_chance(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two claims of an archive met that neither one article nor a person put together."""
    return a.article != b.article and not context.run.is_small


def _put_together(a: Claim, b: Claim, context: Context) -> bool:
    """Whether a person put the two articles side by side, which says more than what ties them.

    The evidence is weighed on single articles and on large archives, where chance ties many.
    """
    return a.article != b.article and context.run.is_small


def _one_happening(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both claims name one happening by the same noun, and much ties them."""
    return one_happening(a, b) and context.judgement.score >= _TIED


def _read(a: Claim, b: Claim, heard: Heard, chance: float, context: Context) -> Verdict | None:
    """What the statements say to the model, where no comparator has anything to say of them.

    A contradiction only between articles that somebody put together: in an archive it alone is wrong
    far more often than right, as the baseline ``entailment`` of ``claims evaluate conflicts`` shows.
    Within one article it is a difference, where the rest of the evidence allows it (``chance``).
    """
    there, back = heard.there.contradiction, heard.back.contradiction
    least = min(there, back)
    beside = a.article == b.article and chance >= _LIKELY and least >= _SURELY_BESIDE
    side_by_side = _put_together(a, b, context) and least >= _SURELY
    if not (beside or side_by_side) or polarity(a) is polarity(b) is Polarity.NO:
        return None
    reason = (
        f"read side by side, “{a.statement}” and “{b.statement}” seem not to be both true "
        f"(entailment model: {there:.2f} and {back:.2f})"
    )
    label, score = (Label.DIFFERS, chance) if beside else (Label.CONTRADICTS, least)
    return Verdict(label, _kind(a, b, context), score, (reason,), weighed=True)


def _kind(a: Claim, b: Claim, context: Context) -> Kind:
    """On what two statements part that only reading them shows."""
    if Polarity.NO in {polarity(a), polarity(b)}:
        return Kind.DENIAL
    one, other = a.proposition.agent, b.proposition.agent
    if one is not None and other is not None and apart(one, other, context):
        return Kind.BLAME
    return Kind.OTHER
