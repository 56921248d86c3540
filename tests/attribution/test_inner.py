from __future__ import annotations

import pytest

from claims.attribution.inner import inner
from claims.attribution.lexicon import CueLexicon
from claims.core.attribution import Attribution, Commitment
from claims.core.spans import Span
from claims.models import folder_of
from claims.reading import article_from_text
from claims.syntax.parser import Parser


@pytest.fixture(scope="module")
def within():
    parser, lexicon = Parser(folder_of("syntax")), CueLexicon.load()

    def run(cue: str, text: str):
        """What is found in what follows ``cue``, of which the tagger has seen nothing."""
        start = text.index(cue)
        outer = Attribution(
            "",
            "x",
            (Span(0, start - 1),),
            (Span(start, start + len(cue)),),
            (Span(start + len(cue) + 1, len(text)),),
        )
        document = parser(article_from_text(text))
        found = inner(document, [outer], lexicon)[1:]

        def words(spans):
            return " … ".join(s.of(text) for s in spans)

        return [(words(a.source), words(a.cue), words(a.content), a.commitment) for a in found]

    return run


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The monitor said ten of the dead were believed to be civilians.",
            ("", "were believed", "ten of the dead … to be civilians", Commitment.HEDGES),
        ),
        (
            "The monitor said residents fled from barrels of gas thought to be chlorine.",
            ("", "thought", "gas … to be chlorine", Commitment.HEDGES),
        ),
        (
            "The monitor said the army was accused of shelling the camp.",
            ("", "was accused", "the army … of shelling the camp", Commitment.ASSERTS),
        ),
        (
            "The monitor said the bus was allegedly carrying fighters.",
            ("", "allegedly", "the bus was … carrying fighters", Commitment.HEDGES),
        ),
        (
            "The monitor said it believes Russian jets were behind the raid.",
            ("it", "believes", "Russian jets were behind the raid", Commitment.HEDGES),
        ),
        (
            "The monitor said the rebels claimed responsibility for the bombing.",
            ("the rebels", "claimed", "responsibility for the bombing", Commitment.ASSERTS),
        ),
        (
            "The monitor said it could not confirm the details.",
            ("it", "could not confirm", "the details", Commitment.DECLINES),
        ),
        (
            "The monitor said the mayor blamed the army for the deaths.",
            ("the mayor", "blamed", "the army for the deaths", Commitment.ASSERTS),
        ),
        (
            "The clinic said two people were killed in what they believed were army air strikes on the town.",
            ("they", "believed", "were army air strikes on the town", Commitment.HEDGES),
        ),
        (
            "The envoy said Norway had condemned that attack which it estimates killed 400 people.",
            ("it", "estimates", "killed 400 people", Commitment.ASSERTS),
        ),
    ],
)
def test_what_the_syntax_shows_inside_a_content(within, text, found) -> None:
    assert found in within("said", text)


@pytest.mark.parametrize(
    "text",
    [
        "The monitor said the war has claimed the lives of thousands.",
        "The monitor said troops reported to their barracks.",
        "The monitor said the attack was expected by nobody.",
    ],
)
def test_what_says_nothing(within, text) -> None:
    assert within("said", text) == []


def test_only_inside_contents(within) -> None:
    assert within("said", "The rebels were believed to have fled, a monitor said yesterday.") == []


def test_who_passes_hearsay_on_answers_for_it(pipeline) -> None:
    text = "The Observatory said several prisoners at the depot were believed to have been killed."
    report = pipeline.report([article_from_text(text)])
    (claim,) = report.claims
    assert next(s for s in report.sources if s.id == claim.source).name == "Observatory"
    assert claim.commitment is Commitment.HEDGES
    assert claim.statement == "Several prisoners at the depot were believed to have been killed."
