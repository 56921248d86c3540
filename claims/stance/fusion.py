"""From claims to relations and events: the gate, the comparators and the model as one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.core.article import Article
from claims.core.attribution import Commitment
from claims.core.claim import Claim, Event
from claims.core.relation import Kind, Label, Relation
from claims.core.source import Source
from claims.stance.combiner import Combiner
from claims.stance.comparators import COMPARATORS
from claims.stance.context import Context
from claims.stance.deciding import decided, read, stand_near
from claims.stance.discourse import ONE_BREATH, in_order
from claims.stance.entailment import EntailmentModel
from claims.stance.events import Judged, events
from claims.stance.gate import Answer, Gate, Judgement
from claims.stance.happenings import same_frame
from claims.stance.hearing import UNHEARD, Heard, hear
from claims.stance.judging import judged
from claims.stance.legibility import is_legible, names_its_subject
from claims.stance.moments import Timing
from claims.stance.places import Nearness
from claims.stance.repetition import one_origin, repetition
from claims.stance.run import Run, name_of
from claims.stance.verdict import Verdict, strongest

# Below this a careful reader would rather not have been told.
_LEAST_SCORE = 0.35
_TELLING = 0.3
_HOW = frozenset({Kind.BLAME, Kind.WEAPON})
_FURTHER = frozenset(
    {"another", "also", "additional", "further", "separate", "separately", "elsewhere", "others"}
)
_EARLIER_ONE = re.compile(
    r"\b(?:earlier|previous|first|second|third)\s+(?:\w+\s+){0,2}"
    r"(?:attack|strike|airstrike|raid|blast|explosion|bombing|shelling|shooting|incident|ambush)\b"
)
_OF_A_WAR = re.compile(
    r"\b(?:in|during|of|throughout|since (?:the )?(?:start|beginning|outbreak) of) (?:[\w'’-]+ ){0,4}?"
    r"(?:war|conflict|uprising|crisis)\b(?!-| zone)"
)
_STATION = re.compile(
    r"\b([A-Z][\w'’-]+) (?:[Pp]rovince|(?:Police|Health|Military) (?:Command|Directorate|Department"
    r"|Council))\b"
    r"|\b(?:reporter|correspondent|source|sources|[Pp]olice|officials?|doctors?) in (?:the )?"
    r"([A-Z][\w'’-]+|capital)\b"
    r"|\bin ([A-Z][\w'’-]+)$"
)


@dataclass(frozen=True)
class Stance:
    """How the claims of a run stand to each other.

    Attributes
    ----------
    claims
        The claims as given, each with the id of its event.
    """

    relations: tuple[Relation, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]


def relate(
    claims: Sequence[Claim],
    sources: Mapping[str, Source],
    articles: Mapping[str, Article],
    model: EntailmentModel | None = None,
    combiner: Combiner | None = None,
) -> Stance:
    """Compare the claims of a run with each other.

    Parameters
    ----------
    claims
        In the order of the articles.
    sources, articles
        By id; one that is missing only leaves something unknown.
    model
        Reads the claims side by side; without one the comparators alone decide.
    combiner
        Weighs the evidence; the package's own if None.

    Returns
    -------
    Stance
        At most one relation a pair, the events, and the claims with their events.
    """
    run = Run(claims, sources, articles)
    pairs = judged(claims, run)
    heard = hear(worth_asking(pairs, run), model) if model is not None else {}
    weighing = (combiner or Combiner.load()) if model is not None else None
    found = [
        relation
        for a, b, judgement in pairs
        if (relation := related(a, b, run, judgement, heard.get((a.id, b.id), UNHEARD), weighing)) is not None
    ]
    of_one = [(a, b, j) for a, b, j in pairs if j.answer is Answer.SAME or j.conflict]
    happenings = events(claims, of_one, {frozenset({r.a, r.b}) for r in found})
    event_of = {claim: event.id for event in happenings for claim in event.claims}
    return Stance(
        relations=tuple(replace(r, id=f"r{n}") for n, r in enumerate(found, 1)),
        events=happenings,
        claims=tuple(replace(claim, event=event_of.get(claim.id)) for claim in claims),
    )


def related(
    a: Claim,
    b: Claim,
    run: Run,
    judgement: Judgement | None = None,
    heard: Heard = UNHEARD,
    combiner: Combiner | None = None,
) -> Relation | None:
    """The relation of one pair, None where nothing should be said of it.

    Without a ``combiner`` the comparators alone decide.
    """
    again = repetition(a, b, run)
    if a.id != b.id and not is_comparable(a, b):
        return None
    judgement = judgement or Gate(run).judge(a, b)
    if again is not None and (a.id == b.id or judgement.answer is not Answer.DIFFERENT):
        return Relation("", a.id, b.id, Label.REPEATS, None, 0.9, (again,))
    context = Context(run, judgement)
    if a.id == b.id or (judgement.answer is Answer.DIFFERENT and not _may_still_clash(a, b, judgement)):
        return None
    if judgement.answer is not Answer.SAME and combiner is not None and not judgement.rival:
        verdict = _explained(read(a, b, heard, context), a, b, context)
    elif combiner is None or judgement.rival:
        verdict = strongest(compared(a, b, context))
    else:
        verdict = decided(a, b, compared(a, b, context), heard, context, combiner)
    return _fused(a, b, verdict, context) if verdict is not None else None


def _explained(heard: Verdict | None, a: Claim, b: Claim, context: Context) -> Verdict | None:
    """What the model hears as a contradiction, in the words of a comparator that sees one there, too."""
    if heard is None or heard.label is not Label.CONTRADICTS:
        return heard
    told = strongest(compared(a, b, context))
    if told is None or told.label is not Label.CONTRADICTS:
        return heard
    return replace(heard, kind=told.kind, reasons=(*told.reasons, *heard.reasons))


def compared(a: Claim, b: Claim, context: Context) -> list[Verdict]:
    """What the comparators say of a pair."""
    verdicts = [v for compare in COMPARATORS if (v := compare(a, b, context)) is not None]
    if context.judgement.rival:
        # Place or time is in dispute: what else they say is of one happening only if that is settled.
        return [v for v in verdicts if v.kind in {Kind.PLACE, Kind.TIME}]
    if any(v.label is Label.CONTRADICTS and v.kind in _HOW for v in verdicts):
        # That it was destroyed is no agreement where the accounts part on who did it, or how.
        return [v for v in verdicts if v.label is not Label.CORROBORATES or v.kind is not Kind.OTHER]
    return verdicts


def is_comparable(a: Claim, b: Claim) -> bool:
    """Whether two claims are accounts of their own that both say something."""
    return not (_nested(a, b) or Commitment.DECLINES in {a.commitment, b.commitment})


def worth_asking(pairs: Sequence[Judged], run: Run) -> list[tuple[Claim, Claim]]:
    """The pairs about which the model is worth asking: of two sources, on one happening that both name.

    And those of which the gate is not sure, though they stand near each other in one article.
    """
    return [
        (a, b)
        for a, b, judgement in pairs
        if (judgement.answer is Answer.SAME or _may_still_clash(a, b, judgement))
        and not run.same_source(a, b)
        and not _tells_it_itself(a, b, Context(run, judgement))
        and is_comparable(a, b)
        and (
            judgement.answer is not Answer.SAME
            or run.weight_of(judgement.shared) >= _TELLING
            or same_frame(a, b, run)
        )
    ]


def _may_still_clash(a: Claim, b: Claim, judgement: Judgement) -> bool:
    """Whether two claims of one article may be of one happening though the gate does not let them pass.

    "His plane was shot down" and "the crash was due to a technical failure" have not one word in common; of
    one arrest two sources may name two days, in one breath.
    """
    if not (is_legible(a) and is_legible(b)):
        return False
    if stand_near(a, b, ONE_BREATH):
        return True
    # Farther away, "he" may be anybody.
    named = names_its_subject(a) and names_its_subject(b)
    return named and not judgement.conflict and stand_near(a, b)


def _nested(a: Claim, b: Claim) -> bool:
    """Whether the two are parts of one statement, or the one is told within the other."""
    if a.article != b.article:
        return False
    if a.attribution == b.attribution:
        return True
    if Commitment.DENIES in {a.commitment, b.commitment} and a.commitment is not b.commitment:
        return False  # "accused rebels of shelling, which they have denied"
    return any(x.contains(y) or y.contains(x) for x in a.spans for y in b.spans)


def _fused(a: Claim, b: Claim, verdict: Verdict, context: Context) -> Relation | None:
    if verdict.label is Label.CORROBORATES:
        return _agreement(a, b, verdict, context)
    # In doubt about the event nothing is said, unless its place or time is what they dispute, or a model
    # has read the two next to each other and is sure.
    sure = context.judgement.answer is Answer.SAME or verdict.weighed
    if not sure and not context.judgement.rival:
        return None
    if verdict.label is Label.CONTRADICTS and _may_be_another(a, b, verdict, context):
        return None
    if verdict.kind is Kind.COUNT and (_of_a_war(a) != _of_a_war(b) or _of_two_stations(a, b, context)):
        return None
    if verdict.kind is Kind.BLAME and a.article == b.article and context.run.same_source(a, b):
        return None  # who blames rebels for what a drone did says one thing
    score = _scored(verdict, context.judgement)
    if score < _LEAST_SCORE and not verdict.weighed:
        return None
    first, second = (a, b) if verdict.label is not Label.UPDATES or verdict.later else (b, a)
    return Relation(
        "",
        first.id,
        second.id,
        verdict.label,
        verdict.kind,
        round(score, 3),
        _with_ties(verdict.reasons, context),
    )


def _may_be_another(a: Claim, b: Claim, verdict: Verdict, context: Context) -> bool:
    """Whether something makes a contradiction unlikely although the gate lets the two pass.

    A day's figure and a year's are of two scopes; who denies a deed of "August" denies that of the 21st.
    """
    wide = context.judgement.when is Timing.WIDE and verdict.kind is Kind.COUNT
    loose = verdict.kind is Kind.COUNT and _hardly_tied(a, b, context)
    return wide or _tells_it_itself(a, b, context) or _adds(a, b) or loose


def _of_a_war(claim: Claim) -> bool:
    """Whether it counts those of a whole war ("killed in the three-year war").

    "The strike, the deadliest of the war, killed 70" counts those of the strike.
    """
    said = claim.proposition
    if not claim.quantities or said.agent is not None or said.happening:
        return False
    return _OF_A_WAR.search(claim.text) is not None


def _of_two_stations(a: Claim, b: Claim, context: Context) -> bool:
    """Whether the sources are posts or reporters in two towns, each of which tells of its own.

    Or the one is a post in a town, and the other tells of what happened in another.
    """
    if context.judgement.where is Nearness.SAME or a.article != b.article:
        return False
    posts = [_station(c, context) for c in (a, b)]
    places = [{p.name for p in c.proposition.places} for c in (a, b)]
    if None not in posts:
        return posts[0] != posts[1]
    return any(
        post is not None and there and not here and post not in there
        for post, here, there in ((posts[0], *places), (posts[1], *reversed(places)))
    )


def _station(claim: Claim, context: Context) -> str | None:
    found = _STATION.search(name_of(context.run, claim))
    return found[1] or found[2] or found[3] if found is not None else None


def _hardly_tied(a: Claim, b: Claim, context: Context) -> bool:
    """Whether only nearness ties two counts of an article, each of which names a happening of its own."""
    judgement = context.judgement
    if a.article != b.article or not (a.quantities and b.quantities) or judgement.shared or judgement.toll:
        return False
    if judgement.where is Nearness.SAME or judgement.when is Timing.SAME:
        return False
    if _of_its_deed(a, b, context) or _of_its_deed(b, a, context):
        return False
    named = [_named_deed(c).casefold().split()[-1:] for c in (a, b)]
    if all(named):
        return not _one_sort(named[0][0], named[1][0], context)
    return all(c.proposition.happening or c.proposition.agent or _placed(c) for c in (a, b))


def _of_its_deed(a: Claim, b: Claim, context: Context) -> bool:
    """Whether the one counts those of "the raid", and the other's source tells of a raid in that breath."""
    noun = (a.proposition.happening or "").casefold().split()[-1:]
    if not noun or not re.search(rf"\bthe {re.escape(noun[0])}\b", a.text.casefold()):
        return False
    told = [_named_deed(c).casefold().split()[-1:] for c in context.run.siblings(b)]
    return any(named and _one_sort(noun[0], named[0], context) for named in told)


def _named_deed(claim: Claim) -> str:
    """The noun for what happened, or the verb of an attack ("the post was *attacked* by 50 men")."""
    said = claim.proposition
    return said.happening or (said.predicate if said.frame == "attack" else "")


def _one_sort(a: str, b: str, context: Context) -> bool:
    """Whether two nouns can name one happening ("blaze" and "fire")."""
    families = context.lexicon.families
    return a == b or bool(families.get(a, frozenset()) & families.get(b, frozenset()))


def _placed(claim: Claim) -> bool:
    return bool(claim.proposition.places) and not claim.proposition.borrowed


def _tells_it_itself(a: Claim, b: Claim, context: Context) -> bool:
    """Whether one is the article's own voice beside a source of the same article.

    A figure of its own there is nearly always of another time or scope, and no second account.
    """
    run = context.run
    return a.article == b.article and (run.is_narrator(a) or run.is_narrator(b))


def _adds(a: Claim, b: Claim) -> bool:
    """Whether the later of two claims of an article says that it tells of something further.

    Or the earlier of something that was before.
    """
    if a.article != b.article:
        return False
    first, second = (c.text.casefold().replace(",", " ") for c in in_order(a, b))
    if _EARLIER_ONE.search(first) or _EARLIER_ONE.search(second):
        return True
    return bool(_FURTHER & set(second.split())) or second.startswith("other ")


def _agreement(a: Claim, b: Claim, verdict: Verdict, context: Context) -> Relation | None:
    """Independent sources corroborate; the narrator is nobody's second witness."""
    run = context.run
    if context.judgement.answer is not Answer.SAME:
        return None
    origin = one_origin(a, b, run)
    if origin is None and (run.is_narrator(a) or run.is_narrator(b)):
        return None
    label, kind = (Label.CORROBORATES, verdict.kind) if origin is None else (Label.REPEATS, None)
    reasons = verdict.reasons if origin is None else (origin, *verdict.reasons)
    return Relation(
        "",
        a.id,
        b.id,
        label,
        kind,
        round(_scored(verdict, context.judgement), 3),
        _with_ties(reasons, context),
    )


def _scored(verdict: Verdict, judgement: Judgement) -> float:
    return verdict.score if verdict.weighed else verdict.score * (0.6 + 0.4 * judgement.score)


def _with_ties(reasons: tuple[str, ...], context: Context) -> tuple[str, ...]:
    return (*reasons, "one event: " + "; ".join(context.judgement.reasons))
