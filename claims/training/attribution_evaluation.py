"""Measures an extractor on labelled articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claims.attribution.extractor import Extractor
from claims.attribution.tagger import Tagger
from claims.core.article import Article, Piece
from claims.core.attribution import Manner
from claims.core.spans import Span
from claims.models import folder_of
from claims.pipeline import Progress
from claims.syntax.parser import Parser
from claims.training.attribution_data import GoldArticle, is_held_out, read_labels, read_polnear
from claims.training.attribution_scores import (
    ROLES,
    Counts,
    Parts,
    exact_spans,
    interval,
    matched,
    relations,
    token_overlap,
)


@dataclass
class Figures:
    """Counts per article, by measure ("exact source", "relation" ...), and recall by manner."""

    by_measure: dict[str, list[Counts]] = field(default_factory=dict)
    by_manner: dict[str, Counts] = field(default_factory=dict)

    def add(self, measure: str, counts: Counts) -> None:
        """Note the counts of one article."""
        self.by_measure.setdefault(measure, []).append(counts)

    def total(self, measure: str) -> Counts:
        """The sum over articles."""
        return sum(self.by_measure[measure], Counts())

    def lines(self) -> list[str]:
        """The table as people read it."""
        rows = [f"{'':16}{'precision':>10}{'recall':>8}{'F1':>7}  95 % interval"]
        for measure, counts in self.by_measure.items():
            total, (low, high) = self.total(measure), interval(counts)
            rows.append(
                f"{measure:16}{total.precision:10.1f}{total.recall:8.1f}{total.f1:7.1f}"
                f"  [{low:.1f}, {high:.1f}]"
            )
        for manner, seen in sorted(self.by_manner.items()):
            rows.append(f"recall {manner:12}{seen.right:4} of {seen.wanted:4} {seen.recall:6.1f}")
        return rows


def evaluate(
    articles: Sequence[GoldArticle],
    parser: Parser,
    extractor: Extractor,
    progress: Callable[[int, int], None] | None = None,
) -> Figures:
    """Compare what ``extractor`` finds in ``articles`` with their labels.

    Articles labelled with the outermost attributions only (PolNeAR) are read in that scheme and by
    the tagger alone; the others by the whole extractor, the article's own voice left out.
    """
    figures = Figures()
    for number, gold in enumerate(articles, 1):
        found = found_in(gold, parser, extractor)
        wanted = [Parts(a.source, a.cue, a.content, a.manner) for a in gold.attributions]
        for role in ROLES:
            figures.add(f"exact {role}", exact_spans(found, wanted, role))
            figures.add(f"token {role}", token_overlap(found, wanted, role))
        figures.add("relation", relations(found, wanted))
        hit = {j for _, j in matched(found, wanted)}
        for j, parts in enumerate(wanted):
            key = parts.manner or _manner_by_marks(parts, gold.text)
            new = Counts(int(j in hit), 0, 1)
            figures.by_manner[key] = figures.by_manner.get(key, Counts()) + new
        if progress is not None:
            progress(number, len(articles))
    return figures


def evaluate_files(
    data: Path,
    articles: Path | None,
    held_out: bool | None,
    model: Path | None,
    progress: Callable[[Progress], None],
) -> Figures:
    """Measure on a PolNeAR file, or on labels whose texts are in ``articles``.

    ``held_out`` keeps only the third of the labelled articles that is never trained on (True), only
    the rest (False) or all (None).
    """
    gold = read_labels(data, articles) if articles else read_polnear(data)
    if articles and held_out is not None:
        gold = [a for a in gold if is_held_out(a.id) == held_out]
    parser = Parser(folder_of("syntax"))
    extractor = Extractor(Tagger.load(model or folder_of("attribution")))
    return evaluate(gold, parser, extractor, lambda done, total: progress(Progress("measuring", done, total)))


def found_in(gold: GoldArticle, parser: Parser, extractor: Extractor) -> list[Parts]:
    """What the extractor finds in one labelled article, in the scheme of its labels."""
    text = gold.text
    document = parser(Article(gold.id, text, text, (Piece(0, Span(0, len(text))),)))
    if gold.every:
        return [
            Parts(a.source, a.cue, a.content) for a in extractor(document) if a.manner is not Manner.NARRATOR
        ]
    readings = extractor.readings(document, scheme="outermost")
    outer = [
        r
        for r in readings
        if not any(c.contains(r.cue[0]) for other in readings if other is not r for c in other.content)
    ]
    return [Parts(r.source, r.cue, r.content) for r in outer]


def _manner_by_marks(parts: Parts, text: str) -> str:
    words = "".join(s.of(text) for s in parts.content)
    quotes = sum(words.count(c) for c in '“"')
    if not quotes:
        return "indirect"
    first, last = parts.content[0].of(text)[:1], parts.content[-1].of(text)[-1:]
    return "direct" if first in '“"' and last in '”"' else "mixed"
