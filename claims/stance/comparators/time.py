"""When it happened."""

from __future__ import annotations

from datetime import timedelta

from claims.core.claim import Claim, Moment
from claims.core.relation import Kind, Label
from claims.stance.context import Context
from claims.stance.happenings import families
from claims.stance.hours import hours_of
from claims.stance.moments import Timing, bounds, gap, timing
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict

_AN_HOUR = 1.0
_TAKING_PLACE = frozenset({"take place", "happen", "occur", "come"})
_LOOSE = timedelta(minutes=15)


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Compare the times of one happening; equal after conversion of zones is an agreement."""
    mine, yours = a.proposition.when, b.proposition.when
    if mine is None or yours is None or not (_tells_of(a) and _tells_of(b)):
        return None
    if bounds(mine) is None or bounds(yours) is None or not (mine.clock and yours.clock):
        hours = _by_the_hour(a, b, context)
        if hours is not None:
            return hours
    if bounds(mine) is None or bounds(yours) is None:
        return None
    if polarity(a) is not Polarity.YES or polarity(b) is not Polarity.YES or not _one_moment(a, b, context):
        return None
    related = timing(mine, yours)
    if related is Timing.SAME:
        return _agreed(a, b, mine, yours, context)
    apart = gap(mine, yours)
    if related not in {Timing.NEAR, Timing.APART} or apart <= _LOOSE:
        return None
    reason = f"“{mine.text}” and “{yours.text}” are {_length(apart)} apart"
    if mine.clock and yours.clock:
        label = Label.CONTRADICTS if apart >= 2 * _LOOSE else Label.DIFFERS
        return Verdict(label, Kind.TIME, 0.7, (f"{reason}: one happening has one time",))
    return Verdict(Label.DIFFERS, Kind.TIME, 0.55, (f"{reason}; they may be two happenings",))


def _tells_of(claim: Claim) -> bool:
    """Whether a claim says more than an hour ("4 p.m.: the candidate tells reporters ...")."""
    said = claim.proposition
    thing = said.patient if said.patient is None or said.patient.head != said.predicate else None
    return any(part is not None for part in (said.agent, thing, said.happening, said.frame))


def _by_the_hour(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Two hours of local time, of which neither names the zone ("at 7 am", "around noon")."""
    if context.run.same_source(a, b) or context.judgement.when in {Timing.APART, Timing.NEAR}:
        return None
    one, other = hours_of(a.text), hours_of(b.text)
    settled = {polarity(a), polarity(b)} == {Polarity.YES}
    if one is None or other is None or not settled or not _one_moment(a, b, context):
        return None
    apart = max(other.first - one.last, one.first - other.last)
    if apart < _AN_HOUR:
        return None
    reason = f"“{one.text}” and “{other.text}” of one day are {round(apart, 1):g} hours apart or more"
    return Verdict(Label.CONTRADICTS, Kind.TIME, 0.7, (reason,))


def _one_moment(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both claims time the same thing: a figure may be of another hour than the blast."""
    if a.quantities or b.quantities or not context.judgement.shared:
        return False
    one, other = a.proposition, b.proposition
    if one.predicate == other.predicate:
        return True
    return bool(_named(a, context) & _named(b, context) & {"happen", "attack"})


def _named(claim: Claim, context: Context) -> frozenset[str]:
    """The families of a claim's deed, or of what it only says took place."""
    said = claim.proposition
    noun = (said.happening or "").split()[-1:]
    if said.predicate in _TAKING_PLACE and noun:
        return families(claim, context.run) | context.lexicon.families.get(noun[0], frozenset())
    return families(claim, context.run)


def _agreed(a: Claim, b: Claim, mine: Moment, yours: Moment, context: Context) -> Verdict | None:
    timed = "happen" in families(a, context.run) & families(b, context.run)
    if not timed or mine.clock != yours.clock:
        return None
    reason = f"“{mine.text}” and “{yours.text}” are the same time"
    return Verdict(Label.CORROBORATES, Kind.TIME, 0.85 if mine.clock else 0.7, (reason,))


def _length(apart: timedelta) -> str:
    if apart >= timedelta(days=1):
        days = apart.days
        return f"{days} day{'s' if days > 1 else ''}"
    minutes = int(apart.total_seconds() // 60)
    return f"{minutes // 60} h {minutes % 60:02d} min" if minutes >= 60 else f"{minutes} min"
