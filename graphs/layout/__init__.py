"""Where the nodes of a graph stand, and what is written beside them.

A large graph is cut into islands of nodes that hang together closely; each is laid out by itself
(:mod:`~graphs.layout.stress`), its nodes and labels are pushed apart
(:mod:`~graphs.layout.separation`), and the islands are packed side by side, linked ones near each
other (:mod:`~graphs.layout.packing`). Time and memory grow with nodes and edges, because no island
is larger than a fixed number of nodes.
"""
