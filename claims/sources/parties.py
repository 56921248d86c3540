"""Whose side words name: states, their governments, peoples and movements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.core.document import Document
from claims.sources.lexicons import load_state_words
from claims.sources.phrases import Match, PhraseIndex, levelled, pieces, singular

SETTING_SHARE = 0.4
"""Share of all mentions of states that the one an article is about must have."""

_LOCATIVE = frozenset(
    {"in", "near", "on", "inside", "outside", "against", "into", "over", "across", "between", "under"}
    | {"towards", "toward", "around", "after", "who", "which", "that"}
)
_ASIDE = frozenset(
    {"a", "an", "the", "this", "these", "those", "its", "their", "some", "many", "of", "for", "from", "other"}
)
_LONGEST_CODE = 3


@dataclass(frozen=True)
class _Name:
    """What a name stands for: one of party, state and people is set."""

    party: str | None = None
    state: str | None = None
    people: str | None = None
    capital: bool = False


class Parties:
    """Finds the party that words name; built once from countryinfo and ``states.yaml``.

    Parameters
    ----------
    names
        Further names and the party of each; None says that the name is of no party.
    """

    def __init__(self, names: Mapping[str, str | None] | None = None) -> None:
        self._words = load_state_words()
        self._index = PhraseIndex[_Name]()
        self._regions = PhraseIndex[str]()
        for state, places in self._words.regions.items():
            for place in places:
                self._regions.add(place, state)
        self._demonyms: dict[str, str] = {}
        for name, party in (names or {}).items():
            self._index.add(name, _Name(party=party))
        for people, (people_names, _) in self._words.peoples.items():
            for name in people_names:
                self._index.add(name, _Name(people=people))
        self._add_states()

    def party_of(
        self, words: str | Sequence[str], setting: str | None = None, speaking: bool = False
    ) -> str | None:
        """The party that ``words`` name, None where they name none or more than one.

        Parameters
        ----------
        setting
            The state the article is about (see :meth:`setting`); "the army" is then its army.
        speaking
            Whether the words say who speaks or acts: only then is a capital a government.

        Examples
        --------
        >>> parties = Parties({"Hezbollah": "Hezbollah"})
        >>> parties.party_of("Turkish soldiers"), parties.party_of("two Hezbollah fighters")
        ('Turkey', 'Hezbollah')
        >>> parties.party_of("Ankara", speaking=True), parties.party_of("Ankara")
        ('Turkey', None)
        """
        given = self._near(pieces(words if isinstance(words, str) else " ".join(words)))
        matches = self._matches(given)
        taken = {i for m in matches for i in range(m.start, m.end)}
        free = [p for i, p in enumerate(given) if i not in taken and not self._is_linked(given, i)]
        beside = {w for p in free for w in (levelled(p), singular(levelled(p)))}
        sides = [self._side(m.value, beside, speaking) for m in matches if self._counts(m, given)]
        found = set(sides) - {None}
        if len(found) == 1:
            return found.pop()
        if not found and setting is not None and not any(m.value.state for m in matches):
            return self._side_of_setting(setting, beside)
        return None

    def states_in(self, words: str | Sequence[str]) -> tuple[str, ...]:
        """The states that ``words`` name, capitals left out, in order."""
        given = pieces(words) if isinstance(words, str) else list(words)
        found = [m.value.state for m in self._matches(given) if m.value.state and self._counts(m, given)]
        return tuple(dict.fromkeys(found))

    def is_state(self, words: str) -> bool:
        """Whether ``words`` are the name, the people or the capital of a state and nothing else."""
        given = pieces(words)
        if given and levelled(given[0]) in {"the", "both"}:
            given = given[1:]
        matches = self._matches(given)
        return (
            len(matches) == 1
            and matches[0].end - matches[0].start == len(given)
            and bool(matches[0].value.state)
        )

    def government(self, state: str) -> str:
        """The party of a state's government: the state, or its side in a contested land."""
        return self._words.alone.get(state, state)

    def opposing(self, words: Sequence[str], named: Iterable[str]) -> str | None:
        """The side against its government that ``words`` mean in an article about several states.

        Only where one of the states ``named`` there is contested.
        """
        lands = [s for s in named if s in self._words.sides]
        party = self.party_of(words, lands[0], speaking=True) if len(lands) == 1 else None
        return None if party is None or party == self.government(lands[0]) else party

    def state_of(self, party: str | None) -> str | None:
        """The state whose government ``party`` is."""
        if party is None:
            return None
        contested = (s for s, alone in self._words.alone.items() if alone == party)
        return next(contested, party if party in self._demonyms else None)

    def demonym(self, state: str) -> str:
        """The adjective of a state ("Turkish"), its name where there is none."""
        return self._demonyms.get(state, state)

    def states(self, document: Document) -> Counter[str]:
        """How often an article names each state, its people, its capital or a region of a contested land."""
        given = pieces(document.article.text)
        named = [m.value.state for m in self._matches(given) if m.value.state]
        return Counter([*named, *(m.value for m in self._regions.find(given))])

    def setting(self, document: Document) -> str | None:
        """The state an article is about: one named at least twice and much oftener than others."""
        counts = self.states(document)
        if not counts:
            return None
        state, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        return state if count > 1 and count >= SETTING_SHARE * counts.total() else None

    def _near(self, given: list[str]) -> list[str]:
        """The words before a place or a clause is added to them."""
        flat = [levelled(p) for p in given]
        end = next((i for i, p in enumerate(flat) if i and p in _LOCATIVE), len(given))
        return given[:end]

    def _matches(self, given: Sequence[str]) -> list[Match[_Name]]:
        return list(self._index.find(given))

    def _counts(self, match: Match[_Name], given: Sequence[str]) -> bool:
        after = levelled(given[match.end]) if match.end < len(given) else ""
        before = levelled(given[match.start - 1]) if match.start else ""
        # "al-Assad" after a first name is anybody's family name
        return after not in self._words.foreign_links and before not in {"anti", "non", "al"}

    def _is_linked(self, given: Sequence[str], i: int) -> bool:
        """Whether a word ties somebody else to a side ("*government*-held Homs")."""
        after = levelled(given[i + 1]) if i + 1 < len(given) else ""
        before = levelled(given[i - 1]) if i else ""
        return after in self._words.foreign_links or before in {"anti", "non"}

    def _side(self, name: _Name, beside: set[str], speaking: bool) -> str | None:
        if name.people is not None:
            return name.people if beside & self._words.peoples[name.people][1] else None
        if name.state is None:
            return name.party
        if name.capital and not (speaking and beside <= self._words.state_words | _ASIDE):
            return None
        if name.state not in self._words.sides:
            return name.state
        if not beside - _ASIDE:
            return self._words.alone[name.state]
        return self._named_side(name.state, beside)

    def _named_side(self, state: str, beside: set[str]) -> str | None:
        sides = self._words.sides[state]
        others = [s for s in sides if s != self._words.alone[state] and beside & sides[s]]
        if others:
            return others[0]
        own = self._words.alone[state]
        return own if beside & sides[own] else None

    def _side_of_setting(self, setting: str, beside: set[str]) -> str | None:
        if beside & self._words.elsewhere:
            return None
        if setting in self._words.sides:
            others = self._named_side(setting, beside)
            if others not in {None, self._words.alone[setting]}:
                return others
        return self.government(setting) if beside & self._words.setting_words else None

    def _add_states(self) -> None:
        for state, names in self._words.names.items():
            for name in names:
                self._index.add(name, _Name(state=state, capital=name in self._words.capitals.get(state, ())))
        for name, info in _countries():
            state = next((s for s, names in self._words.names.items() if name == s or name in names), name)
            if name in self._words.not_states or state in self._words.not_states:
                continue
            self._index.add(state, _Name(state=state))
            self._index.add(name.removeprefix("The "), _Name(state=state))
            for other in info["others"]:
                self._index.add(other, _Name(state=state))
            for demonym in info["demonyms"]:
                self._demonyms.setdefault(state, demonym)
                self._index.add(demonym, _Name(state=state))
            for capital in self._words.capitals.get(state, info["capitals"]):
                self._index.add(capital, _Name(state=state, capital=True))


def _countries() -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Name of each state with its ``others``, ``demonyms`` and ``capitals``, in Latin letters."""
    from countryinfo import all_countries

    for country in all_countries():
        info = country.info()
        capital = info.get("capital")
        # codes ("IS", "SO") read like words, so only names are taken over
        others = [
            o
            for o in info.get("altSpellings") or ()
            if len(o) > _LONGEST_CODE and o.isascii() and o[:1].isupper()
        ]
        yield (
            info["name"],
            {
                "others": [o for o in others if " " in o],
                "demonyms": [
                    d.strip() for d in (info.get("demonym") or "").replace("/", ",").split(",") if d.strip()
                ],
                "capitals": [capital] if isinstance(capital, str) and capital != info["name"] else [],
            },
        )
