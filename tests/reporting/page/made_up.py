"""Reports of any size, made up."""

from __future__ import annotations

from datetime import date, timedelta

from claims.core.article import Article, Piece
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.claim import Claim, Proposition, Quantity
from claims.core.relation import Disagreement, Kind, Label, Relation, Side
from claims.core.report import Report
from claims.core.source import Source, SourceKind
from claims.core.spans import Span

CLAIMS = 15
SPEAKERS = 60
EVERY = 4


def one_claim(words: str) -> Report:
    """One article in which one source says ``words``, at odds with another that says them too."""
    text = f"Alice said {words}\n\nBob denied that {words}"
    first = Span(11, 11 + len(words))
    second = Span(len(text) - len(words), len(text))
    claims = (_claim("c1", "a1", "s1", words, first), _claim("c2", "a1", "s2", words, second))
    return Report(
        articles=(_article("a1", text, words),),
        sources=(
            Source("s1", f"Alice {words}", SourceKind.WITNESS, words, (words,)),
            Source("s2", f"Bob {words}", SourceKind.OFFICIAL),
        ),
        attributions=(
            Attribution("c1.by", "a1", (Span(0, 5),), (Span(6, 10),), (first,)),
            Attribution("c2.by", "a1", (Span(13 + len(words), 16 + len(words)),), (), (second,)),
        ),
        claims=claims,
        events=(),
        relations=(Relation("r1", "c1", "c2", Label.CONTRADICTS, Kind.COUNT, 0.9, (words,)),),
        disagreements=(
            Disagreement(
                "d1",
                words,
                (Side(words, ("c1",), ("s1",)), Side(f"not {words}", ("c2",), ("s2",))),
                0.9,
                Label.CONTRADICTS,
                Kind.COUNT,
                ("r1",),
            ),
        ),
    )


def many_articles(number: int) -> Report:
    """``number`` articles of some 600 words, whose tolls part now and then."""
    articles, claims, attributions = [], [], []
    for n in range(number):
        article, made = _long_article(n)
        articles.append(article)
        claims += [claim for claim, _ in made]
        attributions += [by for _, by in made]
    first = [claim for claim in claims if claim.id.endswith(".0")]
    pairs = list(zip(first[::EVERY], first[1::EVERY], strict=True))
    agreed = list(zip(claims[5:-3:9], claims[8::9], strict=False))
    relations = [_relation(n, a, b, Label.CONTRADICTS) for n, (a, b) in enumerate(pairs)]
    relations += [_relation(n, a, b, Label.CORROBORATES) for n, (a, b) in enumerate(agreed, len(pairs))]
    return Report(
        articles=tuple(articles),
        sources=tuple(Source(f"s{n}", f"Speaker Number {n}", SourceKind.OFFICIAL) for n in range(SPEAKERS)),
        attributions=tuple(attributions),
        claims=tuple(claims),
        events=(),
        relations=tuple(relations),
        disagreements=tuple(_disagreement(n, a, b) for n, (a, b) in enumerate(pairs)),
    )


def _long_article(n: int) -> tuple[Article, list[tuple[Claim, Attribution]]]:
    parts, found = [], []
    length = 0
    for k in range(CLAIMS):
        speaker = (7 * n + k) % SPEAKERS
        lead = f"Speaker Number {speaker} said that "
        said = f"{n + k} people were killed at the market of the town in the north"
        rest = ", after a day on which nobody had been able to reach it. " * 3
        paragraph = f"{lead}{said}{rest}".strip()
        span = Span(length + len(lead), length + len(lead) + len(said))
        claim = _claim(f"a{n}.{k}", f"a{n}", f"s{speaker}", said, span, n + k)
        by = Attribution(claim.attribution, f"a{n}", (Span(length, length + len(lead) - 11),), (), (span,))
        found.append((claim, by))
        parts.append(paragraph)
        length += len(paragraph) + 2
    return _article(f"a{n}", "\n\n".join(parts), f"Article {n}", n), found


def _article(id: str, text: str, title: str, day: int = 0) -> Article:
    when = date(2024, 1, 1) + timedelta(days=day)
    pieces = (Piece(0, Span(0, len(text))),)
    return Article(id, text, text, pieces, title=title, outlet=title, published=when)


def _claim(id: str, article: str, source: str, text: str, span: Span, figure: int = 3) -> Claim:
    return Claim(
        id=id,
        article=article,
        attribution=f"{id}.by",
        source=source,
        relays=(),
        text=text,
        spans=(span,),
        statement=text,
        commitment=Commitment.ASSERTS,
        manner=Manner.INDIRECT,
        proposition=Proposition("kill"),
        quantities=(Quantity("killed", "person", figure, figure, text),),
    )


def _relation(n: int, a: Claim, b: Claim, label: Label) -> Relation:
    return Relation(f"r{n}", a.id, b.id, label, Kind.COUNT, 0.8, ("Both speak of the town in the north.",))


def _disagreement(n: int, a: Claim, b: Claim) -> Disagreement:
    sides = tuple(Side(c.text, (c.id,), (c.source,)) for c in (a, b))
    return Disagreement(f"d{n}", f"How many in {n}?", sides, 0.8, Label.CONTRADICTS, Kind.COUNT, (f"r{n}",))
