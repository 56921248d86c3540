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
from claims.syntax.lemmas import past_of

_NO_SPACE_BEFORE = frozenset(".,;:!?)]’”") | {"'s", "’s", "n't", "n’t", "%"}
_EDGE = " ,;:\n"
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "all", "both"})
_ARTICLES = frozenset({"A", "An", "No", "Some", "Several", "Many"})
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
    lead
        The words of saying, put in front where the clause is no statement without them.
    """

    replacements: Mapping[int, str] = field(default_factory=dict)
    cue: Spans = ()
    setting: str | None = None
    lead: str | None = None


def statement(clause: Clause, text: str, additions: Additions = Additions()) -> str:
    """The words of ``clause`` as a sentence of its own.

    Parameters
    ----------
    text
        The article's cleaned text, for the spacing.
    """
    words = [*clause.shared, *_trimmed(clause.words)]
    replacements = additions.replacements
    if clause.head.tag == "VBG" and clause.shared and not _has_auxiliary(clause):
        replacements = {clause.head.index: past_of(clause.head.lemma), **replacements}
    # Who says so stands between "which" and its verb, and parts nothing.
    cue = () if words and words[0].tag == "WDT" else additions.cue
    said = _joined(words, text, replacements, _parting(words, cue))
    said = _balanced(said.strip(_EDGE)).strip(_EDGE)
    said = _introduced(said, clause, words, additions)
    if additions.setting:
        said = f"{said.rstrip('.!')} [{additions.setting}]"
    said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "!", "?", "]")) else said + "."


def _has_auxiliary(clause: Clause) -> bool:
    """Whether the participle keeps its own "was" ("had not fired and *was* only responding")."""
    return any(t.dep == "aux" and t.head == clause.head.index for t in clause.words)


def _introduced(said: str, clause: Clause, words: Sequence[Token], additions: Additions) -> str:
    """A bare noun phrase as a sentence, or behind the words of saying that it hangs on.

    "Turkish casualties" is "There were Turkish casualties"; "the death toll at 12" needs its "put".
    """
    if additions.lead:
        return f"[{additions.lead}] {said}"
    if _has_verb(words) or _is_headline(words) or not clause.head.is_noun:
        return said
    if is_definite(clause):
        return said
    first, _, rest = said.partition(" ")
    said = f"{first.lower()} {rest}" if first in _ARTICLES else said
    return f"There {'were' if clause.head.tag == 'NNS' else 'was'} {said}"


def is_definite(clause: Clause) -> bool:
    """Whether a noun phrase points to something known ("the attack", "Moscow's denial")."""
    own = clause.sentence.children(clause.head)
    if not clause.head.is_noun and clause.words[0].text.lower() in _DEFINITE:
        return True  # "the toll at six dead", of which the parser takes "at" for the head
    return any(t.dep == "poss" or t.text.lower() in _DEFINITE for t in own) or clause.head.tag == "NNP"


def _trimmed(words: Sequence[Token]) -> list[Token]:
    """Without linking words and marks at either end."""
    kept = list(words)
    while kept and (kept[-1].text.lower() in _OPENING or kept[-1].text in ".,;:-–—"):
        kept.pop()
    while kept and _leads_in(kept[0]):
        kept.pop(0)
    return kept


def _leads_in(token: Token) -> bool:
    linking = token.text.lower() in _OPENING and token.dep in ("cc", "mark")
    return linking or (token.dep == "punct" and token.text in ",;:-–—")


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
    """Without quotation marks around the whole, or that lost their partner."""
    said = said.replace("''", '"').replace("``", '"').strip(_EDGE)
    for opening, closing in (("“", "”"), ("‘", "’"), ('"', '"')):
        if said[:1] == opening and (said[-1:] == closing or closing not in said[1:]):
            said = said[1:].removesuffix(closing)
    for opening, closing in (("“", "”"), ("(", ")")):
        if said.count(opening) != said.count(closing):
            said = said.replace(opening, "").replace(closing, "")
    return said.replace('"', "") if said.count('"') % 2 else said


def _has_verb(words: Sequence[Token]) -> bool:
    return any(t.is_verb and t.dep not in ("amod", "acl", "relcl", "advcl") for t in words)


def _is_headline(words: Sequence[Token]) -> bool:
    return any(t.dep in ("acl", "relcl") and t.is_verb for t in words)
