"""The tags of the attribution tagger, and spans out of tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from claims.core.errors import ModelError


class Role(StrEnum):
    """The parts of an attribution."""

    CUE = "CUE"
    SOURCE = "SOURCE"
    CONTENT = "CONTENT"
    RELAY = "RELAY"


TAGS: tuple[str, ...] = ("O", *(f"{prefix}-{role}" for role in Role for prefix in "BI"))
"""The order of the embedded model's outputs; another model's is read from its id2label."""


@dataclass(frozen=True)
class Chain:
    """What a linear-chain conditional random field has learned of the order of tags (Lafferty et al. 2001).

    Attributes
    ----------
    starts
        Score of each tag for the first word.
    transitions
        Score of each tag (column) after each (row).
    """

    starts: tuple[float, ...]
    transitions: tuple[tuple[float, ...], ...]

    def marginals(self, scores: np.ndarray) -> np.ndarray:
        """Probability (words, tags) of each tag at each word, over all paths (forward-backward algorithm).

        Parameters
        ----------
        scores
            (words, tags) log probabilities of the network, as in :func:`best_path`.

        Examples
        --------
        >>> scores, never = np.log([[0.5, 0.5], [0.8, 0.2]]), -99.0
        >>> Chain((0.0, 0.0), ((0.0, never), (never, 0.0))).marginals(scores).round(3).tolist()
        [[0.8, 0.2], [0.8, 0.2]]
        """
        moves = np.array(self.transitions)
        ahead, behind = np.zeros(scores.shape), np.zeros(scores.shape)
        ahead[0] = np.array(self.starts) + scores[0]
        for word in range(1, len(scores)):
            ahead[word] = np.logaddexp.reduce(ahead[word - 1][:, None] + moves, axis=0) + scores[word]
        for word in range(len(scores) - 2, -1, -1):
            behind[word] = np.logaddexp.reduce(moves + scores[word + 1] + behind[word + 1], axis=1)
        marginals: np.ndarray = np.exp(ahead + behind - np.logaddexp.reduce(ahead[-1]))
        return marginals


def best_path(scores: np.ndarray, tags: Sequence[str], chain: Chain | None = None) -> list[int]:
    """The best sequence of tags in which every ``I-`` goes on from its own role (Viterbi 1967).

    Parameters
    ----------
    scores
        (words, tags) log probabilities; with ``chain`` they may differ from its emission scores by
        one number a word.
    tags
        Their names, in the order of the columns.
    chain
        Scores of the order of tags, which count beside what is allowed.

    Examples
    --------
    >>> scores, tags = np.log([[0.4, 0.6], [0.6, 0.4]]), ["O", "I-CUE"]
    >>> best_path(scores, tags)
    [1, 0]
    >>> best_path(scores, tags, Chain(starts=(2.0, 0.0), transitions=((0.0, 0.0), (0.0, 0.0))))
    [0, 0]
    """
    count, width = scores.shape
    allowed = _transitions(tags)
    best = scores[0] + np.array([-np.inf if _goes_on(t, tags) else 0.0 for t in tags])
    if chain is not None:
        allowed = allowed + np.array(chain.transitions)
        best = best + np.array(chain.starts)
    back = np.zeros((count, width), dtype=int)
    for word in range(1, count):
        candidates = best[:, None] + allowed
        back[word] = candidates.argmax(axis=0)
        best = candidates.max(axis=0) + scores[word]
    path = [int(best.argmax())]
    for word in range(count - 1, 0, -1):
        path.append(int(back[word][path[-1]]))
    return path[::-1]


def _transitions(tags: Sequence[str]) -> np.ndarray:
    allowed = np.zeros((len(tags), len(tags)))
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            if _goes_on(after, tags) and before[2:] != after[2:]:
                allowed[i, j] = -np.inf
    return allowed


def _goes_on(tag: str, tags: Sequence[str]) -> bool:
    """Whether ``tag`` can only go on a span; models without ``B-`` tags begin with the ``I-``."""
    return tag.startswith("I-") and f"B-{tag[2:]}" in tags


def named(labels: Sequence[str]) -> tuple[str, ...]:
    """The tags that a model's labels stand for.

    Letter case does not matter. BIO, IO (a role's plain name), BIOES and BILOU labels are known;
    the ends of spans and the spans of one word count as what they are, an ``I-`` and a ``B-``.

    Raises
    ------
    ModelError
        If a label is none of this project's roles.

    Examples
    --------
    >>> named(["o", "B-Source", "E-SOURCE", "cue"])
    ('O', 'B-SOURCE', 'I-SOURCE', 'I-CUE')
    """
    return tuple(_named(label) for label in labels)


_PREFIXES = {"B": "B", "I": "I", "E": "I", "L": "I", "S": "B", "U": "B", "": "I"}


def _named(label: str) -> str:
    plain = label.strip().upper()
    if plain in ("O", "OUTSIDE"):
        return "O"
    prefix, _, role = plain.rpartition("-")
    if prefix not in _PREFIXES or role not in set(Role):
        roles = ", ".join(role.lower() for role in Role)
        raise ModelError(f"the model's label {label!r} is none of the roles {roles} in BIO, IO or BIOES form")
    return f"{_PREFIXES[prefix]}-{role}"


def runs(path: Sequence[int], tags: Sequence[str], role: Role) -> list[tuple[int, int]]:
    """Stretches of words (first, one past the last) that ``path`` gives to ``role``.

    Examples
    --------
    >>> runs([1, 2, 0, 1], TAGS, Role.CUE)
    [(0, 2), (3, 4)]
    """
    found: list[tuple[int, int]] = []
    for word, number in enumerate(path):
        tag = tags[number]
        if tag[2:] != role:
            continue
        if tag.startswith("B-") or not found or found[-1][1] != word:
            found.append((word, word + 1))
        else:
            found[-1] = (found[-1][0], word + 1)
    return found


def tags_for(count: int, spans: Mapping[Role, Sequence[tuple[int, int]]]) -> list[int]:
    """Tag numbers for ``count`` words; where roles overlap, cue wins over source over content."""
    path = [0] * count
    for role in (Role.CONTENT, Role.RELAY, Role.SOURCE, Role.CUE):
        for first, end in spans.get(role, ()):
            for word in range(first, end):
                path[word] = TAGS.index(f"{'B' if word == first else 'I'}-{role}")
    return path
