"""What of the queue was asked for: a query string as a filter and an order, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode

from claims.core.errors import FieldError
from claims.core.relation import Kind
from claims.core.review import Filter, Order, State, Verdict
from claims.reporting.sanitise import plain

PAGE = 50
LONGEST = 200
MOST_LINES = 10_000_000

_FLAGGED = {"yes": True, "no": False}
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True)
class Asked:
    """A part of the queue.

    Attributes
    ----------
    start
        The line it begins at, from 0.
    """

    filter: Filter = field(default_factory=Filter)
    order: Order = Order.CONTESTED
    start: int = 0

    @property
    def query(self) -> str:
        """As a query string; what is not asked for is left out."""
        return urlencode(list(self._fields()))

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out of the queue."""
        return self.filter != Filter()

    @property
    def wants_decided(self) -> bool:
        """Whether it was asked for what is decided already, such as for a second review."""
        return self.filter.verdict is not None or self.filter.state not in (None, State.SUGGESTED)

    def at(self, start: int) -> Asked:
        """The same from another line."""
        return replace(self, start=max(start, 0))

    def _fields(self) -> Iterator[tuple[str, str]]:
        wanted = self.filter
        for name in ("source", "party", "kind", "place", "state", "verdict", "since", "until"):
            value = getattr(wanted, name)
            if value is not None:
                yield name, str(value)
        if wanted.flagged is not None:
            yield "flagged", "yes" if wanted.flagged else "no"
        if self.order is not Order.CONTESTED:
            yield "order", self.order.value
        if self.start:
            yield "start", str(self.start)


def asked(query: str) -> Asked:
    """Read a query string; fields that are not known are left alone.

    Raises
    ------
    FieldError
        If a value is none that the field can have.

    Examples
    --------
    >>> asked("state=reviewed&flagged=yes").query
    'state=reviewed&flagged=yes'
    """
    try:
        given = dict(parse_qsl(query, errors="strict", max_num_fields=50))
    except ValueError:
        raise FieldError("This address is damaged.") from None
    flagged = _text(given, "flagged")
    if flagged not in (None, *_FLAGGED):
        raise FieldError("“flagged” must be yes or no.")
    return Asked(
        Filter(
            source=_text(given, "source"),
            party=_text(given, "party"),
            kind=_choice(given, "kind", Kind),
            place=_text(given, "place"),
            state=_choice(given, "state", State),
            verdict=_choice(given, "verdict", Verdict),
            flagged=None if flagged is None else _FLAGGED[flagged],
            since=_date(given, "since"),
            until=_date(given, "until"),
        ),
        _choice(given, "order", Order) or Order.CONTESTED,
        _start(given),
    )


def _text(given: Mapping[str, str], name: str) -> str | None:
    value = plain(given.get(name, ""))
    if len(value) > LONGEST:
        raise FieldError(f"“{name}” is too long: {LONGEST} characters are allowed.")
    return value or None


def _choice(given: Mapping[str, str], name: str, choices: type[_Choice]) -> _Choice | None:
    value = _text(given, name)
    try:
        return None if value is None else choices(value)
    except ValueError:
        raise FieldError(f"“{name}” must be one of {', '.join(choices)}.") from None


def _date(given: Mapping[str, str], name: str) -> date | None:
    value = _text(given, name)
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise FieldError(f"“{name}” must be a date such as 2024-05-07.") from None


def _start(given: Mapping[str, str]) -> int:
    value = _text(given, "start") or "0"
    if not (value.isascii() and value.isdigit()) or int(value) > MOST_LINES:
        raise FieldError("“start” must be a whole number.")
    return int(value)
