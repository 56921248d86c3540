"""Figures: how many, of what, of whom."""

from __future__ import annotations

import math
from dataclasses import replace

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.comparators.blame import apart
from claims.stance.comparators.counted_deeds import of_two_doers, same_deed
from claims.stance.context import Context
from claims.stance.discourse import ONE_BREATH, distance, set_against
from claims.stance.figures import ATTACKERS, Figure, figures_of
from claims.stance.happenings import one_told_widely, sums_against_one
from claims.stance.intervals import Interval, about_equal, in_words, narrowly, overlap
from claims.stance.moments import Timing
from claims.stance.places import Nearness
from claims.stance.polarity import Polarity, polarity
from claims.stance.scope import Scope, head_of, party_of, scope
from claims.stance.succession import succession
from claims.stance.turnout import TURNOUT
from claims.stance.verdict import Verdict, strongest

_HARM = frozenset({"killed", "injured", "casualties"})
_SEEN = frozenset({"record", "receive", "treat", "admit", "retrieve"})
# Measures that name their happening themselves; any other needs the same predicate.
_TELLING_SHARED, _NAMING = 0.8, 0.4
# One figure so many times another is hardly of the same happening.
_FARTHEST = 10
_TELLING = _HARM | {"missing", "displaced", "detained", "affected", "present", TURNOUT}


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Compare the figures of two claims that count the same thing.

    Overlapping intervals never contradict. A figure that the source denies is not compared here.
    """
    if polarity(a) not in _COUNTS or polarity(b) not in _COUNTS:
        return None
    if _two_deeds(a, b, context) or sums_against_one(a, b):
        return None
    found = [
        verdict
        for mine in figures_of(a, context)
        for yours in figures_of(b, context)
        if (verdict := _pair(mine, yours, context)) is not None
    ]
    totals = _totals(a, b, context)
    if totals is not None:
        found.append(totals)
    return _softened(strongest(found), a, b)


def _two_deeds(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two doers are named: the toll of one side's shelling is not that of the other's."""
    mine, yours = a.proposition.agent, b.proposition.agent
    if mine is None or yours is None or mine.party is None or yours.party is None:
        return False
    return apart(mine, yours, context)


_COUNTS = frozenset({Polarity.YES, Polarity.PERHAPS})


def _softened(verdict: Verdict | None, a: Claim, b: Claim) -> Verdict | None:
    """A figure that a source leaves open contradicts nothing."""
    if verdict is None or Polarity.PERHAPS not in {polarity(a), polarity(b)}:
        return verdict
    if verdict.label is not Label.CONTRADICTS:
        return verdict
    reasons = (*verdict.reasons, "one of the two is not sure of its figure")
    return Verdict(Label.DIFFERS, verdict.kind, 0.6, reasons)


def _pair(a: Figure, b: Figure, context: Context) -> Verdict | None:
    if a.quantity.period != b.quantity.period or a.quantity.unit != b.quantity.unit:
        return None
    if _is_one_of_them(a) or _is_one_of_them(b):
        return None
    if a.measure != b.measure:
        return _any_harm(a, b, context)
    if a.measure not in _TELLING and (not same_deed(a, b, context) or of_two_doers(a, b, context)):
        return None
    related = scope(a.claim, a.quantity, b.claim, b.quantity, context.lexicon)
    if a.measure in (ATTACKERS, TURNOUT):
        related = Scope.SAME  # "50 militants" and "ten men", if both attacked; voters however called
    rivals = context.judgement.toll or set_against(a.claim, b.claim, context.run)
    if rivals:
        a, b = _on_its_own(a), _on_its_own(b)
    if rivals and related is not Scope.OTHER and not (a.quantity.subset or b.quantity.subset):
        related = Scope.SAME  # "put the toll at 45" counts whom the other counted
    return _sized(a, b, related, context, rivals)


def _on_its_own(figure: Figure) -> Figure:
    """A figure that came on top of others ("another three"), as one that a rival figure answers."""
    general = figure.quantity.of in {None, "person"}
    return replace(figure, quantity=replace(figure.quantity, subset=False)) if general else figure


def _is_one_of_them(figure: Figure) -> bool:
    """Whether it only picks one out ("one of those killed was a doctor")."""
    return figure.quantity.subset and figure.size.low == figure.size.high == 1


def _sized(a: Figure, b: Figure, related: Scope, context: Context, rivals: bool = False) -> Verdict | None:
    if related is Scope.OTHER or (related is Scope.SAME and _part_of_itself(a, b, context)):
        return None
    if (a.quantity.subset and b.quantity.subset) or (not rivals and _wider(a, b, context)):
        # Parts of two wholes, or a town and its province: only the same figure says anything.
        return _compatible(a, b, context) if related is Scope.SAME and about_equal(a.size, b.size) else None
    if related is Scope.UNSAID:
        return _unsaid(a, b)
    if related is Scope.SAME:
        return _disjoint(a, b, context) if not overlap(a.size, b.size) else _compatible(a, b, context)
    part, whole = (a, b) if related is Scope.PART else (b, a)
    if part.size.low > whole.size.high:
        return (
            None if _one_voice(a, b, context) or _elsewhere(part, whole, context) else _too_many(part, whole)
        )
    if _numbered(part) and _numbered(whole) and part.size == whole.size and part.size.low > 1:
        reason = f"{part.quoted} and {whole.quoted} are the same figure"
        return Verdict(Label.CORROBORATES, Kind.COUNT, 0.6, (reason,))
    return _may_be_part(part, whole, context)


def _may_be_part(part: Figure, whole: Figure, context: Context) -> Verdict | None:
    """Two sources in one breath on one toll, of which the lower may leave people out.

    "Eight civilians" beside "at least 14 people".
    """
    apart_by = distance(part.claim, whole.claim)
    if apart_by is None or apart_by > ONE_BREATH or not context.run.rivals(part.claim, whole.claim):
        return None
    judgement = context.judgement
    at_one = judgement.where is Nearness.SAME and judgement.when in {Timing.SAME, Timing.UNKNOWN}
    plain = not part.quantity.subset and not part.size.vague and not whole.size.vague
    if not plain or not at_one or part.measure not in _HARM or part.size.is_none:
        return None
    reason = (
        f"{part.quoted} is {in_words(part.size)}, {whole.quoted} is {in_words(whole.size)}: "
        "the one may count only a part of the others"
    )
    return Verdict(Label.DIFFERS, Kind.COUNT, 0.6, (reason,))


def _part_of_itself(a: Figure, b: Figure, context: Context) -> bool:
    """Whether one figure is an unnamed part ("three of them") of what the other may count whole."""
    return any(
        one.quantity.subset
        and not other.quantity.subset
        and context.lexicon.people.get(head_of(one.quantity.of) or "", "people") in {"people", "casualty"}
        for one, other in ((a, b), (b, a))
    )


def _numbered(figure: Figure) -> bool:
    return not figure.size.vague and not figure.size.is_none


def _unsaid(a: Figure, b: Figure) -> Verdict | None:
    if a.size.is_some and b.size.is_some:
        return None
    unnamed, named = (a, b) if party_of(a.claim, a.quantity) is None else (b, a)
    whose = (
        f"{unnamed.quoted} does not say whose, {named.quoted} is of {party_of(named.claim, named.quantity)}"
    )
    if overlap(a.size, b.size):
        if not about_equal(a.size, b.size):
            return None
        return Verdict(Label.CORROBORATES, Kind.COUNT, 0.6, (f"the figures are the same; {whose}",))
    if unnamed.size.is_some and unnamed.quantity.of is None:
        return None
    figures = f"{a.quoted} is {in_words(a.size)}, {b.quoted} is {in_words(b.size)}"
    return Verdict(Label.DIFFERS, Kind.VICTIM, 0.75, (f"{figures}; but {whose}",))


def _compatible(a: Figure, b: Figure, context: Context) -> Verdict | None:
    grown = _grown(a, b, context)
    if grown is not None and context.run.same_source(a.claim, b.claim):
        return grown
    if about_equal(a.size, b.size):
        score = 0.9 if a.size[:2] == b.size[:2] else 0.75
        return Verdict(
            Label.CORROBORATES, Kind.COUNT, score, (f"{a.quoted} and {b.quoted} are about one figure",)
        )
    if a.size.is_some and b.size.is_some and a.measure not in _TELLING:
        return Verdict(Label.CORROBORATES, Kind.OTHER, 0.7, (f"both name it: {min(a.quoted, b.quoted)}",))
    if a.size.is_some or b.size.is_some or context.run.same_source(a.claim, b.claim):
        return None
    loose = "a vague number" if a.size.vague or b.size.vague else "a bound"
    reason = (
        f"{a.quoted} is {in_words(a.size)}, {b.quoted} is {in_words(b.size)}: "
        f"both can be true, but one of them is only {loose}"
    )
    score = 0.45 if a.size.vague or b.size.vague else 0.65
    return Verdict(Label.DIFFERS, Kind.COUNT, score, (reason,))


def _disjoint(a: Figure, b: Figure, context: Context) -> Verdict | None:
    grown = _grown(a, b, context)
    if grown is not None:
        return grown
    if _one_voice(a, b, context) or _sum_and_part(a, b):
        return None
    figures = f"{a.quoted} is {in_words(a.size)}, {b.quoted} is {in_words(b.size)}"
    if about_equal(a.size, b.size):
        return Verdict(Label.CORROBORATES, Kind.COUNT, 0.7, (f"{figures}: about the same figure",))
    if a.size.vague and b.size.vague:
        reason = f"{figures}: both are only vague numbers"
        return Verdict(Label.DIFFERS, Kind.COUNT, 0.5, (reason,))
    if narrowly(a.size, b.size):
        reason = f"{figures}: apart, but one of them is only a rough figure"
        return Verdict(Label.DIFFERS, Kind.COUNT, 0.6, (reason,))
    if _too_far(a.size, b.size) and not _own_dead(a, b, context):
        reason = f"{figures}: so far apart that they are hardly of one scope"
        return Verdict(Label.DIFFERS, Kind.COUNT, 0.45, (reason,))
    if _own_cases(a, context) and _own_cases(b, context):
        reason = f"{figures}: each counts the cases that came to it"
        return Verdict(Label.DIFFERS, Kind.COUNT, 0.6, (reason,))
    if context.run.one_side(a.claim, b.claim):
        reason = f"{figures}: apart, but the sources are of one side, whose figures may be successive"
        return Verdict(Label.DIFFERS, Kind.COUNT, 0.6, (reason,))
    return Verdict(Label.CONTRADICTS, Kind.COUNT, 0.95, (f"{figures}: both cannot be true of one event",))


def _own_cases(figure: Figure, context: Context) -> bool:
    """Whether who gives the figure tells of what it saw itself ("the hospital recorded four deaths")."""
    return bool(context.run.words(figure.claim) & _SEEN)


def _own_dead(a: Figure, b: Figure, context: Context) -> bool:
    """Whether a side and its enemy count that side's dead, who are few by the one account."""
    mine, yours = party_of(a.claim, a.quantity), party_of(b.claim, b.quantity)
    return mine is not None and mine == yours and context.run.opposed(a.claim, b.claim)


def _too_far(a: Interval, b: Interval) -> bool:
    low, high = sorted((a, b), key=lambda i: i.low)
    return not low.is_none and high.low > _FARTHEST * low.high


def _sum_and_part(a: Figure, b: Figure) -> bool:
    """Whether only the larger figure is of several happenings or places ("raids across the city")."""
    less, more = sorted((a, b), key=lambda f: f.size.low)
    one, more_places = ({place.name for place in f.claim.proposition.places} for f in (less, more))
    return (_several(more.claim) and not _several(less.claim)) or (one != set() and one < more_places)


def _several(claim: Claim) -> bool:
    named = (claim.proposition.happening or "").split()
    many = bool(named) and named[-1].endswith("s") and not named[-1].endswith("ss")
    return many or " across " in claim.text


def _wider(a: Figure, b: Figure, context: Context) -> bool:
    """Whether one speaks of a larger area, and nothing but the area ties the two."""
    judgement = context.judgement
    if judgement.where is not Nearness.INSIDE or one_told_widely(a.claim, b.claim):
        return False
    return context.run.weight_of(judgement.shared) < _TELLING_SHARED


def _elsewhere(part: Figure, whole: Figure, context: Context) -> bool:
    """Whether a part is of another happening: nothing names one, or "nobody" was said of another spot."""
    if context.run.weight_of(context.judgement.shared) < _NAMING:
        return True
    if not whole.size.is_none:
        return False
    judgement = context.judgement
    placed = bool(part.claim.proposition.places or whole.claim.proposition.places)
    return placed and judgement.where is not Nearness.SAME


def _one_voice(a: Figure, b: Figure, context: Context) -> bool:
    """Whether one source gives both figures in one article: it then counts two things."""
    same = context.run.same_source(a.claim, b.claim)
    return same and a.claim.article == b.claim.article


def _too_many(part: Figure, whole: Figure) -> Verdict:
    reason = (
        f"{part.quoted} is {in_words(part.size)} and a part of those whom the other counts, "
        f"{whole.quoted} is {in_words(whole.size)}: a part cannot be more than the whole"
    )
    unsure = narrowly(part.size, whole.size) or part.size.vague or whole.size.vague
    label = Label.DIFFERS if unsure else Label.CONTRADICTS
    return Verdict(label, Kind.COUNT, 0.8, (reason,))


def _grown(a: Figure, b: Figure, context: Context) -> Verdict | None:
    """An update, where the later account gives more of what only grows."""
    if a.measure not in context.lexicon.growing or a.quantity.subset:
        return None
    order, why, by_words = succession(a.claim, b.claim, context.run)
    if order == 0:
        return None
    early, late = (a, b) if order > 0 else (b, a)
    higher = late.size.low > early.size.low and late.size.high >= early.size.high
    if not higher or late.size.vague or early.size.vague:
        return None
    same = context.run.same_source(a.claim, b.claim)
    if not same and (early.size.is_none or context.run.opposed(a.claim, b.claim)):
        return None
    score = 0.85 if same else 0.75 if by_words else 0.6
    by = "of the same source" if same else "of another source"
    reason = f"{late.quoted} is higher than {early.quoted} and the later account {by}: {why}"
    return Verdict(Label.UPDATES, Kind.COUNT, score, (reason,), later=order > 0)


def _any_harm(a: Figure, b: Figure, context: Context) -> Verdict | None:
    """Casualties against one kind of them: killed and injured are only compared where nobody was harmed."""
    if {a.measure, b.measure} == {"killed", "injured"}:
        return _nobody_hurt(a, b, context)
    if {a.measure, b.measure} not in ({"casualties", "killed"}, {"casualties", "injured"}):
        return None
    both, one = (a, b) if a.measure == "casualties" else (b, a)
    related = scope(both.claim, both.quantity, one.claim, one.quantity, context.lexicon)
    if related in {Scope.SAME, Scope.WHOLE} and one.size.low > both.size.high:
        return _too_many(one, both)
    party = party_of(both.claim, both.quantity)
    sided = related is Scope.WHOLE and party is not None and party == party_of(one.claim, one.quantity)
    if not (related is Scope.SAME or sided) or one.measure != "injured":
        return None
    if not one.size.is_none or both.size.low < 1:
        return None
    if _says_killed(one.claim, context) or _says_killed(both.claim, context):
        return None
    reason = (
        f"{one.quoted} is 0, {both.quoted} is {in_words(both.size)}: both cannot be true of one event, "
        "as nobody speaks of any killed"
    )
    return Verdict(Label.CONTRADICTS, Kind.COUNT, 0.85, (reason,))


def _nobody_hurt(a: Figure, b: Figure, context: Context) -> Verdict | None:
    """Of whom nobody was hurt, none was killed."""
    hurt, killed = (a, b) if a.measure == "injured" else (b, a)
    if not hurt.size.is_none or killed.size.low < 2 or _says_killed(hurt.claim, context):
        return None
    related = scope(hurt.claim, hurt.quantity, killed.claim, killed.quantity, context.lexicon)
    if related not in {Scope.SAME, Scope.WHOLE} or killed.quantity.subset:
        return None
    reason = f"{hurt.quoted} hurt, {killed.quoted} killed: both cannot be true of one event"
    return Verdict(Label.CONTRADICTS, Kind.COUNT, 0.8, (reason,))


def _says_killed(claim: Claim, context: Context) -> bool:
    return any(
        figure.measure == "killed" and figure.size.high > 0
        for sibling in context.run.siblings(claim)
        for figure in figures_of(sibling, context)
    )


def _totals(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Casualties in one figure against killed and injured in two of one statement."""
    mine, yours = _casualties(a, context), _casualties(b, context)
    if mine is not None and yours is None:
        return _against_sum(mine, b, context)
    if yours is not None and mine is None:
        return _against_sum(yours, a, context)
    return None


def _casualties(claim: Claim, context: Context) -> Figure | None:
    return next(
        (f for f in figures_of(claim, context) if f.measure == "casualties" and not f.size.vague), None
    )


def _against_sum(whole: Figure, claim: Claim, context: Context) -> Verdict | None:
    parts = {
        figure.measure: figure
        for sibling in context.run.siblings(claim)
        for figure in figures_of(sibling, context)
        if figure.measure in {"killed", "injured"} and not figure.quantity.subset
    }
    own = {context.lexicon.measure(q.measure) for q in claim.quantities}
    if len(parts) < 2 or not own & set(parts):
        return None
    related = [
        scope(whole.claim, whole.quantity, f.claim, f.quantity, context.lexicon) for f in parts.values()
    ]
    if any(r not in {Scope.SAME, Scope.WHOLE} for r in related):
        return None
    killed, injured = parts["killed"], parts["injured"]
    total = Interval(
        killed.size.low + injured.size.low,
        killed.size.high + injured.size.high,
        killed.size.exact and injured.size.exact,
        killed.size.vague or injured.size.vague,
    )
    added = f"{killed.quoted} killed and {injured.quoted} injured are {in_words(total)} together"
    if about_equal(whole.size, total):
        return Verdict(Label.CORROBORATES, Kind.COUNT, 0.85, (f"{added}, as many as {whole.quoted}",))
    if overlap(whole.size, total) or narrowly(whole.size, total) or math.isinf(total.high):
        return None
    reason = f"{added}, {whole.quoted} is {in_words(whole.size)}: both cannot be true of one event"
    return Verdict(Label.CONTRADICTS, Kind.COUNT, 0.8, (reason,))
