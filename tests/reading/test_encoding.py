from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.encoding import NotTextError, decode

TEXT = "“Three hurt”, said Müller – a café owner in Idlib. " * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_are_told_apart(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_latin_1() -> None:
    text = "The café of Señor Núñez was hit, neighbours said."
    assert decode(text.encode("latin-1")) == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_cyrillic_is_guessed(encoding: str) -> None:
    text = "Министерство обороны сообщило, что трое военнослужащих были ранены при взрыве. " * 4
    assert decode(text.encode(encoding)) == text


def test_wrong_declaration_does_not_spoil_utf8() -> None:
    assert decode(TEXT.encode("utf-8"), declared="iso-8859-1") == TEXT


def test_declaration_decides_where_nothing_else_does() -> None:
    text = "Erdoğan, İzmir, Şanlıurfa"
    assert decode(text.encode("cp1254"), declared="windows-1254") == text


@pytest.mark.parametrize("declared", ["nonsense", "hex", "punycode", "idna", "undefined", ""])
def test_declarations_that_are_no_encodings_are_passed_over(declared: str) -> None:
    assert decode(b"caf\xe9 noir, caf\xe9 au lait, and other things", declared).startswith("café")


def test_line_ends_and_composition_stay() -> None:
    text = "a\r\nb\rc\nde\u0301"
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    "data",
    [b"GIF89a\x01\x00", b"%PDF-1.7\n%abc", b"abc\0def", bytes(range(256)) * 4, b"PK\x03\x04word"],
    ids=["gif", "pdf", "zero byte", "all bytes", "zip"],
)
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(NotTextError):
        assert decode(data) == decode(data, declared="nonsense")
