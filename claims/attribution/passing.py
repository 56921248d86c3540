"""Who passes on what others say: "Reuters reported that *the army said* ...", "..., citing a medic"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.spans import characters, joined

_CITING = frozenset({"citing", "quoting"})
_PERSONS = frozenset({"i", "we", "he", "she", "it", "they", "who"})
_WHOLE = 0.8
"""Share of a content that others say, from which its own source only passes it on."""
_HALF = 0.4
"""The same share for a medium, whose work is passing on."""
_MEDIA = frozenset(
    {"agency", "media", "tv", "television", "news", "newspaper", "daily", "channel", "broadcaster", "radio"}
    | {"press", "report", "reports", "website", "reuters", "afp", "ap", "sana", "jazeera"}
)


def passed_on(found: Sequence[Attribution], text: str) -> list[Attribution]:
    """``found`` with each source that only passes others' words on as one that reports.

    That is so where others within its content say nearly all of it, and where somebody is cited for
    the same content ("Reuters reported, *citing* the ministry, that ..."); the one cited then
    stands inside the other.
    """
    cited = _cited(found, text)
    others, media = _by_others(found, text), _of_media(found, text)
    held = [replace(a, inside=cited[a.id]) if a.id in cited else a for a in found]
    passing = {a.id for a in held if a.id in cited.values() or _is_others(a, held, others, media)}
    return [
        replace(a, commitment=Commitment.REPORTS)
        if a.commitment is Commitment.ASSERTS and a.id in passing
        else a
        for a in held
    ]


def _cited(found: Sequence[Attribution], text: str) -> dict[str, str]:
    """Attributions of somebody cited, by id, with the id of the one that cites."""
    cited: dict[str, str] = {}
    for inner in found:
        if inner.inside is not None or joined(inner.cue, text).lower() not in _CITING:
            continue
        own = characters(inner.content)
        for outer in found:
            other = characters(outer.content)
            same = len(own & other) > _WHOLE * max(len(own), len(other))
            circle = outer.id == inner.id or cited.get(outer.id) == inner.id
            # Rather the one who reports than another who is cited.
            better = inner.id not in cited or joined(outer.cue, text).lower() not in _CITING
            if same and better and not circle:
                cited[inner.id] = outer.id
    return cited


def _by_others(found: Sequence[Attribution], text: str) -> frozenset[str]:
    """Ids of attributions to somebody named, not to a pronoun that may mean who speaks, nor to nobody."""
    return frozenset(
        a.id
        for a in found
        if joined(a.source, text).lower() not in _PERSONS
        and a.manner is not Manner.NOMINAL
        and (a.source or a.manner is not Manner.PASSIVE)
    )


def _of_media(found: Sequence[Attribution], text: str) -> frozenset[str]:
    """Ids of attributions to a newspaper, a broadcaster, an agency."""
    named = ((a.id, set(joined(a.source, text).lower().split())) for a in found)
    return frozenset(id for id, words in named if words & _MEDIA)


def _is_others(
    a: Attribution, found: Sequence[Attribution], by_others: frozenset[str], media: frozenset[str]
) -> bool:
    """Whether nearly all that ``a`` says is somebody else's saying, and not only hearsay."""
    inside = [i for i in found if i.inside == a.id and i.id in by_others]
    said = characters(s for i in inside for s in (*i.content, *i.cue, *i.source, *i.relay))
    whole = characters(a.content)
    return len(said & whole) > (_HALF if a.id in media else _WHOLE) * len(whole)
