"""Errors that people meet, each with a message that tells them what to do."""

from __future__ import annotations

from datetime import datetime


class ClaimsError(Exception):
    """Base of every error that this project raises on purpose."""


class InputError(ClaimsError):
    """An input that cannot be used.

    Parameters
    ----------
    where
        The path, URL or ``<stdin>`` that was given, with a line number where there is one.
    why
        The reason, and what the person can do about it, in a few words.
    """

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why


class ModelError(ClaimsError):
    """A model folder that is missing, damaged or of the wrong kind."""


class DataError(ClaimsError):
    """Training or evaluation data that does not have the expected form."""


class MissingExtraError(ClaimsError):
    """A part of the program whose optional libraries are not installed."""

    def __init__(self, need: str, extra: str) -> None:
        super().__init__(f'{need} is not installed: run pip install "claims[{extra}]"')


class FormatError(ClaimsError):
    """A file whose ending belongs to no format that can be written."""


class SettingsError(ClaimsError):
    """Settings of the desk under which it must not run."""


class FieldError(ClaimsError):
    """A field of a form whose value cannot be used; the message tells the person what to enter."""


class StoreError(ClaimsError):
    """A store that cannot be used: missing, of another program, of a newer version, or busy."""


class WorkerError(ClaimsError):
    """A process that reads articles and ended before its time.

    Parameters
    ----------
    how
        What ended it, in a few words.
    """

    def __init__(self, how: str) -> None:
        super().__init__(
            f"a process that reads articles has ended ({how}); what was kept stays: start the scan again, "
            "with fewer --workers if the machine is short of memory"
        )


class DecisionError(ClaimsError):
    """A decision that makes no sense; the message says why, and nothing was changed."""


class StaleError(DecisionError):
    """A decision about an item that somebody else has changed since it was seen.

    Attributes
    ----------
    who, when
        The last change: by whom, and when (UTC).
    """

    def __init__(self, who: str, when: datetime) -> None:
        super().__init__(f"{who} changed this on {when:%Y-%m-%d at %H:%M} UTC; look at it again")
        self.who = who
        self.when = when
