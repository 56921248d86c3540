"""Which columns of an archive hold what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from claims.core.errors import InputError
from claims.reading.options import ReadingOptions

_NAMES = {
    "text": ("text", "content", "body", "article_content", "maintext", "article_text", "full_text"),
    "title": ("title", "headline", "article_title"),
    "outlet": ("outlet", "source", "domain", "publisher", "media_name", "name_source", "source_name"),
    "url": ("url", "link"),
    "date": (
        "date",
        "published",
        "publish_date",
        "published_date",
        "date_publish",
        "published_at",
        "pubdate",
    ),
    "id": ("id", "article_id"),
}


@dataclass(frozen=True)
class Columns:
    """The names of an archive's columns as they stand in it; None where it has none."""

    text: str
    title: str | None
    outlet: str | None
    url: str | None
    date: str | None
    id: str | None


def find_columns(given: Collection[str], options: ReadingOptions, where: str) -> Columns:
    """Find the columns of an archive by the names that people use, or as ``options`` say.

    Parameters
    ----------
    given
        The names of all its columns.
    options
        Those that were asked for by name.
    where
        The archive, for the error's message.

    Raises
    ------
    InputError
        If there is no column of text, or one that was asked for is missing.

    Examples
    --------
    >>> find_columns(["Headline", "Body"], ReadingOptions(), "a.csv").text
    'Body'
    """
    asked = {
        "text": options.text_column,
        "title": options.title_column,
        "outlet": options.outlet_column,
        "url": options.url_column,
        "date": options.date_column,
        "id": options.id_column,
    }
    by_name = {_plain(name): name for name in reversed(list(given))}
    found: dict[str, str | None] = {}
    for role, name in asked.items():
        if name is None:
            found[role] = next((by_name[n] for n in _NAMES[role] if n in by_name), None)
        elif name in given or _plain(name) in by_name:
            found[role] = name if name in given else by_name[_plain(name)]
        else:
            raise InputError(where, f"has no column {name!r} ({_listed(given)})")
    text = found.pop("text")
    if text is None:
        raise InputError(where, f"has no column of text: name it with --text-column ({_listed(given)})")
    return Columns(text, **found)


def text_of(row: Mapping[str, object], column: str | None) -> str | None:
    """A field as text; None if it is empty or missing."""
    value = row.get(column) if column else None
    if isinstance(value, Mapping):  # News APIs give {"id": …, "name": …} for an outlet.
        value = value.get("name")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return (value.strip() or None) if isinstance(value, str) else None


def _plain(name: str) -> str:
    return name.strip().strip("\ufeff").casefold().replace(" ", "_").replace("-", "_")


def _listed(given: Collection[str]) -> str:
    names = sorted(name for name in given if name.strip())
    more = f" and {len(names) - 20} more" if len(names) > 20 else ""
    return f"its columns: {', '.join(names[:20])}{more}" if names else "it names no columns"
