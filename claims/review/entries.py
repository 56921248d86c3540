"""Entries of the review log in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from claims.core.review import (
    Add,
    Assess,
    Change,
    Edit,
    Entry,
    Evidence,
    Flag,
    Item,
    ItemKind,
    Join,
    Judge,
    Merge,
    Move,
    Split,
    State,
    Support,
    Undo,
)
from claims.reporting import words

_ABOUT = {
    ItemKind.DISAGREEMENT: "the disagreement",
    ItemKind.CLAIM: "a claim",
    ItemKind.SOURCE: "a source",
    ItemKind.EVENT: "the event",
}


# Fields that are told, and what they are as long as nobody decided.
_SHOWN = {"state": State.SUGGESTED.value, "verdict": "none", "grade": "none"}


@dataclass(frozen=True)
class Line:
    """An entry as it is shown.

    Attributes
    ----------
    taken_back
        The number of the entry that took it back, None where it stands.
    moved
        What it changed, field by field: "state: suggested → reviewed".
    kind, key, version
        The item, and the version under which it can be taken back.
    """

    number: int
    at: str
    who: str
    said: str
    about: str
    why: str | None
    evidence: tuple[Evidence, ...]
    moved: tuple[str, ...]
    taken_back: int | None
    can_be_taken_back: bool
    kind: str
    key: str
    version: int


def lines(
    entries: Iterable[Entry], versions: Mapping[Item, int], names: Mapping[str, str]
) -> tuple[Line, ...]:
    """Entries, the newest first, as they are shown.

    Parameters
    ----------
    versions
        That of each item as it stands.
    names
        What to call sources and claims, by key.
    """
    found = sorted(entries, key=lambda entry: -entry.number)
    taken_back = {e.decision.change.entry: e.number for e in found if isinstance(e.decision.change, Undo)}
    return tuple(
        _line(entry, taken_back.get(entry.number), versions.get(entry.decision.item, 0), names)
        for entry in found
    )


def said(change: Change, names: Mapping[str, str] | None = None) -> str:
    """A change in a few words.

    Examples
    --------
    >>> said(Flag(on=True)), said(Undo(3))
    ('flagged', 'took entry 3 back')
    """
    known = names or {}
    match change:
        case Judge(verdict):
            return verdict.value
        case Flag(on):
            return "flagged" if on else "took the flag off"
        case Move(state):
            return f"moved to “{state.value}”"
        case Support(claim):
            return _supported(claim, known)
        case Assess(grade):
            return f"graded the event “{grade.value}”"
        case Edit():
            return _edited(change, known)
        case Merge(into):
            return f"merged a source into {known.get(into, 'another')}"
        case Split(claims):
            return f"parted {words.counted(len(claims), 'claim')} from the event"
        case Join():
            return "joined the event with another"
        case Add():
            return "added a claim that the program missed"
        case Undo(entry):
            return f"took entry {entry} back"


def moment(at: datetime) -> str:
    """A time of the log: "3 July 2020, 14:05 UTC"."""
    return f"{words.day(at.date())}, {at:%H:%M} UTC"


def _line(entry: Entry, taken_back: int | None, version: int, names: Mapping[str, str]) -> Line:
    decision = entry.decision
    return Line(
        number=entry.number,
        at=moment(entry.at),
        who=decision.who,
        said=said(decision.change, names),
        about=_ABOUT[decision.item.kind],
        why=decision.why,
        evidence=decision.evidence,
        moved=tuple(_moved(entry)),
        taken_back=taken_back,
        can_be_taken_back=taken_back is None and not isinstance(decision.change, Undo),
        kind=decision.item.kind.value,
        key=decision.item.key,
        version=version,
    )


def _moved(entry: Entry) -> Iterable[str]:
    for name, after in entry.after.items():
        before = entry.before.get(name)
        if before != after and name in _SHOWN:
            yield f"{name}: {before or _SHOWN[name]} → {after or _SHOWN[name]}"


def _supported(claim: str | None, names: Mapping[str, str]) -> str:
    if claim is None:
        return "found that the evidence supports neither account"
    return f"found that the evidence supports the account of {names.get(claim, 'one side')}"


def _edited(change: Edit, names: Mapping[str, str]) -> str:
    parts = []
    if change.statement is not None:
        parts.append(f"the statement to “{change.statement}”")
    if change.source is not None:
        parts.append(f"the source to {names.get(change.source, change.source)}")
    if change.quantities is not None:
        figures = ", ".join(f"{words.range_of(q)} {q.measure}" for q in change.quantities) or "none"
        parts.append(f"the figures to {figures}")
    return f"put right {' and '.join(parts)}"
