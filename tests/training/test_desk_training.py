"""From decisions in a store on disk to figures and to weights that the program reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claims.cli.main import main
from claims.core.relation import Disagreement, Kind, Label, Relation, Side
from claims.core.report import Report
from claims.core.review import Decision, Judge, Verdict
from claims.stance.combiner import Combiner
from claims.stance.entailment import Entailment
from claims.store import Run, Store
from claims.training import combiner_run
from claims.training.combiner import Instance
from claims.training.desk_decisions import decided_pairs
from claims.training.desk_evaluation import Share, evaluate_store
from claims.training.recalibration import recalibrated
from tests.stance.builders import articles, sources, toll

FIRES = 48


class Reader:
    """Stands for the entailment model."""

    def probabilities(self, pairs):
        return [Entailment(0.1, 0.1, 0.8) for _ in pairs]


def fires(count: int) -> Report:
    """Two tolls of each of so many fires, each from two articles."""
    claims, relations, disagreements = [], [], []
    days = {}
    for n in range(count):
        place, happening = f"Town{n}", f"fire at mill{n}"
        a = toll(f"a{n}", str(10 + n), 10 + n, 10 + n, places=(place,), happening=happening, words=happening)
        b = toll(f"b{n}", str(90 + n), 90 + n, 90 + n, places=(place,), happening=happening, words=happening)
        claims += [a, b]
        days |= {a.id: date(2020, 7, 14), b.id: date(2020, 7, 14)}
        relations.append(Relation(f"r{n}", a.id, b.id, Label.CONTRADICTS, Kind.COUNT, 0.8, ("two tolls",)))
        taken = (Side(a.text, (a.id,), (a.source,)), Side(b.text, (b.id,), (b.source,)))
        disagreements.append(
            Disagreement(
                f"d{n}", f"How many in {place}?", taken, 0.8, Label.CONTRADICTS, Kind.COUNT, (f"r{n}",)
            )
        )
    texts, speakers = articles(*claims, **days), sources(*claims)
    return Report(
        tuple(texts.values()),
        tuple(speakers.values()),
        (),
        tuple(claims),
        (),
        tuple(relations),
        tuple(disagreements),
    )


def judge(store: Store, verdicts: list[Verdict]) -> None:
    for dispute, verdict in zip(store.disputes(), verdicts, strict=False):
        standing = dispute.standing
        store.record(Decision(standing.item, Judge(verdict), "Ada", standing.version))


@pytest.fixture
def where(tmp_path: Path) -> Path:
    path = tmp_path / "newsroom.db"
    with Store.open(path) as store:
        store.take(fires(FIRES), Run())
    return path


def halves(count: int) -> list[Verdict]:
    return [Verdict.CONFIRMED if n % 2 else Verdict.REJECTED for n in range(count)]


def test_decisions_become_pairs_and_bring_the_weights_into_line(where: Path) -> None:
    with Store.open(where) as store:
        judge(store, halves(FIRES))
        decided = decided_pairs(store, Reader())
    assert (decided.confirmed, decided.rejected) == (FIRES // 2, FIRES // 2)
    assert len(decided.rows) == FIRES == len({row.event for row in decided.rows})
    assert sum(row.label == "contradicts" for row in decided.rows) == FIRES // 2
    present = Combiner.load()
    combiner = recalibrated(present, decided).combiner
    chances = [combiner.chances(row.evidence).contradiction for row in decided.rows]
    assert sum(chances) / FIRES == pytest.approx(0.5, abs=0.02)


def test_a_store_is_measured_by_its_decisions(where: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(where) as store:
        judge(store, [Verdict.CONFIRMED] * 3 + [Verdict.REJECTED])
        figures = evaluate_store(store)
    assert figures.of_kind(Kind.COUNT) == Share(3, 4) and figures.waiting == FIRES - 4
    assert main(["evaluate", "conflicts", str(where), "--errors"]) == 0
    told = capsys.readouterr().out
    assert "confirmed: 3 of 4, 75 % [30, 95]" in told and "rejected  " in told and "two tolls" in told


def test_decisions_are_added_to_labelled_pairs(
    where: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads articles is stood in for: only that the pairs come together is looked at."""
    with Store.open(where) as store:
        judge(store, [Verdict.CONFIRMED] * 5 + [Verdict.REJECTED])
        decided = decided_pairs(store, Reader())
    figures = decided.rows[0].evidence
    own = [Instance(figures, ("contradicts", "none")[n % 2], f"labelled {n}") for n in range(24)]
    monkeypatch.setattr(combiner_run, "rows_of", lambda *_: combiner_run.Rows(given=own))
    monkeypatch.setattr(combiner_run, "texts_of", lambda *_: {})
    (tmp_path / "pairs.jsonl").write_text("")
    alone = combiner_run.fit_files([tmp_path / "pairs.jsonl"], tmp_path, (), tmp_path / "alone.yaml")
    both = combiner_run.fit_files(
        [tmp_path / "pairs.jsonl"], tmp_path, (), tmp_path / "both.yaml", decided.rows
    )
    assert (len(alone.given), len(alone.found)) == (24, 0)
    assert (len(both.given), len(both.found)) == (24, 6)
    assert both.lines()[1].startswith("claims found: 5 contradictions of 6 pairs")
    assert (tmp_path / "alone.yaml").read_text() != (tmp_path / "both.yaml").read_text()
    assert Combiner.load(tmp_path / "both.yaml")


@pytest.mark.slow
def test_the_command_refuses_few_decisions_and_writes_weights_of_enough(
    where: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = tmp_path / "weights.yaml"
    command = ["train", "conflicts", "--from-store", str(where), "-o", str(weights)]
    with Store.open(where) as store:
        judge(store, halves(10))
    assert main(command) == 1
    assert "5 disagreements are confirmed and 5 rejected" in capsys.readouterr().err
    assert not weights.exists()
    with Store.open(where) as store:
        undecided = [d for d in store.disputes() if d.standing.verdict is None]
        for dispute, verdict in zip(undecided, halves(len(undecided)), strict=True):
            store.record(Decision(dispute.standing.item, Judge(verdict), "Ada", dispute.standing.version))
    assert main(command) == 0
    assert f"recalibrated on {FIRES} pairs of {FIRES} events" in capsys.readouterr().out
    assert Combiner.load(weights).contradiction.weights.keys() == Combiner.load().contradiction.weights.keys()
