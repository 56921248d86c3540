"""Who answers for a statement by a phrase beside it: "it went down at noon, *by the army's account*".

The tagger finds such a phrase where it opens a sentence, and seldom where it closes one or speaks
of "his own account".
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.confidence import BY_SYNTAX
from claims.attribution.contents import tidy
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.document import Document
from claims.core.spans import Span, cover
from claims.core.tokens import SUBJECTS, Sentence, Token

_ACCOUNTS = frozenset(
    {"account", "reckoning", "telling", "admission", "testimony", "count", "tally", "estimate"}
)
_OWN = frozenset({"'s", "’s", "'", "’"})
_ASIDE = frozenset({"relcl", "acl", "punct"})


def by_account(document: Document, sentence: Sentence, noun: Token) -> Attribution | None:
    """The attribution whose cue is "by ... ``noun``", if somebody's account is what it names.

    Its content is the rest of the clause, whose subject "his own account" is of; of "by all accounts"
    nobody is the source, so it is none.
    """
    by = sentence.head(noun)
    if noun.lemma not in _ACCOUNTS or noun.dep != "pobj" or by.text.lower() != "by":
        return None
    verb = next((t for t in sentence.ancestors(by) if t.is_verb), None)
    whose = None if verb is None else _whose(sentence, noun, verb)
    if verb is None or whose is None or by.dep == "agent":
        return None
    text = document.article.text
    aside = _cover(sentence.subtree(by))
    content = tidy((_cover(sentence.subtree(verb)),), (aside,), text)
    if not content:
        return None
    return Attribution(
        id="",
        article=document.article.id,
        source=tidy((_cover([t for t in sentence.subtree(whose, _ASIDE) if t.text not in _OWN]),), (), text),
        cue=(by.span, noun.span),
        content=content,
        manner=Manner.INDIRECT,
        commitment=Commitment.ASSERTS,
        probability=BY_SYNTAX,
    )


def _whose(sentence: Sentence, noun: Token, verb: Token) -> Token | None:
    """Whose account ``noun`` is: of "his own" that of who the clause is about."""
    owner, own = sentence.child(noun, "poss"), sentence.child(noun, "amod")
    if owner is not None and owner.tag == "PRP$" and own is not None and own.text.lower() == "own":
        return sentence.child(verb, *SUBJECTS) or owner
    return owner


def _cover(words: Sequence[Token]) -> Span:
    return cover(t.span for t in words)
