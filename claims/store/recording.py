"""How a decision is recorded: checked, written into the log, and carried out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from sqlalchemy import Connection, select

from claims.core.errors import DecisionError, StaleError
from claims.core.review import (
    Add,
    Decision,
    Edit,
    Entry,
    Evidence,
    Item,
    ItemKind,
    Join,
    Merge,
    Move,
    Split,
    State,
    Undo,
)
from claims.store import additions, loading, log, tables
from claims.store.codec import is_keepable, plain, texts
from claims.store.correcting import carry_back, carry_out, check_known, completed, corrected
from claims.store.judging import judged
from claims.store.material import Fields, Stand
from claims.store.standing import move_on, standing

_HEX = frozenset("0123456789abcdef")
_SHOWING = (Edit, Merge, Split, Join, Add, Undo)


def record(connection: Connection, decision: Decision) -> Entry:
    """Record a decision within the transaction of ``connection``.

    Raises
    ------
    StaleError
        If somebody else changed the item since.
    DecisionError
        If the decision makes no sense; nothing is changed then.
    """
    _check_form(decision)
    if isinstance(decision.change, Add):
        decision = completed(connection, decision)
    stand = loading.stand(connection, decision.item)
    _check_version(decision, stand)
    after = _fields(connection, decision, stand)
    before = {name: stand.fields.get(name) for name in after}
    if before == after:
        raise DecisionError("it stands so already; nothing was changed")
    entry = log.append(connection, decision, datetime.now(UTC), before, after)
    move_on(connection, decision, entry, stand)
    if loading.following(connection).turns_in_a_circle():
        raise DecisionError("the two are tied to each other already; undo that first")
    if isinstance(decision.change, Undo):
        undone = log.entry(connection, decision.change.entry)
        assert undone is not None
        carry_back(connection, decision.item, undone.decision.change)
    else:
        carry_out(connection, decision.item, decision.change)
    return entry


def correct(connection: Connection, cause: Entry, disagreements: Iterable[str]) -> None:
    """Move disagreements that were published, and show something else since ``cause``, to corrected."""
    if not isinstance(cause.decision.change, _SHOWING):
        return
    for key in disagreements:
        item = Item(ItemKind.DISAGREEMENT, key)
        stand = loading.stand(connection, item)
        if standing(item, stand).state is State.PUBLISHED and item != cause.decision.item:
            why = f"entry {cause.number} changes what it shows"
            record(connection, Decision(item, Move(State.CORRECTED), cause.decision.who, stand.version, why))


def _fields(connection: Connection, decision: Decision, stand: Stand) -> dict[str, object]:
    """The fields that the decision gives its item."""
    item = decision.item
    if isinstance(decision.change, Undo):
        return _restored(connection, item, decision.change.entry)
    if isinstance(decision.change, Add):
        after = corrected(connection, decision, stand)
    else:
        check_known(connection, item)
        if item.kind is ItemKind.DISAGREEMENT:
            after = judged(decision, standing(item, stand), _claims_of(connection, item.key))
        else:
            after = corrected(connection, decision, stand)
    if decision.evidence:
        had = stand.fields.get("evidence")
        after["evidence"] = [*(had if isinstance(had, list) else []), *plain(decision.evidence)]
    return after


def _restored(connection: Connection, item: Item, number: int) -> dict[str, object]:
    undone = log.entry(connection, number)
    if undone is None or undone.decision.item != item:
        raise DecisionError(f"entry {number} is not about this {item.kind.value}")
    if isinstance(undone.decision.change, Undo):
        raise DecisionError(f"entry {number} took something back; decide anew instead")
    later = [e for e in _in_force(connection, item) if e.number >= number]
    if all(e.number != number for e in later):
        raise DecisionError(f"entry {number} was taken back already")
    hindering = [e for e in later if e.number > number and _builds_on(e, undone)]
    hindering += [e for other in _made(undone) for e in _in_force(connection, other)]
    if hindering:
        newest = max(hindering, key=lambda e: e.number)
        raise DecisionError(
            f"entry {newest.number} by {newest.decision.who} builds on entry {number}; undo that first"
        )
    return dict(undone.before)


def _in_force(connection: Connection, item: Item) -> list[Entry]:
    """The decisions about an item that were not taken back."""
    entries = list(log.entries(connection, item))
    undone = {e.decision.change.entry for e in entries if isinstance(e.decision.change, Undo)}
    return [e for e in entries if e.number not in undone and not isinstance(e.decision.change, Undo)]


def _builds_on(later: Entry, earlier: Entry) -> bool:
    return isinstance(earlier.decision.change, Add) or bool(set(later.after) & set(earlier.after))


def _made(entry: Entry) -> Iterable[Item]:
    """The items that came to be by a decision."""
    change = entry.decision.change
    if isinstance(change, Add) and change.opposes is not None:
        key = additions.opposed_key(entry.decision.item.key, change.opposes)
        yield Item(ItemKind.DISAGREEMENT, key)
    if isinstance(change, Split):
        old, new = _parts(entry.before), _parts(entry.after)
        yield from (Item(ItemKind.EVENT, part) for part in new if part not in old)


def _parts(fields: Fields) -> Iterable[str]:
    parts = fields.get("parts")
    return parts if isinstance(parts, dict) else ()


def _claims_of(connection: Connection, disagreement: str) -> set[str]:
    table = tables.accounts
    wanted = select(table.c.claim).where(table.c.disagreement == disagreement)
    return set(connection.execute(wanted).scalars())


def _check_version(decision: Decision, stand: Stand) -> None:
    if decision.version == stand.version:
        return
    if stand.who is None or stand.changed is None:
        raise DecisionError("nobody has decided about this yet; reload the page")
    raise StaleError(stand.who, stand.changed)


def _check_form(decision: Decision) -> None:
    if not all(map(is_keepable, texts(plain(decision)))):
        raise DecisionError("there is a character in the text that cannot be kept; write it anew")
    if not decision.who.strip():
        raise DecisionError("say who decides: a name is missing")
    for one in decision.evidence:
        _check_evidence(one)


def _check_evidence(evidence: Evidence) -> None:
    try:
        address = urlsplit(evidence.url)
    except ValueError:
        address = urlsplit("")
    if address.scheme not in {"http", "https"} or not address.netloc:
        raise DecisionError(f"{evidence.url or 'nothing'}: not a web address; it begins with https://")
    if evidence.sha256 is not None and not (len(evidence.sha256) == 64 and set(evidence.sha256) <= _HEX):
        raise DecisionError("the SHA-256 of a copy is 64 hexadecimal figures in lower case")
