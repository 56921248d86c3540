"""The list of actors: who speaks in the news, under which names, for which side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from claims.core.errors import InputError
from claims.core.source import SourceKind
from claims.sources.lexicons import Institution, KindWords, load_institutions, load_kind_words
from claims.sources.parties import Parties
from claims.sources.phrases import Match, PhraseIndex, pieces

OWN_LIST = Path(__file__).with_name("actors.yaml")

_GROUP_KEYS = {"group", "citation", "kind", "party", "person", "actors"}
_ACTOR_KEYS = {"kind", "party", "aliases", "short", "in"}
_LISTS = ("aliases", "short", "in")


@dataclass(frozen=True)
class Actor:
    """A speaker that is known beforehand.

    Attributes
    ----------
    aliases
        Other names that hold everywhere.
    short, states
        Names that hold only in an article that speaks of one of ``states``.
    person
        Whether it is a human being.
    """

    name: str
    kind: SourceKind
    party: str | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    person: bool = False


class Actors:
    """Known actors with the word lists that go with them; loaded once, used for any number of articles.

    Parameters
    ----------
    actors
        Of two with one name or alias the first given counts.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.actors = tuple(actors)
        self.parties = Parties({n: a.party for a in reversed(self.actors) for n in (a.name, *a.aliases)})
        self._everywhere = PhraseIndex[Actor]()
        for actor in self.actors:
            for name in (actor.name, *actor.aliases):
                self._everywhere.add(name, actor)
        self._short = PhraseIndex[Actor]()
        for actor in self.actors:
            for name in actor.short:
                self._short.add(name, actor)

    @cached_property
    def words(self) -> KindWords:
        """Nouns and the kinds of speaker they stand for."""
        return load_kind_words()

    @cached_property
    def institutions(self) -> PhraseIndex[Institution]:
        """Institutions of states by the words they are named with."""
        index = PhraseIndex[Institution]()
        for institution in load_institutions():
            for form in institution.forms:
                index.add(form, institution)
        return index

    def find(self, words: Sequence[str], states: frozenset[str] = frozenset()) -> Iterator[Match[Actor]]:
        """Actors named in ``words`` (see :func:`~claims.sources.phrases.pieces`).

        Parameters
        ----------
        states
            Those the article speaks of; they open the short names.
        """
        found = list(self._everywhere.find(words))
        taken = {i for m in found for i in range(m.start, m.end)}
        short = (m for m in self._short.find(words) if states.intersection(m.value.states))
        found.extend(m for m in short if not taken.intersection(range(m.start, m.end)))
        yield from sorted(found, key=lambda m: m.start)

    def named(self, name: str, states: frozenset[str] = frozenset()) -> Actor | None:
        """The actor whose name ``name`` is, as a whole."""
        words = pieces(name)
        return next((m.value for m in self.find(words, states) if m.end - m.start == len(words)), None)


def load_actors(*paths: Path) -> Actors:
    """Our own list of actors, after any lists of the user's, which go first.

    Parameters
    ----------
    *paths
        YAML files of the form of ``claims/sources/actors.yaml``.

    Raises
    ------
    InputError
        If a file cannot be read or has not the form; it names the line.
    """
    return Actors([actor for path in (*paths, OWN_LIST) for actor in _read(path)])


def _read(path: Path) -> list[Actor]:
    try:
        root = yaml.compose(
            path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read as a list of actors ({error})") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = "" if mark is None else f":{mark.line + 1}"
        raise InputError(f"{path}{line}", f"is not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise InputError(str(path), f"is not YAML: {error}") from error
    return [] if root is None else _Reader(path).actors(root)


class _Reader:
    """Turns YAML nodes into actors, so that an error can name its line."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def actors(self, root: yaml.Node) -> list[Actor]:
        if not isinstance(root, yaml.SequenceNode):
            raise self._error(root, "must be a list of groups, each beginning with '- group:'")
        return [actor for group in root.value for actor in self._group(group)]

    def _group(self, node: yaml.Node) -> Iterator[Actor]:
        fields = self._fields(node, _GROUP_KEYS, "a group")
        if "actors" not in fields:
            raise self._error(node, "a group needs 'actors:'")
        kind = self._kind(fields["kind"]) if "kind" in fields else None
        party = self._text(fields["party"]) if "party" in fields else None
        person = "person" in fields and self._text(fields["person"]) in {"yes", "true"}
        actors = fields["actors"]
        if not isinstance(actors, yaml.MappingNode):
            raise self._error(actors, "'actors' must map names to {kind, party, aliases, short, in}")
        for key, value in actors.value:
            yield replace(self._actor(self._text(key), value, kind, party), person=person)

    def _actor(self, name: str, node: yaml.Node, kind: SourceKind | None, party: str | None) -> Actor:
        fields = self._fields(node, _ACTOR_KEYS, "an actor")
        if "kind" in fields:
            kind = self._kind(fields["kind"])
        if kind is None:
            raise self._error(node, f"'{name}' needs a kind, its own or its group's")
        lists = {key: self._list(fields[key]) if key in fields else () for key in _LISTS}
        if lists["short"] and not lists["in"]:
            raise self._error(node, f"'{name}' has short names and needs 'in:', the states where they hold")
        return Actor(
            name,
            kind,
            self._text(fields["party"]) if "party" in fields else party,
            lists["aliases"],
            lists["short"],
            lists["in"],
        )

    def _fields(self, node: yaml.Node, allowed: set[str], what: str) -> dict[str, yaml.Node]:
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, f"{what} must be a mapping with some of {', '.join(sorted(allowed))}")
        fields = {}
        for key, value in node.value:
            name = self._text(key)
            if name not in allowed:
                raise self._error(key, f"'{name}' is not known for {what}; use {', '.join(sorted(allowed))}")
            fields[name] = value
        return fields

    def _kind(self, node: yaml.Node) -> SourceKind:
        text = self._text(node)
        try:
            return SourceKind(text)
        except ValueError:
            known = ", ".join(SourceKind)
            raise self._error(node, f"'{text}' is no kind of source; use one of {known}") from None

    def _text(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self._error(node, "a name must be text")
        return str(node.value)

    def _list(self, node: yaml.Node) -> tuple[str, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._error(node, "names must be a list, as in [one, two]")
        return tuple(self._text(n) for n in node.value)

    def _error(self, node: Any, why: str) -> InputError:
        return InputError(f"{self._path}:{node.start_mark.line + 1}", why)
