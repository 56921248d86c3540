from __future__ import annotations

import pytest

from claims.attribution.commitment import commitment_of
from claims.attribution.lexicon import CueLexicon
from claims.core.attribution import Commitment


@pytest.mark.parametrize(
    ("text", "cue", "commitment"),
    [
        ("The agency quoted a driver as saying the road was open.", "quoted", Commitment.REPORTS),
        ("A driver was quoted as saying the road was open.", "quoted", Commitment.ASSERTS),
        ("The mayor said the bus was reportedly full.", "said", Commitment.REPORTS),
        ("The mayor said that three men were believed to be missing.", "said", Commitment.HEDGES),
        ("The mayor said it was not immediately clear who had fired.", "said", Commitment.HEDGES),
        ("The mayor said it was clear that the army had fired.", "said", Commitment.ASSERTS),
        ("The mayor said the blast may have been an accident.", "said", Commitment.HEDGES),
        ("The mayor said rebels were most likely behind the attack.", "said", Commitment.HEDGES),
        ("The mayor said the blast was probably a bomb.", "said", Commitment.HEDGES),
        ("The mayor said the toll may rise.", "said", Commitment.ASSERTS),
        ("The mayor said the fate of the men remained unknown.", "said", Commitment.ASSERTS),
    ],
)
def test_what_the_content_says_of_its_own_certainty(parsed, text: str, cue: str, commitment: str) -> None:
    (sentence,) = parsed(text).sentences
    words = sentence.tokens
    at = next(t for t in words if t.text == cue)
    content = tuple(t for t in words if t.start > at.end and t.text != ".")
    assert commitment_of(sentence, (at,), content, CueLexicon.load()) == commitment
