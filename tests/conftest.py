"""What all tests share: the models of the package, loaded once, and ways to make a document."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.core.article import Article, Piece
from claims.core.document import Document
from claims.core.spans import Span


@pytest.fixture(scope="session")
def parser():
    from claims.models import folder_of
    from claims.syntax.parser import Parser

    return Parser(folder_of("syntax"))


@pytest.fixture(scope="session")
def extractor():
    from claims.attribution.extractor import Extractor
    from claims.attribution.tagger import Tagger
    from claims.models import folder_of

    return Extractor(Tagger.load(folder_of("attribution")))


@pytest.fixture(scope="session")
def pipeline():
    from claims.pipeline import Pipeline

    return Pipeline()


def article_of(text: str, **more: object) -> Article:
    """A text as an article in which nothing was cleaned away."""
    return Article("a", text, text, (Piece(0, Span(0, len(text))),), **more)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def parsed(parser) -> Callable[[str], Document]:
    return lambda text: parser(article_of(text))


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder with the data that is not part of the project; tests that need it are skipped."""
    folder = os.environ.get("CLAIMS_DATA")
    if not folder:
        pytest.skip("needs the data folder: set CLAIMS_DATA to it")
    return Path(folder)
