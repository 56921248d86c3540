"""``claims report``: options in, one call of the library, one report out."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.cli.main import main
from claims.cli.progress import Steps
from claims.core.errors import InputError
from claims.core.report import Skipped
from claims.pipeline import ModelChoice

Capture = pytest.CaptureFixture[str]


def test_gives_the_paths_to_the_library_in_their_order(pipeline: Any) -> None:
    assert main(["report", "b.txt", "-", "https://example.org/a"]) == 0
    assert pipeline.paths == ("b.txt", "-", "https://example.org/a")
    assert pipeline.options["published"] is None


def test_gives_every_reading_option(pipeline: Any) -> None:
    columns = {f"{name}_column": f"my_{name}" for name in ("text", "title", "outlet", "url", "date", "id")}
    options = [part for name, value in columns.items() for part in (f"--{name.replace('_', '-')}", value)]
    assert main(["report", "x.csv", *options, "--timeout", "7.5", "--date", "2024-05-07"]) == 0
    reading = pipeline.options["reading"]
    assert {name: getattr(reading, name) for name in columns} == columns
    assert reading.timeout == 7.5
    assert pipeline.options["published"] == date(2024, 5, 7)


def test_gives_every_model(pipeline: Any) -> None:
    models = ["--attribution-model", "a", "--stance-model", "b", "--combiner", "c.yaml"]
    assert main(["report", "x.txt", *models]) == 0
    assert pipeline.options["models"] == ModelChoice(attribution="a", stance="b", combiner=Path("c.yaml"))


def test_shows_text_by_default(pipeline: Any, capsys: Capture) -> None:
    assert main(["report", "gale.txt"]) == 0
    out, err = capsys.readouterr()
    assert "• Two boats sank. [a1:29–43] · indirect speech" in out
    assert "\x1b" not in out
    assert err == ""


def test_shows_markdown(pipeline: Any, capsys: Capture) -> None:
    assert main(["report", "gale.txt", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("# No disagreement found\n")


def test_writes_a_page(pipeline: Any, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert main(["report", "gale.txt", "--format", "html", "-o", str(page)]) == 0
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_shows_json(pipeline: Any, capsys: Capture) -> None:
    assert main(["report", "gale.txt", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["claims"][0]["spans"] == [[29, 43]]


@pytest.mark.parametrize("width", [40, 200])
def test_keeps_to_the_width_asked_for(width: int, pipeline: Any, capsys: Capture) -> None:
    assert main(["report", "gale.txt", "--width", str(width)]) == 0
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) == width


def test_names_what_was_left_out_on_standard_error(leaving_out: Callable[..., None], capsys: Capture) -> None:
    leaving_out(Skipped("x.jsonl:7", "the line is not JSON"), Skipped("e\x1b[2J.txt", "the file is empty"))
    assert main(["report", "x.jsonl", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err.splitlines() == [
        "2 of 3 left out:",
        "  x.jsonl:7: the line is not JSON",
        "  e␛[2J.txt: the file is empty",
    ]
    assert len(json.loads(out)["skipped"]) == 2


def test_nothing_usable_is_an_error_code(leaving_out: Callable[..., None]) -> None:
    leaving_out(Skipped("e.txt", "the file is empty"), articles=False)
    assert main(["report", "e.txt"]) == 1


def test_a_named_input_that_cannot_be_used_is_an_error_code_but_the_others_are_reported(
    leaving_out: Callable[..., None], capsys: Capture
) -> None:
    leaving_out(Skipped("e.txt", "is empty", named=True))
    assert main(["report", "gale.txt", "e.txt"]) == 1
    out, err = capsys.readouterr()
    assert "Two boats sank." in out
    assert err.splitlines() == ["1 of 2 left out:", "  e.txt: is empty"]


class TestOutputFile:
    def test_is_written_in_utf8_and_the_screen_stays_empty(
        self, pipeline: Any, tmp_path: Path, capsys: Capture
    ) -> None:
        target = tmp_path / "r.txt"
        assert main(["report", "gale.txt", "-o", str(target)]) == 0
        assert "“" not in capsys.readouterr().out
        assert "[a1:29–43]" in target.read_text(encoding="utf-8")
        assert list(tmp_path.iterdir()) == [target]

    def test_has_the_permissions_of_a_new_file(self, pipeline: Any, tmp_path: Path) -> None:
        (tmp_path / "usual").touch()
        main(["report", "gale.txt", "-o", str(tmp_path / "r.txt")])
        usual, ours = ((tmp_path / name).stat().st_mode for name in ("usual", "r.txt"))
        assert stat.S_IMODE(ours) == stat.S_IMODE(usual)

    def test_replaces_a_file_and_keeps_its_permissions(self, pipeline: Any, tmp_path: Path) -> None:
        target = tmp_path / "r.txt"
        target.write_text("old", encoding="utf-8")
        target.chmod(0o640)
        assert main(["report", "gale.txt", "-o", str(target)]) == 0
        assert "old" not in target.read_text(encoding="utf-8")
        assert stat.S_IMODE(target.stat().st_mode) == 0o640

    def test_follows_a_link_and_leaves_it_a_link(self, pipeline: Any, tmp_path: Path) -> None:
        link, target = tmp_path / "link", tmp_path / "r.txt"
        link.symlink_to(target)
        assert main(["report", "gale.txt", "-o", str(link)]) == 0
        assert link.is_symlink()
        assert target.is_file()

    def test_does_not_replace_a_device(self, pipeline: Any) -> None:
        assert main(["report", "gale.txt", "-o", os.devnull]) == 0
        assert not Path(os.devnull).is_file()

    def test_a_failed_run_leaves_the_old_file(self, pipeline: Any, tmp_path: Path) -> None:
        target = tmp_path / "r.txt"
        target.write_text("old", encoding="utf-8")
        pipeline.failure = InputError("gale.txt", "the file is empty")
        assert main(["report", "gale.txt", "-o", str(target)]) == 1
        assert target.read_text(encoding="utf-8") == "old"

    def test_a_failed_replacement_leaves_no_draft(
        self, pipeline: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
    ) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "replace", refuse)
        target = tmp_path / "r.txt"
        assert main(["report", "gale.txt", "-o", str(target)]) == 1
        assert capsys.readouterr().err == f"error: {target}: cannot be written: Permission denied\n"
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        ("name", "reason"),
        [("missing/r.txt", "does not exist; make it first"), (".", "is a folder; name a file in it")],
        ids=["no such folder", "a folder"],
    )
    def test_is_checked_before_the_work(
        self, name: str, reason: str, pipeline: Any, tmp_path: Path, capsys: Capture
    ) -> None:
        assert main(["report", "gale.txt", "-o", str(tmp_path / name)]) == 1
        err = capsys.readouterr().err
        assert err.startswith(f"error: {tmp_path}")
        assert err.endswith(f"{reason}\n")
        assert pipeline.paths == ()


class TestProgress:
    STEPS = (("reading", 1, 3), ("reading", 3, 3), ("[bold]\x1b[2Jparsing", 1, None))

    def test_is_silent_where_nobody_watches(self, pipeline: Any, capsys: Capture) -> None:
        pipeline.steps = self.STEPS
        assert main(["report", "a", "b", "c"]) == 0
        assert capsys.readouterr().err == ""

    def test_is_shown_on_a_terminal_for_several_articles(
        self, pipeline: Any, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._watch(monkeypatch)
        pipeline.steps = self.STEPS
        assert main(["report", "a", "b", "c"]) == 0
        out, err = capsys.readouterr()
        assert "3/3" in err
        assert "[bold]␛[2Jparsing" in err
        assert "1/?" in err
        assert "Two boats sank." in out

    def test_is_not_shown_for_one_article(
        self, pipeline: Any, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._watch(monkeypatch)
        pipeline.steps = (("reading", 1, 1), ("comparing", 1, 1))
        assert main(["report", "a"]) == 0
        assert capsys.readouterr().err == ""

    def test_steps_of_a_long_run_are_lines_with_their_time(self, capsys: Capture) -> None:
        with Steps() as steps:
            steps("epoch 1\x1b[2J")
        assert capsys.readouterr() == ("", "  0:00  epoch 1␛[2J\n")

    @staticmethod
    def _watch(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", "100")
        monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
