"""``claims review``: the fact-checker's desk in the browser."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.inputs import StoreOption


def review(
    store: StoreOption,
    host: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Listen here for other machines, e.g. --host 0.0.0.0; only together with --token.",
        ),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(
            metavar="SECRET",
            envvar="CLAIMS_DESK_TOKEN",
            help="Asked of everybody who comes; 16 characters or more.",
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="NUMBER", help="Port; 0 for any that is free.")
    ] = 8765,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Do not open a browser.")] = False,
) -> None:
    """Decide in the browser about what the program found.

    Only this machine reaches the desk, unless --host and --token say otherwise.
    Every decision goes into the store's review log, with the name of who made
    it, and can be undone. Stop the desk with Ctrl+C.

    Example: claims review --store newsroom.db
    """
    from claims.core.errors import SettingsError
    from claims.review.settings import LOOPBACK, Settings
    from claims.review.start import start

    try:
        settings = Settings(host or LOOPBACK, port, token)
    except SettingsError as error:
        raise typer.BadParameter(str(error), param_hint="'--host'") from error
    start(store, settings, lambda address: typer.echo(f"The desk is at {address}"), not no_browser)
