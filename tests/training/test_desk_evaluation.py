from __future__ import annotations

from claims.core.decisions import Decisions
from claims.core.relation import Kind, Label
from claims.core.review import Add, Item, ItemKind, Undo, Verdict
from claims.training.desk_evaluation import Share, measured
from tests.exporting.builders import dispute, entry

YES, NO = Verdict.CONFIRMED, Verdict.REJECTED
NOBODY = Decisions.of(())


def added(*claims):
    """Decisions by which people added these claims."""
    log = [entry(n, Item(ItemKind.CLAIM, c), Add("a", (), "s")) for n, c in enumerate(claims, 1)]
    return Decisions.of(log)


def test_what_people_judged_is_counted_by_label_and_kind():
    figures = measured(
        [
            dispute("1", YES),
            dispute("2", YES, kind=Kind.BLAME),
            dispute("3", NO, kind=Kind.BLAME),
            dispute("4", NO, label=Label.DIFFERS),
            dispute("5"),
        ],
        NOBODY,
    )
    assert figures.of_label(Label.CONTRADICTS) == Share(2, 3)
    assert figures.of_label(Label.DIFFERS) == Share(0, 1)
    assert figures.of_kind(Kind.BLAME) == Share(1, 2)
    assert (len(figures.judged), figures.waiting) == (4, 1)
    told = "\n".join(figures.lines())
    assert "suggestions that people judged: 4, not judged yet: 1" in told
    assert "contradicts  2 of 3, 67 % [21, 94]" in told


def test_what_people_added_was_missed():
    disputes = [dispute("1", YES), dispute("2", YES), dispute("3"), dispute("4", NO)]
    figures = measured(disputes, added("2b", "3a", "4a"))
    assert figures.suggested() == Share(1, 3)
    assert figures.of_label(Label.CONTRADICTS) == Share(1, 1) and figures.waiting == 0
    assert "added by people: 2 disagreements, 3 claims" in figures.lines()


def test_an_addition_taken_back_was_none():
    claim = Item(ItemKind.CLAIM, "2b")
    log = [entry(1, claim, Add("a", (), "s")), entry(2, claim, Undo(1))]
    assert measured([dispute("2", YES)], Decisions.of(log)).suggested() == Share(1, 1)


def test_what_a_later_scan_no_longer_finds_counts_apart():
    gone = [dispute("1", YES, suggested=False), dispute("2", NO, suggested=False)]
    figures = measured([*gone, dispute("3", YES)], NOBODY)
    assert figures.of_label(Label.CONTRADICTS) == Share(1, 1)
    assert figures.suggested() == Share(1, 2)
    assert any(line.startswith("judged earlier") and "1 of 2" in line for line in figures.lines())


def test_scores_are_set_against_what_people_said():
    sure = [dispute(f"a{n}", YES if n < 9 else NO, score=0.92) for n in range(10)]
    unsure = [dispute(f"b{n}", YES if n < 5 else NO, score=0.55) for n in range(10)]
    lines = measured([*sure, *unsure], NOBODY).lines()
    assert "expected calibration error: 0.035" in lines
    assert "  score 0.5–0.6  mean 0.55  confirmed 0.50  of 10" in lines
    assert "  score 0.9–1.0  mean 0.92  confirmed 0.90  of 10" in lines


def test_what_went_wrong_is_told_with_its_reason():
    figures = measured([dispute("1", NO), dispute("2", YES), dispute("3", YES)], added("2a"))
    assert figures.error_lines() == [
        "rejected  1  contradicts on count: What of 1?; suggested because because",
        "missed    2  contradicts on count: What of 2?",
    ]


def test_nothing_judged_is_no_error():
    assert measured([], NOBODY).lines()[:2] == [
        "suggestions that people judged: 0, not judged yet: 0",
        "confirmed: 0 of 0",
    ]
