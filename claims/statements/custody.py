"""Who is held: "211 people held over the riot", "30 men are in custody".

Banners and meetings are held as well, so that a list says who may be, and no form of a word.
"""

from __future__ import annotations

from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.core.wordlists import listed

_PEOPLE = frozenset(
    listed(
        "people person those man woman boy girl child youth student teenager suspect prisoner captive "
        "civilian soldier fighter journalist reporter activist protester demonstrator migrant refugee worker "
        "employee resident villager lawyer teacher doctor officer policeman militant supporter member "
        "national citizen "
        "sailor fisherman crew passenger monk priest opponent dissident politician"
    )
)
_STAYING = frozenset({"be", "remain", "stay", "sit", "languish", "hold", "keep", "take"})
_CAPTIVITY = {
    "in": frozenset({"custody", "detention", "captivity", "jail", "prison"}),
    "into": frozenset({"custody", "detention"}),
    "behind": frozenset({"bar"}),
    "under": frozenset({"arrest", "detention"}),
}


def held(sentence: Sentence, noun: Token) -> Token | None:
    """The word that says of ``noun`` that they are held, None where none does.

    Parameters
    ----------
    noun
        Those counted, as they stand in the clause.
    """
    if noun.lemma not in _PEOPLE:
        return None
    for clause in sentence.children(noun, "acl"):
        if clause.lemma == "hold" and clause.tag in ("VBN", "VBD"):
            return clause
    verb = sentence.head(noun)
    to_account = any(p.text.lower() == "to" for p in sentence.children(verb, "prep"))
    if verb.lemma == "hold" and noun.dep in ("dobj", "nsubjpass") and not to_account:
        return verb
    away = noun.dep in SUBJECTS or (noun.dep == "dobj" and verb.lemma in ("hold", "keep", "take"))
    return verb if away and verb.lemma in _STAYING and _is_captivity(sentence, verb) else None


def _is_captivity(sentence: Sentence, verb: Token) -> bool:
    for preposition in sentence.children(verb, "prep"):
        place = sentence.child(preposition, "pobj")
        if place is not None and place.lemma in _CAPTIVITY.get(preposition.text.lower(), ()):
            return True
    return False
