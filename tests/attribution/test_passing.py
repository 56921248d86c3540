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


def _within(source: str, text: str) -> Commitment:
    """The commitment of ``source``, within half of whose words police say something."""

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    outer = Attribution("1", "a", at(source), at("wrote"), at(text[text.index("police") :]))
    inner = Attribution("2", "a", at("police"), at("said"), at("ten died"), inside="1")
    return passed_on([outer, inner], text)[0].commitment


def test_a_medium_passes_on_what_is_half_of_others():
    end = " wrote police said ten died and roads shut too"
    assert _within("The agency", "The agency" + end) is Commitment.REPORTS
    assert _within("The mayor", "The mayor" + end) is Commitment.ASSERTS


def test_who_may_speak_of_himself_passes_nothing_on():
    text = "The agency wrote it said ten died"

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    outer = Attribution("1", "a", at("The agency"), at("wrote"), at("it said ten died"))
    inner = Attribution("2", "a", at("it"), at("said"), at("ten died"), inside="1")
    assert passed_on([outer, inner], text)[0].commitment is Commitment.ASSERTS
