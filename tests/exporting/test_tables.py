"""CSV and Parquet: the same values again in real readers, and no formula in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.core.claim import Quantity
from claims.core.review import Edit, Item, ItemKind, Judge, Verdict
from claims.exporting.csv_format import csv_text, harmless, written
from claims.exporting.parquet_format import parquet_bytes
from claims.exporting.tables import Table, Type, disagreements, tables
from graphs.formats.columns import fit
from tests.exporting.builders import AT, entry, settled

NAMES = ["claims", "sources", "relations", "disagreements", "decisions"]


def named(findings):
    return {table.name: table for table in tables(findings)}


def read(table):
    return list(csv.DictReader(io.StringIO(csv_text(table).removeprefix("\ufeff"), newline="")))


def of_text(*cells):
    return Table("t", {"cell": Type.TEXT}, tuple({"cell": cell} for cell in cells))


def test_every_table_has_a_row_for_each_thing(findings):
    found = named(settled(findings, "d1", "a2.c3"))
    report = findings.report
    assert list(found) == NAMES
    counts = [len(report.claims), len(report.sources), len(report.relations), 6, 2]
    assert [len(found[name].rows) for name in NAMES] == counts
    for table in found.values():
        assert all(list(row) == list(row) and set(row) == set(table.columns) for row in table.rows)


def test_csv_is_read_by_pandas_with_its_words_figures_and_days(findings):
    table = named(findings)["claims"]
    found = pd.read_csv(io.StringIO(csv_text(table).removeprefix("\ufeff")), parse_dates=["published"])
    row = found.set_index("id").loc["a1.c3"]
    assert (row.source_name, row.party, row.low, row.high) == ("Talvan officials", "Talva", 0, 0)
    assert row.published == pd.Timestamp(2024, 5, 8)
    article = findings.report.article("a1")
    assert article.raw[int(row.start) : int(row.end)] == row.text == "none of its soldiers were hurt"
    assert pd.isna(found.set_index("id").loc["a1.c4"].high)


def test_spreadsheets_know_that_it_is_utf8(findings):
    assert csv_text(of_text("Łódź")).encode().startswith(b"\xef\xbb\xbf")


def test_parquet_has_types_and_lists(findings):
    done = settled(findings, "d1", "a2.c3")
    table = named(done)["disagreements"]
    found = pq.read_table(io.BytesIO(parquet_bytes(table)))
    assert found.schema.field("published").type == pa.date32()
    assert found.schema.field("claims").type == pa.list_(pa.string())
    assert found.schema.field("changed").type == pa.timestamp("us", tz="UTC")
    rows = found.to_pylist()
    assert rows == [
        {n: list(v) if isinstance(v, tuple) else v for n, v in r.items()} for r in _ordered(table)
    ]
    assert rows[0]["changed"] == AT and rows[0]["published"] == date(2024, 5, 7)
    assert [row["supported"] for row in rows] == [True, False, None, None, None, None]


def _ordered(table):
    return [{name: row[name] for name in table.columns} for row in table.rows]


def test_empty_tables_keep_their_columns_and_types(findings):
    table = named(findings)["decisions"]
    assert csv_text(table).removeprefix("\ufeff").strip() == ",".join(table.columns)
    assert pq.read_table(io.BytesIO(parquet_bytes(table))).schema.field("at").type == pa.timestamp(
        "us", "UTC"
    )


def test_one_row_a_side_with_where_it_stands(findings):
    first, second, *_ = read(disagreements(settled(findings, "d1", None)))
    assert (first["position"], second["position"]) == ("the Hill Front", "not the Hill Front")
    assert first["sources"] == "the governor" and first["parties"] == "Talva"
    assert (first["verdict"], first["state"], first["supported"]) == ("confirmed", "reviewed", "false")
    assert first["evidence"] == "https://archive.example/1" and first["urls"] == "https://news.example/a2"


def test_decisions_are_those_of_the_log(findings):
    claim = Item(ItemKind.CLAIM, "a1.c1")
    edit = Edit(statement="Three were hurt.", quantities=(Quantity("injured", None, 3, 3, "three"),))
    log = (
        entry(1, claim, edit, "misread", who="Bo"),
        entry(2, Item(ItemKind.DISAGREEMENT, "d1"), Judge(Verdict.REJECTED)),
    )
    first, second = read(named(replace(findings, log=log))["decisions"])
    assert (first["who"], first["change"], first["key"], first["why"]) == ("Bo", "edit", "a1.c1", "misread")
    assert '"statement": "Three were hurt."' in first["value"] and '"low": 3' in first["value"]
    assert (second["change"], second["value"]) == ("judge", '{"verdict": "rejected"}')
    assert datetime.fromisoformat(first["at"]) == datetime(2024, 5, 9, 12, 30, tzinfo=UTC)


FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://evil.example","click")',
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "-",
    "--1",
    "=cmd|' /C calc'!A0",
    "＝1+1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_reckon_stays_text(text):
    (row,) = read(of_text(text))
    assert row["cell"] == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "-3.5", "-1,200", "12", "no one", "a=b", ""])
def test_what_it_would_not_reckon_stays_as_it_is(text):
    (row,) = read(of_text(text))
    assert row["cell"] == text


def test_negative_numbers_stay_numbers():
    table = Table("t", {"n": Type.NUMBER}, ({"n": -2.5}, {"n": -3}))
    assert pd.read_csv(io.StringIO(csv_text(table).removeprefix("\ufeff"))).n.tolist() == [-2.5, -3]


def test_members_of_lists_are_defused_each():
    assert written(("=1+1", "b", "@c")) == "'=1+1; b; '@c"


@settings(deadline=None)
@given(st.text() | st.sampled_from(FORMULAS).flatmap(lambda f: st.text(max_size=5).map(lambda t: f + t)))
def test_openpyxl_takes_no_cell_for_a_formula(text):
    """It takes what begins with = for one, as spreadsheets do."""
    sheet = openpyxl.Workbook().active
    cell = harmless(text)
    if not any(ord(c) < 32 and c not in "\t\n\r" for c in cell):
        sheet["A1"] = cell
        assert sheet["A1"].data_type in ("s", "n")
    assert not cell.startswith(("=", "+", "@", "\t", "\r"))
    assert cell.removeprefix("'") == fit(text).removeprefix("'")


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1, max_size=5))
@example(["a\x1b[31m\x00", "\u202eمرحبا 👩\u200d🚒"])
def test_any_text_comes_back_from_csv_and_parquet(texts):
    table = of_text(*texts)
    assert [row["cell"] for row in read(table)] == [harmless(text) for text in texts]
    found = pq.read_table(io.BytesIO(parquet_bytes(table))).column("cell").to_pylist()
    assert found == texts


def test_half_of_a_surrogate_pair_is_left_out():
    table = of_text("a\ud83db")
    assert read(table)[0]["cell"] == "ab"
    assert pq.read_table(io.BytesIO(parquet_bytes(table))).column("cell").to_pylist() == ["ab"]
