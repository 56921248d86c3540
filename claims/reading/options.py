"""What a person can set about reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReadingOptions:
    """Settings of :func:`claims.reading.articles_from`.

    Attributes
    ----------
    text_column, title_column, outlet_column, url_column, date_column, id_column
        Names of an archive's columns; None finds them by the names people use.
    timeout
        Seconds that the fetch of one address may take, from first to last byte.
    most_bytes
        The size of the largest single text that is read (a file, a page, a row of an archive).
    """

    text_column: str | None = None
    title_column: str | None = None
    outlet_column: str | None = None
    url_column: str | None = None
    date_column: str | None = None
    id_column: str | None = None
    timeout: float = 20.0
    most_bytes: int = 20_000_000

    @property
    def limit(self) -> str:
        """The size limit in words.

        Examples
        --------
        >>> ReadingOptions().limit
        '20 MB'
        >>> ReadingOptions(most_bytes=1500).limit
        '1500 bytes'
        """
        size = self.most_bytes
        return f"{size / 1_000_000:g} MB" if size >= 100_000 else f"{size} bytes"
