"""Splits what is said into clauses that each state one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.core.document import Document
from claims.core.spans import Span, Spans, cover
from claims.core.tokens import SUBJECTS, Sentence, Token

_MARKS = frozenset(" \t\n,.;:!?-–—\"“”„«»‘’'()[]|")
_LINKS = frozenset({"that", "while", "whereas"})
_RESULTS = frozenset(
    {
        "kill",
        "wound",
        "injure",
        "hurt",
        "damage",
        "destroy",
        "leave",
        "force",
        "displace",
        "cause",
        "sink",
        "trap",
        "claim",
        "bring",
        "trigger",
    }
)
"""Participles that state a result of their own: "..., killing eight and wounding 20"."""


@dataclass(frozen=True)
class Clause:
    """One thing stated.

    Attributes
    ----------
    head
        The word that states it: a verb, or the noun or adjective of a clause without one.
    words
        Its own words, in order.
    shared
        Words that it shares with the clause it hangs on (subject, auxiliary) and that its
        statement needs.
    """

    sentence: Sentence
    head: Token
    words: tuple[Token, ...]
    shared: tuple[Token, ...] = ()

    @property
    def spans(self) -> Spans:
        """Where its own words stand, marks at the edges left out."""
        return runs(self.words)


def clauses(document: Document, content: Iterable[Span], holes: Sequence[Span] = ()) -> list[Clause]:
    """The clauses of a content, in order.

    Parameters
    ----------
    content
        Spans of one attribution's content.
    holes
        Spans in it that belong to somebody else (an attribution within).
    """
    spans = list(content)
    found: list[Clause] = []
    for sentence in document.sentences_in(cover(spans)) if spans else ():
        words = tuple(
            t
            for t in sentence.tokens
            if any(s.contains(t.span) for s in spans) and not any(h.overlaps(t.span) for h in holes)
        )
        for group in _by_top(sentence, words):
            if any(c.isalnum() for t in group for c in t.text):
                found.extend(_split(sentence, group, ()))
    return found


def _by_top(sentence: Sentence, words: tuple[Token, ...]) -> list[tuple[Token, ...]]:
    """Words parted by the finite clause they hang on, where several clauses hang outside.

    A parser may hang the second of two coordinated contents on the verb of saying itself.
    """
    inside = {t.index for t in words}
    tops = [
        t
        for t in words
        if (t.is_root or t.head not in inside)
        and t.is_verb
        and any(s.index in inside for s in sentence.children(t, *SUBJECTS))
    ]
    if len(tops) < 2:
        return [words]
    branches = [{t.index for t in sentence.subtree(top)} & inside for top in tops]
    parted = [tuple(t for t in words if t.index in branch) for branch in branches[1:]]
    later = set().union(*branches[1:])
    return [tuple(t for t in words if t.index not in later), *parted]


def runs(words: Sequence[Token]) -> Spans:
    """Spans of neighbouring ``words``, marks at their edges left out."""
    groups: list[list[Token]] = []
    for token in words:
        if groups and groups[-1][-1].index + 1 == token.index:
            groups[-1].append(token)
        else:
            groups.append([token])
    found = []
    for group in groups:
        while group and (set(group[0].text) <= _MARKS or _only_links(group[0])):
            group.pop(0)
        while group and (set(group[-1].text) <= _MARKS or _only_links(group[-1])):
            group.pop()
        if group:
            found.append(Span(group[0].start, group[-1].end))
    return tuple(found)


def _only_links(token: Token) -> bool:
    return token.dep == "cc" or (token.dep == "mark" and token.text.lower() in _LINKS)


def _split(sentence: Sentence, words: tuple[Token, ...], shared: tuple[Token, ...]) -> list[Clause]:
    head = _head(sentence, words)
    inside = {t.index for t in words}
    parts: list[tuple[Token, tuple[Token, ...], tuple[Token, ...]]] = []
    gone: set[int] = set()
    for token in _chain(sentence, head, inside):
        governor = sentence.head(token)
        branch = tuple(t for t in sentence.subtree(token) if t.index in inside)
        if _states_more(sentence, token, governor, inside):
            needed = _shared_words(sentence, token, governor, shared)
            parts.append((token, branch, needed))
            gone |= {t.index for t in branch}
            gone |= {
                t.index
                for t in sentence.children(governor, "cc", "punct", "preconj")
                if t.index in inside
                and head.index < t.index < branch[0].index
                and branch[0].index - t.index <= 2
            }
    own = tuple(t for t in words if t.index not in gone)
    result = [Clause(sentence, head, own, shared)] if runs(own) else []
    for token, branch, needed in parts:
        result.extend(_split(sentence, _without(branch, parts, token), needed))
    return result


def _without(
    branch: tuple[Token, ...],
    parts: Sequence[tuple[Token, tuple[Token, ...], tuple[Token, ...]]],
    token: Token,
) -> tuple[Token, ...]:
    """``branch`` without the branches of other parts that lie within it."""
    own = {t.index for t in branch}
    inner: set[int] = set()
    for other, words, _ in parts:
        if other is not token and other.index in own:
            inner |= {t.index for t in words}
    return tuple(t for t in branch if t.index not in inner)


def _head(sentence: Sentence, words: tuple[Token, ...]) -> Token:
    """The topmost verb, or the topmost word where there is no verb on top."""
    inside = {t.index for t in words}
    tops = [t for t in words if t.is_root or t.head not in inside]
    heavy = [t for t in tops if t.tag[0].isalpha() and t.dep not in ("punct", "cc", "mark", "det")]
    for token in heavy:
        if token.is_verb or token.tag == "MD" or sentence.child(token, *SUBJECTS):
            return token
    return max(heavy or tops, key=lambda t: len(sentence.subtree(t)))


def _chain(sentence: Sentence, head: Token, inside: set[int]) -> list[Token]:
    """Verbs that hang on ``head`` by coordination, parataxis or as a participle, at any depth."""
    found: list[Token] = []
    stack = [head]
    while stack:
        for child in sentence.children(stack.pop()):
            if child.index in inside and child.dep in ("conj", "parataxis", "advcl", "ccomp", "xcomp"):
                if child.dep == "ccomp" and sentence.child(child, "mark"):
                    continue
                if child.dep == "xcomp" and (child.tag != "VBG" or child.lemma not in _RESULTS):
                    continue
                found.append(child)
                stack.append(child)
    return sorted(found, key=lambda t: t.index)


def _states_more(sentence: Sentence, token: Token, governor: Token, inside: set[int]) -> bool:
    """Whether the clause of ``token`` states a thing of its own beside its governor's."""
    if not (token.is_verb or sentence.child(token, *SUBJECTS)):
        return False
    subject = sentence.child(token, *SUBJECTS)
    if token.dep == "advcl" and subject is not None:
        mark = sentence.child(token, "mark")
        return mark is not None and mark.text.lower() in ("while", "whereas")
    if token.dep in ("advcl", "xcomp"):
        # "Considering leaving" is one thing; "hit the bus killing eight" is two.
        goes_on = token.dep == "xcomp" and token.index == governor.index + 1
        result = token.tag == "VBG" and token.lemma in _RESULTS and not goes_on
        return result and sentence.child(token, "mark", "prep") is None
    if token.dep in ("parataxis", "ccomp"):
        return (
            subject is not None and subject.index in inside and governor.is_verb and token.dep == "parataxis"
        )
    if subject is not None:
        return True
    return governor.is_verb and _is_complete(sentence, governor, token)


def _is_complete(sentence: Sentence, verb: Token, conjunct: Token) -> bool:
    """Whether ``verb`` has an object or complement of its own, not only one shared with what follows."""
    if sentence.child(verb, "auxpass", "nsubjpass") is not None and sentence.child(conjunct, "dobj") is None:
        return True
    return any(
        c.dep in ("dobj", "prep", "attr", "acomp", "xcomp", "ccomp", "dative", "prt", "advmod", "oprd")
        and c.index < conjunct.index
        for c in sentence.children(verb)
    )


def _shared_words(
    sentence: Sentence, token: Token, governor: Token, inherited: tuple[Token, ...]
) -> tuple[Token, ...]:
    if sentence.child(token, *SUBJECTS) is not None or _has_neither(sentence, token):
        return ()
    subject = next(
        (
            found
            for above in (governor, *sentence.ancestors(governor))
            if (found := sentence.child(above, *SUBJECTS)) is not None
        ),
        None,
    )
    words = (
        list(sentence.subtree(subject, frozenset({"relcl"})))
        if subject
        else [t for t in inherited if t.dep not in ("aux", "auxpass")]
    )
    if (
        token.tag in ("VBN", "VB", "VBG")
        and token.dep == "conj"
        and not sentence.child(token, "aux", "auxpass")
    ):
        words += sentence.children(governor, "aux", "auxpass", "neg")
    return tuple(words)


def _has_neither(sentence: Sentence, verb: Token) -> bool:
    """Whether "neither" is a verb's subject, though the parser calls it the first half of "neither … nor"."""
    first = sentence.child(verb, "preconj")
    marked = sentence.child(verb, "mark") is not None
    return first is not None and first.text.lower() == "neither" and marked


def is_finite(sentence: Sentence, word: Token) -> bool:
    """Whether ``word`` can be the verb of a statement, as "was" in "a statement *that he was alive*" can."""
    if not word.is_verb:
        return False
    told = word.tag in ("VBD", "VBZ", "VBP") and sentence.child(word, "nsubj", "nsubjpass") is not None
    return word.dep not in ("acl", "relcl", "amod", "pcomp") or (word.dep == "acl" and told)
