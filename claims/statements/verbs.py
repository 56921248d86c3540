"""Which verb of a clause carries its meaning, and what hangs on it in unusual ways."""

from __future__ import annotations

from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.statements.clauses import Clause

_UNTRUE = frozenset({"impossible", "untrue", "false", "inconceivable", "wrong"})
_BELIEVING = frozenset({"believe", "think", "suspect"})
_CAUSING = frozenset({"force", "cause", "lead", "prompt", "leave", "oblige", "compel", "make"})


def main_verb(clause: Clause) -> Token:
    """The verb that carries the meaning: below "is said to", "failed to", "appeared to"."""
    token = clause.head
    sentence = clause.sentence
    while True:
        below = sentence.child(token, "xcomp")
        if (
            below is None
            or below not in clause.words
            or not (below.is_verb or token.lemma in ("be", "remain", "become"))
        ):
            return token
        token = below


def untrue_verb(sentence: Sentence, verb: Token) -> Token | None:
    """The verb of what is said not to be so ("it was impossible that they *entered*")."""
    said = sentence.child(verb, "acomp", "attr") if verb.lemma == "be" else None
    if said is None or said.lemma not in _UNTRUE:
        return None
    below = sentence.child(verb, "ccomp") or sentence.child(said, "ccomp")
    return below if below is not None and below.is_verb else None


def believed_verb(sentence: Sentence, verb: Token) -> Token | None:
    """The verb of what a pronoun for the speaker believes ("it *believes* the jets *were* Russian")."""
    subject = sentence.child(verb, *SUBJECTS)
    if verb.lemma not in _BELIEVING or subject is None or subject.tag != "PRP":
        return None
    below = sentence.child(verb, "ccomp")
    return below if below is not None and below.is_verb else None


def predicate_of(sentence: Sentence, verb: Token) -> Token:
    """For a copula, what is said of the subject ("remained *afloat*", "was *present*")."""
    if verb.lemma in ("be", "remain", "become", "stay", "feel", "look", "keep"):
        said = sentence.child(verb, "acomp", "attr", "oprd", "xcomp")
        if said is not None:
            return said
    return verb


def caused_one(sentence: Sentence, verb: Token) -> Token | None:
    """Whom a cause makes do it ("forced *a million people* to flee")."""
    above = sentence.head(verb)
    if verb.dep in ("xcomp", "ccomp") and above.lemma in _CAUSING:
        return sentence.child(verb, *SUBJECTS) or sentence.child(above, "dobj")
    return None


def shot_down(sentence: Sentence, verb: Token) -> Token | None:
    """What "shot down the plane" befalls, where the parser takes "down" for a preposition."""
    down = next((c for c in sentence.children(verb, "prep", "prt") if c.text.lower() == "down"), None)
    return sentence.child(down, "pobj") if down is not None and verb.lemma == "shoot" else None
