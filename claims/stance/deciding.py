"""The comparators' verdict on a pair, weighed with everything else that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.combiner import Chances, Combiner
from claims.stance.comparators.blame import apart
from claims.stance.context import Context
from claims.stance.discourse import answers
from claims.stance.evidence import evidence
from claims.stance.hearing import Heard
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict, strongest

# Probability of a contradiction that the entailment model has to give where no comparator speaks, by
# the surer direction; by both between articles that somebody put together.
_READ = 0.7
_SURELY = 0.8
# How much has to tie two claims that name their happening by one noun, for a contradiction to stand.
_TIED = 0.95
# Share of a claim's words, by weight, that the other has too.
_ALIKE = 0.5
# Score of a difference that a comparator sees and the evidence makes little of.
_SHOWN = 0.45


def decided(
    a: Claim, b: Claim, verdicts: Sequence[Verdict], heard: Heard, context: Context, combiner: Combiner
) -> Verdict | None:
    """What to say of a pair that the gate lets through, None for nothing.

    A contradiction that a comparator sees is doubted where the rest of the evidence is against it,
    and where no comparator speaks, the evidence as a whole may still tell of one. Agreements and
    updates are left to the comparators.
    """
    verdict = strongest(list(verdicts))
    if verdict is not None and verdict.label in (Label.CORROBORATES, Label.UPDATES, Label.REPEATS):
        return verdict
    chances = combiner.chances(evidence(a, b, context, verdicts, heard))
    if verdict is None:
        return _read(a, b, chances, heard, context, combiner)
    if verdict.label is Label.CONTRADICTS:
        tied = _one_happening(a, b, context) or context.judgement.toll or answers(a, b, context.run)
        sure = tied or _put_together(a, b, context)
        return verdict if sure else _kept(verdict, chances, combiner)
    if chances.contradiction >= combiner.flagged:
        return replace(verdict, label=Label.CONTRADICTS, score=max(chances), weighed=True)
    return replace(verdict, score=max(chances.conflict, _SHOWN), weighed=True)


def _put_together(a: Claim, b: Claim, context: Context) -> bool:
    """Whether a person put the two articles side by side, which says more than what ties them.

    The evidence is weighed on single articles and on large archives, where chance ties many.
    """
    return a.article != b.article and context.run.is_small


def _one_happening(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both claims name one happening by the same noun, and much ties them."""
    named = [(c.proposition.happening or "").casefold().split()[-1:] for c in (a, b)]
    single = bool(named[0]) and named[0] == named[1] and not named[0][0].endswith("s")
    return single and context.judgement.score >= _TIED


def _kept(verdict: Verdict, chances: Chances, combiner: Combiner) -> Verdict:
    if chances.contradiction >= combiner.doubted:
        return replace(verdict, score=max(chances), weighed=True)
    reasons = (*verdict.reasons, "but little else speaks for a contradiction")
    return Verdict(Label.DIFFERS, verdict.kind, max(chances.conflict, _SHOWN), reasons, weighed=True)


def _read(
    a: Claim, b: Claim, chances: Chances, heard: Heard, context: Context, combiner: Combiner
) -> Verdict | None:
    """What the statements say to the model, where no comparator has anything to say of them."""
    if heard.against < _READ or polarity(a) is polarity(b) is Polarity.NO:
        return None
    there, back = heard.there.contradiction, heard.back.contradiction
    reason = (
        f"read side by side, “{a.statement}” and “{b.statement}” seem not to be both true "
        f"(entailment model: {there:.2f} and {back:.2f})"
    )
    kind = _kind(a, b, context)
    least = min(there, back)
    if _put_together(a, b, context) and least >= _SURELY:
        return Verdict(Label.CONTRADICTS, kind, least, (reason,), weighed=True)
    if chances.contradiction >= combiner.flagged and _in_like_words(a, b, context):
        return Verdict(Label.CONTRADICTS, kind, max(chances), (reason,), weighed=True)
    return None


def _in_like_words(a: Claim, b: Claim, context: Context) -> bool:
    """Whether most of what the shorter of two claims says is in the other's words.

    Of sixty pairs of news that the model alone set against each other, four were conflicts; these
    were nearly all worded alike.
    """
    run = context.run
    mine, yours = run.words(a), run.words(b)
    least = min(run.weight_of(mine), run.weight_of(yours))
    return least > 0 and run.weight_of(mine & yours) / least >= _ALIKE


def _kind(a: Claim, b: Claim, context: Context) -> Kind:
    """On what two statements part that only reading them shows."""
    if Polarity.NO in {polarity(a), polarity(b)}:
        return Kind.DENIAL
    one, other = a.proposition.agent, b.proposition.agent
    if one is not None and other is not None and apart(one, other, context):
        return Kind.BLAME
    return Kind.OTHER
