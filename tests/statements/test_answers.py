from __future__ import annotations

import pytest

from claims.core.article import Article, Piece
from claims.core.relation import Label
from claims.core.spans import Span


@pytest.fixture(scope="module")
def report_of(pipeline):
    def run(text):
        return pipeline.report([Article("a", text, text, (Piece(0, Span(0, len(text))),))])

    return run


def denials(report) -> list[tuple[str, str, str]]:
    """Who denies what whom, by the relations found: denial, words of the denial, statement denied."""
    by_id = {c.id: c for c in report.claims}
    sources = {s.id: s.name for s in report.sources}
    found = []
    for relation in report.relations:
        if relation.label in (Label.CONTRADICTS, Label.DIFFERS):
            a, b = by_id[relation.a], by_id[relation.b]
            denial, other = (a, b) if a.commitment == "denies" else (b, a)
            found.append((sources[denial.source], denial.text, other.text))
    return found


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        (
            "The mayor of Gao said Peru was arming the smugglers. Peru has denied those accusations.",
            ("Peru", "those accusations", "Peru was arming the smugglers"),
        ),
        (
            "The navy blamed the sinking on a leaking hull, which it said had been reported twice. The owner "
            "Lina Reyes rejected that account.",
            ("owner Lina Reyes", "that account", "the sinking on a leaking hull"),
        ),
        (
            "Chilean jets bombed the harbour of Callao, the mayor said. Chile denied any involvement.",
            ("Chile", "any involvement", "Chilean jets bombed the harbour of Callao"),
        ),
        (
            "The coastguard said four sailors had died in the fire. The company denied the report.",
            ("company", "the report", "four sailors had died in the fire"),
        ),
        (
            "The union said no inspector had set foot there. The company rejected the accusation.",
            ("company", "the accusation", "no inspector had set foot there"),
        ),
        (
            "The minister accused local activists of damaging a pump. The activists denied any involvement.",
            ("activists", "any involvement", "local activists of damaging a pump"),
        ),
    ],
)
def test_a_bare_denial_answers_what_was_said_before(report_of, text, denial) -> None:
    report = report_of(text)
    assert denial in denials(report)


def test_a_denial_of_a_share_answers_nobody_elses_deed(report_of) -> None:
    report = report_of("The mayor said smugglers had fired at the harbour. Chile denied involvement.")
    assert denials(report) == []


def test_a_denial_that_says_what_it_denies_is_left_as_it_is(report_of) -> None:
    report = report_of("The mayor said smugglers had fired. The navy denied that its ships had sunk.")
    (claim,) = [c for c in report.claims if c.commitment == "denies"]
    assert "ships" in claim.statement


def test_words_that_point_back_without_anything_before_them(report_of) -> None:
    assert report_of("Chile denied the accusations on Monday. The harbour was quiet.").relations == ()


@pytest.mark.parametrize(
    "text",
    [
        "The mayor accused the Chilean army of shelling a school. The Chilean army denied shelling it.",
        "The mayor said Chile may have bombed the convoy. Santiago denied bombing it.",
        "The mayor said Chile may have bombed the convoy. Chile denied involvement.",
    ],
)
def test_the_accused_contradicts_who_accuses(report_of, text) -> None:
    (relation,) = [r for r in report_of(text).relations if r.label is not Label.REPEATS]
    assert (relation.label, relation.kind) == (Label.CONTRADICTS, "denial")


def test_who_denies_the_charges_answers_the_accusation(report_of) -> None:
    report = report_of(
        "Prosecutors accuse Mr Kaya of ignoring two warnings. “He had both on his desk,” said the engineer, "
        "Lena Marsh. A verdict is expected in May. Mr Kaya denies the charges."
    )
    ((_, words, answered),) = denials(report)
    assert words == "the charges" and answered.endswith("ignoring two warnings")
