"""Which nouns name persons, one or several."""

from __future__ import annotations

from claims.core.tokens import Token
from claims.core.wordlists import listed

_PERSONAL = ("man", "woman", "er", "or", "ist", "ian", "ee", "ess", "ent")
_THINGS = frozenset(
    listed(
        "helicopter tower water shelter power order number letter corner border river door floor motor "
        "tractor mortar matter weather fighter-bomber steamer tanker freighter trawler cover paper offer "
        "winter summer error terror sector corridor reactor incident accident event tent cent talent "
        "committee process loss mess access success business airliner carrier centre center quarter chapter "
        "barrier container computer disaster murder slaughter encounter former other latter newspaper ledger "
        "register"
    )
)
_PERSONS = frozenset(
    listed(
        "boy girl child student prisoner general pilot colonel captain soldier journalist leader suspect "
        "victim patient driver priest monk nun king queen prince princess emir sheikh imam bishop pope "
        "chief judge nurse guard thief spy groom bride baby infant teenager hostage captive detainee "
        "refugee migrant mother father son daughter brother sister husband wife uncle aunt cousin "
        "mayor clerk cleric witness inmate athlete candidate coach cook pupil toddler rival shepherd "
        "pensioner neighbour neighbor relative aide deputy spokesman spokeswoman marine agent medic"
    )
)
_BODIES_TOO = frozenset(
    listed(
        "operator maker manufacturer provider regulator supplier developer publisher broadcaster producer "
        "retailer employer insurer owner builder contractor lender monitor distributor carmaker vendor party"
    )
)
"""What may be a company or an office as well as a person."""

_NO_PERSONS = ("ORG", "GPE", "NORP", "LOC", "FAC", "DATE", "TIME", "EVENT", "PRODUCT")


def is_person(noun: Token) -> bool:
    """Whether a noun names one person, by its entity or its form ("the student", "a negotiator")."""
    if noun.entity.endswith("PERSON"):
        return True
    if noun.entity.endswith(_NO_PERSONS) or noun.tag in ("NNS", "NNPS"):
        return False
    return _is_personal(noun)


def is_one_person(noun: Token) -> bool:
    """Whether a noun names one person and can name no body ("an engineer", not "the operator")."""
    return is_person(noun) and noun.lemma.casefold() not in _BODIES_TOO


def names_persons(noun: Token) -> bool:
    """Whether a plural names persons ("the observers", "two students")."""
    return noun.tag == "NNS" and _is_personal(noun)


def _is_personal(noun: Token) -> bool:
    lemma = noun.lemma.casefold()
    formed = lemma.endswith(_PERSONAL) and not lemma.endswith("ment")
    return lemma in _PERSONS or (formed and lemma not in _THINGS and len(lemma) > 4)
