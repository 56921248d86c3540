"""``claims review`` as people start it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from claims.cli.main import main
from tests.cli.test_program import RUN, python

TOKEN = "a-long-and-secret-token"


def test_other_machines_are_let_in_with_a_token_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--store", "x.db", "--host", "0.0.0.0"]) == 2
    assert "give --token with it" in capsys.readouterr().err


def test_a_short_token_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--store", "x.db", "--host", "0.0.0.0", "--token", "secret"]) == 2
    assert "16 characters" in capsys.readouterr().err


def test_there_must_be_a_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("starlette", reason='needs the desk: pip install "claims[desk]"')
    assert main(["review", "--store", str(tmp_path / "none.db"), "--no-browser"]) == 1
    assert "there is no such store" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_missing_libraries_are_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "claims.review.serve", raising=False)
    assert main(["review", "--store", "x.db", "--no-browser"]) == 1
    assert 'pip install "claims[desk]"' in capsys.readouterr().err


def test_help_loads_no_server() -> None:
    code = """
import sys
from claims.cli.main import main
main()
heavy = ("starlette", "uvicorn", "jinja2", "sqlalchemy", "torch", "numpy")
print([name for name in heavy if name in sys.modules], file=sys.stderr)
"""
    assert python(code, "review", "--help").stderr.decode() == "[]\n"


def test_it_answers_until_it_is_stopped(tmp_path: Path) -> None:
    pytest.importorskip("starlette", reason='needs the desk: pip install "claims[desk]"')
    from tests.review.made_up import filled

    path = tmp_path / "newsroom.db"
    filled(path).close()
    command = [sys.executable, "-c", RUN, "review", "--store", str(path), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        line = process.stdout.readline().decode()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address, line
        with urllib.request.urlopen(address[0], timeout=120) as answer:
            assert b"Who decides?" in answer.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=120) == 0
        assert process.stderr.read() == b""


def test_a_port_that_is_taken_is_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("starlette", reason='needs the desk: pip install "claims[desk]"')
    import socket

    from tests.review.made_up import filled

    path = tmp_path / "newsroom.db"
    filled(path).close()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["review", "--store", str(path), "--port", str(port), "--no-browser"]) == 1
    assert "give another --port" in capsys.readouterr().err
