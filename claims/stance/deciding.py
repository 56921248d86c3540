"""The comparators' verdict on a pair, weighed with everything else that is known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.core.claim import Claim, Participant
from claims.core.relation import Kind, Label
from claims.stance.across import one_person
from claims.stance.alignment import one_happening, owned, theme
from claims.stance.answering import answers
from claims.stance.combiner import Combiner
from claims.stance.comparators.blame import apart
from claims.stance.context import Context
from claims.stance.discourse import distance
from claims.stance.evidence import evidence
from claims.stance.gate import Answer, Judgement
from claims.stance.hearing import Heard
from claims.stance.legibility import is_legible
from claims.stance.moments import Timing
from claims.stance.parting import of_a_death_and_burial, of_two_groups, of_two_harms, of_two_things
from claims.stance.places import Nearness
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict, strongest

# Probability of a contradiction that the entailment model has to give, in both directions, where no
# comparator speaks: between two articles; and within one of what only stands near there, or on another day or
# at another place, for the accounts may part on just that ("taken from her home on Thursday night", "picked
# up on Wednesday morning").
_SURELY = 0.7
_SURELY_UNTIED = 0.8
# The same within one article of what is told of one thing, for a contradiction by the mean of both
# directions, and for a difference by the less sure.
_SURELY_TIED = 0.7
_LEAST_TIED = 0.55
_SEEN = 0.5
# Characters between two claims of one article within which the model alone is believed: on the judged pairs
# of political news that are farther apart, five of the seven that it is sure of were none.
_NEAR = 800
# How much has to tie two claims that name their happening by one noun, for a contradiction to stand.
_TIED = 0.95
# Score of a difference that a comparator sees and the evidence makes little of.
_SHOWN = 0.45
# Letters by which a noun and its verb are told to be one.
_STEM = 5
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
        return read(a, b, heard, context)
    if verdict.label is Label.CONTRADICTS:
        if _tied(a, b, context) or _put_together(a, b, context):
            return verdict
        if chances.contradiction >= combiner.doubted:
            return replace(verdict, score=max(chances), weighed=True)
        verdict = replace(verdict, reasons=(*verdict.reasons, _DOUBT), label=Label.DIFFERS)
    elif chances.contradiction >= combiner.flagged:
        return replace(verdict, label=Label.CONTRADICTS, score=max(chances), weighed=True)
    # That somebody denies it is a fact of the text, however little else speaks for a conflict.
    denied = verdict.kind is Kind.DENIAL and a.article == b.article
    if chances.conflict < combiner.shown and not (denied or _put_together(a, b, context)):
        return None
    return replace(verdict, score=max(chances.conflict, _SHOWN), weighed=True)


def _tied(a: Claim, b: Claim, context: Context) -> bool:
    """Whether so much says that both are of one happening that the comparator is to be believed."""
    judgement = context.judgement
    at_one = judgement.where is Nearness.SAME and judgement.when is Timing.SAME
    return at_one or judgement.toll or _one_happening(a, b, context) or answers(a, b, context.run)


def _put_together(a: Claim, b: Claim, context: Context) -> bool:
    """Whether a person put the two articles side by side, which says more than what ties them.

    The evidence is weighed on single articles and on large archives, where chance ties many.
    """
    return a.article != b.article and context.run.is_small


def _one_happening(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both claims name one happening by the same noun, and much ties them."""
    return one_happening(a, b) and context.judgement.score >= _TIED


def stand_near(a: Claim, b: Claim, within: int = _NEAR) -> bool:
    """Whether two claims stand so near each other in one article that the model alone is believed of them."""
    apart_by = distance(a, b)
    return apart_by is not None and apart_by <= within


def read(a: Claim, b: Claim, heard: Heard, context: Context) -> Verdict | None:
    """What the statements say to the model, where no comparator has anything to say of them.

    Between any two articles of an archive it alone is wrong more often than right, as the baseline
    ``entailment`` of ``claims evaluate conflicts`` shows: it is believed of what stands near in one article,
    between articles that somebody put together, and of one person whom two name.
    """
    beside = a.article == b.article
    if beside and not stand_near(a, b):
        return None
    there, back = heard.there.contradiction, heard.back.contradiction
    label = _sounds_like(there, back, beside, context.judgement)
    if label is None:
        return None
    if not (beside or _put_together(a, b, context) or one_person(a, b, context.run)):
        return None
    if not (is_legible(a) and is_legible(b)) or context.run.of_one_house(a, b):
        return None
    if polarity(a) is polarity(b) is Polarity.NO or _one_is_owned(a, b, context):
        return None
    if of_two_things(a, b) or of_two_groups(a, b, context) or of_two_harms(a, b, context):
        return None
    if of_a_death_and_burial(a, b):
        return None
    reason = (
        f"read side by side, “{a.statement}” and “{b.statement}” seem not to be both true "
        f"(entailment model: {there:.2f} and {back:.2f})"
    )
    return Verdict(label, _kind(a, b, context), min(there, back), (reason,), weighed=True)


def _sounds_like(there: float, back: float, beside: bool, judgement: Judgement) -> Label | None:
    """What two statements are to the model, None where it is not sure enough.

    Parameters
    ----------
    there, back
        How probable a contradiction is in either direction.
    beside
        Whether they stand in one article.
    """
    least = min(there, back)
    if not beside or judgement.answer is not Answer.SAME or judgement.conflict:
        enough = _SURELY_UNTIED if beside else _SURELY
        return Label.CONTRADICTS if least >= enough else None
    if least >= _LEAST_TIED and (there + back) / 2 >= _SURELY_TIED:
        return Label.CONTRADICTS
    return Label.DIFFERS if least >= _SEEN else None


def _one_is_owned(a: Claim, b: Claim, context: Context) -> bool:
    """Whether the one is about somebody or something of what the other is about ("the groom's father").

    "The inspection of the dam", "the offensive on the town" are what befell it.
    """
    one, other = theme(a), theme(b)
    deeds = context.lexicon.families
    return any(
        owned(thing, of) and of is not None and of.head.casefold() not in deeds and not _names(of, claim)
        for thing, of, claim in ((one, other, a), (other, one, b))
    )


def _names(thing: Participant, claim: Claim) -> bool:
    """Whether a noun is of the verb that another claim has ("inspection" of "inspected")."""
    predicate = claim.proposition.predicate or ""
    return len(predicate) >= _STEM and thing.head.casefold().startswith(predicate[:_STEM].casefold())


def _kind(a: Claim, b: Claim, context: Context) -> Kind:
    """On what two statements part that only reading them shows."""
    if Polarity.NO in {polarity(a), polarity(b)}:
        return Kind.DENIAL
    if context.judgement.when is Timing.APART:
        return Kind.TIME
    if context.judgement.where is Nearness.DIFFERENT:
        return Kind.PLACE
    one, other = a.proposition.agent, b.proposition.agent
    if one is not None and other is not None and apart(one, other, context):
        return Kind.BLAME
    return Kind.OTHER
