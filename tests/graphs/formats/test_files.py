"""Which format a name asks for, and that a file is there whole or not at all."""

from __future__ import annotations

import networkx as nx
import pytest

from claims.core.errors import ClaimsError, FormatError
from graphs.formats.files import Format, format_of, ready, write


@pytest.mark.parametrize("format", [f for f in Format if f not in {Format.PNG, Format.NEO4J}])
def test_the_ending_says_the_format(format, tmp_path):
    path = tmp_path / f"graph{format.value.upper()}"
    write(nx.path_graph(3), path)
    assert format_of(path) is format
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_size > 100


def test_a_folder_is_for_neo4j(tmp_path):
    write(nx.path_graph(3), tmp_path / "new")
    write(nx.path_graph(3), tmp_path)
    assert {p.name for p in (tmp_path / "new").iterdir()} == {"nodes.csv", "relationships.csv"}
    assert (tmp_path / "nodes.csv").exists()


def test_an_unknown_ending_is_named_with_those_there_are(tmp_path):
    with pytest.raises(FormatError, match=r"graph\.doc.*\.gexf, \.graphml, \.json, \.svg, \.png"):
        format_of(tmp_path / "graph.doc")


def test_a_missing_folder_is_told_before_the_work(tmp_path):
    with pytest.raises(ClaimsError, match="does not exist; make it first"):
        ready(tmp_path / "none" / "graph.gexf")
    with pytest.raises(ClaimsError, match="cannot be written"):
        write(nx.path_graph(2), tmp_path / "none" / "graph.gexf")


def test_a_failure_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "graph.gexf"
    path.write_text("old")

    def fail(graph, draft, title):
        draft.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graphs.formats.gexf.write_gexf", fail)
    with pytest.raises(ClaimsError, match="No space left"):
        write(nx.path_graph(2), path)
    assert path.read_text() == "old" and len(list(tmp_path.iterdir())) == 1


def test_a_link_is_written_through(tmp_path):
    (tmp_path / "link.svg").symlink_to(tmp_path / "real.svg")
    write(nx.path_graph(2), tmp_path / "link.svg")
    assert (tmp_path / "link.svg").is_symlink() and (tmp_path / "real.svg").exists()
