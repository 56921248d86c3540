"""Measures what the claims of articles say that their pronouns stand for, against labels."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.errors import DataError
from claims.core.source import Source
from claims.core.spans import Span
from claims.pipeline import Pipeline
from claims.reading import ReadingOptions, articles_from

_SHOWN = re.compile(r"\w+ \[([^\]]+)\]")


class StandsFor(StrEnum):
    """What a pronoun that opens a clause stands for: who says it, somebody else, or nothing."""

    SPEAKER = "speaker"
    OTHER = "other"
    NOTHING = "nothing"


@dataclass(frozen=True)
class GoldPronoun:
    """A labelled pronoun; ``antecedent`` None where the text does not name whom it stands for."""

    article: str
    offset: int
    stands_for: StandsFor
    antecedent: Span | None = None


@dataclass(frozen=True)
class PronounFigures:
    """How often pronouns were put down to whom they stand for.

    Attributes
    ----------
    said
        From what the claim shows ("speaker", "other", "open") and what is right to how often.
    named
        How often somebody else was shown, and it was the one of the label.
    left_out
        Labelled pronouns of articles that were not given, or that no claim begins with.
    """

    said: Mapping[tuple[str, StandsFor], int]
    named: int
    left_out: int

    def lines(self) -> list[str]:
        """The figures as lines of text."""
        total = sum(self.said.values())
        rows = [f"pronouns           {total}, left out {self.left_out}"]
        for shown in ("speaker", "other"):
            given = sum(n for (s, _), n in self.said.items() if s == shown)
            right = self.said.get(("speaker", StandsFor.SPEAKER), 0) if shown == "speaker" else self.named
            rows.append(f"shown as {shown:<10}{right} right of {given}")
        rows.extend(
            f"left open          {self.said.get(('open', label), 0)} that stand for {label.value}"
            for label in StandsFor
        )
        return rows


def evaluate_file(labels: Path, articles: Path) -> PronounFigures:
    """Measure on the labels in ``labels`` whose texts are in ``articles``.

    Raises
    ------
    DataError
        If a file is not of its form, or none of the labelled articles is there.
    """
    gold = read_pronouns(labels)
    wanted = {pronoun.article for pronoun in gold}
    read = (a for a in articles_from(str(articles), ReadingOptions()) if isinstance(a, Article))
    texts = {a.id: a for a in read if a.id in wanted}
    if not texts:
        raise DataError(f"{articles}: has none of the articles that {labels} labels")
    report = Pipeline().report(list(texts.values()))
    return measured(gold, texts, report.claims, {s.id: s for s in report.sources})


def read_pronouns(path: Path) -> tuple[GoldPronoun, ...]:
    """The labelled pronouns of a file.

    Raises
    ------
    DataError
        If a line is not of the form {"article": ..., "offset": ..., "stands_for": ...}.
    """
    return tuple(_read(path))


def measured(
    gold: Iterable[GoldPronoun],
    articles: Mapping[str, Article],
    claims: Sequence[Claim],
    sources: Mapping[str, Source],
) -> PronounFigures:
    """Compare what ``claims`` show with the labels."""
    opening = {(c.article, span.start): c for c in claims for span in c.spans[:1]}
    said: dict[tuple[str, StandsFor], int] = {}
    named = left_out = 0
    for pronoun in gold:
        claim = opening.get((pronoun.article, pronoun.offset))
        if claim is None or pronoun.article not in articles:
            left_out += 1
            continue
        found = _SHOWN.match(claim.statement)
        shown = "open" if found is None else "other"
        if found is not None and found[1] == sources[claim.source].name:
            shown = "speaker"
        key = (shown, pronoun.stands_for)
        said[key] = said.get(key, 0) + 1
        if found is not None and shown == "other":
            named += _is_named(found[1], pronoun, articles[pronoun.article].text)
    return PronounFigures(said, named, left_out)


def _is_named(shown: str, pronoun: GoldPronoun, text: str) -> bool:
    """Whether the words shown and those of the label have their last word in common."""
    if pronoun.antecedent is None:
        return False
    words = pronoun.antecedent.of(text).casefold().split()
    return shown.casefold().split()[-1] in words or words[-1] in shown.casefold().split()


def _read(path: Path) -> Iterator[GoldPronoun]:
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            where = row.get("antecedent")
            yield GoldPronoun(
                str(row["article"]),
                int(row["offset"]),
                StandsFor(row["stands_for"]),
                Span(*where) if where else None,
            )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{path}: no labelled pronouns, a JSON object a line ({error})") from error
