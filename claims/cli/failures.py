"""What a person is told when something goes wrong, and the exit code for it."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Callable

import typer

from claims.core.errors import ClaimsError
from claims.reporting.sanitise import plain

DONE = 0
UNUSABLE = 1
INTERRUPTED = 130
DEBUG = "CLAIMS_DEBUG"


def stand_in_for_closed_streams() -> None:
    """Let what is said to a closed stream (``2>&-``) go nowhere; Python leaves None in its place."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, "w"), encoding="utf-8"))


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale is; what cannot be encoded becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def exit_code(run: Callable[[], object]) -> int:
    """Call ``run`` and turn whatever happens into one line on standard error and an exit code."""
    try:
        result = run()
        sys.stdout.flush()
    except typer.TyperException as error:
        return _usage(error)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        drop_output()
        return DONE
    except ClaimsError as error:
        complain(str(error))
        return UNUSABLE
    except Exception as error:
        return _bug(error)
    return result if isinstance(result, int) else DONE


def complain(message: str) -> None:
    """Say in one line of standard error what is wrong."""
    print(f"error: {plain(message)}", file=sys.stderr)


def drop_output() -> None:
    """Send what is still unwritten nowhere: the reader of standard output has gone (``| head``)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _usage(error: typer.TyperException) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "claims"
    complain(f"{error.format_message().rstrip('.')}. Try: {command} --help")
    return error.exit_code


def _bug(error: Exception) -> int:
    if os.environ.get(DEBUG) == "1":
        traceback.print_exception(error)
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    complain(f"this is a bug of the program ({what}). For details run it again with {DEBUG}=1")
    return UNUSABLE
