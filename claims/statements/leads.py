"""The words of saying that a statement keeps where it is none without them ("[put] the toll at 12")."""

from __future__ import annotations

from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.tokens import Token, phrase
from claims.statements.blame import BLAMING
from claims.statements.clauses import Clause, is_finite
from claims.statements.wording import is_definite


def lead(clause: Clause, attribution: Attribution) -> str | None:
    """The cue of ``attribution``, None where its content states something by itself."""
    if attribution.manner is Manner.NARRATOR or not attribution.cue:
        return None
    cue = tuple(t for s in attribution.cue for t in clause.sentence.within(s))
    verbs = [t for t in cue if t.is_verb]
    verb = next((t for t in verbs if t.lemma in BLAMING), verbs[0] if verbs else None)
    if verb is None or verb.start > clause.words[0].start or attribution.commitment is Commitment.DENIES:
        return None
    finite = any(
        is_finite(clause.sentence, t)
        for t in clause.words
        if not (is_within_a_noun(clause, t) or clause.sentence.child(t, "det"))  # "the injured"
    )
    needs = verb.lemma in BLAMING or (is_definite(clause) and not finite)
    return phrase(cue) if needs else None


def is_within_a_noun(clause: Clause, word: Token) -> bool:
    """Whether a word stands in a clause about a noun ("detainees who died since it *opened*")."""
    above = (word, *clause.sentence.ancestors(word))
    return any(t.dep == "relcl" and t in clause.words for t in above)
