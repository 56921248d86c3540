"""``claims graph``: options in, one call of the library, one file out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from claims.cli.main import main
from claims.core.report import Skipped

Capture = pytest.CaptureFixture[str]


def test_gives_the_paths_and_reading_options_to_the_library(pipeline: Any, tmp_path: Path) -> None:
    out = str(tmp_path / "g.gexf")
    assert (
        main(
            [
                "graph",
                "b.txt",
                "-",
                "-o",
                out,
                "--text-column",
                "body",
                "--timeout",
                "7",
                "--date",
                "2024-05-07",
            ]
        )
        == 0
    )
    assert pipeline.paths == ("b.txt", "-")
    assert pipeline.options["published"] == date(2024, 5, 7)
    assert (pipeline.options["reading"].text_column, pipeline.options["reading"].timeout) == ("body", 7.0)


def test_writes_the_claims_for_gephi(pipeline: Any, tmp_path: Path, capsys: Capture) -> None:
    assert main(["graph", "gale.txt", "-o", str(tmp_path / "g.gexf")]) == 0
    found = nx.read_gexf(tmp_path / "g.gexf")
    assert set(found) == {"article:a1", "source:s1", "claim:c1"}
    assert found.nodes["claim:c1"]["label"] == "Two boats sank."
    assert capsys.readouterr() == ("", "")


def test_writes_the_sources(pipeline: Any, tmp_path: Path) -> None:
    assert main(["graph", "gale.txt", "--view", "sources", "-o", str(tmp_path / "g.json")]) == 0
    found = json.loads((tmp_path / "g.json").read_text())
    assert [n["data"]["label"] for n in found["elements"]["nodes"]] == ["harbour master"]


@pytest.mark.parametrize("ending", [".graphml", ".svg"])
def test_the_ending_says_the_format(ending: str, pipeline: Any, tmp_path: Path) -> None:
    assert main(["graph", "gale.txt", "-o", str(tmp_path / f"g{ending}")]) == 0
    assert b"Two boats sank." in (tmp_path / f"g{ending}").read_bytes()


def test_a_name_without_an_ending_is_a_folder(pipeline: Any, tmp_path: Path) -> None:
    assert main(["graph", "gale.txt", "-o", str(tmp_path / "g")]) == 0
    assert (tmp_path / "g" / "nodes.csv").read_text().startswith(":ID,:LABEL,")


def test_an_unknown_ending_is_wrong_usage(pipeline: Any, tmp_path: Path, capsys: Capture) -> None:
    assert main(["graph", "gale.txt", "-o", str(tmp_path / "g.doc")]) == 2
    assert ".gexf, .graphml, .json, .svg, .png" in capsys.readouterr().err
    assert pipeline.paths == ()


def test_a_missing_folder_is_told_before_the_work(pipeline: Any, tmp_path: Path, capsys: Capture) -> None:
    assert main(["graph", "gale.txt", "-o", str(tmp_path / "none" / "g.gexf")]) == 1
    assert "does not exist; make it first" in capsys.readouterr().err
    assert pipeline.paths == ()


def test_a_missing_library_is_told_before_the_work(
    pipeline: Any, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    assert main(["graph", "gale.txt", "-o", str(tmp_path / "g.png")]) == 1
    assert 'pip install "claims[png]"' in capsys.readouterr().err
    assert pipeline.paths == ()


def test_needs_a_place_to_write_to(pipeline: Any, capsys: Capture) -> None:
    assert main(["graph", "gale.txt"]) == 2
    assert "--output" in capsys.readouterr().err


def test_names_what_was_left_out(
    pipeline: Any, leaving_out: Callable[..., None], tmp_path: Path, capsys: Capture
) -> None:
    leaving_out(Skipped("b.txt", "no such file", named=True))
    assert main(["graph", "gale.txt", "b.txt", "-o", str(tmp_path / "g.gexf")]) == 1
    assert "b.txt: no such file" in capsys.readouterr().err
    assert (tmp_path / "g.gexf").exists()
