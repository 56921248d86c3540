"""How the threads of the number libraries wait."""

from __future__ import annotations

import os

POLICY = "OMP_WAIT_POLICY"


def let_threads_sleep() -> None:
    """Have threads without work sleep, unless the environment says how they should wait.

    The usual policy lets them spin, which on few cores takes the time of the threads that work, and
    of other programs. To be called before torch is loaded, which reads the policy once.
    """
    os.environ.setdefault(POLICY, "PASSIVE")
