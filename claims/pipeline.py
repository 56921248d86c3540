"""Runs the stages in the order of the data: articles in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from claims.attribution.extractor import Extractor
from claims.attribution.tagger import Tagger
from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.document import Document
from claims.core.errors import ClaimsError, InputError
from claims.core.progress import Progress, grouped
from claims.core.report import Report, Skipped
from claims.core.source import Attributed
from claims.core.understood import Understood
from claims.models import folder_of
from claims.reading import ReadingOptions, article_from_text, articles_from, unusable, with_unique_ids
from claims.sources import Actors, load_actors, merge, resolve
from claims.stance import relate
from claims.stance.classifier import Classifier
from claims.stance.combiner import Combiner
from claims.statements.builder import ClaimBuilder
from claims.statements.frames import Frames
from claims.statements.measures import Measures
from claims.statements.places import Gazetteer
from claims.syntax.parser import Parser
from graphs.disagreements import find

NAMED_IN_ERRORS = 5
"""Inputs whose reasons an error tells, where none of many can be used."""


@dataclass(frozen=True)
class ModelChoice:
    """Models to use in place of the embedded ones, and YAML files of further actors.

    Attributes
    ----------
    syntax
        A folder that ``claims train syntax`` made.
    attribution
        Any token classifier with labels for cue, source and content: a folder, or a name on the
        Hugging Face hub.
    stance
        Any sequence classifier with labels for entailment, neutral and contradiction, likewise.
    combiner
        Weights of the evidence that ``claims train conflicts`` wrote.
    """

    syntax: Path | None = None
    attribution: str | Path | None = None
    stance: str | Path | None = None
    combiner: Path | None = None
    actors: tuple[Path, ...] = ()


class Pipeline:
    """The stages with their models, loaded once and used for any number of reports.

    Parameters
    ----------
    models
        Which models to use.

    Raises
    ------
    ModelError
        If a model folder cannot be used.
    """

    def __init__(self, models: ModelChoice | None = None) -> None:
        chosen = models or ModelChoice()
        self._parser = Parser(chosen.syntax or folder_of("syntax"))
        self._extractor = Extractor(Tagger.load(chosen.attribution or folder_of("attribution")))
        self._reader = Classifier.load(chosen.stance or folder_of("stance"))
        self._combiner = Combiner.load(chosen.combiner)
        self._actors: Actors = load_actors(*chosen.actors)
        self._builder = ClaimBuilder(Frames.load(), self._actors.parties, Gazetteer(), Measures())

    def report(
        self,
        articles: Sequence[Article],
        skipped: Sequence[Skipped] = (),
        progress: Callable[[Progress], None] | None = None,
    ) -> Report:
        """Read ``articles``, compare all their claims with each other, and find the disagreements.

        An article at which a stage fails is left out and named in ``Report.skipped``.
        """
        say = progress or (lambda _: None)
        left_out = list(skipped)
        understood: list[Understood] = []
        for found, failed in self.understand_all(articles):
            understood += found
            left_out += failed
            say(Progress("reading", len(understood) + len(left_out) - len(skipped), len(articles)))
        say(Progress("comparing", 0, None))
        return self.compare(understood, left_out)

    def understand_all(
        self, articles: Sequence[Article]
    ) -> Iterator[tuple[tuple[Understood, ...], tuple[Skipped, ...]]]:
        """Read articles, each by itself, a few at a time; see :meth:`understand`."""
        return map(self.understand, grouped(articles))

    def understand(self, group: Sequence[Article]) -> tuple[tuple[Understood, ...], tuple[Skipped, ...]]:
        """Read a few articles, each by itself; those at which a stage fails are named."""
        found, left_out = [], list[Skipped]()
        for article, document in self._documents(group, left_out):
            try:
                attributions = self._extractor(document)
                attributed = resolve(document, attributions, self._actors)
            except Exception as error:  # an article must not stop an archive
                left_out.append(_failure(article, error))
            else:
                found.append(Understood(document, attributions, attributed))
        return tuple(found), tuple(left_out)

    def compare(self, understood: Sequence[Understood], skipped: Sequence[Skipped] = ()) -> Report:
        """Compare all claims of what was read, and find the disagreements."""
        left_out = list(skipped)
        merged = merge([u.attributed for u in understood])
        claims = self._claims(understood, merged, left_out)
        sources = tuple({s.id: s for a in merged for s in a.sources}.values())
        kept = tuple(u.document.article for u in understood)
        by_id = {s.id: s for s in sources}, {a.id: a for a in kept}
        stance = relate(claims, *by_id, self._reader, self._combiner)
        return Report(
            articles=kept,
            sources=sources,
            attributions=tuple(a for u in understood for a in u.attributions),
            claims=stance.claims,
            events=stance.events,
            relations=stance.relations,
            disagreements=find(stance.claims, stance.relations, stance.events, sources),
            skipped=tuple(left_out),
        )

    def claims_of(self, understood: Sequence[Understood]) -> tuple[Claim, ...]:
        """The claims of what was read, by themselves."""
        return self._claims(understood, merge([u.attributed for u in understood]), [])

    def _documents(
        self, group: Sequence[Article], left_out: list[Skipped]
    ) -> Iterator[tuple[Article, Document]]:
        try:
            yield from zip(group, self._parser.parse(group), strict=True)
        except Exception:
            for article in group:
                try:
                    yield article, self._parser(article)
                except Exception as error:  # an article must not stop an archive
                    left_out.append(_failure(article, error))

    def _claims(
        self,
        understood: Sequence[Understood],
        merged: Sequence[Attributed],
        left_out: list[Skipped],
    ) -> tuple[Claim, ...]:
        found: list[Claim] = []
        for one, attributed in zip(understood, merged, strict=True):
            try:
                found += self._builder(one.document, one.attributions, attributed)
            except Exception as error:  # an article must not stop an archive
                left_out.append(_failure(one.document.article, error))
        return tuple(found)


def report(
    *paths: str | Path,
    reading: ReadingOptions | None = None,
    published: date | None = None,
    progress: Callable[[Progress], None] | None = None,
    models: ModelChoice | None = None,
    stdin: BinaryIO | None = None,
) -> Report:
    """Report who says what in the articles at ``paths``, and where the accounts part.

    Parameters
    ----------
    paths
        Files (.txt, .md, .html, .jsonl, .csv, .parquet), folders, URLs, or ``-`` for ``stdin``.
    reading
        Names of columns, and limits of time and size.
    published
        The date of an article that bears none; days of the week are resolved against it.
    progress
        Called as the articles are read.
    models
        Models in place of the embedded ones.

    Returns
    -------
    Report
        With ``claims_table()`` and ``relations_table()`` as pandas tables. Of several inputs, those
        that cannot be used are in ``skipped``.

    Raises
    ------
    InputError
        If no input can be used; the message says which and why.
    """
    articles, skipped = read(*paths, reading=reading, published=published, stdin=stdin)
    return Pipeline(models).report(articles, skipped, progress)


def report_text(text: str, published: date | None = None, models: ModelChoice | None = None) -> Report:
    """Report on a text at hand; see :func:`report`."""
    article = article_from_text(text, published=published)
    why = unusable(article)
    if why:
        raise InputError("the text", why)
    return Pipeline(models).report([article])


def read(
    *paths: str | Path,
    reading: ReadingOptions | None = None,
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[list[Article], list[Skipped]]:
    """The articles at ``paths``, and what could not be read; see :func:`report`.

    Raises
    ------
    InputError
        If no input can be used.
    """
    options = reading or ReadingOptions()
    if not paths:
        raise InputError("no input", "name a file, a folder, a URL, or - for standard input")
    items: list[Article | Skipped] = []
    failures: list[ClaimsError] = []
    for path in paths:
        try:
            items += list(articles_from(str(path), options, stdin))
        except ClaimsError as error:
            failures.append(error)
            items.append(_unread(str(path), error))
    if len(failures) == len(paths):
        raise _nothing_read(failures)
    found = list(with_unique_ids(items))
    articles = [_dated(item, published) for item in found if isinstance(item, Article)]
    return articles, [item for item in found if isinstance(item, Skipped)]


def _unread(path: str, error: ClaimsError) -> Skipped:
    if isinstance(error, InputError):
        return Skipped(error.where, error.why, named=True)
    return Skipped(path, str(error), named=True)


def _nothing_read(failures: Sequence[ClaimsError]) -> ClaimsError:
    if len(failures) == 1:
        return failures[0]
    reasons = [str(error) for error in failures[:NAMED_IN_ERRORS]]
    if len(failures) > NAMED_IN_ERRORS:
        reasons.append("and so on")
    return InputError(f"none of the {len(failures)} inputs can be used", "; ".join(reasons))


def _dated(article: Article, published: date | None) -> Article:
    return replace(article, published=published) if published and not article.published else article


def _failure(article: Article, error: Exception) -> Skipped:
    why = str(error) if isinstance(error, ClaimsError) else f"{type(error).__name__}: {error}"
    return Skipped(article.path or article.id, f"could not be analysed ({why})")
