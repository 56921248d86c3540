"""A PostgreSQL server of the tests' own, in a folder that goes when it ends."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp


def program(name: str) -> str | None:
    """Where a program of PostgreSQL is; Debian keeps them out of the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(debian[-1]) if debian else shutil.which(name)


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a new, empty database."""
    # The server refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(mkdtemp(prefix="pg"))
    if user:
        shutil.chown(folder, user)
    data, port = folder / "data", _free_port()
    _run(user, program("initdb"), "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    _run(user, program("pg_ctl"), "-D", data, "-l", folder / "log", "-o", options, "-w", "-t", "120", "start")
    try:
        yield f"postgresql://desk@127.0.0.1:{port}/postgres"
    finally:
        _run(user, program("pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _run(user: str | None, *command: object) -> None:
    subprocess.run(
        [str(word) for word in command],
        user=user,
        check=True,
        cwd="/",
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
