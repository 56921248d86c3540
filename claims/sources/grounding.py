"""The words of a source put right by the syntax: other clauses' words go, a name cut off is completed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.core.attribution import Attribution, Manner
from claims.core.document import Document
from claims.core.spans import Span, Spans, cover
from claims.core.tokens import SUBJECTS, Sentence, Token

_MODIFYING = frozenset({"compound", "amod", "nmod", "npadvmod"})
_TOLD = frozenset({"dobj", "dative", "iobj"})
_FARTHEST_HEAD = 4
# what follows a headline's source is often the dateline; of "Russian claims" the source is the adjective
_SHORT = frozenset({Manner.HEADLINE, Manner.NOMINAL})


def grounded(document: Document, spans: Spans, attribution: Attribution) -> Spans:
    """The words at ``spans`` that name one source (or relay) of ``attribution``, whole.

    Of words in two sentences those beside the cue are kept; of two phrases, the one that the cue
    governs. A name whose end was left out ("union leader Ali" of "union leader Ali Kaya") is taken
    to its end, though never over the cue or the content.
    """
    sentence = _sentence(document, spans, attribution)
    if sentence is None:
        return spans
    given = _words(sentence, spans)
    cue = _words(sentence, attribution.cue)
    kept = _governed(sentence, given, cue, spans)
    taken = {t.index for t in (*cue, *_words(sentence, attribution.content))}
    whole = kept if attribution.manner in _SHORT else (*kept, *_missing(sentence, kept, taken))
    if whole == given and len(_sentences(document, spans)) == 1:
        return spans
    return tuple(_runs(whole))


def _sentences(document: Document, spans: Spans) -> list[Sentence]:
    return [s for s in document.sentences if any(s.span.overlaps(span) for span in spans)]


def _sentence(document: Document, spans: Spans, attribution: Attribution) -> Sentence | None:
    """The sentence that names the source, of several the one that holds the cue."""
    named = _sentences(document, spans)
    saying = (s for s in named if any(s.span.overlaps(c) for c in attribution.cue))
    return next(saying, named[0] if named else None)


def _words(sentence: Sentence, spans: Spans) -> tuple[Token, ...]:
    return tuple(t for t in sentence.tokens if any(t.span.overlaps(s) for s in spans))


def _governed(
    sentence: Sentence, words: tuple[Token, ...], cue: tuple[Token, ...], spans: Spans
) -> tuple[Token, ...]:
    """Of two phrases that do not belong together the one that depends on the cue."""
    inside = {t.index for t in words}
    tops = [t for t in words if t.dep != "punct" and (t.is_root or t.head not in inside)]
    verbs = {t.index for t in cue}
    saying = [t for t in tops if t.head in verbs and not t.is_root and t.dep not in _TOLD]
    chosen = next((t for t in saying if t.dep in SUBJECTS), saying[0] if saying else None)
    if chosen is None:
        return tuple(t for t in words if t.span.overlaps(spans[0])) or words
    if len(tops) == 1:
        return words
    held = {t.index for t in sentence.subtree(chosen)}
    begin = next(i for i, t in enumerate(words) if t.index in held)
    # a title that the parser hung elsewhere belongs to its name; the end of the clause before does not
    ends_another = words[begin].tag == "DT" and tops[0].dep == "pobj" and words[0].tag != "DT"
    while begin and not ends_another and _beside(words[begin - 1], words[begin], spans):
        begin -= 1
    end = words.index(chosen) + 1
    while end < len(words) and (words[end].index in held or _beside(words[end - 1], words[end], spans)):
        end += 1
    return words[begin:end]


def _beside(before: Token, after: Token, spans: Spans) -> bool:
    """Whether two words stand in one span."""
    return any(s.start <= before.start and after.end <= s.end for s in spans)


def _missing(sentence: Sentence, words: tuple[Token, ...], taken: set[int]) -> Iterator[Token]:
    """The words that a phrase cut off in its middle goes on with."""
    if not words:
        return
    last = words[-1]
    while (end := _end_of_name(sentence, last)) > last.index:
        more = sentence.tokens[last.index + 1 : end + 1]
        if taken.intersection(t.index for t in more):
            return
        yield from more
        last = more[-1]


def _end_of_name(sentence: Sentence, last: Token) -> int:
    """Index of the word that a phrase that ends in ``last`` must reach at least."""
    modifies = last.dep in _MODIFYING or last.tag == "HYPH"
    if modifies and 0 < last.head - last.index <= _FARTHEST_HEAD:
        return last.head
    after = sentence.tokens[last.index + 1] if last.index + 1 < len(sentence.tokens) else None
    if after is None or after.tag not in {"NNP", "NNPS"}:
        return last.index
    goes_on = after.entity.startswith("I-") and last.entity != "O"
    # "the news agency DHA", which parsers hang side by side
    named = last.tag == "NN" and after.head in {last.head, last.index} and not after.entity.endswith("DATE")
    return after.index if goes_on or (named and after.dep in {"appos", last.dep}) else last.index


def _runs(words: Sequence[Token]) -> Iterator[Span]:
    """The spans of words that stand side by side."""
    run: list[Token] = []
    for token in words:
        if run and token.index != run[-1].index + 1:
            yield cover(tuple(t.span for t in run))
            run = []
        run.append(token)
    if run:
        yield cover(tuple(t.span for t in run))
