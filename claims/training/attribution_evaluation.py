"""Measures an extractor on labelled articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claims.attribution.extractor import Extractor
from claims.attribution.reading import Reading
from claims.attribution.tagger import Tagger
from claims.core.article import Article, Piece
from claims.core.attribution import Manner
from claims.core.document import Document
from claims.core.errors import DataError
from claims.core.progress import Progress
from claims.core.spans import Span
from claims.models import folder_of
from claims.reading.headline import headline_under
from claims.sources import Actors, load_actors
from claims.syntax.parser import Parser
from claims.training.attribution_data import (
    GoldArticle,
    GoldAttribution,
    Part,
    part_of,
    polnear_part_of,
    read_labels,
    read_polnear,
)
from claims.training.attribution_errors import AttributionError, errors, table
from claims.training.attribution_scores import (
    ROLES,
    Counts,
    Parts,
    exact_spans,
    interval,
    matched,
    overlapping_spans,
    relations,
    shared_characters,
)
from claims.training.calibration import expected_calibration_error, reliability
from claims.training.source_evaluation import resolution


@dataclass
class Figures:
    """What was counted.

    Attributes
    ----------
    by_measure
        Per article, by measure ("exact source", "relation" ...).
    by_class
        Shares of labelled attributions that are right ("recall direct", "commitment denies" ...).
    judged
        Each attribution that the tagger found: its probability, and whether it is a labelled relation.
    errors
        What is not as labelled.
    """

    by_measure: dict[str, list[Counts]] = field(default_factory=dict)
    by_class: dict[str, Counts] = field(default_factory=dict)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    errors: list[AttributionError] = field(default_factory=list)

    def add(self, measure: str, counts: Counts) -> None:
        """Note the counts of one article."""
        self.by_measure.setdefault(measure, []).append(counts)

    def note(self, name: str, right: bool) -> None:
        """Note whether one labelled attribution is right in some respect."""
        self.by_class[name] = self.by_class.get(name, Counts()) + Counts(int(right), 0, 1)

    def total(self, measure: str) -> Counts:
        """The sum over articles."""
        return sum(self.by_measure[measure], Counts())

    def calibration_error(self) -> float:
        """Expected calibration error of the probabilities."""
        return expected_calibration_error(*self._judgements())

    def lines(self) -> list[str]:
        """The tables as people read them."""
        rows = [f"{'':17}{'precision':>10}{'recall':>8}{'F1':>7}  95 % interval"]
        for measure, counts in self.by_measure.items():
            total, (low, high) = self.total(measure), interval(counts)
            rows.append(
                f"{measure:17}{total.precision:10.1f}{total.recall:8.1f}{total.f1:7.1f}"
                f"  [{low:.1f}, {high:.1f}]"
            )
        for name, seen in sorted(self.by_class.items()):
            rows.append(f"{name:24}{seen.right:5} of {seen.wanted:5} {seen.recall:6.1f} %")
        rows.append("probability      found  mean  right")
        rows += [
            f"{b.low:.1f} to {b.high:.1f}      {b.count:8} {b.mean:5.2f}  {b.right:.2f}"
            for b in reliability(*self._judgements())
        ]
        return [*rows, f"expected calibration error {self.calibration_error():.3f}"]

    def error_lines(self, examples: int = 3) -> list[str]:
        """The errors by class, each with some examples: source | cue | content."""
        return table(self.errors, examples)

    def _judgements(self) -> tuple[list[float], list[bool]]:
        return [p for p, _ in self.judged], [right for _, right in self.judged]


BY_RULE = 1.0
"""Probability of what a rule has found, of which the tagger's say nothing."""


@dataclass(frozen=True)
class Found:
    """An attribution found, reduced to what is measured."""

    parts: Parts
    probability: float
    commitment: str | None = None


def evaluate(
    articles: Sequence[GoldArticle],
    parser: Parser,
    extractor: Extractor,
    progress: Callable[[int, int], None] | None = None,
    actors: Actors | None = None,
) -> Figures:
    """Compare what ``extractor`` finds in ``articles`` with their labels.

    Articles labelled with the outermost attributions only (PolNeAR) are read in that scheme and by
    the tagger alone; the others by the whole extractor, the article's own voice left out.

    Parameters
    ----------
    actors
        Where given, the resolution of the labelled sources is measured with them too.
    """
    figures = Figures()
    for number, gold in enumerate(articles, 1):
        document = document_of(gold, parser)
        found = found_in(gold, document, extractor)
        _compare(figures, found, gold)
        if actors is not None:
            for measure, counts in resolution(gold, document, actors).items():
                name = f"source {measure}"
                figures.by_class[name] = figures.by_class.get(name, Counts()) + counts
        if progress is not None:
            progress(number, len(articles))
    return figures


def evaluate_files(
    data: Path,
    articles: Path | None,
    part: Part | None,
    model: str | Path | None,
    progress: Callable[[Progress], None],
) -> Figures:
    """Measure on a PolNeAR file, or on labels whose texts are in ``articles``.

    ``part`` keeps only the labelled articles of that part.
    """
    gold = read_labels(data, articles) if articles else read_polnear(data)
    if part is not None:
        own = part_of if articles else polnear_part_of
        gold = [a for a in gold if own(a.id) is part]
        if not gold:
            raise DataError(f"{data}: has no {part.value} articles; leave --part out to measure on all of it")
    return evaluate(
        gold,
        Parser(folder_of("syntax")),
        Extractor(Tagger.load(model or folder_of("attribution"))),
        lambda done, total: progress(Progress("measuring", done, total)),
        load_actors() if articles else None,
    )


def found_in(gold: GoldArticle, document: Document, extractor: Extractor) -> list[Found]:
    """What the extractor finds in one labelled article, in the scheme of its labels."""
    if gold.every:
        return [
            Found(Parts(a.source, a.cue, a.content), a.probability, a.commitment)
            for a in extractor(document)
            if a.manner is not Manner.NARRATOR
        ]
    readings = outermost(extractor.readings(document, scheme="outermost"))
    return [Found(Parts(r.source, r.cue, r.content), r.probability) for r in readings]


def outermost(readings: Sequence[Reading]) -> list[Reading]:
    """``readings`` without those that stand in the content of another."""
    return [
        r
        for r in readings
        if not any(c.contains(r.anchor[0]) for other in readings if other is not r for c in other.content)
    ]


def _compare(figures: Figures, found: Sequence[Found], gold: GoldArticle) -> None:
    ours = [f.parts for f in found]
    theirs = [Parts(a.source, a.cue, a.content, a.manner) for a in gold.attributions]
    for name, count in (
        ("exact", exact_spans),
        ("overlap", overlapping_spans),
        ("character", shared_characters),
    ):
        for role in ROLES:
            figures.add(f"{name} {role}", count(ours, theirs, role))
    figures.add("relation", relations(ours, theirs))
    figures.errors += errors(ours, theirs, gold.text)
    pairs = {j: i for i, j in matched(ours, theirs)}
    hits = set(pairs.values())
    figures.judged += [(f.probability, i in hits) for i, f in enumerate(found) if f.probability < BY_RULE]
    for j, attribution in enumerate(gold.attributions):
        manner = attribution.manner or _manner_by_marks(attribution, gold.text)
        figures.note(f"recall {manner}", j in pairs)
        if attribution.inside is not None:
            figures.note("recall nested", j in pairs)
        if attribution.commitment is not None and j in pairs:
            right = found[pairs[j]].commitment == attribution.commitment
            figures.note(f"commitment {attribution.commitment}", right)
            if attribution.commitment != "asserts":
                figures.note("commitment not asserts", right)


def document_of(gold: GoldArticle, parser: Parser) -> Document:
    """A labelled article parsed, its headline known by its title as it is when an archive is read."""
    text = gold.text
    whole = Span(0, len(text))
    headline = headline_under(text, (whole,), gold.title) if gold.title else None
    return parser(Article(gold.id, text, text, (Piece(0, whole),), headline=headline))


def _manner_by_marks(attribution: GoldAttribution, text: str) -> str:
    words = "".join(s.of(text) for s in attribution.content)
    if not any(mark in words for mark in '“"'):
        return "indirect"
    first, last = attribution.content[0].of(text)[:1], attribution.content[-1].of(text)[-1:]
    return "direct" if first in '“"' and last in '”"' else "mixed"
