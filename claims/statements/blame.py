"""Who is held answerable for what: "blamed the blast on rebels", "accused the navy of firing"."""

from __future__ import annotations

from dataclasses import dataclass

from claims.core.tokens import Sentence, Token

BLAMING = frozenset({"blame", "accuse", "charge", "suspect"})


_OF = ("for", "of", "in")


@dataclass(frozen=True)
class Blame:
    """The words for the one held answerable and for what is laid on it (None if not said)."""

    accused: Token
    deed: Token | None

    @property
    def bare(self) -> bool:
        """Whether what is laid on the accused was told before ("blamed rebels", "for it")."""
        return self.deed is None or self.deed.tag == "PRP"


def blame_in(sentence: Sentence, cue: tuple[Token, ...]) -> Blame | None:
    """The blame that a cue verb lays, None where it is no verb of blaming.

    >>> blame_in(Sentence(()), ()) is None
    True
    """
    verb = next((t for t in cue if t.lemma in BLAMING and t.is_verb), None)
    if verb is None:
        return None
    whom = sentence.child(verb, "dobj", "nsubjpass") or _modified(sentence, verb)
    on = _object(sentence, verb, "on")
    if on is None and whom is not None and verb.lemma == "blame" and not _object(sentence, verb, "for"):
        on = _last_on(sentence, whom)
    if on is not None:
        return Blame(on, whom)
    if whom is None:
        return None
    # The parser may hang "of firing" on the accused, or on what is said of him in between.
    deed = _object(sentence, verb, *_OF) or _object(sentence, whom, "of", "for")
    if deed is None or (deed.tag != "VBG" and verb.lemma == "accuse"):
        # "Accused fighters *of the brigade* of looting" names a group there, not what they did.
        deed = _later_deed(sentence, whom) or deed
    return Blame(whom, deed)


def _later_deed(sentence: Sentence, accused: Token) -> Token | None:
    """The first "of killing" after the accused, wherever it hangs."""
    for token in sentence.tokens[accused.index + 1 :]:
        below = sentence.child(token, "pcomp") if token.text.lower() == "of" else None
        if below is not None and below.tag == "VBG":
            return below
    return None


def _last_on(sentence: Sentence, deed: Token) -> Token | None:
    """Whom the last "on" after the deed names, wherever the parser hangs it.

    In "blamed the attack on the convoy in Douma on rebels" it may stand below any noun before.
    """
    found = [
        noun
        for token in sentence.tokens[deed.index + 1 :]
        if token.text.lower() == "on" and (noun := sentence.child(token, "pobj")) is not None
    ]
    known = [noun for noun in found if not noun.entity.endswith(("DATE", "TIME"))]
    return known[-1] if known else None


def _modified(sentence: Sentence, verb: Token) -> Token | None:
    """The noun before a reduced clause ("bombings *blamed* on ...")."""
    return sentence.head(verb) if verb.dep in ("acl", "relcl") else None


def _object(sentence: Sentence, verb: Token, *prepositions: str) -> Token | None:
    for preposition in sentence.children(verb, "prep"):
        if preposition.text.lower() not in prepositions:
            continue
        found = sentence.child(preposition, "pobj", "pcomp")
        # "On Monday blamed the rebels" lays nothing on a day.
        if found is None or not found.entity.endswith(("DATE", "TIME")):
            return found
    return None
