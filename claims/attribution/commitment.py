"""How a source stands to what it says, from the cue and the words around it."""

from __future__ import annotations

from claims.attribution.lexicon import CueLexicon
from claims.core.attribution import Commitment
from claims.core.tokens import Sentence, Token

_NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "no"})
_CALLING = frozenset({"describe", "call", "brand", "label", "dismiss", "denounce", "reject"})
_UNTRUE = frozenset(
    {"untrue", "false", "baseless", "unfounded", "groundless", "fabricated", "fabrication", "lie", "nonsense"}
)
_SEEMING = frozenset({"seem", "appear"})
_PERHAPS = frozenset({"probably", "possibly", "perhaps", "maybe", "apparently", "presumably"})
_UNABLE = frozenset({"unable", "impossible", "yet"})


def commitment_of(
    sentence: Sentence, cue: tuple[Token, ...], content: tuple[Token, ...], lexicon: CueLexicon
) -> Commitment:
    """The commitment that ``cue`` (words of ``sentence``) expresses, and the ``content`` itself.

    A negated verb of saying or confirming declines ("did not confirm", "has yet to confirm"); a
    negated denial hedges ("did not rule out"). What is plainly said may be hedged by its own main
    verb ("said the blast appeared to be a bomb"), or denied ("described the report as untrue").

    Parameters
    ----------
    content
        The words of the content that stand in ``sentence``.
    """
    word = head_of(sentence, cue)
    if word is None:
        return Commitment.ASSERTS
    plain = _class_of(word, cue, lexicon)
    if _ruled_out(sentence, word):
        return Commitment.HEDGES if is_negated(sentence, word) else Commitment.DENIES
    if word.is_verb and is_negated(sentence, word):
        if plain is Commitment.DENIES:
            return Commitment.HEDGES
        if plain in (Commitment.ASSERTS, Commitment.DECLINES):
            return Commitment.DECLINES
    if plain is Commitment.ASSERTS and word.is_verb:
        if untruth(word, content):
            return Commitment.DENIES
        if _is_hedged(sentence, content):
            return Commitment.HEDGES
    return plain


def untruth(verb: Token, content: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of ``content`` that call the rest of it untrue ("... *as completely untrue*").

    Empty if there are none, or nothing besides them.
    """
    if verb.lemma not in _CALLING:
        return ()
    at = next((i for i, t in enumerate(content) if t.text.lower() == "as"), 0)
    tail = content[at:]
    told = any(t.text.isalnum() for t in content[:at])
    return tail if told and any(t.lemma in _UNTRUE or t.text.lower() in _UNTRUE for t in tail[1:4]) else ()


def _is_hedged(sentence: Sentence, content: tuple[Token, ...]) -> bool:
    """Whether the main verb of ``content`` states a guess about what has happened.

    A guess about what will ("is likely to rise") is a forecast, and asserted.
    """
    if not content:
        return False
    main = sentence.top(content)
    if main.lemma in _SEEMING:
        return True
    inside = {t.index for t in content}
    near = [t for t in sentence.children(main) if t.index in inside]
    return main.is_verb and any(t.text.lower() in _PERHAPS and t.dep == "advmod" for t in near)


def head_of(sentence: Sentence, cue: tuple[Token, ...]) -> Token | None:
    """The word of a cue that carries its meaning: its highest verb or noun."""
    heavy = tuple(t for t in cue if t.is_verb or t.is_noun)
    inner = tuple(t for t in heavy if t.dep not in ("aux", "auxpass"))
    chosen = inner or heavy
    return sentence.top(chosen) if chosen else (cue[0] if cue else None)


def is_negated(sentence: Sentence, word: Token) -> bool:
    """Whether ``word`` is negated by a word that hangs on it or on the verb that governs it."""
    chain = [word]
    for above in sentence.ancestors(word):
        if chain[-1].dep not in ("xcomp", "ccomp", "acomp", "aux", "relcl", "advcl"):
            break
        if above.lemma not in ("be", "have", "able", "unable", "yet"):
            break
        chain.append(above)
    for verb in chain:
        if verb.lemma in _UNABLE:
            return True
        for below in sentence.children(verb):
            if below.dep == "neg" or (below.text.lower() in _NEGATIONS and below.dep in ("advmod", "det")):
                return True
            # "Has yet to confirm", not "Yet he has confirmed".
            if below.text.lower() == "yet" and any(
                t.text.lower() in ("have", "has", "had") and t.index < below.index
                for t in (*sentence.children(verb), *chain)
            ):
                return True
    return False


def _class_of(word: Token, cue: tuple[Token, ...], lexicon: CueLexicon) -> Commitment:
    for token in cue:
        if token.text.lower() in lexicon.adverbs:
            return lexicon.adverbs[token.text.lower()]
    first, second = (lexicon.nouns, lexicon.verbs) if word.is_noun else (lexicon.verbs, lexicon.nouns)
    return first.get(word.lemma) or second.get(word.lemma, Commitment.ASSERTS)


def _ruled_out(sentence: Sentence, word: Token) -> bool:
    return word.lemma == "rule" and any(c.text.lower() == "out" for c in sentence.children(word))
