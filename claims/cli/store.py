"""``claims store``: what can be done with a store as a whole."""

from __future__ import annotations

import sys

import typer

from claims.cli.failures import UNUSABLE
from claims.cli.inputs import StoreOption
from claims.reporting.sanitise import plain


def verify(store: StoreOption) -> None:
    """Check that nobody changed the review log, and that all follows from it.

    The digest that it ends with stands for the whole log: noted elsewhere, it
    shows later that the log up to that entry is still the same.

    Example: claims store verify --store newsroom.db
    """
    from claims.store import Store

    with Store.open(store, create=False) as opened:
        faults = opened.verify()
        last = next(iter(opened.history(limit=1)), None)
    for fault in faults:
        print(plain(fault), file=sys.stderr)
    if faults:
        raise typer.Exit(UNUSABLE)
    typer.echo(f"sound; entry {last.number}, digest {last.digest}" if last else "sound; no decision yet")


STORE = ("store", "What can be done with a store as a whole.", (verify,))
