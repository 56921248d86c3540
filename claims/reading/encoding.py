"""Bytes to text, for files that do not say how they are encoded."""

from __future__ import annotations

import codecs
import re

from claims.core.errors import ClaimsError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
# Python takes these for text encodings; no page is written in them, and some are slow on purpose-made input.
_NOT_FOR_PAGES = frozenset({"idna", "punycode", "unicode_escape", "raw-unicode-escape", "utf-7", "undefined"})
# Pages that declare one of these hold Windows-1252; browsers read them so.
_REALLY_WINDOWS = frozenset({"ascii", "iso8859-1"})
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"\x7fELF")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class NotTextError(ClaimsError):
    """Bytes that are no text: a picture, a PDF, a program."""


def decode(data: bytes, declared: str | None = None) -> str:
    r"""Decode ``data``, dropping a byte order mark and changing nothing else.

    In this order: a byte order mark; strict UTF-8, which other encodings hardly ever pass by
    chance, so that it also beats a wrong header; UTF-16 seen by its zero bytes; the ``declared``
    encoding; Windows-1252 for text that is ASCII for the most part; a guess of charset-normalizer;
    Windows-1252.

    Parameters
    ----------
    data
        The whole file.
    declared
        What a header or a meta element says of it.

    Raises
    ------
    NotTextError
        If it is binary.

    Examples
    --------
    >>> decode(b"caf\xc3\xa9"), decode(b"\xef\xbb\xbfcaf\xc3\xa9"), decode(b"the caf\xe9 was closed")
    ('café', 'café', 'the café was closed')
    """
    text = _decoded(data, declared)
    sample = text[:_SAMPLE]
    if "\0" in text or len(_CONTROL.findall(sample)) * 50 > len(sample):
        raise NotTextError("it is not text")
    return text


def utf16_without_mark(data: bytes) -> str | None:
    """The byte order of UTF-16 that has no mark, where it is clear from the zero bytes of ASCII."""
    sample = data[: _SAMPLE // 16]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 2 > half and even * 20 < half:
        return "utf-16-le"
    if even * 2 > half and odd * 20 < half:
        return "utf-16-be"
    return None


def marked(data: bytes) -> tuple[str, int] | None:
    """The encoding that a byte order mark at the start of ``data`` names, and the mark's length."""
    return next(((name, len(mark)) for mark, name in _BOMS if data.startswith(mark)), None)


def without_surrogates(text: str) -> str:
    """``text`` with each lone surrogate, which no encoding can hold, replaced by one U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def _decoded(data: bytes, declared: str | None) -> str:
    if data.startswith(_MAGIC):
        raise NotTextError("it is not text")
    mark = marked(data)
    if mark:
        name, length = mark
        return data[length:].decode(name, errors="replace")
    wide = utf16_without_mark(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _declared(data, declared) or _guessed(data, error.start)


def _declared(data: bytes, name: str | None) -> str | None:
    try:
        known = codecs.lookup(name or "undefined").name
        if known in _NOT_FOR_PAGES:
            return None
        return data.decode("cp1252" if known in _REALLY_WINDOWS else known)
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes, first: int) -> str:
    """Decode what is not UTF-8 from byte ``first`` on."""
    sample = data[max(0, first - _SAMPLE // 4) : first + _SAMPLE]
    high = sum(byte > 127 for byte in sample)
    names = ["cp1252", "latin-1"]
    # Accents alone never reach this share; a text in another alphabet does.
    if high * 8 > len(sample):
        from charset_normalizer import from_bytes

        best = from_bytes(sample).best()
        names = [best.encoding, *names] if best else names
    for name in names:
        try:
            return data.decode(name)
        except ValueError:
            continue
    raise NotTextError("its encoding is unknown")
