"""How a source is named and marked: a code of few letters and a hue, the same all over one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.core.article import Article
from claims.core.source import Source, SourceKind
from claims.reporting import words
from claims.reporting.page.badges import HUES, NAMELESS, NO_HUE, OWN_VOICE, initials


@dataclass(frozen=True)
class Mark:
    """The code and hue of a source; hue 0 for those that are not named."""

    code: str
    hue: int
    name: str


def marks_of(sources: Iterable[Source]) -> Mapping[str, Mark]:
    """A mark for each source, by its key."""
    found: dict[str, Mark] = {}
    codes: Counter[str] = Counter()
    hue = 0
    for source in sources:
        if source.kind is SourceKind.NARRATOR or not source.name:
            code = OWN_VOICE if source.kind is SourceKind.NARRATOR else NAMELESS
            found[source.id] = Mark(code, NO_HUE, name_of(source))
            continue
        code = initials(source.name) or NAMELESS
        codes[code] += 1
        shown = code if codes[code] == 1 else f"{code}{codes[code]}"
        found[source.id] = Mark(shown, hue % HUES + 1, name_of(source))
        hue += 1
    return found


def name_of(source: Source, article: Article | None = None) -> str:
    """What to call a source at the start of a line."""
    if source.kind is SourceKind.NARRATOR:
        return f"{(article and article.outlet) or 'The article'}, in its own voice"
    return words.opening(source.name) or "No source named"
