"""The claim graph with what people decided, for Gephi."""

from __future__ import annotations

import io

from claims.core.decisions import supported
from claims.core.review import Dispute
from claims.exporting.findings import Findings
from graphs.build import Plain, node
from graphs.draw import title_of
from graphs.formats.gexf import write_gexf
from graphs.layout.place import laid_out
from graphs.views import claims_view


def gexf_bytes(findings: Findings) -> bytes:
    """The claims view of a report as GEXF; disagreements and events carry the decisions about them."""
    graph = claims_view(findings.report)
    for dispute in findings.disputes:
        if (key := node("disagreement", dispute.disagreement.id)) in graph:
            graph.nodes[key].update(_decided(dispute))
        if dispute.event is None or dispute.event_standing is None or dispute.event_standing.grade is None:
            continue
        if (key := node("event", dispute.event.id)) in graph:
            graph.nodes[key]["grade"] = dispute.event_standing.grade.value
    stream = io.BytesIO()
    write_gexf(laid_out(graph), stream, title_of(findings.report))
    return stream.getvalue()


def _decided(dispute: Dispute) -> dict[str, Plain]:
    standing = dispute.standing
    held = [side.position for side in dispute.disagreement.sides if supported(dispute, side)]
    known: dict[str, Plain | None] = {
        "state": standing.state.value,
        "verdict": standing.verdict.value if standing.verdict else None,
        "flagged": standing.flagged,
        "supported": "; ".join(held) or None,
        "reviewer": standing.reviewer,
        "evidence": "; ".join(evidence.url for evidence in standing.evidence) or None,
    }
    return {name: value for name, value in known.items() if value is not None}
