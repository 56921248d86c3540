"""What is held to be so: passives and adverbs that pass it on.

"The monitor said that ten of the dead *were believed to be* civilians", "barrels of gas *thought to
be* chlorine", "the army, which *was accused of* shelling the camp", "the bus was *reportedly*
full": nobody needs to be named, and the syntax makes them plain.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.confidence import BY_SYNTAX
from claims.attribution.contents import tidy
from claims.attribution.lexicon import CueLexicon
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.document import Document
from claims.core.spans import Spans, cover
from claims.core.tokens import Sentence, Token

_HELD = frozenset(
    {"believe", "think", "suspect", "understand", "fear", "presume", "allege", "say", "report", "rumour"}
)
_PARTICIPLES = frozenset({"VBN", "VBD"})
_LEMMAS = {"thought": "think"}
_ASIDE = frozenset({"relcl", "acl", "punct", "appos"})


def held_to_be(
    document: Document, sentence: Sentence, word: Token, lexicon: CueLexicon
) -> Attribution | None:
    """The attribution whose cue ``word`` is, if it is such a passive or adverb."""
    parts = _held(sentence, word) or _accused(sentence, word) or _hearsay(sentence, word, lexicon)
    return None if parts is None else _made(document, sentence, word, parts, lexicon)


def _held(sentence: Sentence, verb: Token) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """Of "X is believed to do Y": the words of X, and those of "to do Y"."""
    deed = sentence.child(verb, "xcomp")
    # Parsers take the participle of "gas thought to be chlorine" for the noun.
    held = (verb.tag in _PARTICIPLES and verb.lemma in _HELD) or verb.text.lower() == "thought"
    if not held or deed is None or deed.index < verb.index:
        return None
    if not any(t.tag == "TO" for t in sentence.children(deed)):
        return None
    about = _subject(sentence, verb)
    return None if about is None else (about, sentence.subtree(deed))


def _accused(sentence: Sentence, verb: Token) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """Of "X is accused of Y": the words of X, and those of Y."""
    if verb.tag not in _PARTICIPLES:
        return None
    of = next((t for t in sentence.children(verb, "prep") if t.text.lower() == "of"), None)
    if verb.lemma != "accuse" or of is None or not sentence.children(of):
        return None
    about = _subject(sentence, verb)
    return None if about is None else (about, sentence.subtree(of))


def _hearsay(
    sentence: Sentence, adverb: Token, lexicon: CueLexicon
) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """Of "X reportedly did Y": the words before the adverb that belong to it, and those after."""
    verb = sentence.head(adverb)
    if adverb.text.lower() not in lexicon.adverbs or adverb.dep != "advmod" or not verb.is_verb:
        return None
    words = sentence.subtree(verb, frozenset({"punct"}))
    before = [t for t in words if t.index < adverb.index]
    after = [t for t in words if t.index > adverb.index]
    return (before, after) if before and after else None


def _subject(sentence: Sentence, verb: Token) -> Sequence[Token] | None:
    if sentence.child(verb, "auxpass") is not None:
        subject = sentence.child(verb, "nsubjpass")
        return None if subject is None else sentence.subtree(subject, _ASIDE)
    if sentence.child(verb, "aux") is not None or verb.index == 0:
        return None
    # "Gas believed to be chlorine": whatever the parser makes of the participle, its noun stands before it.
    before = sentence.tokens[verb.index - 1]
    above = sentence.head(verb) if verb.dep == "acl" else before
    if not above.is_noun or above.index > verb.index:
        return None
    return [t for t in sentence.subtree(above, _ASIDE) if t.index < verb.index]


def _made(
    document: Document,
    sentence: Sentence,
    word: Token,
    parts: tuple[Sequence[Token], Sequence[Token]],
    lexicon: CueLexicon,
) -> Attribution:
    text = document.article.text
    agent = sentence.child(word, "agent")
    holder = sentence.child(agent, "pobj") if agent is not None else None
    source: Spans = ()
    if holder is not None:
        source = tidy((cover(t.span for t in sentence.subtree(holder, _ASIDE)),), (), text)
    cue = [*(t for t in sentence.children(word, "aux", "auxpass") if t.index < word.index), word]
    return Attribution(
        id="",
        article=document.article.id,
        source=source,
        cue=(cover(t.span for t in cue),),
        content=tidy(tuple(cover(t.span for t in part) for part in parts), source, text),
        manner=Manner.PASSIVE,
        commitment=(
            lexicon.adverbs.get(word.text.lower())
            or lexicon.verbs.get(_LEMMAS.get(word.text.lower(), word.lemma), Commitment.ASSERTS)
        ),
        probability=BY_SYNTAX,
    )
