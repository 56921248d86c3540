"""Through whom something was said: "told *Reuters*", "quoted by *the agency*"."""

from __future__ import annotations

from claims.core.spans import Span, Spans
from claims.core.tokens import Sentence, Token

_TELLING = frozenset({"tell", "inform", "brief"})
_PASSING_ON = frozenset({"quote", "cite", "carry", "publish", "report", "air", "broadcast"})
_CUT = frozenset({"relcl", "acl", "punct", "appos", "cc", "conj", "advcl", "ccomp"})


def relay_of(sentence: Sentence, cue: tuple[Token, ...], taken: Spans) -> Spans:
    """The relay that the syntax shows where the tagger gave none.

    It is the one told, or, of a passive of quoting or of a participle beside the statement
    ("in a statement carried by ..."), the one by whom.

    Parameters
    ----------
    taken
        Source and content, which a relay cannot overlap.
    """
    for verb in (t for t in cue if t.is_verb):
        near = sentence.child(verb, "dobj", "dative") if verb.lemma in _TELLING else None
        by = _by_whom(sentence, verb) if verb.lemma in _PASSING_ON else None
        for noun in (near, by):
            if noun is not None and noun.is_noun:
                words = sentence.subtree(noun, _CUT)
                span = Span(words[0].start, words[-1].end)
                if not any(span.overlaps(s) for s in taken):
                    return (span,)
    return ()


def _by_whom(sentence: Sentence, verb: Token) -> Token | None:
    if verb.tag != "VBN":
        return None
    agent = next((c for c in sentence.children(verb, "agent", "prep") if c.text.lower() == "by"), None)
    return sentence.child(agent, "pobj") if agent else None
