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
from claims.attribution.windows import Pieces, WindowSizes, encode
from claims.core.errors import ModelError
from claims.training.attribution import Lesson
from claims.training.attribution_questions import Prepared, Question, lookalikes, unanswered
from claims.training.progress import Step


def answered(
    found: Sequence[Lesson], teachers: Sequence[Tagger], kept: Path, report: Callable[[Step], None]
) -> list[Lesson]:
    """``found`` with the teachers' answers, which are kept in the file ``kept`` for the next time."""
    if not kept.exists():
        answers: list[np.ndarray] = []
        for number, lesson in enumerate(found, 1):
            answers += answers_to(lesson.questions, lesson.article, teachers)
            report(Step("asking the teachers", number, len(found)))
        _write(kept, answers)
    left = iter(_read(kept))
    return [replace(lesson, answers=tuple(next(left) for _ in lesson.questions)) for lesson in found]


def answers_to(asked: Sequence[Question], article: Prepared, teachers: Sequence[Tagger]) -> list[np.ndarray]:
    """Mean probabilities (words, tags) of the teachers for each question.

    Raises
    ------
    ModelError
        If a teacher is no tagger of this project's making.
    """
    total: list[np.ndarray] = []
    for teacher in teachers:
        if not teacher.conditioned or set(teacher.tags) != set(TAGS):
            raise ModelError("a teacher must be a model that `claims train attribution` made")
        order = [teacher.tags.index(tag) for tag in TAGS]
        given = [np.exp(s[:, order]) for s in _scores(asked, article, teacher)]
        total = [a + b for a, b in zip(total, given, strict=True)] if total else given
    return [t / len(teachers) for t in total]


def lesson_without_labels(article: Prepared, teacher: Tagger, sizes: WindowSizes) -> Lesson:
    """The questions about an article without labels: cues that a teacher sees, and look-alikes."""
    plain = list(unanswered(article, (), (), sizes))
    cues = []
    for question, scores in zip(plain, _scores(plain, article, teacher), strict=True):
        path = best_path(scores, teacher.tags)
        for role in (Role.CUE, Role.SOURCE):
            for first, end in runs(path, teacher.tags, role):
                cues.append((question.window[0] + first, question.window[0] + end))
    taken = {w for first, end in cues for w in range(first, end)}
    words = lookalikes(article, CueLexicon.load().forms(), taken)
    return Lesson(article, tuple(unanswered(article, cues, words, sizes)))


def _scores(asked: Sequence[Question], article: Prepared, teacher: Tagger) -> list[np.ndarray]:
    ids = teacher.vocabulary.pieces(article.text, article.pieces.words)
    pieces: Pieces = replace(article.pieces, ids=ids)
    markers = teacher.vocabulary.markers(article.scheme)
    return teacher.scores([encode(pieces, q.window, markers, q.marked, teacher.case_types) for q in asked])


def _write(path: Path, answers: Sequence[np.ndarray]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new.npz")
    every = np.concatenate(answers).astype(np.float16)
    np.savez(fresh, every=every, sizes=np.array([len(a) for a in answers]))
    fresh.replace(path)


def _read(path: Path) -> list[np.ndarray]:
    with np.load(path, allow_pickle=False) as stored:
        return np.split(stored["every"], np.cumsum(stored["sizes"])[:-1])
