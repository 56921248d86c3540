"""The classes of happenings that verbs and nouns name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml

from claims.core.tokens import Token

EVENT_GROUPS = frozenset({"violence", "fate", "disaster", "assembly"})
"""Groups whose nouns name a happening that others speak of ("in the bombing")."""


@dataclass(frozen=True)
class Frames:
    """Lemma to frame, by part of speech.

    Attributes
    ----------
    groups
        Frame to group.
    patient_subjects
        Frames whose active subject is the one it happens to ("the ferry sank").
    """

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    groups: Mapping[str, str]
    patient_subjects: frozenset[str]

    @classmethod
    def load(cls) -> Frames:
        """Read ``frames.yaml`` of the package; of two frames with one word, the first keeps it."""
        raw = yaml.safe_load(files("claims.statements").joinpath("frames.yaml").read_text("utf-8"))

        def table(part: str) -> dict[str, str]:
            found: dict[str, str] = {}
            for name, frame in raw.items():
                for word in frame.get(part, ()):
                    found.setdefault(word, name)
            return found

        return cls(
            table("verbs"),
            table("nouns"),
            table("adjectives"),
            {name: frame["group"] for name, frame in raw.items()},
            frozenset(name for name, frame in raw.items() if frame.get("subject") == "patient"),
        )

    def of(self, token: Token) -> str | None:
        """The frame that a word names, None if it is in none."""
        if token.is_verb:
            return self.verbs.get(token.lemma)
        if token.is_noun:
            return self.nouns.get(token.lemma) or self.nouns.get(token.text.lower())
        return self.adjectives.get(token.lemma) or (
            self.nouns.get(token.text.lower()) if token.tag == "JJ" else None
        )

    def names_event(self, token: Token) -> bool:
        """Whether a noun names a happening as such ("bombing", "crash"; "in March" names none)."""
        dated = token.entity.endswith("DATE") and token.text == "March"
        frame = self.nouns.get(token.lemma) if token.is_noun and not dated else None
        return frame is not None and self.groups[frame] in EVENT_GROUPS
