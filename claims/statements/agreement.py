"""Whether a pronoun can stand for a source: one person is "he" or "she", a body "it", several are "they"."""

from __future__ import annotations

from claims.core.source import Source, SourceKind, Traits
from claims.core.tokens import Token
from claims.core.wordlists import listed

OF_A_PERSON = frozenset({"he", "she", "him", "her", "his"})
OF_MANY = frozenset({"they", "them", "their"})
GENDER = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}
"""Pronouns of one person, with the one that is their subject."""

_SPEAKING_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "statement"})
PLURALS = frozenset(
    listed(
        "rebels residents activists witnesses officials parents villagers doctors survivors relatives "
        "militants"
    )
)
_MANY = frozenset({"them", "people", "others"})
_BODIES = frozenset(
    listed(
        "ministry service family television tv media agency police army office council government opposition "
        "company group organisation organization court embassy party union church charity network committee "
        "centre center coalition military force command commission authority airline department hospital "
        "university radio newspaper channel bank team navy parliament regime administration militia brigade "
        "kremlin pentagon crescent cross house coastguard guard board brotherhood movement front state "
        "campaign camp foundation institute corporation firm club federation league society alliance bureau "
        "directorate tribunal fund station post times report study poll survey ranking news website staff "
        "autopsy inquiry inquest investigation inspection video footage document analysis test"
    )
)
_LANDS = frozenset(listed("country state nation republic province region district city town village island"))
_NAMED_BODIES = frozenset({"observatory", "ministry", "agency", "nations", "council", "association"})


def may_mean(pronoun: str, speaker: Source, traits: Traits | None) -> bool:
    """Whether ``pronoun`` agrees with a source.

    Parameters
    ----------
    pronoun
        Of the third person, in small letters, also a possessive.
    traits
        What the article tells of the source; where it is None its name has to tell.

    Examples
    --------
    >>> ministry = Source("s1", "Defence Ministry", SourceKind.GOVERNMENT)
    >>> may_mean("it", ministry, Traits()), may_mean("he", ministry, Traits())
    (True, False)
    >>> may_mean("she", Source("s2", "Ali Kaya", SourceKind.OTHER), Traits(individual=True, gender="he"))
    False
    """
    if traits is None:
        return _may_be_called(pronoun, speaker)
    if pronoun in OF_A_PERSON:
        return traits.individual and traits.gender in ("", GENDER[pronoun])
    speaks_for = speaks_for_others(" ".join((speaker.name, *speaker.aliases)))
    if pronoun in OF_MANY:
        return not traits.individual or speaks_for
    return speaks_for or not (traits.individual or traits.plural)


def speaks_for_others(called: str) -> bool:
    """Whether words for a source say that it speaks for somebody ("a *spokesman* for the army")."""
    return not _SPEAKING_FOR.isdisjoint(called.casefold().split())


def has_officers(noun: Token) -> bool:
    """Whether a noun is of what may have a head or a spokesman, as a ministry or a town has.

    Inflation, an attack and a bridge have none.
    """
    named = noun.tag == "NNP" or noun.entity.endswith(("ORG", "GPE", "NORP"))
    return named or noun.lemma.casefold() in _BODIES | _LANDS


def _may_be_called(pronoun: str, speaker: Source) -> bool:
    last = speaker.name.split()[-1]
    common = last.islower() or last.lower() in PLURALS
    many = last in _MANY or (common and last.endswith("s") and not last.endswith("ss"))
    if many:
        return pronoun in OF_MANY
    body = speaker.kind == SourceKind.MEDIA or _is_body(speaker.name, last.casefold())
    return pronoun not in OF_A_PERSON or not body


def _is_body(name: str, last: str) -> bool:
    return last in _BODIES or name.isupper() or any(w.casefold() in _NAMED_BODIES for w in name.split())
