"""Parts of the training data that a teacher leaves out, so that it can answer for them unprejudiced.

A model is surer than it should be of what it was trained on. Of several teachers that leave out one
part each, the one that has not seen a text answers for it (cross-fitting, as in Wolpert 1992,
"Stacked generalization").
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from claims.core.errors import DataError


@dataclass(frozen=True)
class Fold:
    """Part ``number`` (from 1) of ``count`` parts of all texts.

    Examples
    --------
    >>> fold = Fold.read("1/2")
    >>> [name for name in ("a", "b", "c", "d") if fold.holds(name)]
    ['a', 'c', 'd']
    """

    number: int
    count: int

    @classmethod
    def read(cls, said: str) -> Fold:
        """The fold that is written like "1/4".

        Raises
        ------
        DataError
            If it is not of that form.
        """
        number, _, count = said.partition("/")
        if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count) > 1):
            raise DataError(f"{said}: a fold is written as its number and the count of all, e.g. 1/4")
        return cls(int(number), int(count))

    def holds(self, id: str) -> bool:
        """Whether the text of this id belongs to the fold; the SHA-1 decides."""
        # Other words than the bare id, by which texts are held out and reserved.
        digest = hashlib.sha1(f"fold {id}".encode()).hexdigest()
        return int(digest, 16) % self.count == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"
