from __future__ import annotations

import pytest

from claims.cli.main import main


@pytest.mark.parametrize(
    ("command", "option"),
    [
        (["evaluate", "stance", "pairs.jsonl", "--articles", "texts.jsonl"], "--articles"),
        (["evaluate", "attribution", "dev.jsonl", "--given"], "--given"),
        (["train", "syntax", "texts.jsonl", "-o", "new", "--rate", "1e-5"], "--rate"),
        (["train", "stance", "pairs.jsonl", "-o", "new", "--more-labels", "x"], "--more-labels"),
        (["train", "stance", "pairs.jsonl", "-o", "new", "--design", "flat"], "--design"),
        (["train", "syntax", "texts.jsonl", "-o", "new", "--from-store", "s.db"], "--from-store"),
        (["evaluate", "conflicts", "postgresql://desk@none/s", "--given"], "--given"),
    ],
)
def test_an_option_that_would_be_ignored_is_refused(
    command: list[str], option: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["claims", *command])
    with pytest.raises(SystemExit) as stopped:
        raise SystemExit(main())
    assert stopped.value.code not in (0, None)
    assert f"does not use {option}" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["train", "syntax", "-o", "new"], "syntax needs DATA to learn from"),
        (["train", "conflicts", "-o", "new"], "conflicts needs DATA"),
        (["train", "conflicts", "pairs.jsonl", "-o", "new"], "conflicts need --articles"),
        (["train", "conflicts", "p.jsonl", "-o", "new", "--from-store", "s.db"], "go together"),
    ],
)
def test_data_that_is_missing_is_told(
    command: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == 2
    assert told in " ".join(capsys.readouterr().err.split())
