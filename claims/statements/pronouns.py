"""Words that need the article to be understood ("its soldiers", "we"), with what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from claims.core.attribution import Manner
from claims.core.source import Source, SourceKind
from claims.core.tokens import SUBJECTS, Sentence, Token
from claims.statements.agreement import OF_A_PERSON, PLURALS
from claims.statements.clauses import Clause

_FIRST_PERSON = frozenset({"i", "we", "my", "our"})
_THIRD_PERSON = frozenset({"it", "he", "she", "they", "its", "his", "her", "their"})
PRONOUNS = frozenset({"i", "we", "it", "he", "she", "they"})
_OBJECTS = frozenset({"it", "him", "her", "them"})
_HAPPENING = frozenset({"happen", "occur"})
_IMPERSONAL = frozenset({"seem", "appear", "turn", "cost", "remain", "emerge", "matter"})
QUOTING = frozenset({Manner.DIRECT, Manner.FLOATING, Manner.MIXED})


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
        Whether the pronoun that the clause begins with is for who says it.
    """
    found: dict[int, str] = {}
    named = is_named(speaker)
    words = (*clause.shared, *clause.words)
    first = opening(clause)
    for token in words:
        spoken = token.text.lower()
        quoted = manner in QUOTING
        own = opens_with_speaker if token is first and not quoted else spoken in _FIRST_PERSON
        if token.tag == "PRP$" and not _belongs_to_one_named(token, words):
            owner = possessor(clause.sentence, token)
            # A name that says the side itself is longer and says no more ("Peru's navy's sailors").
            proper = named and speaker.name[:1].isupper() and (owner or "") not in speaker.name
            opens = token is first and not quoted and not own
            if (named and own) or (proper and owner is not None and owner == speaker.party and not opens):
                found[token.index] = f"[{possessive(speaker.name)}]"
            elif owner is not None and spoken not in OF_A_PERSON:
                found[token.index] = f"[{possessive(owner)}]"
        elif token.tag == "PRP" and named and own and token.dep in SUBJECTS:
            found[token.index] = f"{token.text} [{speaker.name}]"
    return found


def _belongs_to_one_named(token: Token, words: Sequence[Token]) -> bool:
    """Whether "his" is of a person whom the clause names before ("Mr. Obi may disclose *his* returns")."""
    if token.text.lower() not in OF_A_PERSON:
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
    plural = name.endswith("s") and (name.rsplit(maxsplit=1)[-1].islower() or name.lower() in PLURALS)
    return f"{name}'" if plural else f"{name}'s"


def is_named(speaker: Source) -> bool:
    """Whether a source is somebody, not the article's own voice or nobody that is named."""
    return speaker.kind not in (SourceKind.NARRATOR, SourceKind.ANONYMOUS)


def opening(clause: Clause) -> Token | None:
    """The first word of a clause, with what it shares with the clause it hangs on."""
    return next((t for t in (*clause.shared, *clause.words) if t.text[0].isalnum()), None)


def is_first_person(token: Token) -> bool:
    """Whether it is "I", "we" or what they own."""
    return token.text.lower() in _FIRST_PERSON


def object_pronoun(clause: Clause) -> Token | None:
    """The pronoun of the third person that is the object of a clause's verb ("had caused *it*")."""
    found = clause.sentence.child(clause.head, "dobj")
    if found is None or found.tag != "PRP" or found.text.lower() not in _OBJECTS:
        return None
    return found if found in clause.words else None


def partitive_pronoun(clause: Clause) -> Token | None:
    """The pronoun of which a clause's subject is a part ("the middle of *it*", "not one of *them*")."""
    subject = clause.sentence.child(clause.head, *SUBJECTS)
    part = clause.sentence.child(subject, "prep") if subject is not None else None
    if part is None or part.lemma != "of":
        return None
    whole = clause.sentence.child(part, "pobj")
    return whole if whole is not None and whole.tag == "PRP" and whole in clause.words else None


def opening_pronoun(clause: Clause) -> Token | None:
    """The pronoun of the third person, a subject or a possessive, that a clause begins with."""
    first = opening(clause)
    if first is None or first.text.lower() not in _THIRD_PERSON:
        return None
    if first.tag == "PRP$":
        return first
    subject = first.tag == "PRP" and first.dep in SUBJECTS
    return first if subject and not is_expletive(clause.sentence, first) else None


def is_expletive(sentence: Sentence, token: Token) -> bool:
    """Whether "it" stands for nothing, or for what happened.

    As in "*it* was difficult to stop them", "it is not known who did it", "it costs money to vote", "it
    was the second time that". What took place, happened or occurred is no speaker.
    """
    verb = sentence.head(token)
    if token.text.lower() != "it":
        return False
    if _happens(sentence, verb):
        return True
    clausal = ("xcomp", "ccomp", "advcl", "csubj", "relcl")
    if verb.lemma in _IMPERSONAL or token.dep == "nsubjpass":
        passive = token.dep == "nsubjpass"
        return sentence.child(verb, *(clausal[1:2] if passive else clausal[:4])) is not None
    if verb.lemma != "be":
        return False
    said = sentence.child(verb, "acomp", "attr")
    if said is None:
        # "It was partly to let them leave that fire ceased."
        return sentence.child(verb, "xcomp", "advcl") is not None
    if said.lemma == "time":
        return True
    if any(sentence.child(word, *clausal[:4]) is not None for word in (verb, said)):
        return True
    return sentence.child(said, "relcl") is not None and _is_singled_out(sentence, said)


def _is_singled_out(sentence: Sentence, said: Token) -> bool:
    """Whether "it's *the leaders* who insisted" singles somebody out; "a clinic that closed" says what is."""
    definite = any(t.text.lower() == "the" for t in sentence.children(said, "det"))
    return definite or said.tag in ("NNP", "NNPS", "NNS", "PRP", "WP")


def _happens(sentence: Sentence, verb: Token) -> bool:
    thing = sentence.child(verb, "dobj")
    return verb.lemma in _HAPPENING or (verb.lemma == "take" and thing is not None and thing.lemma == "place")
