"""From a report to a file with its graph."""

from __future__ import annotations

from pathlib import Path

from claims.core.report import Report
from graphs.formats.files import write
from graphs.layout.place import SEED, laid_out
from graphs.options import View
from graphs.views import view_of


def draw(report: Report, path: Path, view: View = View.CLAIMS, seed: int = SEED) -> None:
    """Write a view of a report, laid out, in the format of the ending of ``path``.

    Parameters
    ----------
    seed
        The same seed, and the same report, give the same file.

    Raises
    ------
    ClaimsError
        If ``path`` asks for no known format, for one whose library is missing, or cannot be written.
    """
    write(laid_out(view_of(report, view), seed), path, title_of(report))


def title_of(report: Report) -> str:
    """What to call the graph of a report.

    Examples
    --------
    >>> title_of(Report((), (), (), (), (), (), ()))
    '0 articles: who says what, and where the accounts part'
    """
    if len(report.articles) == 1 and report.articles[0].title:
        name = report.articles[0].title
    else:
        name = f"{len(report.articles)} article{'s' if len(report.articles) != 1 else ''}"
    return f"{name}: who says what, and where the accounts part"
