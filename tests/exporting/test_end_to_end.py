"""Articles of the examples through the real models into files."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

import claims
from claims.exporting.findings import undecided
from claims.exporting.options import Format
from claims.exporting.writing import write

FERRY = Path(__file__).parents[2] / "examples" / "ferry"


@pytest.mark.slow
def test_every_line_leads_back_to_the_words_of_an_article(tmp_path: Path) -> None:
    report = claims.report(str(FERRY))
    raw = {a.id: a.raw for a in report.articles}
    write(undecided(report), Format.CSV, tmp_path / "tables")
    with (tmp_path / "tables" / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(report.claims)
    for row in rows:
        words = raw[row["article"]][int(row["start"]) : int(row["end"])]
        assert words.startswith(row["text"].split(" … ")[0])
    write(undecided(report), Format.ANNOTATIONS, tmp_path / "a.json")
    items = json.loads((tmp_path / "a.json").read_text())["first"]["items"]
    found = {t["selector"][0]["exact"] for item in items for t in item["target"]}
    assert "The ferry was overloaded" in found and len(items) == len(rows)
    with (tmp_path / "tables" / "disagreements.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {"yes", "no"} <= {row["position"] for row in csv.DictReader(file)}
