"""Noun phrases: the words of one, and what is counted in the singular with what narrows it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.core.spans import Span
from claims.core.tokens import Sentence, Token
from claims.core.wordlists import listed
from claims.statements.measures import Measures

_LEFT = frozenset(
    {"amod", "compound", "nmod", "poss", "nummod", "det", "case", "punct", "quantmod", "advmod"}
)
DEFINITE = frozenset({"the", "these", "those", "this", "that"})
_PERSON = frozenset(
    {"people", "person", "others", "one", "more", "other", "those", "them", "us", "we", "they", "who", "whom"}
)
_LOOSE = frozenset(
    listed(
        "other more further additional new least total own single such certain several many few numerous "
        "same estimated recent latest current different various first second last young entire whole"
    )
)


def surface(tokens: Sequence[Token]) -> str:
    """The words as written, with a space wherever something stood between them.

    Examples
    --------
    >>> surface([Token(0, 0, 1, "$", "$", "$", 0, "ROOT"), Token(1, 1, 2, "3", "CD", "3", 0, "nummod")])
    '$3'
    """
    parts: list[str] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        parts.append(" " if before is not None and before.end < token.start else "")
        parts.append(token.text)
    return "".join(parts)


def extent(tokens: Sequence[Token]) -> Span:
    """From the first to the last of ``tokens``."""
    return Span(tokens[0].start, tokens[-1].end)


def phrase(sentence: Sentence, noun: Token, after: int = -1) -> tuple[Token, ...]:
    """``noun`` with the words before it that belong to it, ``after`` as in :func:`narrowed`."""
    words = [noun]
    for child in sentence.children(noun):
        before = after < child.index < min(noun.index, _next_number(sentence, after))
        if before and child.dep in _LEFT:
            words.extend(sentence.subtree(child))
    return tuple(sorted(words, key=lambda t: t.index))


def origin(sentence: Sentence, noun: Token) -> tuple[Token, ...]:
    """The noun phrases after "of" and "from" that say whose or whence ("soldiers from Mali")."""
    found: list[Token] = []
    for preposition in sentence.children(noun, "prep"):
        if preposition.lemma in {"of", "from"} and preposition.index > noun.index:
            for below in sentence.children(preposition, "pobj"):
                found.extend(phrase(sentence, below))
    return tuple(found)


def is_definite(sentence: Sentence, noun: Token) -> bool:
    """Whether ``noun`` points back or has an owner ("the injured", "its soldiers")."""
    return any(d.text.lower() in DEFINITE or d.dep == "poss" for d in sentence.children(noun, "det", "poss"))


def singular(noun: Token) -> str:
    """The noun in the singular, ``person`` for those who are not named further."""
    if noun.text.lower() in _PERSON or noun.lemma in _PERSON:
        return "person"
    if noun.text.lower().endswith("men"):
        return noun.text.lower()[:-2] + "an"
    if noun.lemma.endswith("ie") and noun.text.lower().endswith("ies"):
        return noun.lemma[:-2] + "y"
    if noun.tag in {"NNS", "NNPS"} and noun.lemma == noun.text.lower() and noun.lemma.endswith("s"):
        # the lemma of a proper noun in the plural is often left as it is ("Palestinians")
        return noun.lemma[:-3] + "y" if noun.lemma.endswith("ies") else noun.lemma[:-1]
    return noun.lemma


def narrowed(sentence: Sentence, noun: Token, measures: Measures, after: int = -1) -> str:
    """What is counted, in the singular with what narrows it ("turkish soldier").

    Words that count ("several"), that set apart ("other") or that are the measure itself
    ("wounded") do not narrow; nor do those up to index ``after``, the number's, or from the next
    number on ("five Syrian and three Russian soldiers").
    """
    words: list[str] = []
    for child in sentence.children(noun, "amod", "compound", "nmod"):
        if not after < child.index < min(noun.index, _next_number(sentence, after)):
            continue
        if not _narrows(child, measures) or _is_model(sentence, child):
            continue
        inner = [
            c for c in sentence.children(child, "compound") if c.text.isalpha() and c.index < child.index
        ]
        hyphened = sentence.tokens[child.index - 1].text == "-" and inner
        words.append(("-" if hyphened else " ").join([*(c.text.lower() for c in inner), child.text.lower()]))
    head = singular(noun)
    shared = [c for c in sentence.children(noun, "conj") if c.is_noun]
    if noun.tag == "JJ" and shared:
        # "five Syrian and three Russian soldiers"
        return f"{noun.text.lower()} {singular(shared[-1])}"
    if noun.index >= 2 and sentence.tokens[noun.index - 1].text == "-":
        before = sentence.tokens[noun.index - 2]
        if before.end == sentence.tokens[noun.index - 1].start and words and words[-1] == before.text.lower():
            head = f"{words.pop()}-{head}"
    return " ".join([*words, head])


def _next_number(sentence: Sentence, after: int) -> int:
    later = (t.index for t in sentence.tokens[after + 1 :] if t.tag == "CD")
    return next(later, len(sentence.tokens)) if after >= 0 else len(sentence.tokens)


def _is_model(sentence: Sentence, word: Token) -> bool:
    """Whether ``word`` begins a name such as "Su-24"."""
    following = [t.text for t in sentence.tokens[word.index + 1 : word.index + 3]]
    return following[:1] == ["-"] and following[-1][0].isdigit()


def _narrows(word: Token, measures: Measures) -> bool:
    text = word.text.lower()
    if not text.isalpha() or text in _LOOSE or word.tag in {"CD", "JJR", "JJS"} or text == "old":
        return False
    if measures.adjectives.get(text) or text in measures.currencies:
        return False
    return not (word.tag in {"VBN", "VBD"} and word.lemma in measures.objects)
