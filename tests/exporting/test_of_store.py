"""From a store on disk, through decisions at the desk, to files that other programs read."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pyarrow.parquet as pq
import pytest

from claims.cli.main import main
from claims.core.relation import Kind
from claims.core.review import (
    Add,
    Assess,
    Change,
    Decision,
    Dispute,
    Edit,
    Entry,
    Evidence,
    Filter,
    Grade,
    Item,
    ItemKind,
    Judge,
    Move,
    State,
    Support,
    Undo,
    Verdict,
)
from claims.core.spans import Span
from claims.exporting.findings import stored
from claims.store import Run, Store

PROOF = Evidence("https://archive.example/1", "ab" * 32)
REVIEWS = ("--publisher", "The Desk", "--url-base", "https://desk.example/checks/")


@pytest.fixture
def where(tmp_path: Path, report) -> Path:
    path = tmp_path / "newsroom.db"
    with Store.open(path) as store:
        store.take(report, Run())
    return path


def dispute_on(store: Store, kind: Kind, question: str = "") -> Dispute:
    found = [d for d in store.disputes(Filter(kind=kind.value)) if question in d.disagreement.question]
    assert len(found) == 1
    return found[0]


def decide(store: Store, item: Item, change: Change, who: str = "Ada", **more) -> Entry:
    return store.record(Decision(item, change, who, store.standing(item).version, **more))


def settle_blame(store: Store, verdict: Verdict = Verdict.CONFIRMED) -> Dispute:
    """The governor's account of the blast is judged, and supported by evidence."""
    dispute = dispute_on(store, Kind.BLAME)
    item = dispute.standing.item
    decide(store, item, Judge(verdict))
    supported = dispute.disagreement.sides[0].claims[0]
    decide(store, item, Support(supported), why="A letter says so.", evidence=(PROOF,))
    return dispute


def export(where: Path, format: str, output: Path, *more: str) -> int:
    return main(["export", "--store", str(where), "--format", format, "-o", str(output), *more])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_reviews_are_those_of_the_desk(where: Path, tmp_path: Path, capsys) -> None:
    assert export(where, "claimreview", tmp_path / "r.jsonld", *REVIEWS) == 0
    assert "nothing to write" in capsys.readouterr().err
    with Store.open(where) as store:
        key = settle_blame(store).disagreement.id
    assert export(where, "claimreview", tmp_path / "r.jsonld", *REVIEWS) == 0
    assert capsys.readouterr().err == ""
    found = json.loads((tmp_path / "r.jsonld").read_text())["@graph"]
    assert [r["itemReviewed"]["author"]["name"] for r in found] == ["the governor", "Hill Front"]
    assert found[0]["url"].startswith(f"https://desk.example/checks/{key}#")
    assert found[0]["reviewBody"] == "A letter says so."
    assert found[0]["citation"] == [{"@type": "MediaObject", "url": PROOF.url, "sha256": PROOF.sha256}]


def test_no_account_supported_is_known_from_the_log(where: Path, tmp_path: Path) -> None:
    with Store.open(where) as store:
        item = dispute_on(store, Kind.BLAME).standing.item
        decide(store, item, Judge(Verdict.CONFIRMED))
        last = decide(store, item, Support(None))
        assert export(where, "claimreview", tmp_path / "r.json", *REVIEWS) == 0
        assert len(json.loads((tmp_path / "r.json").read_text())["@graph"]) == 2
        decide(store, item, Undo(last.number))
    assert export(where, "claimreview", tmp_path / "r.json", *REVIEWS) == 0
    assert json.loads((tmp_path / "r.json").read_text())["@graph"] == []


def test_an_edited_claim_is_written_as_it_was_put_right(where: Path, tmp_path: Path) -> None:
    with Store.open(where) as store:
        dispute = settle_blame(store)
        claim = Item(ItemKind.CLAIM, dispute.disagreement.sides[0].claims[0])
        decide(store, claim, Edit(statement="The Hill Front bombed the market."))
        decide(store, dispute.standing.item, Move(State.PUBLISHED))
    assert export(where, "claimreview", tmp_path / "r.json", *REVIEWS) == 0
    first = json.loads((tmp_path / "r.json").read_text())["@graph"][0]
    assert first["claimReviewed"] == "The Hill Front bombed the market."
    assert first["creativeWorkStatus"] == "published"


def test_tables_hold_the_log_and_where_everything_stands(where: Path, tmp_path: Path) -> None:
    with Store.open(where) as store:
        dispute = settle_blame(store)
        rejected = dispute_on(store, Kind.COUNT, "How many Talvan")
        decide(store, rejected.standing.item, Judge(Verdict.REJECTED), who="Bo", why="two happenings")
    assert export(where, "csv", tmp_path / "tables") == 0
    sides = {row["id"]: row for row in rows(tmp_path / "tables" / "disagreements.csv")}
    assert sides[dispute.disagreement.id]["verdict"] == "confirmed"
    assert sides[rejected.disagreement.id]["verdict"] == "rejected"
    log = rows(tmp_path / "tables" / "decisions.csv")
    assert [row["number"] for row in log] == ["1", "2", "3"]
    assert (log[2]["who"], log[2]["why"]) == ("Bo", "two happenings")
    relations = rows(tmp_path / "tables" / "relations.csv")
    assert [r["kind"] for r in relations if r["label"] == "contradicts"] == ["blame"]
    assert export(where, "parquet", tmp_path / "columns") == 0
    claims = pq.read_table(tmp_path / "columns" / "claims.parquet").to_pylist()
    with Store.open(where) as store:
        texts = {a.id: a.raw for a in store.articles()}
    assert claims and all(texts[c["article"]][c["start"] : c["end"]] == c["text"] for c in claims)


def test_a_filter_leaves_only_what_belongs_to_its_disagreements(where: Path, tmp_path: Path) -> None:
    with Store.open(where) as store:
        settle_blame(store)
    assert export(where, "csv", tmp_path / "t", "--state", "reviewed", "--party", "Talva") == 0
    sides = rows(tmp_path / "t" / "disagreements.csv")
    assert [row["sources"] for row in sides] == ["the governor", "Hill Front"]
    assert len(rows(tmp_path / "t" / "claims.csv")) == 2
    assert {r["name"] for r in rows(tmp_path / "t" / "sources.csv")} == {"the governor", "Hill Front"}
    assert export(where, "csv", tmp_path / "t", "--since", "2030-01-01") == 0
    assert rows(tmp_path / "t" / "disagreements.csv") == rows(tmp_path / "t" / "claims.csv") == []


def test_a_claim_that_a_person_added_is_exported_with_its_words(where: Path, tmp_path: Path) -> None:
    words = "hit a patrol near Sarn"
    with Store.open(where) as store:
        article = next(a for a in store.articles() if words in a.text)
        start = article.text.index(words)
        opposed = dispute_on(store, Kind.BLAME).disagreement.sides[0].claims[0]
        add = Add(article.id, (Span(start, start + len(words)),), "a shepherd", opposes=opposed)
        decide(store, Item(ItemKind.CLAIM, ""), add)
    assert export(where, "annotations", tmp_path / "a.json") == 0
    items = json.loads((tmp_path / "a.json").read_text())["first"]["items"]
    (added,) = [i for i in items if i["target"][0]["selector"][0]["exact"] == words]
    place = added["target"][0]["selector"][1]
    assert article.raw[place["start"] : place["end"]] == words
    assert "a shepherd" in [body["value"] for body in added["body"]]


def test_the_graph_has_verdicts_and_grades(where: Path, tmp_path: Path) -> None:
    with Store.open(where) as store:
        settle_blame(store)
        event = next(d.event for d in store.disputes() if d.event is not None)
        decide(store, Item(ItemKind.EVENT, event.id), Assess(Grade.WEAK))
    assert export(where, "gexf", tmp_path / "g.gexf") == 0
    nodes = dict(nx.read_gexf(tmp_path / "g.gexf").nodes(data=True)).values()
    assert {n.get("verdict") for n in nodes if n["kind"] == "disagreement"} == {None, "confirmed"}
    assert [n["grade"] for n in nodes if "grade" in n] == ["weak"]


def test_what_a_later_scan_no_longer_finds_is_still_exported(where: Path, report, tmp_path: Path) -> None:
    with Store.open(where) as store:
        dispute = settle_blame(store)
        relations = tuple(r for r in report.relations if r.kind is not Kind.BLAME)
        disagreements = tuple(d for d in report.disagreements if d.kind is not Kind.BLAME)
        store.take(replace(report, relations=relations, disagreements=disagreements), Run())
        kept = next(
            d for d in stored(store, Filter()).disputes if d.disagreement.id == dispute.disagreement.id
        )
        assert not kept.suggested
    assert export(where, "claimreview", tmp_path / "r.json", *REVIEWS) == 0
    assert len(json.loads((tmp_path / "r.json").read_text())["@graph"]) == 2
    assert export(where, "csv", tmp_path / "d.csv") == 0
    assert {r["suggested"] for r in rows(tmp_path / "d.csv") if r["id"] == kept.disagreement.id} == {"false"}


def test_a_store_may_stand_where_articles_would(where: Path, tmp_path: Path, capsys) -> None:
    with Store.open(where) as store:
        settle_blame(store)
    assert main(["export", str(where), "--format", "csv", "-o", str(tmp_path / "d.csv")]) == 0
    assert {row["verdict"] for row in rows(tmp_path / "d.csv")} == {"", "confirmed"}
    assert main(["export", str(where), "a.txt", "--format", "csv", "-o", str(tmp_path / "d.csv")]) == 2
    assert "either articles or a store" in " ".join(capsys.readouterr().err.split())


def test_a_store_that_is_not_there_is_told_and_not_made(tmp_path: Path, capsys) -> None:
    assert export(tmp_path / "none.db", "csv", tmp_path / "t") == 1
    assert "no such store" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_without_the_library_of_the_store_its_extra_is_named(
    tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n == "claims.store" or n.startswith("claims.store.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    assert export(tmp_path / "s.db", "csv", tmp_path / "t") == 1
    assert 'pip install "claims[store]"' in capsys.readouterr().err
