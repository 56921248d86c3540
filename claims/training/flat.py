"""What a flat tagger is asked about an article: runs of sentences, with the tags of all attributions.

The text is cut as it is when such a tagger reads it (``claims.attribution.flat``). Where attributions
overlap, each word keeps one role: cue before source before relay before content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.attribution.labels import TAGS, Role, tags_for
from claims.attribution.windows import WindowSizes, runs_of_sentences
from claims.training.attribution import Lesson
from claims.training.attribution_questions import Prepared, Question


def flat_lessons(articles: Sequence[Prepared], sizes: WindowSizes) -> list[Lesson]:
    """The questions about labelled ``articles``; they are the same in each epoch."""
    return [Lesson(a, tuple(flat_questions(a, sizes))) for a in articles]


def flat_questions(article: Prepared, sizes: WindowSizes) -> Iterator[Question]:
    """The windows of an article, each with the tags of all that is labelled in it."""
    spans = {role: [s for gold in article.gold for s in gold[role]] for role in Role}
    tags = tags_for(len(article.pieces.words), spans)
    for window in runs_of_sentences(article.pieces, sizes.run):
        yield Question(window, (), tuple(begun(tags[slice(*window)])))


def begun(path: Sequence[int]) -> list[int]:
    """``path`` with a ``B-`` for each ``I-`` that goes on from nothing.

    A window begins amid a quotation, or the words of another role stand in a content: decoding, which
    allows no such ``I-``, could not give the path that was learned.

    Examples
    --------
    >>> tags = ["I-CONTENT", "B-CUE", "I-CONTENT", "I-CONTENT"]
    >>> [TAGS[i] for i in begun([TAGS.index(t) for t in tags])]
    ['B-CONTENT', 'B-CUE', 'B-CONTENT', 'I-CONTENT']
    """
    found: list[int] = []
    before = "O"
    for number in path:
        tag = TAGS[number]
        goes_on = not tag.startswith("I-") or before[2:] == tag[2:]
        found.append(number if goes_on else TAGS.index(f"B-{tag[2:]}"))
        before = tag
    return found
