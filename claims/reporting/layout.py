"""Lines of a fixed width: wrapped with an indent, hung on a marker, set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.text import Text


class Page:
    """Lines of at most ``width`` columns; words that do not fit go on in the next line.

    Parameters
    ----------
    width
        In columns of a terminal; letters of double width count twice.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Text] = []
        self._measure = Console(file=StringIO(), width=width, color_system=None, legacy_windows=False)

    def put(self, text: Text, indent: int = 0, marker: Text | None = None) -> None:
        """Add a paragraph, ``indent`` columns in, the first line led by ``marker``."""
        lead = marker or Text()
        hang = lead.cell_len + 1 if marker else 0
        room = max(self.width - indent - hang, 1)
        wrapped = text.wrap(self._measure, room, justify="left", overflow="fold", no_wrap=False)
        for number, line in enumerate(wrapped):
            line.rstrip()
            first = marker is not None and number == 0
            start = Text.assemble(" " * indent, lead, " ") if first else Text(" " * (indent + hang))
            self.lines.append(start + line)

    def gap(self) -> None:
        """Add an empty line, unless there is one already or nothing yet."""
        if self.lines and self.lines[-1].plain.strip():
            self.lines.append(Text())

    def beside(self, columns: Sequence[Page], indent: int, gutter: int) -> None:
        """Add pages next to each other, ``gutter`` columns apart."""
        for row in range(max(len(page.lines) for page in columns)):
            line = Text(" " * indent)
            left = indent
            for page in columns:
                cell = page.lines[row] if row < len(page.lines) else Text()
                line.append(" " * (left - line.cell_len))
                line.append_text(cell)
                left += page.width + gutter
            line.rstrip()
            self.lines.append(line)

    def render(self, colour: bool) -> str:
        """All lines as one string, with escape sequences for colour only if ``colour``."""
        out = StringIO()
        console = Console(
            file=out,
            width=self.width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            legacy_windows=False,
            highlight=False,
            _environ={},
        )
        for line in self.lines:
            console.print(line, soft_wrap=True)
        return out.getvalue()
