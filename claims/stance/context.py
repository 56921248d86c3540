"""What a comparator is given besides the two claims."""

from __future__ import annotations

from dataclasses import dataclass

from claims.core.claim import Claim
from claims.stance.gate import Gate, Judgement
from claims.stance.lexicon import Lexicon
from claims.stance.run import Run


@dataclass(frozen=True)
class Context:
    """The run and what the gate said of the pair."""

    run: Run
    judgement: Judgement

    @classmethod
    def of(cls, a: Claim, b: Claim, run: Run) -> Context:
        """The context of one pair, with the gate's judgement."""
        return cls(run, Gate(run).judge(a, b))

    @property
    def lexicon(self) -> Lexicon:
        """The word lists of the run."""
        return self.run.lexicon
