"""The installed program, run as people run it."""

from __future__ import annotations

import subprocess
import sys
import time
from importlib.metadata import version

import pytest

HEAVY = ("torch", "transformers", "pandas", "networkx", "numpy", "trafilatura")
RUN = "import sys; from claims.cli.main import main; sys.exit(main())"
LONG_REPORT = """
import sys, claims
from claims.cli.main import main
from claims.core.article import Article
from claims.core.report import Report
title = "\\u0141\\u00f3d\\u017a \\u2013 " + "x" * 50
many = tuple(Article(str(n), "", "", (), title=title) for n in range(5000))
claims.report = lambda *paths, **options: Report(many, (), (), (), (), (), ())
sys.exit(main(["report", "x"]))
"""


def python(code: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "80", **environment},
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_help_is_quick() -> None:
    """The best of three, because other programs may be at work on this machine."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        assert python(RUN, "--help").returncode == 0
        times.append(time.perf_counter() - start)
    assert min(times) < 0.5


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("report", "--help"), ("graph", "--help"), ("export", "--help"), ("--version",)],
    ids=" ".join,
)
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    code = f"""
import sys
from claims.cli.main import main
code = main()
print(code, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    assert python(code, *arguments).stderr.decode() == "0 []\n"


def test_help_gives_an_example() -> None:
    for arguments in (("--help",), ("report", "--help")):
        assert "Example: claims report " in python(RUN, *arguments).stdout.decode()


def test_tells_its_version() -> None:
    assert python(RUN, "--version").stdout.decode() == f"claims {version('claims')}\n"


def test_writes_utf8_where_the_locale_knows_ascii_only() -> None:
    done = python(LONG_REPORT, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Łódź – x" in done.stdout.decode("utf-8")


def test_a_reader_who_leaves_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LONG_REPORT], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline() == b"No disagreement found\n"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0
