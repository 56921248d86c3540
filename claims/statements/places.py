"""Places that a sentence names as the scene, with the larger places that hold them.

A name is a place by where it stands ("in", "near", "the town of", "shelled"), by what the tagger of
entities and the gazetteer say of it; a capital that speaks and a nationality are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.core.claim import Place
from claims.core.spans import Span
from claims.core.tokens import Sentence, Token
from claims.core.wordlists import listed
from claims.statements.gazetteer import Gazetteer, compatible, spelling_key

__all__ = ["Gazetteer", "LocatedPlace", "compatible", "places", "spelling_key"]

_PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
_OTHER_ENTITIES = frozenset({"ORG", "DATE", "TIME", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "LANGUAGE"})
_ROAD = re.compile(r"[A-Z]{1,2}-?\d+")
_NEAR = frozenset({"near", "outside", "off", "around"})
_ADVERB = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "out"}
)


@dataclass(frozen=True)
class LocatedPlace:
    """A place and the words that name it, those of the larger places included."""

    place: Place
    span: Span


@dataclass(frozen=True)
class _Name:
    """A run of capitalised words that may name a place; the apostrophe may have been lost."""

    tokens: tuple[Token, ...]
    name: str
    owner: bool = False


def places(sentence: Sentence, span: Span, gazetteer: Gazetteer) -> tuple[LocatedPlace, ...]:
    """Every place that ``span`` of ``sentence`` names as a scene, in order."""
    return _Finder(sentence, gazetteer).find(span)


class _Finder:
    def __init__(self, sentence: Sentence, gazetteer: Gazetteer) -> None:
        self._sentence = sentence
        self._gazetteer = gazetteer

    def find(self, span: Span) -> tuple[LocatedPlace, ...]:
        names = [n for n in self._names() if span.start <= n.tokens[0].start and n.tokens[-1].end <= span.end]
        found: list[LocatedPlace] = []
        at = 0
        while at < len(names):
            chain, count = self._chain(names, at)
            held = len(chain) > 1 and any(self._gazetteer.knows(n.name) for n in chain)
            if any(self._is_scene(n, held) for n in chain):
                place = Span(min(n.tokens[0].start for n in chain), max(n.tokens[-1].end for n in chain))
                found.append(LocatedPlace(self._place(chain), place))
            at += count
        return tuple(found)

    def _place(self, chain: list[_Name]) -> Place:
        name, *holders = (n.name for n in chain)
        above = [h for h in self._gazetteer.within((holders or [name])[-1]) if h not in holders]
        known = self._gazetteer.within(name) if holders else ()
        # "Kafr Nabl, Syria" leaves out the province that the gazetteer knows
        if holders and known and self._gazetteer.key(known[-1]) == self._gazetteer.key(holders[-1]):
            return Place(name, known)
        return Place(name, (*holders, *above))

    # -- names -------------------------------------------------------------------------------

    def _names(self) -> Iterator[_Name]:
        run: list[Token] = []
        for token in (*self._sentence.tokens, None):
            if token is not None and self._continues(run, token):
                run.append(token)
                continue
            while run and run[-1].text == "-":
                run.pop()
            yield from self._split(run)
            run = [token] if token is not None and self._is_name(token) else []

    def _is_name(self, token: Token) -> bool:
        if not token.text[0].isupper() or token.entity[2:] in {"DATE", "TIME", "LANGUAGE"}:
            return False
        if token.tag in {"NNP", "NNPS"}:
            return True
        if token.tag == "JJ":
            return self._gazetteer.knows(token.text) and not self._gazetteer.is_demonym(token.text)
        return token.is_noun and (token.entity[2:] in _PLACE_ENTITIES or self._gazetteer.knows(token.text))

    def _continues(self, run: list[Token], token: Token) -> bool:
        if not run:
            return False
        if token.text == "-" or run[-1].text == "-":
            return token.start == run[-1].end and (token.text == "-" or token.text[0].isalpha())
        lower_article = token.text in _ARTICLES and token.tag in {
            "NNP",
            "NNPS",
            "FW",
            "JJ",
        }
        return self._is_name(token) or lower_article

    def _split(self, run: list[Token]) -> Iterator[_Name]:
        """One run as one name, or as an owner and what it owns ("Syrias Idlib")."""
        gazetteer = self._gazetteer
        while run and (run[-1].text.lower() in gazetteer.classes or _is_of_an_event(run, gazetteer)):
            run = run[:-1]
        if not run:
            return
        whole = _written(run)
        if not gazetteer.knows(whole):
            if (
                run[0].text.lower() in gazetteer.directions
                and len(run) > 1
                and run[0].text.lower()[-3:] == "ern"
            ):
                yield from self._split(run[1:])
                return
            first = run[0].text
            if (
                first[-1] == "s"
                and not gazetteer.knows(first)
                and gazetteer.is_country(first[:-1])
                and run[1:]
            ):
                yield _Name((run[0],), first[:-1], owner=True)
                yield from self._split(run[1:])
                return
            one_name = run[-1].entity[:2] == "I-"
            if len(run) > 1 and gazetteer.knows(run[-1].text) and run[-2].text != "-" and not one_name:
                yield _Name(tuple(run[:-1]), _written(run[:-1]))
                yield _Name((run[-1],), run[-1].text)
                return
        yield _Name(tuple(run), whole)

    # -- which holds which -------------------------------------------------------------------

    def _chain(self, names: list[_Name], at: int) -> tuple[list[_Name], int]:
        """The name at ``at`` with those that hold it, the smallest first; how many were used."""
        chain, used = [names[at]], 1
        while at + used < len(names):
            last, following = names[at + used - 1], names[at + used]
            if self._owns(last, following):
                chain.insert(chain.index(last), following)
            elif self._holds(following, last):
                chain.append(following)
            else:
                break
            used += 1
        return chain, used

    def _between(self, a: _Name, b: _Name) -> list[str]:
        between = [t.text.lower() for t in self._sentence.tokens[a.tokens[-1].index + 1 : b.tokens[0].index]]
        if between[-2:] in [[article, "-"] for article in _ARTICLES]:
            return between[:-2]
        return between

    def _owns(self, a: _Name, b: _Name) -> bool:
        """Whether ``a`` holds ``b`` as its owner: "Syria's southern Idlib", "Syrias Idlib"."""
        between = self._between(a, b)
        if a.owner:
            between = ["'s", *between]
        if between[:1] not in (["'s"], ["’s"]):
            return False
        loose = self._gazetteer.directions | self._gazetteer.classes | {"of"}
        return all(w in loose for w in between[1:])

    def _holds(self, larger: _Name, smaller: _Name) -> bool:
        """Whether it does: "Ariha, southern Idlib", "the Kabana area of northern Latakia"."""
        gazetteer = self._gazetteer
        between = self._between(smaller, larger)
        known = {gazetteer.key(h) for h in gazetteer.within(smaller.name)}
        if gazetteer.key(larger.name) in known and "and" not in between and len(between) <= 5:
            return not {"to", "from", "near"} & set(between)
        links = [w for w in between if w not in gazetteer.classes and w not in {"the", "'s"}]
        directed = [w for w in links if w in gazetteer.directions]
        links = [w for w in links if w not in gazetteer.directions]
        after = larger.tokens[-1].index + 1
        follows = [t.text.lower() for t in self._sentence.tokens[after : after + 2]]
        if follows[:1] == ["and"] or (follows[:1] == [","] and self._in_list(larger)):
            return False
        if gazetteer.within(smaller.name) and gazetteer.knows(larger.name):
            return False
        if gazetteer.is_country(smaller.name):
            return False
        if links == [","]:
            return bool(directed) or gazetteer.knows(larger.name) or self._apposed(larger, smaller)
        if links in (["in"], [",", "in"]):
            return True
        return links == ["of"] and bool(set(between) & gazetteer.classes)

    def _apposed(self, larger: _Name, smaller: _Name) -> bool:
        inside = {t.index for t in smaller.tokens}
        return any(t.dep == "appos" and t.head in inside for t in larger.tokens)

    def _in_list(self, name: _Name) -> bool:
        return any(t.dep == "conj" for t in name.tokens)

    # -- scenes ------------------------------------------------------------------------------

    def _is_scene(self, name: _Name, held: bool) -> bool:
        """Whether a name is where something happens; ``held``: within a place that is known."""
        gazetteer = self._gazetteer
        if _ROAD.fullmatch(name.name) or gazetteer.is_demonym(name.name):
            return False
        parts = name.name.split("-")
        if len(parts) == 2 and all(gazetteer.is_country(p) for p in parts):
            return False
        entity = {t.entity[2:] for t in name.tokens}
        known = held or bool(entity & _PLACE_ENTITIES) or gazetteer.knows(name.name)
        return self._stands_as_scene(self._sentence.top(name.tokens), name, known, entity)

    def _stands_as_scene(self, top: Token, name: _Name, known: bool, entity: set[str]) -> bool:
        gazetteer, sentence = self._gazetteer, self._sentence
        acts = gazetteer.is_country(name.name) or gazetteer.is_capital(name.name)
        classed = False
        if acts and top.dep in {"conj", "dobj"} and self._acts_next(name):
            return False
        for _ in range(4):
            if top.is_root:
                return False
            above = sentence.head(top)
            if top.dep in {"compound", "nmod", "poss", "appos", "amod"} and above.lemma in gazetteer.classes:
                if above.lemma != "border" or top.dep == "appos":
                    classed = True
            elif top.dep == "conj" and (above.is_noun or above.tag == "NNP"):
                pass
            elif top.dep in {"compound", "nmod", "poss"}:
                event = above.text.lower().endswith("ing") or above.lemma.lower() in _EVENTS
                if above.lemma in gazetteer.actors or (above.tag in {"NNP", "NNPS"} and not event):
                    return False
                return known and (event or not acts)
            elif top.dep != "appos":
                break
            top = above
        if classed:
            known = True
        above = sentence.head(top)
        if top.dep == "pobj":
            return self._after_preposition(above, known, entity)
        if top.dep in {"dobj", "nsubjpass"}:
            return known and above.lemma in gazetteer.verbs
        if top.dep == "nsubj":
            return known and not acts and above.lemma in gazetteer.undergoing
        return classed and top.dep in {"npadvmod", "dep"}

    def _acts_next(self, name: _Name) -> bool:
        """Whether a finite verb follows, of which the parser took the subject for an object before it."""
        after = name.tokens[-1].index + 1
        tokens = self._sentence.tokens
        return after < len(tokens) and tokens[after].tag in {"VBZ", "VBP", "VBD", "MD"}

    def _after_preposition(self, preposition: Token, known: bool, entity: set[str]) -> bool:
        gazetteer, word = self._gazetteer, preposition.text.lower()
        above = self._sentence.head(preposition)
        unnamed = not entity & _OTHER_ENTITIES and "PERSON" not in entity
        if word == "of":
            place_noun = above.lemma in gazetteer.classes or above.lemma in _ADVERB or above.lemma in _SHARES
            event = above.lemma in _EVENTS or above.tag == "VBG" or above.lemma.endswith("ing")
            return place_noun or (known and event)
        if word in gazetteer.motion:
            moved = above.lemma in gazetteer.motion_verbs or above.lemma in {"close", "next"}
            return (known or unnamed) and moved
        if word not in gazetteer.prepositions:
            return False
        # Names of quarters are often taken for those of people; none of the other kinds are places.
        quarter = not entity & (_OTHER_ENTITIES - {"PERSON"})
        scene = (word == "in" and above.lemma not in _HELD_IN) or (word == "at" and above.lemma in _AIMED)
        if quarter and scene:
            return True
        return known or unnamed or word in _NEAR


_ARTICLES = frozenset({"al", "el", "ez", "ash", "ul", "as", "ad", "an", "ar", "at", "az"})
_HELD_IN = frozenset(
    listed("confidence trust faith belief believe interest rest result end culminate involve")
)
_AIMED = frozenset(listed("fire shoot shell missile rocket mortar bomb explosion blast strike attack"))
_SHARES = frozenset({"much", "most", "part", "all", "half", "rest", "heart", "edge", "centre", "center"})
_EVENTS = frozenset(
    listed(
        "attack strike airstrike raid blast explosion siege battle offensive assault war fire crash massacre "
        "ambush clash invasion capture fall occupation bombardment earthquake quake flood protest rally "
        "market airport hospital bridge"
    )
)


def _is_of_an_event(run: list[Token], gazetteer: Gazetteer) -> bool:
    """Whether a place is the first part of a happening's name ("the *Ghouta* Massacre")."""
    named = len(run) > 1 and run[-1].text.lower() in _EVENTS
    return named and gazetteer.knows(_written(run[:-1]))


def _written(tokens: list[Token]) -> str:
    parts = [tokens[0].text]
    for before, token in pairwise(tokens):
        parts.append(token.text if before.end == token.start else f" {token.text}")
    return "".join(parts)
