"""Whatever goes wrong is one line on standard error and an exit code."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from claims.cli.main import main
from claims.core.errors import InputError, ModelError

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("failure", "line"),
    [
        pytest.param(
            InputError("in/a.txt", "the file is empty"), "error: in/a.txt: the file is empty", id="input"
        ),
        pytest.param(ModelError("models/x is damaged"), "error: models/x is damaged", id="model"),
        pytest.param(
            InputError("\x1b[31m[bold]x\n.txt", "no such file"),
            "error: ␛[31m[bold]x .txt: no such file",
            id="hostile path",
        ),
        pytest.param(
            ZeroDivisionError("by\x1b[2J zero"),
            "error: this is a bug of the program (ZeroDivisionError: by␛[2J zero). "
            "For details run it again with CLAIMS_DEBUG=1",
            id="bug",
        ),
    ],
)
def test_is_told_in_one_line(failure: Exception, line: str, pipeline: Any, capsys: Capture) -> None:
    pipeline.failure = failure
    assert main(["report", "x"]) == 1
    assert capsys.readouterr() == ("", f"{line}\n")


def test_a_bug_shows_its_traceback_on_demand(
    pipeline: Any, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_DEBUG", "1")
    pipeline.failure = ZeroDivisionError("by zero")
    assert main(["report", "x"]) == 1
    err = capsys.readouterr().err
    assert err.startswith("Traceback")
    assert "error: this is a bug" in err.splitlines()[-1]


def test_an_interruption_is_quiet(pipeline: Any, capsys: Capture) -> None:
    pipeline.failure = KeyboardInterrupt()
    assert main(["report", "x"]) == 130
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no command"),
        pytest.param(["rumour"], id="unknown command"),
        pytest.param(["report"], id="no path"),
        pytest.param(["report", "x", "--colour"], id="unknown option"),
        pytest.param(["report", "x", "--format", "pdf"], id="unknown format"),
        pytest.param(["report", "x", "--width", "39"], id="too narrow"),
        pytest.param(["report", "x", "--date", "yesterday"], id="no date"),
        pytest.param(["report", "x", "--timeout", "0"], id="no time"),
    ],
)
def test_wrong_usage_is_exit_code_2(arguments: list[str], pipeline: Any) -> None:
    assert main(arguments) == 2
    assert pipeline.paths == ()


def test_wrong_usage_says_where_help_is(pipeline: Any, capsys: Capture) -> None:
    main(["report", "x", "--\x1b[2Jrm"])
    out, err = capsys.readouterr()
    assert out == ""
    assert "\x1b" not in err
    assert err.endswith("Try: claims report --help\n")
    assert err.count("\n") == 1


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_stream_is_no_bug(stream: str, pipeline: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, stream, None)
    assert main(["report", "gale.txt"]) == 0
