"""Rewrites a clause so that it stands alone.

Only what the article itself makes plain is added, and what is added stands in square brackets, so
that a reader sees which words are the article's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claims.core.spans import Span, Spans
from claims.core.tokens import Token
from claims.statements.clauses import Clause

_NO_SPACE_BEFORE = frozenset(".,;:!?)]’”") | {"'s", "’s", "n't", "n’t", "%"}
_DROPPED_ENDS = frozenset(" ,;:-–—")
_IRREGULAR = {"leave": "left", "hurt": "hurt", "sink": "sank", "bring": "brought", "shoot": "shot"}
_OPENING = frozenset({"and", "but", "or", "that", "while", "whereas", "so"})


@dataclass(frozen=True)
class Additions:
    """What a clause needs to be understood alone.

    Attributes
    ----------
    replacements
        Word index in the sentence to the words that stand for it.
    cue
        The attribution's cue; where it parts the clause ("fighters *are said* to be near") its words
        are kept in brackets.
    setting
        Where it happened, added at the end if the clause does not say.
    """

    replacements: Mapping[int, str] = field(default_factory=dict)
    cue: Spans = ()
    setting: str | None = None


def statement(clause: Clause, text: str, additions: Additions = Additions()) -> str:
    """The words of ``clause`` as a sentence of its own.

    Parameters
    ----------
    text
        The article's cleaned text, for the spacing.
    """
    replacements, setting = additions.replacements, additions.setting
    words = [*clause.shared, *_trimmed(clause.words)]
    if clause.head.tag == "VBG" and clause.shared:
        replacements = {clause.head.index: _past(clause.head.lemma), **replacements}
    said = _joined(words, text, replacements, _parting(words, additions.cue))
    said = said.strip(" ,;:\n")
    said = _balanced(said)
    if not _has_verb(words) and words and clause.head.is_noun and not _is_headline(words):
        said = f"There {'were' if clause.head.tag == 'NNS' else 'was'} {said}"
    if setting:
        said = f"{said.rstrip('.!')} [{setting}]"
    said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "!", "?", "]")) else said + "."


def _past(lemma: str) -> str:
    """The past of a verb that clauses of result are made with ("killing eight" is "killed")."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma in ("trap", "stop", "drop"):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def _trimmed(words: Sequence[Token]) -> list[Token]:
    kept = list(words)
    while kept and (kept[-1].text.lower() in _OPENING or kept[-1].text in ".,;:-–—"):
        kept.pop()
    while kept and (
        (kept[0].text.lower() in _OPENING and kept[0].dep in ("cc", "mark"))
        or (kept[0].dep == "punct" and kept[0].text in ",;:-–—")
    ):
        kept.pop(0)
    return kept


def _parting(words: Sequence[Token], cue: Spans) -> Span | None:
    """The cue, if it is a word or words between two parts of the clause."""
    if not words or len(cue) != 1:
        return None
    inside = words[0].start < cue[0].start and cue[0].end < words[-1].end
    return cue[0] if inside and not any(t.span.overlaps(cue[0]) for t in words) else None


def _joined(words: Sequence[Token], text: str, replacements: Mapping[int, str], parting: Span | None) -> str:
    said = ""
    previous: Token | None = None
    for token in words:
        form = replacements.get(token.index, token.text)
        if previous is not None:
            neighbours = previous.index + 1 == token.index
            gap = text[previous.end : token.start] if neighbours else " "
            if token.text in _NO_SPACE_BEFORE and not neighbours:
                gap = ""
            said += " " if gap.strip() or "\n" in gap or len(gap) > 1 else gap
            if parting is not None and previous.end <= parting.start and parting.end <= token.start:
                said += f"[{parting.of(text)}] "
        said += form
        previous = token
    return " ".join(said.split())


def _balanced(said: str) -> str:
    """Without quotation marks that lost their partner."""
    for opening, closing in (("“", "”"), ("(", ")")):
        if said.count(opening) != said.count(closing):
            said = said.replace(opening, "").replace(closing, "")
    return said.replace('"', "") if said.count('"') % 2 else said


def _has_verb(words: Sequence[Token]) -> bool:
    return any(t.is_verb and t.dep not in ("amod", "acl", "relcl", "advcl") for t in words)


def _is_headline(words: Sequence[Token]) -> bool:
    return any(t.dep in ("acl", "relcl") and t.is_verb for t in words)
