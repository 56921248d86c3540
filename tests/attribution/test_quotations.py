from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.attribution.quotations import quotations


def _words(text):
    return [q.span.of(text) for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “it is ‘over’ now”.", ["“it is ‘over’ now”"]),
        ('She said "yes" and "no".', ['"yes"', '"no"']),
        ("The town's mayor said the ministers' plan 'will fail' soon.", ["'will fail'"]),
        ("“We left.\n\n“They came.”", ["“We left.", "“They came.”"]),
        ("„Nein“, sagte er.", ["„Nein“"]),
        ("«Non», dit-il.", ["«Non»"]),
        (
            '"Back in the \'90s it was so," he said. "No."',
            ['"Back in the \'90s it was so,"', '"No."'],
        ),
        ('“We left," he said. The army denied it.', ['“We left,"']),
        ("“He said ‘no,” she said. “No”.", ["“He said ‘no,”", "“No”"]),
        ("''It is over,'' he said.", ["''It is over,''"]),
        ("``It isn't over,'' he said.", ["``It isn't over,''"]),
        ("It's 5 o’clock and the soldiers' camp is quiet.", []),
        ("A stray “ mark\n\nand a new paragraph.", ["“ mark"]),
    ],
    ids=[
        "nested",
        "straight",
        "apostrophes",
        "over paragraphs",
        "German",
        "guillemets",
        "decade",
        "two kinds of marks",
        "inner mark never closed",
        "two single marks",
        "grave and single marks",
        "no quotation",
        "never closed",
    ],
)
def test_quotations(text, expected):
    assert _words(text) == expected


@given(st.text(alphabet="ab '\"“”‘’«»„\n.", max_size=60))
def test_any_text_gives_ordered_quotations_within_one_paragraph(text):
    found = [q.span for q in quotations(text)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all("\n" not in s.of(text) and s.start < s.end for s in found)
