"""What somebody says of himself without a subject: "denied *having been* there", "claimed *to have* won"."""

from __future__ import annotations

from collections.abc import Mapping

from claims.core.attribution import Manner
from claims.core.source import Source
from claims.core.tokens import SUBJECTS, Token
from claims.core.wordlists import listed
from claims.statements.agreement import may_mean
from claims.statements.clauses import Clause
from claims.statements.pronouns import QUOTING, is_named
from claims.syntax.lemmas import past_of

_OWNING_UP = frozenset(listed("deny admit acknowledge confess recall remember regret concede report mention"))
"""Verbs whose gerund is of who says it ("*recommend* leaving" is of others)."""

_CLAIMING = frozenset(listed("claim profess purport admit"))
"""Verbs whose infinitive tells what is or was ("*vowed* to be there" does not)."""

_PAST = {"having": "had", "being": "was"}
_THEN = {"have": ("had", "had"), "be": ("was", "were")}
_NOW = {"have": ("has", "have"), "be": ("is", "are")}
"""Of one and of several."""


def told_of_oneself(
    clause: Clause, manner: Manner, cue: tuple[Token, ...], speaker: Source
) -> Mapping[int, str]:
    """The words that a clause begins with, by their index, as the verb that the speaker is the subject of.

    Parameters
    ----------
    cue
        The words of saying.

    Returns
    -------
    Mapping
        Empty where the clause has a subject or begins otherwise, or nobody is named.
    """
    if clause.shared or manner in QUOTING or not is_named(speaker):
        return {}
    if clause.sentence.child(clause.head, *SUBJECTS) is not None:
        return {}
    lemmas = {t.lemma for t in cue}
    if _OWNING_UP & lemmas and (found := _gerund(clause, speaker)):
        return found
    now = any(t.tag in ("VBZ", "VBP") for t in cue)
    return _infinitive(clause, speaker, now) if _CLAIMING & lemmas else {}


def _gerund(clause: Clause, speaker: Source) -> Mapping[int, str]:
    first = clause.words[0]
    verb = first is clause.head or first.dep in ("aux", "auxpass")  # "reported *missing* persons" has none
    if first.tag != "VBG" or not verb:
        return {}
    said = _PAST.get(first.text.lower()) or past_of(first.lemma)
    return {first.index: f"[{speaker.name}] {said}"}


def _infinitive(clause: Clause, speaker: Source, now: bool) -> Mapping[int, str]:
    if len(clause.words) < 2:
        return {}
    to, verb = clause.words[:2]
    if to.tag != "TO" or not (verb.lemma == "be" or (verb.lemma == "have" and verb.dep == "aux")):
        return {}
    one = may_mean("it", speaker, None)
    said = (_NOW if now else _THEN)[verb.lemma][0 if one else 1]
    return {to.index: f"[{speaker.name}]", verb.index: said}
