"""Groups of claims that speak of one happening."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from claims.core.claim import Claim, Event
from claims.stance.gate import Answer, Judgement

Judged = tuple[Claim, Claim, Judgement]


def events(
    claims: Sequence[Claim], judged: Iterable[Judged], related: Container[frozenset[str]] = ()
) -> tuple[Event, ...]:
    """Join claims that the gate calls the same, the surest pairs first.

    They must have telling words in common, be parts of one statement, or be among the ``related``
    pairs of ids: to stand in one paragraph is not enough.

    Two groups stay apart if any claim of the one is known to speak of another happening than any
    of the other: a chain of likenesses must not lead from one town to the next.
    """
    ties, apart = [], set()
    for a, b, judgement in judged:
        if judgement.conflict:
            apart.add(frozenset({a.id, b.id}))
        elif judgement.answer is Answer.SAME and (
            judgement.shared or a.attribution == b.attribution or frozenset({a.id, b.id}) in related
        ):
            ties.append((judgement.score, a.id, b.id))
    group = _grouped([claim.id for claim in claims], ties, apart)
    by_id = {claim.id: claim for claim in claims}
    members = [ids for ids in _members(claims, group) if len(ids) > 1]
    return tuple(_event(f"e{n}", [by_id[i] for i in ids]) for n, ids in enumerate(members, 1))


def _grouped(
    ids: Sequence[str], ties: list[tuple[float, str, str]], apart: set[frozenset[str]]
) -> dict[str, frozenset[str]]:
    group = {i: frozenset({i}) for i in ids}
    foes: dict[str, set[str]] = {}
    for pair in apart:
        one, other = tuple(pair)
        foes.setdefault(one, set()).add(other)
        foes.setdefault(other, set()).add(one)
    for _, one, other in sorted(ties, key=lambda tie: -tie[0]):
        left, right = group[one], group[other]
        if left is right or any(foes.get(i, set()) & right for i in left):
            continue
        merged = left | right
        for i in merged:
            group[i] = merged
    return group


def _members(claims: Sequence[Claim], group: dict[str, frozenset[str]]) -> list[list[str]]:
    position = {claim.id: n for n, claim in enumerate(claims)}
    seen = {id(members): members for members in group.values()}
    ordered = [sorted(members, key=position.__getitem__) for members in seen.values()]
    return sorted(ordered, key=lambda ids: position[ids[0]])


def _event(event: str, claims: Sequence[Claim]) -> Event:
    said = [claim.proposition for claim in claims]
    happenings = [p.happening for p in said if p.happening]
    what = _frequent(happenings) or _frequent([p.frame or p.predicate for p in said]) or "happening"
    places = [place for p in said for place in p.places]
    return Event(
        id=event,
        what=what,
        where=_frequent([place.name for place in places if place.within] or [place.name for place in places]),
        when=_frequent([p.when.text for p in said if p.when]),
        who=_frequent([p.agent.text for p in said if p.agent]),
        whom=_frequent([p.patient.text for p in said if p.patient]),
        claims=tuple(claim.id for claim in claims),
    )


def _frequent(words: Sequence[str]) -> str | None:
    counted = Counter(word for word in words if word)
    return counted.most_common(1)[0][0] if counted else None
