from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading.cleaning import Cleaned, clean

BODY = (
    "A bomb struck a joint patrol on the road near Ariha on Tuesday morning, officials in both capitals said."
)
MORE = (
    "One armoured vehicle was damaged, and traffic on the road was stopped until the evening, residents said."
)

LINES = st.sampled_from(
    [
        *(
            "Follow us on Telegram",
            "2 min read",
            "|",
            "By Jane Doe",
            "Bomb in Ariha",
            "Published 14 July 2020",
        ),
        *(
            BODY,
            MORE,
            "- one item",
            "they had been there for",
            "",
            "  indented",
            "well-",
            "a\u00a0b",
            "\ufeff",
        ),
    ]
)
BREAKS = st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028", " \n \n", "\x0b"])
PAGES = st.lists(st.tuples(LINES, BREAKS), max_size=25).map(lambda rows: "".join(a + b for a, b in rows))


def assert_leads_back(raw: str, cleaned: Cleaned) -> None:
    end_of_text = end_of_raw = 0
    gaps = []
    for start, span in cleaned.pieces:
        assert end_of_text <= start
        assert end_of_raw <= span.start < span.end <= len(raw)
        length = span.end - span.start
        assert cleaned.text[start : start + length] == raw[span.start : span.end]
        gaps.append(cleaned.text[end_of_text:start])
        end_of_text, end_of_raw = start + length, span.end
    assert end_of_text == len(cleaned.text)
    assert set(gaps) <= {"", " ", "\n\n"}


@given(st.one_of(st.text(), PAGES), st.one_of(st.none(), st.text(max_size=20), st.just("Bomb in Ariha")))
@settings(max_examples=300, deadline=None)
def test_pieces_lead_back_to_the_raw_text(raw: str, title: str | None) -> None:
    assert_leads_back(raw, clean(raw, title))


@given(st.one_of(st.text(), PAGES))
@settings(max_examples=200, deadline=None)
def test_every_word_is_kept_or_accounted_for(raw: str) -> None:
    cleaned = clean(raw)
    covered = [span for _, span in cleaned.pieces] + [dropped.raw for dropped in cleaned.dropped]
    left = list(raw)
    for span in covered:
        left[span.start : span.end] = [" "] * (span.end - span.start)
    assert not any(map(str.isalnum, left))


def test_repeated_paragraphs_stand_once() -> None:
    cleaned = clean(f"{BODY}\n{MORE}\n{BODY.upper()}\n{MORE}\nThe road was opened again.")
    assert cleaned.text == f"{BODY}\n\n{MORE}\n\nThe road was opened again."
    assert [d.why for d in cleaned.dropped] == ["repetition", "repetition"]


@pytest.mark.parametrize(
    "raw",
    [
        "Were soldiers hurt?\n\nYes.\n\nWas a vehicle damaged?\n\nYes.",
        f"{BODY} “None were hurt.” {MORE}\n\nThe spokesman repeated it: “None were hurt.”",
        f"{BODY}\n\n{BODY} {MORE}",
        "The rebels lost $5m in the raid.\n\nThe rebels lost €5m in the raid.",
        "Three soldiers were hurt.\n\nThree soldiers were hurt?",
        "Killed\n\n3\n\nHurt\n\n3",
        f"9:05 p.m.\n\n{BODY}\n\n9:05 p.m.\n\n{MORE}",
    ],
    ids=["short answers", "quotation", "sentence", "currency", "question", "table", "clock"],
)
def test_what_only_looks_repeated_stays(raw: str) -> None:
    assert clean(raw).text == raw


def test_wrapped_lines_are_one_paragraph_with_offsets() -> None:
    raw = (
        "Bomb hits patrol\r\n\r\n"
        "A bomb struck a joint patrol on the road near the town of Ariha on\r\n"
        "Tuesday morning, officials in both capitals said, while a much-\r\n"
        "travelled road nearby was closed to all but military traffic.\r\n"
        "Nobody claimed the attack.\r\n"
    )
    cleaned = clean(raw)
    first, second = cleaned.text.split("\n\n")[:2]
    assert first == "Bomb hits patrol"
    assert second.startswith(
        "A bomb struck a joint patrol on the road near the town of Ariha on Tuesday morning,"
    )
    assert "much-travelled road" in second
    assert_leads_back(raw, cleaned)


@pytest.mark.parametrize(
    "lines",
    [
        ["Bomb hits a patrol near Ariha in the north", "al-Nusra says it laid the bomb that hit the patrol."],
        [
            "Three soldiers were hurt in the blast.",
            "Nobody claimed it.",
            "The road was closed until evening.",
        ],
        ["- Three soldiers hurt in the blast on the road", "- one vehicle damaged and towed to the base"],
        [BODY, MORE],
    ],
    ids=["particle", "sentences", "list", "long"],
)
def test_lines_that_are_paragraphs_stay_apart(lines: list[str]) -> None:
    assert clean("\n".join(lines)).text.split("\n\n") == lines


def test_furniture_inside_wrapped_text_goes() -> None:
    raw = (
        "A bomb struck a joint patrol on the road near the town of Ariha on\n"
        "Tuesday morning, officials in both capitals said to reporters there.\n"
        "\n2 min read\n\n"
        "Another one was found nearby and taken apart by the engineers of the\n"
        "army before it could do any harm to the convoy or to the villagers.\n"
    )
    assert [len(p) > 100 for p in clean(raw).text.split("\n\n")] == [True, True]


@pytest.mark.parametrize(
    ("raw", "title", "headline"),
    [
        (f"Bomb hits patrol\n{BODY}", None, "Bomb hits patrol"),
        (f"Bomb hits patrol\nBomb hits patrol\n{BODY}", None, "Bomb hits patrol"),
        (f"World news\nBomb hits patrol\n{BODY}", "Bomb Hits Patrol", "Bomb hits patrol"),
        (f"Bomb hits patrol. {BODY}", "Bomb hits patrol", "Bomb hits patrol"),
        (f"Tue Jul 14 2020 Bomb hits patrol. {BODY}", "Bomb hits patrol", "Bomb hits patrol"),
        (f"Who laid the bomb?\n\n{BODY}", None, "Who laid the bomb?"),
        (f"A patrol was hit.\n\n{BODY}", None, None),
        (BODY, "Bomb hits patrol", None),
        ("Syria said on Monday that it had nothing to say.", "Syria", None),
        ("Bomb hits patrol", None, None),
    ],
    ids=[
        *("first line", "printed twice", "below a kicker", "opening", "dated opening", "question"),
        *("a sentence", "only given", "part of a sentence", "nothing below"),
    ],
)
def test_headline(raw: str, title: str | None, headline: str | None) -> None:
    cleaned = clean(raw, title)
    assert (cleaned.headline.of(cleaned.text) if cleaned.headline else None) == headline


def test_a_paragraph_that_is_the_title_is_never_furniture() -> None:
    assert clean(f"By Land and Water\n\n{BODY}", "By Land and Water").text.startswith("By Land and Water")


def test_timestamp_at_the_top_is_the_date() -> None:
    cleaned = clean(f"Bomb hits patrol\nPublished 14 July 2020 10:22 GMT\n{BODY}")
    assert str(cleaned.published) == "2020-07-14"
    assert "Published" not in cleaned.text


def test_date_in_front_of_the_title_is_the_date() -> None:
    cleaned = clean(f"Tue Jul 14 2020 Bomb hits patrol. {BODY}", "Bomb hits patrol")
    assert (str(cleaned.published), cleaned.text[:4]) == ("2020-07-14", "Bomb")


def test_dates_further_down_head_a_timeline() -> None:
    assert "15 July 2020" in clean(f"{BODY}\n\n15 July 2020\n\n{MORE}").text


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("A bomb went off in village {}.", "\n"),
        ("A bomb went off in village {}.", "\r\n\r\n"),
        ("A bomb went off in village {}.", " "),
        ("the soldiers of unit {} went on along the road and", "\n"),
    ],
    ids=["lines", "blocks", "one line", "one wrapped block"],
)
def test_time_grows_with_the_text_and_not_faster(line: str, end: str) -> None:
    def seconds(size: int) -> float:
        raw = end.join(line.format(i) for i in range(size))
        start = time.process_time()
        clean(raw)
        return time.process_time() - start

    small, large = min(seconds(4_000) for _ in range(3)), seconds(32_000)
    # Eight times the text: a quadratic step would take 64 times as long.
    assert large < 24 * max(small, 0.005)


@pytest.mark.shared
def test_scraped_article_is_clean() -> None:
    folder = os.environ.get("CLAIMS_DATA")
    if not folder:
        pytest.skip("CLAIMS_DATA names no data folder")
    files = sorted(Path(folder, "seeds").glob("*.txt"))
    assert files
    for file in files:
        raw = file.read_text(encoding="utf-8")
        cleaned = clean(raw)
        assert_leads_back(raw, cleaned)
        paragraphs = cleaned.text.split("\n\n")
        assert len(set(paragraphs)) == len(paragraphs)
        assert not any("min read" in p or "Follow us" in p or p.strip() == "|" for p in paragraphs)
        assert cleaned.headline
        assert cleaned.headline.start == 0
