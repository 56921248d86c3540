"""The closed lists of cue words, read once per use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

import yaml

from claims.core.attribution import Commitment
from claims.core.tokens import Token

_CLASSES = ("asserts", "denies", "doubts", "hedges", "declines")


@dataclass(frozen=True)
class CueLexicon:
    """Lemmas of cue words with the commitment that each expresses.

    Attributes
    ----------
    verbs, nouns, adverbs
        Lemma to commitment.
    phrases
        Fixed expressions in lower case.
    headline_speakers
        In lower case, who may close a headline without a mark before it.
    """

    verbs: Mapping[str, Commitment]
    nouns: Mapping[str, Commitment]
    adverbs: Mapping[str, Commitment]
    phrases: tuple[str, ...]
    headline_speakers: frozenset[str]

    @classmethod
    def load(cls) -> CueLexicon:
        """Read ``cues.yaml`` of the package."""
        text = files("claims.attribution").joinpath("cues.yaml").read_text(encoding="utf-8")
        raw = yaml.safe_load(text)

        def table(part: str) -> dict[str, Commitment]:
            return {w: Commitment(c) for c in _CLASSES for w in raw[c].get(part, ())}

        return cls(
            table("verbs"),
            table("nouns"),
            table("adverbs"),
            tuple(raw["phrases"]),
            frozenset(raw["headline_speakers"]),
        )

    def names_saying(self, cue: Iterable[Token]) -> bool:
        """Whether one of the words of a cue is in the lists, or the cue is a mark (":" or a dash)."""
        words = list(cue)
        if not any(c.isalnum() for t in words for c in t.text):
            return True
        line = f" {' '.join(t.text.lower() for t in words)} "
        return any(f" {p} " in line for p in self.phrases) or any(
            t.lemma in self.verbs or t.lemma in self.nouns or t.text.lower() in self.adverbs for t in words
        )

    def forms(self) -> frozenset[str]:
        """Inflected forms of the words, as far as regular endings and a few others go.

        For use without a parse, where a wrong form does no harm: the tagger judges it.
        """
        found = set(self.adverbs) | {"said", "told", "found", "thought", "knew", "wrote", "shown"}
        for word in (*self.verbs, *self.nouns):
            stem = word.removesuffix("e")
            found |= {word, word + "s", stem + "ed", stem + "ing", stem + "es"}
            if word.endswith("y"):
                found |= {word[:-1] + "ied", word[:-1] + "ies"}
        return frozenset(found)
