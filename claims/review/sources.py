"""Sources as people name them in a field, and found again by that name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.core.errors import FieldError
from claims.core.source import Source, SourceKind
from claims.reporting import words
from claims.reporting.sanitise import plain

_SIGN = " #"
_LETTERS = 8
MOST = 30


def written(sources: Iterable[Source]) -> dict[str, str]:
    """What to write into a field for each source, by its key: the name, and part of the key where needed.

    Examples
    --------
    >>> two = [Source("s1", "The ministry", SourceKind.GOVERNMENT), Source("s2", "A clerk", SourceKind.OTHER)]
    >>> written(two)
    {'s1': 'The ministry', 's2': 'A clerk'}
    """
    named = {source.id: name_in_field(source) for source in sources}
    times = Counter(name.casefold() for name in named.values())
    return {
        key: name if times[name.casefold()] == 1 else f"{name}{_SIGN}{key[-_LETTERS:]}"
        for key, name in named.items()
    }


def meant(field: str, sources: Sequence[Source]) -> Source | None:
    """The source that a field names; None for a name that no source has.

    Raises
    ------
    FieldError
        If several sources have that name.
    """
    name, sign, end = plain(field).rpartition(_SIGN)
    if sign:
        for source in sources:
            if source.id[-_LETTERS:] == end and name_in_field(source).casefold() == name.casefold():
                return source
    named = [s for s in sources if s.id == field or name_in_field(s).casefold() == plain(field).casefold()]
    if len(named) > 1:
        raise FieldError(f"{len(named)} sources are called “{plain(field)}”: choose one from the list.")
    return named[0] if named else None


def suggestions(typed: str, sources: Sequence[Source]) -> list[tuple[str, str]]:
    """Sources whose name, alias or party holds ``typed``: what to write, and what sort of source it is."""
    wanted = plain(typed).casefold()
    found = [source for source in sources if any(wanted in one.casefold() for one in _called(source))]
    found.sort(key=name_in_field)
    found.sort(key=lambda source: not name_in_field(source).casefold().startswith(wanted))
    fields = written(sources)
    return [(fields[source.id], plain(words.kind_and_party(source))) for source in found[:MOST]]


def name_in_field(source: Source) -> str:
    """The name of a source as it stands in a field."""
    if source.kind is SourceKind.NARRATOR:
        return plain(source.name) or "the article's own voice"
    return plain(source.name) or "no source named"


def _called(source: Source) -> Iterable[str]:
    return (name_in_field(source), source.party or "", *source.aliases)
