"""Verbs of saying by their syntax: "state media said *the rebels claimed the bombing*"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.attribution.commitment import commitment_of
from claims.attribution.confidence import BY_SYNTAX
from claims.attribution.contents import tidy
from claims.attribution.lexicon import CueLexicon
from claims.core.attribution import Attribution, Manner
from claims.core.document import Document
from claims.core.spans import cover
from claims.core.tokens import Sentence, Token

_SAYING = frozenset(
    {"say", "tell", "state", "add", "report", "announce", "claim", "declare", "insist", "allege", "deny"}
    | {"confirm", "admit", "warn", "acknowledge", "maintain", "stress", "reveal"}
    | {"believe", "suspect", "expect"}
)
_OF_THINGS = frozenset({"report", "announce", "claim", "deny", "confirm", "allege", "declare", "condemn"})
"""Verbs whose object alone can be what is said: "claimed responsibility"."""
_LOST = frozenset({"life", "lives", "soul", "souls", "victim", "victims", "casualties"})
"""What a war or a blast claims, which is no saying."""
_JUDGING = frozenset({"believe", "think", "suspect", "estimate", "say", "claim", "allege"})
_WHICH = frozenset({"which", "what"})
_ASIDE_FROM = frozenset({"relcl", "pcomp"})
_CHARGING = frozenset({"accuse", "blame"})
_ASIDE = frozenset({"relcl", "acl", "punct", "appos"})


def retold(document: Document, sentence: Sentence, verb: Token, lexicon: CueLexicon) -> Attribution | None:
    """The attribution whose cue ``verb`` is, if it is a verb of saying with a speaker and a content."""
    if not verb.is_verb:
        return None
    speaker, content = sentence.child(verb, "nsubj"), _content(sentence, verb)
    lost = verb.lemma == "claim" and any(t.text.lower() in _LOST for t in content[:5])
    if speaker is None or not _speaks(speaker) or not content or lost:
        return None
    return _made(document, sentence, speaker, verb, content, lexicon)


def told_aside(
    document: Document, sentence: Sentence, verb: Token, lexicon: CueLexicon
) -> Attribution | None:
    """The attribution in a relative clause: "the depot, *which he said had blown up*"."""
    if verb.lemma not in _JUDGING or verb.dep != "relcl" or not _is_relative(sentence, verb):
        return None
    return retold(document, sentence, verb, lexicon)


def with_pronoun(attribution: Attribution, sentence: Sentence, document: Document) -> Attribution:
    """``attribution``, told in a relative clause, with the "which" that stands for what it is told of."""
    cue = attribution.cue[0]
    which = [t for t in sentence.tokens if t.text.lower() in _WHICH and t.end <= cue.start][-1]
    named = tidy((which.span,), (), document.article.text)
    return replace(attribution, content=(*named, *attribution.content))


def _speaks(word: Token) -> bool:
    return word.is_noun or word.tag == "PRP"


def _content(sentence: Sentence, verb: Token) -> Sequence[Token]:
    own = [t for c in sentence.children(verb, "ccomp", "xcomp") for t in sentence.subtree(c)]
    told = own or _clause_beside(sentence, verb)
    if verb.lemma in _JUDGING and verb.dep in _ASIDE_FROM and _is_relative(sentence, verb):
        return sorted((t for t in told if t.index > verb.index), key=lambda t: t.index)
    clause = sentence.child(verb, "ccomp")
    if clause is not None and verb.lemma in _SAYING:
        return [t for t in sentence.subtree(clause) if t.index > verb.index]
    thing = sentence.child(verb, "dobj")
    if thing is None or thing.index < verb.index:
        return ()
    if verb.lemma in _CHARGING:
        charge = [w for p in sentence.children(verb, "prep") for w in sentence.subtree(p)]
        return sorted([*sentence.subtree(thing), *charge], key=lambda t: t.index)
    return sentence.subtree(thing) if verb.lemma in _OF_THINGS else ()


def _clause_beside(sentence: Sentence, verb: Token) -> Sequence[Token]:
    """What a relative clause says whose "which" the parse gives to the noun itself, not to the saying."""
    if verb.dep != "relcl":
        return ()
    beside = (c for c in sentence.children(sentence.head(verb), "relcl") if c.index > verb.index)
    return next((sentence.subtree(c) for c in beside if _opens(sentence, c, verb)), ())


def _opens(sentence: Sentence, clause: Token, verb: Token) -> bool:
    """Whether ``clause`` begins with a "which" before ``verb``, which so stands amid it."""
    return any(t.text.lower() in _WHICH and t.index < verb.index for t in sentence.children(clause))


def _is_relative(sentence: Sentence, verb: Token) -> bool:
    """Whether what is judged stands before: "*what* they believe were strikes", "*which* it says killed"."""
    held = [*sentence.subtree(verb), *_clause_beside(sentence, verb)]
    before = (t for t in held if t.index < verb.index)
    return any(t.text.lower() in _WHICH for t in before)


def _made(
    document: Document,
    sentence: Sentence,
    speaker: Token,
    verb: Token,
    content: Sequence[Token],
    lexicon: CueLexicon,
) -> Attribution:
    text = document.article.text
    helpers = (t for t in sentence.children(verb, "aux", "auxpass", "neg") if t.index < verb.index)
    cue = (*helpers, verb)
    return Attribution(
        id="",
        article=document.article.id,
        source=tidy((cover(t.span for t in sentence.subtree(speaker, _ASIDE)),), (), text),
        cue=(cover(t.span for t in cue),),
        content=tidy((cover(t.span for t in content),), (), text),
        manner=Manner.INDIRECT,
        commitment=commitment_of(sentence, cue, tuple(content), lexicon),
        probability=BY_SYNTAX,
    )
