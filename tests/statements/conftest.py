"""Sentences parsed by the project's own syntax model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.core.tokens import Sentence
from claims.syntax.parser import Parser


@pytest.fixture
def parse(parser: Parser) -> Callable[[str], Sentence]:
    """Parses one sentence; offsets are into it."""
    return parser.sentence
