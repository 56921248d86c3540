"""Whose "its soldiers" are: the side that a possessive within what somebody says stands for."""

from __future__ import annotations

from claims.core.spans import Spans
from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.sources.mentions import phrase
from claims.sources.parties import Parties

_SPEAKERS_OWN = frozenset({"my", "our"})
_PERSONAL = frozenset({"his", "her"})
_LAND = frozenset({"country", "countrys"})
_BACK = frozenset({"it", "they", "he", "she", "we", "i"})
_PRONOUNS = frozenset({"PRP", "PRP$"})


def possessor_party(
    sentence: Sentence, token: Token, speaker: str | None, parties: Parties, content: Spans = ()
) -> str | None:
    """The party that a possessive pronoun stands for.

    "Its", "their", "his" and "her" belong to a subject of the same content that agrees with them
    and stands before them; where there is none, and "our" always, to who speaks. "The country's" is
    read as "its" of a state. "His" and "her" are not the speaker's where the content has a person
    before them.

    Parameters
    ----------
    token
        The pronoun, a word of ``sentence``.
    speaker
        The party of who says it, None where it has none.
    content
        The spans of the content; subjects outside of it are not looked at.

    Returns
    -------
    str or None
        None where the owner is of no known party.
    """
    word = token.text.lower()
    if word in _SPEAKERS_OWN:
        return speaker
    for subject in _subjects(sentence, token):
        if content and not any(s.start <= subject.start and subject.end <= s.end for s in content):
            break
        if subject.text.lower() in _BACK:
            return speaker
        if _agrees(word, subject):
            return parties.party_of(
                phrase(sentence.subtree(subject, without=frozenset({"relcl", "acl"}))), speaking=True
            )
    if word in _PERSONAL and _person_before(sentence, token, content):
        return None
    if word in _LAND:
        return speaker if parties.state_of(speaker) else None
    return speaker


def is_possessive(token: Token) -> bool:
    """Whether a word owns what follows and names nobody itself ("its", "the country's")."""
    word = token.text.lower()
    return token.tag == "PRP$" or word == "countrys" or (word in _LAND and token.dep == "poss")


def _person_before(sentence: Sentence, token: Token, content: Spans) -> bool:
    """Whether what is said has a person, or one of several, before ``token``."""
    return any(
        t.entity.endswith("PERSON") or (t.tag == "CD" and t.dep in SUBJECTS) or t.text.lower() == "another"
        for t in sentence.tokens[: token.index]
        if not content or any(s.contains(t.span) for s in content)
    )


def _subjects(sentence: Sentence, token: Token) -> list[Token]:
    """Subjects of the clauses around ``token`` that stand before it, the nearest first."""
    above = list(sentence.ancestors(token))
    chain = {t.index for t in above}
    found: list[Token] = []
    for verb in above:
        subjects = sentence.children(verb, *SUBJECTS)
        found.extend(s for s in subjects if s.index < token.index and s.index not in chain)
    return found


def _agrees(word: str, subject: Token) -> bool:
    if subject.tag in _PRONOUNS or not subject.is_noun:
        return False
    plural = subject.tag in {"NNS", "NNPS"}
    if word == "their":
        return plural or subject.entity.endswith(("ORG", "NORP", "GPE"))
    if word in _PERSONAL:
        return not plural and not subject.entity.endswith(("ORG", "GPE", "NORP"))
    return not plural and not subject.entity.endswith("PERSON")
