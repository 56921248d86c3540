"""From a parsed article to its attributions, the article's own voice included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from claims.attribution.candidates import seen_by_tagger, worth_asking
from claims.attribution.commitment import commitment_of, head_of, untruth
from claims.attribution.contents import (
    concessions,
    of_a_topic,
    on_one_side,
    tidy,
    up_to_source,
    whole_quotations,
    without_lead,
)
from claims.attribution.flat import read_flat
from claims.attribution.floating import floating, parted, unmarked
from claims.attribution.headlines import closed_by_source
from claims.attribution.inner import inner
from claims.attribution.lexicon import CueLexicon
from claims.attribution.manner import manner_of
from claims.attribution.narrator import narrated
from claims.attribution.nesting import nest
from claims.attribution.passed_over import passed_over
from claims.attribution.passing import passed_on
from claims.attribution.quotations import Quotation, quotations
from claims.attribution.reading import Reading, read
from claims.attribution.relays import relay_of
from claims.attribution.surnames import with_surnames
from claims.attribution.tagger import Tagger
from claims.attribution.tolls import figure_put
from claims.attribution.windows import Pieces, pieces_of
from claims.core.attribution import Attribution, Manner
from claims.core.document import Document
from claims.core.spans import Span, Spans, characters, cover
from claims.core.tokens import SUBJECTS, Sentence, Token

LEAST = 0.35
"""Probability below which an attribution is not reported; one that is as likely wrong as right is
marked as uncertain in reports rather than hidden."""


_BARE = frozenset({"DT", "IN", "PRP$", "POS", "CC", ",", ":"})
_FORMULAS = frozenset({"goodbye", "farewell", "hello", "hi", "thanks", "sorry", "prayers", "grace", "mass"})
_GIVING = frozenset({"give", "make", "offer", "provide", "release", "issue"})
"""Whoever gives no toll, or makes no mention of a raid, states neither."""
_TOLD = frozenset(
    {"account", "advice", "age", "answer", "assessment", "assurance", "breakdown", "cause"}
    | {"count", "date", "deadline", "description", "detail", "estimate", "evidence", "example"}
    | {"explanation", "figure", "guarantee", "hint", "idea", "impression", "indication"}
    | {"information", "instruction", "list", "location", "message", "name", "notice", "number"}
    | {"opinion", "order", "percentage", "picture", "reaction", "reason", "reply", "response"}
    | {"sign", "signal", "summary", "testimony", "timeline", "toll", "total", "ultimatum"}
    | {"update", "version", "view", "warning", "word"}
)
"""What is given in words; who gives a patient an injection says nothing."""
_FORESEEING = frozenset({"expect", "schedule", "plan", "anticipate"})
_ENTITLING = frozenset({"on", "to"})
"""A claim on a house, or to a throne, says nothing."""


class Extractor:
    """Finds attributions with one tagger.

    Parameters
    ----------
    tagger
        A cue-conditioned tagger, or a flat one.
    least
        Probability below which nothing is reported.
    """

    def __init__(self, tagger: Tagger, least: float = LEAST) -> None:
        self._tagger = tagger
        self._lexicon = CueLexicon.load()
        self._least = least

    def readings(self, document: Document, scheme: str = "every") -> list[Reading]:
        """What the tagger alone finds, the best reading of each cue.

        Parameters
        ----------
        scheme
            ``every`` for all attributions, ``outermost`` for PolNeAR's convention.
        """
        words = [[t.span for t in sentence.tokens] for sentence in document.sentences]
        pieces = pieces_of(document.article.text, words, self._tagger.vocabulary)
        if not pieces.words:
            return []
        tagger = self._tagger
        if tagger.conditioned:
            found = self._asked(document, pieces, scheme)
        else:
            found = read_flat(pieces, tagger, scheme)
        return _best_of_each([r for r in found if r.probability >= self._least])

    def _asked(self, document: Document, pieces: Pieces, scheme: str) -> list[Reading]:
        tokens = [t for s in document.sentences for t in s.tokens]
        seen = seen_by_tagger(pieces, self._tagger, scheme)
        candidates = [*seen.candidates, *worth_asking(document, tokens, self._lexicon, seen)]
        return read(candidates, pieces, self._tagger, scheme)

    def __call__(self, document: Document) -> tuple[Attribution, ...]:
        """All attributions of ``document``: said, floating, and the article's own voice.

        Returns
        -------
        tuple of Attribution
            In the order of the text, with ids ``<article>:a<number>``.
        """
        quoted = quotations(document.article.text)
        readings = with_surnames(self.readings(document), document.article.text)
        said = [a for r in readings if (a := self._attribution(r, document, readings, quoted)) is not None]
        said = closed_by_source(document, said, self._lexicon)
        said = passed_over(document, said, self._lexicon)
        said = inner(document, said, self._lexicon)
        said = passed_on(nest(_without_doubles(parted(document, said))), document.article.text)
        said += floating(document, said, quoted)
        said += unmarked(document, said, quoted)
        said += narrated(document, said)
        return _numbered(said, document.article.id)

    def _attribution(
        self,
        reading: Reading,
        document: Document,
        readings: Sequence[Reading],
        quoted: Sequence[Quotation],
    ) -> Attribution | None:
        text = document.article.text
        cues = [span for r in readings if r is not reading for span in r.cue]
        content = on_one_side(reading.content, reading.anchor, document.article.headline)
        content = up_to_source(content, reading.source, document.article.headline, cues)
        content = whole_quotations(content, quoted)
        holes = [*reading.cue, *reading.source, *concessions(document, content, cues)]
        content = tuple(without_lead(s, document) for s in tidy(content, holes, text))
        place = document.sentence_at(reading.anchor[0].start)
        if not content or place is None:
            return None
        cue = tuple(t for t in place.tokens if any(s.overlaps(t.span) for s in reading.cue))
        # PolNeAR also marks attitudes and agreements ("they oppose", "agreed by"): no statements.
        if reading.cue and not self._lexicon.names_saying(cue):
            return None
        if _says_nothing(place, cue, content, document):
            return None
        stated = tuple(t for s in content for t in place.within(s))
        if word := head_of(place, cue):
            content = _mended(place, word, content, stated, holes, text)
        return Attribution(
            id="",
            article=document.article.id,
            source=_naming(document, _without_place(place, tidy(reading.source, (), text))),
            cue=reading.cue,
            content=content,
            relay=tidy(reading.relay, (), text) or relay_of(place, cue, (*reading.source, *content)),
            manner=manner_of(
                replace(reading, content=content), place, cue, quoted, document.article.headline, text
            ),
            commitment=commitment_of(place, cue, stated, self._lexicon),
            probability=reading.probability,
        )


def _mended(
    sentence: Sentence,
    cue: Token,
    content: Spans,
    stated: tuple[Token, ...],
    holes: Sequence[Span],
    text: str,
) -> Spans:
    """``content`` without its topic and a verdict on it, and with the figure that is put to a toll."""
    told, topic = of_a_topic(sentence, cue, content)
    if topic:
        content = tidy(told, (*holes, *topic), text) or content
    if figure := figure_put(sentence, cue):
        content = tidy((*content, cover(t.span for t in figure)), holes, text)
    if verdict := untruth(cue, stated):
        content = tidy(content, [cover(t.span for t in verdict)], text) or content
    return content


def _without_place(sentence: Sentence, source: Spans) -> Spans:
    """``source`` without the place that the sentence opens with ("in the port, *Ostra*, the mayor said")."""
    words = [t for s in source for t in sentence.within(s)]
    if not words or words[0].dep != "appos" or sentence.head(words[0]).dep != "pobj":
        return source
    speaker = next((t for t in words if t.dep in SUBJECTS), None)
    own = sentence.subtree(speaker) if speaker is not None else ()
    if not own or words[0] in own:
        return source
    return (cover(t.span for t in own if t in words),)


def _best_of_each(readings: list[Reading]) -> list[Reading]:
    """Of readings whose cues overlap, the most probable.

    A source without a cue counts only where no attribution with a cue has it as its source.
    """
    kept: list[Reading] = []
    taken: set[int] = set()
    for reading in sorted(readings, key=lambda r: (not r.cue, -r.probability)):
        own = characters(reading.anchor)
        spoken_for = characters(s for r in kept for s in r.source) if not reading.cue else set()
        if not own & (taken | spoken_for):
            kept.append(reading)
            taken |= own
    return sorted(kept, key=lambda r: r.anchor[0].start)


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """Drop an attribution that another one gives better: same source and nearly the same content."""
    kept: list[Attribution] = []
    given: dict[frozenset[int], list[set[int]]] = defaultdict(list)
    for attribution in sorted(found, key=lambda a: -a.probability):
        own = characters(attribution.content)
        others = given[frozenset(characters(attribution.source))]
        nearly = (len(own & other) > 0.9 * max(len(own), len(other)) for other in others)
        if not attribution.source or not any(nearly):
            kept.append(attribution)
            others.append(own)
    return sorted(kept, key=lambda a: (a.cue or a.content)[0].start)


def _naming(document: Document, source: Spans) -> Spans:
    """What of ``source`` is more than "the"; where nothing is, the noun that this belongs to, if any."""

    def words(span: Span) -> list[tuple[Sentence, Token]]:
        return [(sentence, t) for sentence in document.sentences_in(span) for t in sentence.within(span)]

    if named := tuple(s for s in source if any(t.tag not in _BARE for _, t in words(s))):
        return named
    found = [pair for s in source for pair in words(s)]
    nouns = ((t, sentence.head(t)) for sentence, t in found if t.dep == "det")
    return next(((cover((t.span, noun.span)),) for t, noun in nouns if noun.is_noun), ())


def _says_nothing(
    sentence: Sentence, cue: tuple[Token, ...], content: tuple[Span, ...], document: Document
) -> bool:
    """Whether what follows the cue states nothing: "declined to say how many", "who said what"."""
    word = head_of(sentence, cue)
    first = next((t for s in document.sentences_in(content[0]) for t in s.within(content[0])), None)
    if word is None or first is None:
        return False
    if first.text.lower() in _FORMULAS and word.lemma == "say":
        return True
    if word.is_noun and word.lemma == "claim" and cue[-1].text.lower() in _ENTITLING:
        return True
    asks = first.tag in ("WRB", "WP", "WDT") or first.text.lower() in ("whether", "if")
    above = sentence.head(word)
    if word.lemma == "mention" and any(t.text.lower() == "no" for t in (*cue, *sentence.children(word))):
        return True
    giver = word if word.is_verb else above
    given = sentence.child(giver, "dobj") if giver.lemma in _GIVING else None
    if given is not None and any(t.text.lower() == "no" for t in sentence.children(given)):
        return True
    if giver.lemma == "give" and _hands_over(sentence, content):
        return True
    if word.lemma in _FORESEEING and sentence.child(word, "auxpass") and not _has_verb(sentence, content):
        return True  # "A verdict is expected in March."
    declined = above.lemma in ("decline", "refuse", "fail", "unable") or word.lemma in ("decline", "refuse")
    return asks and (
        declined
        or not any(
            t.is_noun or t.is_verb for s in document.sentences_in(content[0]) for t in s.within(content[0])
        )
    )


def _has_verb(sentence: Sentence, content: tuple[Span, ...]) -> bool:
    return any(t.is_verb for span in content for t in sentence.within(span))


def _hands_over(sentence: Sentence, content: tuple[Span, ...]) -> bool:
    """Whether a thing is given, no words: what is said has no verb and is not called by a noun of telling."""
    words = [t for span in content for t in sentence.within(span)]
    if not words or any((t.is_verb and t.dep != "amod") or t.tag == "CD" for t in words):
        return False
    return not any(t.lemma in _TOLD for t in words)


def _numbered(found: list[Attribution], article: str) -> tuple[Attribution, ...]:
    ordered = sorted(
        found, key=lambda a: (min(s.start for s in (*a.content, *a.cue)), a.manner is Manner.NARRATOR)
    )
    names = {a.id: f"{article}:a{i}" for i, a in enumerate(ordered, 1)}
    return tuple(replace(a, id=names[a.id], inside=names.get(a.inside or "")) for a in ordered)
