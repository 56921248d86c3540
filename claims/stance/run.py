"""All that a comparison may look at besides the two claims."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from claims.core.article import Article
from claims.core.claim import Claim, Participant
from claims.core.source import Source, SourceKind
from claims.core.spans import cover
from claims.stance.lexicon import Lexicon
from claims.stance.places import Gazetteer
from claims.stance.synonyms import plain

# Word counts of a run of a few articles say little: as if this many other articles had been read.
_PRIOR_ARTICLES = 20
GENERIC_WEIGHT = 0.1
# So many articles are put side by side by somebody who takes them for reports of one story.
_FEW_ARTICLES = 3
_ONE_SENTENCE = 200
_PRONOUNS = frozenset(
    [
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "these",
        "those",
        "who",
        "which",
        "me",
        "us",
        "him",
        "her",
        "them",
    ]
)


class Run:
    """The claims of one run with their sources, articles, word weights and places."""

    def __init__(
        self,
        claims: Sequence[Claim],
        sources: Mapping[str, Source],
        articles: Mapping[str, Article],
        lexicon: Lexicon | None = None,
    ) -> None:
        self.lexicon = lexicon or Lexicon.load()
        self.places = Gazetteer(claims)
        self._sources = sources
        self._articles = articles
        self._media = {
            name.casefold(): source.party
            for source in sources.values()
            if source.kind == SourceKind.MEDIA and source.party
            for name in (source.name, *source.aliases)
        }
        self._siblings: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self._counted: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._all = tuple(claims)
        for number, claim in enumerate(claims):
            self._siblings[claim.article, claim.attribution].append(claim)
            if claim.quantities and claim.spans:
                self._counted[claim.article].append((cover(claim.spans).start, number))
        for places in self._counted.values():
            places.sort()
        self._words = {claim.id: _words(claim) | self._borrowed(claim) for claim in claims}
        holders: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            for word in (*self._words[claim.id], *self.place_keys(claim)):
                holders[word].add(claim.article)
        number = len({claim.article for claim in claims})
        self.is_small = number <= _FEW_ARTICLES
        total = number + _PRIOR_ARTICLES
        self._weights = {word: self._weight(word, len(held), total) for word, held in holders.items()}

    def _borrowed(self, claim: Claim) -> frozenset[str]:
        """Words of the happening that the rest of its sentence names ("eight died and 22 were hurt in …")."""
        if claim.proposition.happening or not claim.spans:
            return frozenset()
        near = [
            other.proposition.happening
            for other in self.siblings(claim)
            if other.spans and abs(other.spans[0].start - claim.spans[0].start) <= _ONE_SENTENCE
        ]
        return frozenset(word.casefold() for named in near if named for word in named.split())

    def _weight(self, word: str, held_by: int, total: int) -> float:
        if word in self.lexicon.generic or word.removesuffix("s") in self.lexicon.generic:
            return GENERIC_WEIGHT
        if len(word) < 2 or not word.lstrip("@")[:1].isalpha():
            return GENERIC_WEIGHT
        return max(0.0, math.log(total / (held_by + 0.5)) / math.log(total))

    def words(self, claim: Claim) -> frozenset[str]:
        """Every content word of a claim, those of its happening and participants among them."""
        known = self._words.get(claim.id)
        return _words(claim) if known is None else known

    def weight(self, word: str) -> float:
        """From 0 to 1: how much it says that two claims share ``word``."""
        known = self._weights.get(word)
        return self._weight(word, 1, _PRIOR_ARTICLES) if known is None else known

    def weight_of(self, words: Iterable[str]) -> float:
        """The sum of the weights of ``words``."""
        return sum(self.weight(word) for word in words)

    def place_keys(self, claim: Claim) -> tuple[str, ...]:
        """Keys of a claim's places, apart from words, that :meth:`weight` knows."""
        return tuple(f"@{self.places.folded(place.name)}" for place in claim.proposition.places)

    def siblings(self, claim: Claim) -> Sequence[Claim]:
        """The claims of the same act of saying, ``claim`` among them."""
        return self._siblings.get((claim.article, claim.attribution), [claim])

    def counted_between(self, article: str, start: int, end: int) -> Sequence[Claim]:
        """The claims with a figure that begin between two characters of an article."""
        places = self._counted.get(article, [])
        first, last = (bisect_left(places, (position, -1)) for position in (start, end))
        return [self._all[number] for _, number in places[first:last]]

    def source(self, claim: Claim) -> Source | None:
        """Who is answerable for a claim, None if the run does not know."""
        return self._sources.get(claim.source)

    def is_narrator(self, claim: Claim) -> bool:
        """Whether the article says it in its own voice."""
        source = self.source(claim)
        return source is not None and source.kind == SourceKind.NARRATOR

    def same_source(self, a: Claim, b: Claim) -> bool:
        """Whether one source is answerable for both (the narrators of two articles are two)."""
        return a.source == b.source and not (self.is_narrator(a) and a.article != b.article)

    def one_side(self, a: Claim, b: Claim) -> bool:
        """Whether two sources belong to one known party."""
        left, right = self.source(a), self.source(b)
        return left is not None and right is not None and left.party is not None and left.party == right.party

    def of_one_house(self, a: Claim, b: Claim) -> bool:
        """Whether one source speaks for the other, and is called after it.

        As "army Colonel Kaya" is after the army, "Commander Tramont of the coastguard" after the coastguard;
        "Peru's rebels" are called after Peru, too, and are of another kind.
        """
        left, right = self.source(a), self.source(b)
        if left is None or right is None or a.article != b.article:
            return False
        short, long = sorted((left.name.casefold(), right.name.casefold()), key=len)
        if re.search(rf" (?:of|for) the {re.escape(short)}\b", long):
            return True
        return left.kind is right.kind and long.startswith((f"{short} ", f"{short}'s ", f"{short}’s "))

    def opposed(self, a: Claim, b: Claim) -> bool:
        """Whether the sources belong to two known parties."""
        left, right = self.source(a), self.source(b)
        if left is None or right is None or left.party is None or right.party is None:
            return False
        return left.party != right.party

    def rivals(self, a: Claim, b: Claim) -> bool:
        """Whether two sources that are not of one side, neither of them the narrator, say the claims.

        Whom a state's own medium quotes without a side is of that side.
        """
        if self.is_narrator(a) or self.is_narrator(b) or self.same_source(a, b):
            return False
        left, right = self._side(a), self._side(b)
        return left is None or left != right

    def _side(self, claim: Claim) -> str | None:
        source, article = self.source(claim), self.article(claim)
        if source is not None and source.party is not None:
            return source.party
        return self._media.get((article.outlet or "").casefold()) if article is not None else None

    def article(self, claim: Claim) -> Article | None:
        """The article of a claim, None if the run does not know it."""
        return self._articles.get(claim.article)

    def published(self, claim: Claim) -> date | None:
        """When the article of a claim came out."""
        article = self._articles.get(claim.article)
        return article.published if article else None


def name_of(run: Run, claim: Claim) -> str:
    """The name of a claim's source, for a sentence."""
    source = run.source(claim)
    if source is None:
        return "a source"
    return "the article itself" if source.kind == SourceKind.NARRATOR else source.name


def _words(claim: Claim) -> frozenset[str]:
    said = claim.proposition
    parts: list[Iterable[str]] = [said.words, (said.predicate,), (said.happening or "").split()]
    parts.extend(participant_words(p) for p in (said.agent, said.patient))
    return frozenset(plain(word) for part in parts for word in part if word and word[0].isalnum())


def participant_words(participant: Participant | None) -> frozenset[str]:
    """Content words of a participant, its head among them; none for a pronoun."""
    if participant is None or participant.head.casefold() in _PRONOUNS:
        return frozenset()
    return frozenset(plain(w) for w in (*participant.words, participant.head) if w)
