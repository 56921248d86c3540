"""Larger or several taggers that teach a small one.

The small model learns the probabilities that its teachers give to every tag (Hinton, Vinyals and
Dean 2015, "Distilling the knowledge in a neural network"), on the labelled articles and on others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from claims.attribution.labels import TAGS, Role, best_path, runs
from claims.attribution.lexicon import CueLexicon
from claims.attribution.tagger import Tagger
from claims.attribution.windows import Encoded, Pieces, WindowSizes, encode
from claims.core.errors import ModelError
from claims.training.attribution import Lesson
from claims.training.attribution_questions import Prepared, Question, lookalikes, unanswered
from claims.training.folds import Fold
from claims.training.progress import Step

TOGETHER = 32
"""Articles whose questions are asked together, so that batches are full."""


def answered(
    found: Sequence[Lesson], teachers: Sequence[Tagger], kept: Path, report: Callable[[Step], None]
) -> list[Lesson]:
    """``found`` with the teachers' answers, which are kept in the file ``kept`` for the next time."""
    if not kept.exists():
        answers: list[np.ndarray] = []
        for first in range(0, len(found), TOGETHER):
            group = found[first : first + TOGETHER]
            answers += answers_to(group, teachers)
            report(Step("asking the teachers", first + len(group), len(found)))
        _write(kept, answers)
    left = iter(_read(kept))
    return [replace(lesson, answers=tuple(next(left) for _ in lesson.questions)) for lesson in found]


def answers_to(found: Sequence[Lesson], teachers: Sequence[Tagger]) -> list[np.ndarray]:
    """Mean probabilities (words, tags) for each question, of the teachers that may answer it.

    Raises
    ------
    ModelError
        If a teacher is no tagger of this project's making.
    """
    total = [np.zeros(())] * sum(len(lesson.questions) for lesson in found)
    count = np.zeros(len(total))
    for teacher in teachers:
        order = _order(teacher)
        asked, places, start = list[Encoded](), list[int](), 0
        for lesson in found:
            if _may_answer(teacher, lesson, teachers):
                asked += _encoded(lesson.questions, lesson.article, teacher)
                places += range(start, start + len(lesson.questions))
            start += len(lesson.questions)
        for place, scores in zip(places, teacher.scores(asked), strict=True):
            total[place] = total[place] + np.exp(scores[:, order])
            count[place] += 1
    return [t / c for t, c in zip(total, count, strict=True)]


def lesson_without_labels(article: Prepared, teacher: Tagger, sizes: WindowSizes) -> Lesson:
    """The questions about an article without labels: cues that a teacher sees, and look-alikes."""
    plain = list(unanswered(article, (), (), sizes))
    cues = []
    for question, scores in zip(plain, teacher.scores(_encoded(plain, article, teacher)), strict=True):
        path = best_path(scores, teacher.tags)
        for role in (Role.CUE, Role.SOURCE):
            for first, end in runs(path, teacher.tags, role):
                cues.append((question.window[0] + first, question.window[0] + end))
    taken = {w for first, end in cues for w in range(first, end)}
    words = lookalikes(article, CueLexicon.load().forms(), taken)
    return Lesson(article, tuple(unanswered(article, cues, words, sizes)))


def _order(teacher: Tagger) -> list[int]:
    if not teacher.conditioned or set(teacher.tags) != set(TAGS):
        raise ModelError("a teacher must be a model that `claims train attribution` made")
    return [teacher.tags.index(tag) for tag in TAGS]


def _may_answer(teacher: Tagger, lesson: Lesson, teachers: Sequence[Tagger]) -> bool:
    """Whether ``teacher`` has not seen the article, or all have."""
    unseen = [t for t in teachers if (fold := _fold(t)) is not None and fold.holds(lesson.article.id)]
    return not lesson.labelled or not unseen or any(t is teacher for t in unseen)


def _fold(teacher: Tagger) -> Fold | None:
    said = (getattr(teacher.network.config, "claims", None) or {}).get("fold")
    return Fold.read(said) if said else None


def _encoded(asked: Sequence[Question], article: Prepared, teacher: Tagger) -> list[Encoded]:
    ids = teacher.vocabulary.pieces(article.text, article.pieces.words)
    pieces: Pieces = replace(article.pieces, ids=ids)
    markers = teacher.vocabulary.markers(article.scheme)
    return [encode(pieces, q.window, markers, q.marked, teacher.case_types) for q in asked]


def _write(path: Path, answers: Sequence[np.ndarray]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new.npz")
    every = np.concatenate(answers).astype(np.float16)
    np.savez(fresh, every=every, sizes=np.array([len(a) for a in answers]))
    fresh.replace(path)


def _read(path: Path) -> list[np.ndarray]:
    with np.load(path, allow_pickle=False) as stored:
        return np.split(stored["every"], np.cumsum(stored["sizes"])[:-1])
