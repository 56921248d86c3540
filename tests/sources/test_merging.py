from __future__ import annotations

from dataclasses import replace

from claims.core.attribution import Manner
from claims.core.document import Document
from claims.sources import merge, resolve

from .conftest import Saying, attributions_of

FIRST = (
    "The Syrian Observatory for Human Rights said four died. The Turkish army denied it. Police said a "
    "road was closed. Gen. Ali Kaya said a bridge fell. A resident said the roof fell in. "
    "Fighters are said to be present."
)
SECOND = (
    "SOHR said nine died in Syria. Turkey's military confirmed it. Police said a school was shut. Mayor "
    "Ayla Kaya said a shop burned. A resident said a tower stood. "
    "Shots were reportedly heard. Ali Kaya said a dam held."
)


def _run(parsed, actors):
    def of(text: str, id: str, *sayings: Saying):
        document = parsed(text)
        document = Document(replace(document.article, id=id), document.sentences)
        attributions = attributions_of(document, sayings)
        return resolve(document, attributions, actors), [a.id for a in attributions]

    first = of(
        FIRST,
        "one",
        Saying("The Syrian Observatory for Human Rights", "four died"),
        Saying("The Turkish army", "it"),
        Saying("Police", "a road was closed"),
        Saying("Gen. Ali Kaya", "a bridge fell"),
        Saying("A resident", "the roof fell in"),
        Saying("", "Fighters", manner=Manner.PASSIVE),
    )
    second = of(
        SECOND,
        "two",
        Saying("SOHR", "nine died"),
        Saying("Turkey's military", "it"),
        Saying("Police", "a school was shut"),
        Saying("Mayor Ayla Kaya", "a shop burned"),
        Saying("A resident", "a tower stood"),
        Saying("", "Shots were", manner=Manner.PASSIVE),
        Saying("Ali Kaya", "a dam held"),
    )
    merged = merge([first[0], second[0]])
    return [[merged[n].speaker[a] for a in ids] for n, ids in enumerate((first[1], second[1]))], merged


def test_the_same_actor_is_one_and_roles_and_family_names_are_not(parsed, actors) -> None:
    (first, second), _ = _run(parsed, actors)
    assert first[0] == second[0]
    assert first[1] == second[1]
    assert first[3] == second[6]
    assert not {first[2], first[4], first[5]} & set(second)
    assert second[3] not in first


def test_ids_are_of_the_run_and_sources_equal_wherever_they_occur(parsed, actors) -> None:
    (first, _), merged = _run(parsed, actors)
    ids = [s.id for a in merged for s in a.sources]
    assert sorted(set(ids), key=lambda i: int(i[1:])) == [f"s{n}" for n in range(1, len(set(ids)) + 1)]
    one, two = (next(s for s in a.sources if s.id == first[0]) for a in merged)
    assert one == two
    assert "SOHR" in one.aliases
    assert _run(parsed, actors)[1] == merged


def test_merging_nothing_gives_nothing() -> None:
    assert merge([]) == ()
