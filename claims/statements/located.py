"""A quantity with where it stands, and what the reader of quantities is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.core.claim import Quantity
from claims.core.spans import Span
from claims.core.tokens import Sentence, Token

PartyOf = Callable[[str], str | None]
"""From the words of a noun phrase to the side it belongs to."""

Possessor = Callable[[Sentence, Token], str | None]
"""From a possessive ("its") in its sentence to the side that is meant."""


@dataclass(frozen=True)
class LocatedQuantity:
    """A quantity and where it stands.

    Attributes
    ----------
    span
        The words that give the number (the noun phrase of a bare plural).
    noun
        Index of what is counted (of the number's last word where nothing is named).
    predicate
        Index of the word that says the measure ("killed", "deaths", "toll").
    from_negation
        Whether the zero comes of a negated predicate ("did not cause any injuries"): the negation
        is then spent, and the claim itself is not to be read as negated once more.
    """

    quantity: Quantity
    span: Span
    noun: int
    predicate: int
    from_negation: bool = False
