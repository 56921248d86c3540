"""Any graphs, and texts that mean harm."""

from __future__ import annotations

import networkx as nx
from hypothesis import strategies as st

# One type a name: of a mixed column every value comes back as text.
ATTRIBUTES = st.fixed_dictionaries(
    {},
    optional={
        "text": st.text(max_size=30),
        "whole": st.integers(-(2**31) + 1, 2**31 - 1),
        "long": st.integers(2**40, 2**50),
        "share": st.floats(allow_nan=False, allow_infinity=False),
        "flag": st.booleans(),
        "none": st.none(),
        "label": st.text(max_size=30),
    },
)
EDGES = st.tuples(
    st.integers(0, 7), st.integers(0, 7), st.sampled_from(["said", "contradicts", "in"]), ATTRIBUTES
)


@st.composite
def graphs(draw):
    graph = draw(st.sampled_from([nx.MultiDiGraph, nx.MultiGraph]))()
    for node in range(8):
        graph.add_node(f"n{node}", **draw(ATTRIBUTES))
    for start, end, kind, data in draw(st.lists(EDGES, max_size=12)):
        graph.add_edge(f"n{start}", f"n{end}", key=kind, kind=kind, **data)
    return graph


HOSTILE = [
    "</node><script>alert(1)</script>",
    "a\x00b\x07c\x1b[31m",
    "\u202eright to left\u202c مرحبا",
    "👩‍🚒🔥 \ud83d half",
    "x" * 10_000,
    "line\nbreak\ttab\r",
    "& < > \" '",
    "\ufffe\uffff",
]
