"""The desk at work: the server, and the browser that opens it."""

from __future__ import annotations

import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import uvicorn

from claims.core.errors import SettingsError
from claims.review.app import application
from claims.review.settings import Settings
from claims.store import Store

_WAITING = 128


def serve(store: Store, settings: Settings, say: Callable[[str], None], browse: bool = True) -> None:
    """Answer until the person stops the program.

    Parameters
    ----------
    say
        Told the address once the desk listens.
    browse
        Whether to open the address in the person's browser.

    Raises
    ------
    SettingsError
        If the address cannot be listened at.
    """
    with listening(settings) as listener:
        settings = replace(settings, port=listener.getsockname()[1])
        say(settings.address)
        if browse:
            webbrowser.open(settings.address)
        # The way in which a person stops it.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(configuration(store, settings)).run([listener])


def configuration(store: Store, settings: Settings) -> uvicorn.Config:
    """How the server is run: it logs no address, as those may hold what people look for."""
    return uvicorn.Config(
        application(store, settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
    )


def listening(settings: Settings) -> socket.socket:
    """A socket at the address of the desk.

    Raises
    ------
    SettingsError
        If the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=_WAITING)
    except OSError as error:
        raise SettingsError(
            f"cannot listen at {settings.host}, port {settings.port} ({error.strerror}): "
            "give another --port, or 0 for any that is free"
        ) from error
