"""JSON that can be pasted into a page and shown on a terminal."""

from __future__ import annotations

import json
import re

_UNSAFE = re.compile(r"[^\n\x20-\x7e]|[<>&]")


def json_text(value: object) -> str:
    r"""``value`` as indented JSON.

    ``<``, ``>`` and ``&`` are written as escapes, so that no words of an article end the script
    element of a page; so are characters that a terminal might obey.

    Examples
    --------
    >>> print(json_text(["</script>", "é\x1b"]))
    [
      "\u003c/script\u003e",
      "é\u001b"
    ]
    <BLANKLINE>
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)
    return _UNSAFE.sub(_written, text) + "\n"


def _written(match: re.Match[str]) -> str:
    character = match[0]
    if character in "<>&":
        return f"\\u{ord(character):04x}"
    return character if character.isprintable() else json.dumps(character)[1:-1]
