"""``claims models``: which models are used, and how to choose others."""

from __future__ import annotations

from typing import Annotated

import typer


def models(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Show the whole card of this model, e.g. attribution."),
    ] = None,
) -> None:
    """List the models in the package, or show the card of one.

    Example: claims models attribution
    """
    from claims.models import card_of, embedded

    if name is not None:
        typer.echo(card_of(name))
        return
    for model in embedded():
        typer.echo(f"{model.name:12} {model.megabytes:5.1f} MB  {model.summary}")
    typer.echo("\nThe card of one: claims models NAME. To use another folder: the options of claims report.")
