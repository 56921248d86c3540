"""Whether a clause says that something was not so, or leaves it open."""

from __future__ import annotations

from claims.attribution.commitment import is_negated
from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.core.wordlists import listed
from claims.statements.clauses import Clause
from claims.statements.frames import Frames
from claims.statements.support import SHARE

_HEDGES = frozenset(
    listed(
        "may might could possibly probably likely perhaps apparently allegedly reportedly suspected unclear"
    )
)
_RAISING = frozenset({"appear", "seem", "believe", "expect", "suspect", "think", "presume"})
_NOBODY = frozenset({"nobody", "noone"})
_NONE = frozenset({"no", "neither"})
_MORE = frozenset({"more", "fewer", "less"})
_FAILING = frozenset({"fail", "refuse", "decline"})
_PERCEIVING = frozenset({"see", "hear", "feel", "smell", "read", "watch", "tell"})
_ANYBODY = frozenset({"you", "one"})


def negated_in(sentence: Sentence, clause: Clause, verb: Token, frames: Frames) -> bool:
    """Whether the clause says that what ``verb`` names was not so; harm to nobody is counted instead."""
    subject = sentence.child(verb, *SUBJECTS) or outer_subject(sentence, verb)
    harmed = frames.groups.get(frames.of(verb) or "") == "harm"
    count = int(subject is not None and not harmed and _is_nobody(sentence, subject))
    object_ = sentence.child(verb, "dobj")
    count += object_ is not None and not harmed and _is_nothing(sentence, object_)
    for token in (verb, *sentence.ancestors(verb)):
        if token not in clause.words:
            break
        count += is_negated(sentence, token) or (token is not verb and token.lemma in _FAILING)
        if token is clause.head:
            break
    return count % 2 == 1


def _is_nothing(sentence: Sentence, object_: Token) -> bool:
    """Whether the object is "nothing", or "no shells" of "fired no shells"; "no role" is read apart."""
    if object_.lemma in SHARE:
        return False
    no = any(t.text.lower() == "no" for t in sentence.children(object_, "det"))
    return no or object_.text.lower() == "nothing"


def _is_nobody(sentence: Sentence, subject: Token) -> bool:
    """Whether the subject is "nobody", "no such pact", "neither side", "not a single man" or "not one"."""
    below = {t.text.lower() for t in sentence.children(subject)} - _bounding(sentence)
    none = bool(_NONE & below) or {"not", "single"} <= below
    return none or subject.text.lower() in _NOBODY or (subject.text.lower() == "one" and "not" in below)


def _bounding(sentence: Sentence) -> frozenset[str]:
    """The "no" that only bounds a figure ("*no* more than a third")."""
    words = [t.text.lower() for t in sentence.tokens]
    triples = zip(words, words[1:], words[2:], strict=False)
    bounds = any(a == "no" and b in _MORE and c == "than" for a, b, c in triples)
    return frozenset({"no"}) if bounds else frozenset()


def hedged_in(sentence: Sentence, words: tuple[Token, ...], verb: Token) -> bool:
    """Whether the clause leaves open what ``verb`` names ("may have", "appeared to")."""
    if any(_leaves_open(sentence, t, verb) for t in words):
        return True
    above = sentence.head(verb)
    return verb.dep == "xcomp" and above.lemma in _RAISING and above in words


def _leaves_open(sentence: Sentence, word: Token, verb: Token) -> bool:
    """Whether ``word`` hedges the clause of ``verb`` ("may", but not "May").

    Who could not walk surely did not, and "a fault that could cause a fire" was surely found. What
    people could see or hear they did, and what "you could" do is no guess, but a measure.
    """
    if word.text.lower() not in _HEDGES or word.tag.startswith("NNP"):
        return False
    below = sentence.head(word)
    if word.text.lower() == "could" and _is_able(sentence, below):
        return False
    aside = word.tag == "MD" and below.dep == "relcl" and below is not verb
    return not (aside and verb not in sentence.subtree(below))


def _is_able(sentence: Sentence, verb: Token) -> bool:
    """Whether the "could" of ``verb`` tells what somebody was able to do, or was not."""
    subject = sentence.child(verb, "nsubj")
    anybody = subject is not None and subject.text.lower() in _ANYBODY
    return is_negated(sentence, verb) or verb.lemma in _PERCEIVING or anybody


def outer_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of the verb that "to prevent" hangs on."""
    for above in sentence.ancestors(verb):
        if verb.dep not in ("xcomp", "conj", "aux", "acomp"):
            return None
        if found := sentence.child(above, *SUBJECTS):
            return found
        verb = above
    return None
