"""The values of the data classes in plain words, and how a source or a place in a text is named."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date

from claims.core.article import Article
from claims.core.attribution import Commitment, Manner
from claims.core.claim import Claim, Quantity
from claims.core.relation import Kind
from claims.core.report import Report
from claims.core.source import Source, SourceKind

DISAGREEMENTS = "Where accounts part"
CHANGES = "Figures that moved"
AGREEMENTS = "Corroborated"
CLAIMS = "Every claim, by source"
ARTICLES = "Articles"
OWN_VOICE = "In the article's own voice"
NO_SOURCE = "No source named"
UNCERTAIN_BELOW = 0.5

CAUTION = "This report shows where sources part. It does not say who is right."
SCORE_NOTE = "A score is how probable it is that a careful reader would agree."
PLACE_NOTE = "{where} means characters {start} to {end} of article {id}, counted from 0 in the text as read."
NO_CLAIM = "No claim found."
NO_DISAGREEMENT = "No disagreement found among these claims."
NO_CORROBORATION = "No claim is borne out by a second, independent source."

# Not strftime: its month names change with the locale of the machine.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_SCALE = (
    (0.9, "very likely"),
    (0.7, "likely"),
    (UNCERTAIN_BELOW, "more likely than not"),
    (0.0, "uncertain"),
)

_KINDS = {
    SourceKind.ARMED_GROUP: "armed group",
    SourceKind.MONITOR_OR_NGO: "monitor or NGO",
    SourceKind.MEDIC_OR_RESCUE: "medic or rescuer",
    SourceKind.INTERNATIONAL_BODY: "international body",
    SourceKind.ANONYMOUS: "unnamed",
}

_COMMITMENTS = {
    Commitment.DENIES: "denies",
    Commitment.DOUBTS: "doubts",
    Commitment.HEDGES: "hedges",
    Commitment.DECLINES: "declines to say",
    Commitment.REPORTS: "passes on",
}

_MANNERS = {
    Manner.DIRECT: "direct quotation",
    Manner.INDIRECT: "indirect speech",
    Manner.MIXED: "partly quoted",
    Manner.NOMINAL: "named in passing",
    Manner.HEADLINE: "headline",
    Manner.PASSIVE: "passive, speaker not named",
    Manner.FLOATING: "quotation carried on",
}


def likelihood(score: float) -> str:
    """A probability in words and as a number.

    Examples
    --------
    >>> likelihood(0.83)
    'likely 0.83'
    """
    words = next((w for least, w in _SCALE if score >= least), _SCALE[-1][1])
    return f"{words} {score:.2f}"


def commitment(claim: Claim) -> str | None:
    """How the source stands to the claim, None where it plainly asserts it."""
    return _COMMITMENTS.get(claim.commitment)


def manner(claim: Claim) -> str | None:
    """How it was said, None for the article's own voice."""
    return _MANNERS.get(claim.manner)


def subject(kind: Kind | None) -> str | None:
    """What a relation is about, None where that has no name."""
    return None if kind in (None, Kind.OTHER) else kind.value


def kind_and_party(source: Source) -> str:
    """What sort of speaker it is and for whom it stands: "government, Russia"; may be empty."""
    if source.kind is SourceKind.NARRATOR:
        return ""
    kind = "" if source.kind is SourceKind.OTHER else _KINDS.get(source.kind, source.kind.value)
    party = None if source.party == source.name else source.party
    return ", ".join(part for part in (kind, party) if part)


def is_nameless(source: Source, report: Report) -> bool:
    """Whether the article names nobody at all for this source ("is said to be")."""
    if source.kind is not SourceKind.ANONYMOUS:
        return False
    acts = {c.attribution for c in report.claims if c.source == source.id}
    return not source.name or not any(report.attribution(a).source for a in acts)


def name(source: Source, article: Article, report: Report) -> str:
    """The name to show for a source that speaks in ``article``."""
    if source.kind is SourceKind.NARRATOR:
        return f"{article.outlet or 'the article'}, in its own voice"
    if is_nameless(source, report):
        return "no source named"
    return source.name or source.id


def title(article: Article) -> str:
    """What to call an article: its title, headline, address or id."""
    headline = article.headline.of(article.text) if article.headline else None
    return article.title or headline or article.url or article.path or article.id


def imprint(article: Article) -> str:
    """Outlet and date, as far as they are known; may be empty.

    Examples
    --------
    >>> from datetime import date
    >>> imprint(Article("a", "", "", (), outlet="The Echo", published=date(2020, 7, 3)))
    'The Echo, 3 July 2020'
    """
    when = day(article.published) if article.published else None
    return ", ".join(part for part in (article.outlet, when) if part)


def day(when: date) -> str:
    """A date as people write it: "3 July 2020"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def via(relays: Sequence[str]) -> str:
    """The channels that a claim passed through; may be empty.

    Examples
    --------
    >>> via(["Reuters", "The Echo"])
    'via Reuters, then The Echo'
    """
    return f"via {', then '.join(relays)}" if relays else ""


def where(claim: Claim, report: Report) -> str:
    """Article id and characters of its raw text: "a1:412–440"."""
    article = report.article(claim.article)
    ranges = ", ".join(f"{s.start}–{s.end}" for s in article.raw_spans(claim.spans))
    return f"{article.id}:{ranges}" if ranges else article.id


def doubt(claim: Claim) -> str | None:
    """A warning where it is uncertain that the source said this at all."""
    if claim.probability >= UNCERTAIN_BELOW:
        return None
    return f"uncertain {claim.probability:.2f}"


def range_of(quantity: Quantity) -> str:
    """The numbers that a figure allows, in digits.

    Examples
    --------
    >>> range_of(Quantity("killed", "person", 12, None, "at least 12"))
    '12 or more'
    >>> range_of(Quantity("killed", "person", 0, 0, "nobody"))
    '0'
    """
    low, high = quantity.low, quantity.high
    about = "" if quantity.exact else "about "
    if high is None or math.isinf(high):
        return f"{low:,.10g} or more"
    if low == high:
        return f"{about}{low:,.10g}"
    return f"up to {high:,.10g}" if low <= 0 else f"{low:,.10g} to {high:,.10g}"


def same_words(claim: Claim) -> bool:
    """Whether the statement says no more than the words of the article themselves."""
    return _letters(claim.text) == _letters(claim.statement)


def notes(report: Report) -> Iterator[str]:
    """What a reader must know to use the report: its limits, its scores, its references."""
    yield CAUTION
    yield SCORE_NOTE
    for claim in report.claims:
        article = report.article(claim.article)
        raw = article.raw_spans(claim.spans)
        if raw:
            start, end = raw[0]
            place = f"{article.id}:{start}–{end}"
            yield PLACE_NOTE.format(where=place, start=start, end=end, id=article.id)
            return


def unanswered(number: int) -> str:
    """That pairs of claims part without a question of their own, and where they are found.

    Examples
    --------
    >>> unanswered(2)
    '2 more pairs of claims part, without a question of their own: see "relations" of the JSON report.'
    """
    pairs = "1 more pair of claims parts" if number == 1 else f"{number} more pairs of claims part"
    return f'{pairs}, without a question of their own: see "relations" of the JSON report.'


def left_out(report: Report) -> str:
    """How many of how many inputs could not be used: "2 of 14 left out"."""
    return share_left_out(len(report.skipped), len(report.articles))


def share_left_out(number: int, used: int) -> str:
    """The same, of ``number`` inputs that could not be used beside ``used`` that could."""
    return f"{number} of {number + used} left out"


def opening(text: str) -> str:
    """A name or phrase as it stands at the start of a line.

    Examples
    --------
    >>> opening("the governor")
    'The governor'
    """
    return text[:1].upper() + text[1:]


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    Examples
    --------
    >>> counted(1, "article"), counted(0, "claim")
    ('1 article', '0 claims')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
