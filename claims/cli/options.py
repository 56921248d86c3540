"""Options that only some of a command's uses have."""

from __future__ import annotations

from collections.abc import Collection

import typer


def refuse_others(context: typer.Context, what: str, used: Collection[str]) -> None:
    """Refuse options that were given and that ``what`` would ignore.

    Parameters
    ----------
    used
        Names of the parameters that it uses.

    Raises
    ------
    typer.BadParameter
        If any other was given; the message names it.
    """
    others = [
        f"--{name.replace('_', '-')}"
        for name in context.params
        if name not in used and _is_given(context, name)
    ]
    if others:
        raise typer.BadParameter(f"{what} does not use {', '.join(others)}; leave it out")


def _is_given(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"
