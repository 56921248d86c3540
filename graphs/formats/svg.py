"""A picture of a graph as SVG, without any script and with no need of another file.

Shapes tell what a node is, colours its party, dashes and colours the kind of an edge, and a legend
what each means. Every node and every edge says in a ``title`` what it is, which browsers show under
the pointer and screen readers read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import networkx as nx
from lxml import etree

from graphs.formats.columns import fit
from graphs.formats.legend import EDGE, Placed, legend
from graphs.formats.shapes import CIRCLE, RELATIONS, dashes, outline
from graphs.layout.captions import FONT, Caption, captions
from graphs.layout.place import diameter, laid_out

NAMESPACE = "http://www.w3.org/2000/svg"
MARGIN = 24.0
PAPER, INK, HALO = "#ffffff", "#1a1a1a", "#ffffff"
DEFAULT_NODE, DEFAULT_EDGE = "#a6a6a6", "#c4c4c4"

_FONTS = "DejaVu Sans, Helvetica, Arial, sans-serif"
_APART = 16.0
"""How far the middles of two parallel edges are from each other."""

_LABEL_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.15, 0.85, 0.1, 0.9)

Data = Mapping[str, Any]
Point = tuple[float, float]


@dataclass(frozen=True)
class _Frame:
    """What of the plane is seen: its upper left corner and its size, ``y`` growing downwards."""

    left: float
    top: float
    width: float
    height: float


def write_svg(graph: nx.Graph, path: Path | BinaryIO, title: str = "") -> tuple[float, float]:
    """Draw a graph; one whose nodes have no ``x`` and ``y`` is laid out first.

    Parameters
    ----------
    title
        What the picture is called, for screen readers.

    Returns
    -------
    tuple of float
        Width and height of the picture.
    """
    placed = (
        graph if all({"x", "y"} <= data.keys() for _, data in graph.nodes(data=True)) else laid_out(graph)
    )
    spots = {key: (float(data["x"]), -float(data["y"])) for key, data in placed.nodes(data=True)}
    written = captions(placed)
    frame = _frame(placed, spots, written)
    explained = legend(placed, frame.width)
    whole = _Frame(frame.left, frame.top - explained.height, frame.width, frame.height + explained.height)
    with etree.xmlfile(str(path) if isinstance(path, Path) else path, encoding="utf-8") as file:
        file.write_declaration()
        with file.element(_tag("svg"), _canvas(whole), nsmap={None: NAMESPACE}):
            _titled(file, title or "A graph of claims")
            _shape(file, "rect", _rectangle(whole) | {"fill": PAPER})
            for edge in _drawing_order(placed):
                _edge(file, edge, placed, spots)
            for key, data in placed.nodes(data=True):
                _node(file, data, spots[key], str(key))
            for key, caption in written.items():
                _caption(file, caption, spots[key], diameter(placed.nodes[key]))
            _edge_labels(file, placed, spots, written)
            for placed_entry in explained.marks:
                _explanation(file, placed_entry, whole)
    return whole.width, whole.height


def _frame(graph: nx.Graph, spots: Mapping[Hashable, Point], written: Mapping[Hashable, Caption]) -> _Frame:
    boxes = [_extent(graph.nodes[key], spot, written.get(key)) for key, spot in spots.items()]
    left = min((b[0] for b in boxes), default=0.0) - MARGIN
    top = min((b[1] for b in boxes), default=0.0) - MARGIN
    right = max((b[2] for b in boxes), default=0.0) + MARGIN
    bottom = max((b[3] for b in boxes), default=0.0) + MARGIN
    return _Frame(left, top, right - left, bottom - top)


def _extent(data: Data, spot: Point, caption: Caption | None) -> tuple[float, float, float, float]:
    size = diameter(data)
    wide, high = (size, 0.0) if caption is None else (max(size, caption.width), caption.height)
    x, y = spot
    return x - wide / 2, y - size / 2, x + wide / 2, y + size / 2 + high


def _taken(data: Data, spot: Point, caption: Caption) -> Iterator[tuple[float, float, float, float]]:
    """The rectangles of a node and of its caption."""
    yield _extent(data, spot, None)
    top = spot[1] + diameter(data) / 2
    yield spot[0] - caption.width / 2, top, spot[0] + caption.width / 2, top + caption.height


def _canvas(frame: _Frame) -> dict[str, str]:
    box = " ".join(_number(v) for v in (frame.left, frame.top, frame.width, frame.height))
    size = {"width": _number(frame.width), "height": _number(frame.height)}
    return {"viewBox": box, **size, "role": "img", "font-family": _FONTS}


def _rectangle(frame: _Frame) -> dict[str, str]:
    corner = {"x": _number(frame.left), "y": _number(frame.top)}
    return corner | {"width": _number(frame.width), "height": _number(frame.height)}


@dataclass(frozen=True)
class _Edge:
    """An edge with its place among those of its pair: 0 is straight, others bend to either side."""

    start: Hashable
    end: Hashable
    data: Data
    bend: float


def _drawing_order(graph: nx.Graph) -> list[_Edge]:
    """Relations last, so that nothing lies over them."""
    edges = list(_bent(graph))
    return sorted(edges, key=lambda edge: edge.data.get("kind") in RELATIONS)


def _bent(graph: nx.Graph) -> Iterator[_Edge]:
    together: Counter[frozenset[Hashable]] = Counter(frozenset((a, b)) for a, b in graph.edges())
    seen: Counter[frozenset[Hashable]] = Counter()
    for start, end, data in graph.edges(data=True):
        pair = frozenset((start, end))
        place = seen[pair] - (together[pair] - 1) / 2
        seen[pair] += 1
        forth = next(iter(sorted(map(str, pair)))) == str(start)
        yield _Edge(start, end, data, place if forth else -place)


def _edge(file: Any, edge: _Edge, graph: nx.Graph, spots: Mapping[Hashable, Point]) -> None:
    kind = str(edge.data.get("kind", ""))
    related = kind in RELATIONS
    look = {
        "d": _path(edge, spots, diameter(graph.nodes[edge.start])),
        "fill": "none",
        "stroke": _colour(edge.data, DEFAULT_EDGE),
        "stroke-width": _number(_positive(edge.data.get("thickness"), 1.0) if related else 0.8),
        "stroke-opacity": "0.9" if related else "0.6",
    }
    if (dash := dashes(kind)) is not None:
        look["stroke-dasharray"] = dash
    names = (str(graph.nodes[key].get("label", key)) for key in (edge.start, edge.end))
    _shape(file, "path", look, f" — {kind or 'linked'} — ".join(names))


def _path(edge: _Edge, spots: Mapping[Hashable, Point], size: float) -> str:
    (x, y), (to_x, to_y) = spots[edge.start], spots[edge.end]
    if edge.start == edge.end:
        wide = size * (1 + abs(edge.bend) / 2)
        arms = f"{_number(x - wide)} {_number(y - 2 * wide)} {_number(x + wide)} {_number(y - 2 * wide)}"
        return f"M{_number(x)} {_number(y)}C{arms} {_number(x)} {_number(y)}"
    start, end = f"M{_number(x)} {_number(y)}", f"{_number(to_x)} {_number(to_y)}"
    if edge.bend == 0:
        return f"{start}L{end}"
    along, across = _pull(edge, spots)
    return f"{start}Q{_number(along)} {_number(across)} {end}"


def _pull(edge: _Edge, spots: Mapping[Hashable, Point]) -> Point:
    """The point that an edge bends towards, on its middle if it is straight."""
    (x, y), (to_x, to_y) = spots[edge.start], spots[edge.end]
    far = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5 or 1.0
    aside = 2 * edge.bend * _APART / far
    return (x + to_x) / 2 - (to_y - y) * aside, (y + to_y) / 2 + (to_x - x) * aside


def _along(edge: _Edge, spots: Mapping[Hashable, Point], share: float) -> Point:
    """The point of an edge (a quadratic Bézier curve) after ``share`` of its way."""
    ends = (spots[edge.start], (1 - share) ** 2), (_pull(edge, spots), 2 * share * (1 - share))
    points = *ends, (spots[edge.end], share**2)
    return sum(p[0] * s for p, s in points), sum(p[1] * s for p, s in points)


def _node(file: Any, data: Data, spot: Point, name: str, line: float = 1.0) -> None:
    size = diameter(data)
    kind = str(data.get("kind", ""))
    look = {"fill": _colour(data, DEFAULT_NODE), "stroke": INK, "stroke-opacity": "0.55"}
    look["stroke-width"] = _number(line)
    told = ", ".join(str(data[k]) for k in ("party", "source_kind", "commitment") if k in data)
    said = str(data.get("statement") or data.get("label") or name)
    what = (f"{kind}: " if kind else "") + said + (f" ({told})" if told else "")
    if outline(kind) == CIRCLE:
        place = {"cx": _number(spot[0]), "cy": _number(spot[1]), "r": _number(size / 2)}
        _shape(file, "circle", look | place, what)
    else:
        place = {
            "d": outline(kind),
            "transform": f"translate({_number(spot[0])} {_number(spot[1])}) scale({_number(size)})",
            "stroke-width": f"{line / size:.4f}",
        }
        _shape(file, "path", look | place, what)


def _caption(file: Any, caption: Caption, spot: Point, size: float) -> None:
    top = spot[1] + size / 2 + caption.font
    for number, line in enumerate(caption.lines):
        _text(file, line, (spot[0], top + number * caption.height / len(caption.lines)), caption.font, INK)


def _edge_labels(
    file: Any, graph: nx.Graph, spots: Mapping[Hashable, Point], written: Mapping[Hashable, Caption]
) -> None:
    """The labels of relations on or beside their edges, where nothing else stands."""
    if len(written) < len(graph):
        return
    taken = [room for key in written for room in _taken(graph.nodes[key], spots[key], written[key])]
    for edge in _drawing_order(graph):
        label = str(edge.data.get("kind", ""))
        if label not in RELATIONS or edge.start == edge.end:
            continue
        caption = Caption((label,), FONT * 0.9)
        half = caption.width / 2, caption.height / 2
        for x, y in _label_spots(edge, spots, half[0]):
            room = (x - half[0], y - half[1], x + half[0], y + half[1])
            if not any(_cover(room, other) for other in taken):
                taken.append(room)
                _text(file, label, (x, y + caption.font / 3), caption.font, _colour(edge.data, INK))
                break


def _explanation(file: Any, placed: Placed, frame: _Frame) -> None:
    entry, size = placed.entry, placed.font
    x, y = frame.left + MARGIN + placed.x, frame.top + MARGIN / 2 + placed.y
    if entry.mark == EDGE:
        line = {"d": f"M{_number(x)} {_number(y)}h{_number(1.6 * size)}", "fill": "none"}
        line |= {"stroke": entry.color or INK, "stroke-width": _number(size / 4)}
        if (dash := dashes(entry.kind)) is not None:
            line["stroke-dasharray"] = " ".join(_number(float(d) * size / FONT) for d in dash.split())
        _shape(file, "path", line)
    else:
        look = {"kind": entry.kind, "size": size, "color": entry.color or PAPER}
        _node(file, look, (x + 0.8 * size, y), entry.text, size / FONT)
    _text(file, entry.text, (x + 2.1 * size, y + size / 3), size, INK, "start")


def _label_spots(edge: _Edge, spots: Mapping[Hashable, Point], aside: float) -> Iterator[Point]:
    """Where the label of an edge may stand, the best first: on it, else right or left of it."""
    for way in (0.0, aside + FONT / 2, -aside - FONT / 2):
        for share in _LABEL_PLACES:
            x, y = _along(edge, spots, share)
            yield x + way, y


def _cover(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _text(file: Any, line: str, spot: Point, font: float, colour: str, anchor: str = "middle") -> None:
    look = {
        "x": _number(spot[0]),
        "y": _number(spot[1]),
        "font-size": _number(font),
        "text-anchor": anchor,
        "fill": colour,
        "stroke": HALO,
        "stroke-width": _number(font / 4),
        "stroke-linejoin": "round",
        "paint-order": "stroke",
    }
    with file.element(_tag("text"), look):
        file.write(fit(line))


def _shape(file: Any, name: str, look: Mapping[str, str], title: str = "") -> None:
    with file.element(_tag(name), look):
        _titled(file, title)


def _titled(file: Any, title: str) -> None:
    if title:
        with file.element(_tag("title")):
            file.write(fit(title))


def _colour(data: Data, otherwise: str) -> str:
    given = str(data.get("color", ""))
    is_colour = len(given) == 7 and given[0] == "#" and all(d in "0123456789abcdefABCDEF" for d in given[1:])
    return given if is_colour else otherwise


def _positive(value: Any, otherwise: float) -> float:
    return float(value) if isinstance(value, int | float) and value > 0 else otherwise


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
