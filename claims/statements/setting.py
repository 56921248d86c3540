"""The happening that an article is about, for claims that speak of "the attack" without saying where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from claims.core.claim import Moment, Place
from claims.core.document import Document
from claims.core.spans import Span
from claims.core.tokens import Sentence, Token
from claims.statements.frames import Frames

_ROAD = re.compile(r"[A-Z]{1,2}-?\d+|.* (?:[Rr]oad|[Hh]ighway|[Mm]otorway)")
_NEAR = 3
_AT = frozenset({"in", "at", "near", "outside", "around"})
_DEFINITE = frozenset({"the", "this", "that", "those", "these", "both"})


@dataclass(frozen=True)
class Setting:
    """A happening as the article introduces it: its words, where and when, and its sentence."""

    noun: str
    group: str
    place: Place
    when: Moment | None
    sentence: int


class Settings:
    """The happenings of one article, in order.

    Parameters
    ----------
    place_near, moment
        Give the place that a sentence names nearest to a word, and the time that it names.
    """

    def __init__(
        self,
        document: Document,
        frames: Frames,
        place_near: Callable[[Sentence, Token], Place | None],
        moment: Callable[[Sentence], Moment | None],
    ) -> None:
        self._frames = frames
        self._place_near = place_near
        self._sentences = document.sentences
        self._numbers = {s.span: i for i, s in enumerate(document.sentences)}
        self._known = tuple(
            Setting(token.lemma, frames.groups[frames.nouns[token.lemma]], found, when, number)
            for number, sentence in enumerate(document.sentences)
            for token in sentence.tokens
            if frames.names_event(token)
            for found, when in [(place_near(sentence, token), moment(sentence))]
            if found is not None and not _ROAD.fullmatch(found.name)
        )

    def of(self, sentence: Sentence, words: Sequence[Token]) -> Setting | None:
        """The happening that ``words`` point back to, None where they name none or it is unclear.

        They point back by a definite noun of a happening ("the car bombing"); the same noun
        introduced before is taken, else the nearest of its group.
        """
        position = self._numbers.get(sentence.span, 0)
        for token in words:
            if not (self._frames.names_event(token) and self._is_definite(sentence, token)):
                continue
            group = self._frames.groups[self._frames.nouns[token.lemma]]
            before = [s for s in self._known if s.group == group and s.sentence <= position]
            same = [s for s in before if s.noun == token.lemma]
            if chosen := same or before:
                return self._placed_nearer(chosen[-1])
        return None

    def opening(self, sentence: Sentence, said: Sequence[Span]) -> Setting | None:
        """The place that a sentence opens with, before it comes to who says what.

        "*Further south in Melnik*, the governor said two people were killed."
        """
        first = min((s.start for s in said if sentence.span.contains(s)), default=sentence.span.start)
        words = [t for t in sentence.tokens if t.end <= first]
        if not words or any(t.is_verb for t in words):
            return None
        named = next((t for t in words if t.dep == "pobj" and sentence.head(t).text.lower() in _AT), None)
        place = self._place_near(sentence, named) if named is not None else None
        number = self._numbers.get(sentence.span, 0)
        return None if place is None else Setting("", "", place, None, number)

    def lands(self) -> Counter[str]:
        """How many happenings lie in each of the largest places named or known."""
        return Counter((s.place.name, *s.place.within)[-1] for s in self._known)

    def just_before(self, sentence: Sentence) -> Setting | None:
        """The happening that a claim without any place most likely goes on to tell of.

        It is the last one that a sentence at most two before named or pointed back to; further away
        an article may long have gone on to another.
        """
        position = self._numbers.get(sentence.span, 0)
        for number in range(position, max(-1, position - _NEAR), -1):
            near = self._sentences[number]
            named = [s for s in self._known if s.sentence == number]
            found = self.of(near, near.tokens) or (named[0] if named else None)
            if found is not None:
                return self._placed_nearer(found)
        return None

    @property
    def only(self) -> Setting | None:
        """The happening of an article all of whose happenings lie in one place, else None."""
        if not self._known:
            return None
        found = self._placed_nearer(self._known[0])
        chain = {found.place.name, *found.place.within}
        return found if all(s.place.name in chain for s in self._known) else None

    def _placed_nearer(self, setting: Setting) -> Setting:
        """With the place within its place that the article gives for a like happening.

        An article that tells of an attack in a province and of a bomb in a town of it tells of one.
        """
        place = setting.place
        for _ in self._known:
            like = (s.place for s in self._known if s.group == setting.group)
            inner = next((p for p in like if place.name in p.within), None)
            if inner is None:
                break
            place = inner
        return replace(setting, place=place)

    @staticmethod
    def _is_definite(sentence: Sentence, noun: Token) -> bool:
        return any(t.text.lower() in _DEFINITE for t in sentence.children(noun, "det"))
