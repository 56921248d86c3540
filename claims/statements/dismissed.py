"""Reports that are called false: "the reports of a gas attack on Saraqeb were fabricated".

Who says so denies what was reported, not that there were reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.core.spans import Span, Spans
from claims.core.tokens import SUBJECTS, Sentence, Token

_REPORTS = frozenset(
    {"report", "claim", "allegation", "accusation", "charge", "story", "rumour", "rumor", "account"}
    | {"assertion", "suggestion", "talk", "news", "version", "footage"}
)
_FALSE = frozenset(
    {"false", "untrue", "fabricate", "fabricated", "fabrication", "baseless", "unfounded", "groundless"}
    | {"invent", "invention", "fake", "stage", "lie", "nonsense", "deception", "fiction", "propaganda"}
    | {"incorrect", "inaccurate", "wrong", "bogus", "untruth", "ridiculous", "absurd"}
)
_ABOUT = frozenset({"of", "about", "on"})
_NOT_SO = re.compile(
    r"\W*(?:not (?:so|true|at all)|no|wrong|nonsense|on the contrary|untrue)\W*", re.IGNORECASE
)


@dataclass(frozen=True)
class Dismissed:
    """The noun or verb of what was reported, and what it befell (None if not said)."""

    deed: Token
    upon: Token | None


def dismissed(sentence: Sentence, verb: Token, predicate: Token) -> Dismissed | None:
    """What a clause says to be false, None where it says nothing of a report.

    Parameters
    ----------
    verb
        The main verb.
    predicate
        The verb, or what a copula says of its subject.
    """
    report = sentence.child(verb, *SUBJECTS)
    if report is None or report.lemma.lower() not in _REPORTS or predicate.lemma.lower() not in _FALSE:
        return None
    told = sentence.child(report, "acl", "relcl", "ccomp")
    if told is not None and told.is_verb and sentence.child(told, "mark") is not None:
        return Dismissed(told, sentence.child(told, "dobj", "nsubjpass"))
    about = next((p for p in sentence.children(report, "prep") if p.text.lower() in _ABOUT), None)
    deed = sentence.child(about, "pobj", "pcomp") if about is not None else None
    if deed is None:
        return None
    upon = next((sentence.child(p, "pobj") for p in sentence.children(deed, "prep")), None)
    return Dismissed(deed, upon or sentence.child(deed, "dobj"))


def without_exclamation(content: Sequence[Span], text: str) -> Spans:
    """What is said, without a "not so" that another part goes on from.

    Examples
    --------
    >>> text = "Not so, said the pharmacist: it kept well."
    >>> [s.of(text) for s in without_exclamation((Span(0, 6), Span(29, 42)), text)]
    ['it kept well.']
    """
    first, *rest = content
    return tuple(rest) if rest and _NOT_SO.fullmatch(first.of(text)) else tuple(content)
