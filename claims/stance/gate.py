"""The event gate, which asks whether two claims may speak of one happening.

Ties and conflicts are looked for in where, when, who and what. A conflict shuts the gate. Without
one, claims of one article need to be near each other in content or in the text; claims of two
articles need ties that name the happening, and the mere absence of a conflict is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from claims.core.claim import Claim, Participant
from claims.stance.across import Tie, names_one, ties_across
from claims.stance.answering import answers
from claims.stance.discourse import (
    ONE_BREATH,
    distance,
    gives_toll,
    pointed_to,
    same_bare_place,
    same_deed,
    set_against,
    takes_back,
)
from claims.stance.happenings import counts_the_one, frames_of, same_frame
from claims.stance.moments import FIRST_YEAR, Timing, bounds, in_one_month, timing
from claims.stance.places import Nearness
from claims.stance.run import GENERIC_WEIGHT, Run, participant_words
from claims.stance.turnout import tells_turnout

_SAME = 0.7
_UNSURE = 0.45
# Days between two articles that name no day and yet may report one happening.
_NEWS_CYCLE = 7
# The same between a few articles that somebody puts side by side.
_FEW_CYCLES = 31
# Weight of shared words that name a happening well enough to stand against another place or time.
_TELLING = 1.2
# Weight of shared words that outweighs a place taken from the text around a claim.
_NAMED_ANYWAY = 0.6
_SMALL_PLACE = 0.5
# What it adds that the articles of two claims are known to tell one story.
_ONE_STORY = 0.25
_LIKE_WORDS = 0.7
_SET_AGAINST = 0.2
_ANSWERS = 0.75
_KNOWN = 0.35
_POINTED = 0.2
_BARE = 0.2
_CROWDS = frozenset({"present"})
_GROUNDS = frozenset({"airspace", "border", "territory", "soil", "water"})


class Answer(StrEnum):
    """What the gate says."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True)
class Judgement:
    """The gate's answer.

    Attributes
    ----------
    score
        From 0 to 1, how much ties the two claims together.
    reasons
        The ties or the conflicts, in words.
    where, when
        How places and times stand to each other.
    shared
        Content words in both that are not common to all news.
    rival
        Whether place or time are all that speaks against one happening that is otherwise named
        alike: the accounts may then disagree on just that.
    conflict
        Whether something speaks against one happening; False where merely nothing speaks for it.
    toll
        Whether one is a bare toll ("a lower toll of 31") that points back to what the other counts, or both
        give a turnout.
    """

    answer: Answer
    score: float
    reasons: tuple[str, ...]
    where: Nearness = Nearness.UNKNOWN
    when: Timing = Timing.UNKNOWN
    shared: frozenset[str] = frozenset()
    rival: bool = False
    conflict: bool = False
    toll: bool = False


class Gate:
    """Judges pairs of claims of one run.

    Parameters
    ----------
    stories
        Pairs of articles known to report one happening, see :func:`stories`.
    """

    def __init__(self, run: Run, stories: frozenset[frozenset[str]] = frozenset()) -> None:
        self._run = run
        self._stories = stories

    def judge(self, a: Claim, b: Claim) -> Judgement:
        """Whether ``a`` and ``b`` may speak of one happening, and why."""
        where = self._run.places.nearness(a.proposition.places, b.proposition.places)
        when = timing(a.proposition.when, b.proposition.when)
        shared = self._shared(a, b)
        rival = self._named_alike(a, b, shared)
        against = (
            None if self._misplaced(a, b, shared) else _where(a, b, where),
            _when(a, b, when),
            self._apart(a, b, when),
            self._foretold(a, b),
        )
        conflicts = [conflict for conflict in against if conflict]
        whose = self._whose(a, b)
        if whose or len(conflicts) > 1 or (conflicts and not rival):
            grounds = (whose, *conflicts) if whose else tuple(conflicts)
            return Judgement(Answer.DIFFERENT, 0.0, grounds, where, when, shared, conflict=True)
        ties = [*self._circumstances(a, b, where, when), *self._content(a, b, shared, where, when)]
        reasons = tuple(tie.reason for tie in ties) or ("nothing ties the two together",)
        score = min(1.0, sum(tie.weight for tie in ties))
        if conflicts:
            return Judgement(
                Answer.UNSURE, min(score, _SAME), (*reasons, *conflicts), where, when, shared, True, True
            )
        named = a.article == b.article or self._named(a, b, shared, where, when)
        answer = _answer(score) if named else Answer.DIFFERENT
        if answer is Answer.SAME and self._adrift(a, b, where, when):
            answer = Answer.UNSURE
        toll = gives_toll(a, b, self._run) or _two_turnouts(a, b)
        return Judgement(answer, score, reasons, where, when, shared, toll=toll)

    def _misplaced(self, a: Claim, b: Claim, shared: frozenset[str]) -> bool:
        """Whether a place that is only borrowed from the text around weighs less than what both name."""
        borrowed = a.proposition.borrowed or b.proposition.borrowed
        return borrowed and a.article == b.article and self._run.weight_of(shared) >= _NAMED_ANYWAY

    def _adrift(self, a: Claim, b: Claim, where: Nearness, when: Timing) -> bool:
        """Whether two of many articles share words only: no place, no time, no known story."""
        if a.article == b.article or self._run.is_small:
            return False
        if _called(a) & _called(b) or names_one(a, b, self._run, self._days_apart(a, b)):
            return False
        unplaced = where is Nearness.UNKNOWN and when is Timing.UNKNOWN
        return unplaced and frozenset({a.article, b.article}) not in self._stories

    def _named(self, a: Claim, b: Claim, shared: frozenset[str], where: Nearness, when: Timing) -> bool:
        """Whether two articles have more in common than a kind of happening and a town."""
        if self._run.weight_of(shared) >= 0.3:
            return True
        days = self._days_apart(a, b)
        if where in {Nearness.SAME, Nearness.INSIDE} and (when is Timing.SAME or days in {0, 1, 2}):
            return True
        # Without dates, one kind of happening in one small place, or told in like words, has to do.
        return days is None and bool(_called(a) & _called(b)) and (self._small(a, where) or self._like(a, b))

    def _small(self, claim: Claim, where: Nearness) -> bool:
        keys = self._run.place_keys(claim)
        return where is Nearness.SAME and any(self._run.weight(key) >= _SMALL_PLACE for key in keys)

    def _like(self, a: Claim, b: Claim) -> bool:
        """Whether two of a few articles, given to be compared, tell it in mostly the same words."""
        mine, yours = self._run.words(a), self._run.words(b)
        return self._run.is_small and len(mine & yours) >= _LIKE_WORDS * min(len(mine), len(yours))

    def _days_apart(self, a: Claim, b: Claim) -> int | None:
        first, second = self._run.published(a), self._run.published(b)
        return None if first is None or second is None else abs((first - second).days)

    def _shared(self, a: Claim, b: Claim) -> frozenset[str]:
        """Telling words in both, without those of places and of sides, which are weighed apart."""
        both = self._run.words(a) & self._run.words(b)
        places = {
            word
            for claim in (a, b)
            for place in claim.proposition.places
            for name in (place.name, *place.within)
            for word in name.casefold().replace("-", " ").split()
        }
        people = (a.proposition.agent, b.proposition.agent, a.proposition.patient, b.proposition.patient)
        sides = tuple(p.party[:4].casefold() for p in people if p and p.party)
        telling = (w for w in both - places if self._run.weight(w) > GENERIC_WEIGHT)
        return frozenset(w for w in telling if not (sides and w.startswith(sides)))

    def _named_alike(self, a: Claim, b: Claim, shared: frozenset[str]) -> bool:
        """Whether both claims name their happening, or whom it befell, by the same telling words."""
        mine, yours = (set((c.proposition.happening or "").casefold().split()) for c in (a, b))
        named = {word for word in mine & yours if self._run.weight(word) > GENERIC_WEIGHT}
        if not named or self._run.weight_of(shared) < _TELLING:
            return False
        return len(named) >= 2 or (
            a.article == b.article and a.proposition.predicate == b.proposition.predicate
        )

    def _whose(self, a: Claim, b: Claim) -> str | None:
        mine, yours = _parties(a), _parties(b)
        if not mine or not yours or mine & yours or _swapped(a, b):
            return None
        return f"one speaks of {_listed(mine)}, the other of {_listed(yours)}"

    def _apart(self, a: Claim, b: Claim, when: Timing) -> str | None:
        days, cycle = self._days_apart(a, b), _FEW_CYCLES if self._run.is_small else _NEWS_CYCLE
        # "Since 2011" in two articles of different years is of no one time.
        if days is None or days <= cycle or when not in {Timing.UNKNOWN, Timing.WIDE}:
            return None
        if in_one_month(a.proposition.when, b.proposition.when):
            return None
        return f"the articles are {days} days apart and do not name one time"

    def _foretold(self, a: Claim, b: Claim) -> str | None:
        """Whether the one was published well before or after the day that the other names."""
        if a.article == b.article:
            return None
        for claim, other in ((a, b), (b, a)):
            when, published = claim.proposition.when, self._run.published(other)
            stretch = bounds(when) if when and other.proposition.when is None else None
            if when is None or stretch is None or published is None or stretch[0].year < FIRST_YEAR:
                continue
            if stretch[0].date() > published:
                return f"the one speaks of “{when.text}”, before which the other was published"
            if published - stretch[1].date() > timedelta(days=_NEWS_CYCLE):
                return f"the one speaks of “{when.text}”, long before the other was published"
        return None

    def _circumstances(self, a: Claim, b: Claim, where: Nearness, when: Timing) -> list[Tie]:
        ties = []
        if where is Nearness.SAME:
            telling = max((self._run.weight(key) for key in self._run.place_keys(a)), default=0.0)
            ties.append(Tie(0.2 + 0.25 * telling, f"both speak of {_place(a)}"))
        elif where is Nearness.INSIDE:
            ties.append(Tie(0.25, f"{_place(a)} and {_place(b)} lie one in the other"))
        elif (town := _taken_place(a, b) or _taken_place(b, a)) is not None:
            ties.append(Tie(_KNOWN, f"both speak of {town}"))
        if when is Timing.SAME:
            ties.append(Tie(0.3, f"“{_time(a)}” and “{_time(b)}” can be one time"))
        elif when is Timing.WIDE:
            ties.append(Tie(0.1, f"“{_time(a)}” and “{_time(b)}” overlap"))
        if a.article == b.article:
            ties.append(self._one_article(a, b))
            if set_against(a, b, self._run):
                ties.append(Tie(_SET_AGAINST, "one sentence sets them against each other"))
        else:
            ties.extend(self._one_cycle(a, b))
        return ties

    def _one_article(self, a: Claim, b: Claim) -> Tie:
        if a.attribution == b.attribution:
            return Tie(0.7, "they are parts of one statement")
        if answers(a, b, self._run):
            return Tie(_ANSWERS, "the one answers what the other lays on its side")
        if gives_toll(a, b, self._run):
            return Tie(0.6, "the one gives a toll of what the other counts")
        apart = distance(a, b)
        if apart is None or apart > ONE_BREATH:
            return Tie(0.15, "they stand in one article")
        # Two sources side by side are set against each other; one voice goes on to the next thing.
        one_voice = self._run.same_source(a, b) or self._run.is_narrator(a) or self._run.is_narrator(b)
        return Tie(0.35 if one_voice else 0.55, "they stand next to each other in one article")

    def _one_cycle(self, a: Claim, b: Claim) -> list[Tie]:
        ties = ties_across(a, b, self._run, self._days_apart(a, b))
        if frozenset({a.article, b.article}) in self._stories:
            ties.append(Tie(_ONE_STORY, "other claims of the two articles are of one happening"))
        return ties

    def _content(
        self, a: Claim, b: Claim, shared: frozenset[str], where: Nearness, when: Timing
    ) -> list[Tie]:
        ties = []
        weight = self._run.weight_of(shared)
        if weight > 0:
            ties.append(Tie(min(0.8, 0.75 * weight), f"both speak of {_quoted(shared)}"))
        if called := _called(a) & _called(b) - shared:
            # In one article "the attack" is the one that both sources are asked about.
            known = a.article == b.article and all(_is_the(min(called), c) for c in (a, b))
            ties.append(Tie(_KNOWN if known else 0.15, f"both call it “{min(called)}”"))
            if a.article != b.article and self._days_apart(a, b) is None and self._like(a, b):
                ties.append(Tie(0.4, "it is told in like words"))
        if a.article == b.article and (thing := pointed_to(a, b)) is not None:
            ties.append(Tie(_POINTED, f"“{thing}” is what the other names more fully"))
        if takes_back(a, b):
            ties.append(Tie(_KNOWN, "the one says that there was no such thing"))
        if (place := same_bare_place(a, b)) is not None:
            ties.append(Tie(_BARE, f"both speak of “{place}”"))
        if when is Timing.SAME and (thing := same_deed(a, b, self._run)) is not None:
            ties.append(Tie(_POINTED, f"“{thing}” is what the other names more fully"))
        if where is Nearness.INSIDE and counts_the_one(a, b, self._run):
            ties.append(Tie(_POINTED, "the one counts whom the single happening harmed that the other tells"))
        if _CROWDS & {q.measure for q in a.quantities} & {q.measure for q in b.quantities}:
            ties.append(Tie(0.2, "both count those who came"))
        if _two_turnouts(a, b):
            ties.append(Tie(0.2, "both say how many went to vote"))
        if same_frame(a, b, self._run):
            ties.append(Tie(0.2, "both speak of the same kind of happening"))
        elif frames_of(a) & self._run.words(b) or frames_of(b) & self._run.words(a):
            ties.append(Tie(0.2, "the one names what the other says happened"))
        return ties


def stories(judged: Iterable[tuple[Claim, Claim, Judgement]]) -> frozenset[frozenset[str]]:
    """Pairs of articles of which two claims surely speak of one happening, in place and time."""
    return frozenset(
        frozenset({a.article, b.article})
        for a, b, judgement in judged
        if a.article != b.article
        and judgement.answer is Answer.SAME
        and judgement.where in {Nearness.SAME, Nearness.INSIDE}
        and judgement.when is Timing.SAME
    )


def _two_turnouts(a: Claim, b: Claim) -> bool:
    """Whether both say in one article how many went to vote."""
    return a.article == b.article and tells_turnout(a) and tells_turnout(b)


def _taken_place(a: Claim, b: Claim) -> str | None:
    """The place of ``a`` that ``b`` names as what was taken or held ("they still held *Marja*")."""
    thing = b.proposition.patient
    if thing is None or not a.proposition.places or a.proposition.borrowed:
        return None
    town = a.proposition.places[0].name
    return town if thing.text.casefold() == town.casefold() else None


def _called(claim: Claim) -> set[str]:
    """The last word of what a claim calls its happening."""
    return set((claim.proposition.happening or "").casefold().split()[-1:])


def _is_the(noun: str, claim: Claim) -> bool:
    return re.search(rf"\bthe (?:\w+ ){{0,2}}{re.escape(noun)}\b", claim.statement.casefold()) is not None


def _answer(score: float) -> Answer:
    if score >= _SAME:
        return Answer.SAME
    return Answer.UNSURE if score >= _UNSURE else Answer.DIFFERENT


def _parties(claim: Claim) -> set[str]:
    """Whose those are that it befell: the side of the patient and of those counted."""
    named = {q.party for q in claim.quantities if q.party}
    patient = claim.proposition.patient
    # Whose airspace it was is what two accounts part on.
    if patient is not None and patient.party and patient.head.casefold() not in _GROUNDS:
        named.add(patient.party)
    return named


def _swapped(a: Claim, b: Claim) -> bool:
    return _meet(a.proposition.agent, b.proposition.patient) or _meet(
        b.proposition.agent, a.proposition.patient
    )


def _meet(one: Participant | None, other: Participant | None) -> bool:
    if one is None or other is None:
        return False
    if one.party is not None and one.party == other.party:
        return True
    return bool(participant_words(one) & participant_words(other))


def _where(a: Claim, b: Claim, where: Nearness) -> str | None:
    return f"{_place(a)} is not {_place(b)}" if where is Nearness.DIFFERENT else None


def _when(a: Claim, b: Claim, when: Timing) -> str | None:
    return f"“{_time(a)}” is not “{_time(b)}”" if when is Timing.APART else None


def _place(claim: Claim) -> str:
    return claim.proposition.places[0].name


def _time(claim: Claim) -> str:
    return claim.proposition.when.text if claim.proposition.when else ""


def _listed(names: set[str]) -> str:
    return " and ".join(f"{name}’s" for name in sorted(names))


def _quoted(words: frozenset[str]) -> str:
    return ", ".join(f"“{word}”" for word in sorted(words, key=lambda w: (-len(w), w))[:4])
