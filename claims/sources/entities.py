"""Names in the running text: whom a later mention may point back to, and how persons are introduced."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from claims.core.document import Document
from claims.core.spans import Span
from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.sources.mentions import Mention, name_words, phrase, read_mention, span_of
from claims.sources.phrases import pieces

_LONGEST_INTRODUCTION = 24
_HAPPENINGS = frozenset(
    {"massacre", "bombing", "attack", "attacks", "war", "offensive", "battle", "siege", "crisis", "accord"}
)
"""Heads of names that are nobody's ("the Ghouta *Massacre*", not "the Institute for the Study of War")."""

_BRACKETED = re.compile(r"((?:[\w'’-]+ ){1,9}[\w'’-]+) ?\(([A-Z][A-Za-z-]{1,9})\)")
_GROUPS = ("ORG",)
_BEFORE_NAMES = frozenset({"JJ", "DT", "POS"})


@dataclass(frozen=True)
class Introduction:
    """A person's name in the text and the words that say who it is."""

    name: tuple[str, ...]
    written: str
    words: tuple[str, ...]
    position: int


@dataclass(frozen=True)
class Entity:
    """A named person, body, people or state in the text, as a mention of it."""

    mention: Mention
    subject: bool


def introductions(document: Document) -> tuple[Introduction, ...]:
    """The persons that the text names, each as often as it does."""
    found = []
    for sentence in document.sentences:
        for run in _runs(sentence, ("PERSON",)):
            words = tuple(pieces(phrase(_around(sentence, run))))
            found.append(Introduction(name_words(run), phrase(run), words, run[0].start))
    return tuple(i for i in found if i.name)


def office_holders(
    document: Document, bodies: Sequence[Span], offices: Collection[str]
) -> tuple[Introduction, ...]:
    """The persons whose names the parser took for part of a body's ("head of Save the Children Ali Kaya").

    Parameters
    ----------
    bodies
        Where listed bodies are named.
    offices
        Nouns for the part that somebody has in a body.
    """
    found = []
    for sentence in document.sentences:
        for body in (sentence.within(b) for b in bodies if sentence.span.contains(b)):
            run = _names_after(sentence, body) if body else ()
            before = [t for t in sentence.tokens[: body[0].index] if t.tag != "DT"][-2:] if run else []
            if len(before) == 2 and before[1].tag == "IN" and before[0].lemma.lower() in offices:
                words = sentence.tokens[before[0].index : run[-1].index + 1]
                found.append(
                    Introduction(name_words(run), phrase(run), tuple(pieces(phrase(words))), run[0].start)
                )
    return tuple(found)


def _names_after(sentence: Sentence, body: Sequence[Token]) -> tuple[Token, ...]:
    """The proper names behind a body's, two to four; none where there are more or fewer."""
    after = sentence.tokens[body[-1].index + 1 :]
    run = tuple(takewhile(lambda t: t.tag in {"NNP", "HYPH"}, after))
    return run if 2 <= sum(t.tag == "NNP" for t in run) <= 4 else ()


def entities(document: Document, actors: Sequence[Span] = ()) -> tuple[Entity, ...]:
    """The named entities of the text in order, each with the noun phrase it stands in.

    Parameters
    ----------
    actors
        Where listed actors are named; they count whatever the entity tags say.
    """
    found: dict[int, Entity] = {}
    for sentence in document.sentences:
        listed = [sentence.within(s) for s in actors if sentence.span.contains(s)]
        for run in (*(r for r in listed if r), *_runs(sentence, ("PERSON", *_GROUPS))):
            tokens = _phrase_of(sentence, run, run in listed)
            mention = read_mention(document, (span_of(tokens),))
            if mention is not None and sentence.top(tokens).text.lower() not in _HAPPENINGS:
                found.setdefault(mention.start, Entity(mention, _acts(sentence, tokens)))
    return tuple(e for _, e in sorted(found.items()))


def _acts(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether one of ``tokens`` is a subject, or says who one is ("the governor, *Ali Kaya*, blamed")."""
    named = (sentence.head(t) if t.dep == "appos" else t for t in tokens)
    return any(t.dep in SUBJECTS for t in named)


def acronyms(text: str) -> dict[str, str]:
    """Short names given in brackets, and the name before each ("Centre for Peace (CFP)").

    Examples
    --------
    >>> acronyms("The Idlib Relief Centre (IRC) said so.")
    {'IRC': 'Idlib Relief Centre'}
    """
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        words = match.group(1).split()
        letters = match.group(2).casefold()
        for start in range(len(words) - 1, -1, -1):
            initials = "".join(w[0] for w in words[start:] if w[0].isupper()).casefold()
            if initials == letters:
                found.setdefault(match.group(2), " ".join(words[start:]))
                break
    return found


def _runs(sentence: Sentence, types: tuple[str, ...]) -> Iterator[tuple[Token, ...]]:
    run: list[Token] = []
    for token in (*sentence.tokens, None):
        kind = "" if token is None else token.entity[2:]
        if (
            token is not None
            and kind in types
            and run
            and token.entity.startswith("I-")
            and run[-1].entity[2:] == kind
        ):
            run.append(token)
            continue
        if run:
            yield tuple(run)
        run = [token] if token is not None and kind in types else []


def _phrase_of(sentence: Sentence, run: tuple[Token, ...], whole: bool) -> tuple[Token, ...]:
    """The run with the nouns and adjectives that stand right beside it ("Turkey's defence ministry")."""
    start, end = run[0].index, run[-1].index + 1
    while (
        not whole
        and end < len(sentence.tokens)
        and sentence.tokens[end].is_noun
        and sentence.tokens[end].entity == "O"
    ):
        end += 1
    while start and (sentence.tokens[start - 1].is_noun or sentence.tokens[start - 1].tag in _BEFORE_NAMES):
        start -= 1
    return sentence.tokens[start:end]


def _around(sentence: Sentence, run: tuple[Token, ...]) -> tuple[Token, ...]:
    """The noun phrase that holds a person's name, without the clauses that hang on it."""
    top = sentence.top(run)
    while top.dep in {"appos", "compound", "nmod"} and not top.is_root and sentence.head(top).is_noun:
        top = sentence.head(top)
    held = sentence.subtree(top, without=frozenset({"relcl", "acl", "conj", "cc", "ccomp", "advcl"}))
    start = run[0].index
    while start and _introduces(sentence.tokens[start - 1]):
        start -= 1
    words = {*held, *sentence.tokens[start : run[-1].index + 1]}
    return tuple(
        sorted(
            (t for t in words if abs(t.index - run[0].index) <= _LONGEST_INTRODUCTION), key=lambda t: t.index
        )
    )


def _introduces(token: Token) -> bool:
    """Whether a word can belong to what stands before a name ("head of a hospital in Homs Ali Kaya")."""
    return (
        token.is_noun
        or token.tag in {"JJ", "HYPH", "POS"}
        or token.text.lower() in {"of", "the", "in", "for"}
    )
