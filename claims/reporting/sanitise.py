"""Words of articles, paths and messages made safe to show.

An article may hold anything: escape sequences that recolour or clear a terminal, controls that
reverse the reading order, letters of no width. Whatever is shown passes through :func:`plain`
first. Rich's own markup needs no escaping beyond that, because the reports are built of
``rich.text.Text``, in which ``[bold]`` is six characters and no instruction.
"""

from __future__ import annotations

import unicodedata

CONTROL_PICTURES = 0x2400
DELETE = 0x7F
DELETE_PICTURE = "\u2421"
REPLACEMENT = "\ufffd"

# Format characters that have a shape of their own: number and verse signs of Arabic, Syriac, Kaithi.
VISIBLE_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)


def plain(text: str) -> str:
    r"""One line of ``text`` that no terminal takes for an instruction.

    White space of any sort becomes single spaces. Control characters become their pictures
    (``␛`` for escape), so that they are seen and do nothing. Format characters, which order or
    join letters without being seen (overrides of direction, spaces of no width), are taken out.

    Examples
    --------
    >>> plain("\x1b[31mred\x1b[0m  and\n black")
    '␛[31mred␛[0m and black'
    >>> plain("safe\u202etxt.exe")
    'safetxt.exe'
    """
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    r"""``text`` with blanks for white space, pictures for controls, and nothing that is not seen.

    Examples
    --------
    >>> visible("a \n\x07 b")
    'a  ␇ b'
    """
    return "".join(" " if c.isspace() else c if c.isprintable() else _shown(c) for c in text)


def _shown(character: str) -> str:
    """What stands for a character that is not printable."""
    match unicodedata.category(character):
        case "Cc":
            return _picture(ord(character))
        case "Cf":
            return character if character in VISIBLE_FORMATS else ""
        case "Cs":
            return REPLACEMENT
        case _:
            return character


def _picture(code: int) -> str:
    if code == DELETE:
        return DELETE_PICTURE
    return chr(CONTROL_PICTURES + code) if code < DELETE else f"<{code:02X}>"


def is_safe(text: str) -> bool:
    """Whether ``text`` can go to a terminal as it is: one line, nothing that :func:`plain` changes."""
    return plain(text) == text
