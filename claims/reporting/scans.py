"""What a scan did, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.reporting.words import counted

if TYPE_CHECKING:
    from claims.store.scan import Scanned
    from claims.store.taking import Taken


def scan_in_words(done: Scanned) -> str:
    """What a scan did, a line for the articles and one for what was found in them."""
    lines = [f"{counted(done.added, 'article')} taken in, {done.known} known already"]
    if done.read > done.added:
        lines.append(f"{counted(done.read, 'article')} read with these models for the first time")
    lines.append(_found(done.taken) if done.taken else "nothing new to compare")
    return "\n".join(lines)


def _found(taken: Taken) -> str:
    found = f"disagreements: {taken.new} new, {taken.gone} gone"
    if not taken.decided:
        return found
    kept = f"{counted(taken.decided, 'item')} with decisions kept"
    return f"{found}; {kept}" + (f", {taken.unfound} of them found no longer" if taken.unfound else "")
