"""What a run knows of the sources of its claims."""

from __future__ import annotations

import pytest

from claims.core.source import Source, SourceKind
from claims.stance.run import Run
from tests.stance.builders import articles, claim


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("coastguard Commander Tramont", True),
        ("Commander Tramont of the coastguard", True),
        ("a spokesman for the coastguard Ezio Tramont", True),
        ("Commander Tramont of the navy", False),
    ],
)
def test_who_speaks_for_a_body_is_of_its_house(name, same) -> None:
    a = claim("a", "It found nobody.", "find", article="one")
    b = claim("b", "We searched.", "search", article="one")
    known = {
        a.source: Source(a.source, "Coastguard", SourceKind.MILITARY),
        b.source: Source(b.source, name, SourceKind.MILITARY),
    }
    assert Run((a, b), known, articles(a, b)).of_one_house(a, b) is same
