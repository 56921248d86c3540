"""What all tests share: the models of the package and a browser, each loaded once, and documents."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.cli.threads import let_threads_sleep
from claims.core.article import Article, Piece
from claims.core.document import Document
from claims.core.spans import Span

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
AXE = "axe-core@4"


def pytest_configure() -> None:
    """As the program does when it starts, before a test loads torch."""
    let_threads_sleep()


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: pip install playwright")
    program = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with playwright.sync_playwright() as running:
        # Chromium refuses its sandbox to root.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        yield running.chromium.launch(executable_path=program, args=arguments)


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("needs npm to fetch axe-core")
    folder = tmp_path_factory.mktemp("axe")
    command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), AXE]
    fetched = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if fetched.returncode:
        pytest.skip(f"npm cannot fetch {AXE} here")
    return Path(folder, "node_modules/axe-core/axe.min.js").read_text("utf-8")
