"""The desk put together: its addresses, and what every request passes before it is answered."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from claims.core.errors import ClaimsError
from claims.review.assets import asset
from claims.review.deciding import Deciding
from claims.review.entering import Door, has_entered
from claims.review.failures import Failures
from claims.review.forms import Form, form_of
from claims.review.headers import BrowserRules
from claims.review.hosts import ExpectedHosts
from claims.review.pages import Pages
from claims.review.reading import Reading
from claims.review.settings import Settings
from claims.store import Store

_YEAR = 365 * 24 * 60 * 60

Look = Callable[[Request], Response]
Act = Callable[[Request, Form], Response]


def application(store: Store, settings: Settings) -> Starlette:
    """The desk over ``store``."""
    pages = Pages()
    door = Door(pages, settings.token)
    reading = Reading(store, pages)
    deciding = Deciding(store, reading)
    made = Starlette(
        routes=[
            Route("/static/{name}", asset),
            Route("/enter", door.ask),
            Route("/enter", _posted(door.enter), methods=["POST"]),
            Route("/leave", _posted(door.leave), methods=["POST"]),
            Route("/", _shown(reading.queue)),
            Route("/first", _shown(reading.first)),
            Route("/disputes/{key}", _shown(reading.dispute)),
            Route("/disputes/{key}/next", _shown(reading.following)),
            Route("/articles/{key}", _shown(reading.article)),
            Route("/history", _shown(reading.history)),
            Route("/sources", _shown(reading.sources)),
            Route("/disputes/{key}/{act}", _decided(deciding.on_dispute), methods=["POST"]),
            Route("/events/{key}/{act}", _decided(deciding.on_event), methods=["POST"]),
            Route("/claims/{key}", _decided(deciding.on_claim), methods=["POST"]),
            Route("/sources/{key}", _decided(deciding.on_source), methods=["POST"]),
            Route("/articles/{key}", _decided(deciding.on_article), methods=["POST"]),
            Route("/undo/{kind}/{key}", _decided(deciding.undo), methods=["POST"]),
        ],
        # The outermost first.
        middleware=[
            Middleware(BrowserRules),
            Middleware(ExpectedHosts, settings=settings),
            Middleware(
                SessionMiddleware,
                # New at each start: nothing that is kept could be stolen.
                secret_key=secrets.token_urlsafe(32),
                # A browser sends one machine's cookies to all its ports.
                session_cookie=f"claims-desk-{settings.port}",
                max_age=_YEAR,
                same_site="strict",
            ),
        ],
        exception_handlers=dict.fromkeys((HTTPException, ClaimsError, Exception), Failures(pages)),
    )
    # A slash too many would be led to an address with a host in it; the desk only ever names paths.
    made.router.redirect_slashes = False
    return made


def _shown(look: Look) -> Callable[[Request], Awaitable[Response]]:
    """A page for those who have entered; others are asked who they are, and led back."""

    async def answer(request: Request) -> Response:
        if not has_entered(request):
            there = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"/enter?then={quote(there, safe='')}", 303)
        return await run_in_threadpool(look, request)

    return answer


def _posted(act: Callable[[Request, Form], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """What a form of the desk's own does."""

    async def answer(request: Request) -> Response:
        return await act(request, await form_of(request))

    return answer


def _decided(act: Act) -> Callable[[Request], Awaitable[Response]]:
    """What a form of the desk's own does for those who have entered."""

    async def answer(request: Request, form: Form) -> Response:
        if not has_entered(request):
            raise HTTPException(403, "The desk does not know you any longer: open it and enter your name.")
        return await run_in_threadpool(act, request, form)

    return _posted(answer)
