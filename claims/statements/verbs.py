"""Which verb of a clause carries its meaning, and what hangs on it in unusual ways."""

from __future__ import annotations

from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.statements.clauses import Clause

_UNTRUE = frozenset({"impossible", "untrue", "false", "inconceivable", "wrong"})
_HINTING = frozenset({"suggest", "indicate", "show", "prove"})
_PROOF = frozenset({"evidence", "proof", "sign", "indication", "truth"})
_BELIEVING = frozenset({"believe", "think", "suspect"})
_SEEING = frozenset({"see", "watch", "hear", "witness", "observe", "let"})
_SHOWING = frozenset({"mean", "show", "prove", "ensure", "demonstrate"})
ASKING = frozenset({"ask", "urge", "request", "demand", "beg", "invite", "instruct", "want", "wish", "hope"})
"""Verbs of what others are to do, or what is only wished."""

_CAUSING = frozenset({"force", "cause", "lead", "prompt", "leave", "oblige", "compel", "make"})


def main_verb(clause: Clause) -> Token:
    """The verb that carries the meaning: below "is said to", "failed to", "appeared to".

    What somebody is asked to do has not been done, and is left to the asking.
    """
    token = clause.head
    sentence = clause.sentence
    while True:
        able = next((t for t in sentence.children(token, "acomp") if t.lemma == "able"), None)
        below = sentence.child(able or token, "xcomp")
        if (
            below is None
            or token.lemma in ASKING
            or below not in clause.words
            or not (below.is_verb or token.lemma in ("be", "remain", "become"))
        ):
            return token
        token = below


def untrue_verb(sentence: Sentence, verb: Token) -> Token | None:
    """The verb of what is said not to be so ("it was impossible that they *entered*")."""
    said = sentence.child(verb, "acomp", "attr", "dobj") if verb.lemma in ("be", "find", "have") else None
    if said is not None and said.text.lower() == "nothing":
        hinted = next(
            (t for t in sentence.subtree(verb) if t.lemma in _HINTING and t.index > said.index), None
        )
        below = sentence.child(hinted, "ccomp") if hinted is not None else None
        return below if below is not None and below.is_verb else None
    if said is None or not (said.lemma in _UNTRUE or _is_no_proof(sentence, said)):
        return None
    below = sentence.child(verb, "ccomp") or sentence.child(said, "ccomp", "acl", "relcl")
    if below is None and said.lemma == "truth":
        # "There was no truth to reports that the army had shelled it."
        finite = (t for t in sentence.subtree(said) if t.is_verb and sentence.child(t, *SUBJECTS) is not None)
        below = next(finite, None)
    return below if below is not None and below.is_verb else None


def _is_no_proof(sentence: Sentence, noun: Token) -> bool:
    """Whether the noun is that of "no evidence"."""
    return noun.lemma in _PROOF and any(t.text.lower() == "no" for t in sentence.children(noun, "det"))


def told_verb(sentence: Sentence, verb: Token) -> Token | None:
    """The verb of what was seen, or of what something shows ("saw men *storm* it", "meant that he *left*").

    What was not seen, or is not proved, is left to the verb above.
    """
    if sentence.child(verb, "neg", "prt") is not None:
        return None
    below = sentence.child(verb, "ccomp")
    if below is None or not below.is_verb or sentence.child(below, *SUBJECTS) is None:
        return None
    marked = sentence.child(below, "mark") is not None
    seen = verb.lemma in _SEEING and not marked and below.tag in ("VB", "VBG")
    return below if seen or verb.lemma in _SHOWING else None


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
