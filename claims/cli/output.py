"""Where a command writes: standard output or a file, and what that place can show."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from claims.cli.failures import drop_output
from claims.core.errors import ClaimsError

WIDTHS = range(40, 201)
UNKNOWN_WIDTH = 80


class Destination:
    """A file, or standard output if ``path`` is None or ``-``.

    Raises
    ------
    ClaimsError
        If the file cannot be written there; known before the work begins.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = None if path is None or str(path) == "-" else Path(os.path.realpath(path))
        if self._path:
            _check(self._path)

    @property
    def is_terminal(self) -> bool:
        """Whether a person looks at it right away."""
        return self._path is None and sys.stdout.isatty()

    @property
    def colour(self) -> bool:
        """Whether it shows colour and the person has not asked for none (``NO_COLOR``)."""
        refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return self.is_terminal and not refused

    @property
    def width(self) -> int:
        """Columns of the terminal, or of a page where there is none."""
        if not self.is_terminal:
            return UNKNOWN_WIDTH
        columns = shutil.get_terminal_size((UNKNOWN_WIDTH, 24)).columns
        return min(max(columns, WIDTHS.start), WIDTHS.stop - 1)

    def write(self, text: str) -> None:
        """Write all of ``text``; a file appears, or is replaced, whole or not at all.

        Raises
        ------
        ClaimsError
            If it cannot be written.
        """
        try:
            if self._path is None:
                _print(text)
            else:
                _write(self._path, text)
        except OSError as error:
            place = self._path or "standard output"
            raise ClaimsError(f"{place}: cannot be written: {error.strerror}") from error


def _check(path: Path) -> None:
    if path.is_dir():
        raise ClaimsError(f"{path}: is a folder; name a file in it")
    if not path.parent.is_dir():
        raise ClaimsError(f"{path}: the folder {path.parent} does not exist; make it first")


def _print(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        drop_output()


def _write(path: Path, text: str) -> None:
    data = text.encode("utf-8", errors="replace")
    if path.exists() and not path.is_file():
        # A device or a pipe must not be replaced by a file.
        path.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        draft.chmod(_permissions(path))
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _permissions(path: Path) -> int:
    """Those of the file that is replaced, else what a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
