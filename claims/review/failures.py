"""Pages for what went wrong."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from claims.core.errors import ClaimsError, DecisionError, FieldError
from claims.reporting import words
from claims.review.headers import RULES
from claims.review.pages import Pages

_BUG = "This is a bug of the program. What you did last may not have been recorded: look at the history."


@dataclass(frozen=True)
class Failures:
    """Says in a page what went wrong, and what can be done."""

    pages: Pages

    def __call__(self, request: Request, error: Exception) -> Response:
        """The page for ``error``."""
        match error:
            case HTTPException():
                return self._page(request, error.status_code, error.detail)
            case FieldError() | DecisionError():
                return self._page(request, 422, str(error))
            case ClaimsError():
                # The store is busy, or gone.
                return self._page(request, 503, str(error))
            case _:
                answer = self._page(request, 500, _BUG)
                # What was not foreseen is answered outside the parts that give every answer its rules.
                answer.headers.update({**RULES, "Cache-Control": "no-store"})
                return answer

    def _page(self, request: Request, status: int, why: str) -> Response:
        return self.pages.page(request, "failure.html", status, why=words.opening(why))
