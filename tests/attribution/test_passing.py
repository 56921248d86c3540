from __future__ import annotations

from claims.attribution.passing import passed_on
from claims.core.attribution import Attribution, Commitment
from claims.core.spans import Span

TEXT = "Ten died, AFP reported, citing police, quoting a medic."


def said(id: str, source: str, cue: str) -> Attribution:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)

    return Attribution(id, "a", at(source), at(cue), at("Ten died"))


def test_those_cited_stand_within_the_report_and_not_within_each_other():
    found = passed_on(
        [said("1", "AFP", "reported"), said("2", "police", "citing"), said("3", "a medic", "quoting")], TEXT
    )
    assert [a.inside for a in found] == [None, "1", "1"]
    assert [a.commitment for a in found] == [
        Commitment.REPORTS,
        Commitment.ASSERTS,
        Commitment.ASSERTS,
    ]


def test_a_report_that_cites_nobody_stays_as_it_is():
    assert passed_on([said("1", "AFP", "reported")], TEXT)[0].commitment is Commitment.ASSERTS
