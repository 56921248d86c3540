"""Makes claims of labelled ones, so that the comparison can be measured apart from the extraction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.attribution.extractor import Extractor
from claims.core.article import Article, Piece
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.claim import Claim
from claims.core.document import Document
from claims.core.source import Attributed, Source, SourceKind
from claims.core.spans import Span, characters, joined
from claims.sources import Actors
from claims.statements.builder import ClaimBuilder
from claims.statements.frames import Frames
from claims.statements.measures import Measures
from claims.statements.places import Gazetteer
from claims.syntax.parser import Parser
from claims.training.conflict_data import GoldClaim

_AGAINST = frozenset({Commitment.DENIES, Commitment.DOUBTS})
TOLD = 0.4
"""Share of a statement from which what is said in it counts as all of it."""


@dataclass(frozen=True)
class Given:
    """Claims made of labelled ones, their sources, and the labelled claim that each comes from."""

    claims: tuple[Claim, ...]
    sources: Mapping[str, Source]
    origin: Mapping[str, str]


def given(
    labelled: Sequence[GoldClaim],
    articles: Mapping[str, Article],
    parser: Parser,
    extractor: Extractor,
    actors: Actors,
) -> Given:
    """The statement of each labelled claim, read as if its source had said it in its article.

    A statement may hold several claims; they count as parts of one saying. Some statements tell of
    the saying, too ("the army denied that …"); then what is said in them is taken. A denial that is
    worded as what its source holds ("the army did not …") asserts that.
    """
    builder = ClaimBuilder(Frames.load(), actors.parties, Gazetteer(), Measures())
    sources: dict[str, Source] = {}
    told = dict.fromkeys(g.article for g in labelled)
    states = {id: builder.state_of(parser(articles[id])) for id in told}
    found: list[Claim] = []
    for gold in labelled:
        source = _source(gold, actors)
        sources[source.id] = source
        document = parser(_article(gold, articles[gold.article]))
        saying = _saying(gold, document, extractor)
        found += _claims(gold, saying, document, source, builder, states[gold.article])
    return Given(tuple(found), sources, {c.id: c.attribution for c in found})


def _article(gold: GoldClaim, article: Article) -> Article:
    """The statement as an article of its own, with the date of the real one."""
    text = gold.statement
    whole = (Piece(0, Span(0, len(text))),)
    return replace(article, id=gold.id, title=None, raw=text, text=text, pieces=whole, headline=None)


def _saying(gold: GoldClaim, document: Document, extractor: Extractor) -> Attribution:
    text = gold.statement
    manner = Manner.INDIRECT if gold.source else Manner.NARRATOR
    whole = Attribution(gold.id, gold.id, (), (), (Span(0, len(text)),), manner=manner)
    told = [
        a
        for a in extractor(document)
        if a.manner is not Manner.NARRATOR and a.source and _names(a, gold, text) and a.inside is None
    ]
    if gold.source and told and len(characters(told[0].content)) >= TOLD * len(text):
        return replace(
            whole, source=told[0].source, cue=told[0].cue, content=told[0].content, commitment=gold.commitment
        )
    settled = gold.commitment in _AGAINST
    return replace(whole, commitment=Commitment.ASSERTS if settled else gold.commitment)


def _names(attribution: Attribution, gold: GoldClaim, text: str) -> bool:
    named = set(joined(attribution.source, text).casefold().split())
    return bool(named & set((gold.source or "").casefold().split()) - {"the", "of", "a"})


def _claims(
    gold: GoldClaim,
    saying: Attribution,
    document: Document,
    source: Source,
    builder: ClaimBuilder,
    state: str | None,
) -> list[Claim]:
    made = builder(document, (saying,), Attributed((source,), {gold.id: source.id}), state)
    return [
        replace(
            claim,
            id=f"{gold.id}/{number}",
            article=gold.article,
            spans=(gold.span,),
            commitment=_commitment(claim, gold),
        )
        for number, claim in enumerate(made, 1)
    ]


def _commitment(claim: Claim, gold: GoldClaim) -> Commitment:
    """That of the label, which a clause that is itself no denial leaves as it was read.

    "The army did not fire", which the army says on being accused, denies and is read as a denial once.
    """
    return gold.commitment if gold.commitment in _AGAINST and claim.proposition.negated else claim.commitment


def _source(gold: GoldClaim, actors: Actors) -> Source:
    if gold.source is None:
        return Source(f"{gold.article}:narrator", "narrator", SourceKind.NARRATOR)
    party = actors.parties.party_of(gold.source, speaking=True)
    named = any(word[:1].isupper() for word in gold.source.split())
    # "Activists" of two articles are two sources.
    id = gold.source.casefold() if named else f"{gold.article}:{gold.source.casefold()}"
    return Source(id, gold.source, SourceKind.OTHER, party)
