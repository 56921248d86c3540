"""The claim graph of a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import networkx as nx

from claims.core.article import Article
from claims.core.claim import Claim, Event
from claims.core.relation import Disagreement, Relation
from claims.core.report import Report
from claims.core.source import Source, SourceKind

Plain = str | int | float | bool


def claim_graph(report: Report) -> nx.MultiDiGraph:
    """Articles, sources, claims, events and disagreements of a report as one graph.

    Every node has ``kind`` (``article``, ``source``, ``claim``, ``event`` or ``disagreement``) and
    ``label``. Its key is the kind and the id, since an article and a claim may share an id. Edges
    have ``kind``, which is their key too: ``said`` from a source to its claim, ``relayed`` from the
    channel, ``in`` from a claim to its article, ``about`` from a claim to its event, ``answers``
    from a claim to its disagreement, with the ``position`` of its side, and the label of a relation
    between two claims, with ``slot``, ``score`` and ``reasons``. Where two relations of a pair have
    one label, the key of the second is its id. Attributes are plain values; what is not known is
    left out.

    Examples
    --------
    >>> from claims.core.report import Report
    >>> claim_graph(Report((), (), (), (), (), (), ())).number_of_nodes()
    0
    """
    graph = nx.MultiDiGraph()
    names = narrators(report)
    voices = {source.id: source_node(source, names) for source in report.sources}
    for article in report.articles:
        graph.add_node(node("article", article.id), **_article(article))
    for id, voice in voices.items():
        graph.add_node(node("source", id), **voice)
    for event in report.events:
        graph.add_node(node("event", event.id), **_event(event))
    for claim in report.claims:
        graph.add_node(node("claim", claim.id), **_claim(claim, voices.get(claim.source)))
    for claim in report.claims:
        _attach(graph, claim)
    for disagreement in report.disagreements:
        _answered(graph, disagreement)
    for relation in report.relations:
        _related(graph, relation)
    return graph


def narrators(report: Report) -> dict[str, str]:
    """A name for each source that is the own voice of an article of no known outlet.

    Examples
    --------
    >>> from claims.core.report import Report
    >>> narrators(Report((), (), (), (), (), (), ()))
    {}
    """
    own = {source.id for source in report.sources if source.kind is SourceKind.NARRATOR}
    titles = {a.id: a.title for a in report.articles if a.title and not a.outlet}
    home = {c.source: c.article for c in report.claims if c.source in own and c.article in titles}
    return {source: f"article “{titles[article]}”" for source, article in home.items()}


def node(kind: str, id: str) -> str:
    """The key of a node.

    Examples
    --------
    >>> node("claim", "c1")
    'claim:c1'
    """
    return f"{kind}:{id}"


def _attach(graph: nx.MultiDiGraph, claim: Claim) -> None:
    key = node("claim", claim.id)
    _link(graph, node("source", claim.source), key, "said")
    for relay in claim.relays:
        _link(graph, node("source", relay), key, "relayed")
    _link(graph, key, node("article", claim.article), "in")
    if claim.event is not None:
        _link(graph, key, node("event", claim.event), "about")


def _answered(graph: nx.MultiDiGraph, disagreement: Disagreement) -> None:
    key = node("disagreement", disagreement.id)
    graph.add_node(key, **_disagreement(disagreement))
    for side in disagreement.sides:
        for claim in side.claims:
            _link(graph, node("claim", claim), key, "answers", _known(position=side.position))


def _related(graph: nx.MultiDiGraph, relation: Relation) -> None:
    start, end = node("claim", relation.a), node("claim", relation.b)
    label = relation.label.value
    key = relation.id if graph.has_edge(start, end, key=label) else label
    _link(graph, start, end, label, _relation(relation), key)


def _link(
    graph: nx.MultiDiGraph,
    start: str,
    end: str,
    kind: str,
    more: Mapping[str, Plain] | None = None,
    key: str | None = None,
) -> None:
    """Add an edge between nodes that are there: an edge must not make a node without a kind."""
    if start in graph and end in graph:
        graph.add_edge(start, end, key=key or kind, kind=kind, **(more or {}))


def _article(article: Article) -> dict[str, Plain]:
    return _known(
        kind="article",
        label=article.title or article.outlet or article.id,
        outlet=article.outlet,
        url=article.url,
        path=article.path,
        published=article.published,
    )


def source_node(source: Source, names: Mapping[str, str]) -> dict[str, Plain]:
    """The attributes of a source's node; ``names`` are those of :func:`narrators`."""
    return _known(
        kind="source",
        label=names.get(source.id, source.name) or source.id,
        source_kind=source.kind.value,
        party=source.party,
        aliases="; ".join(source.aliases),
    )


def _event(event: Event) -> dict[str, Plain]:
    return _known(
        kind="event",
        label=event.what or event.id,
        what=event.what,
        where=event.where,
        when=event.when,
        who=event.who,
        whom=event.whom,
    )


def _disagreement(disagreement: Disagreement) -> dict[str, Plain]:
    return _known(
        kind="disagreement",
        label=disagreement.question,
        question=disagreement.question,
        relation=disagreement.label.value,
        slot=disagreement.kind.value,
        score=disagreement.score,
        sides="; ".join(side.position for side in disagreement.sides),
    )


def _claim(claim: Claim, voice: Mapping[str, Plain] | None) -> dict[str, Plain]:
    when = claim.proposition.when
    return _known(
        kind="claim",
        label=claim.statement or claim.text or claim.id,
        statement=claim.statement,
        text=claim.text,
        speaker=voice["label"] if voice else None,
        party=voice.get("party") if voice else None,
        commitment=claim.commitment.value,
        manner=claim.manner.value,
        places="; ".join(place.name for place in claim.proposition.places),
        when=when.text if when else None,
        figures="; ".join(quantity.text for quantity in claim.quantities),
        probability=claim.probability,
    )


def _relation(relation: Relation) -> dict[str, Plain]:
    return _known(
        label=relation.label.value,
        slot=relation.kind.value if relation.kind else None,
        score=relation.score,
        reasons="; ".join(relation.reasons),
        relation=relation.id,
    )


def _known(**attributes: str | float | date | None) -> dict[str, Plain]:
    """Plain values of what is known: dates as ISO 8601, nothing for None or an empty text."""
    plain = {
        name: value.isoformat() if isinstance(value, date) else value for name, value in attributes.items()
    }
    return {name: value for name, value in plain.items() if value is not None and value != ""}
