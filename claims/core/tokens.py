"""Words of a sentence with their tags, lemmas and dependencies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from claims.core.spans import Span

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    Attributes
    ----------
    index
        Position in its sentence, from 0.
    start, end
        Offsets into the article's cleaned text.
    text, lemma
        As written, and its base form in lower case.
    tag
        Penn Treebank part of speech.
    head, dep
        Index of the word it depends on (its own for the root) and the ClearNLP relation.
    entity
        ``O``, or ``B-``/``I-`` with an OntoNotes type (PERSON, ORG, GPE, NORP, DATE ...).
    """

    index: int
    start: int
    end: int
    text: str
    tag: str
    lemma: str
    head: int
    dep: str
    entity: str = "O"

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def is_verb(self) -> bool:
        """Whether it is tagged as a verb other than a modal."""
        return self.tag in VERB_TAGS

    @property
    def is_noun(self) -> bool:
        """Whether it is tagged as a common or proper noun."""
        return self.tag in NOUN_TAGS

    @property
    def is_root(self) -> bool:
        """Whether it heads the sentence."""
        return self.head == self.index


def phrase(tokens: Iterable[Token]) -> str:
    """The words of ``tokens`` as one line, spaced as in the text ("Russian-backed", "Moscow's")."""
    said, end = "", None
    for token in tokens:
        said += token.text if end in (None, token.start) else f" {token.text}"
        end = token.end
    return said


@dataclass(frozen=True)
class Sentence:
    """A sentence as a dependency tree."""

    tokens: tuple[Token, ...]

    @cached_property
    def span(self) -> Span:
        """From the first word to the last."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if not token.is_root:
                below[token.head].append(token)
        return tuple(tuple(c) for c in below)

    @property
    def root(self) -> Token:
        """The word that depends on none."""
        return next(t for t in self.tokens if t.is_root)

    def head(self, token: Token) -> Token:
        """The word that ``token`` depends on."""
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Words that depend on ``token``, all or those with one of ``deps``, in order."""
        below = self._children[token.index]
        return tuple(t for t in below if t.dep in deps) if deps else below

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first of :meth:`children`, or None."""
        return next(iter(self.children(token, *deps)), None)

    def subtree(self, token: Token, without: frozenset[str] = frozenset()) -> tuple[Token, ...]:
        """``token`` and all that hangs on it, in order; branches whose dep is in ``without`` cut."""
        found = [token]
        stack = [c for c in self._children[token.index] if c.dep not in without]
        while stack:
            word = stack.pop()
            found.append(word)
            stack.extend(self._children[word.index])
        return tuple(sorted(found, key=lambda t: t.index))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The words above ``token``, nearest first."""
        while not token.is_root:
            token = self.tokens[token.head]
            yield token

    def within(self, span: Span) -> tuple[Token, ...]:
        """Words that lie wholly inside ``span``."""
        return tuple(t for t in self.tokens if span.start <= t.start and t.end <= span.end)

    def top(self, tokens: tuple[Token, ...]) -> Token:
        """The word of ``tokens`` whose head lies outside of them (the first such)."""
        inside = {t.index for t in tokens}
        return next((t for t in tokens if t.is_root or t.head not in inside), tokens[0])
