"""The report as pandas tables."""

from __future__ import annotations

import pandas as pd
import pytest

from claims.core.report import Report
from claims.core.tables import CLAIM_COLUMNS, RELATION_COLUMNS, claims_table, relations_table


def test_one_row_a_claim(report: Report) -> None:
    table = report.claims_table()
    assert list(table["id"]) == [c.id for c in report.claims]
    first = table.iloc[0]
    assert first["source"] == "Ruvian defence ministry"
    assert first["published"] == pd.Timestamp("2024-05-08")
    assert (first["figures"], first["place"], first["time"]) == ("three soldiers", "Sarn", "on Tuesday")


def test_places_are_those_of_the_raw_text(report: Report) -> None:
    for row in claims_table(report).itertuples():
        assert report.article(row.article).raw[row.start : row.end] == row.text


def test_no_upper_bound_is_missing_and_not_infinite(report: Report) -> None:
    table = claims_table(report).set_index("id")
    assert table.loc[["a1.c4", "a2.c1"], "high"].isna().all()
    assert table.loc["a1.c3", "high"] == 0


def test_unknown_is_missing(report: Report) -> None:
    table = claims_table(report).set_index("id")
    assert pd.isna(table.loc["a1.c6", "source"])
    assert pd.isna(table.loc["a4.c1", "published"])


def test_one_row_a_relation(report: Report) -> None:
    table = report.relations_table().set_index("id")
    row = table.loc["r1"]
    assert (row["label"], row["source_a"], row["source_b"]) == (
        "contradicts",
        "Talvan officials",
        "Ruvian defence ministry",
    )
    assert row["statement_b"] == "There were Talvan casualties."


@pytest.mark.parametrize(
    ("table", "columns"),
    [(claims_table, CLAIM_COLUMNS), (relations_table, RELATION_COLUMNS)],
    ids=["claims", "relations"],
)
@pytest.mark.parametrize("run", ["report", "silent"])
def test_columns_and_types_are_the_same_with_and_without_rows(
    run: str, table: object, columns: dict[str, str], request: pytest.FixtureRequest
) -> None:
    made = table(request.getfixturevalue(run))  # type: ignore[operator]
    assert {name: str(kind) for name, kind in made.dtypes.items()} == columns
    assert claims_documented(table, made)


def claims_documented(table: object, made: pd.DataFrame) -> bool:
    return all(str(name) in (table.__doc__ or "") for name in made.columns)
