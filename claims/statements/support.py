"""Deeds named by a noun: "carried out the attack on the convoy", "was behind it", "denied involvement in it".

After the support-verb constructions of FrameNet: the verb says little, the noun names what was done,
and what the noun governs is whom it befell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.core.tokens import Sentence, Token
from claims.statements.frames import Frames

_LIGHT = frozenset(
    {"carry", "launch", "conduct", "stage", "perform", "mount", "commit", "inflict", "cause", "undertake"}
    | {"execute", "orchestrate", "deal", "wage"}
)
ANSWERABLE = frozenset(
    {"responsible", "behind", "involved", "answerable", "guilty", "blame", "culpable", "involve"}
)
_RECORDING = frozenset({"document", "record", "verify", "register"})
SHARE = frozenset({"involvement", "role", "responsibility", "part", "participation", "complicity", "hand"})
_LINKS = frozenset({"in", "for", "behind", "of"})
_UPON = ("on", "against", "at", "upon", "to", "of", "in", "near")
"""Prepositions of what a deed befalls, the surest first."""

DEEDS = frozenset({"violence", "destruction", "harm", "custody"})


@dataclass(frozen=True)
class Support:
    """The noun of a deed and the noun of what it befalls (None if not said).

    Attributes
    ----------
    shared
        Whether only a share in the deed is named ("involvement in"), and whose is left to the source.
    whose
        Whose share it is ("*the army's* responsibility for").
    denied
        Whether the noun itself denies it ("no role in").
    recorded
        Whether the subject of the verb only tells of it ("documented the use of howitzers").
    """

    deed: Token
    upon: Token | None
    shared: bool = False
    denied: bool = False
    whose: Token | None = None
    recorded: bool = False


def support(sentence: Sentence, verb: Token, predicate: Token, frames: Frames) -> Support | None:
    """The deed that a clause names by a noun, None where its verb names it itself.

    Parameters
    ----------
    verb
        The main verb, or the noun of a clause without one.
    predicate
        The verb, or what a copula says of its subject.
    """
    if predicate.lemma in SHARE and predicate.is_noun:
        whose = sentence.child(predicate, "poss") or _noun_before(sentence, predicate)
        unnamed = whose is None and sentence.child(verb, "nsubj", "nsubjpass", "csubj") is None
        found = _governed(sentence, predicate, frames)
        return found and replace(found, shared=unnamed, denied=_is_none(sentence, predicate), whose=whose)
    if verb.lemma in _LIGHT and verb.is_verb:
        deed = sentence.child(verb, "dobj", "nsubjpass")
        return _support(sentence, deed, frames, beside=verb)
    if verb.lemma in _RECORDING and verb.is_verb:
        noted = sentence.child(verb, "dobj", "nsubjpass")
        found = _support(sentence, noted, frames, deeds=DEEDS | {"means"})
        return found and replace(found, recorded=True)
    if predicate.lemma in ANSWERABLE:
        return _governed(sentence, predicate, frames)
    behind = next((p for p in sentence.children(verb, "prep") if p.text.lower() == "behind"), None)
    if behind is not None and verb.lemma in ("be", "stand"):
        return _support(sentence, sentence.child(behind, "pobj"), frames)
    share = sentence.child(verb, "dobj") if verb.is_verb else None
    if share is not None and share.lemma == "nothing" and verb.lemma == "have":
        # "Nothing" is the verb's own negation.
        return _dealt_with(sentence, share, frames)
    if share is not None and share.lemma in SHARE and verb.lemma in ("have", "play", "take"):
        found = _governed(sentence, share, frames) or _governed(sentence, verb, frames)
        return found and replace(found, denied=_is_none(sentence, share))
    return None


def laid_on(sentence: Sentence, words: Sequence[Token], frames: Frames) -> tuple[Token, Support] | None:
    """Whose responsibility for which deed the words take for granted ("evidence of *the army's* ...").

    Who is held answerable stands before the noun, also where its apostrophe was lost.
    """
    for noun in words:
        if noun.lemma != "responsibility" or _is_none(sentence, noun):
            continue
        found = _governed(sentence, noun, frames)
        owner = sentence.child(noun, "poss") or _noun_before(sentence, noun)
        if found is not None and owner is not None:
            return owner, found
    return None


def _noun_before(sentence: Sentence, noun: Token) -> Token | None:
    at = noun.index - 1
    while at >= 0 and sentence.tokens[at].tag in ("JJ", "RB"):
        at -= 1
    before = sentence.tokens[at] if at >= 0 else None
    return before if before is not None and before.is_noun and before.text.endswith("s") else None


def _dealt_with(sentence: Sentence, nothing: Token, frames: Frames) -> Support | None:
    """The deed that somebody has "nothing to do with"."""
    after = sentence.tokens[nothing.index + 1 : nothing.index + 4]
    if [t.text.lower() for t in after] != ["to", "do", "with"]:
        return None
    return _support(sentence, sentence.child(after[-1], "pobj"), frames)


def _is_none(sentence: Sentence, noun: Token) -> bool:
    return any(t.text.lower() == "no" for t in sentence.children(noun, "det"))


def _governed(sentence: Sentence, word: Token, frames: Frames) -> Support | None:
    for preposition in sentence.children(word, "prep"):
        if preposition.text.lower() in _LINKS:
            named = sentence.child(preposition, "pobj")
            for deed in (named, *(sentence.children(named, "conj") if named else ())):
                if (found := _support(sentence, deed, frames)) is not None:
                    return found
    return None


def _support(
    sentence: Sentence,
    deed: Token | None,
    frames: Frames,
    beside: Token | None = None,
    deeds: frozenset[str] = DEEDS,
) -> Support | None:
    if deed is None or not deed.is_noun or frames.groups.get(frames.of(deed) or "") not in deeds:
        return None
    held = [*sentence.children(deed, "prep"), *(sentence.children(beside, "prep") if beside else ())]
    # "A strike on Friday" was on nothing that is told.
    objects = {
        p.text.lower(): o
        for p in held
        if (o := sentence.child(p, "pobj")) is not None and not o.entity.endswith(("DATE", "TIME"))
    }
    upon = next((objects[p] for p in _UPON if p in objects), None)
    return Support(deed, upon)
