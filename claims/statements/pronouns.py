"""Words that need the article to be understood ("its soldiers", "we"), with what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claims.core.attribution import Manner
from claims.core.source import Source, SourceKind
from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.statements.clauses import Clause
from claims.statements.wordlists import listed

_FIRST_PERSON = frozenset({"i", "we", "my", "our"})
_THIRD_PERSON = frozenset({"it", "he", "she", "they", "its", "his", "her", "their"})
PRONOUNS = frozenset({"i", "we", "it", "he", "she", "they"})
_OBJECTS = frozenset({"it", "him", "her", "them"})
_PLURALS = frozenset(
    listed(
        "rebels residents activists witnesses officials parents villagers doctors survivors relatives "
        "militants"
    )
)
_MANY = frozenset({"them", "people", "others"})
_OF_A_PERSON = frozenset({"he", "she", "his", "her"})
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
_NAMED_BODIES = frozenset({"observatory", "ministry", "agency", "nations", "council", "association"})
_HAPPENING = frozenset({"happen", "occur"})
_QUOTING = frozenset({Manner.DIRECT, Manner.FLOATING, Manner.MIXED})


def replacements(
    clause: Clause,
    manner: Manner,
    speaker: Source,
    possessor: Callable[[Sentence, Token], str | None],
    opens_with_speaker: bool = True,
) -> Mapping[int, str]:
    """By index in the sentence, words of a clause with what they stand for in brackets.

    Within quotation marks only the first person is the speaker.

    Parameters
    ----------
    possessor
        From a possessive to the side it belongs to.
    opens_with_speaker
        Whether a pronoun that the clause begins with may be for who says it.
    """
    found: dict[int, str] = {}
    named = speaker.kind not in (SourceKind.NARRATOR, SourceKind.ANONYMOUS)
    words = (*clause.shared, *clause.words)
    first = next((t for t in words if t.text[0].isalnum()), None)
    for token in words:
        spoken = token.text.lower()
        quoted = manner in _QUOTING
        back = token is first and not quoted and spoken in _THIRD_PERSON and _may_mean(spoken, speaker)
        back = back and not is_expletive(clause.sentence, token)
        own = spoken in _FIRST_PERSON or back
        if token.tag == "PRP$" and not _belongs_to_one_named(token, words):
            owner = possessor(clause.sentence, token)
            # A name that says the side itself is longer and says no more ("Peru's navy's sailors").
            proper = named and speaker.name[:1].isupper() and (owner or "") not in speaker.name
            if (named and own) or (proper and owner is not None and owner == speaker.party):
                found[token.index] = f"[{possessive(speaker.name)}]"
            elif owner is not None and spoken not in _OF_A_PERSON:
                found[token.index] = f"[{possessive(owner)}]"
        elif token.tag == "PRP" and named and own and token.dep in SUBJECTS:
            if token is first and not opens_with_speaker:
                continue
            found[token.index] = f"{token.text} [{speaker.name}]"
    return found


def _belongs_to_one_named(token: Token, words: Sequence[Token]) -> bool:
    """Whether "his" is of a person whom the clause names before ("Mr. Obi may disclose *his* returns")."""
    if token.text.lower() not in _OF_A_PERSON:
        return False
    before = (t for t in words if t.index < token.index and t.dep in SUBJECTS)
    return any(t.tag in ("NN", "NNP") and not t.entity.endswith(("ORG", "GPE", "NORP")) for t in before)


def possessive(name: str) -> str:
    """The name as an owner.

    Examples
    --------
    >>> possessive("Turkey"), possessive("Field commanders"), possessive("Rebels")
    ("Turkey's", "Field commanders'", "Rebels'")
    """
    plural = name.endswith("s") and (name.rsplit(maxsplit=1)[-1].islower() or name.lower() in _PLURALS)
    return f"{name}'" if plural else f"{name}'s"


def means_speaker(clause: Clause, manner: Manner, speaker: Source) -> bool:
    """Whether the first word of a clause is a pronoun for who says it ("it had sent no troops")."""
    words = (*clause.shared, *clause.words)
    first = next((t for t in words if t.text[0].isalnum()), None)
    if first is None or first.tag != "PRP" or speaker.kind in (SourceKind.NARRATOR, SourceKind.ANONYMOUS):
        return False
    spoken = first.text.lower()
    if is_expletive(clause.sentence, first):
        return False
    if manner in _QUOTING:
        return spoken in _FIRST_PERSON
    return (spoken in _THIRD_PERSON and _may_mean(spoken, speaker)) or spoken in _FIRST_PERSON


def object_pronoun(clause: Clause) -> Token | None:
    """The pronoun of the third person that is the object of a clause's verb ("had caused *it*")."""
    found = clause.sentence.child(clause.head, "dobj")
    if found is None or found.tag != "PRP" or found.text.lower() not in _OBJECTS:
        return None
    return found if found in clause.words else None


def opening_pronoun(clause: Clause) -> Token | None:
    """The pronoun of the third person, a subject, that a clause begins with."""
    words = (*clause.shared, *clause.words)
    first = next((t for t in words if t.text[0].isalnum()), None)
    if first is None or first.tag != "PRP" or first.text.lower() not in _THIRD_PERSON:
        return None
    return first if first.dep in SUBJECTS and not is_expletive(clause.sentence, first) else None


def is_expletive(sentence: Sentence, token: Token) -> bool:
    """Whether "it" stands for nothing ("*it* was difficult to stop them") or for what happened.

    What took place, happened or occurred is no speaker.
    """
    verb = sentence.head(token)
    if token.text.lower() != "it":
        return False
    if _happens(sentence, verb):
        return True
    if verb.lemma != "be":
        return False
    said = sentence.child(verb, "acomp", "attr")
    return said is not None and any(
        sentence.child(word, "xcomp", "ccomp", "advcl", "csubj") is not None for word in (verb, said)
    )


def _happens(sentence: Sentence, verb: Token) -> bool:
    thing = sentence.child(verb, "dobj")
    return verb.lemma in _HAPPENING or (verb.lemma == "take" and thing is not None and thing.lemma == "place")


def _may_mean(pronoun: str, speaker: Source) -> bool:
    """Whether a pronoun can stand for a source: a body is no "he", of many it is "they"."""
    last = speaker.name.split()[-1]
    common = last.islower() or last.lower() in _PLURALS
    many = last in _MANY or (common and last.endswith("s") and not last.endswith("ss"))
    if many:
        return pronoun in ("they", "their")
    body = speaker.kind == SourceKind.MEDIA or _is_body(speaker.name, last.casefold())
    return pronoun not in _OF_A_PERSON or not body


def _is_body(name: str, last: str) -> bool:
    return last in _BODIES or name.isupper() or any(w.casefold() in _NAMED_BODIES for w in name.split())
