"""Why a decision was not recorded, and the words of it that are kept for the next attempt."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.core.errors import ClaimsError
from claims.reporting import words
from claims.review.entries import Line
from claims.review.forms import Form


@dataclass(frozen=True)
class Notice:
    """What a person is told above a page.

    Attributes
    ----------
    wanted
        What the person wanted to do, None where that could not be read.
    lines
        What others did in the meantime.
    """

    title: str
    text: str
    wanted: str | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Kept:
    """What was typed into a form that was refused.

    Attributes
    ----------
    address
        Where the form was sent.
    """

    address: str = ""
    form: Form = field(default_factory=lambda: Form({}))

    def of(self, address: str, name: str, default: str = "", number: int = 0) -> str:
        """What was typed into a field of the form for ``address``, else ``default``."""
        values = self.form.fields.get(name, ()) if self.address.startswith(address) and self.address else ()
        return values[number] if number < len(values) else default


def refused(error: ClaimsError) -> Notice:
    """That a form cannot be used, and why."""
    return Notice("Nothing was recorded", words.opening(str(error)))


def stale(wanted: str, lines: tuple[Line, ...]) -> Notice:
    """That others decided about the same in the meantime."""
    people = " and ".join(dict.fromkeys(line.who for line in lines)) or "Somebody"
    return Notice(
        "Changed in the meantime",
        f"{people} changed this while you had it open. Nothing of yours was recorded. Below is how it "
        "stands now; decide again if you still want to.",
        wanted,
        lines,
    )
