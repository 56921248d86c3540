"""A stand-in for the pipeline, so that the command line is tested by itself and in no time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

import claims
from claims.core.article import Article, Piece
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.claim import Claim, Proposition
from claims.core.report import Report, Skipped
from claims.core.source import Source, SourceKind
from claims.core.spans import Span

TEXT = "The harbour master said that two boats sank."


@dataclass
class Pipeline:
    """Stands where ``claims.report`` stands: remembers its call, then answers or fails."""

    answer: Report
    failure: BaseException | None = None
    steps: tuple[tuple[str, int, int | None], ...] = ()
    paths: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)

    def __call__(self, *paths: str, **options: Any) -> Report:
        self.paths, self.options = paths, options
        for stage, done, total in self.steps:
            options["progress"](SimpleNamespace(stage=stage, done=done, total=total))
        if self.failure is not None:
            raise self.failure
        return self.answer


@pytest.fixture
def report() -> Report:
    """One article, one claim."""
    content = (Span(29, 43),)
    return Report(
        articles=(Article("a1", TEXT, TEXT, (Piece(0, Span(0, len(TEXT))),), title="Gale", path="gale.txt"),),
        sources=(Source("s1", "harbour master", SourceKind.OFFICIAL),),
        attributions=(Attribution("t1", "a1", (Span(0, 18),), (Span(19, 23),), content),),
        claims=(
            Claim(
                "c1",
                "a1",
                "t1",
                "s1",
                (),
                "two boats sank",
                content,
                "Two boats sank.",
                Commitment.ASSERTS,
                Manner.INDIRECT,
                Proposition("sink"),
            ),
        ),
        events=(),
        relations=(),
        disagreements=(),
    )


@pytest.fixture
def pipeline(report: Report, monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    """The stand-in, in its place."""
    made = Pipeline(report)
    # Not setattr, which would ask for the old value first and so load every model library.
    monkeypatch.setitem(vars(claims), "report", made)
    return made


@pytest.fixture
def leaving_out(pipeline: Pipeline, report: Report) -> Callable[..., None]:
    """Let the pipeline leave inputs out."""

    def leave(*skipped: Skipped, articles: bool = True) -> None:
        pipeline.answer = Report(
            report.articles if articles else (),
            report.sources,
            report.attributions if articles else (),
            report.claims if articles else (),
            (),
            (),
            (),
            skipped,
        )

    return leave
