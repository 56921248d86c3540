"""Graphs as people look at them: with labels, colours, sizes and days.

Both views are plain graphs of networkx, whose attributes every format of ``graphs.formats`` can
hold. Nodes have ``kind``, ``label``, ``color`` (#rrggbb), ``size`` (a diameter), ``contested``,
``differing`` and ``corroborated`` (see :mod:`graphs.contention`), and where a day is known ``start``
and ``end``; edges have ``kind``, ``color`` and ``thickness``. Positions are given by
:mod:`graphs.layout`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import networkx as nx

from claims.core.relation import Label, Relation
from claims.core.report import Report
from claims.core.source import Source
from graphs.build import Plain, claim_graph, narrators, node, source_node
from graphs.contention import Contention, Contentions
from graphs.options import View
from graphs.palette import ARTICLE, EVENT, RELATIONS, STRUCTURE, party_colour, party_colours
from graphs.timeline import timeline

LONGEST_LABEL = 60
THICKEST = 8.0
NO_COMMUNITY = "no party"

_PAIRED = (Label.CONTRADICTS, Label.CORROBORATES)
_LABELS = {label.value: label for label in Label}


def view_of(report: Report, view: View) -> nx.MultiDiGraph | nx.MultiGraph:
    """The graph of ``view``."""
    return claims_view(report) if view is View.CLAIMS else sources_view(report)


def claims_view(report: Report) -> nx.MultiDiGraph:
    """Articles, sources, claims, events and disagreements, and how they hang together.

    The graph is that of :func:`graphs.build.claim_graph`. Sources and claims have the colour of
    their party, relations that of their label; a node is the larger the more contested it is. A
    label is shortened; the ``statement`` of a claim and the ``question`` of a disagreement are whole.

    Examples
    --------
    >>> from claims.core.report import Report
    >>> len(claims_view(Report((), (), (), (), (), (), ())))
    0
    """
    graph = claim_graph(report)
    contentions, days = Contentions(report), timeline(report)
    colours = _node_colours(report)
    for key, claims in _belonging(report).items():
        if key in graph:
            _look(graph.nodes[key], colours[key], contentions.of(claims), days.since(claims))
    for article in report.articles:
        graph.nodes[node("article", article.id)].update(days.of_article(article.id))
    for start, end, data in graph.edges(data=True):
        _draw(data, graph.nodes[start], graph.nodes[end])
    return graph


def sources_view(report: Report) -> nx.MultiGraph:
    """Sources, and an edge for each pair that contradicts or corroborates.

    The ``weight`` of an edge says how many pairs of claims of the two do so, ``slots`` on what. The
    ``community`` of a source is its party. What a source says against itself makes no edge and is
    counted in ``against_itself``. A source that is at odds with nobody, or a mere relay, is there
    too.

    Examples
    --------
    >>> from claims.core.report import Report
    >>> len(sources_view(Report((), (), (), (), (), (), ())))
    0
    """
    graph = nx.MultiGraph()
    contentions, days = Contentions(report), timeline(report)
    colours, belonging, pairs = _node_colours(report), _belonging(report), _pairs(report)
    said = Counter(claim.source for claim in report.claims)
    for key, source, data in _sources(report):
        graph.add_node(
            key,
            **data,
            community=source.party or NO_COMMUNITY,
            claims=said[source.id],
            against_itself=len(pairs.get((key, key, Label.CONTRADICTS), ())),
        )
        _look(graph.nodes[key], colours[key], contentions.of(belonging[key]), days.since(belonging[key]))
    for (a, b, label), relations in pairs.items():
        if a != b and a in graph and b in graph:
            spells = (days.once((r.a, r.b)) for r in relations)
            first = min(spells, key=lambda spell: spell.get("start", ""))
            graph.add_edge(a, b, key=label.value, **_pair(label, relations), **first)
    return graph


def shortened(text: str, longest: int = LONGEST_LABEL) -> str:
    """``text`` in one line of at most ``longest`` characters, cut at a word where there is one.

    Examples
    --------
    >>> shortened("three soldiers were injured", 16)
    'three soldiers …'
    """
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    head, space, _ = cut.rpartition(" ")
    return f"{head} …" if space and len(head) > longest // 2 else f"{cut}…"


def _look(data: dict[str, Plain], color: str, contention: Contention, spell: dict[str, str]) -> None:
    data.update(
        label=shortened(str(data.get("label", ""))) or str(data["kind"]),
        color=color,
        size=contention.size,
        contested=contention.contested,
        differing=contention.differing,
        corroborated=contention.corroborated,
        **spell,
    )


def _draw(data: dict[str, Plain], start: Mapping[str, Plain], end: Mapping[str, Plain]) -> None:
    label = _LABELS.get(str(data["kind"]))
    score = float(data.get("score", 0))
    data["color"] = STRUCTURE if label is None else RELATIONS[label]
    data["thickness"] = 1 + 2 * score
    if score > 0:
        data["weight"] = score
    for name in ("start", "end"):  # an edge is there once both of its ends are
        if day := max(str(start.get(name, "")), str(end.get(name, ""))):
            data[name] = day


def _pair(label: Label, relations: Sequence[Relation]) -> dict[str, Plain]:
    slots = dict.fromkeys(r.kind.value for r in relations if r.kind)
    often = len(relations)
    data: dict[str, Plain] = {
        "kind": label.value,
        "label": label.value,
        "weight": often,
        "score": max(r.score for r in relations),
        "color": RELATIONS[label],
        "thickness": min(THICKEST, 1 + often / 2),
    }
    return data | ({"slots": "; ".join(slots)} if slots else {})


def _pairs(report: Report) -> dict[tuple[str, str, Label], list[Relation]]:
    """Relations by the nodes of their two sources, in the order of the keys, and the label."""
    speaker = {claim.id: node("source", claim.source) for claim in report.claims}
    found: dict[tuple[str, str, Label], list[Relation]] = defaultdict(list)
    for relation in report.relations:
        if relation.label in _PAIRED and {relation.a, relation.b} <= speaker.keys():
            first, second = sorted((speaker[relation.a], speaker[relation.b]))
            found[first, second, relation.label].append(relation)
    return found


def _sources(report: Report) -> Iterator[tuple[str, Source, dict[str, Plain]]]:
    names = narrators(report)
    for source in report.sources:
        yield node("source", source.id), source, source_node(source, names)


def _belonging(report: Report) -> dict[str, list[str]]:
    """The claims that belong to each node: those of an article, by a source or through it, and so on."""
    found: dict[str, list[str]] = {node("source", s.id): [] for s in report.sources}
    found |= {node("article", a.id): [] for a in report.articles}
    found |= {node("event", e.id): [] for e in report.events}
    found |= {
        node("disagreement", d.id): [c for side in d.sides for c in side.claims] for d in report.disagreements
    }
    for claim in report.claims:
        found[node("claim", claim.id)] = [claim.id]
        homes = [node("article", claim.article), *(node("source", s) for s in (claim.source, *claim.relays))]
        for home in (*homes, node("event", claim.event or "")):
            if home in found:
                found[home].append(claim.id)
    return found


def _node_colours(report: Report) -> dict[str, str]:
    party = {source.id: source.party for source in report.sources}
    colours = party_colours(party.get(claim.source) for claim in report.claims)
    found = {node("article", a.id): ARTICLE for a in report.articles}
    found |= {node("event", e.id): EVENT for e in report.events}
    found |= {node("disagreement", d.id): RELATIONS[d.label] for d in report.disagreements}
    found |= {node("source", s.id): party_colour(s.party, colours) for s in report.sources}
    for claim in report.claims:
        found[node("claim", claim.id)] = party_colour(party.get(claim.source), colours)
    return found
