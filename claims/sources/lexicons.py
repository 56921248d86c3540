"""The word lists of this package, read from its YAML files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from claims.core.source import SourceKind


@dataclass(frozen=True)
class Institution:
    """An institution that every state has; ``forms`` are the words it is named with."""

    name: str
    kind: SourceKind
    forms: tuple[str, ...]


@dataclass(frozen=True)
class StateWords:
    """What ``states.yaml`` holds; see the comments there."""

    names: Mapping[str, tuple[str, ...]]
    capitals: Mapping[str, tuple[str, ...]]
    not_states: frozenset[str]
    alone: Mapping[str, str]
    sides: Mapping[str, Mapping[str, frozenset[str]]]
    regions: Mapping[str, tuple[str, ...]]
    peoples: Mapping[str, tuple[tuple[str, ...], frozenset[str]]]
    state_words: frozenset[str]
    setting_words: frozenset[str]
    elsewhere: frozenset[str]
    foreign_links: frozenset[str]


@dataclass(frozen=True)
class KindWords:
    """What ``kinds.yaml`` holds; see the comments there."""

    kinds: Mapping[str, SourceKind]
    roles: frozenset[str]
    utterances: frozenset[str]
    descriptions: Mapping[str, tuple[SourceKind, ...]]
    titles: frozenset[str]
    ranks: Mapping[str, str]
    generic: frozenset[str]
    bodies: frozenset[str]
    channels: frozenset[str]
    unspecific: frozenset[str]


def load_institutions() -> tuple[Institution, ...]:
    """The institutions of ``institutions.yaml``."""
    return tuple(
        Institution(name, SourceKind(entry["kind"]), tuple(entry["forms"]))
        for name, entry in _read("institutions.yaml").items()
    )


def load_state_words() -> StateWords:
    """The words of ``states.yaml``."""
    data = _read("states.yaml")
    state = frozenset(data["state_words"])
    return StateWords(
        names={k: tuple(v) for k, v in data["names"].items()},
        capitals={k: tuple(v) for k, v in data["capitals"].items()},
        not_states=frozenset(data["not_states"]),
        alone={k: v["alone"] for k, v in data["contested"].items()},
        sides={
            land: {
                side: state if words == "state" else frozenset(words) for side, words in v["sides"].items()
            }
            for land, v in data["contested"].items()
        },
        regions={k: tuple(v) for k, v in data["regions"].items()},
        peoples={k: (tuple(v["names"]), frozenset(v["words"])) for k, v in data["peoples"].items()},
        state_words=state,
        setting_words=frozenset(data["setting_words"]),
        elsewhere=frozenset(data["elsewhere"]),
        foreign_links=frozenset(data["foreign_links"]),
    )


def load_kind_words() -> KindWords:
    """The words of ``kinds.yaml``."""
    data = _read("kinds.yaml")
    kinds: dict[str, SourceKind] = {}
    for kind in SourceKind:
        for word in data.get(kind.value, ()):
            kinds.setdefault(word, kind)
    return KindWords(
        kinds=kinds,
        roles=frozenset(data["roles"]),
        utterances=frozenset(data["utterances"]),
        descriptions={k: tuple(SourceKind(v) for v in kinds) for k, kinds in data["descriptions"].items()},
        titles=frozenset(data["titles"]),
        ranks={form: rank for rank, forms in data["ranks"].items() for form in forms},
        generic=frozenset(data["generic"]),
        bodies=frozenset(data["bodies"]),
        channels=frozenset(data["channels"]),
        unspecific=frozenset(data["unspecific"]),
    )


def _read(name: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_loader())
    return data


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
