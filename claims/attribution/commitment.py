"""How a source stands to what it says, from the cue and the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.attribution.lexicon import CueLexicon
from claims.core.attribution import Commitment
from claims.core.tokens import Sentence, Token

_NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "no"})
_CALLING = frozenset({"describe", "call", "brand", "label", "dismiss", "denounce", "reject"})
_UNTRUE = frozenset(
    {"untrue", "false", "baseless", "unfounded", "groundless", "fabricated", "fabrication", "lie", "nonsense"}
)
_SEEMING = frozenset({"seem", "appear"})
_PERHAPS = frozenset({"probably", "possibly", "perhaps", "maybe", "apparently", "presumably", "likely"})
_BELIEVED = frozenset({"believe", "think", "suspect", "fear", "presume", "assume", "suppose"})
_MAYBE = frozenset({"may", "might"})
_OPEN = frozenset({"unclear", "unknown", "uncertain"})
_SETTLED = frozenset({"clear", "known", "certain"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_UNABLE = frozenset({"unable", "impossible", "yet"})


def commitment_of(
    sentence: Sentence, cue: tuple[Token, ...], content: tuple[Token, ...], lexicon: CueLexicon
) -> Commitment:
    """The commitment that ``cue`` (words of ``sentence``) expresses, and the ``content`` itself.

    A negated verb of saying or confirming declines ("did not confirm", "has yet to confirm"); a
    negated denial hedges ("did not rule out"). What is plainly said may be hedged by its own main
    verb ("said the blast appeared to be a bomb"), be marked as hearsay, which is only passed on
    ("said the bus was reportedly full"), or be denied ("described the report as untrue"). Whoever
    quotes another passes that one's words on ("the agency quoted a witness as saying").

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
        if _hands_on(sentence, word) or _is_hearsay(sentence, content, lexicon):
            return Commitment.REPORTS
        if _is_hedged(sentence, content):
            return Commitment.HEDGES
    return plain


def _hands_on(sentence: Sentence, verb: Token) -> bool:
    """Whether ``verb`` quotes somebody; who *is quoted*, or comes after "citing", is the source itself."""
    passive = any(t.dep == "auxpass" for t in sentence.children(verb))
    return verb.lemma == "quote" and verb.tag in _FINITE and not passive


def _is_hearsay(sentence: Sentence, content: tuple[Token, ...], lexicon: CueLexicon) -> bool:
    """Whether the main verb of ``content`` is marked as what others report."""
    if not content:
        return False
    hearsay = lexicon.adverbs.keys() - _PERHAPS
    return bool(hearsay & _adverbs(sentence, content, sentence.top(content)))


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
    near = _within(sentence, content, main)
    if main.is_verb and _PERHAPS & _adverbs(sentence, content, main):
        return True
    if main.lemma in _BELIEVED and any(t.dep == "auxpass" for t in near):
        return True
    if _is_open(sentence, near, main):
        return True
    # "May be a bomb" and "may have fled" guess at what is; "may rise" looks ahead.
    looks_back = main.lemma == "be" or any(t.lemma == "have" and t.dep == "aux" for t in near)
    return looks_back and any(t.text.lower() in _MAYBE and t.tag == "MD" for t in near)


def _is_open(sentence: Sentence, near: Sequence[Token], main: Token) -> bool:
    """Whether it says that something is not known: "it was not immediately clear who fired"."""
    told = [t for t in near if t.dep == "acomp"] if main.lemma == "be" else [main]
    if any(t.text.lower() in _OPEN for t in told):
        return True
    return any(t.text.lower() in _SETTLED for t in told) and is_negated(sentence, main)


def _within(sentence: Sentence, content: tuple[Token, ...], verb: Token) -> list[Token]:
    """The words of ``content`` that hang on ``verb``."""
    inside = {t.index for t in content}
    return [t for t in sentence.children(verb) if t.index in inside]


def _adverbs(sentence: Sentence, content: tuple[Token, ...], verb: Token) -> set[str]:
    """Adverbs of ``verb`` and of what a copula says ("was *probably* a bomb")."""
    near = _within(sentence, content, verb)
    if verb.lemma == "be":
        said = [t for t in near if t.dep in ("attr", "prep")]
        near += [below for t in said for below in _within(sentence, content, t)]
    # "Were likely behind it", not "are likely to rise", which looks ahead.
    guessed = [t for t in near if t.dep == "acomp" and sentence.child(t, "xcomp") is None]
    return {t.text.lower() for t in (*guessed, *(t for t in near if t.dep == "advmod"))}


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
