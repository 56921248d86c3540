"""Figures that conflict as a table of ranges, drawn with letters for a terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from claims.reporting import words
from claims.reporting.figures import Comparison, Figure
from claims.reporting.layout import Page
from claims.reporting.sanitise import plain
from claims.reporting.scale import Scale

SIDES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_GUTTER = 2
_LETTER = 1
_RANGE = 12
_LEAST_DRAWING, _MOST_DRAWING = 14, 40
_POINT, _START, _END, _OPEN, _LINE, _LOOSE = "●├┤▶─┄"


def put_ranges(page: Page, comparison: Comparison, indent: int) -> None:
    """Add a row a figure: its side, who gave it, its range in digits, and the range drawn.

    The drawing is left out where the page is too narrow for it. Figures whose words give no
    exact number, or that their source does not stand by, are drawn with a broken line.
    """
    room = page.width - indent - _LETTER - _RANGE - 2 * _GUTTER
    longest = max(cell_len(plain(figure.who)) for figure in comparison.figures)
    name = min(longest, max(room // 2, _LEAST_DRAWING))
    drawing = min(room - name - _GUTTER, _MOST_DRAWING)
    scale = Scale.of([comparison.top, *(figure.quantity.low for figure in comparison.figures)])
    columns = [_LETTER, name, _RANGE]
    if drawing < _LEAST_DRAWING:
        columns[1] = room
    else:
        columns.append(drawing)
        _row(page, columns, indent, ["", "", "", _numbers(scale, drawing)], "dim")
    for figure in comparison.figures:
        cells = [side_letter(figure.side), words.opening(plain(figure.who)), figure.range]
        _row(page, columns, indent, [*cells, drawn(figure, scale, drawing)][: len(columns)])


def side_letter(number: int | None) -> str:
    """What a side of a question is called: A, B …; nothing for none.

    Examples
    --------
    >>> side_letter(1), side_letter(30), side_letter(None)
    ('B', '31', '')
    """
    if number is None:
        return ""
    return SIDES[number] if number < len(SIDES) else str(number + 1)


def drawn(figure: Figure, scale: Scale, width: int) -> str:
    """The range of a figure on a line of ``width`` columns."""
    low, high = figure.bounds
    first = _column(low, scale, width)
    last = width - 1 if high is None else _column(high, scale, width)
    if high is not None and first == last:
        return " " * first + _POINT
    line = _LINE if figure.plainly_given else _LOOSE
    return " " * first + _START + line * (last - first - 1) + (_OPEN if high is None else _END)


def _column(number: float, scale: Scale, width: int) -> int:
    return round(scale.at(number) * (width - 1))


def _numbers(scale: Scale, width: int) -> str:
    """The numbers of the scale, as many as find room."""
    line = ""
    for tick in scale.ticks():
        label, column = f"{tick:,}", _column(tick, scale, width)
        if column >= len(line) + (1 if line else 0) and column + len(label) <= width:
            line = line.ljust(column) + label
    return line


def _row(page: Page, widths: list[int], indent: int, cells: list[str], style: str = "") -> None:
    columns = []
    for width, cell in zip(widths, cells, strict=True):
        column = Page(width)
        # Blanks that lead a drawing are a part of it and must not be wrapped away.
        blanks = len(cell) - len(cell.lstrip())
        column.put(Text(cell.lstrip(), style), blanks)
        columns.append(column)
    page.beside(columns, indent, _GUTTER)
