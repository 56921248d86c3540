from __future__ import annotations

import os
import subprocess
import sys

from claims.cli.main import main
from claims.cli.threads import POLICY


def test_threads_sleep_unless_told_otherwise(monkeypatch, capsys) -> None:
    for given, expected in ((None, "PASSIVE"), ("ACTIVE", "ACTIVE")):
        monkeypatch.setenv(POLICY, "")  # so that what is set here is undone
        monkeypatch.delenv(POLICY)
        if given is not None:
            monkeypatch.setenv(POLICY, given)
        main(["--help"])
        assert os.environ[POLICY] == expected
    capsys.readouterr()


def test_the_program_is_loaded_without_torch_which_reads_the_policy_once() -> None:
    code = "import sys, claims.cli.main; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
