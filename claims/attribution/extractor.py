"""From a parsed article to its attributions, the article's own voice included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tokenizers import Tokenizer

from claims.attribution.candidates import Candidate, seen_by_tagger, worth_asking
from claims.attribution.commitment import commitment_of, head_of
from claims.attribution.contents import (
    concessions,
    on_one_side,
    tidy,
    whole_quotations,
    without_lead,
)
from claims.attribution.floating import floating, parted
from claims.attribution.lexicon import CueLexicon
from claims.attribution.manner import manner_of
from claims.attribution.narrator import narrated
from claims.attribution.nesting import nest
from claims.attribution.quotations import Quotation, quotations
from claims.attribution.reading import Reading, read
from claims.attribution.relays import relay_of
from claims.attribution.tagger import Tagger
from claims.attribution.windows import Pieces
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.document import Document
from claims.core.spans import Span, characters
from claims.core.tokens import Sentence, Token


@dataclass(frozen=True)
class Thresholds:
    """Least probability of an attribution.

    Attributes
    ----------
    seen, asked
        With a cue that the tagger saw by itself, and with one that it was only asked about.
    """

    seen: float = 0.4
    asked: float = 0.6


class Extractor:
    """Finds attributions with one tagger.

    Parameters
    ----------
    tagger
        The cue-conditioned tagger.
    thresholds
        Below these probabilities nothing is reported.
    """

    def __init__(self, tagger: Tagger, thresholds: Thresholds = Thresholds()) -> None:
        self._tagger = tagger
        self._lexicon = CueLexicon.load()
        self._thresholds = thresholds

    def readings(self, document: Document, scheme: str = "every") -> list[Reading]:
        """What the tagger alone finds, the best reading of each cue.

        Parameters
        ----------
        scheme
            ``every`` for all attributions, ``outermost`` for PolNeAR's convention.
        """
        pieces = pieces_of(document, self._tagger.tokenizer)
        if not pieces.words:
            return []
        markers = self._tagger.markers(scheme)
        tokens = [t for s in document.sentences for t in s.tokens]
        seen = seen_by_tagger(pieces, self._tagger, markers)
        asked = worth_asking(document, tokens, self._lexicon, seen)
        candidates: list[Candidate] = [*seen, *asked]
        found = []
        for candidate, reading in zip(
            candidates, read(candidates, pieces, self._tagger, markers), strict=True
        ):
            least = self._thresholds.seen if candidate.seen else self._thresholds.asked
            if reading.probability >= least:
                found.append(reading)
        return _best_of_each(found)

    def __call__(self, document: Document) -> tuple[Attribution, ...]:
        """All attributions of ``document``: said, floating, and the article's own voice.

        Returns
        -------
        tuple of Attribution
            In the order of the text, with ids ``<article>:a<number>``.
        """
        quoted = quotations(document.article.text)
        readings = self.readings(document)
        said = [a for r in readings if (a := self._attribution(r, document, readings, quoted)) is not None]
        said = nest(_without_doubles(parted(document, said)))
        said += floating(document, said, quoted)
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
        content = on_one_side(reading.content, reading.cue, document.article.headline)
        content = whole_quotations(content, quoted)
        holes = [*reading.cue, *reading.source, *concessions(document, content, cues)]
        content = tuple(without_lead(s, text) for s in tidy(content, holes, text))
        place = document.sentence_at(reading.cue[0].start)
        if not content or place is None:
            return None
        cue = tuple(t for t in place.tokens if any(s.overlaps(t.span) for s in reading.cue))
        # PolNeAR also marks attitudes and agreements ("they oppose", "agreed by"): no statements.
        if not self._lexicon.names_saying(cue):
            return None
        if _says_nothing(place, cue, content, document):
            return None
        return Attribution(
            id="",
            article=document.article.id,
            source=tidy(reading.source, (), text),
            cue=reading.cue,
            content=content,
            relay=tidy(reading.relay, (), text) or relay_of(place, cue, (*reading.source, *content)),
            manner=manner_of(
                replace(reading, content=content), place, cue, quoted, document.article.headline, text
            ),
            commitment=commitment_of(place, cue, self._lexicon),
            probability=reading.probability,
        )


def pieces_of(document: Document, tokenizer: Tokenizer) -> Pieces:
    """The words and sentences of ``document`` as the tagger's pieces."""
    spans: list[Span] = []
    bounds: list[tuple[int, int]] = []
    for sentence in document.sentences:
        bounds.append((len(spans), len(spans) + len(sentence.tokens)))
        spans.extend(t.span for t in sentence.tokens)
    forms = [s.of(document.article.text) for s in spans]
    unknown = (int(tokenizer.token_to_id("[UNK]") or 0),)
    encoded = tokenizer.encode_batch(forms, add_special_tokens=False)
    return Pieces(
        tuple(spans),
        tuple(tuple(e.ids[:8]) or unknown for e in encoded),
        tuple(f[:1].isupper() for f in forms),
        tuple(bounds),
    )


def _best_of_each(readings: list[Reading]) -> list[Reading]:
    """Of readings whose cues overlap, the most probable."""
    kept: list[Reading] = []
    for reading in sorted(readings, key=lambda r: -r.probability):
        own = characters(reading.cue)
        if not any(own & characters(other.cue) for other in kept):
            kept.append(reading)
    return sorted(kept, key=lambda r: r.cue[0].start)


def _without_doubles(found: list[Attribution]) -> list[Attribution]:
    """Drop an attribution that another one gives better: same source and nearly the same content."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: -a.probability):
        own = characters(attribution.content)
        twin = any(
            characters(other.source) == characters(attribution.source)
            and attribution.source
            and len(own & characters(other.content)) > 0.9 * max(len(own), len(characters(other.content)))
            for other in kept
        )
        if not twin:
            kept.append(attribution)
    return sorted(kept, key=lambda a: a.cue[0].start)


def _says_nothing(
    sentence: Sentence, cue: tuple[Token, ...], content: tuple[Span, ...], document: Document
) -> bool:
    """Whether what follows the cue states nothing: "declined to say how many", "who said what"."""
    word = head_of(sentence, cue)
    first = next((t for s in document.sentences_in(content[0]) for t in s.within(content[0])), None)
    if word is None or first is None:
        return False
    asks = first.tag in ("WRB", "WP", "WDT") or first.text.lower() in ("whether", "if")
    above = sentence.head(word)
    declined = above.lemma in ("decline", "refuse", "fail", "unable") or word.lemma in ("decline", "refuse")
    return asks and (
        declined
        or not any(
            t.is_noun or t.is_verb for s in document.sentences_in(content[0]) for t in s.within(content[0])
        )
    )


def _numbered(found: list[Attribution], article: str) -> tuple[Attribution, ...]:
    ordered = sorted(
        found, key=lambda a: (min(s.start for s in (*a.content, *a.cue)), a.manner is Manner.NARRATOR)
    )
    names = {a.id: f"{article}:a{i}" for i, a in enumerate(ordered, 1)}
    return tuple(
        replace(
            a,
            id=names[a.id],
            inside=names.get(a.inside or ""),
            commitment=Commitment.REPORTS
            if a.commitment is Commitment.ASSERTS and _passes_on(a, ordered)
            else a.commitment,
        )
        for a in ordered
    )


def _passes_on(a: Attribution, found: Sequence[Attribution]) -> bool:
    """Whether all that ``a`` says is somebody else's saying."""
    whole = len(characters(a.content))
    return any(
        other.inside == a.id
        and other.manner is not Manner.NOMINAL
        and len(characters((*other.content, *other.cue, *other.source)) & characters(a.content)) > 0.8 * whole
        for other in found
    )
