"""The program ``claims``: its commands put together, and its exit codes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from claims.cli.evaluate import evaluate
from claims.cli.export import export
from claims.cli.failures import exit_code, speak_utf8, stand_in_for_closed_streams
from claims.cli.graph import graph
from claims.cli.models import models
from claims.cli.report import report
from claims.cli.review import review
from claims.cli.scan import scan
from claims.cli.store import STORE
from claims.cli.threads import let_threads_sleep
from claims.cli.train import train

# A command is a function of the same name; to add one, write its file and name it here.
COMMANDS: tuple[Callable[..., Any], ...] = (report, graph, scan, review, export, evaluate, train, models)

# A command with commands of its own: its name, what it is for, and they.
GROUPS: tuple[tuple[str, str, tuple[Callable[..., Any], ...]], ...] = (STORE,)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 unusable input, 2 wrong usage.

    Parameters
    ----------
    arguments
        What follows the program's name; those of the process if None.
    """
    let_threads_sleep()
    stand_in_for_closed_streams()
    speak_utf8()
    app = build(COMMANDS, GROUPS)
    return exit_code(lambda: app(args=arguments, prog_name="claims", standalone_mode=False))


def build(
    commands: Sequence[Callable[..., Any]],
    groups: Sequence[tuple[str, str, Sequence[Callable[..., Any]]]] = (),
) -> typer.Typer:
    """The program with these commands, and these groups of commands."""
    app = typer.Typer(
        help="Who says what in the news, and where the accounts part.",
        epilog="Example: claims report article.txt https://example.org/news/story.html",
        add_completion=False,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
    )
    app.callback()(_top)
    for command in commands:
        app.command()(command)
    for name, purpose, own in groups:
        group = typer.Typer(help=purpose, invoke_without_command=True)
        group.callback()(_need_a_command)
        for command in own:
            group.command()(command)
        app.add_typer(group, name=name)
    return app


def _top(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and leave.")] = False,
) -> None:
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"claims {installed('claims')}")
        raise typer.Exit
    _need_a_command(context)


def _need_a_command(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)
