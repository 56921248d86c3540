"""Units and periods: per cent, money, distances; "a day", "year on year"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.core.tokens import Sentence, Token
from claims.core.wordlists import listed
from claims.statements.anchors import ANAPHORS
from claims.statements.fractions import WHOLES
from claims.statements.measures import Measures
from claims.statements.numbers import Number

_PER = re.compile(
    r"(?:[\s,-]*(?:of|on)?)?\s*(?:an?|per|each|every) (hour|day|night|week|month|quarter|year)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(year|month|quarter|week)[ -](?:on|over|to)[ -]\1\b", re.IGNORECASE)
_ADVERBS = {
    "annually": "a year",
    "yearly": "a year",
    "daily": "a day",
    "monthly": "a month",
    "weekly": "a week",
}
_TIMES = frozenset(listed("hour day week month year decade century minute time way"))
"""What a fraction is no share of ("half of the day")."""
_PERCENT = frozenset({"percent", "%", "pc", "percentage"})


@dataclass(frozen=True)
class Unit:
    """What a number measures that is no count of things.

    Attributes
    ----------
    measure
        ``percent``, ``money`` or ``distance``.
    name
        "percent", "USD", "km".
    of
        The word for what is measured, if there is one.
    first, last
        Indices of the words, number and unit together.
    """

    measure: str
    name: str
    of: Token | None
    first: int
    last: int


def unit(sentence: Sentence, number: Number, measures: Measures) -> Unit | None:
    """The unit that stands before or after ``number``, None where there is none."""
    if number.share:
        of = _whole(sentence, number.last)
        timed = of is not None and (of.lemma in _TIMES or of.entity.endswith(("DATE", "TIME")))
        return None if timed else Unit("percent", "percent", of, number.first, number.last)
    tokens = sentence.tokens
    after = [t.text.lower() for t in tokens[number.last + 1 : number.last + 3]]
    last, name, measure = number.last, "", ""
    first = number.first
    if after[:1] and after[0] in _PERCENT:
        measure, name, last = "percent", "percent", number.last + 1
    elif after[:2] == ["per", "cent"]:
        measure, name, last = "percent", "percent", number.last + 2
    elif number.core[0] > 0 and tokens[number.core[0] - 1].text in measures.currencies:
        measure, name = "money", measures.currencies[tokens[number.core[0] - 1].text]
        first = min(first, number.core[0] - 1)
        first -= 1 if first > 0 and tokens[first - 1].text in {"US", "A", "C"} else 0
    elif after and (coin := _lemma(tokens, number.last + 1)) in measures.currencies:
        measure, name, last = "money", measures.currencies[coin], number.last + 1
    elif after and (length := _lemma(tokens, number.last + 1)) in measures.distances:
        measure, name, last = "distance", measures.distances[length], number.last + 1
    if not measure:
        return None
    return Unit(measure, name, _measured(sentence, last, measures), first, last)


def _lemma(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].lemma.lower() if at < len(tokens) else ""


def _measured(sentence: Sentence, last: int, measures: Measures) -> Token | None:
    """What has that size: "of" after it ("40 percent of homes"), else the subject of its verb."""
    after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if after is not None and after.lemma in {"of", "in"} and after.tag == "IN":
        below = sentence.child(after, "pobj")
        if below is not None and below.is_noun and not below.entity.endswith(("DATE", "GPE", "TIME")):
            return below
    if after is not None and after.is_noun and after.lemma not in measures.uncounted:
        return after
    verb = next((t for t in sentence.ancestors(sentence.tokens[last]) if t.is_verb), None)
    subject = sentence.child(verb, "nsubj", "nsubjpass") if verb is not None else None
    direct = verb is not None and verb.tag != "VBG" and verb.lemma in _HAVING
    return subject if subject is not None and direct and subject.is_noun else None


def _whole(sentence: Sentence, last: int) -> Token | None:
    """What a fraction whose last word is ``last`` is a part of; None for what was named before."""
    following = sentence.tokens[last + 1 : last + 9]
    if not following or following[0].text.lower() not in WHOLES:
        return None
    for token in following:
        if token.text.lower() in ANAPHORS and token.dep != "det":
            return token
        if token.is_noun and token.dep not in ("compound", "nmod", "poss"):
            return token
        if token.is_verb and token.tag not in ("VBN", "VBG"):
            return None
    return None


_EACH = re.compile(r"\b(?:each|every|per) (hour|day|week|month|year)\b", re.IGNORECASE)

_HAVING = frozenset(
    listed(
        "be stand rise fall climb drop increase decrease grow shrink reach hit remain stay jump slip ease "
        "decline average total exceed cost surge rebound slow accelerate come"
    )
)


def period(sentence: Sentence, last: int) -> str | None:
    """Over what time the number after index ``last`` runs: "a day", "year on year".

    Examples
    --------
    >>> words = "5 percent month on month".split()
    >>> starts = [0, 2, 10, 16, 19]
    >>> row = (Token(i, s, s + len(w), w, "NN", w, 0, "dep") for i, (s, w) in enumerate(zip(starts, words)))
    >>> period(Sentence(tuple(row)), 1)
    'month on month'
    """
    tail = sentence.tokens[last + 1 : last + 8]
    text = " ".join(t.text for t in tail).replace(" - ", "-")
    ratio = _ON.search(text)
    if ratio:
        return f"{ratio[1].lower()} on {ratio[1].lower()}"
    per = _PER.match(text) or _EACH.search(text)
    if per:
        return f"a {per[1].lower()}".replace("a hour", "an hour")
    return _ADVERBS.get(tail[0].text.lower()) if tail else None
