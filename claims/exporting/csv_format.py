"""Tables as CSV that a spreadsheet opens as it is meant: UTF-8, and no cell becomes a formula."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime

from claims.exporting.tables import Cell, Table
from graphs.formats.columns import fit

BETWEEN = "; "
"""What parts the members of a list."""

# What Excel, LibreOffice or Google Sheets may take for the beginning of a formula; in full width as well.
_FORMULA = re.compile("[=+\\-@\t\r\n＝＋－＠]")
_PLAIN_NUMBER = re.compile(r"-\d+(?:[.,]\d+)*", re.ASCII)


def csv_text(table: Table) -> str:
    """A table as CSV, with the mark by which spreadsheets know UTF-8 in front."""
    stream = io.StringIO()
    rows = csv.writer(stream)
    rows.writerow(table.columns)
    for row in table.rows:
        rows.writerow([written(row[name]) for name in table.columns])
    return "\ufeff" + stream.getvalue()


def written(cell: Cell) -> str:
    """A cell as text; nothing for what is not known.

    Examples
    --------
    >>> written("=1+1"), written(-2), written(("a", "@b"))
    ("'=1+1", '-2', "a; '@b")
    """
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | float():
            return f"{cell:.15g}"
        case datetime() | date():
            return cell.isoformat()
        case tuple():
            return BETWEEN.join(harmless(text) for text in cell)
        case _:
            return harmless(cell)


def harmless(text: str) -> str:
    """``text`` with an apostrophe in front where a spreadsheet would reckon; a plain number stays.

    Examples
    --------
    >>> harmless("-5"), harmless("-5+2"), harmless("+49 30 1234")
    ('-5', "'-5+2", "'+49 30 1234")
    """
    text = fit(text)
    if _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text
