"""The designs of attribution taggers that can be trained, so that they can be compared."""

from __future__ import annotations

from enum import StrEnum


class Design(StrEnum):
    """How a tagger reads a text.

    Attributes
    ----------
    CONDITIONED
        Once for each cue, which is marked; readings may nest and overlap.
    FLAT
        Once, with one tag for each word, learned word by word.
    FLAT_CRF
        The same, learned with a linear-chain conditional random field (``claims.training.crf``).
    """

    CONDITIONED = "conditioned"
    FLAT = "flat"
    FLAT_CRF = "flat-crf"

    @property
    def flat(self) -> bool:
        """Whether each word has one tag for all attributions."""
        return self is not Design.CONDITIONED
