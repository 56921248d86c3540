"""Makes claims of labelled ones, so that the comparison can be measured apart from the extraction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claims.core.article import Article, Piece
from claims.core.attribution import Attribution, Manner
from claims.core.claim import Claim
from claims.core.source import Attributed, Source, SourceKind
from claims.core.spans import Span
from claims.sources import Actors
from claims.statements.builder import ClaimBuilder
from claims.statements.frames import Frames
from claims.statements.measures import Measures
from claims.statements.places import Gazetteer
from claims.syntax.parser import Parser
from claims.training.conflict_data import GoldClaim


@dataclass(frozen=True)
class Given:
    """Claims made of labelled ones, their sources, and the labelled claim that each comes from."""

    claims: tuple[Claim, ...]
    sources: Mapping[str, Source]
    origin: Mapping[str, str]


def given(
    labelled: Sequence[GoldClaim], articles: Mapping[str, Article], parser: Parser, actors: Actors
) -> Given:
    """The statement of each labelled claim, read as if its source had said it in its article.

    A statement may hold several claims; they count as parts of one saying.
    """
    builder = ClaimBuilder(Frames.load(), actors.parties, Gazetteer(), Measures())
    sources: dict[str, Source] = {}
    found: list[Claim] = []
    for gold in labelled:
        source = _source(gold, actors)
        sources[source.id] = source
        found += _claims(gold, articles[gold.article], source, parser, builder)
    return Given(tuple(found), sources, {c.id: c.attribution for c in found})


def _claims(
    gold: GoldClaim, article: Article, source: Source, parser: Parser, builder: ClaimBuilder
) -> list[Claim]:
    text = gold.statement
    whole = Span(0, len(text))
    stated = replace(
        article, id=gold.id, title=None, raw=text, text=text, pieces=(Piece(0, whole),), headline=None
    )
    attribution = Attribution(
        id=gold.id,
        article=gold.id,
        source=(),
        cue=(),
        content=(whole,),
        relay=(),
        manner=Manner.INDIRECT if gold.source else Manner.NARRATOR,
        commitment=gold.commitment,
        probability=1.0,
    )
    attributed = Attributed((source,), {gold.id: source.id})
    made = builder(parser(stated), (attribution,), attributed)
    return [
        replace(claim, id=f"{gold.id}/{number}", article=gold.article, spans=(gold.span,))
        for number, claim in enumerate(made, 1)
    ]


def _source(gold: GoldClaim, actors: Actors) -> Source:
    if gold.source is None:
        return Source(f"{gold.article}:narrator", "narrator", SourceKind.NARRATOR)
    party = actors.parties.party_of(gold.source, speaking=True)
    return Source(gold.source.casefold(), gold.source, SourceKind.OTHER, party)
