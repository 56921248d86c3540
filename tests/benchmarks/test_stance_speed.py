"""Pairs a second against a plain pipeline of transformers, and how the pairs grow with an archive.

Ratios and counts are printed with ``pytest -s``.
"""

from __future__ import annotations

import random
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import perf_counter

import pytest
from transformers import AutoModelForSequenceClassification, AutoTokenizer, pipeline

from claims.cli.threads import POLICY, let_threads_sleep
from claims.models import folder_of
from claims.models.inference import quietly
from claims.stance.classifier import Classifier
from claims.stance.judging import judged
from claims.stance.run import Run
from tests.stance.builders import articles, claim, someone, sources, toll

PAIRS = 400
LEAST = 1.8
TOWNS = ("Gao", "Kidal", "Mopti", "Segou", "Kayes", "Timbuktu", "Bamako", "Sikasso", "Koutiala", "Niono")
DEEDS = ("shelled", "bombed", "raided", "left", "entered", "surrounded", "denied shelling")
DOERS = ("The army", "Rebels", "Two gunmen in a pick-up truck", "A unit of the border police")
ENDS = ("", " on Monday", " at dawn, killing at least twelve people and wounding dozens of others")


@pytest.fixture(scope="module")
def pairs() -> list[tuple[str, str]]:
    chance = random.Random(3)

    def statement() -> str:
        return f"{chance.choice(DOERS)} {chance.choice(DEEDS)} {chance.choice(TOWNS)}{chance.choice(ENDS)}."

    found: dict[tuple[str, str], None] = {}
    while len(found) < PAIRS:
        found[statement(), statement()] = None
    return list(found)


def _ratios(pairs: list[tuple[str, str]]) -> list[float]:
    """How many times as fast as a plain pipeline the pairs are judged, three times over."""
    folder = str(folder_of("stance"))
    with quietly():
        network = AutoModelForSequenceClassification.from_pretrained(folder)
    plain = pipeline(
        "text-classification",
        model=network.float(),
        tokenizer=AutoTokenizer.from_pretrained(folder),
        top_k=None,
    )
    ours = Classifier.load(folder)
    given = [{"text": a, "text_pair": b} for a, b in pairs]
    ours.probabilities(pairs[:20])
    plain(given[:20])
    ratios = []
    for _ in range(3):
        start = perf_counter()
        theirs = plain(given)
        between = perf_counter()
        found = ours.probabilities(pairs)
        ratios.append((between - start) / (perf_counter() - between))
        assert len(found) == len(theirs) == len(pairs)
    return ratios


@pytest.mark.slow
def test_pairs_a_second_against_a_plain_pipeline(pairs, capsys, monkeypatch) -> None:
    monkeypatch.setenv(POLICY, "")  # so that what is set here is undone
    monkeypatch.delenv(POLICY)
    let_threads_sleep()  # as the program does; a new process, because torch reads it once
    with ProcessPoolExecutor(1, get_context("spawn")) as new:
        ratios = new.submit(_ratios, pairs).result()
    with capsys.disabled():
        print(f"\n{PAIRS} pairs, times as fast as a plain pipeline: {min(ratios):.1f} to {max(ratios):.1f}")
    assert sorted(ratios)[1] >= LEAST


def _archive(size: int) -> list:
    """Claims of ``size`` articles on happenings in ever other places, three articles to each."""
    chance, made = random.Random(5), []
    for number in range(size):
        place, article = f"Village{number // 3}", f"article {number}"
        low = chance.randrange(2, 40)
        made.append(toll(f"t{number}", str(low), low, low, article=article, places=(place,)))
        doer = someone(chance.choice(DOERS))
        words = f"{place.casefold()} market"
        made.append(
            claim(
                f"d{number}",
                f"{doer.text} shelled {place}.",
                "shell",
                agent=doer,
                article=article,
                words=words,
            )
        )
    return made


@pytest.mark.slow
def test_judged_pairs_grow_with_the_articles(capsys) -> None:
    counts = {}
    for size in (150, 300, 600):
        claims = _archive(size)
        counts[size] = len(list(judged(claims, Run(claims, sources(*claims), articles(*claims)))))
    with capsys.disabled():
        print(f"\npairs judged by articles: {counts}")
    assert counts[600] < 6 * counts[150]
