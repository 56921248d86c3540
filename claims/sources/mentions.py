"""Words that name a source, taken apart: what is named, what is added to it, and how it is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from claims.core.document import Document
from claims.core.spans import Span, Spans, cover
from claims.core.tokens import Token
from claims.sources.phrases import levelled, pieces, singular

_DETERMINERS = frozenset({"a", "an", "the"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "both"})
_NUMBERING = frozenset({"a", "an", "one", "another", "some", "several", "two", "three", "many", "other"})
_CLAUSE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_BREAKS = frozenset({",", ";", ":", "(", ")", "[", "]", "–", "—", "--", "-LRB-", "-RRB-"})
_QUOTES = "\"'“”‘’«»`"
_NAME_LINKS = frozenset({"al", "el", "de", "bin", "ibn", "van", "von", "der", "abu", "-"})
COURTESY = {"mr": "he", "mister": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "madam": "she"}
"""Titles of courtesy, which are no part of a name, and the pronoun that each tells."""

_ROLES_OF = (
    {"spokesman": "he", "chairman": "he", "policeman": "he", "businessman": "he", "father": "he"}
    | {
        "spokeswoman": "she",
        "chairwoman": "she",
        "policewoman": "she",
        "businesswoman": "she",
        "mother": "she",
    }
    | {"husband": "he", "son": "he", "brother": "he", "wife": "she", "daughter": "she", "sister": "she"}
)
"""Nouns that tell whether one person is he or she."""

_NAMING = frozenset({("know", "as"), ("call", "itself"), ("call", "himself"), ("call", "herself")})


class Form(StrEnum):
    """How a mention names its source."""

    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"
    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    BARE = "bare"


@dataclass(frozen=True)
class Mention:
    """A stretch of text that names somebody.

    Attributes
    ----------
    sentence
        Index of its sentence in the document.
    tokens, core
        All of its words, and those that name rather than describe: no relative clause, apposition
        or participle.
    person
        The words of a person's name among them.
    """

    spans: Spans
    sentence: int
    tokens: tuple[Token, ...]
    core: tuple[Token, ...]
    person: tuple[Token, ...] = ()

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.tokens[0].start

    @cached_property
    def chunk(self) -> tuple[Token, ...]:
        """The core up to its first preposition: "spokesman" of "spokesman for the army"."""
        end = next((i for i, t in enumerate(self.core) if i and t.tag in {"IN", "TO"}), len(self.core))
        return self.core[:end]

    @cached_property
    def head(self) -> Token:
        """The noun that the chunk ends in (its last word where it has none)."""
        end = next((i for i, t in enumerate(self.chunk) if i and t.tag == "CC"), len(self.chunk))
        nouns = [t for t in self.chunk[:end] if t.is_noun or t.tag == "PRP"]
        return nouns[-1] if nouns else self.chunk[-1]

    @cached_property
    def role(self) -> Token:
        """The last common noun of the chunk, before a person's name: "director" of "director Ali Kaya"."""
        named = {t.index for t in self.person}
        nouns = [t for t in self.chunk if t.tag in {"NN", "NNS"} and t.index not in named]
        return nouns[-1] if nouns else self.head

    @cached_property
    def form(self) -> Form:
        """How it names its source, by its first word."""
        first = self.core[0]
        if first.tag == "PRP":
            return Form.PRONOUN
        if first.tag == "PRP$":
            return Form.POSSESSIVE
        word = first.text.lower()
        if word in _POINTING:
            return Form.DEFINITE
        if word in _NUMBERING or first.tag == "CD":
            return Form.INDEFINITE
        return Form.BARE

    @cached_property
    def gender(self) -> str:
        """The pronoun that a title or a noun tells ("Mr Kaya", "a spokesman"), empty where none does."""
        titles = (COURTESY.get(levelled(t.text).strip(".")) for t in self.chunk)
        return next((t for t in titles if t), _ROLES_OF.get(self.role.text.lower(), ""))

    @property
    def plural(self) -> bool:
        """Whether it names more than one."""
        # "Brandt & Cole" is one firm.
        return self.head.tag in {"NNS", "NNPS"} or any(t.tag == "CC" and t.text != "&" for t in self.chunk)

    @property
    def proper(self) -> bool:
        """Whether its head is a proper name."""
        return self.head.tag in {"NNP", "NNPS"}

    @cached_property
    def gives_name(self) -> bool:
        """Whether a description is followed by the name ("the minister, Ali Kaya")."""
        pointing = self.form in {Form.DEFINITE, Form.POSSESSIVE}
        return pointing and bool(self.person) and self.person[0] not in self.core

    @cached_property
    def text(self) -> str:
        """Its core words as written, without a leading article and marks at the edge."""
        begin = 1 if self.form is Form.POSSESSIVE and len(self.core) > 1 else 0
        # of "the two armies" the number is known from elsewhere and is no part of a name
        if self.form is Form.DEFINITE and self.plural and len(self.core) > 2 and self.core[1].tag == "CD":
            begin = 2
        return tidy(phrase(self.core[begin:]))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its core words for looking names up."""
        return tuple(pieces(phrase(self.core)))

    @cached_property
    def described_tokens(self) -> tuple[Token, ...]:
        """All of its words up to a relative clause, appositions included."""
        end = next((i for i, t in enumerate(self.tokens) if i and t.tag in _CLAUSE_TAGS), len(self.tokens))
        return self.tokens[:end]

    @cached_property
    def described(self) -> tuple[str, ...]:
        """Those words for looking names up."""
        return tuple(pieces(phrase(self.described_tokens)))

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Lemmas of its core words."""
        return tuple(t.lemma.lower() for t in self.core)


def read_mention(document: Document, spans: Spans) -> Mention | None:
    """The mention at ``spans``; None where no word stands there."""
    if not spans:
        return None
    around = cover(spans)
    for number, sentence in enumerate(document.sentences):
        if not sentence.span.overlaps(around):
            continue
        tokens = tuple(t for t in sentence.tokens if any(t.span.overlaps(s) for s in spans))
        tokens = _unquoted(tokens)
        if tokens:
            return Mention(spans, number, tokens, _core(_called(tokens)), _person(tokens))
    return None


def phrase(tokens: Sequence[Token]) -> str:
    """Words as written, with a space where there was one."""
    parts: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        parts.append(("" if before is None or before.end == token.start else " ") + token.text)
    return "".join(parts)


def tidy(text: str) -> str:
    """A name without leading article, marks at its edges and a trailing possessive.

    Examples
    --------
    >>> tidy("The Russian defence ministry's,")
    'Russian defence ministry'
    """
    text = text.strip(" ,;:.()[]" + _QUOTES)
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    first, _, rest = text.partition(" ")
    if first.lower() == "the" and rest:
        text = rest
    elif first.lower() in _NUMBERING and rest:
        text = f"{first.lower()} {rest}"
    return text


def name_words(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Words of a person's name, levelled, for telling whether two names can be one."""
    return tuple(w for p in pieces(phrase(tokens)) if (w := levelled(p)) not in {"al", "el", "s"})


def content_words(words: Sequence[str]) -> frozenset[str]:
    """Levelled singular words of a name that tell it from another."""
    idle = (
        _DETERMINERS
        | _POINTING
        | {"of", "for", "s", "so", "called", "and", "in", "at", "by", "on", "from", "one", "some"}
    )
    level = [levelled(w) for w in words]
    return frozenset(
        singular(w)
        for w, after in zip(level, [*level[1:], ""], strict=False)
        if w not in idle and w != "based" and after != "based"
    )


def _unquoted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    start, end = 0, len(tokens)
    while start < end and not tokens[start].text.strip(_QUOTES + ",;"):
        start += 1
    while end > start and not tokens[end - 1].text.strip(_QUOTES + ",;"):
        end -= 1
    return tokens[start:end]


def _called(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The name that a description gives with a participle ("a group calling itself the River Guard")."""
    for i, token in enumerate(tokens[1:-1], 1):
        if tokens[i - 1].is_noun and (token.lemma.lower(), tokens[i + 1].text.lower()) in _NAMING:
            name = tokens[i + 2 :]
            return name if any(t.tag in {"NNP", "NNPS"} for t in name[:2]) else tokens
        if token.tag in _CLAUSE_TAGS:
            break
    return tokens


def _core(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    for i, token in enumerate(tokens):
        if i and _ends_core(tokens, i):
            return tokens[:i]
        if i and token.tag == "CC" and i + 1 == len(tokens):
            return tokens[:i]
    return tokens


def _ends_core(tokens: tuple[Token, ...], i: int) -> bool:
    token, before = tokens[i], tokens[i - 1]
    if token.text in _BREAKS or token.tag in _CLAUSE_TAGS:
        return not _is_listed(tokens, i)
    if token.text.lower() in _DETERMINERS and before.is_noun:
        return True
    if token.text.lower() in {"also", "including"} and before.is_noun:
        return True
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.tag == "IN" and after is not None and after.entity.endswith("DATE"):
        return True
    participle = token.tag in {"VBN", "VBG"} and before.is_noun and token.text.lower() != "named"
    return participle and (after is None or not after.is_noun or token.dep in {"acl", "relcl"})


def _is_listed(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the comma at ``i`` parts the members of a list."""
    return (
        tokens[i].text == ","
        and any(t.tag == "CC" and t.dep == "cc" for t in tokens[i + 1 :])
        and not any(t.tag in _CLAUSE_TAGS for t in tokens)
        and tokens[i].dep == "punct"
        and any(t.dep == "conj" for t in tokens[i + 1 : i + 4])
    )


def _person(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The first run of words tagged as a person that is not itself a modifier ("Assad's regime")."""
    runs: list[list[Token]] = []
    for i, token in enumerate(tokens):
        if token.tag in _CLAUSE_TAGS:
            break
        if not token.entity.endswith("PERSON") or token.tag == "POS" or token.text in {"'s", "’s"}:
            continue
        if runs and tokens[i - 1] is runs[-1][-1]:
            runs[-1].append(token)
        else:
            runs.append([token])
    core = _core(tokens)
    for run in runs:
        first, place = tokens.index(run[0]), tokens.index(run[-1])
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        modifies = after is not None and (after.tag == "POS" or after.is_noun or after.tag == "JJ")
        added = any(t.text not in _BREAKS and t.tag != "NNP" for t in tokens[len(core) : first])
        if not modifies and not added and not _after_preposition(tokens, first):
            return tuple(run)
    return ()


def _after_preposition(tokens: tuple[Token, ...], first: int) -> bool:
    """Whether a name is what a preposition takes ("relatives of Ali Kaya"), titles aside."""
    place = first - 1
    while place >= 0 and tokens[place].is_noun and place == first - 1 and tokens[place].text[:1].isupper():
        place -= 1
    return place >= 0 and tokens[place].tag in {"IN", "TO"}


def span_of(tokens: Sequence[Token]) -> Span:
    """From the first of ``tokens`` to the last."""
    return Span(tokens[0].start, tokens[-1].end)
