"""The contract ``claims-report/1``, field by field."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from claims.core.attribution import Commitment, Manner
from claims.core.relation import Kind, Label
from claims.core.report import Report
from claims.core.source import SourceKind
from claims.reporting.json_format import to_json
from claims.reporting.sanitise import is_safe

Check = Callable[[Any], bool]


def text(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def text_or_null(value: Any) -> bool:
    return value is None or text(value)


def number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def number_or_null(value: Any) -> bool:
    return value is None or number(value)


def probability(value: Any) -> bool:
    return number(value) and 0 <= value <= 1


def flag(value: Any) -> bool:
    return isinstance(value, bool)


def day_or_null(value: Any) -> bool:
    return value is None or date.fromisoformat(value).isoformat() == value


def spans(value: Any) -> bool:
    return isinstance(value, list) and all(
        len(s) == 2 and all(type(n) is int for n in s) and 0 <= s[0] < s[1] for s in value
    )


def one_of(values: Any) -> Check:
    known = {v.value for v in values}
    return lambda value: value in known


def nullable(check: Check) -> Check:
    return lambda value: value is None or check(value)


def many(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(check(v) for v in value)


def record(fields: dict[str, Check]) -> Check:
    """An object with at least these fields."""

    def check(value: Any) -> bool:
        for name, right in fields.items():
            assert name in value, f"{name} is missing in {value}"
            assert right(value[name]), f"{name} is {value[name]!r} in {value}"
        return True

    return check


QUANTITY = {
    "measure": text,
    "of": text_or_null,
    "low": number,
    "high": number_or_null,
    "text": text,
    "party": text_or_null,
    "exact": flag,
    "vague": flag,
    "subset": flag,
    "unit": text_or_null,
    "period": text_or_null,
}
PARTICIPANT = {"text": text, "head": text, "party": text_or_null}
PROPOSITION = {
    "predicate": text,
    "frame": text_or_null,
    "negated": flag,
    "hedged": flag,
    "agent": nullable(record(PARTICIPANT)),
    "patient": nullable(record(PARTICIPANT)),
    "instrument": text_or_null,
    "happening": text_or_null,
    "places": many(record({"name": text, "within": many(text)})),
    "when": nullable(record({"text": text, "start": text_or_null, "end": text_or_null, "clock": flag})),
}
SCHEMA: dict[str, dict[str, Check]] = {
    "articles": {
        "id": text,
        "path": text_or_null,
        "title": text_or_null,
        "outlet": text_or_null,
        "url": text_or_null,
        "published": day_or_null,
    },
    "sources": {
        "id": text,
        "name": text_or_null,
        "kind": one_of(SourceKind),
        "party": text_or_null,
        "aliases": many(text),
    },
    "attributions": {
        "id": text,
        "article": text,
        "source": spans,
        "cue": spans,
        "content": spans,
        "manner": one_of(Manner),
        "relay": spans,
        "commitment": one_of(Commitment),
        "inside": text_or_null,
        "probability": probability,
    },
    "claims": {
        "id": text,
        "article": text,
        "attribution": text,
        "source": text,
        "relays": many(text),
        "text": text,
        "spans": spans,
        "statement": text,
        "commitment": one_of(Commitment),
        "manner": one_of(Manner),
        "quantities": many(record(QUANTITY)),
        "event": text_or_null,
        "probability": probability,
        "proposition": record(PROPOSITION),
    },
    "events": {
        "id": text,
        "what": text,
        "where": text_or_null,
        "when": text_or_null,
        "who": text_or_null,
        "whom": text_or_null,
        "claims": many(text),
    },
    "relations": {
        "id": text,
        "a": text,
        "b": text,
        "label": one_of(Label),
        "kind": nullable(one_of(Kind)),
        "score": probability,
        "reasons": lambda value: many(text)(value) and len(value) > 0,
    },
    "disagreements": {
        "id": text,
        "question": text,
        "sides": many(record({"position": text, "claims": many(text), "sources": many(text)})),
        "score": probability,
        "label": one_of(Label),
        "kind": one_of(Kind),
        "relations": many(text),
    },
    "skipped": {"where": text, "why": text},
}


@pytest.fixture(scope="module")
def written(report: Report) -> dict[str, Any]:
    return json.loads(to_json(report), parse_constant=pytest.fail)


def test_names_its_schema(written: dict[str, Any]) -> None:
    assert written["schema"] == "claims-report/1"
    assert set(written) == {"schema", *SCHEMA}


@pytest.mark.parametrize("part", SCHEMA)
def test_every_field_is_there_and_of_its_type(part: str, written: dict[str, Any], report: Report) -> None:
    assert len(written[part]) == len(getattr(report, part)) > 0
    assert many(record(SCHEMA[part]))(written[part])


def test_every_reference_leads_somewhere(written: dict[str, Any]) -> None:
    ids = {part: {x["id"] for x in written[part]} for part in SCHEMA if part != "skipped"}
    for claim in written["claims"]:
        assert claim["article"] in ids["articles"]
        assert claim["attribution"] in ids["attributions"]
        assert {claim["source"], *claim["relays"]} <= ids["sources"]
        assert claim["event"] is None or claim["event"] in ids["events"]
    for relation in written["relations"]:
        assert {relation["a"], relation["b"]} <= ids["claims"]
    for found in written["disagreements"]:
        assert set(found["relations"]) <= ids["relations"]
        for side in found["sides"]:
            assert set(side["claims"]) <= ids["claims"]
            assert set(side["sources"]) <= ids["sources"]


def test_offsets_count_characters_of_the_raw_text(written: dict[str, Any], report: Report) -> None:
    for claim in written["claims"]:
        raw = report.article(claim["article"]).raw
        assert [raw[s:e] for s, e in claim["spans"]] == [claim["text"]]


@pytest.mark.parametrize(
    ("claim", "low", "high"),
    [
        pytest.param("a1.c3", 0, 0, id="none"),
        pytest.param("a2.c1", 12, None, id="at least"),
        pytest.param("a1.c4", 1, None, id="infinite"),
    ],
)
def test_no_upper_bound_is_null(claim: str, low: int, high: int | None, written: dict[str, Any]) -> None:
    quantity = next(c for c in written["claims"] if c["id"] == claim)["quantities"][0]
    assert (quantity["low"], quantity["high"]) == (low, high)


def test_unknown_is_null_even_where_a_stage_left_it_empty(report: Report) -> None:
    bare = replace(
        report, articles=(replace(report.articles[0], outlet="", url="", path=""), *report.articles[1:])
    )
    first = json.loads(to_json(bare))["articles"][0]
    assert (first["outlet"], first["url"], first["path"]) == (None, None, None)


def test_the_text_is_exact_for_a_program_and_harmless_for_a_terminal(report: Report, hostile: str) -> None:
    output = to_json(report)
    assert all(is_safe(line.strip()) for line in output.splitlines())
    assert hostile in {c["text"] for c in json.loads(output)["claims"]}


def test_characters_outside_of_unicode_survive(report: Report) -> None:
    odd = replace(report.articles[0], title="a\ud800b\U000e0041")
    output = to_json(replace(report, articles=(odd, *report.articles[1:])))
    output.encode("utf-8")
    assert json.loads(output)["articles"][0]["title"] == "a\ud800b\U000e0041"


def test_an_empty_report_has_every_part(silent: Report) -> None:
    written = json.loads(to_json(silent))
    assert set(written) == {"schema", *SCHEMA}
    assert written["claims"] == []
