"""Trees put right where the grammar leaves no doubt.

The parser learned from edited text. Reports whose commas were lost, or that run figures together,
leave it with verbs without a subject, whose subject stands right before them on another word:
"six were killed including *women and children and 20 others wounded*", "in the province of *Idlib
11 people were killed*".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.core.tokens import SUBJECTS, Sentence, Token

_FINITE = ("VBD", "VBZ", "VBP")
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "parataxis", "pcomp"})
_INSIDE_PHRASE = frozenset(
    {"CD", "JJ", "JJR", "DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "POS", "RB", "RBR", "RBS", "IN", "VBN"}
)
_BEFORE_FIGURES = frozenset({"than", "to"})
_MANY = frozenset({"dozens", "scores", "tens", "hundreds", "thousands", "millions", "couple", "number"})
_REST = frozenset({"other", "others", "more"})
_SUFFERED = frozenset({"kill", "injure", "wound", "hurt", "arrest", "capture", "detain", "displace"})
_LABELS = {"IN": "quantmod", "CD": "nummod"}
_LONGEST = 8
"""Words of a subject at most."""


def repaired(sentence: Sentence) -> Sentence:
    """``sentence`` with verbs that lack a subject given the one before them, where it is free."""
    for verb in sentence.tokens:
        if verb.is_verb and verb.dep not in ("aux", "auxpass", "amod", "compound"):
            sentence = _with_subject(sentence, sentence.tokens[verb.index])
    return sentence


def _with_subject(sentence: Sentence, verb: Token) -> Sentence:
    if sentence.child(verb, *SUBJECTS) is not None:
        return sentence
    before = _before(sentence, verb)
    if before is None:
        return sentence
    first = _first_of(sentence, before)
    joined = first > 0 and sentence.tokens[first - 1].tag == "CC"
    if verb.dep == "conj" and joined and before.index != verb.head:
        return _given(sentence, verb, before, first, sentence.head(verb))
    if verb.dep in _CLAUSES and joined and before.dep == "conj" and _is_finite(sentence, verb):
        return _given(sentence, verb, before, first, _verb_above(sentence, before))
    if verb.dep == "acl" and joined and verb.head == before.index:
        above = _listed_under(sentence, before)
        if above is not None and verb.lemma in _SUFFERED:
            return _given(sentence, verb, before, first, above)
    if _is_stranded(sentence, verb, before, first):
        return _given(sentence, verb, before, first, None)
    return sentence


def _before(sentence: Sentence, verb: Token) -> Token | None:
    """The nominal right before ``verb`` and its own auxiliaries and adverbs."""
    at = verb.index - 1
    while at >= 0:
        token = sentence.tokens[at]
        helps = token.head == verb.index and token.dep in ("aux", "auxpass", "neg")
        if not helps and not (token.tag == "RB" and token.head == verb.index):
            break
        at -= 1
    token = sentence.tokens[at] if at >= 0 else verb
    nominal = token.is_noun or token.tag == "CD" or token.text.lower() in _REST
    return token if nominal and token.index != verb.index else None


def _first_of(sentence: Sentence, noun: Token) -> int:
    """Where the phrase of ``noun`` begins."""
    first = noun.index
    while first > 0 and noun.index - first < _LONGEST:
        token, after = sentence.tokens[first - 1], sentence.tokens[first]
        of_many = token.text == "of" and first > 1 and sentence.tokens[first - 2].text.lower() in _MANY
        if token.tag == "IN" and not (of_many or token.text.lower() in _BEFORE_FIGURES):
            break
        # "In Idlib 11 people": the figure opens the phrase.
        if token.tag not in _INSIDE_PHRASE or (after.tag == "CD" and token.is_noun):
            break
        first -= 1
    return first


def _listed_under(sentence: Sentence, noun: Token) -> Token | None:
    """The verb above a list after "including" in which ``noun``, the rest or a number, stands last."""
    counted = noun.text.lower() in _REST or any(t.tag == "CD" for t in sentence.children(noun))
    listed = any(t.text.lower() == "including" for t in sentence.ancestors(noun))
    return _verb_above(sentence, noun) if noun.dep == "conj" and counted and listed else None


def _verb_above(sentence: Sentence, noun: Token) -> Token | None:
    above = sentence.ancestors(noun)
    return next((t for t in above if t.is_verb and t.text.lower() != "including"), None)


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    helpers = sentence.children(verb, "aux", "auxpass")
    return verb.tag in _FINITE or any(t.tag in (*_FINITE, "MD") for t in helpers)


def _is_stranded(sentence: Sentence, verb: Token, noun: Token, first: int) -> bool:
    """Whether a finite verb has none before it but the second object of one preposition.

    A figure after a noun begins a phrase of its own ("in Daraa *16 civilians* were killed").
    """
    if verb.dep not in _CLAUSES or not _is_finite(sentence, verb):
        return False
    if noun.dep != "pobj" or noun.index == verb.head:
        return False
    objects = sentence.children(sentence.head(noun), "pobj")
    opens = first > 0 and sentence.tokens[first].tag == "CD" and sentence.tokens[first - 1].is_noun
    return opens or any(t.index < noun.index for t in objects)


def _given(sentence: Sentence, verb: Token, noun: Token, first: int, above: Token | None) -> Sentence:
    """``noun``, whose phrase begins at ``first``, as the subject of ``verb``, joined to ``above``."""
    passive = verb.tag == "VBN" or sentence.child(verb, "auxpass") is not None
    changed = {noun.index: (verb.index, "nsubjpass" if passive else "nsubj")}
    if above is not None and above.index != verb.index:
        changed[verb.index] = (above.index, "conj")
        changed[first - 1] = (above.index, "cc")
    # What stood before the phrase as a part of it takes its place there.
    for token in sentence.children(noun):
        if token.index == first - 1 and token.is_noun:
            changed[token.index] = (noun.head, noun.dep)
    # What stands in the phrase and hung on words before it goes with its noun.
    for token in sentence.tokens[first : noun.index]:
        if not first <= token.head <= noun.index:
            changed[token.index] = (noun.index, _LABELS.get(token.tag, "amod"))
    made = _changed(sentence.tokens, changed)
    return sentence if _has_circle(made) else Sentence(made)


def _changed(tokens: Sequence[Token], changed: dict[int, tuple[int, str]]) -> tuple[Token, ...]:
    return tuple(
        replace(t, head=changed[t.index][0], dep=changed[t.index][1]) if t.index in changed else t
        for t in tokens
    )


def _has_circle(tokens: Sequence[Token]) -> bool:
    for token in tokens:
        at, steps = token, 0
        while not at.is_root:
            at, steps = tokens[at.head], steps + 1
            if steps > len(tokens):
                return True
    return False
