"""An export to its place: one file, or a folder with a file for each table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from claims.core.errors import ClaimsError, FormatError
from claims.exporting.findings import Findings
from claims.exporting.options import Format, Imprint

ENDINGS: Mapping[Format, tuple[str, ...]] = {
    Format.CLAIMREVIEW: (".json", ".jsonld"),
    Format.ANNOTATIONS: (".json", ".jsonld"),
    Format.CSV: (".csv", ""),
    Format.PARQUET: (".parquet", ""),
    Format.GEXF: (".gexf",),
}
"""Endings that the place of each format may have; none is that of a folder."""


def ready(format: Format, path: Path) -> None:
    """See before the work begins that an export can be written to ``path``.

    Raises
    ------
    FormatError
        If its ending is none of the format's.
    MissingExtraError
        If the format needs a library that is not installed.
    ClaimsError
        If the folder that it is to be in does not exist.
    """
    endings = ENDINGS[format]
    if _ending(path) not in endings:
        told = " or ".join(ending or "none for a folder" for ending in endings)
        raise FormatError(f"{path}: the ending of {format.value} must be {told}")
    if format is Format.PARQUET:
        from claims.exporting.parquet_format import need_parquet

        need_parquet()
    if not path.absolute().parent.is_dir():
        raise ClaimsError(f"{path}: the folder {path.parent} does not exist; make it first")


def write(findings: Findings, format: Format, path: Path, imprint: Imprint | None = None) -> tuple[str, ...]:
    """Write an export; each file appears, or is replaced, whole or not at all.

    Parameters
    ----------
    imprint
        Who publishes reviews; ``claimreview`` needs it.

    Returns
    -------
    tuple of str
        What a person should look at before it is published.

    Raises
    ------
    ClaimsError
        As for :func:`ready`, or if the place cannot be written.
    """
    ready(format, path)
    if format is Format.CLAIMREVIEW:
        return _reviews(findings, path, imprint)
    files = _tables(findings, format, path) if format in (Format.CSV, Format.PARQUET) else None
    _put(files or {path: _document(findings, format)})
    return ()


def _ending(path: Path) -> str:
    return "" if path.is_dir() else path.suffix.lower()


def _reviews(findings: Findings, path: Path, imprint: Imprint | None) -> tuple[str, ...]:
    from claims.exporting.claimreview import claim_reviews
    from claims.exporting.json_text import json_text

    if imprint is None:
        raise ClaimsError("reviews need the name of their publisher and where their pages are")
    reviews = claim_reviews(findings, imprint)
    _put({path: json_text(reviews.document).encode()})
    return reviews.warnings


def _document(findings: Findings, format: Format) -> bytes:
    if format is Format.GEXF:
        from claims.exporting.graph_format import gexf_bytes

        return gexf_bytes(findings)
    from claims.exporting.annotations import web_annotations
    from claims.exporting.json_text import json_text

    return json_text(web_annotations(findings)).encode()


def _tables(findings: Findings, format: Format, path: Path) -> dict[Path, bytes]:
    from claims.exporting.csv_format import csv_text
    from claims.exporting.parquet_format import parquet_bytes
    from claims.exporting.tables import disagreements, tables

    if _ending(path):
        chosen = {path: disagreements(findings)}
    else:
        chosen = {path / f"{table.name}.{format.value}": table for table in tables(findings)}
    if format is Format.PARQUET:
        return {place: parquet_bytes(table) for place, table in chosen.items()}
    return {place: csv_text(table).encode() for place, table in chosen.items()}


def _put(files: Mapping[Path, bytes]) -> None:
    """Write each file beside its place, then put it there."""
    for path, data in files.items():
        draft = path.with_name(f".{path.name}.draft")
        try:
            path.parent.mkdir(exist_ok=True)
            draft.write_bytes(data)
            draft.replace(path)
        except OSError as error:
            raise ClaimsError(f"{path}: cannot be written: {error.strerror or error}") from error
        finally:
            draft.unlink(missing_ok=True)
