"""Whether a denial answers what another source lays on its side."""

from __future__ import annotations

from claims.core.attribution import Commitment
from claims.core.claim import Claim, Participant
from claims.core.source import Source
from claims.stance.discourse import distance, in_order
from claims.stance.means import outlawed_means
from claims.stance.polarity import Polarity, polarity
from claims.stance.run import Run, participant_words

_WITHIN = 800
"""Characters within which an answer follows what it answers."""
_AGAIN = 2500
"""Characters after an answer within which somebody may lay the same on that side again."""

_GROUPS = frozenset({"group", "movement", "militia", "brigade", "army", "militants", "rebels", "fighters"})
_OWN = frozenset({"its", "their", "our", "his", "it", "they", "we"})
_TAKING_PART = frozenset(
    {"active", "present", "involve", "operate", "fly", "conduct", "carry", "participate", "take", "bomb"}
    | {"send", "deploy", "enter", "cross", "invade", "use", "hit", "target", "strike", "attack", "shell"}
    | {"kill", "responsible", "behind", "launch", "raid", "bombard", "fire", "drop"}
)
_HARMING = frozenset({"kill", "injure", "attack"})


def answers(a: Claim, b: Claim, run: Run) -> bool:
    """Whether one denies for his side that it took part, and the other lays a deed on that side."""
    apart = distance(a, b)
    if apart is None or apart > _AGAIN or run.same_source(a, b):
        return False
    first, second = in_order(a, b)
    # what is denied late in a report is often another, earlier affair
    return _answers(first, second, run) or (apart <= _WITHIN and _answers(second, first, run))


def denies_means(a: Claim, b: Claim, run: Run) -> str | None:
    """The outlawed means that one denies for his side and the other lays on it, be it in another article.

    Who used them is one question that each side answers once for all; of other deeds there are many.
    """
    named = outlawed_means(a, run) & outlawed_means(b, run)
    if not named or run.same_source(a, b):
        return None
    if _denies_use(a, b, run) or _denies_use(b, a, run):
        return min(named)
    return None


def _denies_use(denial: Claim, charge: Claim, run: Run) -> bool:
    source, accuser, accused = run.source(denial), run.source(charge), charge.proposition.agent
    if polarity(denial) is not Polarity.NO or polarity(charge) is not Polarity.YES:
        return False
    if source is None or source.party is None or accused is None:
        return False
    if accuser is not None and accuser.party == source.party:
        return False
    denier = denial.proposition.agent
    for_itself = denier is None or not denier.sides or source.party in denier.sides
    used = denial.proposition.predicate in _TAKING_PART or denial.proposition.happening is not None
    return for_itself and used and source.party in accused.sides


def _one_group(denier: Participant, accused: Participant) -> bool:
    """Whether "the coalition" is of those that "the US-led coalition strike" names."""
    named = participant_words(denier) - {"the"}
    text = denier.text[:1].lower() + denier.text[1:]
    return bool(named) and named <= participant_words(accused) and text.islower()


def _both_rebels(denier: Participant, accused: Participant, run: Run) -> bool:
    """Whether armed men of no side are accused ("terrorist rockets") and such men answer ("the rebels")."""
    armed = run.lexicon.non_state
    answering = {word.removesuffix("s") for word in participant_words(denier)}
    return not accused.sides and bool(participant_words(accused) & armed) and bool(answering & armed)


def _by_name(source: Source, denier: Participant, accused: Participant) -> bool:
    """Whether a group that no list knows answers for "its men", accused as "fighters of" that group."""
    name = {w.casefold() for w in source.name.split() if w[:1].isupper()} - {"the"}
    if not name or not name <= {w.strip(".,'’").casefold() for w in accused.text.split()}:
        return False
    first = denier.text.split()[0].casefold()
    return first in _OWN or denier.text == source.name or participant_words(denier) <= name


def _means_itself(denier: Participant) -> bool:
    """Whether "the group" or "its men" are those of whoever speaks."""
    words = denier.text.casefold().split()
    return not denier.sides and (
        words[0] in _OWN or (words[0] == "the" and words[-1] in _GROUPS and len(words) == 2)
    )


def _is_of(source: Source, participant: Participant) -> bool:
    party = (source.party or "").casefold().split()
    return participant.head.casefold() in party


def _answers(denial: Claim, charge: Claim, run: Run) -> bool:
    if polarity(denial) is not Polarity.NO or polarity(charge) not in {Polarity.YES, Polarity.PERHAPS}:
        return False
    mine, accused = denial.proposition.agent, charge.proposition.agent
    source, accuser = run.source(denial), run.source(charge)
    if source is None or accused is None:
        return False
    if mine is None:
        # "No barrel bombs were used", says the side that is accused of it.
        lays = accuser is None or accuser.party not in accused.sides
        return source.party in accused.sides and lays and denial.proposition.predicate in _TAKING_PART
    named = _by_name(source, mine, accused)
    of_its_own = source.party in accused.sides and _means_itself(mine)
    one_side = (
        of_its_own
        or mine.sides & accused.sides
        or _one_group(mine, accused)
        or _both_rebels(mine, accused, run)
    )
    if not (named or one_side):
        return False
    own = (
        named or of_its_own or source.party in mine.sides or source.name == mine.text or _is_of(source, mine)
    )
    speaks_for_it = own or (source.party is None and denial.commitment is Commitment.DENIES)
    lays_it_on_another = accuser is None or accuser.party not in accused.sides
    deed = denial.proposition.predicate in _TAKING_PART or (
        denial.commitment is Commitment.DENIES and denial.proposition.frame in _HARMING
    )
    return speaks_for_it and lays_it_on_another and deed
