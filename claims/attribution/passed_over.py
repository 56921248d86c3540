"""Acts of saying that the tagger passes over and the syntax makes plain.

* A denial without a content of its own: "an accusation *which the rebels have denied*", "residents
  *dismissed the reports* as lies". The corpora that taggers learn from seldom mark it.
* A second verb of saying that shares its subject with one before: "Moscow denies it and *suggests a
  drone was responsible*".
* What somebody says of a thing in a relative clause: "the depot, *which he said had blown up*".
* A toll that somebody gives (``claims.attribution.tolls``), and what stands by somebody's account
  (``claims.attribution.accounts``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.attribution.accounts import by_account
from claims.attribution.confidence import BY_SYNTAX
from claims.attribution.contents import tidy
from claims.attribution.lexicon import CueLexicon
from claims.attribution.retold import told_aside, with_pronoun
from claims.attribution.tolls import toll_given
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.document import Document
from claims.core.span_index import SpanIndex
from claims.core.spans import Span, Spans, cover
from claims.core.tokens import SUBJECTS, Sentence, Token

_ANSWERING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "rubbish"})
_ANSWERED = frozenset(
    {"accusation", "allegation", "charge", "claim", "report", "assertion", "suggestion", "account"}
    | {"version", "rumour", "rumor", "statement", "reporting"}
)
_SHARE = frozenset({"involvement", "responsibility", "role", "part", "complicity", "wrongdoing", "blame"})
"""What somebody accused denies to have."""
_RELATIVE = frozenset({"which", "that"})
_ASIDE = frozenset({"relcl", "acl", "punct", "cc", "conj"})


def passed_over(document: Document, said: Sequence[Attribution], lexicon: CueLexicon) -> list[Attribution]:
    """``said`` with what was passed over, whose words are no longer part of what others say.

    A word that is part of a cue is not looked at again.
    """
    found = list(said)
    cues = SpanIndex((s, s) for a in said for s in a.cue)
    for sentence in document.sentences:
        taken = cues.overlapping(sentence.span)
        for word in sentence.tokens:
            if not (word.is_verb or word.is_noun) or any(s.overlaps(word.span) for s in taken):
                continue
            new = by_account(document, sentence, word) or _said_by_verb(
                document, sentence, word, found, lexicon
            )
            if new is not None:
                found = [*_without(found, new, document.article.text), new]
                taken += new.cue
            elif (aside := told_aside(document, sentence, word, lexicon)) is not None:
                rest = _without(found, aside, document.article.text)
                found = [*rest, with_pronoun(aside, sentence, document)]
                taken += aside.cue
    return found


def _said_by_verb(
    document: Document, sentence: Sentence, verb: Token, said: Sequence[Attribution], lexicon: CueLexicon
) -> Attribution | None:
    """The act of saying that ``verb`` is, if it is a verb and one of those passed over."""
    if not verb.is_verb:
        return None
    return (
        _denial(document, sentence, verb)
        or _second(document, sentence, verb, said, lexicon)
        or _toll(document, sentence, verb)
    )


def _denial(document: Document, sentence: Sentence, verb: Token) -> Attribution | None:
    """Somebody who denies what was said, be it by a relative pronoun or by a noun of saying."""
    if verb.lemma not in _ANSWERING or sentence.child(verb, "auxpass", "neg") is not None:
        return None
    speaker, thing = sentence.child(verb, "nsubj"), sentence.child(verb, "dobj")
    if speaker is None or not (speaker.is_noun or speaker.tag == "PRP"):
        return None
    deed = sentence.child(verb, "xcomp")
    if thing is None and deed is not None and deed.tag == "VBG" and verb.lemma == "deny":
        return _made(document, sentence, speaker, verb, sentence.subtree(deed), Commitment.DENIES)
    if thing is None:
        return None
    relative = thing.text.lower() in _RELATIVE and verb.dep == "relcl" and verb.lemma == "deny"
    own = verb.lemma == "deny" and thing.lemma.lower() in _SHARE
    if not relative and not own and thing.lemma.lower() not in _ANSWERED:
        return None
    content = (thing,) if relative else tuple(sentence.subtree(thing, _ASIDE))
    return _made(document, sentence, speaker, verb, content, Commitment.DENIES)


def _second(
    document: Document, sentence: Sentence, verb: Token, said: Sequence[Attribution], lexicon: CueLexicon
) -> Attribution | None:
    """A verb of saying beside one whose source it shares."""
    below = sentence.child(verb, "ccomp")
    if verb.dep != "conj" or below is None or sentence.child(verb, *SUBJECTS) is not None:
        return None
    first = sentence.head(verb)
    commitment = lexicon.verbs.get(verb.lemma)
    before = next((a for a in said if any(s.overlaps(first.span) for s in a.cue)), None)
    if commitment is None or before is None or not before.source:
        return None
    content = tuple(t for t in sentence.subtree(below) if t.index > verb.index)
    if not content:
        return None
    made = _made(document, sentence, None, verb, content, commitment)
    return replace(made, source=before.source, inside=before.inside)


def _toll(document: Document, sentence: Sentence, verb: Token) -> Attribution | None:
    """A toll given in words that are no plain saying."""
    toll = toll_given(sentence, verb)
    if toll is None:
        return None
    made = _made(document, sentence, toll.speaker, verb, toll.content, Commitment.ASSERTS)
    both = sentence.subtree(toll.speaker, _ASIDE - {"cc", "conj"})
    return replace(made, source=tidy((cover(t.span for t in both),), (), document.article.text))


def _made(
    document: Document,
    sentence: Sentence,
    speaker: Token | None,
    verb: Token,
    content: Sequence[Token],
    commitment: Commitment,
) -> Attribution:
    text = document.article.text
    source: Spans = ()
    if speaker is not None:
        source = tidy((cover(t.span for t in sentence.subtree(speaker, _ASIDE)),), (), text)
    return Attribution(
        id="",
        article=document.article.id,
        source=source,
        cue=tidy((cover(t.span for t in (*_auxiliaries(sentence, verb), verb)),), (), text),
        content=tidy((cover(t.span for t in content),), (), text),
        manner=Manner.INDIRECT,
        commitment=commitment,
        probability=BY_SYNTAX,
    )


def _auxiliaries(sentence: Sentence, verb: Token) -> Iterator[Token]:
    return (t for t in sentence.children(verb, "aux") if t.index < verb.index)


def _without(said: Sequence[Attribution], new: Attribution, text: str) -> list[Attribution]:
    """``said`` without the words of ``new`` in a content that holds part of them, not all."""
    parts = (*new.source, *new.cue, *new.content)
    whole = cover(parts) if new.source else Span(new.cue[0].start, cover(parts).end)
    kept = []
    for attribution in said:
        shared = any(s.overlaps(whole) for s in attribution.content)
        split = shared and not all(any(c.contains(s) for c in attribution.content) for s in new.cue)
        content = tidy(attribution.content, (whole,), text) if split else attribution.content
        kept.append(replace(attribution, content=content) if content else attribution)
    return kept
