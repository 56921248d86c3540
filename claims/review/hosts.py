"""Which requests are meant for the desk: by the names it goes by, and by where they come from.

A page of another site can send a browser here (a form that posts itself, a name that was bound to
127.0.0.1 after the page was loaded). The browser tells by ``Host``, ``Origin`` and ``Sec-Fetch-Site``.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from claims.review.refusals import refusal
from claims.review.settings import Settings, as_address, is_loopback

_SITES_ALLOWED = frozenset({"same-origin", "none"})


class ExpectedHosts:
    """Refuses requests for other names than those of the desk, and those that another site sends."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._names = Names.of(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not self._names.include(headers.getlist("host")):
            answer = refusal(400, "This is not an address of the desk. Open the one that it printed.")
        elif headers.get("sec-fetch-site", "none") not in _SITES_ALLOWED:
            answer = refusal(403, "A page of another site led here.", go_on=True)
        else:
            await self._app(scope, receive, send)
            return
        await answer(scope, receive, send)


@dataclass(frozen=True)
class Names:
    """The names in a request's ``Host`` that are the desk's own.

    Attributes
    ----------
    known
        In lower case.
    addresses
        Whether any IP address will do: no foreign site can have one that leads here.
    """

    known: frozenset[str]
    addresses: bool = False

    @classmethod
    def of(cls, settings: Settings) -> Names:
        """The names of a desk: on this machine only its own, for others also this machine's."""
        own = {"localhost", "127.0.0.1", "::1", settings.host.casefold()}
        if is_loopback(settings.host):
            return cls(frozenset(own))
        return cls(frozenset(own | {socket.gethostname().casefold(), socket.getfqdn().casefold()}), True)

    def include(self, hosts: list[str]) -> bool:
        """Whether the request has one ``Host`` and that is one of these names."""
        name = host_name(hosts[0]) if len(hosts) == 1 else None
        if name is None:
            return False
        return name in self.known or (self.addresses and as_address(name) is not None)


def host_name(host: str) -> str | None:
    """The name in ``host``, without the port; None where there is none to be read.

    Examples
    --------
    >>> host_name("Localhost:8765"), host_name("[::1]:8765"), host_name("a@localhost"), host_name("x/y")
    ('localhost', '::1', None, None)
    """
    if any(c in "@/\\?#" or c.isspace() for c in host):
        return None
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    return parts.hostname


def is_own_origin(headers: Headers) -> bool:
    """Whether a page of the desk itself sent this: its ``Origin`` must be there and name our host.

    Examples
    --------
    >>> is_own_origin(Headers({"host": "localhost:80", "origin": "http://localhost:80"}))
    True
    >>> is_own_origin(Headers({"host": "localhost:80", "origin": "null"}))
    False
    """
    origins, host = headers.getlist("origin"), headers.get("host", "")
    return len(origins) == 1 and origins[0].casefold() in {
        f"{scheme}://{host.casefold()}" for scheme in ("http", "https")
    }
