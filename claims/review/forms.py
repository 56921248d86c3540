"""What a form sent, read within bounds, and its fields as values that can be used."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from claims.core.errors import FieldError
from claims.reporting.sanitise import plain
from claims.review.hosts import is_own_origin
from claims.review.visitors import is_same, visitor

MOST_BYTES = 64 * 1024
MOST_FIELDS = 200
MOST_SECONDS = 20
LONGEST_LINE = 2_000

_TYPE = "application/x-www-form-urlencoded"
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True)
class Form:
    """The fields of a form by name, each as often as it was sent."""

    fields: Mapping[str, Sequence[str]]

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field, as single lines of text that can be seen; the empty ones too.

        Raises
        ------
        FieldError
            If one is too long.
        """
        return tuple(_line(name, value) for value in self.fields.get(name, ()))

    def text(self, name: str) -> str | None:
        """The first value of a field, None where it is empty or missing."""
        return next(iter(self.all(name)), "") or None

    def needed(self, name: str) -> str:
        """The value of a field that must not be empty."""
        value = self.text(name)
        if value is None:
            raise FieldError(f"The field “{name}” is empty: fill it in.")
        return value

    def choice(self, name: str, choices: type[_Choice]) -> _Choice:
        """The value of a field as one of ``choices``."""
        value = self.text(name)
        try:
            return choices(value or "")
        except ValueError:
            raise FieldError(f"Choose one of {', '.join(choices)} for “{name}”.") from None

    def number(self, name: str) -> int:
        """The value of a field as a whole number from 0."""
        value = self.text(name) or ""
        if not (value.isascii() and value.isdigit() and len(value) <= 9):
            raise FieldError(f"The field “{name}” must be a whole number.")
        return int(value)


async def form_of(request: Request) -> Form:
    """The form that ``request`` sent.

    Raises
    ------
    HTTPException
        If the desk's own page did not send it (403), it is too large (413), too slow (408), of
        another type (415) or damaged (400).
    """
    if not is_own_origin(request.headers):
        raise HTTPException(403, "This form was not sent by a page of the desk.")
    if request.headers.get("content-type", "").partition(";")[0].strip().casefold() != _TYPE:
        raise HTTPException(415, "The desk takes forms only.")
    form = _parsed(await _body(request))
    given, wanted = form.fields.get("csrf", ("",))[0], visitor(request).secret
    if not is_same(given, wanted):
        raise HTTPException(403, "This page is out of date. Go back, load it again, and decide again.")
    return form


async def _body(request: Request) -> bytes:
    length = request.headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()) or int(length[:9]) > MOST_BYTES:
        raise HTTPException(413, f"A form may have {MOST_BYTES // 1024} KB at most.")
    body = bytearray()
    try:
        async with asyncio.timeout(MOST_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > MOST_BYTES:
                    raise HTTPException(413, f"A form may have {MOST_BYTES // 1024} KB at most.")
    except TimeoutError:
        raise HTTPException(408, "The form came too slowly.") from None
    return bytes(body)


def _parsed(body: bytes) -> Form:
    found: dict[str, list[str]] = defaultdict(list)
    try:
        pairs = parse_qsl(
            body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError:
        raise HTTPException(400, "This form is damaged.") from None
    for name, value in pairs:
        found[name].append(value)
    return Form(found)


def _line(name: str, value: str) -> str:
    line = plain(value)
    if len(line) > LONGEST_LINE:
        raise FieldError(f"The field “{name}” has {len(line):,} characters; {LONGEST_LINE:,} are allowed.")
    return line
