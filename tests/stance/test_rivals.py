from __future__ import annotations

from dataclasses import replace

import pytest

from claims.core.relation import Kind, Label
from claims.core.source import Source, SourceKind
from claims.stance.context import Context
from claims.stance.evidence import evidence
from claims.stance.run import Run
from claims.stance.verdict import Verdict
from tests.stance.builders import articles, toll

SEEN = (Verdict(Label.CONTRADICTS, Kind.COUNT, 0.9, ("12 is not 15",)),)
MONITOR = Source("m", "Monitor", SourceKind.MONITOR_OR_NGO, None)
POLICE = Source("p", "a police source", SourceKind.OFFICIAL, "Chile")
MAYOR = Source("q", "a source at the mayor's", SourceKind.ANONYMOUS, None)
AGENCY = Source("g", "Chile News", SourceKind.MEDIA, "Chile", ("CN",))
VOICE = Source("n", "the article", SourceKind.NARRATOR, None)


def rivals(left: Source, right: Source, *, outlet: str = "post", apart: int = 100, verdicts=SEEN) -> bool:
    a = toll("a", "12", 12, 12, article="x", source=left.id, at=0)
    b = toll("b", "15", 15, 15, article="x", source=right.id, at=apart)
    read = {id: replace(article, outlet=outlet) for id, article in articles(a, b).items()}
    run = Run((a, b), {s.id: s for s in (left, right, AGENCY)}, read)
    return bool(evidence(a, b, Context.of(a, b, run), verdicts).rivals)


def test_two_sources_side_by_side_are_rivals() -> None:
    assert rivals(MONITOR, POLICE)
    assert rivals(MONITOR, MAYOR)


@pytest.mark.parametrize(
    ("left", "right"),
    [(MONITOR, MONITOR), (VOICE, MONITOR), (POLICE, AGENCY)],
    ids=["one source", "the article itself", "one side"],
)
def test_these_are_not(left, right) -> None:
    assert not rivals(left, right)


def test_whom_a_states_medium_quotes_is_of_its_side() -> None:
    assert rivals(POLICE, MAYOR)
    assert not rivals(POLICE, MAYOR, outlet="cn")
    assert rivals(MAYOR, MONITOR, outlet="other")


def test_far_apart_or_without_a_contradiction_nothing_is_said_of_rivals() -> None:
    assert not rivals(MONITOR, POLICE, apart=2000)
    assert not rivals(MONITOR, POLICE, verdicts=())
