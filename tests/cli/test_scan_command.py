"""``claims scan``, ``claims store verify``, and reports that are read from a store."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import claims
from claims.cli.main import main
from claims.core.review import Decision, Flag, Item, ItemKind
from claims.store import Store
from tests.store.engine import FakeEngine, text_of

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    """Two files whose accounts part."""
    names = []
    for number in (1, 8):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"{text_of(number)} It was the worst day that anybody there could remember.", "utf-8")
        names.append(str(path))
    return names


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    """In the place of the pipeline."""
    made = FakeEngine()
    monkeypatch.setitem(vars(claims), "Pipeline", lambda models: made)
    return made


@pytest.fixture
def kept(tmp_path: Path, articles: list[str], engine: FakeEngine) -> Path:
    """A store with both articles and one decision."""
    path = tmp_path / "newsroom.db"
    assert main(["scan", *articles, "--store", str(path)]) == 0
    with Store.open(path) as store:
        item = Item(ItemKind.DISAGREEMENT, store.queue().lines[0].key)
        store.record(Decision(item, Flag(on=True), "Ada", 0))
    return path


def test_a_file_that_holds_no_weights_is_named_before_anything_is_read(
    tmp_path: Path, articles: list[str], engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    weights = tmp_path / "combiner.yaml"
    store = ["--store", str(tmp_path / "s.db")]
    assert main(["scan", *articles, *store, "--combiner", str(weights)]) == 1
    assert "combiner.yaml: no weights of a combiner" in capsys.readouterr().err
    assert engine.read == []


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One thread here and in other processes: the last digits of a probability hang on their number."""
    import torch

    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def test_scan_says_what_it_did(tmp_path, articles, engine, capsys):
    where = str(tmp_path / "newsroom.db")
    assert main(["scan", articles[0], "--store", where]) == 0
    assert main(["scan", *articles, "--store", where]) == 0
    assert main(["scan", *articles, "--store", where]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 article taken in, 0 known already",
        "disagreements: 0 new, 0 gone",
        "1 article taken in, 1 known already",
        "disagreements: 1 new, 0 gone",
        "0 articles taken in, 2 known already",
        "nothing new to compare",
    ]
    assert len(engine.read) == 2


@pytest.mark.parametrize("wrong", [["--workers", "0"], ["--engine", "cloud"]])
def test_a_way_that_there_is_not_is_wrong_usage(articles, tmp_path, wrong, capsys):
    assert main(["scan", *articles, "--store", str(tmp_path / "newsroom.db"), *wrong]) == 2
    assert wrong[0] in capsys.readouterr().err


def test_ray_that_is_not_installed_is_named(tmp_path, articles, engine, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delitem(sys.modules, "claims.store.engines.ray_data", raising=False)
    assert main(["scan", *articles, "--store", str(tmp_path / "newsroom.db"), "--engine", "ray"]) == 1
    assert 'run pip install "claims[ray]"' in capsys.readouterr().err


def test_what_cannot_be_read_is_named(tmp_path, articles, engine, capsys):
    where = str(tmp_path / "newsroom.db")
    assert main(["scan", *articles, str(tmp_path / "none.txt"), "--store", where]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("2 articles taken in")
    assert said.err.startswith("1 of 3 left out:")
    assert "none.txt" in said.err


def test_a_store_is_reported_on_and_drawn_like_articles(tmp_path, kept, capsys):
    capsys.readouterr()
    assert main(["report", str(kept), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [d["question"] for d in found["disagreements"]] == ["How many people died at Place1?"]
    assert all(len(article["id"]) == 8 for article in found["articles"])
    assert main(["graph", str(kept), "-o", str(tmp_path / "graph.gexf")]) == 0
    assert (tmp_path / "graph.gexf").stat().st_size > 0


def test_a_store_is_read_by_itself(kept, articles, capsys):
    assert main(["report", str(kept), *articles]) == 1
    assert "claims scan" in capsys.readouterr().err


def test_verify_tells_the_last_entry_and_names_one_that_was_changed(kept, capsys):
    capsys.readouterr()
    assert main(["store", "verify", "--store", str(kept)]) == 0
    assert capsys.readouterr().out.startswith("sound; entry 1, digest ")
    with closing(sqlite3.connect(kept)) as connection, connection:
        connection.execute("DROP TRIGGER log_keeps_its_words")
        connection.execute("UPDATE log SET who = 'Eve'")
    assert main(["store", "verify", "--store", str(kept)]) == 1
    assert capsys.readouterr().err == "entry 1 is not as it was written\n"


def test_a_store_that_is_not_there_is_not_made_by_looking(tmp_path, capsys):
    assert main(["store", "verify", "--store", str(tmp_path / "none.db")]) == 1
    assert "there is no such store" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_store_alone_is_wrong_usage(capsys):
    assert main(["store"]) == 2
    assert "verify" in capsys.readouterr().out


@pytest.mark.slow
def test_a_scan_with_the_real_models_finds_what_a_report_finds(tmp_path):
    where = tmp_path / "ferry.db"
    assert main(["scan", str(EXAMPLES / "ferry"), "--store", str(where)]) == 0
    found = claims.report(EXAMPLES / "ferry")
    with Store.open(where) as store:
        kept = store.report()
    assert [d.question for d in kept.disagreements] == [d.question for d in found.disagreements]
    assert [c.statement for c in kept.claims] == [c.statement for c in found.claims]
    assert [s.name for s in kept.sources] == [s.name for s in found.sources]


@pytest.mark.slow
def test_two_processes_with_the_real_models_make_the_store_that_one_makes(tmp_path, one_thread):
    archive = tmp_path / "short.jsonl"
    lines = (EXAMPLES / "archive.jsonl").read_text("utf-8").splitlines(keepends=True)
    archive.write_text("".join(lines[:4]), "utf-8")
    made = []
    for workers in ("1", "2"):
        where = tmp_path / f"{workers}.db"
        assert main(["scan", str(archive), "--store", str(where), "--workers", workers]) == 0
        with Store.open(where) as store:
            made.append((store.articles(), store.report()))
    assert len(made[0][0]) == 4
    assert made[0][1].disagreements
    assert made[1] == made[0]
