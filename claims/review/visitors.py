"""Who sits at the desk: a name asked once, kept in a signed cookie, and the secret of their forms."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import asdict, dataclass, replace
from typing import Any

from starlette.requests import Request

_NAME, _SECRET, _LAST = "name", "csrf", "last"
_LONGEST = 160


@dataclass(frozen=True)
class Last:
    """The entry of the review log that a person made last, which one key takes back."""

    entry: int
    kind: str
    key: str
    version: int
    said: str
    about: str
    dispute: str | None


@dataclass(frozen=True)
class Visitor:
    """The person at the desk.

    Attributes
    ----------
    name
        None as long as it was not asked.
    secret
        To be sent with every form, so that no other site can send one.
    """

    name: str | None
    secret: str


def visitor(request: Request) -> Visitor:
    """Who sent the request; a newcomer is given a secret."""
    session = request.session
    if _SECRET not in session:
        session[_SECRET] = secrets.token_urlsafe(24)
    return Visitor(session.get(_NAME), session[_SECRET])


def enter(request: Request, name: str) -> None:
    """Remember the name, under a new secret."""
    request.session[_NAME] = name
    request.session[_SECRET] = secrets.token_urlsafe(24)
    request.session.pop(_LAST, None)


def leave(request: Request) -> None:
    """Forget the person."""
    request.session.clear()


def remember(request: Request, last: Last) -> None:
    """Remember what can be undone by one key; a cookie holds no more than 4 KB of it."""
    kept = replace(last, said=_short(last.said), about=_short(last.about))
    request.session[_LAST] = asdict(kept)


def forget_last(request: Request) -> None:
    """Nothing can be undone by one key any longer."""
    request.session.pop(_LAST, None)


def last(request: Request) -> Last | None:
    """What can be undone by one key."""
    kept: dict[str, Any] | None = request.session.get(_LAST)
    return Last(**kept) if kept else None


def is_same(given: str, wanted: str) -> bool:
    """Whether two secrets are alike, told in a time that does not depend on where they part."""
    return hmac.compare_digest(given.encode(), wanted.encode())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
