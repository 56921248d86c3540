"""How two claims of one article stand to each other in its text.

Sources are set against each other by the words between them, a bare toll points back to what another
counts, and who denies a deed answers what was laid on his side.
"""

from __future__ import annotations

import re

from claims.core.claim import Claim, Participant
from claims.core.spans import cover
from claims.stance.run import Run

ONE_BREATH = 400
"""Characters between two claims of one article that are told in one breath."""
_CONTRAST = re.compile(r"\b(?:while|whereas|but|although|though|despite)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?]\s|\n")
_AT_ONCE = 120
"""Characters within which a bare figure follows the figure that it rivals."""

_COMPARED = re.compile(r"\b(?:lower|higher|different|another) (?:\w+ )?toll\b", re.IGNORECASE)
_TOLL = re.compile(
    r"\btoll\b|\bnumber of (?:\w+ ){0,3}(?:killed|dead|deaths|fatalities|victims)\b", re.IGNORECASE
)
_HARM = frozenset({"killed", "injured", "casualties", "missing"})
_FURTHER = frozenset({"another", "also", "additional", "further", "other", "others", "elsewhere"})

_BESIDE = 200
"""Characters within which "the village" is still the one spoken of."""
_SUCH = re.compile(r"\b(?:no|any) such (\w+)", re.IGNORECASE)
_ANYTHING = frozenset({"thing", "incident", "event", "attack", "order"})
_STEM = 4
_BARE_PLACE = re.compile(
    r"\b(the (?:village|town|city|camp|district|neighbou?rhood|hospital|school|prison|base|airport|bridge"
    r"|dam))"
    r"(?! of\b)\b",
    re.IGNORECASE,
)

_THE_DEED = re.compile(
    r"\bthe (?:\w+ )?(?:attacks?|bombings?|blasts?|explosions?|strikes?|raids?|shelling)\b"
    r"(?! (?:on|in|of|at)\b)",
    re.IGNORECASE,
)


def distance(a: Claim, b: Claim) -> int | None:
    """Characters between two claims, None if they are not of one article."""
    if a.article != b.article or not a.spans or not b.spans:
        return None
    first, second = sorted((cover(a.spans), cover(b.spans)))
    return max(0, second.start - first.end)


def in_order(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Two claims of one article, the earlier in the text first."""
    starts = [cover(c.spans).start if c.spans else 0 for c in (a, b)]
    return (a, b) if starts[0] <= starts[1] else (b, a)


def gives_toll(a: Claim, b: Claim, run: Run) -> bool:
    """Whether one is a bare figure of what another source told before.

    It calls itself a toll ("a lower toll of 31"), or follows at once ("the centre said four were
    killed"), and names neither happening nor doer, nor a place or time of its own.
    """
    apart = distance(a, b) is not None and not run.same_source(a, b)
    return apart and (_is_toll_of(a, b, run) or _is_toll_of(b, a, run))


def _is_toll_of(toll: Claim, claim: Claim, run: Run) -> bool:
    said = toll.proposition
    bare = (not said.places or said.borrowed) and (said.when is None or said.borrowed)
    measures = _measures(toll) & _measures(claim)
    after = cover(toll.spans).start - cover(claim.spans).end
    if not bare or said.happening is not None or not measures or after < 0:
        return False
    named = _TOLL.search(toll.text) is not None
    if not named and (after > _AT_ONCE or not _is_bare_count(toll)):
        return False
    # It is of what was counted last, unless it is compared with something.
    return _COMPARED.search(toll.text) is not None or not _counted_between(claim, toll, measures, run)


def _counted_between(first: Claim, second: Claim, measures: set[str], run: Run) -> bool:
    """Whether somebody else counts the same between two claims of one article."""
    own = {first.attribution, second.attribution}
    start, end = cover(first.spans).end, cover(second.spans).start
    told = run.counted_between(first.article, start, end)
    return any(_measures(c) & measures and c.attribution not in own for c in told)


def _measures(claim: Claim) -> set[str]:
    return {q.measure for q in claim.quantities}


def _is_bare_count(claim: Claim) -> bool:
    """Whether a claim says only how many people were killed or hurt ("four were killed")."""
    whole = next((q for q in claim.quantities if not q.subset), None)
    if whole is None or whole.vague or whole.measure not in _HARM or claim.proposition.agent is not None:
        return False
    return whole.of in {None, "person"} and not _FURTHER & set(claim.text.casefold().split())


def pointed_to(a: Claim, b: Claim) -> str | None:
    """The bare definite noun by which one claim points to what the other names more fully, if it does.

    "They still held the town" is of "the town of Veld".
    """
    first, second = in_order(a, b)
    known = [p for p in (first.proposition.patient, first.proposition.agent) if p is not None]
    apart = distance(a, b)
    if apart is not None and apart <= _BESIDE:
        for place in _BARE_PLACE.finditer(second.text):
            if any(_names_more(p, place.group(1).split()[-1].casefold()) for p in known):
                return place.group(1)
    for thing in (second.proposition.patient, second.proposition.agent):
        bare = thing is not None and thing.text.casefold() in {f"the {thing.head}", f"the {thing.head}s"}
        # "The base" is of "the airbase at Kuweires".
        if bare and thing is not None and any(_names_more(p, thing.head) for p in known):
            return thing.text
    return None


def _names_more(participant: Participant, head: str) -> bool:
    closed = len(head) > 3 and participant.head != head and participant.head.endswith(head)
    return closed or (participant.head == head and len(participant.words) > 1)


def same_bare_place(a: Claim, b: Claim) -> str | None:
    """The place that two neighbouring claims only call "the village", if they do."""
    apart = distance(a, b)
    if apart is None or apart > _BESIDE:
        return None
    one, other = ({m.group(1).casefold() for m in _BARE_PLACE.finditer(c.text)} for c in (a, b))
    return min(one & other, default=None)


def same_deed(a: Claim, b: Claim, run: Run) -> str | None:
    """The words "the deadly attacks" by which the later of two claims means what the earlier counts.

    Only where both count the same harm.
    """
    if a.article != b.article or run.same_source(a, b) or not _measures(a) & _measures(b) & _HARM:
        return None
    first, second = in_order(a, b)
    told = _THE_DEED.search(second.text)
    return told.group(0) if told is not None and first.proposition.happening else None


def takes_back(a: Claim, b: Claim) -> bool:
    """Whether the later of two claims says of what the earlier tells that there was no such thing."""
    apart = distance(a, b)
    if apart is None or apart > _BESIDE:
        return False
    other, denial = in_order(a, b)
    named = _SUCH.search(denial.text)
    if named is None:
        return False
    noun, said = named.group(1).casefold(), other.proposition
    told = {*said.words, said.predicate, *(said.happening or "").split()}
    return noun in _ANYTHING or any(word.casefold()[:_STEM] == noun[:_STEM] for word in told)


def set_against(a: Claim, b: Claim, run: Run) -> bool:
    """Whether two sources speak in one sentence, with a word between that sets them apart."""
    article = run.article(a)
    if article is None or distance(a, b) is None or run.same_source(a, b):
        return False
    if run.is_narrator(a) or run.is_narrator(b):
        return False
    first, second = sorted((cover(a.spans), cover(b.spans)))
    between = article.text[first.end : second.start]
    return _CONTRAST.search(between) is not None and _STOP.search(between) is None
