"""``claims export``: options in, one export out, and what a person has to look at on standard error."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow.parquet as pq
import pytest

from claims.cli.main import main
from claims.core.report import Skipped

Capture = pytest.CaptureFixture[str]


def export(format: str, output: Path, *more: str) -> int:
    return main(["export", "--format", format, "-o", str(output), *more])


def test_a_folder_of_csv_from_an_article(pipeline: Any, tmp_path: Path, capsys: Capture) -> None:
    assert export("csv", tmp_path / "tables", "gale.txt", "--date", "2024-05-07") == 0
    assert (pipeline.paths, pipeline.options["published"]) == (("gale.txt",), date(2024, 5, 7))
    names = {path.name for path in (tmp_path / "tables").iterdir()}
    assert names == {f"{n}.csv" for n in ("claims", "sources", "relations", "disagreements", "decisions")}
    with (tmp_path / "tables" / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["statement"] for row in csv.DictReader(file)] == ["Two boats sank."]
    assert capsys.readouterr() == ("", "")


def test_one_file_of_disagreements(pipeline: Any, tmp_path: Path) -> None:
    assert export("csv", tmp_path / "d.csv", "gale.txt") == 0
    assert (tmp_path / "d.csv").read_text(encoding="utf-8-sig").startswith("id,question,label,")
    assert export("parquet", tmp_path / "d.parquet", "gale.txt") == 0
    assert pq.read_table(tmp_path / "d.parquet").column_names[:2] == ["id", "question"]


def test_annotations_from_an_article(pipeline: Any, tmp_path: Path) -> None:
    assert export("annotations", tmp_path / "a.jsonld", "gale.txt") == 0
    document = json.loads((tmp_path / "a.jsonld").read_text())
    (item,) = document["first"]["items"]
    assert item["target"][0]["selector"][0]["exact"] == "two boats sank"


def test_the_graph_from_an_article(pipeline: Any, tmp_path: Path) -> None:
    assert export("gexf", tmp_path / "g.gexf", "gale.txt") == 0
    assert nx.read_gexf(tmp_path / "g.gexf").nodes["claim:c1"]["label"] == "Two boats sank."


def test_a_second_export_takes_the_place_of_the_first(pipeline: Any, tmp_path: Path) -> None:
    for _ in range(2):
        assert export("csv", tmp_path / "tables", "gale.txt") == 0
    assert len(list((tmp_path / "tables").iterdir())) == 5


@pytest.mark.parametrize(
    ("format", "name", "more", "told"),
    [
        ("csv", "t", (), "name either articles or a store"),
        ("csv", "t", ("gale.txt", "--store", "s.db"), "name either articles or a store"),
        ("claimreview", "r.json", ("gale.txt",), "nothing of a fresh report was reviewed"),
        ("claimreview", "r.json", ("--store", "s.db", "--publisher", "x"), "--url-base"),
        ("csv", "t", ("gale.txt", "--party", "Russia"), "does not use --party"),
        ("csv", "t", ("--store", "s.db", "--timeout", "3"), "does not use --timeout"),
        ("csv", "t", ("--store", "s.db", "--publisher", "x"), "does not use --publisher"),
        ("csv", "t.doc", ("gale.txt",), "the ending of csv must be .csv or none for a folder"),
        ("gexf", "folder", ("gale.txt",), "must be .gexf"),
        ("word", "t", ("gale.txt",), "'word' is not one of"),
    ],
)
def test_wrong_usage(
    format: str, name: str, more: tuple[str, ...], told: str, pipeline: Any, tmp_path: Path, capsys: Capture
) -> None:
    assert export(format, tmp_path / name, *more) == 2
    assert told in " ".join(capsys.readouterr().err.split())
    assert pipeline.paths == () and not list(tmp_path.iterdir())


def test_a_missing_folder_is_told_before_the_work(pipeline: Any, tmp_path: Path, capsys: Capture) -> None:
    assert export("csv", tmp_path / "none" / "d.csv", "gale.txt") == 1
    assert "does not exist; make it first" in capsys.readouterr().err
    assert pipeline.paths == ()


def test_a_missing_library_is_told_before_the_work(
    pipeline: Any, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert export("parquet", tmp_path / "d.parquet", "gale.txt") == 1
    assert 'pip install "claims[parquet]"' in capsys.readouterr().err
    assert pipeline.paths == ()


def test_names_what_was_left_out(
    pipeline: Any, leaving_out: Callable[..., None], tmp_path: Path, capsys: Capture
) -> None:
    leaving_out(Skipped("b.txt", "no such file", named=True))
    assert export("csv", tmp_path / "d.csv", "gale.txt", "b.txt") == 1
    assert "b.txt: no such file" in capsys.readouterr().err
    assert (tmp_path / "d.csv").exists()
