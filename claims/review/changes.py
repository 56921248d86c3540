"""What a form says is to change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from urllib.parse import urlsplit

from claims.core.article import Article
from claims.core.claim import Claim, Quantity
from claims.core.errors import FieldError
from claims.core.review import (
    Add,
    Assess,
    Change,
    Edit,
    Evidence,
    Flag,
    Grade,
    Join,
    Judge,
    Merge,
    Move,
    Split,
    State,
    Support,
    Verdict,
)
from claims.core.source import Source
from claims.reporting.sanitise import plain
from claims.review.finding import place_of
from claims.review.forms import Form
from claims.review.sources import meant, name_in_field

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LARGEST = 1e15
NEITHER = "neither"


def judge(form: Form) -> Judge:
    """That a disagreement is one, or is none."""
    return Judge(form.choice("verdict", Verdict))


def flag(form: Form) -> Flag:
    """That a disagreement is to be looked at again, or no longer."""
    return Flag(form.needed("on") == "yes")


def move(form: Form) -> Move:
    """The state that the review goes to."""
    return Move(form.choice("state", State))


def support(form: Form) -> Support:
    """The account that the evidence supports."""
    claim = form.needed("claim")
    return Support(None if claim == NEITHER else claim)


def assess(form: Form) -> Assess:
    """The grade of an event."""
    return Assess(form.choice("grade", Grade))


def split(form: Form) -> Split:
    """The claims that speak of another event."""
    claims = form.all("claim")
    if not claims:
        raise FieldError("Tick the claims that speak of another event.")
    return Split(claims)


def join(form: Form) -> Join:
    """The event that this one is."""
    return Join(form.needed("into"))


# What can be done to a disagreement and to an event by a form that needs nothing but itself.
OF_DISPUTE: Mapping[str, Callable[[Form], Change]] = {
    "judge": judge,
    "flag": flag,
    "move": move,
    "support": support,
}
OF_EVENT: Mapping[str, Callable[[Form], Change]] = {"assess": assess, "split": split, "join": join}


def merge(form: Form, sources: Sequence[Source]) -> Merge:
    """The source that this one is."""
    named = form.needed("into")
    source = meant(named, sources)
    if source is None:
        raise FieldError(f"No source is called “{named}”: choose one from the list.")
    return Merge(source.id)


def edit(form: Form, claim: Claim, said_by: Source, sources: Sequence[Source]) -> Edit:
    """What of a claim of ``said_by`` is put right: only what differs from how it stands."""
    statement, named = form.needed("statement"), form.needed("source")
    quantities = tuple(_quantities(form, claim.quantities))
    changed = Edit(
        statement=None if statement == plain(claim.statement) else statement,
        source=_changed_source(named, said_by, sources),
        quantities=None if quantities == claim.quantities else quantities,
    )
    if changed == Edit():
        raise FieldError("Nothing was changed: put the statement, the source or a figure right first.")
    return changed


def add(form: Form, article: Article, sources: Sequence[Source]) -> Add:
    """A claim that the program missed, made of words of the article."""
    near = form.number("near") if form.text("near") else None
    span = place_of(form.needed("words"), article.text, near)
    named = form.needed("source")
    source = meant(named, sources)
    return Add(
        article=article.id,
        spans=(span,),
        source=source.id if source else named,
        statement=form.text("statement"),
        event=form.text("event"),
        opposes=form.text("opposes"),
    )


def evidence(form: Form) -> tuple[Evidence, ...]:
    """The rows of evidence that were filled in."""
    rows = zip_longest(form.all("url"), form.all("sha256"), form.all("note"), fillvalue="")
    return tuple(_evidence(url, digest, note) for url, digest, note in rows if url or digest or note)


def _evidence(url: str, digest: str, note: str) -> Evidence:
    if not url:
        raise FieldError("Evidence needs a web address beside its note or digest.")
    if not is_web_address(url):
        raise FieldError(f"“{url[:80]}” is no web address: it must begin with https:// or http://.")
    digest = digest.replace(" ", "").casefold()
    if digest and not _SHA256.fullmatch(digest):
        raise FieldError("A SHA-256 has 64 digits of 0–9 and a–f.")
    return Evidence(url, digest or None, note or None)


def is_web_address(url: str) -> bool:
    """Whether a link to ``url`` leads to the web, and nowhere else.

    Examples
    --------
    >>> is_web_address("https://example.org/a"), is_web_address("javascript:alert(1)//http://x")
    (True, False)
    """
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in url
    except ValueError:
        return False


def _changed_source(named: str, before: Source, sources: Sequence[Source]) -> str | None:
    if named == name_in_field(before):
        return None
    source = meant(named, sources)
    return source.id if source else named


def _quantities(form: Form, before: Sequence[Quantity]) -> Iterator[Quantity]:
    """The rows of figures, each in place of that which stood there; an emptied row is taken out."""
    columns = [form.all(name) for name in ("measure", "of", "low", "high", "words")]
    for number, (measure, of, low, high, said) in enumerate(zip_longest(*columns, fillvalue="")):
        if not (measure or low):
            continue
        if not (measure and low):
            raise FieldError("A figure needs what is counted and the lowest number.")
        bounds = _number(low), _number(high) if high else None
        if bounds[1] is not None and bounds[1] < bounds[0]:
            raise FieldError(f"The highest number of a figure ({high}) is lower than the lowest ({low}).")
        old = before[number] if number < len(before) else None
        made = Quantity(measure, of or None, *bounds, said or low)
        yield made if old is None else _in_place_of(old, made)


def _in_place_of(old: Quantity, made: Quantity) -> Quantity:
    """What the form does not show stays, unless the numbers are others: then they are exact."""
    high = None if old.high == float("inf") else old.high
    moved = (old.low, high) != (made.low, made.high)
    same = replace(old, measure=made.measure, of=made.of, text=made.text)
    return replace(same, low=made.low, high=made.high, exact=True, vague=False) if moved else same


def _number(text: str) -> float:
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        raise FieldError(f"“{text[:40]}” is no number: write it in digits.") from None
    if not 0 <= number <= _LARGEST:
        raise FieldError(f"“{text[:40]}” is out of range for a figure.")
    return number
