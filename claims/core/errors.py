"""Errors that people meet, each with a message that tells them what to do."""

from __future__ import annotations


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
