"""The questions on which accounts part, with the sides next to each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.reporting import words
from claims.reporting.digest import Account, Digest
from claims.reporting.page.quotes import Quotes, Speaker
from claims.reporting.ranges import side_letter


@dataclass(frozen=True)
class Answer:
    """One side: what it holds, and who says so."""

    letter: str
    position: str
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True)
class Dispute:
    """A question and its sides."""

    anchor: str
    text: str
    label: str
    subject: str | None
    likelihood: str
    answers: tuple[Answer, ...]
    reasons: tuple[str, ...]

    @property
    def positions(self) -> str:
        """The sides in one line."""
        return " · ".join(answer.position for answer in self.answers)


def disputes(found: Digest, quotes: Quotes) -> Iterator[Dispute]:
    """Contradictions, then differing accounts, the surest first."""
    for question in found.questions:
        yield Dispute(
            anchor=anchor(question.id),
            text=question.text,
            label=question.label.value,
            subject=words.subject(question.kind),
            likelihood=words.likelihood(question.score),
            answers=tuple(_answer(n, account, quotes) for n, account in enumerate(question.accounts)),
            reasons=question.reasons,
        )


def anchor(disagreement: str) -> str:
    """Id of the element that shows a disagreement."""
    return f"question-{disagreement}"


def _answer(number: int, account: Account, quotes: Quotes) -> Answer:
    speakers = tuple(quotes.speaker(voice) for voice in account.voices)
    return Answer(side_letter(number), words.opening(account.position), speakers)
