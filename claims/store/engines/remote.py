"""An engine's part in another process: what it is given, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence

from claims.core.article import Article
from claims.core.errors import ClaimsError
from claims.store.engines.engine import Engine, Load, Part

Answer = tuple[Part, ...] | ClaimsError


class Remote:
    """Reads portions, or says for each why the models cannot be loaded."""

    def __init__(self, load: Load, sharing: int = 1) -> None:
        self._engine: Engine | ClaimsError
        try:
            self._engine = load(sharing)
        except ClaimsError as error:
            # As a plain one, for not every error of ours survives the way to another process.
            self._engine = ClaimsError(str(error))

    def __call__(self, portion: Sequence[Article]) -> Answer:
        """What was understood of a portion."""
        if isinstance(self._engine, ClaimsError):
            return self._engine
        return tuple(self._engine.understand_all(portion))


def parts_of(answer: Answer) -> tuple[Part, ...]:
    """The parts that were answered.

    Raises
    ------
    ClaimsError
        If the models could not be loaded there.
    """
    if isinstance(answer, ClaimsError):
        raise answer
    return answer
