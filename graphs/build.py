"""The claim graph of a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import networkx as nx

from claims.core.article import Article
from claims.core.claim import Claim, Event
from claims.core.relation import Relation
from claims.core.report import Report
from claims.core.source import Source

Plain = str | int | float | bool


def claim_graph(report: Report) -> nx.MultiDiGraph:
    """Articles, sources, claims and events of a report as one graph.

    Every node has ``kind`` (``article``, ``source``, ``claim`` or ``event``) and ``label``. Its key
    is the kind and the id, since an article and a claim may share an id. Edges have ``kind``,
    which is their key too: ``said`` from a source to its claim, ``relayed`` from the channel, ``in``
    from a claim to its article, ``about`` from a claim to its event, and the label of a relation
    between two claims, with ``slot``, ``score`` and ``reasons``. Attributes are plain values; what
    is not known is left out.

    Examples
    --------
    >>> from claims.core.report import Report
    >>> claim_graph(Report((), (), (), (), (), (), ())).number_of_nodes()
    0
    """
    graph = nx.MultiDiGraph()
    for article in report.articles:
        graph.add_node(node("article", article.id), **_article(article))
    for source in report.sources:
        graph.add_node(node("source", source.id), **_source(source))
    for event in report.events:
        graph.add_node(node("event", event.id), **_event(event))
    for claim in report.claims:
        graph.add_node(node("claim", claim.id), **_claim(claim))
    for claim in report.claims:
        _attach(graph, claim)
    for relation in report.relations:
        _link(
            graph,
            node("claim", relation.a),
            node("claim", relation.b),
            relation.label.value,
            _relation(relation),
        )
    return graph


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


def _link(
    graph: nx.MultiDiGraph, start: str, end: str, kind: str, more: Mapping[str, Plain] | None = None
) -> None:
    """Add an edge between nodes that are there: an edge must not make a node without a kind."""
    if start in graph and end in graph:
        graph.add_edge(start, end, key=kind, kind=kind, **(more or {}))


def _article(article: Article) -> dict[str, Plain]:
    return _known(
        kind="article",
        label=article.title or article.outlet or article.id,
        outlet=article.outlet,
        url=article.url,
        path=article.path,
        published=article.published,
    )


def _source(source: Source) -> dict[str, Plain]:
    return _known(
        kind="source",
        label=source.name,
        source_kind=source.kind.value,
        party=source.party,
        aliases="; ".join(source.aliases),
    )


def _event(event: Event) -> dict[str, Plain]:
    return _known(
        kind="event",
        label=event.what,
        what=event.what,
        where=event.where,
        when=event.when,
        who=event.who,
        whom=event.whom,
    )


def _claim(claim: Claim) -> dict[str, Plain]:
    when = claim.proposition.when
    return _known(
        kind="claim",
        label=claim.statement or claim.text,
        text=claim.text,
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
