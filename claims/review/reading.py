"""Pages that show and change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from claims.core.errors import FieldError
from claims.reporting.sanitise import is_safe
from claims.review import entries, links, sources
from claims.review.article import article_view
from claims.review.asking import Asked, asked
from claims.review.dispute import dispute_view
from claims.review.notices import Kept, Notice
from claims.review.pages import Pages
from claims.review.queue import following, progress, queue_view, skipping
from claims.review.visitors import visitor
from claims.store import Store

LONGEST_KEY = 200
LOG = 200


@dataclass(frozen=True)
class Reading:
    """Answers to those who look."""

    store: Store
    pages: Pages

    def queue(self, request: Request) -> Response:
        """The queue under a filter."""
        view = queue_view(self.store, asked_of(request))
        return self.pages.page(request, "queue.html", view=view)

    def dispute(self, request: Request) -> Response:
        """A disagreement."""
        return self.shown(request, key_of(request), asked_of(request))

    def shown(
        self,
        request: Request,
        key: str,
        asked: Asked,
        status: int = 200,
        notice: Notice | None = None,
        kept: Kept | None = None,
    ) -> Response:
        """The page of a disagreement, with a notice or words kept from a form."""
        with found():
            view = dispute_view(self.store, key, asked, visitor(request).name or "")
        return self.pages.page(
            request,
            "dispute.html",
            status,
            view=view,
            progress=progress(self.store),
            notice=notice,
            kept=kept or Kept(),
        )

    def following(self, request: Request) -> Response:
        """What comes after a disagreement that is left as it is."""
        on, key = asked_of(request), key_of(request)
        return RedirectResponse(skipping(self.store, on, key) or links.queue(on.at(0)), 303)

    def first(self, request: Request) -> Response:
        """The first disagreement that is to be decided."""
        on = asked_of(request)
        return RedirectResponse(following(self.store, on) or links.queue(on), 303)

    def article(self, request: Request) -> Response:
        """An article with its claims."""
        dispute = request.query_params.get("dispute")
        return self.article_shown(request, key_of(request), dispute and known(dispute))

    def article_shown(
        self,
        request: Request,
        id: str,
        dispute: str | None,
        status: int = 200,
        notice: Notice | None = None,
        kept: Kept | None = None,
    ) -> Response:
        """The page of an article, with a notice and words kept from a form."""
        with found():
            view = article_view(self.store, id, dispute)
        kept = kept or Kept()
        return self.pages.page(request, "article.html", status, view=view, notice=notice, kept=kept)

    def history(self, request: Request) -> Response:
        """The review log, the newest entries first."""
        log = self.store.history(limit=LOG)
        items = dict.fromkeys(entry.decision.item for entry in log)
        versions = {item: self.store.standing(item).version for item in items}
        lines = entries.lines(log, versions, {})
        return self.pages.page(request, "history.html", lines=lines, most=LOG)

    def sources(self, request: Request) -> Response:
        """Sources whose names hold what was typed, for the list under a field."""
        typed = request.query_params.get("q", "")[:LONGEST_KEY]
        suggested = sources.suggestions(typed, self.store.sources())
        return JSONResponse([{"name": name, "about": about} for name, about in suggested])


@contextmanager
def found() -> Iterator[None]:
    """Turn a key that the store does not know into a page that says so."""
    try:
        yield
    except KeyError:
        raise HTTPException(404, "There is nothing under this address, or no longer.") from None


def asked_of(request: Request) -> Asked:
    """What of the queue the address asks for."""
    try:
        return asked(request.url.query)
    except FieldError as error:
        raise HTTPException(400, str(error)) from None


def key_of(request: Request) -> str:
    """The key in the address."""
    return known(request.path_params["key"])


def known(key: str) -> str:
    """``key`` if it can be one at all."""
    if not is_safe(key) or len(key) > LONGEST_KEY:
        raise HTTPException(404, "There is nothing under this address, or no longer.")
    return key
